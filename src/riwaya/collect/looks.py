"""One look at a list that is followed: what it names becomes jobs and, of an index, lists of their own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from riwaya.collect.discovery import parse_list
from riwaya.collect.fetcher import Fetcher
from riwaya.collect.lists import Listing
from riwaya.collect.reply import Reply, validators_of
from riwaya.errors import FetchError, ListInvalid, RiwayaError
from riwaya.ledger.followed import Followed, add_followed, followed_key, note_look
from riwaya.ledger.jobs import Job, add_jobs, make_row, refresh_jobs, wait_again
from riwaya.model.document import Hints

MAX_CHILDREN = 50
"""Sitemaps that are followed of one index: the newest, which stand last or first by habit, are among them."""


def read_list(reply: Reply, *, is_child: bool) -> Listing:
    """Give what a list names.

    Args:
        reply: The list.
        is_child: Whether an index names it; an index within an index is not followed further.

    Raises:
        ListInvalid: It is no list.
    """
    found = parse_list(reply)
    if is_child and found.kind == "index":
        raise ListInvalid(f"{reply.url} is an index within an index, which no site needs.", url=reply.url)
    return found


def keep_look(
    connection: Connection,
    held: Job,
    known: Followed,
    reply: Reply,
    found: Listing | None,
    *,
    fetcher: Fetcher,
    now: float,
) -> int:
    """Keep what a look gave, and let the list wait for the next one.

    Args:
        connection: Of the writer.
        held: The job of the look.
        known: The list.
        reply: What came.
        found: What it names; None where nothing changed.
        fetcher: Knows which addresses may be asked.
        now: The time.

    Returns:
        How many pages and lists were not known before.
    """
    if not wait_again(connection, held, due=now + known.every):
        return 0
    values: dict[str, object] = {"looked_at": now, "errors": 0, "code": None, "message": None}
    count = 0
    if found is not None:
        held_by = validators_of(reply)
        count = _add_pages(connection, known, found, fetcher, now) + _add_lists(connection, known, found, fetcher, now)
        values |= {
            "etag": held_by.etag,
            "modified": held_by.modified,
            "kind": found.kind,
            "title": found.title or known.title,
            "named": known.named + count,
        }
    note_look(connection, known.key, **values)
    return count


def keep_failed_look(
    connection: Connection, held: Job, errors: int, error: RiwayaError, *, now: float, due: float
) -> None:
    """Keep that a look was in vain, and when the next one is."""
    if wait_again(connection, held, due=due, code=error.code, message=error.message):
        note_look(
            connection, held.followed or "", looked_at=now, errors=errors, code=error.code, message=error.message[:500]
        )


def _add_pages(connection: Connection, known: Followed, found: Listing, fetcher: Fetcher, now: float) -> int:
    rows: list[dict[str, Any]] = []
    for entry in found.entries:
        try:
            address = fetcher.parse(entry.url)
        except FetchError:
            continue  # a list may name what is not asked; the rest of it counts
        hints = Hints(published=entry.published, outlet=known.outlet, language=known.language)
        rows.append(make_row("page", address.url, address.host, due=now, followed=known.key, hints=hints))
    refresh_jobs(connection, rows, now=now)
    return add_jobs(connection, rows)


def _add_lists(connection: Connection, known: Followed, found: Listing, fetcher: Fetcher, now: float) -> int:
    count = 0
    for url in (*found.more[: MAX_CHILDREN // 2], *found.more[MAX_CHILDREN // 2 :][-MAX_CHILDREN // 2 :]):
        try:
            address = fetcher.parse(url)
        except FetchError:
            continue
        is_new = add_followed(
            connection, address.url, now=now, who=known.added_by, every=known.every, outlet=known.outlet,
            language=known.language, parent=known.key,
        )  # fmt: skip
        if is_new:
            count += 1
            add_jobs(
                connection, [make_row("list", address.url, address.host, due=now, followed=followed_key(address.url))]
            )
    return count
