"""Prove that the ledger holds what was once written into it, or name what it does not.

Four things are checked: the database's own structure, that all bytes have their digest, that every kept row has its
digest, and that the chain of the audit covers every kept row in order. A last one needs a digest from outside: that the
audit was not cut short at its end (`head`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select

from riwaya.errors import LedgerDamaged
from riwaya.ledger import blobs, schema
from riwaya.ledger.digests import FIRST, digest_of, row_digest
from riwaya.ledger.engine import is_sqlite, reading, translated

Tick = Callable[[], None]
_BATCH = 2_000
_MOST = 100
"""Findings that are told one by one; a file with a torn page has thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One thing that is not as it was written."""

    where: str
    """Table and row, or the file."""
    what: str
    names: str = ""
    """What the row is for people: the page's name, an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of the whole ledger found."""

    damages: tuple[Damage, ...]
    rows: int
    """Kept rows that were checked."""
    blobs: int
    """Pages and texts whose bytes were checked."""
    head: str
    """Digest of the audit's last row: keep it elsewhere, and nobody can shorten the audit unseen."""


def verify(engine: Engine, *, head: str | None = None, tick: Tick | None = None) -> Verification:
    """Check everything; nothing is changed.

    Args:
        engine: Of the ledger.
        head: Digest that an earlier check gave: the audit must still hold it.
        tick: Called after each part of the work, `steps` times.

    Returns:
        What is damaged, in the order of the tables; nothing when all is well.
    """
    step = tick or (lambda: None)
    found: list[Damage] = []
    try:
        with reading(engine) as connection:
            found += _structure(connection, engine)
            step()
            found += _bytes(connection)
            step()
            for table in schema.KEPT:
                found += _rows(connection, table)
                step()
            damages, last = _chain(connection, head)
            found += damages
            step()
            counts = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in schema.KEPT]
            many = connection.execute(select(func.count()).select_from(schema.blob)).scalar_one()
    except LedgerDamaged as error:
        return Verification(damages=(*found, Damage(where="file", what=error.message)), rows=0, blobs=0, head="")
    return Verification(damages=tuple(found[:_MOST]), rows=sum(counts), blobs=many, head=last)


def verify_file(path: Path, *, head: str | None = None, tick: Tick | None = None) -> Verification:
    """Check a backup: the file against its manifest, then everything in it. Not one of its bytes changes.

    Raises:
        BackupInvalid: The file is not the one that its manifest was written for.
        LedgerNewer: It has a newer schema than this version knows.
    """
    from riwaya.ledger.backup import open_backup

    with open_backup(path) as engine:
        return verify(engine, head=head, tick=tick)


STEPS = len(schema.KEPT) + 3
"""How often `verify` calls its tick."""


def digests(engine: Engine) -> dict[str, str]:
    """Give a digest for each kept table, for the bytes and for the audit: equal ledgers give equal digests."""
    with reading(engine) as connection:
        found: dict[str, str] = {}
        for table in schema.SEALED:
            key = next(iter(table.primary_key.columns))
            found[table.name] = digest_of(connection.execute(select(table.c.digest).order_by(key)).scalars())
        return found


def _structure(connection: Connection, engine: Engine) -> Iterator[Damage]:
    if not is_sqlite(engine.url):
        return
    with translated(engine.url):
        for said in connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all():
            if said != "ok":
                yield Damage(where="file", what=" ".join(str(said).split()))


def _bytes(connection: Connection) -> Iterator[Damage]:
    after = ""
    table = schema.blob
    while True:
        query = select(table).where(table.c.digest > after).order_by(table.c.digest).limit(_BATCH // 10)
        rows = connection.execute(query).all()
        if not rows:
            return
        for row in rows:
            raw = blobs.unpack(row.coding, row.content)
            if raw is None or blobs.digest_bytes(raw) != row.digest or len(raw) != row.size:
                yield Damage(
                    where=f"blob {row.digest[:16]}", what="the bytes are damaged", names=_names(connection, row.digest)
                )
        after = rows[-1].digest


def _names(connection: Connection, digest: str) -> str:
    """Say which page some bytes belong to."""
    page, reading_ = schema.page, schema.reading
    query = select(page.c.name).outerjoin(reading_, reading_.c.page == page.c.seq)
    found = connection.execute(query.where((page.c.raw == digest) | (reading_.c.text == digest)).limit(3)).scalars()
    return ", ".join(dict.fromkeys(found))


def _rows(connection: Connection, table: Table) -> Iterator[Damage]:
    for row in iter_rows(connection, table):
        if row_digest(table, row) != row["digest"]:
            yield Damage(where=f"{table.name} {row['seq']}", what="the row is not what was written", names=_say(row))


def _say(row: Any) -> str:
    return str(row.get("id") or row.get("name") or "")


def iter_rows(connection: Connection, table: Table, after: int = 0) -> Iterator[Any]:
    """Give the rows of a numbered table in order, a batch at a time in memory."""
    while True:
        query = select(table).where(table.c.seq > after).order_by(table.c.seq).limit(_BATCH)
        rows = connection.execute(query).mappings().all()
        if not rows:
            return
        yield from rows
        after = int(rows[-1]["seq"])


def _chain(connection: Connection, head: str | None) -> tuple[list[Damage], str]:
    """Follow the audit from its first row, and the rows that each of its rows covers."""
    found: list[Damage] = []
    previous = FIRST
    expected = 1
    has_head = head is None or head == FIRST
    cover = _Cover(connection)
    for row in iter_rows(connection, schema.audit):
        where = f"audit {row['seq']}"
        if row["seq"] != expected:
            found.append(Damage(where=where, what=f"the audit lacks the rows before it, from {expected} on"))
        if row_digest(schema.audit, row) != row["digest"]:
            found.append(Damage(where=where, what="the row is not what was written", names=row["subject"]))
        if row["previous"] != previous:
            found.append(Damage(where=where, what="the chain is broken before it", names=row["subject"]))
        found += cover.check(where, row)
        previous, expected = row["digest"], int(row["seq"]) + 1
        has_head = has_head or previous == head
    found += cover.rest()
    if not has_head:
        found.append(Damage(where="audit", what=f"it does not hold the digest {head}: its end was cut off or changed"))
    return found, previous


class _Cover:
    """Which kept rows the audit has covered so far."""

    def __init__(self, connection: Connection) -> None:
        self._streams = {table.name: _Stream(connection, table) for table in schema.KEPT}

    def check(self, where: str, row: Any) -> list[Damage]:
        try:
            covers = json.loads(row["covers"])
        except ValueError:
            return []  # the row's own digest tells
        found: list[Damage] = []
        for name, first, many, digest in covers:
            numbers, digests_ = self._streams[name].take(first + many)
            if numbers != list(range(first, first + many)):
                what = f"the audit knows {name} {first} to {first + many - 1}; {len(numbers)} rows are there"
                found.append(Damage(where=f"{name} {first}", what=what, names=row["subject"]))
            elif digest_of(digests_) != digest:
                what = f"{where} was written over other rows {first} to {first + many - 1}"
                found.append(Damage(where=f"{name} {first}", what=what, names=row["subject"]))
        return found

    def rest(self) -> list[Damage]:
        found: list[Damage] = []
        for name, stream in self._streams.items():
            numbers, _ = stream.take(None)
            if numbers:
                what = f"{len(numbers)} rows from {numbers[0]} on are in no row of the audit"
                found.append(Damage(where=f"{name} {numbers[0]}", what=what))
        return found


class _Stream:
    """Numbers and digests of a table's rows, taken in order."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._table = table
        self._after = 0
        self._held: list[tuple[int, str]] = []
        self._ended = False

    def take(self, until: int | None) -> tuple[list[int], list[str]]:
        """Take the rows with numbers under a bound; all that are left for None."""
        while not self._ended and (until is None or not self._held or self._held[-1][0] < until - 1):
            self._fill()
        at = len(self._held) if until is None else sum(number < until for number, _ in self._held)
        taken, self._held = self._held[:at], self._held[at:]
        return [number for number, _ in taken], [digest for _, digest in taken]

    def _fill(self) -> None:
        c = self._table.c
        query = select(c.seq, c.digest).where(c.seq > self._after).order_by(c.seq).limit(_BATCH)
        rows = self._connection.execute(query).all()
        self._ended = not rows
        if rows:
            self._held += [(int(row.seq), str(row.digest)) for row in rows]
            self._after = int(rows[-1].seq)
