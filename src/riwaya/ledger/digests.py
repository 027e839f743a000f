"""Digests of rows: the same row gives the same digest on any machine and in either database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sqlalchemy import Table

FIRST = "0" * 64
"""What stands before the first row of the chain."""


def digest_of(parts: Iterable[object]) -> str:
    """Give the sha256 of values, each with its length before it; None differs from the empty text."""
    made = bytearray()
    for part in parts:
        if part is None:
            made += b"-:"
            continue
        raw = str(part).encode("utf8", "surrogatepass")
        made += b"%d:" % len(raw)
        made += raw
    return hashlib.sha256(made).hexdigest()


def row_digest(table: Table, row: Mapping[str, object]) -> str:
    """Give the digest of a row of a kept table: its columns in their order, the digest itself left out."""
    return digest_of(_plain(row[name]) for name in columns_of(table))


@cache
def columns_of(table: Table) -> Sequence[str]:
    """Give the columns that the digest covers."""
    return tuple(column.name for column in table.columns if column.name != "digest")


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value
