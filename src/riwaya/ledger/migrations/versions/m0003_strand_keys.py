"""The keys by which strands of claims that may speak of one happening meet.

They are derived: `riwaya db upgrade` makes them, and all events, from what is kept.

Revision ID: 0003
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text

revision = "0003"
down_revision = "0002"

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s"})

_Number = BigInteger().with_variant(Integer, "sqlite")

Table(
    "strand_key",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True),
    Index("ix_strand_key_key", "key", "claim"),
    sqlite_with_rowid=False,
)


def upgrade() -> None:
    """Add the table."""
    metadata.create_all(op.get_bind())
