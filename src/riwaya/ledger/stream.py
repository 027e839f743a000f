"""Everything that holds, a stretch at a time: for what goes through a whole ledger in bounded memory.

One transaction lasts as long as the stream, so that all of it is one state of the ledger.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, select

from riwaya.ledger import schema
from riwaya.ledger.digests import FIRST
from riwaya.ledger.engine import reading
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.found import find_numbers
from riwaya.ledger.load import Documents, chunks, load_claims
from riwaya.ledger.queries import find_event_marks
from riwaya.ledger.records import KeptClaim
from riwaya.ledger.schema import live_claim
from riwaya.ledger.view import load_kept_events
from riwaya.model.event import Event
from riwaya.pause import collection_paused

_CLAIMS = 1_000
_EVENTS = 100
_MARKS = 10_000
"""Records in memory at once; a large event comes with all its claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Which state of the ledger is read."""

    digest: str
    """Digest of the audit's last row: the same for the same ledger, as `riwaya verify` prints it."""
    at: str
    """When its last row was written; UTC, ISO 8601; empty for a ledger that holds nothing."""
    rows: int
    """Rows of the audit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvent:
    """An event with the claims as they are kept, and what its documents say of who was there."""

    event: Event
    claims: tuple[KeptClaim, ...]
    """Those of the event, in its order."""
    statements: tuple[KeptClaim, ...]
    """By document, then as they entered; rejected ones are left out."""


class Stream:
    """One state of a ledger, to be gone through."""

    def __init__(self, connection: Connection) -> None:
        """Take a connection in a transaction."""
        self._connection = connection
        self._documents = Documents(connection)

    def state(self) -> State:
        """Give which state it is."""
        c = schema.audit.c
        row = self._connection.execute(select(c.digest, c.at, c.seq).order_by(c.seq.desc()).limit(1)).one_or_none()
        return State(digest=row.digest, at=row.at, rows=row.seq) if row else State(digest=FIRST, at="", rows=0)

    def held(self, digest: str) -> int | None:
        """Give the number of the audit's row with a digest; None where there is none. An empty ledger's is 0."""
        if digest == FIRST:
            return 0
        c = schema.audit.c
        return self._connection.execute(select(c.seq).where(c.digest == digest)).scalar()

    def count_claims(self, wanted: ClaimFilter) -> int:
        """Give how many claims are wanted."""
        return len(self._numbers(wanted, None))

    def count_events(self, wanted: EventFilter) -> int:
        """Give how many events are wanted."""
        return sum(1 for _ in self._event_ids(wanted, None))

    def claims(self, wanted: ClaimFilter, limit: int | None = None) -> Iterator[KeptClaim]:
        """Give claims in the order in which they entered; rejected ones only when asked for."""
        for stretch in _stretches(self._numbers(wanted, limit), _CLAIMS):
            with collection_paused():
                found = load_claims(self._connection, stretch, self._documents)
            yield from found

    def events(self, wanted: EventFilter, limit: int | None = None) -> Iterator[KeptEvent]:
        """Give events by first day, then id, each with its claims; those without a day come last."""
        for stretch in _stretches(self._event_ids(wanted, limit), _EVENTS):
            with collection_paused():
                found = list(_load_events(self._connection, stretch, self._documents))
            yield from found

    def _numbers(self, wanted: ClaimFilter, limit: int | None) -> Sequence[int]:
        return find_numbers(self._connection, wanted, limit)

    def _event_ids(self, wanted: EventFilter, limit: int | None) -> Iterator[str]:
        """Give ids a page at a time: a large ledger has hundreds of thousands."""
        left, after = limit, None
        while left is None or left > 0:
            many = _MARKS if left is None else min(_MARKS, left)
            marks = find_event_marks(self._connection, wanted, "earliest", many, after)
            yield from (mark.event for mark in marks)
            if len(marks) < many or wanted.ids is not None:
                return
            after = marks[-1]
            left = left if left is None else left - many


@contextmanager
def streaming(engine: Engine) -> Generator[Stream]:
    """Open one state of a ledger.

    Raises:
        LedgerError: The database does not answer.
    """
    with reading(engine) as connection:
        yield Stream(connection)


def _load_events(connection: Connection, ids: Sequence[str], documents: Documents) -> Iterator[KeptEvent]:
    found = load_kept_events(connection, ids, documents)
    said = _statements(connection, ids, documents)
    for event, claims in found:
        homes = sorted({told.document_id for told in event.claims})
        statements = tuple(one for home in homes for one in said.get(home, ()))
        yield KeptEvent(event=event, claims=claims, statements=statements)


def _statements(connection: Connection, events: Sequence[str], documents: Documents) -> dict[str, list[KeptClaim]]:
    """Give what the documents of some events say of who was there, by document."""
    homes = _homes(connection, events)
    found: set[int] = set()
    for chunk in chunks(sorted(homes)):
        # By reading, which has an index: asked by document, SQLite goes through all claims of the ledger each time.
        is_said = (live_claim.c.type == "STATE") & (live_claim.c.subtype == "identity")
        stands = live_claim.c.verdict.is_(None) | (live_claim.c.verdict != "rejected")
        query = select(live_claim.c.claim, live_claim.c.reading, live_claim.c.document)
        for row in connection.execute(query.where(live_claim.c.reading.in_(chunk), is_said, stands)):
            if row.document in homes[row.reading]:
                found.add(int(row.claim))
    by_document: dict[str, list[KeptClaim]] = {}
    for one in load_claims(connection, sorted(found), documents):
        by_document.setdefault(one.kept.document.id, []).append(one)
    return by_document


def _homes(connection: Connection, events: Sequence[str]) -> dict[int, set[int]]:
    """Give the numbers of the documents that tell of some events, by reading."""
    found: dict[int, set[int]] = {}
    for chunk in chunks(events):
        query = select(live_claim.c.reading, live_claim.c.document).where(live_claim.c.event.in_(chunk)).distinct()
        for row in connection.execute(query):
            found.setdefault(row.reading, set()).add(row.document)
    return found


def _stretches(values: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(values)
    while stretch := list(islice(left, size)):
        yield stretch
