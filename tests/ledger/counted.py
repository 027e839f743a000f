"""What is counted as it is kept, against the same counted from what holds."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, func, select

from riwaya.ledger.engine import reading
from riwaya.ledger.schema import document, event, event_day, event_facet, live_claim, live_reading
from riwaya.ledger.store import Ledger
from riwaya.ledger.versions import HEAD, find_version

_SPOILT: set[str] = set()


def kept_days(connection: Connection) -> dict[tuple[str, int], tuple[int, int]]:
    """Give the rows of `event_day`."""
    rows = connection.execute(select(event_day))
    return {(row.facet, row.first_day): (row.events, row.contested) for row in rows}


def spoil(ledger: Ledger) -> None:
    """Say that a test damages a ledger on purpose: rows go without anybody counting."""
    _SPOILT.add(str(ledger.engine.url))


def check_counts(ledger: Ledger) -> None:
    """See that every count that is kept is the one that looking at everything gives; not in a ledger that was spoilt."""
    if str(ledger.engine.url) in _SPOILT or find_version(ledger.engine) != HEAD:
        return
    with reading(ledger.engine) as connection:
        every, contested, from_events = Counter(), Counter(), Counter()
        for row in connection.execute(select(event_facet)):
            every[row.facet, row.first_day] += 1
            contested[row.facet, row.first_day] += row.contests > 0
        for row in connection.execute(select(event.c.facets, event.c.first_day)):
            from_events.update((facet, row.first_day) for facet in row.facets.split("\n"))
        assert every == from_events
        assert kept_days(connection) == {key: (many, contested[key]) for key, many in every.items()}
        joined = document.join(live_reading, live_reading.c.reading == document.c.reading)
        tables = {"pages": live_reading, "claims": live_claim, "events": event, "documents": joined}
        counted = {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.items()
        }
    assert ledger.view.counts() == counted
