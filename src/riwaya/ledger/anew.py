"""Make all events of a ledger anew, a document at a time: a ledger of a million claims is not held in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, or_, select

from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.event_rows import write_events
from riwaya.ledger.joins import apply_judgements
from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.schema import judged, judgement, live_claim, strand_key
from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster import stream_events

_CLAIMS = 2_000
"""Claims loaded at once, and events written at once."""


def rebuild_by_keys(connection: Connection) -> None:
    """Find the events of all standing claims; there are no events and no keys yet."""
    numbers: dict[str, int] = {}

    def keep_keys(keys: Sequence[tuple[str, str]]) -> None:
        waiting.extend({"claim": numbers[name], "key": key} for name, key in keys)
        if len(waiting) >= _CLAIMS:
            insert_rows(connection, strand_key, waiting)
            waiting.clear()

    waiting: list[dict[str, object]] = []
    found = stream_events(_documents(connection, numbers), keep_keys)
    first = next(found, None)
    insert_rows(connection, strand_key, waiting)
    if first is None:
        return
    concerned = _concerned(connection)
    judged_on: list[Event] = []
    batch: list[Event] = []
    for one in _chain(first, found):
        is_concerned = bool(concerned) and any(numbers[told.claim.id] in concerned for told in one.claims)
        (judged_on if is_concerned else batch).append(one)
        if len(batch) >= _CLAIMS:
            write_events(connection, batch, numbers)
            batch = []
    write_events(connection, [*batch, *_apply(connection, judged_on, numbers)], numbers)


def _chain(first: Event, rest: Iterator[Event]) -> Iterator[Event]:
    yield first
    yield from rest


def _apply(connection: Connection, found: Sequence[Event], numbers: dict[str, int]) -> list[Event]:
    """Put what people joined and parted over the events that it concerns."""
    theirs = {told.claim.id: numbers[told.claim.id] for one in found for told in one.claims}
    return apply_judgements(connection, found, theirs)


def _concerned(connection: Connection) -> set[int]:
    """Give the numbers of the claims that people joined to others or parted from them."""
    query = (
        select(live_claim.c.claim)
        .join(judged, judged.c.words == live_claim.c.words)
        .join(judgement, judgement.c.seq == judged.c.judgement)
        .where(judgement.c.kind.in_(("merge", "split")))
    )
    return {int(number) for number in connection.execute(query).scalars()}


def _documents(connection: Connection, numbers: dict[str, int]) -> Iterator[list[ToldClaim]]:
    """Give the standing claims of each document in the order of arrival, and note the number of each."""
    stands = or_(live_claim.c.verdict.is_(None), live_claim.c.verdict != "rejected")
    query = select(live_claim.c.claim, live_claim.c.reading, live_claim.c.document).where(stands)
    ordered = query.order_by(live_claim.c.reading, live_claim.c.document, live_claim.c.claim)
    rows = connection.execute(ordered).all()
    waiting: list[ToldClaim] = []
    home: tuple[int, int] | None = None
    for chunk in chunks(rows):
        loaded = load_claims(connection, [row.claim for row in chunk])
        for row, kept in zip(chunk, loaded, strict=True):
            if home != (row.reading, row.document):
                if waiting:
                    yield waiting
                waiting, home = [], (row.reading, row.document)
            told = kept.told()
            numbers[told.claim.id] = int(row.claim)
            waiting.append(told)
    if waiting:
        yield waiting
