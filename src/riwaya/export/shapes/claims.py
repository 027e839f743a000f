"""`claims`: every claim in long form, one row for each of its figures; Riwaya's own full table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from riwaya.export.column import Basis, Column, Rest
from riwaya.export.csvs import write_csv
from riwaya.export.shape import Shape
from riwaya.ledger.records import KeptClaim
from riwaya.model.actor import Actor, Participant
from riwaya.model.attribution import STANCES, Attribution
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES, Figure
from riwaya.model.place import Place
from riwaya.model.span import Span


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with one of its figures."""

    kept: KeptClaim
    figure: Figure | None
    number: int | None
    """Of the figure, from 1; None for a claim without figures."""


def expand(kept: KeptClaim) -> Iterator[ClaimRow]:
    """Give a row for each figure; one for a claim without."""
    if not kept.claim.figures:
        yield ClaimRow(kept, None, None)
    for number, figure in enumerate(kept.claim.figures, 1):
        yield ClaimRow(kept, figure, number)


def basis_of(what: str) -> Callable[[KeptClaim], Basis]:
    """Give the basis of a field of a claim: claim, trigger, chain, agents, targets, time, place or figures."""
    basis = _BASES[what]
    return lambda kept: basis(ClaimRow(kept, None, None))


def _joined(parts: Iterable[str | None]) -> str | None:
    return "; ".join(part or "" for part in parts) or None


def _line(row: ClaimRow, span: Span | None) -> str | None:
    return " ".join(span.of(row.kept.text).split()) if span is not None else None


def _rests(what: str, spans: Callable[[ClaimRow], Iterable[Span | None]], rule: str) -> Callable[[ClaimRow], Basis]:
    return lambda row: Basis(
        rule=rule,
        rests=tuple(Rest(claim=row.kept, span=span, what=what) for span in spans(row) if span is not None),
    )


_claim = _rests("claim", lambda row: [row.kept.claim.span], "as read from the page")
_trigger = _rests("happening", lambda row: [row.kept.claim.trigger], "the word of happening and the grammar around it")
_chain = _rests("teller", lambda row: [link.span for link in row.kept.claim.chain], "the chain of those who tell it")
_agents = _rests("doer", lambda row: [one.span for one in row.kept.claim.agents], "who does it, by grammar")
_targets = _rests("target", lambda row: [one.span for one in row.kept.claim.targets], "whom it is done to, by grammar")
_time = _rests(
    "time",
    lambda row: [t.span if (t := row.kept.claim.time) else None],
    "the words that say when, against the day of publication",
)
_place = _rests(
    "place", lambda row: [p.span if (p := row.kept.claim.place) else None], "the words that say where, in the gazetteer"
)
_figure = _rests("figure", lambda row: [row.figure.span if row.figure else None], "the words that count")
_document = _rests(
    "claim", lambda row: [row.kept.claim.span], "the page that carries the claim, and what was given with it"
)


_figures = _rests("figure", lambda row: [one.span for one in row.kept.claim.figures], "the words that count")
_BASES = {
    "claim": _claim, "trigger": _trigger, "chain": _chain, "agents": _agents, "targets": _targets, "time": _time, "place": _place,
    "figures": _figures,
}  # fmt: skip


def _links(get: Callable[[Attribution, ClaimRow], str | None]) -> Callable[[ClaimRow], str | None]:
    return lambda row: _joined(get(link, row) for link in row.kept.claim.chain)


def _origin(get: Callable[[Attribution, ClaimRow], str | None]) -> Callable[[ClaimRow], str | None]:
    return lambda row: get(row.kept.claim.chain[-1], row) if row.kept.claim.chain else None


def _people(
    which: Callable[[ClaimRow], Iterable[Participant]], get: Callable[[Actor], str | None]
) -> Callable[[ClaimRow], str | None]:
    return lambda row: _joined(get(one.actor) for one in which(row))


def _place_of(row: ClaimRow) -> Place | None:
    place = row.kept.claim.place
    return place.place if place is not None else None


def _of_place(name: str) -> Callable[[ClaimRow], str | None]:
    return lambda row: getattr(place, name) if (place := _place_of(row)) is not None else None


def _of_figure(name: str) -> Callable[[ClaimRow], object]:
    return lambda row: getattr(row.figure, name) if row.figure is not None else None


def _of_time(name: str) -> Callable[[ClaimRow], object]:
    return lambda row: getattr(time, name) if (time := row.kept.claim.time) is not None else None


def _listed(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((word, "") for word in words)


_AGENTS: Callable[[ClaimRow], Iterable[Participant]] = lambda row: row.kept.claim.agents  # noqa: E731
_TARGETS: Callable[[ClaimRow], Iterable[Participant]] = lambda row: row.kept.claim.targets  # noqa: E731

COLUMNS: tuple[Column, ...] = (
    Column(name="claim_id", kind="text", required=True, meaning="Id of the claim; the same page gives the same id anywhere.",
           value=lambda row: row.kept.id, basis=_claim),
    Column(name="figure", kind="integer", meaning="Number of the figure within the claim, from 1; empty for a claim that counts nobody.",
           value=lambda row: row.number, basis=_figure),
    Column(name="event_id", kind="text", meaning="The event it speaks of; empty for a state, or one that was rejected.",
           value=lambda row: row.kept.event_id, basis=_claim),
    Column(name="document_id", kind="text", required=True, meaning="The article or teaser that carries it.",
           value=lambda row: row.kept.kept.document.id, basis=_document),
    Column(name="file", kind="text", required=True, meaning="Name of the page as it was ingested.",
           value=lambda row: row.kept.kept.name, basis=_document),
    Column(name="url", kind="text", meaning="Where the page was published.", value=lambda row: row.kept.kept.url, basis=_document),
    Column(name="outlet_id", kind="text", meaning="Registry id of who published it.",
           value=lambda row: o.id if (o := row.kept.kept.document.outlet) else None, basis=_document),
    Column(name="outlet", kind="text", meaning="Who published it.",
           value=lambda row: o.name if (o := row.kept.kept.document.outlet) else None, basis=_document),
    Column(name="published", kind="date", meaning="First day on which it can have come out.",
           value=lambda row: row.kept.kept.document.published.start, basis=_document),
    Column(name="told_on", kind="date", meaning="When the originator said it, else when the page came out.",
           value=lambda row: row.kept.told_on, basis=_document),
    Column(name="language", kind="text", required=True, meaning="Language of the document.",
           value=lambda row: row.kept.kept.document.language, basis=_document),
    Column(name="originator_id", kind="text", meaning="Registry id of who says it first; empty where the outlet speaks for itself, or nobody knows them.",
           value=_origin(lambda link, _: link.source.id), basis=_chain),
    Column(name="originator", kind="text", meaning="Who says it first; empty where the outlet speaks for itself.",
           value=_origin(lambda link, _: link.source.name), basis=_chain),
    Column(name="originator_kind", kind="text", meaning="Kind of actor.", value=_origin(lambda link, _: link.source.kind), basis=_chain),
    Column(name="originator_words", kind="text", meaning="The words that name the originator.",
           value=_origin(lambda link, row: _line(row, link.span)), basis=_chain),
    Column(name="chain", kind="text", meaning="Everybody it came through, the outermost relay first, the originator last, joined by '; '.",
           value=_links(lambda link, _: link.source.name), basis=_chain),
    Column(name="chain_ids", kind="text", meaning="Their registry ids, in the same places.", value=_links(lambda link, _: link.source.id),
           basis=_chain),
    Column(name="stances", kind="text", meaning="How each of them stands to it, in the same places; empty where no word of telling stands.",
           value=_links(lambda link, _: link.verb.stance if link.verb else None), basis=_chain, parts=_listed(STANCES)),
    Column(name="type", kind="text", required=True, meaning="Kind of happening, by PLOVER; STATE for what is, not happens.",
           value=lambda row: row.kept.claim.type, basis=_trigger, values=_listed(EVENT_TYPES)),
    Column(name="subtype", kind="text", meaning="Closer kind.", value=lambda row: row.kept.claim.subtype, basis=_trigger),
    Column(name="polarity", kind="text", required=True, meaning="Whether it is said to be so, or not to be so.",
           value=lambda row: row.kept.claim.polarity, basis=_trigger, values=_listed(("affirmed", "denied"))),
    Column(name="certainty", kind="text", required=True, meaning="How surely it is said.",
           value=lambda row: row.kept.claim.certainty, basis=_trigger, values=_listed(("stated", "hedged", "unknown"))),
    Column(name="agents", kind="text", meaning="Who does it, joined by '; '.", value=_people(_AGENTS, lambda actor: actor.name), basis=_agents),
    Column(name="agent_ids", kind="text", meaning="Their registry ids, in the same places.", value=_people(_AGENTS, lambda actor: actor.id),
           basis=_agents),
    Column(name="targets", kind="text", meaning="Whom it is done to, joined by '; '.", value=_people(_TARGETS, lambda actor: actor.name),
           basis=_targets),
    Column(name="target_ids", kind="text", meaning="Their registry ids, in the same places.", value=_people(_TARGETS, lambda actor: actor.id),
           basis=_targets),
    Column(name="measure", kind="text", meaning="What the figure counts.", value=_of_figure("measure"), basis=_figure,
           values=_listed(MEASURES)),
    Column(name="low", kind="integer", meaning="At least so many; empty where it is open below.", value=_of_figure("low"), basis=_figure),
    Column(name="high", kind="integer", meaning="At most so many; empty where it is open above.", value=_of_figure("high"), basis=_figure),
    Column(name="about", kind="boolean", meaning="Whether it is said to be about so many.", value=_of_figure("about"), basis=_figure),
    Column(name="counted_id", kind="text", meaning="Registry id of who is counted.",
           value=lambda row: row.figure.of.id if row.figure and row.figure.of else None, basis=_figure),
    Column(name="counted", kind="text", meaning="Who is counted.",
           value=lambda row: row.figure.of.name if row.figure and row.figure.of else None, basis=_figure),
    Column(name="figure_words", kind="text", meaning="The number as it is written, with its hedges.",
           value=lambda row: _line(row, row.figure.span) if row.figure else None, basis=_figure),
    Column(name="start", kind="date", meaning="First day it can have happened on.", value=_of_time("start"), basis=_time),
    Column(name="end", kind="date", meaning="Last day.", value=_of_time("end"), basis=_time),
    Column(name="time_precision", kind="text", meaning="day, days, week, month, year, decade, part-of-day or unknown.",
           value=_of_time("precision"), basis=_time),
    Column(name="time_basis", kind="text", meaning="What the day rests on: stated, publication_date, anchor_timex or unresolved.",
           value=_of_time("basis"), basis=_time),
    Column(name="time_words", kind="text", meaning="The words that say when.",
           value=lambda row: _line(row, t.span) if (t := row.kept.claim.time) else None, basis=_time),
    Column(name="place_id", kind="text", meaning="Gazetteer id.", value=_of_place("id"), basis=_place),
    Column(name="place", kind="text", meaning="Name of the place.", value=_of_place("name"), basis=_place),
    Column(name="place_precision", kind="text", meaning="town, district, region, country-part, country, area or unknown.",
           value=_of_place("precision"), basis=_place),
    Column(name="place_relation", kind="text", meaning="in, near, between, a compass word, on-border, toward or from.",
           value=_of_place("relation"), basis=_place),
    Column(name="country", kind="text", meaning="ISO 3166-1 alpha-2.", value=_of_place("country"), basis=_place),
    Column(name="latitude", kind="number", meaning="Degrees north, WGS 84.", value=_of_place("lat"), basis=_place),
    Column(name="longitude", kind="number", meaning="Degrees east, WGS 84.", value=_of_place("lon"), basis=_place),
    Column(name="place_words", kind="text", meaning="The words that say where.",
           value=lambda row: _line(row, p.span) if (p := row.kept.claim.place) else None, basis=_place),
    Column(name="inherited", kind="text", meaning="What was carried over from the sentence before: time, place, or both, joined by '; '.",
           value=lambda row: _joined(_inherited(row)), basis=_claim),
    Column(name="verdict", kind="text", meaning="What a person judged: accepted, corrected, or added where the reader missed it; empty where nobody has. Rejected claims have no row.",
           value=lambda row: row.kept.verdict, basis=_claim, values=_listed(("accepted", "corrected", "added"))),
    Column(name="span_start", kind="integer", required=True, meaning="Where its words begin in the page's text, in code points.",
           value=lambda row: row.kept.claim.span.start, basis=_claim),
    Column(name="span_end", kind="integer", required=True, meaning="Where they end, half-open.",
           value=lambda row: row.kept.claim.span.end, basis=_claim),
    Column(name="trigger", kind="text", required=True, meaning="The word of happening.", value=lambda row: _line(row, row.kept.claim.trigger),
           basis=_trigger),
    Column(name="words", kind="text", required=True, meaning="Its words, white space made single.",
           value=lambda row: _line(row, row.kept.claim.span), basis=_claim),
    Column(name="page_digest", kind="text", required=True, meaning="SHA-256 of the page's bytes as they were ingested.",
           value=lambda row: row.kept.kept.raw_digest, basis=_document),
)  # fmt: skip


def _inherited(row: ClaimRow) -> Iterator[str]:
    claim = row.kept.claim
    if claim.time is not None and claim.time.inherited:
        yield "time"
    if claim.place is not None and claim.place.inherited:
        yield "place"


SHAPE = Shape(
    name="claims",
    title="Every claim, one row for each figure: who says, through whom, what, by whom, to whom, how many, where, when",
    row="one claim with one of its figures, or one claim that counts nobody",
    over="claims",
    columns=COLUMNS,
    expand=expand,
    key="claim_id",
    row_name=lambda row: f"{row.kept.id}/{row.number}" if row.number else row.kept.id,
    write=write_csv,
    suffix=".csv",
    media_type="text/csv",
    source="Riwaya",
    limits="What was said, by whom: no row is a finding. Rejected claims are left out.",
)
