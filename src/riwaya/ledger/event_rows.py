"""Write events: the rows that change, and no others.

A document that joins a ledger mostly adds a claim to an event whose days, place and parties stay as they were: of the
thirty rows under which such events are found, hardly one becomes another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from riwaya.ledger.bulk import insert_rows, run_for_each
from riwaya.ledger.codec import to_json
from riwaya.ledger.contest import find_contests
from riwaya.ledger.facets import change_facets, event_row
from riwaya.ledger.load import chunks
from riwaya.ledger.schema import event, live_claim
from riwaya.ledger.tallies import Stood, count_events
from riwaya.model.event import Event

Row = dict[str, Any]
Member = tuple[str | None, str | None]
"""Of a live claim: the event in which it stands, and what put it there."""


def replace_events(
    connection: Connection, found: Sequence[Event], numbers: Mapping[str, int], touched: Collection[str]
) -> None:
    """Put events in place of others, and count them (`riwaya.ledger.tallies`).

    Args:
        connection: A writer's.
        found: The events that hold now; each that is there already is among those touched.
        numbers: Number of the row of each of their claims, by id; all of an event that is there are of one touched.
        touched: Ids of the events that they replace.
    """
    rows = _rows(connection, found, numbers)
    before = _find_rows(connection, touched)
    came = [row for row in rows if before.get(row["id"]) != row]
    now = {row["id"]: row for row in rows}
    gone = [row for name, row in before.items() if now.get(name) != row]
    for chunk in chunks([row["id"] for row in gone]):
        connection.execute(delete(event).where(event.c.id.in_(chunk)))
    insert_rows(connection, event, came)
    change_facets(connection, came, gone)
    count_events(connection, map(_stood, came), map(_stood, gone))
    _put_members(connection, _members(found, numbers), _find_members(connection, touched))


def write_events(connection: Connection, found: Sequence[Event], numbers: Mapping[str, int]) -> None:
    """Write events that are not there yet, and in each live claim in which it stands; nothing is counted.

    Args:
        connection: A writer's.
        found: The events.
        numbers: Number of the row of each of their claims, by id; none stands in an event.
    """
    rows = _rows(connection, found, numbers)
    insert_rows(connection, event, rows)
    change_facets(connection, rows)
    _put_members(connection, _members(found, numbers), {})


def _rows(connection: Connection, found: Sequence[Event], numbers: Mapping[str, int]) -> list[Row]:
    if not found:
        return []
    contests = find_contests(connection, found, numbers)
    return [event_row(one, many) for one, many in zip(found, contests, strict=True)]


def _find_rows(connection: Connection, names: Collection[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for chunk in chunks(sorted(names)):
        for row in connection.execute(select(event).where(event.c.id.in_(chunk))).mappings():
            found[row["id"]] = dict(row)
    return found


def _stood(row: Row) -> Stood:
    return row["facets"], row["first_day"], row["contests"]


def _members(found: Sequence[Event], numbers: Mapping[str, int]) -> dict[int, Member]:
    return {
        numbers[told.claim.id]: (one.id, to_json(told.why) if told.why else None)
        for one in found
        for told in one.claims
    }


def _find_members(connection: Connection, names: Collection[str]) -> dict[int, Member]:
    c = live_claim.c
    found: dict[int, Member] = {}
    for chunk in chunks(sorted(names)):
        for number, name, why in connection.execute(select(c.claim, c.event, c.why).where(c.event.in_(chunk))):
            found[int(number)] = name, why
    return found


def _put_members(connection: Connection, now: Mapping[int, Member], before: Mapping[int, Member]) -> None:
    changed = {number: member for number, member in now.items() if before.get(number) != member}
    changed |= {number: (None, None) for number in before if number not in now}
    rows = [(*changed[number], number) for number in sorted(changed)]
    run_for_each(connection, _PUT, _MEMBER, rows, at_once=_PUT_AT_ONCE)


_MEMBER = {"event": "text", "why": "text", "claim": "bigint"}
_PUT = "UPDATE live_claim SET event = ?, why = ? WHERE claim = ?"
_PUT_AT_ONCE = (
    "UPDATE live_claim SET event = given.event, why = given.why FROM {given} WHERE live_claim.claim = given.claim"
)
