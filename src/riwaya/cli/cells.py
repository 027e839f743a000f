"""What the table says of a claim, field by field: the reading, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.cli.bidi import clean_words
from riwaya.model.actor import Participant
from riwaya.model.claim import Claim
from riwaya.model.document import Document
from riwaya.model.figure import Figure
from riwaya.model.place import PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a cell."""

    value: str
    words: str = ""
    """The words of the page; empty where the value rests on none."""
    style: str = ""


def find_entries(claim: Claim, document: Document) -> dict[str, list[Entry]]:
    """Give the entries of each column, by column; none where the text does not say."""
    text = document.text
    return {
        "says": [_speaker(claim, document)],
        "through": [Entry(link.source.name, _words(link.span, text)) for link in claim.chain[:-1]],
        "what": [_happening(claim, text)],
        "agents": _participants(claim.agents, text),
        "targets": _participants(claim.targets, text),
        "figures": [Entry(say_figure(figure), _words(figure.span, text), "bold") for figure in claim.figures],
        "place": [_place(claim.place, text)] if claim.place else [],
        "time": [_time(claim.time, text)] if claim.time else [],
    }


def say_bounds(low: int | None, high: int | None, *, about: bool = False) -> str:
    """Say how many: ``50``, ``20–99``, ``≥ 20``, ``≤ 40``, ``about 20``."""
    if low is None or high is None:
        many = f"≥ {low:,}" if low is not None else f"≤ {high:,}" if high is not None else "?"
    else:
        many = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"about {many}" if about else many


def say_figure(figure: Figure) -> str:
    """Say a figure: ``killed 50 of Wagner Group``."""
    many = say_bounds(figure.low, figure.high, about=figure.about)
    of = f" of {figure.of.name}" if figure.of else ""
    return f"{figure.measure.replace('_', ' ')} {many}{of}"


def say_days(start: date | None, end: date | None) -> str:
    """Say when: one day, ``first … last``, or that no day is known."""
    if start is None and end is None:
        return "no day known"
    if start == end:
        return str(start)
    return f"{start or ''} … {end or ''}".strip()


def _speaker(claim: Claim, document: Document) -> Entry:
    if not claim.chain:
        outlet = document.outlet.name if document.outlet else "the page"
        return Entry(f"{outlet}, in its own voice", style="dim")
    link = claim.chain[-1]
    extra = [part for part in (link.channel, link.verb.stance if link.verb else None) if part and part != "neutral"]
    said = f" ({', '.join(extra)})" if extra else ""
    return Entry(f"{link.source.name}{said}", _words(link.span, document.text))


def _happening(claim: Claim, text: str) -> Entry:
    kind = f"{claim.type}/{claim.subtype}" if claim.subtype else claim.type
    marks = [mark for mark in (claim.polarity, claim.certainty) if mark not in ("affirmed", "stated")]
    style = "bold red" if claim.polarity == "denied" else "bold yellow" if marks else "bold"
    return Entry(f"{kind} ({', '.join(marks)})" if marks else kind, _words(claim.trigger, text), style)


def _participants(participants: tuple[Participant, ...], text: str) -> list[Entry]:
    return [Entry(one.actor.name, _words(one.span, text)) for one in participants]


def _place(mention: PlaceMention, text: str) -> Entry:
    place = mention.place
    relation = place.relation.replace("-", " ")
    told = relation == "in" or place.name.startswith(f"{relation} ")
    name = place.name if told else f"{relation} {place.name}"
    carried = ", carried over" if mention.inherited else ""
    return Entry(f"{name} ({place.precision}{carried})", _words(mention.span, text))


def _time(time: Timex, text: str) -> Entry:
    said = say_days(time.start, time.end) if time.start or time.end else time.value
    return Entry(f"{said} (carried over)" if time.inherited else said, _words(time.span, text))


def _words(span: Span, text: str) -> str:
    return clean_words(span.of(text))
