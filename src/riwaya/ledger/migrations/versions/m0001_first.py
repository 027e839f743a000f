"""The first schema: everything at once, as it was then; `riwaya.ledger.schema` is what it has become.

Revision ID: 0001
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from riwaya.ledger.migrations.guards import guard, make_refusal

revision = "0001"
down_revision = None

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

_Number = BigInteger().with_variant(Integer, "sqlite")
_Id = String(32)
_Digest = String(64)
_When = String(32)


def _seq() -> Column[int]:
    return Column("seq", _Number, primary_key=True, autoincrement=False)


def _digest() -> Column[str]:
    return Column("digest", _Digest, nullable=False)


Table(
    "blob",
    metadata,
    Column("digest", _Digest, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("coding", String(8), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

Table(
    "run",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("at", _When, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(16), nullable=False),
    Column("engine", _Id, nullable=False),
    Column("version", String(32), nullable=False),
    Column("packs", _Digest, nullable=False),
    Column("plugins", Text, nullable=False),
    _digest(),
)

Table(
    "page",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("series", _Id, nullable=False, index=True),
    Column("raw", _Digest, ForeignKey("blob.digest"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("url_key", _Id, index=True),
    Column("name_key", _Id, index=True),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("at", _When, nullable=False),
    _digest(),
)

Table(
    "reading",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("page", _Number, ForeignKey("page.seq"), nullable=False, index=True),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("engine", _Id, nullable=False),
    Column("published", Text),
    Column("language", String(16)),
    Column("text", _Digest, ForeignKey("blob.digest"), nullable=False),
    Column("is_html", Boolean, nullable=False),
    Column("encoding", String(32), nullable=False),
    Column("record", Text, nullable=False),
    Column("at", _When, nullable=False),
    _digest(),
)

Table(
    "document",
    metadata,
    _seq(),
    Column("reading", _Number, ForeignKey("reading.seq"), nullable=False, index=True),
    Column("id", _Id, nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("language", String(16), nullable=False),
    Column("record", Text, nullable=False),
    _digest(),
)

Table(
    "claim",
    metadata,
    _seq(),
    Column("document", _Number, ForeignKey("document.seq"), nullable=False, index=True),
    Column("id", _Id, nullable=False, index=True),
    Column("words", _Id, nullable=False, index=True),
    Column("told_on", String(10)),
    Column("record", Text, nullable=False),
    _digest(),
)

Table(
    "standing",
    metadata,
    _seq(),
    Column("series", _Id, nullable=False, index=True),
    Column("reading", _Number, ForeignKey("reading.seq"), nullable=False),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("at", _When, nullable=False),
    Column("why", String(16), nullable=False),
    _digest(),
)

Table(
    "judgement",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("at", _When, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("why", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("change", Text, nullable=False),
    _digest(),
)

Table(
    "judged",
    metadata,
    _seq(),
    Column("judgement", _Number, ForeignKey("judgement.seq"), nullable=False, index=True),
    Column("words", _Id, nullable=False, index=True),
    Column("part", Integer, nullable=False),
    _digest(),
)

Table(
    "failure",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("at", _When, nullable=False),
    Column("place", _Id, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("path", Text),
    Column("raw", _Digest, ForeignKey("blob.digest")),
    Column("hints", Text, nullable=False),
    Column("code", String(8), nullable=False),
    Column("message", Text, nullable=False),
    Column("advice", Text, nullable=False),
    _digest(),
)

Table(
    "audit",
    metadata,
    _seq(),
    Column("at", _When, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("covers", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", _Digest, nullable=False),
    Column("digest", _Digest, nullable=False),
)

Table(
    "live_reading",
    metadata,
    Column("series", _Id, primary_key=True),
    Column("reading", _Number, ForeignKey("reading.seq"), nullable=False, unique=True),
)

Table(
    "live_claim",
    metadata,
    Column("claim", _Number, ForeignKey("claim.seq"), primary_key=True, autoincrement=False),
    Column("id", _Id, nullable=False),
    Column("reading", _Number, nullable=False, index=True),
    Column("document", _Number, nullable=False, index=True),
    Column("words", _Id, nullable=False, index=True),
    Column("event", _Id, index=True),
    Column("verdict", String(16)),
    Column("judgement", _Number),
    Column("family", String(16), nullable=False),
    Column("type", String(16), nullable=False),
    Column("subtype", String(32)),
    Column("polarity", String(16), nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("told_day", Integer),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("outlet", Text),
    Index("ix_live_claim_id", "id", unique=True),
    Index("ix_live_claim_window", "family", "first_day"),
    Index("ix_live_claim_place", "place_id", "first_day"),
    Index("ix_live_claim_country", "country", "first_day"),
    Index("ix_live_claim_type", "type", "first_day"),
    Index("ix_live_claim_outlet", "outlet", "claim"),
    Index("ix_live_claim_told", "told_day"),
)

Table(
    "claim_party",
    metadata,
    Column("claim", _Number, ForeignKey("claim.seq"), primary_key=True, autoincrement=False),
    Column("role", String(8), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("actor", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("first_day", Integer),
    Index("ix_claim_party_actor", "actor", "first_day"),
    Index("ix_claim_party_role", "role", "actor"),
)

Table(
    "claim_figure",
    metadata,
    Column("claim", _Number, ForeignKey("claim.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("measure", String(24), nullable=False),
    Column("low", _Number),
    Column("high", _Number),
    Index("ix_claim_figure_measure", "measure", "claim"),
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
    Index("ix_event_type", "type", "first_day"),
    Index("ix_event_first_day", "first_day", "id"),
    Index("ix_event_place_id", "place_id", "first_day"),
    Index("ix_event_country", "country", "first_day"),
)

Table(
    "event_claim",
    metadata,
    Column("claim", _Number, ForeignKey("claim.seq"), primary_key=True, autoincrement=False),
    Column("event", _Id, ForeignKey("event.id"), nullable=False, index=True),
    Column("why", Text, nullable=False),
)

Table(
    "open_failure",
    metadata,
    Column("place", _Id, primary_key=True),
    Column("failure", _Number, ForeignKey("failure.seq"), nullable=False),
)

_GUARDED = ("run", "page", "reading", "document", "claim", "standing", "judgement", "judged", "failure", "audit")


def upgrade() -> None:
    """Make the tables, the index of words and the guards."""
    bind = op.get_bind()
    metadata.create_all(bind)
    if bind.dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')")
    else:
        op.execute("CREATE TABLE words (reading BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_words_terms ON words USING gin (terms)")
    make_refusal()
    guard("blob", "digest")
    for table in _GUARDED:
        guard(table)
