"""Which events are wanted, a page at a time, out of `event_facet` alone.

The rarest of the facets that are asked for is walked through in the order of the list; the others are looked up by
their keys. Days are a stretch of the index: what lasts no longer than `LONGEST_DAYS` begins at most so long before the
window, and the few that last longer have a facet of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from riwaya.ledger.facets import CONTESTED, EVERY, LONG
from riwaya.ledger.filters import EventFilter, EventOrder
from riwaya.ledger.names import find_keys
from riwaya.ledger.paging import SMALL, Window, count_to, equals, merge_stretches, split_stretches

_MOST_VALUES = 500
"""Facets that one word may mean; the first ones by key."""


class Mark(NamedTuple):
    """Where an event stands in every list."""

    contests: int
    day: int
    event: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of events: each of the wants by any of its facets."""

    wants: tuple[tuple[str, ...], ...]
    """The first is walked through, the others are looked up."""
    window: Window

    @property
    def is_none(self) -> bool:
        """Whether nothing can answer: a name that nobody has."""
        return any(not facets for facets in self.wants)


def resolve_wants(connection: Connection, wanted: EventFilter) -> Asked:
    """Give what a filter asks for as facets, the rarest first; ids are no part of it."""
    wants: list[tuple[str, ...]] = []
    if wanted.actor is not None:
        wants.append(_facets("a:", find_keys(connection, "actor", wanted.actor)))
    if wanted.place is not None:
        wants.append(_place_facets(connection, wanted.place))
    if wanted.type is not None:
        name, _, subtype = wanted.type.partition("/")
        wants.append((f"t:{name.upper()}/{subtype}" if subtype else f"t:{name.upper()}",))
    if wanted.measure is not None:
        wants.append((f"m:{wanted.measure}",))
    if wanted.contested:
        wants.append((CONTESTED,))
    if not wants:
        wants.append((EVERY,))
    if len(wants) > 1:
        counted = sorted((_count(connection, facets), at) for at, facets in enumerate(wants))
        wants = [wants[at] for _, at in counted]
    return Asked(tuple(wants), Window.of(wanted.since, wanted.until))


def _facets(letter: str, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(letter + key for key in keys[:_MOST_VALUES])


def _place_facets(connection: Connection, place: str) -> tuple[str, ...]:
    found = _facets("p:", find_keys(connection, "place", place))
    return (*found, f"c:{place.upper()}") if len(place) == 2 else found


def _count(connection: Connection, facets: Sequence[str]) -> int:
    many = 0
    for facet in facets:
        many += count_to(connection, "FROM event_facet WHERE facet = :facet", {"facet": facet}, SMALL)
        if many > SMALL * 10:
            break
    return many


def find_marks(
    connection: Connection, asked: Asked, order: EventOrder, limit: int, after: Mark | None = None
) -> list[Mark]:
    """Give where the first events after a mark stand, in order; fewer than the limit only where the list ends."""
    if asked.is_none:
        return []
    found: list[Mark] = []
    for stretch in _stretches(asked, order):
        if len(found) < limit and not stretch.is_before(after):
            found += _walk(connection, asked, stretch, limit - len(found), after)
    return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Part of a list: rows of one kind, in one order."""

    order: str
    """contests, latest or earliest."""
    only: str = ""
    """Condition on the rows."""
    low: int = -1
    high: int = 2**31 - 1
    """First days, both inclusive."""
    is_long: bool = False
    is_last: bool = False
    """It holds what comes after all days though its number is less."""

    @property
    def descends(self) -> bool:
        """Whether the last comes first."""
        return self.order != "earliest"

    def is_before(self, after: Mark | None) -> bool:
        """Say whether a mark lies beyond the stretch: all of it was given."""
        if after is None:
            return False
        if self.order == "contests":
            return after.contests == 0
        if self.only and after.contests > 0:
            return False
        if self.order == "latest":
            return after.day < self.low
        return not self.is_last and (after.day > self.high or after.day < 0)


def _stretches(asked: Asked, order: EventOrder) -> list[_Stretch]:
    if order == "earliest":
        return _from_the_first(asked.window)
    if order == "latest":
        return _from_the_last(asked.window, "")
    contested = _Stretch("contests", "d.contests > 0")
    return [contested] if (CONTESTED,) in asked.wants else [contested, *_from_the_last(asked.window, "d.contests = 0")]


def _from_the_last(window: Window, only: str) -> list[_Stretch]:
    found = [_Stretch("latest", only, window.low, window.high)]
    if window.since is not None and window.low > 0:
        found.append(_Stretch("latest", only, 0, min(window.low - 1, window.high), is_long=True))
    return found


def _from_the_first(window: Window) -> list[_Stretch]:
    found = [_Stretch("earliest", "", max(0, window.low), window.high)]
    if window.since is not None and window.low > 0:
        found.insert(0, _Stretch("earliest", "", 0, min(window.low - 1, window.high), is_long=True))
    if window.is_open:
        found.append(_Stretch("earliest", "", -1, -1, is_last=True))
    return found


def _walk(connection: Connection, asked: Asked, stretch: _Stretch, limit: int, after: Mark | None) -> list[Mark]:
    first, *others = asked.wants
    if stretch.is_long:
        first, others = (LONG,), list(asked.wants)
    lists: list[list[Mark]] = []
    for facets in split_stretches(first):
        sql, values = _sql(facets, others, stretch, asked.window, after)
        rows = connection.execute(text(sql), values | {"many": limit})
        lists.append([Mark(*row) for row in rows])
    return merge_stretches(lists, limit, _key(stretch), descending=stretch.descends)


def _key(stretch: _Stretch) -> Callable[[Mark], tuple[object, ...]]:
    return _by_contests if stretch.order == "contests" else _by_day


def _by_contests(mark: Mark) -> tuple[object, ...]:
    return mark.contests, mark.day, mark.event


def _by_day(mark: Mark) -> tuple[object, ...]:
    return mark.day, mark.event


def _sql(
    facets: Sequence[str],
    others: Sequence[Sequence[str]],
    stretch: _Stretch,
    window: Window,
    after: Mark | None,
) -> tuple[str, dict[str, Any]]:
    """Give the statement that walks through some facets, and its parameters but for ``many``."""
    values: dict[str, Any] = {}
    where = _conditions(facets, others, stretch, window, after, values)
    down = " DESC" if stretch.descends else ""
    order = f"d.first_day{down}, d.event{down}"
    if stretch.order == "contests":
        order = f"d.contests DESC, {order}"
    distinct = "DISTINCT " if len(facets) > 1 else ""
    sql = f"SELECT {distinct}d.contests, d.first_day, d.event FROM event_facet d WHERE {where} ORDER BY {order} LIMIT :many"
    return sql, values


def _conditions(
    facets: Sequence[str],
    others: Sequence[Sequence[str]],
    stretch: _Stretch,
    window: Window,
    after: Mark | None,
    values: dict[str, Any],
) -> str:
    where = [equals("d.facet", "facet", facets, values)]
    if stretch.only:
        where.append(stretch.only)
    where += _days(stretch, window, after, values)
    for at, alternatives in enumerate(others):
        one = equals("o.facet", f"other{at}", alternatives, values)
        where.append(
            f"EXISTS (SELECT 1 FROM event_facet o WHERE {one} AND o.first_day = d.first_day AND o.event = d.event)"
        )
    return " AND ".join(where)


def _days(stretch: _Stretch, window: Window, after: Mark | None, values: dict[str, Any]) -> list[str]:
    low, high = (window.low, window.high) if stretch.order == "contests" else (stretch.low, stretch.high)
    where: list[str] = []
    if after is not None and stretch.order == "contests":
        values |= {"contests": after.contests, "day": after.day, "event": after.event}
        where.append("(d.contests, d.first_day, d.event) < (:contests, :day, :event)")
    elif after is not None and not (stretch.only and after.contests > 0) and low <= after.day <= high:
        values |= {"day": after.day, "event": after.event}
        if stretch.descends:
            high = after.day
            where.append("(d.first_day < :day OR d.event < :event)")
        else:
            low = after.day
            where.append("(d.first_day > :day OR d.event > :event)")
    values |= {"low": low, "high": high}
    where.append("d.first_day BETWEEN :low AND :high")
    if window.since is not None:
        values["since"] = window.since
        where.append("d.last_day >= :since")
    return where


def day_sql(asked: Asked) -> list[tuple[str, dict[str, Any]]]:
    """Give the statements that count the events of each first day: rows of day, events, contested events.

    What is asked by one facet was counted when it was kept (`riwaya.ledger.tallies`); only what began before the window
    and reaches into it is looked at event by event. Of several facets the events of the rarest are.
    """
    facet = _counted_facet(asked)
    window = asked.window
    if facet is None:
        return [_day_statement(asked, stretch) for stretch in _from_the_last(window, "")]
    if window.since is None:
        return [_counted_statement(facet, asked, window.low)]
    before, *long = _from_the_last(window, "")
    early = replace(before, high=min(window.since - 1, window.high))
    return [_counted_statement(facet, asked, window.since), *(_day_statement(asked, one) for one in (early, *long))]


def _counted_facet(asked: Asked) -> str | None:
    """Give the facet by whose counts a filter is answered; None where none is enough."""
    if any(len(facets) != 1 for facets in asked.wants):
        return None
    rest = [facet for (facet,) in asked.wants if facet not in (EVERY, CONTESTED)]
    return None if len(rest) > 1 else rest[0] if rest else EVERY


def _counted_statement(facet: str, asked: Asked, low: int) -> tuple[str, dict[str, Any]]:
    events, only = ("contested", " AND contested > 0") if (CONTESTED,) in asked.wants else ("events", "")
    sql = f"SELECT first_day, {events}, contested FROM event_day WHERE facet = :facet AND first_day BETWEEN :low AND :high"
    return sql + only, {"facet": facet, "low": low, "high": asked.window.high}


def _day_statement(asked: Asked, stretch: _Stretch) -> tuple[str, dict[str, Any]]:
    """Give the statement that looks at every event of a stretch."""
    first, *others = asked.wants
    walked, looked = ((LONG,), list(asked.wants)) if stretch.is_long else (first, others)
    values: dict[str, Any] = {}
    # A facet that has one value is joined: to ask of each event whether it has it takes half as long again.
    joined = [facets for facets in looked if len(facets) == 1]
    where = _conditions(walked, [one for one in looked if len(one) > 1], stretch, asked.window, None, values)
    tables = "event_facet d"
    for at, (facet,) in enumerate(joined):
        tables += f" CROSS JOIN event_facet j{at}"
        values[f"joined{at}"] = facet
        where += f" AND j{at}.facet = :joined{at} AND j{at}.first_day = d.first_day AND j{at}.event = d.event"
    counted = "count(*), sum(CASE WHEN d.contests > 0 THEN 1 ELSE 0 END)"
    if len(walked) > 1:
        # An event that has two of the values counts once.
        counted = "count(DISTINCT d.event), count(DISTINCT CASE WHEN d.contests > 0 THEN d.event END)"
    return f"SELECT d.first_day, {counted} FROM {tables} WHERE {where} GROUP BY d.first_day", values
