"""What the tables of the ledger are made of: one list of tables, and the columns that many of them have."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Text

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

# SQLite makes only INTEGER the row's own number.
Number = BigInteger().with_variant(Integer, "sqlite")
Id = String(32)
Digest = String(64)
When = String(32)
Plain = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared letter by letter, so that what begins with some letters is a stretch of the index."""


def seq() -> Column[int]:
    """Number of a row: given by us under the writer's lock, without gaps."""
    return Column("seq", Number, primary_key=True, autoincrement=False)


def digest() -> Column[str]:
    """Digest of the row's other columns."""
    return Column("digest", Digest, nullable=False)
