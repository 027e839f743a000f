"""The queue: a table of the ledger's own database, in which each job is leased to one worker at a time.

A worker that dies loses its lease when the time is over, and another takes the job. What a job gives is kept in the same
transaction that moves the job on, and only by the worker that has the lease, so that nothing is lost and nothing doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from riwaya.ledger.codec import from_json, to_json
from riwaya.ledger.keys import plain
from riwaya.ledger.web_tables import job
from riwaya.model.document import Hints
from riwaya.model.ids import content_id

_OPEN = ("waiting", "fetched")
_BATCH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job that a worker has."""

    key: str
    kind: str
    """``list`` or ``page``."""
    url: str
    host: str
    followed: str | None
    hints: Hints
    state: str
    """``waiting``: to be fetched. ``fetched``: its reply is kept, and is to be read."""
    attempts: int
    """Tries in vain so far."""
    capture: int | None
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadJob:
    """A job that was given up, and why."""

    url: str
    kind: str
    code: str
    message: str
    attempts: int


def job_key(kind: str, url: str) -> str:
    """Give the key of a job: the same address is one job of its kind."""
    return content_id("job", kind, url)


def add_jobs(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add jobs and give how many were new; one that is there already stays as it is.

    Args:
        connection: Of the writer.
        rows: From `page_row` and `list_row`.
    """
    told = list(rows)
    before = connection.execute(_COUNT).scalar_one()
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    for at in range(0, len(told), _BATCH):
        connection.execute(insert(job).on_conflict_do_nothing(), [dict(row) for row in told[at : at + _BATCH]])
    return int(connection.execute(_COUNT).scalar_one() - before)


def refresh_jobs(connection: Connection, rows: Iterable[Mapping[str, Any]], *, now: float) -> int:
    """Let pages be fetched again whose list now tells another date: a paper wrote them anew. Give how many.

    Args:
        connection: Of the writer.
        rows: From `make_row`; those without a date change nothing.
        now: The time.
    """
    told = {row["key"]: row["hints"] for row in rows if from_json(Hints, row["hints"]).published}
    keys = list(told)
    count = 0
    for at in range(0, len(keys), _BATCH):
        query = select(job.c.key, job.c.hints).where(job.c.key.in_(keys[at : at + _BATCH]), job.c.state == "done")
        for row in connection.execute(query).all():
            if row.hints != told[row.key]:
                values = {"state": "waiting", "due": now, "attempts": 0, "hints": told[row.key], "capture": None}
                connection.execute(update(job).where(job.c.key == row.key).values(**values))
                count += 1
    return count


def make_row(
    kind: str, url: str, host: str, *, due: float, followed: str | None = None, hints: Hints | None = None
) -> dict[str, Any]:
    """Give the row of a new job."""
    return {
        "key": job_key(kind, url),
        "kind": kind,
        "url": plain(url),
        "host": host,
        "followed": followed,
        "hints": to_json(hints or Hints()),
        "state": "waiting",
        "due": due,
        "lease_until": 0.0,
        "attempts": 0,
    }


def take_job(
    connection: Connection, *, owner: str, now: float, seconds: float, resting: Sequence[str] = ()
) -> Job | None:
    """Lease the job that is due longest; None where none is.

    Args:
        connection: Of the writer.
        owner: Who takes it.
        now: The time.
        seconds: How long the lease holds.
        resting: Hosts that are not asked now.
    """
    free = and_(job.c.state.in_(_OPEN), job.c.due <= now, job.c.lease_until <= now)
    if resting:
        free = and_(free, job.c.host.not_in(resting) | (job.c.state == "fetched"))
    oldest = select(job.c.key).where(free).order_by(job.c.due, job.c.key).limit(1).scalar_subquery()
    row = connection.execute(
        update(job).where(job.c.key == oldest).values(lease_until=now + seconds, owner=owner).returning(*job.c)
    ).first()
    return None if row is None else _job(row)


def next_due(connection: Connection) -> float | None:
    """Give when the next job is due or its lease ends; None where no job is open."""
    when = select(func.min(func.max(job.c.due, job.c.lease_until)))
    if connection.dialect.name != "sqlite":
        when = select(func.min(func.greatest(job.c.due, job.c.lease_until)))
    found = connection.execute(when.where(job.c.state.in_(_OPEN))).scalar()
    return None if found is None else float(found)


def move_on(connection: Connection, held: Job, **values: Any) -> bool:
    """Change a job that is held, and say whether it was; a lease that went to somebody else changes nothing."""
    changed = connection.execute(
        update(job).where(job.c.key == held.key, job.c.owner == held.owner).values(**values)
    ).rowcount
    return changed == 1


def finish(connection: Connection, held: Job, *, status: str, now: float) -> bool:
    """Say what became of a job that is held, and let it go."""
    return move_on(
        connection, held, state="done", status=status, lease_until=0.0, owner=None, done_at=now, code=None, message=None
    )


def wait_again(
    connection: Connection, held: Job, *, due: float, code: str | None = None, message: str | None = None
) -> bool:
    """Let a job go until later: after a failure, which is counted, or because a list is looked at again."""
    values: dict[str, Any] = {"state": "waiting", "due": due, "lease_until": 0.0, "owner": None}
    values |= {"attempts": held.attempts + 1 if code else 0, "code": code, "message": plain(message)}
    return move_on(connection, held, **values)


def give_up(connection: Connection, held: Job, *, code: str, message: str, now: float) -> bool:
    """Let a job go for good: it stands among the dead with its reason."""
    return move_on(
        connection, held, state="dead", lease_until=0.0, owner=None, done_at=now, code=code, message=plain(message),
        attempts=held.attempts + 1,
    )  # fmt: skip


def find_dead(connection: Connection, *, limit: int = 1_000) -> list[DeadJob]:
    """Give the jobs that were given up, by address."""
    rows = connection.execute(select(job).where(job.c.state == "dead").order_by(job.c.url).limit(limit)).all()
    return [
        DeadJob(url=row.url, kind=row.kind, code=row.code or "", message=row.message or "", attempts=row.attempts)
        for row in rows
    ]


def revive(connection: Connection, *, now: float, urls: Sequence[str] = ()) -> int:
    """Let the dead wait again, those of some addresses or all; give how many."""
    wanted = job.c.state == "dead"
    if urls:
        wanted = and_(wanted, job.c.url.in_(urls))
    return connection.execute(
        update(job).where(wanted).values(state="waiting", due=now, attempts=0, code=None, message=None)
    ).rowcount


def count_jobs(connection: Connection, *, followed: str | None = None) -> dict[str, int]:
    """Give how many jobs are in each state, lists left out."""
    query = select(job.c.state, func.count()).where(job.c.kind == "page").group_by(job.c.state)
    if followed is not None:
        query = query.where(job.c.followed == followed)
    return {str(state): int(count) for state, count in connection.execute(query)}


def _job(row: Row[Any]) -> Job:
    return Job(
        key=row.key,
        kind=row.kind,
        url=row.url,
        host=row.host,
        followed=row.followed,
        hints=from_json(Hints, row.hints),
        state=row.state,
        attempts=row.attempts,
        capture=row.capture,
        owner=row.owner,
    )


_COUNT = select(func.count()).select_from(job)
