"""The people who use a ledger: accounts, sessions, tokens, links.

Revision ID: 0004
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, String, Table, Text

revision = "0004"
down_revision = "0003"

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

_Number = BigInteger().with_variant(Integer, "sqlite")

Table(
    "person",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("password", Text),
    Column("totp", String(64)),
    Column("totp_pending", String(64)),
    Column("totp_used", _Number),
    Column("made_at", String(32), nullable=False),
    Column("closed_at", String(32)),
)
Table(
    "session",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("person", String(32), nullable=False, index=True),
    Column("made_at", String(32), nullable=False),
    Column("seen_at", String(32), nullable=False),
    Column("until", String(32), nullable=False),
    Column("agent", String(200), nullable=False),
    Column("address", String(64), nullable=False),
)
Table(
    "token",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("person", String(32), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("scopes", String(64), nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("until", String(32), nullable=False),
    Column("used_at", String(32)),
    Column("revoked_at", String(32)),
)
Table(
    "sign_in_link",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", String(32), nullable=False, index=True),
    Column("until", String(32), nullable=False),
)
Table(
    "attempt",
    metadata,
    Column("seq", _Number, primary_key=True),
    Column("key", String(120), nullable=False),
    Column("at", Float, nullable=False),
    Index("ix_attempt_key", "key", "at"),
)


def upgrade() -> None:
    """Add the tables; nothing derived changes."""
    metadata.create_all(op.get_bind())
