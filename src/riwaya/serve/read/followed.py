"""What is followed, and how that goes: when each list was last looked at, what went wrong, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from riwaya.ledger.engine import reading
from riwaya.ledger.followed import Followed, list_followed
from riwaya.ledger.jobs import count_jobs
from riwaya.ledger.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedLine:
    """One list."""

    url: str
    kind: str
    """feed, sitemap, index or page; empty until it was read."""
    title: str | None
    outlet: str | None
    language: str | None
    minutes: float
    """Between two looks."""
    added_at: str
    added_by: str
    looked_at: str | None
    """UTC, ISO 8601; None where nobody has looked yet: `riwaya watch` does."""
    errors: int
    """Looks in vain since the last good one."""
    code: str | None
    message: str | None
    """Of the last error."""
    named: int
    """Addresses that it named so far."""
    read: int
    """Of these, the pages that were read."""
    waiting: int
    given_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPage:
    """Everything that is followed, by address."""

    lists: tuple[FollowedLine, ...]


def read_followed(ledger: Ledger) -> FollowedPage:
    """Give what is followed; nothing where nothing is."""
    with reading(ledger.engine) as connection:
        found = [(one, count_jobs(connection, followed=one.key)) for one in list_followed(connection)]
    return FollowedPage(lists=tuple(_line(one, jobs) for one, jobs in found))


def _line(told: Followed, jobs: Mapping[str, int]) -> FollowedLine:
    return FollowedLine(
        url=told.url,
        kind=told.kind,
        title=told.title,
        outlet=told.outlet,
        language=told.language,
        minutes=round(told.every / 60, 1),
        added_at=_moment(told.added_at),
        added_by=told.added_by,
        looked_at=_moment(told.looked_at) if told.looked_at else None,
        errors=told.errors,
        code=told.code,
        message=told.message,
        named=told.named,
        read=jobs.get("done", 0),
        waiting=jobs.get("waiting", 0) + jobs.get("fetched", 0),
        given_up=jobs.get("dead", 0),
    )


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
