"""Lists for whoever shows a ledger: events, claims, documents and words found, a page at a time.

Every list is read along an index, so that a page costs the same in a ledger of a million claims; `Page.next` says where
the next one goes on. Claims and events that enter meanwhile change no page that was given: they stand where their day
puts them. `riwaya.ledger.view.View` offers all of these:

- `list_events`: by day or by how contested, with any filter; lines of a list, not whole events (`View.event` has those);
- `list_claims`: of an event, document, actor, source, place, outlet, of a kind or a verdict, with words that are sought;
- `list_documents`: as they were read, the latest first;
- `search_texts`: where words stand in the texts of documents, with a passage about them (`riwaya.ledger.found`).

`riwaya.ledger.overview` has what stands beside such lists: counts by day, points of a map, names to choose from.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from riwaya.ledger.claim_lists import ClaimMark, find_claim_marks, resolve_asked
from riwaya.ledger.codec import from_json
from riwaya.ledger.event_lists import Asked, Mark, find_marks, resolve_wants
from riwaya.ledger.filters import ClaimFilter, EventFilter, EventOrder
from riwaya.ledger.found import search_claims
from riwaya.ledger.ids import resolve_id
from riwaya.ledger.load import chunks, load_claims, load_documents
from riwaya.ledger.paging import ALL, Page, check_limit, make_mark, parse_mark
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.ledger.schema import document, event, live_reading
from riwaya.model.event import Title
from riwaya.model.record import record


@record
class EventLine:
    """An event as a list shows it."""

    id: str
    type: str
    subtype: str | None
    title: Title | None
    first_on: date | None
    last_on: date | None
    """Days over which it is told, both inclusive; None where nobody names one."""
    place_id: str | None
    """The gazetteer's id, else ``name:`` and the folded name."""
    place_name: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    """Of the place: town, district, region ...; empty where there is none."""
    radius_km: float | None
    """How far about its point the place reaches."""
    claims: int
    documents: int
    contests: int
    """How many relations between its accounts contest it: other numbers, other doers, other people, denials."""

    @property
    def is_contested(self) -> bool:
        """Whether accounts contradict each other or one denies."""
        return self.contests > 0


def list_events(
    connection: Connection,
    wanted: EventFilter,
    *,
    order: EventOrder = "latest",
    limit: int = 50,
    after: str | None = None,
) -> Page[EventLine]:
    """Give events as lines of a list; see `View.list_events`."""
    many = check_limit(limit)
    parts = parse_mark(after, (int, int, str))
    marks = find_event_marks(connection, wanted, order, many + 1, Mark(*parts) if parts else None)
    lines = load_lines(connection, [mark.event for mark in marks[:many]])
    return Page(records=tuple(lines), next=make_mark(marks[many - 1]) if len(marks) > many else None)


def find_event_marks(
    connection: Connection, wanted: EventFilter, order: EventOrder, limit: int | None, after: Mark | None = None
) -> list[Mark]:
    """Give where the events of a filter stand, in order; all of them without a limit."""
    asked = resolve_wants(connection, wanted)
    if wanted.ids is not None:
        marks = [mark for mark in _marks_of(connection, wanted.ids, asked) if after is None or mark > after]
        return marks[:limit]
    return find_marks(connection, asked, order, ALL if limit is None else limit, after)


def _marks_of(connection: Connection, ids: Sequence[str], asked: Asked) -> list[Mark]:
    """Give the marks of some events, by first day, of those that answer the rest of a filter."""
    found: list[Mark] = []
    window = asked.window
    whole = list(dict.fromkeys(resolve_id(connection, event.c.id, one, "event") for one in ids))
    for chunk in chunks(whole):
        for row in connection.execute(select(event).where(event.c.id.in_(chunk))):
            facets = {*row.facets.split("\n")}
            is_in = window.low <= row.first_day <= window.high and (
                window.since is None or row.last_day >= window.since
            )
            if is_in and all(not facets.isdisjoint(any_of) for any_of in asked.wants):
                found.append(Mark(row.contests, row.first_day, row.id))
    return sorted(found, key=lambda mark: (mark.day < 0, mark.day, mark.event))


def load_lines(connection: Connection, ids: Sequence[str]) -> list[EventLine]:
    """Give events by their whole ids, in that order, as lines of a list; those that do not exist are left out."""
    found: dict[str, EventLine] = {}
    for chunk in chunks(ids):
        for row in connection.execute(_LINES.where(event.c.id.in_(chunk))):
            found[row.id] = _line(row)
    return [found[one] for one in ids if one in found]


_LINES = select(
    event.c.id, event.c.type, event.c.subtype, event.c.first_day, event.c.last_day, event.c.place_id, event.c.place_name,
    event.c.country, event.c.lat, event.c.lon, event.c.claims, event.c.documents, event.c.contests, event.c.record,
)  # fmt: skip


@record(kw_only=False)
class _Shape:
    """Of the place, only what a list shows: the columns have the rest."""

    precision: str = ""
    radius_km: float | None = None


@record(kw_only=False)
class _Named:
    title: Title | None = None
    place: _Shape | None = None


def _line(row: Any) -> EventLine:
    (name, kind, subtype, first, last, place_id, place_name, country, lat, lon, claims, documents, contests, told) = row
    named = from_json(_Named, told)
    place = named.place
    return EventLine(
        id=name,
        type=kind,
        subtype=subtype,
        title=named.title,
        first_on=day_of(first),
        last_on=day_of(last),
        place_id=place_id,
        place_name=place_name,
        country=country,
        lat=lat,
        lon=lon,
        precision=place.precision if place else "",
        radius_km=place.radius_km if place else None,
        claims=claims,
        documents=documents,
        contests=contests,
    )


def day_of(number: int) -> date | None:
    """Give the day of an ordinal; None for no day."""
    return date.fromordinal(number) if number > 0 else None


def list_claims(
    connection: Connection, wanted: ClaimFilter, *, limit: int = 50, after: str | None = None
) -> Page[KeptClaim]:
    """Give claims, the latest first; see `View.list_claims`."""
    many = check_limit(limit)
    parts = parse_mark(after, (int, int))
    if wanted.search is not None:
        return search_claims(connection, wanted, wanted.search, many, parts)
    asked = resolve_asked(connection, wanted)
    marks = find_claim_marks(connection, asked, many + 1, ClaimMark(*parts) if parts else None)
    claims = load_claims(connection, [mark.claim for mark in marks[:many]])
    return Page(records=tuple(claims), next=make_mark(marks[many - 1]) if len(marks) > many else None)


def list_documents(connection: Connection, *, limit: int = 50, after: str | None = None) -> Page[KeptDocument]:
    """Give the documents that hold, those read last first; see `View.list_documents`."""
    many = check_limit(limit)
    parts = parse_mark(after, (int,))
    c = document.c
    query = select(c.seq).join(live_reading, live_reading.c.reading == c.reading).order_by(c.seq.desc()).limit(many + 1)
    query = query.where(c.seq < (parts[0] if parts is not None else ALL))
    numbers = [int(number) for number in connection.execute(query).scalars()]
    records = tuple(load_documents(connection, numbers[:many]))
    return Page(records=records, next=str(numbers[many - 1]) if len(numbers) > many else None)
