"""Events are counted by day and facet as they are kept, and so is what holds: no timeline looks through them.

Both tables are filled here from what is derived already, so that nothing has to be made anew after this step. A map
reads where events lie from one index.

Revision ID: 0007
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

revision = "0007"
down_revision = "0006"

metadata = MetaData()

_Number = BigInteger().with_variant(Integer, "sqlite")

Table(
    "event_day",
    metadata,
    Column("facet", Text, primary_key=True),
    Column("first_day", Integer, primary_key=True, autoincrement=False),
    Column("events", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Table(
    "holding",
    metadata,
    Column("what", String(16), primary_key=True),
    Column("many", _Number, nullable=False),
    sqlite_with_rowid=False,
)


def upgrade() -> None:
    """Add the tables and fill them, and the index of a map."""
    metadata.create_all(op.get_bind())
    op.create_index("ix_event_point", "event", ["first_day", "id", "place_id", "lat", "lon"])
    op.execute(
        "INSERT INTO event_day (facet, first_day, events, contested) "
        "SELECT facet, first_day, count(*), sum(CASE WHEN contests > 0 THEN 1 ELSE 0 END) "
        "FROM event_facet GROUP BY facet, first_day"
    )
    for what, counted in (
        ("pages", "live_reading"),
        ("claims", "live_claim"),
        ("documents", "document JOIN live_reading ON live_reading.reading = document.reading"),
    ):
        op.execute(f"INSERT INTO holding (what, many) SELECT '{what}', count(*) FROM {counted}")
