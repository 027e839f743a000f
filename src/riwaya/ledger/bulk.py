"""Insert and change rows in bulk, straight through the driver: a fifth of what the statement builder costs for each row.

PostgreSQL takes many rows at once: a `COPY` for those that are new, one value of JSON for those that may be there. A
statement for each would cost ten times as much on both ends.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table

from riwaya.ledger.engine import translate_driver

_COPIED = 32
"""Rows from which on a `COPY` costs less than statements."""

Values = tuple[Any, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the keys of the first; nothing for none.

    Values go to the driver as they are: numbers, booleans, text, bytes and None, which both drivers take.
    """
    if not rows:
        return
    names = tuple(rows[0])
    insert_values(connection, table.name, names, map(_picker(names), rows), len(rows))


def insert_values(
    connection: Connection, table: str, names: tuple[str, ...], values: Iterable[Values], many: int
) -> None:
    """Insert as many rows as told, each the values of some columns in their order.

    Raises:
        LedgerError: The database refuses them (`riwaya.ledger.engine.translate`).
    """
    is_file = connection.dialect.name == "sqlite"
    if is_file or many < _COPIED:
        connection.exec_driver_sql(_insert(table, names, is_file), list(values))
    else:
        _copy(connection, f"COPY {table} ({', '.join(names)}) FROM STDIN", values)


def run_for_each(
    connection: Connection, statement: str, columns: Mapping[str, str], rows: Sequence[Values], *, at_once: str
) -> None:
    """Run a statement for each of some rows; nothing for none.

    Args:
        connection: A writer's.
        statement: With ``?`` for each value of a row, for SQLite.
        columns: The names of the values and their types on PostgreSQL: numbers, booleans and text.
        rows: The values of each.
        at_once: The same for all rows of ``{given}``, which has these columns, for PostgreSQL.
    """
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(statement, list(rows))
        return
    told = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    given = json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False)
    connection.exec_driver_sql(at_once.format(given=f"json_to_recordset(%s) AS given({told})"), (given,))


def _copy(connection: Connection, statement: str, values: Iterable[Values]) -> None:
    driver: Any = connection.connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in values:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise translate_driver(error, connection.engine.url) from error


@cache
def _picker(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], Values]:
    if len(names) == 1:
        [name] = names
        return lambda row: (row[name],)
    return cast("Callable[[Mapping[str, Any]], Values]", itemgetter(*names))


@cache
def _insert(table: str, names: tuple[str, ...], is_file: bool) -> str:
    marks = ", ".join(["?" if is_file else "%s"] * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
