"""Find words in the texts of the ledger: candidates from the database's index, the places from the texts themselves.

`riwaya.lang.searching` folds both what is indexed and what is asked. SQLite keeps the folded terms in an FTS5 table
without content, PostgreSQL in a `tsvector` of the plain configuration; neither knows any Arabic. That a text answers,
and where, is decided on the text by the same function, so that both databases find the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, text

from riwaya.lang.searching import index_terms, query_terms
from riwaya.ledger.bulk import run_for_each

_SAFE = re.compile(r"[^\w]+")
_POSTGRES_LONGEST = 2046
"""Bytes of the longest term that a tsvector takes."""


def index_text(connection: Connection, reading: int, words: str) -> None:
    """Put the text of a reading into the index."""
    enter_terms(connection, [(reading, index_terms(words))])


def enter_terms(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Put terms under the number of their reading."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        rows = [(number, _short(terms)) for number, terms in rows]
    run_for_each(connection, _ENTER, {"reading": "bigint", "terms": "text"}, rows, at_once=_ENTER_AT_ONCE)


def find_readings(connection: Connection, query: str) -> list[int] | None:
    """Give the numbers of the readings that may hold all words of a query, in order; None for a query without words."""
    asked = _ask(connection, query)
    if asked is None:
        return None
    statement = _FIND_FILE if connection.dialect.name == "sqlite" else _FIND_POSTGRES
    return [int(number) for number in connection.execute(statement, {"asked": asked}).scalars()]


def find_latest(connection: Connection, query: str, top: int, limit: int) -> list[int] | None:
    """Give the numbers of such readings from a number down, the highest first; None for a query without words."""
    asked = _ask(connection, query)
    if asked is None:
        return None
    statement = _LATEST_FILE if connection.dialect.name == "sqlite" else _LATEST_POSTGRES
    found = connection.execute(statement, {"asked": asked, "top": top, "many": limit})
    return [int(number) for number in found.scalars()]


def _ask(connection: Connection, query: str) -> str | None:
    wanted = [[clean for term in terms if (clean := _SAFE.sub("", term))] for terms in query_terms(query)]
    wanted = [terms for terms in wanted if terms]
    if not wanted:
        return None
    if connection.dialect.name == "sqlite":
        return " AND ".join("(" + " OR ".join(f'"{term}"' for term in terms) + ")" for terms in wanted)
    return " & ".join("(" + " | ".join(f"'{term}'" for term in terms) + ")" for terms in wanted)


def clear(connection: Connection) -> None:
    """Empty the index."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO words(words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM words"))


def _short(terms: str) -> str:
    return " ".join([term for term in terms.split() if len(term.encode("utf8", "replace")) <= _POSTGRES_LONGEST])


_ENTER = "INSERT INTO words(rowid, terms) VALUES (?, ?)"
# Terms go in as they are: PostgreSQL's own parser would split some of them otherwise than ours.
_ENTER_AT_ONCE = (
    "INSERT INTO words(reading, terms) SELECT reading, array_to_tsvector(string_to_array(terms, ' ')) FROM {given}"
)
_FIND_FILE = text("SELECT rowid FROM words WHERE words MATCH :asked ORDER BY rowid")
_FIND_POSTGRES = text("SELECT reading FROM words WHERE terms @@ CAST(:asked AS tsquery) ORDER BY reading")
_LATEST_FILE = text(
    "SELECT rowid FROM words WHERE words MATCH :asked AND rowid <= :top ORDER BY rowid DESC LIMIT :many"
)
_LATEST_POSTGRES = text(
    "SELECT reading FROM words WHERE terms @@ CAST(:asked AS tsquery) AND reading <= :top "
    "ORDER BY reading DESC LIMIT :many"
)
