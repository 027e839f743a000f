"""What stands beside the lists of a ledger: counts by day for a timeline, points for a map, names to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from riwaya.ledger.event_lists import day_sql, find_marks, resolve_wants
from riwaya.ledger.filters import EventFilter
from riwaya.ledger.queries import EventLine, day_of, load_lines

MOST_POINTS = 2_000
"""Events that a map shows at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many events begin on one day."""

    on: date
    events: int
    contested: int
    """How many of them are contested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """The events at one point of a map."""

    lat: float
    lon: float
    place_id: str | None
    place_name: str | None
    country: str | None
    events: tuple[EventLine, ...]
    """The latest first; at least one."""

    @property
    def contested(self) -> int:
        """How many of them are contested."""
        return sum(1 for one in self.events if one.is_contested)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoints:
    """Points of the latest events that answer a filter."""

    points: tuple[MapPoint, ...]
    """Those with most events first, then by place."""
    without_point: int
    """Of the events looked at, how many have no point."""
    is_cut: bool
    """Whether there are earlier events than those looked at."""


def count_days(connection: Connection, wanted: EventFilter) -> list[DayCount]:
    """Give how many events begin on each day, by day, days without any left out; see `View.count_days`."""
    asked = resolve_wants(connection, wanted)
    if asked.is_none:
        return []
    found: dict[int, tuple[int, int]] = {}
    for sql, values in day_sql(asked):
        for day, events, contested in connection.execute(text(sql), values):
            before = found.get(day, (0, 0))
            found[day] = before[0] + int(events), before[1] + int(contested)
    return [
        DayCount(on=on, events=found[day][0], contested=found[day][1])
        for day in sorted(found)
        if (on := day_of(day)) is not None
    ]


def find_points(connection: Connection, wanted: EventFilter, *, limit: int = MOST_POINTS) -> MapPoints:
    """Give the points of the latest events; see `View.find_points`."""
    many = max(1, min(limit, MOST_POINTS))
    asked = resolve_wants(connection, wanted)
    marks = find_marks(connection, asked, "latest", many + 1)
    lines = load_lines(connection, [mark.event for mark in marks[:many]])
    placed: dict[tuple[Any, ...], list[EventLine]] = {}
    for one in lines:
        if one.lat is not None and one.lon is not None:
            placed.setdefault((one.lat, one.lon, one.place_id or ""), []).append(one)
    points = [_point(events) for events in placed.values()]
    return MapPoints(
        points=tuple(sorted(points, key=lambda one: (-len(one.events), one.place_id or "", one.lat, one.lon))),
        without_point=len(lines) - sum(len(events) for events in placed.values()),
        is_cut=len(marks) > many,
    )


def _point(events: Sequence[EventLine]) -> MapPoint:
    first = events[0]
    assert first.lat is not None
    assert first.lon is not None
    return MapPoint(
        lat=first.lat, lon=first.lon, place_id=first.place_id, place_name=first.place_name, country=first.country,
        events=tuple(events),
    )  # fmt: skip
