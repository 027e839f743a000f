"""Reach a database: its address, the connection, reading and writing transactions, and what its errors mean.

One writer at a time: SQLite has one lock, and PostgreSQL gets the same through an advisory lock, so that rows are
numbered without gaps and the chain of the audit has one end. Readers never wait.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import URL, Connection, Engine, RootTransaction, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from riwaya.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerInvalid,
    LedgerMissing,
    LedgerSealed,
    LedgerSlow,
    LedgerUnreachable,
)

SEALED_WORDS = "riwaya: append-only"
"""What the triggers of both databases say."""
BUSY_SECONDS = 60
"""How long a writer waits for the others; eight of them wait a fraction of this."""
_WRITES: ContextVar[bool] = ContextVar("riwaya_writes", default=False)
"""Whether the transaction that begins is a writer's."""
_LASTING: ContextVar[float | None] = ContextVar("riwaya_lasting", default=None)
"""How long a reading transaction may take, where `lasting` says so."""
_PATIENCE: ContextVar[float] = ContextVar("riwaya_patience", default=BUSY_SECONDS)
"""How long the transaction that begins waits for other writers."""
_LOCK = 0x72697761
"""Key of the advisory lock: the letters "riwa"."""
_FULL = ("database or disk is full", "no space left on device", "file too large", "disk quota exceeded")
_BUSY = ("database is locked", "lock timeout", "deadlock detected")
_SLOW = ("interrupted", "statement timeout")
_INSTRUCTIONS = 20_000
"""Of SQLite's machine, between two looks at the clock: a few milliseconds."""
_DAMAGED = ("malformed", "disk i/o error", "invalid page", "could not read block")


def parse_address(address: str) -> URL:
    """Give the URL of a ledger: a path is an SQLite file, everything with ``://`` a database.

    Raises:
        LedgerInvalid: It is neither, or names a database that Riwaya does not use.
    """
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise LedgerInvalid("The address of the ledger cannot be read.") from error
    kind = url.get_backend_name()
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite")
    raise LedgerInvalid(f"A ledger cannot live in {kind}.", hint="Use a file, or postgresql://user@host/name.")


def say_address(url: URL) -> str:
    """Give an address for people: a file's path, or a URL without its password."""
    if is_sqlite(url):
        return str(url.database).removeprefix("file://")
    return url.render_as_string(hide_password=True)


def is_sqlite(url: URL) -> bool:
    """Say whether the ledger is a file."""
    return url.get_backend_name() == "sqlite"


def connect(url: URL, *, create: bool) -> Engine:
    """Give an engine; nothing is opened before the first transaction.

    Args:
        url: From `parse_address`.
        create: Whether a file that does not exist is made.

    Raises:
        LedgerMissing: There is no such file and none may be made.
        LedgerInvalid: Its folder does not exist, or it is no file.
        LedgerUnreachable: The driver for PostgreSQL is not installed.
    """
    if is_sqlite(url):
        return _open_file(url, create=create)
    try:
        engine = create_engine(url, pool_size=2, pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise LedgerUnreachable(
            "The driver for PostgreSQL is not installed.", hint="Install it: pip install 'riwaya[postgres]'."
        ) from error
    event.listen(engine, "begin", _begin_postgres)
    return engine


def connect_unchanged(path: Path) -> Engine:
    """Give an engine on a file that nobody writes, such as a backup: not one of its bytes will change.

    Raises:
        LedgerMissing: There is no such file.
    """
    if not path.is_file():
        raise LedgerMissing(f"There is no file {path}.")
    engine = create_engine(
        URL.create(
            "sqlite", database=f"{path.resolve().as_uri()}", query={"mode": "ro", "immutable": "1", "uri": "true"}
        )
    )
    event.listen(engine, "connect", _prepare_unchanged)
    event.listen(engine, "begin", _begin_file)
    return engine


def _prepare_unchanged(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None


def _open_file(url: URL, *, create: bool) -> Engine:
    path = Path(url.database or "")
    if path.is_dir() or not path.parent.is_dir():
        raise LedgerInvalid(f"{path} cannot be a ledger: it is a folder, or its folder does not exist.")
    if not create and not path.exists():
        raise LedgerMissing(f"There is no ledger at {path}.")
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_file)
    event.listen(engine, "begin", _begin_file)
    return engine


def _prepare_file(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by us, not by the driver
    for pragma in (
        "journal_mode=WAL",  # readers and a writer do not wait for each other
        "synchronous=NORMAL",  # a kill loses nothing; a judgement asks for more
        "foreign_keys=ON",
        "recursive_triggers=ON",  # so that REPLACE meets the triggers against DELETE
        "temp_store=MEMORY",
        # 8 MB: a page that many documents touch is moved into the file seldom, and no document waits long for the move.
        "wal_autocheckpoint=2000",
        "cache_size=-65536",  # 64 MB
        "mmap_size=268435456",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_file(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _WRITES.get() else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    if _WRITES.get():
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(_PATIENCE.get() * 1000)}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def bound_reads(engine: Engine, seconds: float) -> None:
    """Let no single reading transaction ask for longer than so; what takes longer raises `LedgerSlow`.

    For a server: one question must not keep the others waiting. Writers are not bounded.
    """
    is_file = is_sqlite(engine.url)

    def begin(connection: Connection) -> None:
        allowed = _LASTING.get() or seconds
        if _WRITES.get():
            if is_file:
                _raw(connection).set_progress_handler(None, 0)
            return
        if not is_file:
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(allowed * 1000)}")
            return
        until = monotonic() + allowed
        _raw(connection).set_progress_handler(lambda: monotonic() > until, _INSTRUCTIONS)

    event.listen(engine, "begin", begin)


@contextmanager
def lasting(seconds: float) -> Generator[None]:
    """Let reading transactions that begin inside take so long, whatever `bound_reads` says: for what goes through it all."""
    before = _LASTING.set(seconds)
    try:
        yield
    finally:
        _LASTING.reset(before)


def _raw(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


@contextmanager
def reading(engine: Engine) -> Generator[Connection]:
    """Open a transaction that sees one state of the ledger and writes nothing.

    Raises:
        LedgerError: As `translate` has them.
    """
    with translated(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, durable: bool = False, patience: float | None = None) -> Generator[Connection]:
    """Open a transaction of the one writer; it is kept whole when the block ends, else not at all.

    Args:
        engine: Of the ledger.
        durable: Wait until the disk has it, as for what only a person can give again.
        patience: Seconds to wait for other writers; `BUSY_SECONDS` when left out.

    Raises:
        LedgerError: As `translate` has them.
    """
    is_file = is_sqlite(engine.url)
    with translated(engine.url), engine.connect() as connection:
        if durable and is_file:
            _set_pragma(connection, "synchronous=FULL")
        if patience is not None and is_file:
            _set_pragma(connection, f"busy_timeout={int(patience * 1000)}")
        try:
            with _begin_write(connection, BUSY_SECONDS if patience is None else patience):
                yield connection
        finally:
            if durable and is_file:
                _set_pragma(connection, "synchronous=NORMAL")
            if patience is not None and is_file:
                _set_pragma(connection, f"busy_timeout={int(BUSY_SECONDS * 1000)}")


def _begin_write(connection: Connection, patience: float) -> RootTransaction:
    """Begin a transaction that takes the writer's lock at once."""
    writes, waits = _WRITES.set(True), _PATIENCE.set(patience)
    try:
        return connection.begin()
    finally:
        _WRITES.reset(writes)
        _PATIENCE.reset(waits)


def _set_pragma(connection: Connection, setting: str) -> None:
    _raw(connection).execute(f"PRAGMA {setting}").close()


@contextmanager
def translated(url: URL) -> Generator[None]:
    """Turn the errors of a driver into ours.

    Raises:
        LedgerError: Whatever the database says.
    """
    try:
        yield
    except DBAPIError as error:
        raise translate(error, url) from error


def translate(error: DBAPIError, url: URL) -> LedgerError:
    """Give our error for one that came through SQLAlchemy."""
    return translate_driver(error.orig or error, url, is_gone=error.connection_invalidated)


def translate_driver(error: BaseException, url: URL, *, is_gone: bool = False) -> LedgerError:
    """Give our error for a driver's own.

    Args:
        error: Of the driver.
        url: Of the ledger, for the message.
        is_gone: The connection was lost.
    """
    said = " ".join(str(error).split())
    low = said.lower()
    where = say_address(url)
    if SEALED_WORDS in low:
        return LedgerSealed(f"{where} refuses: {said}.")
    for words, kind in ((_FULL, LedgerFull), (_BUSY, LedgerBusy), (_SLOW, LedgerSlow), (_DAMAGED, LedgerDamaged)):
        if any(word in low for word in words):
            return kind(f"{where}: {said}.")
    if "not a database" in low or "encrypted" in low:
        return LedgerInvalid(f"{where} is no SQLite file.")
    if "readonly" in low or "read-only" in low:
        return LedgerUnreachable(f"{where} cannot be written.")
    if is_gone or type(error).__name__ in ("OperationalError", "ConnectionTimeout"):
        return LedgerUnreachable(f"{where}: {said[:300]}.")
    return LedgerError(f"{where}: {type(error).__name__}: {said[:300]}.")
