"""What is followed: lists of pages that are looked at again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from riwaya.errors import EntryUnknown
from riwaya.ledger.keys import plain
from riwaya.ledger.web_tables import followed, job
from riwaya.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A list that is followed, and how that went."""

    key: str
    url: str
    kind: str
    """feed, sitemap, index or page; empty until it was read."""
    title: str | None
    outlet: str | None
    language: str | None
    every: float
    """Seconds between two looks."""
    added_at: float
    added_by: str
    parent: str | None
    """Key of the index that names it."""
    etag: str | None
    modified: str | None
    looked_at: float | None
    errors: int
    """Looks in vain since the last good one."""
    code: str | None
    message: str | None
    named: int
    """Addresses that it named so far."""


def followed_key(url: str) -> str:
    """Give the key of a list: one address is followed once."""
    return content_id("fol", url)


def add_followed(
    connection: Connection,
    url: str,
    *,
    now: float,
    who: str,
    every: float,
    outlet: str | None = None,
    language: str | None = None,
    parent: str | None = None,
) -> bool:
    """Follow a list, and say whether it is new; one that is followed already stays as it is."""
    key = followed_key(url)
    if connection.execute(select(followed.c.key).where(followed.c.key == key)).first() is not None:
        return False
    row = {
        "key": key,
        "url": plain(url),
        "kind": "",
        "outlet": plain(outlet),
        "language": language,
        "every": every,
        "added_at": now,
        "added_by": who,
        "parent": parent,
        "errors": 0,
        "named": 0,
    }
    connection.execute(followed.insert(), [row])
    return True


def remove_followed(connection: Connection, url: str) -> int:
    """Follow a list, and those that it names, no longer; give how many. What was read of them stays.

    Raises:
        EntryUnknown: It is not followed.
    """
    key = followed_key(url)
    if connection.execute(select(followed.c.key).where(followed.c.key == key)).first() is None:
        raise EntryUnknown(f"{url} is not followed.", hint="See `riwaya follow list`.")
    keys = [key]
    for one in keys:  # grows while it is walked: lists name lists
        named = connection.execute(select(followed.c.key).where(followed.c.parent == one)).scalars()
        keys += [found for found in named if found not in keys]
    connection.execute(delete(job).where(job.c.followed.in_(keys), job.c.state != "done"))
    return connection.execute(delete(followed).where(followed.c.key.in_(keys))).rowcount


def note_look(connection: Connection, key: str, **values: Any) -> None:
    """Note how a look at a list went."""
    connection.execute(update(followed).where(followed.c.key == key).values(**values))


def find_followed(connection: Connection, key: str) -> Followed | None:
    """Give a list by its key; None where it is not followed (any more)."""
    row = connection.execute(select(followed).where(followed.c.key == key)).first()
    return None if row is None else _followed(row)


def list_followed(connection: Connection) -> list[Followed]:
    """Give all that is followed, by address."""
    return [_followed(row) for row in connection.execute(select(followed).order_by(followed.c.url))]


def _followed(row: Row[Any]) -> Followed:
    return Followed(**{name: getattr(row, name) for name in Followed.__slots__})
