"""The tables of the ledger.

Three kinds. *Kept* tables are append-only: the database refuses to change or delete their rows, and every row has a
digest of itself. *Derived* tables say what holds now; they can be made anew from the kept ones at any time
(`riwaya.ledger.derived`). The search index is derived too and differs by database (`riwaya.ledger.search`).

Times are aware UTC as ISO 8601 text, so that both databases give back the same letters and digests can be taken of
them. Days in derived tables are proleptic ordinals, so that a window of days is arithmetic.
"""

from __future__ import annotations

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
    text,
)

NO_DAY = -1
"""Stands for a day that nobody names: last where the latest comes first."""
LONGEST_DAYS = 45
"""What lasts longer (a campaign, «since 2012») is looked for apart, as few things do."""

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

# SQLite makes only INTEGER the row's own number.
_Number = BigInteger().with_variant(Integer, "sqlite")
_Id = String(32)
_Digest = String(64)
_When = String(32)
_Plain = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared letter by letter, so that what begins with some letters is a stretch of the index."""


def _seq() -> Column[int]:
    """Number of a row: given by us under the writer's lock, without gaps."""
    return Column("seq", _Number, primary_key=True, autoincrement=False)


def _digest() -> Column[str]:
    """Digest of the row's other columns."""
    return Column("digest", _Digest, nullable=False)


blob = Table(
    "blob",
    metadata,
    Column("digest", _Digest, primary_key=True),  # sha256 of the bytes as they were, which is their name
    Column("size", Integer, nullable=False),
    Column("coding", String(8), nullable=False),  # how they are kept: zlib or plain
    Column("content", LargeBinary, nullable=False),
)

run = Table(
    "run",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("at", _When, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(16), nullable=False),  # ingest, retry, restore, rebuild
    Column("engine", _Id, nullable=False),
    Column("version", String(32), nullable=False),
    Column("packs", _Digest, nullable=False),
    Column("plugins", Text, nullable=False),
    _digest(),
)

page = Table(
    "page",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("series", _Id, nullable=False, index=True),  # what stays the same over versions of a page
    Column("raw", _Digest, ForeignKey("blob.digest"), nullable=False, index=True),
    Column("name", Text, nullable=False, index=True),
    Column("source", Text, nullable=False),  # label of what was ingested: a folder's name, or ""
    Column("url", Text),
    Column("outlet", Text),
    Column("url_key", _Id, index=True),
    Column("name_key", _Id, index=True),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("at", _When, nullable=False),
    _digest(),
)

sighting = Table(
    "sighting",
    metadata,
    _seq(),
    Column("page", _Number, nullable=False, index=True),
    Column("name", Text, nullable=False),  # where the same page was met again under another name
    Column("source", Text, nullable=False),
    Column("name_key", _Id, nullable=False, index=True),
    Column("run", _Number, nullable=False),
    Column("at", _When, nullable=False),
    _digest(),
)

reading = Table(
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
    Column("record", Text, nullable=False),  # title, metadata, warnings
    Column("at", _When, nullable=False),
    _digest(),
)

document = Table(
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

claim = Table(
    "claim",
    metadata,
    _seq(),
    Column("document", _Number, ForeignKey("document.seq"), nullable=False, index=True),
    Column("id", _Id, nullable=False, index=True),
    Column("words", _Id, nullable=False),  # the same words of the same page, whoever read them
    Column("told_on", String(10)),
    Column("record", Text, nullable=False),
    _digest(),
)

standing = Table(
    "standing",
    metadata,
    _seq(),
    Column("series", _Id, nullable=False, index=True),
    Column("reading", _Number, ForeignKey("reading.seq"), nullable=False),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("at", _When, nullable=False),
    Column("why", String(16), nullable=False),  # new, changed, reread, restored
    _digest(),
)

judgement = Table(
    "judgement",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("at", _When, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", String(16), nullable=False),  # accept, correct, reject, reset, merge, split
    Column("why", Text, nullable=False),
    Column("subject", Text, nullable=False),  # the id as it was given
    Column("change", Text, nullable=False),  # what a correction sets
    _digest(),
)

judged = Table(
    "judged",
    metadata,
    _seq(),
    Column("judgement", _Number, ForeignKey("judgement.seq"), nullable=False, index=True),
    Column("words", _Id, nullable=False, index=True),
    Column("part", Integer, nullable=False),  # which side of a merge or split the claim stood on
    _digest(),
)

capture = Table(
    "capture",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("at", _When, nullable=False),  # when the last byte came
    Column("asked", Text, nullable=False),
    Column("url", Text, nullable=False),  # what gave the page, after redirects
    Column("url_key", _Id, nullable=False, index=True),
    Column("status", Integer, nullable=False),
    Column("headers", Text, nullable=False),  # names and values as sent
    Column("hops", Text, nullable=False),
    Column("raw", _Digest, ForeignKey("blob.digest"), nullable=False, index=True),
    Column("wire_size", _Number, nullable=False),
    Column("origin", Text, nullable=False),  # web, or the name of the archive that held it
    _digest(),
)

failure = Table(
    "failure",
    metadata,
    _seq(),
    Column("id", _Id, nullable=False, unique=True),
    Column("run", _Number, ForeignKey("run.seq"), nullable=False),
    Column("at", _When, nullable=False),
    Column("place", _Id, nullable=False, index=True),  # the same for every try of one page
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("path", Text),  # where to look again, when the bytes were never had
    Column("raw", _Digest, ForeignKey("blob.digest")),
    Column("hints", Text, nullable=False),
    Column("code", String(8), nullable=False),
    Column("message", Text, nullable=False),
    Column("advice", Text, nullable=False),
    _digest(),
)

audit = Table(
    "audit",
    metadata,
    _seq(),
    Column("at", _When, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("covers", Text, nullable=False),  # table, first row, how many, digest of their digests
    Column("detail", Text, nullable=False),
    Column("previous", _Digest, nullable=False),
    Column("digest", _Digest, nullable=False),  # of this row and the one before
)

KEPT: tuple[Table, ...] = (
    run, page, sighting, reading, document, claim, standing, judgement, judged, failure, capture,
)  # fmt: skip
"""Append-only tables whose rows the audit covers, in the order in which they refer to each other."""
SEALED: tuple[Table, ...] = (blob, *KEPT, audit)
"""Every table that the database itself guards."""

live_reading = Table(
    "live_reading",
    metadata,
    Column("series", _Id, primary_key=True),
    Column("reading", _Number, nullable=False, unique=True),
    sqlite_with_rowid=False,
)

live_claim = Table(
    "live_claim",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),
    Column("id", _Id, nullable=False),
    Column("reading", _Number, nullable=False, index=True),
    Column("document", _Number, nullable=False),
    Column("words", _Id, nullable=False),
    Column("event", _Id, index=True),
    Column("why", Text),  # what put it into its event
    Column("verdict", String(16)),  # accepted, corrected, rejected; null where nobody has judged
    Column("judgement", _Number),
    Column("type", String(16), nullable=False),
    Column("subtype", String(32)),
    Column("polarity", String(16), nullable=False),
    Column("links", Integer, nullable=False),  # of its chain
    Column("first_day", Integer, nullable=False),  # NO_DAY where none is known, as last_day
    Column("last_day", Integer, nullable=False),
    Column("told_day", Integer),
    Column("place_id", Text),  # the gazetteer's id, else "name:" and the folded name
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
        sqlite_where=text(f"last_day - first_day > {LONGEST_DAYS}"),
        postgresql_where=text(f"last_day - first_day > {LONGEST_DAYS}"),
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

claim_party = Table(
    "claim_party",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),
    Column("actor", Text, primary_key=True),  # registry id, else "name:" and the folded name
    Column("roles", String(8), nullable=False),  # letters: agent, target, counted, source, origin
    Column("is_inside", Boolean, nullable=False),  # acts, suffers or is counted, and does not only tell
    Column("name", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("first_day", Integer, nullable=False),
    Index("ix_claim_party_actor", "actor", "first_day", "claim"),
    sqlite_with_rowid=False,
)

claim_figure = Table(
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

strand_key = Table(
    "strand_key",
    metadata,
    Column("claim", _Number, primary_key=True, autoincrement=False),  # the first of its strand
    Column("key", Text, primary_key=True),
    Index("ix_strand_key_key", "key", "claim"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("type", String(16), nullable=False),
    Column("subtype", String(32)),
    Column("first_day", Integer, nullable=False),  # NO_DAY where none is known, as last_day
    Column("last_day", Integer, nullable=False),
    Column("place_id", Text),
    Column("place_name", Text),
    Column("country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("claims", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("contested", Boolean, nullable=False),  # whether accounts contradict each other or one denies
    Column("contests", Integer, nullable=False),  # how many relations of accounts say so
    Column("facets", Text, nullable=False),  # what it is found under, a line each; the rows of event_facet
    Column("record", Text, nullable=False),  # time, place, sides, title
)

event_facet = Table(
    "event_facet",
    metadata,
    Column("facet", Text, primary_key=True),  # see riwaya.ledger.facets
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

named = Table(
    "named",
    metadata,
    Column("kind", String(8), primary_key=True),  # actor or place
    Column("key", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("what", String(32), nullable=False),  # kind of the actor, precision of the place
    sqlite_with_rowid=False,
)

name_term = Table(
    "name_term",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("term", _Plain, primary_key=True),  # a folded word of a name, as riwaya.lang.searching has it
    Column("key", Text, primary_key=True),
    sqlite_with_rowid=False,
)

open_failure = Table(
    "open_failure",
    metadata,
    Column("place", _Id, primary_key=True),
    Column("failure", _Number, nullable=False),
    sqlite_with_rowid=False,
)

DERIVED: tuple[Table, ...] = (
    name_term, named, event_facet, event, strand_key, claim_figure, claim_party, live_claim, live_reading, open_failure,
)  # fmt: skip
"""Tables that are made anew from the kept ones, in the order in which they are emptied."""
