"""What an event is found under: a row of `event_facet` for each thing that one may ask for.

A facet is a letter and a key: ``a:`` an actor in any role, ``p:`` a place, ``c:`` a country, ``t:`` a type or
``TYPE/subtype``, ``m:`` a measure; ``*`` is every event, ``!`` the contested ones, ``~`` those that last long. Each row
repeats the days and contests of its event, so that a page of any list is one stretch of one index.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from riwaya.ledger.bulk import insert_values, run_for_each
from riwaya.ledger.codec import to_json
from riwaya.ledger.keys import actor_key, find_origin, place_key, plain
from riwaya.ledger.schema import LONGEST_DAYS, NO_DAY
from riwaya.model.event import Event, ToldClaim

EVERY, CONTESTED, LONG = "*", "!", "~"

Row = dict[str, Any]


def event_row(one: Event, contests: int) -> Row:
    """Give the row of an event in the table `event`.

    Args:
        one: The event.
        contests: How many relations of its accounts contest it.
    """
    time, place = one.time, one.place
    start = (time.start or time.end) if time else None
    end = (time.end or time.start) if time else None
    first, last = (start.toordinal() if start else NO_DAY), (end.toordinal() if end else NO_DAY)
    record = {"time": time, "place": place, "sides": one.sides, "title": one.title, "copies": one.copies}
    told = {key: value for key, value in record.items() if value}
    return {
        "id": one.id,
        "type": one.type,
        "subtype": one.subtype,
        "first_day": first,
        "last_day": last,
        "place_id": place_key(place) if place else None,
        "place_name": plain(place.name) if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "claims": len(one.claims),
        "documents": len({told.document_id for told in one.claims}),
        "contested": contests > 0,
        "contests": contests,
        "facets": "\n".join(_facets(one, contests, is_long=last - first > LONGEST_DAYS)),
        "record": to_json(told) if told else "{}",
    }


def _facets(one: Event, contests: int, *, is_long: bool) -> list[str]:
    found = {EVERY, f"t:{one.type}"}
    if one.subtype:
        found.add(f"t:{one.type}/{one.subtype}")
    if contests:
        found.add(CONTESTED)
    if is_long:
        found.add(LONG)
    for told in one.claims:
        _add_claim(found, told)
    place = one.place
    if place is not None:
        found.add("p:" + place_key(place))
        if place.country:
            found.add("c:" + place.country)
    return sorted(facet.replace("\n", " ") for facet in found)


def _add_claim(found: set[str], told: ToldClaim) -> None:
    claim = told.claim
    for mention in claim.agents:
        found.add("a:" + actor_key(mention.actor))
    for mention in claim.targets:
        found.add("a:" + actor_key(mention.actor))
    for figure in claim.figures:
        found.add("m:" + figure.measure)
        if figure.of is not None:
            found.add("a:" + actor_key(figure.of))
    for link in claim.chain:
        found.add("a:" + actor_key(link.source))
    origin = find_origin(claim, told.outlet)
    if origin is not None:
        found.add("a:" + actor_key(origin))
    if claim.place is not None:
        place = claim.place.place
        found.add("p:" + place_key(place))
        if place.country:
            found.add("c:" + place.country)


def change_facets(connection: Connection, came: Iterable[Row], gone: Iterable[Row] = ()) -> None:
    """Put events, by their rows in `event`, under what they are found by, and take others out; what stays is not touched."""
    now, before = _rows_of(came), _rows_of(gone)
    # In the order of the key, pages of the index are visited once.
    left = [row[:3] for row in sorted(before - now)]
    run_for_each(connection, _TAKE, _KEY, left, at_once=_TAKE_AT_ONCE)
    entered = sorted(now - before)
    if entered:
        insert_values(connection, "event_facet", (*_KEY, "last_day", "contests"), entered, len(entered))


_KEY = {"facet": "text", "first_day": "integer", "event": "text"}
_TAKE = "DELETE FROM event_facet WHERE facet = ? AND first_day = ? AND event = ?"
_TAKE_AT_ONCE = (
    "DELETE FROM event_facet USING {given} WHERE event_facet.facet = given.facet "
    "AND event_facet.first_day = given.first_day AND event_facet.event = given.event"
)


def _rows_of(events: Iterable[Row]) -> set[tuple[str, int, str, int, int]]:
    return {
        (facet, row["first_day"], row["id"], row["last_day"], row["contests"])
        for row in events
        for facet in row["facets"].split("\n")
    }
