"""Digests of rows: the same row gives the same digest on any machine and in either database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
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
    """Give the digest of a row of a kept table: its columns in their order, the digest itself left out.

    A column that a later schema added (``info={"added": number}``) counts only where it holds something, so that older
    rows keep the digest they were written with.
    """
    first, added = _columns_of(table)
    parts = [_plain(row[name]) for name in first]
    for name in added:
        if row.get(name) is not None:
            parts += [name, _plain(row[name])]
    return digest_of(parts)


@cache
def _columns_of(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    columns = [column for column in table.columns if column.name != "digest"]
    first = tuple(column.name for column in columns if "added" not in column.info)
    return first, tuple(column.name for column in columns if "added" in column.info)


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value
