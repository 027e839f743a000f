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
    if connection.dialect.name == "sqlite":
        connection.execute(_ENTER_FILE, [{"reading": number, "terms": terms} for number, terms in rows])
        return
    given = [{"reading": number, "terms": _array(terms)} for number, terms in rows]
    connection.execute(_ENTER_POSTGRES, given)


def find_readings(connection: Connection, query: str) -> list[int] | None:
    """Give the numbers of the readings that may hold all words of a query, in order; None for a query without words."""
    wanted = [[clean for term in terms if (clean := _SAFE.sub("", term))] for terms in query_terms(query)]
    wanted = [terms for terms in wanted if terms]
    if not wanted:
        return None
    if connection.dialect.name == "sqlite":
        asked = " AND ".join("(" + " OR ".join(f'"{term}"' for term in terms) + ")" for terms in wanted)
        found = connection.execute(_FIND_FILE, {"asked": asked})
    else:
        asked = " & ".join("(" + " | ".join(f"'{term}'" for term in terms) + ")" for terms in wanted)
        found = connection.execute(_FIND_POSTGRES, {"asked": asked})
    return [int(number) for number in found.scalars()]


def clear(connection: Connection) -> None:
    """Empty the index."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO words(words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM words"))


def _array(terms: str) -> list[str]:
    # Terms go in as they are: PostgreSQL's own parser would split some of them otherwise than ours.
    return [term for term in terms.split() if len(term.encode("utf8", "replace")) <= _POSTGRES_LONGEST]


_ENTER_FILE = text("INSERT INTO words(rowid, terms) VALUES (:reading, :terms)")
_FIND_FILE = text("SELECT rowid FROM words WHERE words MATCH :asked ORDER BY rowid")
_ENTER_POSTGRES = text("INSERT INTO words(reading, terms) VALUES (:reading, array_to_tsvector(:terms))")
_FIND_POSTGRES = text("SELECT reading FROM words WHERE terms @@ CAST(:asked AS tsquery) ORDER BY reading")
