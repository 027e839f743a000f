"""Append rows to kept tables and cover them in the audit.

Every transaction of a writer goes through one `Journal`: it numbers the rows, gives each its digest, and ends with one
row of the audit that holds the digest of all of them and of the audit's row before. Nothing kept can then be changed,
taken out or slipped in without `riwaya verify` seeing it, as long as one knows the digest of a later row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from riwaya.ledger import schema
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.codec import to_json
from riwaya.ledger.digests import FIRST, digest_of, row_digest

Row = dict[str, Any]


def now() -> str:
    """Give this moment as the ledger writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Journal:
    """What one transaction appends."""

    def __init__(self, connection: Connection, *, who: str, at: str | None = None) -> None:
        """Begin at the ledger's end; the connection must be a writer's (`riwaya.ledger.engine.writing`)."""
        self.connection = connection
        self.is_patient = False
        """Rows wait until `flush`, so that those of many pages are inserted at once."""
        self._waiting: dict[str, list[Row]] = {}
        self.who = who
        self.at = at or now()
        ends = connection.execute(_ENDS).one()
        self._next = {table.name: int(end or 0) + 1 for table, end in zip(_NUMBERED, ends, strict=False)}
        self._last = str(ends[-1] or FIRST)
        self._covers: list[tuple[str, int, int, str]] = []

    def next_of(self, table: Table) -> int:
        """Give the number that the next row of a table will have."""
        return self._next[table.name]

    def is_empty(self, table: Table) -> bool:
        """Say whether a table holds no row, those of this transaction counted."""
        return self._next[table.name] == 1

    def append(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Append rows, in order, and give their numbers; nothing for none."""
        if not rows:
            return []
        first = self._next[table.name]
        made: list[Row] = []
        for number, row in enumerate(rows, first):
            whole: Row = {"seq": number, **row}
            whole["digest"] = row_digest(table, whole)
            made.append(whole)
        self._put(table, made)
        self._next[table.name] = first + len(made)
        self._covers.append((table.name, first, len(made), digest_of(row["digest"] for row in made)))
        return list(range(first, first + len(made)))

    def seal(self, action: str, subject: str, detail: Mapping[str, object] | None = None) -> str:
        """Write the audit's row over everything appended since, and give its digest."""
        row: Row = {
            "seq": self._next["audit"],
            "at": self.at,
            "who": self.who,
            "action": action,
            "subject": subject,
            "covers": to_json(self._covers),
            "detail": to_json(dict(detail or {})),
            "previous": self._last,
        }
        row["digest"] = row_digest(schema.audit, row)
        self._put(schema.audit, [row])
        self._next["audit"] += 1
        self._last = row["digest"]
        self._covers = []
        return self._last

    def flush(self) -> None:
        """Insert the rows that wait: whoever reads what was appended, or ends the transaction, calls this first."""
        waiting, self._waiting = self._waiting, {}
        for table in _NUMBERED:
            insert_rows(self.connection, table, waiting.get(table.name, ()))

    def _put(self, table: Table, rows: list[Row]) -> None:
        if self.is_patient:
            self._waiting.setdefault(table.name, []).extend(rows)
        else:
            insert_rows(self.connection, table, rows)


_NUMBERED = (*schema.KEPT, schema.audit)
"""In the order in which they refer to each other."""
_ENDS = select(
    *[select(func.max(table.c.seq)).scalar_subquery() for table in _NUMBERED],
    select(schema.audit.c.digest).order_by(schema.audit.c.seq.desc()).limit(1).scalar_subquery(),
)
