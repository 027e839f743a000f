"""Which schema a ledger has, whether this version of Riwaya may use it, and how it is brought up to date."""

from __future__ import annotations

from importlib.resources import as_file, files

from sqlalchemy import Connection, Engine, inspect, text

from riwaya.errors import LedgerInvalid, LedgerMissing, LedgerNewer, LedgerOutdated
from riwaya.ledger.engine import reading, say_address, writing

HEAD = "0007"
"""Number of the newest step in `migrations/versions`."""
FILLED = "0006"
"""Steps after this one fill what they add: what is derived stays as it is. What is older has it made anew."""
_TABLE = "riwaya_schema"
"""Where Alembic writes the number down."""


def find_version(engine: Engine) -> str | None:
    """Give the number of the schema that a database has; None where it holds no table at all.

    Raises:
        LedgerInvalid: It holds tables of something else.
    """
    with reading(engine) as connection:
        return _version(connection)


def check_version(engine: Engine) -> None:
    """See that this version of Riwaya may use the ledger.

    Raises:
        LedgerMissing: The database is empty.
        LedgerInvalid: It holds something else.
        LedgerOutdated: It has to be upgraded first.
        LedgerNewer: Only a newer Riwaya may use it.
    """
    version = find_version(engine)
    where = say_address(engine.url)
    if version is None:
        raise LedgerMissing(f"{where} holds no ledger yet.")
    if version < HEAD:
        raise LedgerOutdated(f"{where} has schema {version}; this version of Riwaya needs {HEAD}.")
    if version > HEAD:
        raise LedgerNewer(f"{where} has schema {version}; this version of Riwaya knows {HEAD} at most.")


def make_ready(engine: Engine) -> None:
    """Make the ledger where the database is empty, else see that this version may use it.

    Raises:
        LedgerError: As `check_version`.
    """
    if find_version(engine) is None:
        make_current(engine)
    else:
        check_version(engine)


def make_current(engine: Engine, *, to: str = HEAD) -> tuple[str | None, str]:
    """Make the ledger, or bring an older one up to date; one of the newest schema is left as it is.

    Everything happens in one transaction: a step that fails leaves the ledger as it was.

    Returns:
        The number before (None: there was nothing) and after.

    Raises:
        LedgerNewer: It is newer already.
        LedgerInvalid: The database holds something else.
    """
    with writing(engine, durable=True) as connection:
        before = _version(connection)
        if before is not None and before > HEAD:
            raise LedgerNewer(f"{say_address(engine.url)} has schema {before}; this version knows {HEAD} at most.")
        if before == to:
            return before, to
        _run_steps(connection, to)
    _refresh_statistics(engine)
    return before, to


def _run_steps(connection: Connection, to: str) -> None:
    # Alembic takes a quarter of a second to import: only where there is something to do.
    from alembic import command
    from alembic.config import Config

    with as_file(files("riwaya.ledger") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("version_table", _TABLE)
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _refresh_statistics(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("ANALYZE"))


def _version(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if _TABLE not in tables:
        raise LedgerInvalid(f"{say_address(connection.engine.url)} is a database of something else.")
    return connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()
