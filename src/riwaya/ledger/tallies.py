"""How much there is, kept beside what is counted: no timeline and no count looks through the events of a ledger.

`event_day` has, for each facet (`riwaya.ledger.facets`), how many events begin on each day and how many of them are
contested; `holding` how many pages, documents and claims hold. Both change in the transaction that changes what they
count, by the difference only: an event that comes out as it was costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, select, text

from riwaya.ledger.bulk import run_for_each
from riwaya.ledger.facets import EVERY
from riwaya.ledger.schema import document, event_day, holding, live_claim, live_reading

Stood = tuple[str, int, int]
"""Of an event: its facets (a line each), its first day, and how many relations contest it."""


def count_events(connection: Connection, came: Iterable[Stood], went: Iterable[Stood] = ()) -> None:
    """Count events that came and those that went, as they stand or stood in `event`."""
    changed: dict[tuple[str, int], list[int]] = {}
    for sign, events in ((1, came), (-1, went)):
        for facets, day, contests in events:
            contested = sign if contests > 0 else 0
            for facet in facets.split("\n"):
                counted = changed.setdefault((facet, day), [0, 0])
                counted[0] += sign
                counted[1] += contested
    rows = [(facet, day, many, contested) for (facet, day), (many, contested) in changed.items() if many or contested]
    if not rows:
        return
    # In the order of the key, pages of the index are visited once.
    run_for_each(connection, _COUNT.format("VALUES (?, ?, ?, ?)"), _COUNTED, sorted(rows), at_once=_COUNT_AT_ONCE)
    emptied = sorted((facet, day) for facet, day, many, _ in rows if many < 0)
    run_for_each(connection, _CLEAR, _DAY, emptied, at_once=_CLEAR_AT_ONCE)


_DAY = {"facet": "text", "first_day": "integer"}
_COUNTED = {**_DAY, "events": "integer", "contested": "integer"}
_COUNT = (
    "INSERT INTO event_day (facet, first_day, events, contested) {} ON CONFLICT (facet, first_day) DO UPDATE "
    "SET events = event_day.events + excluded.events, contested = event_day.contested + excluded.contested"
)
_COUNT_AT_ONCE = _COUNT.format("SELECT facet, first_day, events, contested FROM {given}")
_CLEAR = "DELETE FROM event_day WHERE facet = ? AND first_day = ? AND events = 0"
_CLEAR_AT_ONCE = (
    "DELETE FROM event_day USING {given} "
    "WHERE event_day.facet = given.facet AND event_day.first_day = given.first_day AND events = 0"
)


def count_events_again(connection: Connection) -> None:
    """Count all events anew."""
    connection.execute(delete(event_day))
    connection.execute(text(FILL_DAYS))


FILL_DAYS = (
    "INSERT INTO event_day (facet, first_day, events, contested) "
    "SELECT facet, first_day, count(*), sum(CASE WHEN contests > 0 THEN 1 ELSE 0 END) "
    "FROM event_facet GROUP BY facet, first_day"
)


def count_holding(connection: Connection, **changed: int) -> None:
    """Add to how many pages, documents or claims hold; a number below nought takes away."""
    rows = [(what, many) for what, many in sorted(changed.items()) if many]
    if rows:
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        connection.exec_driver_sql(_HOLD.format(mark), rows)
        if min(many for _, many in rows) < 0:
            connection.execute(delete(holding).where(holding.c.many == 0))


_HOLD = (
    "INSERT INTO holding (what, many) VALUES ({0}, {0}) "
    "ON CONFLICT (what) DO UPDATE SET many = holding.many + excluded.many"
)


def count_documents(connection: Connection, readings: Sequence[int]) -> int:
    """Give how many documents some readings have; the list is short enough for one question."""
    query = select(func.count()).select_from(document).where(document.c.reading.in_(readings))
    return int(connection.execute(query).scalar_one())


def count_holding_again(connection: Connection) -> None:
    """Count anew what holds."""
    connection.execute(delete(holding))
    count_holding(
        connection,
        pages=connection.execute(select(func.count()).select_from(live_reading)).scalar_one(),
        claims=connection.execute(select(func.count()).select_from(live_claim)).scalar_one(),
        documents=connection.execute(
            select(func.count()).select_from(document.join(live_reading, live_reading.c.reading == document.c.reading))
        ).scalar_one(),
    )


def find_counts(connection: Connection) -> dict[str, int]:
    """Give how many pages, documents, claims and events hold now."""
    held: dict[str, int] = {what: many for what, many in connection.execute(select(holding.c.what, holding.c.many))}
    events = connection.execute(select(func.sum(event_day.c.events)).where(event_day.c.facet == EVERY)).scalar()
    found = {what: int(held.get(what, 0)) for what in ("pages", "claims")}
    return found | {"events": int(events or 0), "documents": int(held.get("documents", 0))}
