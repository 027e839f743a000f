"""The overview: events of a filter, counted by day and by place; list, timeline and map show the same events."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger.overview import DayCount
from riwaya.ledger.store import Ledger
from riwaya.serve.asked import EventQuery
from riwaya.serve.read.lines import EventLine, PlaceLine, listed_event

_POINTS = 300
"""Events that the map of the overview shows: the latest of the filter."""
_LINES = 3
"""Of one place, those that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The events at one place of the map."""

    place: PlaceLine
    """With the radius to draw."""
    events: int
    contested: int
    latest: tuple[EventLine, ...]
    """At most three of them, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the first page shows. Empty tuples where nothing fits."""

    asked: EventQuery
    """The filter, as the address has it."""
    events: tuple[EventLine, ...]
    """The page of the list at hand."""
    next: str | None
    """Give it as ``after`` for the next page; None where the list ends."""
    days: tuple[DayCount, ...]
    """How many events of the filter begin on each day; days without any are left out."""
    points: tuple[Point, ...]
    """Where the latest of them lie, those with most events first."""
    without_point: int
    """Events looked at for the map that have no point."""
    is_cut: bool
    """Whether the map leaves out earlier events."""
    counts: dict[str, int]
    """How many pages, documents, claims and events hold in the whole ledger."""


def read_overview(ledger: Ledger, asked: EventQuery, counts: dict[str, int] | None = None) -> Overview:
    """Give the overview of a filter.

    Args:
        ledger: To be read.
        asked: Which events, in which order, which page of the list.
        counts: What the whole ledger holds, where that was counted already: it is the same for every filter.

    Raises:
        EntryUnknown: The filter names an event that is none.
    """
    view, wanted = ledger.view, asked.filter()
    page = view.list_events(wanted, order=asked.order, limit=asked.limit, after=asked.after)
    found = view.find_points(wanted, limit=_POINTS, lines=_LINES)
    return Overview(
        asked=asked,
        events=tuple(listed_event(one) for one in page.records),
        next=page.next,
        days=tuple(view.count_days(wanted)),
        points=tuple(
            Point(
                place=place,
                events=one.events,
                contested=one.contested,
                latest=tuple(listed_event(line) for line in one.latest),
            )
            for one in found.points
            if (place := listed_event(one.latest[0]).place) is not None
        ),
        without_point=found.without_point,
        is_cut=found.is_cut,
        counts=counts or view.counts(),
    )
