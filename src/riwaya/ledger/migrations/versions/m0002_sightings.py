"""Pages met again under another name are kept; what is derived is made slimmer.

The same bytes under a second name used to leave no trace. Membership in events moves into `live_claim`, indexes that no
question needs are left out, and tables with keys of several columns are kept by their key in SQLite. Everything derived
is dropped and made again: `riwaya db upgrade` fills it from what is kept.

Revision ID: 0002
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from riwaya.ledger.migrations.guards import guard

revision = "0002"
down_revision = "0001"

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

_Number = BigInteger().with_variant(Integer, "sqlite")
_Id = String(32)
_When = String(32)

Table(
    "sighting",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("page", _Number, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("name_key", _Id, nullable=False, index=True),
    Column("run", _Number, nullable=False),
    Column("at", _When, nullable=False),
    Column("digest", String(64), nullable=False),
)

Table(
    "live_reading",
    metadata,
    Column("series", _Id, primary_key=True),
    Column("reading", _Number, nullable=False, unique=True),
    sqlite_with_rowid=False,
)

Table(
    "live_claim",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),
    Column("id", _Id, nullable=False),
    Column("reading", _Number, nullable=False, index=True),
    Column("document", _Number, nullable=False),
    Column("words", _Id, nullable=False),
    Column("event", _Id, index=True),
    Column("why", Text),
    Column("verdict", String(16)),
    Column("judgement", _Number),
    Column("type", String(16), nullable=False),
    Column("subtype", String(32)),
    Column("polarity", String(16), nullable=False),
    Column("links", Integer, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("told_day", Integer),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("outlet", Text),
    Index("ix_live_claim_place", "place_id", "first_day"),
    Index("ix_live_claim_country", "country", "first_day"),
    Index("ix_live_claim_type", "type", "first_day"),
)

Table(
    "claim_party",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),
    Column("actor", Text, primary_key=True),
    Column("roles", String(8), nullable=False),
    Column("is_inside", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("first_day", Integer),
    Index("ix_claim_party_actor", "actor", "first_day"),
    sqlite_with_rowid=False,
)

Table(
    "claim_figure",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("measure", String(24), nullable=False),
    Column("low", _Number),
    Column("high", _Number),
    Index("ix_claim_figure_measure", "measure", "claim"),
    sqlite_with_rowid=False,
)

Table(
    "event",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("type", String(16), nullable=False),
    Column("subtype", String(32)),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("country", String(8)),
    Column("claims", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Index("ix_event_first_day", "first_day", "id"),
    Index("ix_event_place_id", "place_id", "first_day"),
    Index("ix_event_country", "country", "first_day"),
)

Table(
    "open_failure",
    metadata,
    Column("place", _Id, primary_key=True),
    Column("failure", _Number, nullable=False),
    sqlite_with_rowid=False,
)

_OLD = ("event_claim", "event", "claim_figure", "claim_party", "live_claim", "live_reading", "open_failure")


def upgrade() -> None:
    """Drop what is derived, make it again in its new shape, and add the table of sightings."""
    op.drop_index("ix_claim_words")
    for table in _OLD:
        op.drop_table(table)
    metadata.create_all(op.get_bind())
    guard("sighting")
