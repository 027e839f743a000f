"""`plover`: claims of happenings as PLOVER events, a line of JSON each; who says it rides along as extension fields.

Source: PLOVER manual 2.0 draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from riwaya import __version__
from riwaya.export.column import Column, by_rule
from riwaya.export.jsons import without_nothing, write_lines
from riwaya.export.lookup import read_table
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.shapes.claims import basis_of
from riwaya.ledger.records import KeptClaim
from riwaya.model.actor import Actor, Participant
from riwaya.model.figure import Figure

_SIZES = {"dead": ("killed", "executed"), "injured": ("wounded",), "arrested": ("arrested", "captured", "abducted")}
_CATEGORIES = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
               "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")  # fmt: skip
_ENTITY = (
    ("sector", "PLOVER's sector of its kind; UNK for nobody named"), ("entity_text", "its name"),
    ("identifier_text", "the words that name it"), ("riwaya_id", "id in Riwaya's registry"), ("identifier_id", "Wikidata id, none is kept"),
)  # fmt: skip


def expand(kept: KeptClaim) -> Iterator[KeptClaim | LeftOut]:
    """Give the claim, where it tells of a happening on a day and does not deny it."""
    claim = kept.claim
    if claim.type not in _CATEGORIES:
        yield LeftOut(kept.id, "it tells of a state, no happening")
    elif claim.polarity == "denied":
        yield LeftOut(kept.id, "it denies: PLOVER codes what happened")
    elif claim.time is None or claim.time.start is None:
        yield LeftOut(kept.id, "no day is known")
    else:
        yield kept


def _key(kept: KeptClaim) -> str:
    return f"{kept.claim.type}/{kept.claim.subtype}"


def _category(kept: KeptClaim) -> str:
    return read_table("plover")["category"].get(_key(kept), kept.claim.type)


def _mode(kept: KeptClaim) -> list[str]:
    mode = read_table("plover")["mode"].get(_key(kept))
    return [mode] if mode else []


def _entity(actor: Actor, words: str) -> dict[str, Any]:
    sector = read_table("plover")["sector"].get(actor.kind, "UNK")
    return without_nothing(
        {"sector": sector, "entity_text": actor.name, "identifier_text": words, "riwaya_id": actor.id}
    )


def _entities(kept: KeptClaim, found: tuple[Participant, ...]) -> list[dict[str, Any]]:
    return [_entity(one.actor, _line(one.span.of(kept.text))) for one in found]


def _location(kept: KeptClaim) -> dict[str, Any]:
    mention = kept.claim.place
    if mention is None:
        return {}
    place = mention.place
    scheme, _, number = (place.id or "").partition(":")
    return without_nothing(
        {
            "extracted_place": _line(mention.span.of(kept.text)),
            "resolved_place": place.name,
            "geonameid": number if scheme == "geonames" else None,
            "lat": place.lat,
            "lon": place.lon,
            "country_code": place.country,
            "resolution": read_table("plover")["resolution"].get(place.precision),
        }
    )


def _size(kept: KeptClaim) -> dict[str, Any]:
    """Give the least that is told for each; words and bounds are in `figures`."""
    found: dict[str, Any] = {}
    for name, measures in _SIZES.items():
        lows = [figure.low for figure in kept.claim.figures if figure.measure in measures and figure.low is not None]
        if lows:
            found[name] = max(lows)
    return found


def _figure(kept: KeptClaim, figure: Figure) -> dict[str, Any]:
    of = {"entity_text": figure.of.name, "riwaya_id": figure.of.id} if figure.of else None
    told = {"measure": figure.measure, "low": figure.low, "high": figure.high, "about": figure.about or None,
            "of": without_nothing(of) if of else None, "words": _line(figure.span.of(kept.text))}  # fmt: skip
    return without_nothing(told)


def _cite(kept: KeptClaim) -> dict[str, Any]:
    document = kept.kept.document
    return without_nothing(
        {
            "url": kept.kept.url,
            "title": _line(document.title.of(document.text)) if document.title else None,
            "language": document.language,
            "publication": document.outlet.name if document.outlet else None,
            "coder": f"riwaya {__version__}",
            "codebook": "PLOVER 2.0 draft",
            "date": document.published.start,
            "sha256": kept.kept.raw_digest,
        }
    )


def _line(words: str) -> str:
    return " ".join(words.split())


COLUMNS: tuple[Column, ...] = (
    Column(name="id", kind="text", required=True, meaning="The claim's id.", value=lambda kept: kept.id, basis=basis_of("claim")),
    Column(name="date", kind="date", required=True, meaning="First day it can have happened on.",
           value=lambda kept: kept.claim.time.start, basis=basis_of("time")),
    Column(name="enddate", kind="date", meaning="Last day, where it is another.",
           value=lambda kept: t.end if (t := kept.claim.time).end != t.start else None, basis=basis_of("time")),
    Column(name="actor", kind="json", required=True, meaning="Who does it; sector UNK where nobody is named.", parts=_ENTITY,
           value=lambda kept: _entities(kept, kept.claim.agents) or [{"sector": "UNK"}], basis=basis_of("agents")),
    Column(name="recipient", kind="json", meaning="Whom it is done to.", parts=_ENTITY,
           value=lambda kept: _entities(kept, kept.claim.targets), basis=basis_of("targets")),
    Column(name="event", kind="json", required=True, meaning="Category: a list of one.", values=tuple((one, "") for one in _CATEGORIES),
           value=lambda kept: [_category(kept)], basis=basis_of("trigger")),
    Column(name="mode", kind="json", meaning="Mode of an assault, where one fits.", value=_mode, basis=basis_of("trigger")),
    Column(name="quad_code", kind="integer", required=True, meaning="Quad code of the category.",
           values=(("1", "verbal cooperation"), ("2", "material cooperation"), ("3", "verbal conflict"), ("4", "material conflict")),
           value=lambda kept: read_table("plover")["quad"][_category(kept)], basis=basis_of("trigger")),
    Column(name="event_loc", kind="json", meaning="Where.", value=_location, basis=basis_of("place"),
           parts=(("extracted_place", "the words"), ("resolved_place", "name"), ("geonameid", "GeoNames id"), ("lat", ""), ("lon", ""),
                  ("country_code", "ISO 3166-1 alpha-2"), ("resolution", "4 town, 3 district, 2 province, 1 country"))),
    Column(name="event_text", kind="text", required=True, meaning="The words of the claim.",
           value=lambda kept: _line(kept.claim.span.of(kept.text)), basis=basis_of("claim")),
    Column(name="size", kind="json", meaning="The least that is told of dead, injured, arrested; absent where nothing is.", value=_size,
           basis=basis_of("figures"), parts=(("dead", ""), ("injured", ""), ("arrested", "captured and abducted too"))),
    Column(name="text_info", kind="json", required=True, meaning="Where the words stand in the page's text, in code points, half-open.",
           value=lambda kept: {"start": kept.claim.span.start, "end": kept.claim.span.end}, basis=basis_of("claim"),
           parts=(("start", ""), ("end", ""))),
    Column(name="cite_info", kind="json", required=True, meaning="The document.", value=_cite, basis=basis_of("claim"),
           parts=(("url", ""), ("title", ""), ("language", ""), ("publication", ""), ("coder", ""), ("codebook", ""), ("date", ""),
                  ("sha256", "of the page's bytes"))),
    Column(name="figures", kind="json", meaning="Extension: every number with its bounds and its words.",
           value=lambda kept: [_figure(kept, one) for one in kept.claim.figures], basis=basis_of("figures"),
           parts=(("measure", ""), ("low", ""), ("high", ""), ("about", ""), ("of", "who is counted"), ("words", ""))),
    Column(name="chain", kind="json", meaning="Extension: who says it, the outermost relay first, the originator last; absent for the outlet's own voice.",
           value=lambda kept: [without_nothing({**_entity(link.source, _line(link.span.of(kept.text))),
                                                "stance": link.verb.stance if link.verb else None}) for link in kept.claim.chain],
           basis=basis_of("chain"), parts=(*_ENTITY, ("stance", "how they stand to it"))),
    Column(name="certainty", kind="text", required=True, meaning="Extension: stated, hedged or unknown.", value=lambda kept: kept.claim.certainty,
           basis=basis_of("trigger")),
    Column(name="riwaya_type", kind="text", required=True, meaning="Extension: Riwaya's own type and subtype.",
           value=lambda kept: kept.claim.type + (f"/{kept.claim.subtype}" if kept.claim.subtype else ""), basis=basis_of("trigger")),
    Column(name="riwaya_event", kind="text", meaning="Extension: id of the event in the ledger.", value=lambda kept: kept.event_id,
           basis=basis_of("claim")),
    Column(name="coder", kind="text", required=True, meaning="Who coded it.", value=lambda _: f"riwaya {__version__}",
           basis=by_rule("the version that reads")),
)  # fmt: skip

SHAPE = Shape(
    name="plover",
    title="Claims of happenings as PLOVER events, a line of JSON each",
    row="one claim that something happened, on a day",
    over="claims",
    columns=COLUMNS,
    expand=expand,
    key="id",
    write=write_lines,
    suffix=".jsonl",
    media_type="application/x-ndjson",
    source="PLOVER manual 2.0 draft; fields of our own are marked as extensions",
    limits="What was said, by whom. One happening told ten times is ten lines; `riwaya_event` joins them.",
)
