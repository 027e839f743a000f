"""Backups: every kept row in one SQLite file with a manifest, from either database and into either.

A backup can be verified like a ledger, and nothing that reads it changes a byte of it. Restoring copies the kept rows, numbers, digests and
all, and makes the derived tables anew, so that the restored ledger gives the same digests. The same way a ledger moves
from a file to PostgreSQL and back.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, func, select

from riwaya import __version__
from riwaya.errors import BackupInvalid, LedgerFull, LedgerNewer, LedgerTaken, LedgerUnreachable
from riwaya.ledger import schema
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.derived import rebuild
from riwaya.ledger.engine import (
    connect,
    connect_unchanged,
    parse_address,
    reading,
    say_address,
    translate_driver,
    writing,
)
from riwaya.ledger.events import Clusterer
from riwaya.ledger.journal import now
from riwaya.ledger.verify import digests
from riwaya.ledger.versions import HEAD, make_current, make_ready
from riwaya.ledger.web_tables import WORK

Tick = Callable[[], None]
MANIFEST_SUFFIX = ".manifest.json"
_COPIED = (*schema.SEALED, *WORK)
"""What a backup holds: everything kept, and what is followed."""
STEPS = len(_COPIED) + 1
"""How often `write_backup` and `restore_backup` call their tick."""
_BATCH = 1_000
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup holds, written beside it."""

    file: str
    sha256: str
    """Of the file."""
    schema: str
    """Number of the ledger's schema."""
    version: str
    """Of Riwaya."""
    made_at: str
    rows: dict[str, int]
    digests: dict[str, str]


def write_backup(engine: Engine, target: Path, *, tick: Tick | None = None) -> Manifest:
    """Write a backup of one moment of the ledger; writers need not stop.

    The file appears under its name only when it is whole.

    Args:
        engine: Of the ledger.
        target: File to write; its manifest is written beside it.
        tick: Called after each part, `STEPS` times.

    Raises:
        LedgerTaken: Something is there already.
        LedgerFull: The disk is full; nothing is left behind.
    """
    if target.exists() or _manifest_path(target).exists():
        raise LedgerTaken(f"{target} is there already.")
    if not target.parent.is_dir():
        raise LedgerUnreachable(f"There is no folder {target.parent}.", hint="Make it, or name another.")
    step = tick or (lambda: None)
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        rows, made = _write_copy(engine, half, step)
        sha256 = file_digest(half)
        half.rename(target)
    finally:
        for left in (half, *(half.with_name(half.name + end) for end in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)
    manifest = Manifest(
        file=target.name, sha256=sha256, schema=HEAD, version=__version__, made_at=now(), rows=rows, digests=made
    )
    _write_manifest(target, manifest)
    step()
    return manifest


def _write_copy(engine: Engine, half: Path, step: Tick) -> tuple[dict[str, int], dict[str, str]]:
    copy = connect(parse_address(str(half)), create=True)
    try:
        make_current(copy)
        with reading(engine) as source, writing(copy, durable=True) as sink:
            rows = _copy(source, sink, step)
        _settle(copy)
        return rows, digests(copy)
    finally:
        copy.dispose()


def _write_manifest(target: Path, manifest: Manifest) -> None:
    path = _manifest_path(target)
    try:
        path.write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf8")
    except OSError as error:
        for left in (target, path):
            left.unlink(missing_ok=True)
        raise LedgerFull(f"The manifest of {target} cannot be written: {error.strerror}.") from error


def restore_backup(engine: Engine, clusterer: Clusterer, source: Path, *, tick: Tick | None = None) -> Manifest:
    """Fill an empty ledger from a backup, all or nothing, and see that its digests are those of the manifest.

    Args:
        engine: Of the ledger to fill; it is made where there is none.
        clusterer: The stage that finds events.
        source: The backup.
        tick: Called after each part, `STEPS` times.

    Raises:
        LedgerTaken: The ledger holds something already.
        BackupInvalid: The backup is not what its manifest says.
        LedgerNewer: It has a newer schema than this version knows; an older one is brought up to date in a copy.
    """
    manifest = check_backup(source)
    step = tick or (lambda: None)
    make_ready(engine)
    with open_backup(source) as held, reading(held) as given, writing(engine, durable=True) as sink:
        if sink.execute(select(func.count()).select_from(schema.audit)).scalar_one():
            raise LedgerTaken(f"{say_address(engine.url)} holds a ledger already.")
        _copy(given, sink, step)
        rebuild(sink, clusterer)
    restored = digests(engine)
    if any(restored[name] != digest for name, digest in manifest.digests.items()):
        raise BackupInvalid(f"{source} was restored, but the digests are not those of its manifest.")
    step()
    return manifest


@contextmanager
def open_backup(source: Path) -> Generator[Engine]:
    """Open a backup unchanged; of an older schema, a copy of it that was brought up to date.

    Raises:
        BackupInvalid: The file is not the one that its manifest was written for.
        LedgerNewer: It has a newer schema than this version knows.
    """
    manifest = check_backup(source)
    if manifest.schema > HEAD:
        raise LedgerNewer(f"{source} has schema {manifest.schema}; this version knows {HEAD} at most.")
    with tempfile.TemporaryDirectory(prefix="riwaya-") as folder:
        if manifest.schema < HEAD:
            copied = Path(folder) / "copy.db"
            shutil.copyfile(source, copied)
            held = connect(parse_address(str(copied)), create=False)
            make_current(held)
        else:
            held = connect_unchanged(source)
        try:
            yield held
        finally:
            held.dispose()


def check_backup(source: Path) -> Manifest:
    """Give the manifest of a backup after seeing that the file is the one it was written for.

    Raises:
        BackupInvalid: File or manifest is missing, or the file was changed.
    """
    path = _manifest_path(source)
    try:
        data = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf8")))
        manifest = Manifest(**data)
    except (OSError, ValueError, TypeError) as error:
        raise BackupInvalid(f"{path} cannot be read: {error}.") from error
    if not source.is_file():
        raise BackupInvalid(f"There is no backup at {source}.")
    if file_digest(source) != manifest.sha256:
        raise BackupInvalid(
            f"{source} is not the file that its manifest was written for: it is damaged or was changed."
        )
    return manifest


def file_digest(path: Path) -> str:
    """Give the sha256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _copy(source: Connection, sink: Connection, tick: Tick) -> dict[str, int]:
    rows: dict[str, int] = {}
    for table in _COPIED:
        rows[table.name] = _copy_table(source, sink, table)
        tick()
    return rows


def _copy_table(source: Connection, sink: Connection, table: Table) -> int:
    key = next(iter(table.primary_key.columns))
    after: object = None
    many = 0
    while True:
        query = select(table).order_by(key).limit(_BATCH)
        rows = source.execute(query if after is None else query.where(key > after)).mappings().all()
        if not rows:
            return many
        insert_rows(sink, table, [dict(row) for row in rows])
        after = rows[-1][key.name]
        many += len(rows)


def _settle(copy: Engine) -> None:
    """Bring everything into the one file: no log beside it."""
    with copy.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            raw.execute("PRAGMA journal_mode=DELETE").close()
        except sqlite3.Error as error:
            raise translate_driver(error, copy.url) from error


def _manifest_path(target: Path) -> Path:
    return target.with_name(target.name + MANIFEST_SUFFIX)
