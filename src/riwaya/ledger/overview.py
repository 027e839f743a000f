"""What stands beside the lists of a ledger: counts by day for a timeline, points for a map, names to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from riwaya.ledger.event_lists import Mark, day_sql, find_marks, resolve_wants
from riwaya.ledger.filters import EventFilter
from riwaya.ledger.load import chunks
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
    events: int
    """How many; at least one."""
    contested: int
    """How many of them are contested."""
    latest: tuple[EventLine, ...]
    """As many of them as were asked for, the latest first; at least one."""


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


def find_points(connection: Connection, wanted: EventFilter, *, limit: int = MOST_POINTS, lines: int = 1) -> MapPoints:
    """Give the points of the latest events; see `View.find_points`."""
    many = max(1, min(limit, MOST_POINTS))
    marks = find_marks(connection, resolve_wants(connection, wanted), "latest", many + 1)
    placed: dict[_Place, list[Mark]] = {}
    found = _find_places(connection, marks[:many])
    for mark in marks[:many]:
        place = found[mark.event]
        if place[0] is not None and place[1] is not None:
            placed.setdefault(place, []).append(mark)
    shown = [mark.event for theirs in placed.values() for mark in theirs[: max(1, lines)]]
    told = {line.id: line for line in load_lines(connection, shown)}
    points = [_point(theirs, [told[mark.event] for mark in theirs[: max(1, lines)]]) for theirs in placed.values()]
    return MapPoints(
        points=tuple(sorted(points, key=lambda one: (-one.events, one.place_id or "", one.lat, one.lon))),
        without_point=len(marks[:many]) - sum(one.events for one in points),
        is_cut=len(marks) > many,
    )


_Place = tuple[float | None, float | None, str]
"""Of an event: latitude, longitude, and the place's id, empty where it has none."""


def _find_places(connection: Connection, marks: Sequence[Mark]) -> dict[str, _Place]:
    """Give where events lie, by id: days stand together in the one index that is read, so that few pages of it are."""
    mark = "(?, ?)" if connection.dialect.name == "sqlite" else "(CAST(%s AS INTEGER), CAST(%s AS TEXT))"
    found: dict[str, _Place] = {}
    for chunk in chunks(marks):
        asked = ", ".join([mark] * len(chunk))
        values = tuple(value for one in chunk for value in (one.day, one.event))
        for name, lat, lon, place in connection.exec_driver_sql(_PLACES.format(asked=asked), values):
            found[name] = lat, lon, place or ""
    return found


_PLACES = (
    "WITH asked(day, id) AS (VALUES {asked}) SELECT event.id, event.lat, event.lon, event.place_id "
    "FROM asked JOIN event ON event.first_day = asked.day AND event.id = asked.id"
)


def _point(marks: Sequence[Mark], lines: Sequence[EventLine]) -> MapPoint:
    first = lines[0]
    assert first.lat is not None
    assert first.lon is not None
    return MapPoint(
        lat=first.lat, lon=first.lon, place_id=first.place_id, place_name=first.place_name, country=first.country,
        events=len(marks), contested=sum(1 for one in marks if one.contests > 0), latest=tuple(lines),
    )  # fmt: skip
