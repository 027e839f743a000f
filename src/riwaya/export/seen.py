"""Ids that were written already, each known for the length of an export: some in memory, the rest on disk."""

from __future__ import annotations

import sqlite3
from types import TracebackType

MOST_IN_MEMORY = 200_000
"""Some 30 MB."""


class Seen:
    """What was met before. Memory stays bounded however much a ledger holds."""

    def __init__(self, most: int = MOST_IN_MEMORY) -> None:
        """Know nothing yet; ``most`` ids are held in memory."""
        self._most = most
        self._recent: set[str] = set()
        self._disk: sqlite3.Connection | None = None
        self.many = 0
        """How many were met."""

    def __enter__(self) -> Seen:
        """Give itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Forget everything."""
        self._recent.clear()
        if self._disk is not None:
            self._disk.close()

    def is_new(self, id_: str) -> bool:
        """Say whether an id is met for the first time, and keep it."""
        if id_ in self._recent or (self._disk is not None and self._is_on_disk(self._disk, id_)):
            return False
        self._recent.add(id_)
        self.many += 1
        if len(self._recent) >= self._most:
            self._put()
        return True

    @staticmethod
    def _is_on_disk(disk: sqlite3.Connection, id_: str) -> bool:
        return disk.execute("SELECT 1 FROM seen WHERE id = ?", (_key(id_),)).fetchone() is not None

    def _put(self) -> None:
        if self._disk is None:
            # Without a name: a file of SQLite's own, gone when it is closed.
            self._disk = sqlite3.connect("", isolation_level=None)
            self._disk.execute("PRAGMA journal_mode = OFF")
            self._disk.execute("CREATE TABLE seen (id BLOB PRIMARY KEY) WITHOUT ROWID")
        self._disk.execute("BEGIN")
        self._disk.executemany("INSERT INTO seen VALUES (?)", [(key,) for key in sorted(map(_key, self._recent))])
        self._disk.execute("COMMIT")
        self._recent.clear()


def _key(id_: str) -> bytes:
    return id_.encode("utf8", "surrogatepass")
