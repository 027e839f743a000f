"""A place: what happened there, as it is told."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.errors import EntryUnknown
from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.keys import place_key
from riwaya.ledger.overview import DayCount
from riwaya.ledger.store import Ledger
from riwaya.serve.asked import EventQuery
from riwaya.serve.read.lines import EventLine, PlaceLine, listed_event, place_line


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """What the page of a place shows."""

    key: str
    """The gazetteer's id, else ``name:`` and the folded name."""
    place: PlaceLine
    """With the radius to draw, as the latest claim has it."""
    words: tuple[str, ...]
    """How the latest claims name it, each once."""
    events: tuple[EventLine, ...]
    """The latest first."""
    next: str | None
    days: tuple[DayCount, ...]
    """How many of its events begin on each day."""


def read_place(ledger: Ledger, key: str, asked: EventQuery) -> PlacePage:
    """Give a place by its key; ``asked`` narrows its events.

    Raises:
        EntryUnknown: No claim names it.
    """
    view = ledger.view
    told = view.list_claims(ClaimFilter(place=key), limit=25).records
    mine = [one for one in told if one.claim.place is not None and place_key(one.claim.place.place) == key]
    if not mine:
        raise EntryUnknown(f"There is no place {key[:80]!r}.", hint="Search for the name.")
    wanted = asked.model_copy(update={"place": key})
    page = view.list_events(wanted.filter(), order=wanted.order, limit=wanted.limit, after=wanted.after)
    words = [one.claim.place.span.of(one.text) for one in mine if one.claim.place and not one.claim.place.inherited]
    first = mine[0].claim.place
    assert first is not None
    return PlacePage(
        key=key,
        place=place_line(first.place),
        words=tuple(dict.fromkeys(" ".join(one.split()) for one in words))[:12],
        events=tuple(listed_event(one) for one in page.records),
        next=page.next,
        days=tuple(view.count_days(wanted.filter())),
    )
