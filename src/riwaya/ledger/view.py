"""The view: what holds now, as records. Every call sees one state of the ledger; nothing here writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Engine, func, select

from riwaya.errors import EntryUnknown
from riwaya.ledger import found, names, overview, queries, tallies
from riwaya.ledger.codec import from_json
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.filters import ClaimFilter, EventFilter, EventOrder
from riwaya.ledger.found import TextHit
from riwaya.ledger.ids import find_live, resolve_id
from riwaya.ledger.load import Documents, chunks, load_claims, load_documents
from riwaya.ledger.names import Suggestion
from riwaya.ledger.overview import DayCount, MapPoints
from riwaya.ledger.paging import Page
from riwaya.ledger.queries import EventLine
from riwaya.ledger.records import KeptClaim, KeptDocument, Rows, flatten_claim
from riwaya.ledger.schema import claim, document, event, live_claim, live_reading
from riwaya.model.event import CopyGroup, Event, EventTime, Side, Title, ToldClaim
from riwaya.model.place import Place


class View:
    """Read a ledger."""

    def __init__(self, engine: Engine) -> None:
        """Take the database; `Ledger.view` gives one."""
        self._engine = engine

    @property
    def engine(self) -> Engine:
        """The database."""
        return self._engine

    def claims(self, wanted: ClaimFilter | None = None, *, limit: int | None = None) -> Rows[KeptClaim]:
        """Give the claims that hold now, in the order in which they entered; rejected ones only when asked for.

        Raises:
            InputError: The words to search for hold no word.
        """
        with open_reading(self._engine) as connection:
            return Rows(found.find_claims(connection, wanted or ClaimFilter(), limit), flatten_claim)

    def claim(self, name: str) -> KeptClaim:
        """Give one claim, live or superseded (then its last reading), by its id or the beginning of it.

        Raises:
            EntryUnknown: There is none, or there are several.
        """
        with open_reading(self._engine) as connection:
            whole = resolve_id(connection, claim.c.id, name, "claim")
            number = find_live(connection, whole)
            if number is None:
                number = connection.execute(select(func.max(claim.c.seq)).where(claim.c.id == whole)).scalar_one()
            return load_claims(connection, [number])[0]

    def documents(self, *, superseded: bool = False) -> Rows[KeptDocument]:
        """Give the documents, in the order in which they were read."""
        with open_reading(self._engine) as connection:
            query = select(document.c.seq).order_by(document.c.seq)
            if not superseded:
                query = query.join(live_reading, live_reading.c.reading == document.c.reading)
            return Rows(load_documents(connection, connection.execute(query).scalars().all()), _flatten_document)

    def events(self, wanted: EventFilter | None = None, *, limit: int | None = None) -> Rows[Event]:
        """Give the events with their claims, by first day, then id; those without a day come last."""
        with open_reading(self._engine) as connection:
            marks = queries.find_event_marks(connection, wanted or EventFilter(), "earliest", limit)
            return Rows(load_events(connection, [mark.event for mark in marks]), _flatten_event)

    def event(self, name: str) -> Event:
        """Give one event with its claims, by its id, the beginning of it, or the id of a claim in it.

        Raises:
            EntryUnknown: There is none, or there are several.
        """
        with open_reading(self._engine) as connection:
            whole = _event_of_claim(connection, name) or resolve_id(connection, event.c.id, name, "event")
            return load_events(connection, [whole])[0]

    def list_events(
        self,
        wanted: EventFilter | None = None,
        *,
        order: EventOrder = "latest",
        limit: int = 50,
        after: str | None = None,
    ) -> Page[EventLine]:
        """Give events as lines of a list, a page at a time.

        Args:
            wanted: Which; all when left out.
            order: latest or earliest: by first day, those without a day last; contested: those with most contests
                first, then the latest.
            limit: Lines of a page, 1 to 1,000.
            after: What the page before gave as ``next``; the first page when left out.

        Raises:
            InputError: The limit or ``after`` is none.
            EntryUnknown: An id of the filter is none.
        """
        with open_reading(self._engine) as connection:
            return queries.list_events(connection, wanted or EventFilter(), order=order, limit=limit, after=after)

    def list_claims(
        self, wanted: ClaimFilter | None = None, *, limit: int = 50, after: str | None = None
    ) -> Page[KeptClaim]:
        """Give claims by first day, the latest first, a page at a time; rejected ones only when asked for.

        With words to search for they come by text, those read last first, each with where the words stand (``found``);
        a page may then hold less than its limit though there is a next one.

        Raises:
            InputError: The limit or ``after`` is none, or there is no word to search for.
            EntryUnknown: An id of the filter is none.
        """
        with open_reading(self._engine) as connection:
            return queries.list_claims(connection, wanted or ClaimFilter(), limit=limit, after=after)

    def list_documents(self, *, limit: int = 50, after: str | None = None) -> Page[KeptDocument]:
        """Give the documents that hold, those read last first, a page at a time.

        Raises:
            InputError: The limit or ``after`` is none.
        """
        with open_reading(self._engine) as connection:
            return queries.list_documents(connection, limit=limit, after=after)

    def search_texts(self, words: str, *, limit: int = 20, after: str | None = None) -> Page[TextHit]:
        """Give the documents on pages that hold all of some words, in any spelling and with any clitics, read last first.

        Each with where the words stand in its own part of the page and a passage about the first. A page may hold less
        than its limit though there is a next one.

        Raises:
            InputError: The limit or ``after`` is none, or there is no word to search for.
        """
        with open_reading(self._engine) as connection:
            return found.search_texts(connection, words, limit=limit, after=after)

    def count_days(self, wanted: EventFilter | None = None) -> list[DayCount]:
        """Give how many events begin on each day, by day, days without any left out: a timeline.

        Events without a day, and the ids of the filter, are left out of account.
        """
        with open_reading(self._engine) as connection:
            return overview.count_days(connection, wanted or EventFilter())

    def find_points(
        self, wanted: EventFilter | None = None, *, limit: int = overview.MOST_POINTS, lines: int = 1
    ) -> MapPoints:
        """Give where the latest events lie, those at one point together: a map. The ids of the filter do not count.

        Args:
            wanted: Which; all when left out.
            limit: Events looked at, `MOST_POINTS` at most.
            lines: Of how many events each point tells more than that they are there.
        """
        with open_reading(self._engine) as connection:
            return overview.find_points(connection, wanted or EventFilter(), limit=limit, lines=lines)

    def suggest(self, kind: Literal["actor", "place"], begin: str, *, limit: int = 10) -> list[Suggestion]:
        """Give actors or places whose names hold words that begin so, by name: what a filter may be set to."""
        with open_reading(self._engine) as connection:
            return names.suggest(connection, kind, begin, limit)

    def counts(self) -> dict[str, int]:
        """Give how many pages, documents, claims and events hold now."""
        with open_reading(self._engine) as connection:
            return tallies.find_counts(connection)


def load_events(connection: Connection, ids: Sequence[str]) -> list[Event]:
    """Give events by id, in that order, each with its claims in the order of document id, then text."""
    return [found for found, _ in load_kept_events(connection, ids)]


def load_kept_events(
    connection: Connection, ids: Sequence[str], documents: Documents | None = None
) -> list[tuple[Event, tuple[KeptClaim, ...]]]:
    """Give events as `load_events` does, each with its claims as they are kept, in the same order.

    Args:
        connection: In a transaction.
        ids: Of events; those that do not exist are passed over.
        documents: As `load_claims` takes them.
    """
    rows: dict[str, Any] = {}
    members: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for chunk in chunks(ids):
        rows |= {row.id: row for row in connection.execute(select(event).where(event.c.id.in_(chunk)))}
        query = select(live_claim.c.claim, live_claim.c.event, live_claim.c.why).where(live_claim.c.event.in_(chunk))
        for row in connection.execute(query):
            why: tuple[str, ...] = from_json(tuple[str, ...], row.why) if row.why else ()
            members.setdefault(row.event, []).append((row.claim, why))
    numbers = [number for found in members.values() for number, _ in found]
    claims = dict(zip(numbers, load_claims(connection, numbers, documents), strict=True))
    by_id = {kept.id: kept for kept in claims.values()}
    made = [
        _event(rows[one], [claims[number].told(why) for number, why in members.get(one, [])])
        for one in ids
        if one in rows
    ]
    return [(one, tuple(by_id[told.claim.id] for told in one.claims)) for one in made]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the record of an event holds beside its columns."""

    time: EventTime | None = None
    place: Place | None = None
    sides: tuple[Side, ...] = ()
    title: Title | None = None
    copies: tuple[CopyGroup, ...] = ()


def _event(row: Any, claims: list[ToldClaim]) -> Event:
    shape = from_json(_Shape, row.record)
    return Event(
        id=row.id,
        type=row.type,
        subtype=row.subtype,
        claims=tuple(sorted(claims, key=lambda told: (told.document_id, told.claim.span, told.claim.id))),
        time=shape.time,
        place=shape.place,
        sides=shape.sides,
        title=shape.title,
        copies=shape.copies,
    )


def _event_of_claim(connection: Connection, name: str) -> str | None:
    if not name.startswith("clm_"):
        return None
    whole = resolve_id(connection, claim.c.id, name, "claim")
    found = connection.execute(
        select(live_claim.c.event).where(live_claim.c.claim == find_live(connection, whole))
    ).scalar()
    if found is None:
        raise EntryUnknown(f"The claim {whole} stands in no event.", hint="It tells of a state, or was rejected.")
    return str(found)


def _flatten_document(kept: KeptDocument) -> dict[str, object]:
    one = kept.document
    return {
        "id": one.id,
        "file": kept.name,
        "source": kept.source,
        "url": kept.url,
        "outlet": one.outlet.name if one.outlet else None,
        "published": one.published.start,
        "role": one.role,
        "language": one.language,
        "title": one.title.of(one.text) if one.title else None,
        "version": kept.version,
        "read_at": kept.read_at,
        "engine": kept.engine,
        "is_live": kept.is_live,
    }


def _flatten_event(one: Event) -> dict[str, object]:
    return {
        "id": one.id,
        "type": one.type,
        "subtype": one.subtype,
        "title": one.title.en if one.title else None,
        "start": one.time.start if one.time else None,
        "end": one.time.end if one.time else None,
        "place": one.place.name if one.place else None,
        "place_id": one.place.id if one.place else None,
        "country": one.place.country if one.place else None,
        "claims": len(one.claims),
        "documents": len({told.document_id for told in one.claims}),
    }
