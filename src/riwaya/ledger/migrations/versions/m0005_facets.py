"""Events and claims are listed by indexes, a page at a time; whether an event is contested is kept with it.

Every event stands under what it is found by (`event_facet`); names of actors and places are found by their words. What
is derived is dropped and made again: `riwaya db upgrade` fills it from what is kept.

Revision ID: 0005
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text, text

revision = "0005"
down_revision = "0004"

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

_Number = BigInteger().with_variant(Integer, "sqlite")
_Id = String(32)
_Plain = Text().with_variant(Text(collation="C"), "postgresql")

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
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("told_day", Integer),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("outlet", Text),
    Index("ix_live_claim_day", "first_day", "claim"),
    Index("ix_live_claim_place", "place_id", "first_day", "claim"),
    Index("ix_live_claim_country", "country", "first_day", "claim"),
    Index("ix_live_claim_type", "type", "first_day", "claim"),
    Index("ix_live_claim_outlet", "outlet", "first_day", "claim"),
    Index(
        "ix_live_claim_long",
        "first_day",
        "claim",
        sqlite_where=text("last_day - first_day > 45"),
        postgresql_where=text("last_day - first_day > 45"),
    ),
    Index(
        "ix_live_claim_verdict",
        "verdict",
        "first_day",
        "claim",
        sqlite_where=text("verdict IS NOT NULL"),
        postgresql_where=text("verdict IS NOT NULL"),
    ),
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
    Column("first_day", Integer, nullable=False),
    Index("ix_claim_party_actor", "actor", "first_day", "claim"),
    sqlite_with_rowid=False,
)

Table(
    "event",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("type", String(16), nullable=False),
    Column("subtype", String(32)),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("claims", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("contests", Integer, nullable=False),
    Column("facets", Text, nullable=False),
    Column("record", Text, nullable=False),
)

Table(
    "event_facet",
    metadata,
    Column("facet", Text, primary_key=True),
    Column("first_day", Integer, primary_key=True, autoincrement=False),
    Column("event", _Id, primary_key=True),
    Column("last_day", Integer, nullable=False),
    Column("contests", Integer, nullable=False),
    Index(
        "ix_event_facet_contests",
        "facet",
        "contests",
        "first_day",
        "event",
        sqlite_where=text("contests > 0"),
        postgresql_where=text("contests > 0"),
    ),
    sqlite_with_rowid=False,
)

Table(
    "named",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("what", String(32), nullable=False),
    sqlite_with_rowid=False,
)

Table(
    "name_term",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("term", _Plain, primary_key=True),
    Column("key", Text, primary_key=True),
    sqlite_with_rowid=False,
)

_OLD = ("event", "claim_party", "live_claim")


def upgrade() -> None:
    """Drop what is derived and has changed, make it again in its new shape, and let pages be found by name."""
    for table in _OLD:
        op.drop_table(table)
    metadata.create_all(op.get_bind())
    op.create_index("ix_page_name", "page", ["name"])
