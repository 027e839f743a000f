"""The view: what holds now, as records. Every call sees one state of the ledger; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, or_, select

from riwaya.errors import EntryUnknown, InputError
from riwaya.lang.normalize import fold_letters
from riwaya.lang.searching import find_spans
from riwaya.ledger import search
from riwaya.ledger.codec import from_json
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.load import chunks, load_claims, load_documents, with_found
from riwaya.ledger.records import KeptClaim, KeptDocument, Rows, flatten_claim
from riwaya.ledger.schema import (
    claim,
    claim_figure,
    claim_party,
    document,
    event,
    live_claim,
    live_reading,
    page,
)
from riwaya.ledger.schema import reading as reading_table
from riwaya.model.event import CopyGroup, Event, EventTime, Side, Title, ToldClaim
from riwaya.model.place import Place

_SEARCHED = 20
"""Pages whose claims are looked through at once: a search with a limit seldom needs more."""
MIN_ID_LETTERS = 8
"""Fewer letters of an id name nothing: prefix and four digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted; a claim must answer every field that is not None."""

    ids: tuple[str, ...] | None = None
    actor: str | None = None
    """Registry id, or a part of a name, in any role."""
    source: str | None = None
    """The same, among those who tell it."""
    type: str | None = None
    """A type, or ``TYPE/subtype``."""
    measure: str | None = None
    place: str | None = None
    """Place id, country code, or a part of the place's name."""
    since: date | None = None
    until: date | None = None
    """Days of the happening, else of the telling; both inclusive."""
    outlet: str | None = None
    document: str | None = None
    """Id or file name."""
    event: str | None = None
    verdict: str | None = None
    """accepted, corrected, rejected or open."""
    search: str | None = None
    """Words that all stand in the claim's own words, in any spelling and with any clitics."""


class View:
    """Read a ledger."""

    def __init__(self, engine: Engine) -> None:
        """Take the database; `Ledger.view` gives one."""
        self._engine = engine

    def claims(self, wanted: ClaimFilter | None = None, *, limit: int | None = None) -> Rows[KeptClaim]:
        """Give the claims that hold now, in the order in which they entered; rejected ones only when asked for.

        Raises:
            InputError: The words to search for hold no word.
        """
        chosen = wanted or ClaimFilter()
        with open_reading(self._engine) as connection:
            query = _filter_claims(connection, chosen)
            if chosen.search is None:
                numbers = connection.execute(query.limit(limit)).scalars().all()
                found: Iterable[KeptClaim] = load_claims(connection, numbers)
            else:
                found = _search(connection, query, chosen.search, limit)
            return Rows(found, flatten_claim)

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
        chosen = wanted or EventFilter()
        with open_reading(self._engine) as connection:
            query = _filter_events(connection, chosen)
            ids = connection.execute(query.limit(limit)).scalars().all()
            return Rows(load_events(connection, ids), _flatten_event)

    def event(self, name: str) -> Event:
        """Give one event with its claims, by its id, the beginning of it, or the id of a claim in it.

        Raises:
            EntryUnknown: There is none, or there are several.
        """
        with open_reading(self._engine) as connection:
            whole = _event_of_claim(connection, name) or resolve_id(connection, event.c.id, name, "event")
            return load_events(connection, [whole])[0]

    def counts(self) -> dict[str, int]:
        """Give how many pages, documents, claims and events hold now."""
        with open_reading(self._engine) as connection:
            tables = {"pages": live_reading, "claims": live_claim, "events": event}
            found = {
                name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for name, table in tables.items()
            }
            join = document.join(live_reading, live_reading.c.reading == document.c.reading)
            found["documents"] = int(connection.execute(select(func.count()).select_from(join)).scalar_one())
            return found


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events are wanted; an event must answer every field that is not None."""

    ids: tuple[str, ...] | None = None
    place: str | None = None
    """Place id, country code, or a part of a claim's place name."""
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    type: str | None = None
    measure: str | None = None
    min_claims: int | None = None


def load_events(connection: Connection, ids: Sequence[str]) -> list[Event]:
    """Give events by id, in that order, each with its claims in the order of document id, then text."""
    rows: dict[str, Any] = {}
    members: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for chunk in chunks(ids):
        rows |= {row.id: row for row in connection.execute(select(event).where(event.c.id.in_(chunk)))}
        query = select(live_claim.c.claim, live_claim.c.event, live_claim.c.why).where(live_claim.c.event.in_(chunk))
        for row in connection.execute(query):
            why: tuple[str, ...] = from_json(tuple[str, ...], row.why) if row.why else ()
            members.setdefault(row.event, []).append((row.claim, why))
    numbers = [number for found in members.values() for number, _ in found]
    claims = dict(zip(numbers, load_claims(connection, numbers), strict=True))
    return [
        _event(rows[one], [claims[number].told(why) for number, why in members.get(one, [])])
        for one in ids
        if one in rows
    ]


def find_live(connection: Connection, claim_id: str) -> int | None:
    """Give the number of the live claim of a whole id; None where it was superseded."""
    query = select(live_claim.c.claim).join(claim, claim.c.seq == live_claim.c.claim).where(claim.c.id == claim_id)
    return connection.execute(query).scalar()


def resolve_id(connection: Connection, column: Any, name: str, what: str) -> str:
    """Give the whole id that a name begins.

    Raises:
        EntryUnknown: None begins with it, or several do.
    """
    exact = connection.execute(select(column).where(column == name).limit(1)).scalar()
    if exact is not None:
        return str(exact)
    found: list[str] = []
    if len(name) >= MIN_ID_LETTERS:
        high = name + "\uffff"
        query = select(column).where(column >= name, column < high).distinct().limit(2)
        found = [str(one) for one in connection.execute(query).scalars() if str(one).startswith(name)]
    if len(found) != 1:
        raise EntryUnknown(
            f"{'Several' if found else 'No'} {what}s begin with {name!r}." if found else f"There is no {what} {name!r}."
        )
    return found[0]


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


def _search(connection: Connection, query: Select[Any], words: str, limit: int | None) -> list[KeptClaim]:
    readings = search.find_readings(connection, words)
    if readings is None:
        raise InputError(f"{words!r} holds no word to search for.", hint="Give letters or digits.")
    found: list[KeptClaim] = []
    for at in range(0, len(readings), _SEARCHED):
        chunk = readings[at : at + _SEARCHED]
        numbers = connection.execute(query.where(live_claim.c.reading.in_(chunk))).scalars().all()
        for kept in load_claims(connection, numbers):
            span = kept.claim.span
            spans = find_spans(span.of(kept.text), words)
            if spans is not None:
                found.append(
                    with_found(kept, [type(one)(one.start + span.start, one.end + span.start) for one in spans])
                )
                if limit is not None and len(found) >= limit:
                    return found
    return found


def _filter_claims(connection: Connection, wanted: ClaimFilter) -> Select[Any]:
    c = live_claim.c
    query = select(c.claim).order_by(c.claim)
    if wanted.ids is not None:
        query = query.where(c.id.in_([resolve_id(connection, claim.c.id, one, "claim") for one in wanted.ids]))
    if wanted.verdict is None:
        query = query.where(or_(c.verdict.is_(None), c.verdict != "rejected"))
    else:
        query = query.where(c.verdict.is_(None) if wanted.verdict == "open" else c.verdict == wanted.verdict)
    query = _by_kind(query, c, wanted.type)
    query = _by_days(query, c.first_day, c.last_day, wanted.since, wanted.until)
    for value, role in ((wanted.actor, None), (wanted.source, "s")):
        if value is not None:
            query = query.where(c.claim.in_(_party_claims(value, role)))
    if wanted.measure is not None:
        measured = select(claim_figure.c.claim).where(claim_figure.c.measure == wanted.measure)
        query = query.where(c.claim.in_(measured))
    if wanted.place is not None:
        query = query.where(_at_place(c, wanted.place))
    if wanted.outlet is not None:
        query = query.where(c.outlet.in_(_outlet_names(wanted.outlet)))
    if wanted.event is not None:
        query = query.where(c.event == resolve_id(connection, event.c.id, wanted.event, "event"))
    if wanted.document is not None:
        query = query.where(c.document.in_(_documents_named(wanted.document)))
    return query


def _filter_events(connection: Connection, wanted: EventFilter) -> Select[Any]:
    c = event.c
    query = select(c.id).order_by(c.first_day.is_(None), c.first_day, c.id)
    if wanted.ids is not None:
        query = query.where(c.id.in_([resolve_id(connection, c.id, one, "event") for one in wanted.ids]))
    query = _by_kind(query, c, wanted.type)
    query = _by_days(query, c.first_day, c.last_day, wanted.since, wanted.until)
    if wanted.min_claims is not None:
        query = query.where(c.claims >= wanted.min_claims)
    inside = live_claim.c
    if wanted.place is not None:
        query = query.where(
            or_(_at_place(c, wanted.place), c.id.in_(select(inside.event).where(_at_place(inside, wanted.place))))
        )
    if wanted.actor is not None:
        query = query.where(c.id.in_(select(inside.event).where(inside.claim.in_(_party_claims(wanted.actor)))))
    if wanted.measure is not None:
        measured = select(claim_figure.c.claim).where(claim_figure.c.measure == wanted.measure)
        query = query.where(c.id.in_(select(inside.event).where(inside.claim.in_(measured))))
    return query


def _by_kind(query: Select[Any], c: Any, kind: str | None) -> Select[Any]:
    if kind is None:
        return query
    name, _, subtype = kind.partition("/")
    query = query.where(c.type == name.upper())
    return query.where(c.subtype == subtype) if subtype else query


def _by_days(query: Select[Any], first: Any, last: Any, since: date | None, until: date | None) -> Select[Any]:
    if since is not None:
        query = query.where(last >= since.toordinal())
    return query.where(first <= until.toordinal()) if until is not None else query


def _party_claims(value: str, role: str | None = None) -> Select[Any]:
    c = claim_party.c
    folded = fold_letters(value).casefold()
    named = func.lower(c.name).contains(value.lower(), autoescape=True)
    keyed = c.actor.contains(folded, autoescape=True) & c.actor.startswith("name:")
    query = select(c.claim).where(or_(c.actor == value, named, keyed))
    return query.where(c.roles.contains(role)) if role is not None else query


def _at_place(c: Any, value: str) -> Any:
    named = func.lower(c.place_name).contains(value.lower(), autoescape=True)
    return or_(c.place_id == value, c.country == value.upper(), named)


def _outlet_names(value: str) -> list[str]:
    from riwaya.lang.world import find_outlet

    entry = find_outlet(value)
    return [value, entry.id] if entry else [value]


def _documents_named(value: str) -> Select[Any]:
    join = document.join(reading_table, reading_table.c.seq == document.c.reading).join(
        page, page.c.seq == reading_table.c.page
    )
    return select(document.c.seq).select_from(join).where(or_(document.c.id == value, page.c.name == value))


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
