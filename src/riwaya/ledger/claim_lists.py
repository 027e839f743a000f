"""Which claims are wanted, a page at a time, each list along one index.

Of all that is asked for, what fewest claims answer is walked through in the order of its index (`_Way`); the rest is
looked at in the row of each claim. As with events, what lasts very long has an index of its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, text

from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.ids import resolve_id
from riwaya.ledger.names import find_keys
from riwaya.ledger.paging import SMALL, Window, count_to, equals, merge_stretches, split_stretches
from riwaya.ledger.schema import LONGEST_DAYS, claim, document, event, page, reading

_MOST_VALUES = 500
_AT_ONCE = 10_000
"""Numbers that are fetched together."""


class ClaimMark(NamedTuple):
    """Where a claim stands in the list of the latest."""

    day: int
    claim: int


@dataclass(frozen=True, slots=True)
class _Way:
    """An index to walk along."""

    source: str
    """What stands after FROM; the claim's own row is ``c``."""
    column: str
    """Holds one of the values; empty where the way has none."""
    values: tuple[str | int, ...] = ()
    where: str = ""
    """What joins the claim's row, or narrows the way."""
    day: str = "c.first_day"
    number: str = "c.claim"
    is_ordered: bool = True
    """The index is in the order of days."""
    also: _Way | None = None
    """What lies along it is wanted as well."""
    implies: str = ""
    """A condition that whatever lies along it answers."""


@dataclass(slots=True)
class AskedClaims:
    """What is asked of claims."""

    way: _Way
    rows: int
    """Of the way, counted up to just above `SMALL`."""
    where: list[str]
    """Conditions on the row ``c``, those of the way among them."""
    values: dict[str, Any]
    window: Window
    is_none: bool = False
    """Nothing can answer: a name that nobody has."""


@dataclass(slots=True)
class _Building:
    connection: Connection
    where: list[str] = field(default_factory=list[str])
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    ways: list[_Way] = field(default_factory=list[_Way])
    is_none: bool = False

    def add(self, column: str, name: str, values: Sequence[Any], way: _Way | None) -> None:
        """Ask that a column of ``c`` has one of some values."""
        if not values:
            self.is_none = True
            return
        self.where.append(equals(column, name, values, self.values))
        if way is not None:
            self.ways.append(way)


def resolve_asked(connection: Connection, wanted: ClaimFilter) -> AskedClaims:
    """Give what a filter asks for, and the way along which fewest claims lie; words to search for are no part of it.

    Raises:
        EntryUnknown: There is no such claim or event.
    """
    made = _Building(connection)
    _ask_ids(made, wanted)
    _ask_parties(made, wanted)
    _ask_place(made, wanted)
    _ask_kind(made, wanted)
    window = Window.of(wanted.since, wanted.until)
    everything = _along("ix_live_claim_day", connection, "", ())
    if made.is_none:
        return AskedClaims(everything, 0, [], {}, window, is_none=True)
    ways = [(_count(connection, way), at) for at, way in enumerate(made.ways)]
    rows, best = min(ways, default=(SMALL + 1, -1))
    if best >= 0 and (rows <= SMALL or made.ways[best].is_ordered):
        return AskedClaims(made.ways[best], rows, made.where, made.values, window)
    ordered = [(many, at) for many, at in ways if made.ways[at].is_ordered]
    rows, best = min(ordered, default=(SMALL + 1, -1))
    return AskedClaims(made.ways[best] if best >= 0 else everything, rows, made.where, made.values, window)


def find_claim_marks(
    connection: Connection, asked: AskedClaims, limit: int, after: ClaimMark | None = None
) -> list[ClaimMark]:
    """Give the claims after a mark by first day, the latest first, those without a day last."""
    window = asked.window
    if asked.is_none:
        return []
    found: list[ClaimMark] = []
    if after is None or after.day >= window.low:
        found += _walk(connection, asked, asked.way, window.low, window.high, limit, after)
    if len(found) < limit and window.since is not None and window.low > 0:
        long = _along("ix_live_claim_long", connection, "", ())
        long = _Way(long.source, "", where=f"c.last_day - c.first_day > {LONGEST_DAYS}")
        found += _walk(connection, asked, long, 0, min(window.low - 1, window.high), limit - len(found), after)
    return found


def find_claims_entered(
    connection: Connection, asked: AskedClaims, limit: int | None, readings: Sequence[int] | None = None
) -> Sequence[int]:
    """Give the numbers of claims in the order in which they entered; of some readings only where they are given."""
    if asked.is_none:
        return ()
    values = dict(asked.values)
    where = [*asked.where]
    if readings is not None:
        way = _along("ix_live_claim_reading", connection, "c.reading", ())
        where.append(equals("c.reading", "readings", list(readings), values))
    elif asked.rows > SMALL and (limit is not None or not asked.way.column):
        way = _Way("live_claim c", "", where="c.claim > 0")
    else:
        way = asked.way if asked.way.also is None else _Way("live_claim c", "")
        if way.column:
            where.append(equals(way.column, "way", way.values, values))
    if way.where:
        where.append(way.where)
    where += _window(asked.window, asked.window.low, asked.window.high, values)
    sql = f"SELECT DISTINCT {way.number} FROM {way.source} WHERE {' AND '.join(where)} ORDER BY {way.number}"
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    rows = connection.execute(text(sql), values, execution_options={"yield_per": _AT_ONCE})
    return array("q", rows.scalars())


def _walk(
    connection: Connection,
    asked: AskedClaims,
    way: _Way,
    low: int,
    high: int,
    limit: int,
    after: ClaimMark | None,
) -> list[ClaimMark]:
    lists: list[list[ClaimMark]] = []
    if way.also is not None:
        lists.append(_walk(connection, asked, way.also, low, high, limit, after))
    for some in split_stretches(way.values) if way.values else [[]]:
        values = dict(asked.values)
        # PostgreSQL would go through all that answers either of the two, and sort it, for the first page of one.
        where = [one for one in asked.where if one != way.implies]
        if some:
            where.append(equals(way.column, "way", some, values))
        if way.where:
            where.append(way.where)
        least = high
        if after is not None and after.day <= high:
            values |= {"day": after.day, "number": after.claim}
            where.append(f"({way.day} < :day OR {way.number} < :number)")
            least = after.day
        values |= {"low": low, "high": least}
        where.append(f"{way.day} BETWEEN :low AND :high")
        if asked.window.since is not None:
            values["since"] = asked.window.since
            where.append("c.last_day >= :since")
        distinct = "DISTINCT " if len(some) > 1 else ""
        sql = (
            f"SELECT {distinct}{way.day}, {way.number} FROM {way.source} WHERE {' AND '.join(where)} "
            f"ORDER BY {way.day} DESC, {way.number} DESC LIMIT :many"
        )
        rows = connection.execute(text(sql), values | {"many": limit})
        lists.append([ClaimMark(int(day), int(number)) for day, number in rows])
    return merge_stretches(lists, limit, lambda mark: mark, descending=True)


def _window(window: Window, low: int, high: int, values: dict[str, Any]) -> list[str]:
    if window.is_open:
        return []
    where: list[str] = ["c.first_day >= 0"]
    if window.until is not None:
        values["high"] = high
        where.append("c.first_day <= :high")
    if window.since is not None:
        values["since"] = window.since
        where.append("c.last_day >= :since")
    return where


def _along(
    index: str, connection: Connection, column: str, values: Sequence[str | int], *, is_ordered: bool = True
) -> _Way:
    # SQLite knows no statistics of single values, and takes the index of the first equality that it meets.
    named = f" INDEXED BY {index}" if connection.dialect.name == "sqlite" else ""
    return _Way(f"live_claim c{named}", column, tuple(values), is_ordered=is_ordered)


def _count(connection: Connection, way: _Way) -> int:
    source = way.source.partition(" CROSS")[0] if way.source.startswith("claim_") else way.source
    many = 0 if way.also is None else _count(connection, way.also)
    for value in way.values[:20]:
        many += count_to(connection, f"FROM {source} WHERE {way.column} = :way", {"way": value}, SMALL + 1)
    return many


def _ask_ids(made: _Building, wanted: ClaimFilter) -> None:
    connection = made.connection
    if wanted.ids is not None:
        whole = [resolve_id(connection, claim.c.id, one, "claim") for one in wanted.ids]
        numbers = [int(n) for n in connection.execute(select(claim.c.seq).where(claim.c.id.in_(whole))).scalars()]
        made.add("c.claim", "ids", numbers, _Way("live_claim c", "c.claim", tuple(numbers), is_ordered=False))
    if wanted.event is not None:
        whole_event = resolve_id(connection, event.c.id, wanted.event, "event")
        way = _along("ix_live_claim_event", connection, "c.event", (whole_event,), is_ordered=False)
        made.add("c.event", "event", [whole_event], way)
    if wanted.document is not None:
        homes = _documents(connection, wanted.document)
        numbers = [number for number, _ in homes]
        readings = sorted({one for _, one in homes})
        way = _along("ix_live_claim_reading", connection, "c.reading", readings, is_ordered=False)
        made.add("c.document", "document", numbers, way)


def _documents(connection: Connection, value: str) -> list[tuple[int, int]]:
    """Give the numbers of the documents of an id or file name, each with its reading's."""
    query = select(document.c.seq, document.c.reading)
    by_id = connection.execute(query.where(document.c.id == value)).all()
    join = document.join(reading, reading.c.seq == document.c.reading).join(page, page.c.seq == reading.c.page)
    by_name = connection.execute(query.select_from(join).where(page.c.name == value)).all()
    return sorted({(int(row.seq), int(row.reading)) for row in (*by_id, *by_name)})


def _ask_parties(made: _Building, wanted: ClaimFilter) -> None:
    for name, value, role in (("actor", wanted.actor, ""), ("source", wanted.source, "s")):
        if value is None:
            continue
        keys = find_keys(made.connection, "actor", value)[:_MOST_VALUES]
        if not keys:
            made.is_none = True
            return
        one = equals("p.actor", name, keys, made.values)
        in_role = f" AND p.roles LIKE '%{role}%'" if role else ""
        made.where.append(f"EXISTS (SELECT 1 FROM claim_party p WHERE p.claim = c.claim AND {one}{in_role})")
        made.ways.append(
            _Way(
                "claim_party d CROSS JOIN live_claim c",
                "d.actor",
                tuple(keys),
                "c.claim = d.claim",
                "d.first_day",
                "d.claim",
            )
        )


def _ask_place(made: _Building, wanted: ClaimFilter) -> None:
    connection = made.connection
    if wanted.place is not None:
        keys = find_keys(connection, "place", wanted.place)[:_MOST_VALUES]
        country = wanted.place.upper() if len(wanted.place) == 2 else None
        if country is None:
            made.add("c.place_id", "place", keys, _along("ix_live_claim_place", connection, "c.place_id", keys))
        elif not keys:
            way = _along("ix_live_claim_country", connection, "c.country", (country,))
            made.add("c.country", "country", [country], way)
        else:
            made.values["country"] = country
            either = f"({equals('c.place_id', 'place', keys, made.values)} OR c.country = :country)"
            made.where.append(either)
            land = replace(_along("ix_live_claim_country", connection, "c.country", (country,)), implies=either)
            place = _along("ix_live_claim_place", connection, "c.place_id", keys)
            made.ways.append(replace(place, also=land, implies=either))
    if wanted.outlet is not None:
        outlets = _outlet_keys(wanted.outlet)
        made.add("c.outlet", "outlet", outlets, _along("ix_live_claim_outlet", connection, "c.outlet", outlets))


def _ask_kind(made: _Building, wanted: ClaimFilter) -> None:
    connection = made.connection
    if wanted.type is not None:
        name, _, subtype = wanted.type.partition("/")
        made.add("c.type", "type", [name.upper()], _along("ix_live_claim_type", connection, "c.type", (name.upper(),)))
        if subtype:
            made.add("c.subtype", "subtype", [subtype], None)
    if wanted.measure is not None:
        made.values["measure"] = wanted.measure
        made.where.append("EXISTS (SELECT 1 FROM claim_figure f WHERE f.claim = c.claim AND f.measure = :measure)")
        source = "claim_figure d CROSS JOIN live_claim c"
        way = _Way(source, "d.measure", (wanted.measure,), "c.claim = d.claim", number="c.claim", is_ordered=False)
        made.ways.append(way)
    if wanted.verdict is None:
        made.where.append("(c.verdict IS NULL OR c.verdict <> 'rejected')")
    elif wanted.verdict == "open":
        made.where.append("c.verdict IS NULL")
    else:
        made.add(
            "c.verdict", "verdict", [wanted.verdict],
            _along("ix_live_claim_verdict", connection, "c.verdict", (wanted.verdict,)),
        )  # fmt: skip


def _outlet_keys(value: str) -> list[str]:
    from riwaya.lang.world import find_outlet

    entry = find_outlet(value)
    return sorted({value, entry.id}) if entry else [value]
