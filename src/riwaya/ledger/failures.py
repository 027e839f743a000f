"""Pages that could not be read: kept with what to do, listed while they stand, tried again on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select

from riwaya.errors import RiwayaError
from riwaya.ledger import blobs
from riwaya.ledger.arrival import Arrival, Run
from riwaya.ledger.codec import from_json, to_json
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.ids import resolve_id
from riwaya.ledger.journal import Journal
from riwaya.ledger.keys import plain
from riwaya.ledger.load import chunks
from riwaya.ledger.records import Outcome, Rows, flat
from riwaya.ledger.schema import failure, open_failure
from riwaya.model.document import Hints
from riwaya.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page that could not be read, and still is not."""

    id: str
    name: str
    source: str
    code: str
    message: str
    advice: str
    """What to do."""
    at: str
    """When it was tried last; UTC, ISO 8601."""
    has_bytes: bool
    """Whether the ledger holds its bytes, so that it can be tried again without the file."""


def keep_failure(engine: Engine, run: Run, arrival: Arrival, error: RiwayaError, raw: bytes | None) -> Outcome:
    """Keep that a page could not be read, with its bytes where they were had.

    The same failure of the same bytes again is not kept twice.
    """
    digest = blobs.digest_bytes(raw) if raw is not None else None
    name = content_id("fal", arrival.tries, digest or "", error.code, run.engine.id)
    with writing(engine) as connection:
        known = connection.execute(
            select(failure.c.id)
            .join(open_failure, open_failure.c.failure == failure.c.seq)
            .where(open_failure.c.place == arrival.tries)
        ).scalar()
        if known is None or not str(known).startswith(name):
            journal = Journal(connection, who=run.who)
            run_number = run.start(journal)
            tries = connection.execute(select(failure.c.seq).where(failure.c.id.startswith(name))).all()
            row = {
                "id": name if not tries else f"{name}-{len(tries) + 1}",
                "run": run_number,
                "at": journal.at,
                "place": arrival.tries,
                "name": plain(arrival.name),
                "source": plain(arrival.source),
                "path": plain(arrival.path),
                "raw": blobs.keep(connection, raw, digest) if raw is not None and digest else None,
                "hints": to_json(arrival.hints),
                "code": error.code,
                "message": plain(error.message),
                "advice": plain(error.advice),
            }
            number = journal.append(failure, [row])[0]
            connection.execute(delete(open_failure).where(open_failure.c.place == arrival.tries))
            connection.execute(insert(open_failure), [{"place": arrival.tries, "failure": number}])
            journal.seal("failure", str(row["id"]), {"name": arrival.name, "code": error.code})
            known = row["id"]
        else:
            run_number = run.number
    run.number = run_number
    return Outcome(name=arrival.name, status="failed", failure=str(known), code=error.code, message=error.message)


def close_failures(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    """Close what stands open of pages that were read at last."""
    places = sorted({one.tries for one in arrivals})
    for chunk in chunks(places):
        connection.execute(delete(open_failure).where(open_failure.c.place.in_(chunk)))


def list_failures(engine: Engine) -> Rows[Failure]:
    """Give the failures that stand, in the order in which they came; empty when every page was read."""
    with reading(engine) as connection:
        return Rows([_failure(row) for row in connection.execute(_OPEN).all()], flat)


def find_failed(engine: Engine, ids: tuple[str, ...]) -> list[tuple[str, Arrival, bytes | None]]:
    """Give what it takes to try failures again: id, page, and its bytes where the ledger holds them.

    Args:
        engine: Of the ledger.
        ids: Which; all that stand when empty.

    Raises:
        EntryUnknown: No failure has that id.
    """
    with reading(engine) as connection:
        wanted = {resolve_id(connection, failure.c.id, one, "failure") for one in ids}
        found: list[tuple[str, Arrival, bytes | None]] = []
        for row in connection.execute(_OPEN).all():
            if wanted and row.id not in wanted:
                continue
            arrival = Arrival(
                name=row.name,
                source=row.source,
                place=row.place,
                hints=from_json(Hints, row.hints),
                path=row.path,
            )
            found.append((row.id, arrival, blobs.load(connection, row.raw) if row.raw else None))
        return found


_OPEN = (
    select(failure).join(open_failure, open_failure.c.failure == failure.c.seq).order_by(failure.c.seq)
)  # fmt: skip


def _failure(row: Row[Any]) -> Failure:
    return Failure(
        id=row.id,
        name=row.name,
        source=row.source,
        code=row.code,
        message=row.message,
        advice=row.advice,
        at=row.at,
        has_bytes=row.raw is not None,
    )
