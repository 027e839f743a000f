"""Replies of the web are kept; what is followed and its jobs have tables of their own.

Revision ID: 0006
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

from riwaya.ledger.migrations.guards import guard

revision = "0006"
down_revision = "0005"

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

_Number = BigInteger().with_variant(Integer, "sqlite")
_Id = String(32)
_Digest = String(64)

_blob = Table("blob", metadata, Column("digest", _Digest, primary_key=True))
_capture = Table(
    "capture",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("id", _Id, nullable=False, unique=True),
    Column("at", String(32), nullable=False),
    Column("asked", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("url_key", _Id, nullable=False, index=True),
    Column("status", Integer, nullable=False),
    Column("headers", Text, nullable=False),
    Column("hops", Text, nullable=False),
    Column("raw", _Digest, ForeignKey("blob.digest"), nullable=False, index=True),
    Column("wire_size", _Number, nullable=False),
    Column("origin", Text, nullable=False),
    Column("digest", _Digest, nullable=False),
)
_followed = Table(
    "followed",
    metadata,
    Column("key", _Id, primary_key=True),
    Column("url", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("language", String(16)),
    Column("every", Float, nullable=False),
    Column("added_at", Float, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("parent", _Id),
    Column("etag", Text),
    Column("modified", Text),
    Column("looked_at", Float),
    Column("errors", Integer, nullable=False),
    Column("code", String(8)),
    Column("message", Text),
    Column("named", Integer, nullable=False),
    sqlite_with_rowid=False,
)
_job = Table(
    "job",
    metadata,
    Column("key", _Id, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("followed", _Id, index=True),
    Column("hints", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("due", Float, nullable=False),
    Column("lease_until", Float, nullable=False),
    Column("owner", _Id),
    Column("attempts", Integer, nullable=False),
    Column("capture", Integer),
    Column("status", String(16)),
    Column("code", String(8)),
    Column("message", Text),
    Column("done_at", Float),
    Index("ix_job_state", "state", "due"),
    sqlite_with_rowid=False,
)


def upgrade() -> None:
    """Add the tables; the database guards what is kept."""
    metadata.create_all(op.get_bind(), tables=[_capture, _followed, _job])
    guard("capture")
