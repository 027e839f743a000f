"""The tables of the ledger.

Three kinds. *Kept* tables are append-only: the database refuses to change or delete their rows, and every row has a
digest of itself. *Derived* tables say what holds now; they can be made anew from the kept ones at any time
(`riwaya.ledger.derived`). The search index is derived too and differs by database (`riwaya.ledger.search`).

Times are aware UTC as ISO 8601 text, so that both databases give back the same letters and digests can be taken of
them. Days in derived tables are proleptic ordinals, so that a window of days is arithmetic.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)

from riwaya.ledger.columns import Digest, Id, Number, Plain, When, digest, metadata, seq
from riwaya.ledger.web_tables import capture

NO_DAY = -1
"""Stands for a day that nobody names: last where the latest comes first."""
LONGEST_DAYS = 45
"""What lasts longer (a campaign, «since 2012») is looked for apart, as few things do."""

blob = Table(
    "blob",
    metadata,
    Column("digest", Digest, primary_key=True),  # sha256 of the bytes as they were, which is their name
    Column("size", Integer, nullable=False),
    Column("coding", String(8), nullable=False),  # how they are kept: zlib or plain
    Column("content", LargeBinary, nullable=False),
)

run = Table(
    "run",
    metadata,
    seq(),
    Column("id", Id, nullable=False, unique=True),
    Column("at", When, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(16), nullable=False),  # ingest, retry, restore, rebuild
    Column("engine", Id, nullable=False),
    Column("version", String(32), nullable=False),
    Column("packs", Digest, nullable=False),
    Column("plugins", Text, nullable=False),
    digest(),
)

page = Table(
    "page",
    metadata,
    seq(),
    Column("id", Id, nullable=False, unique=True),
    Column("series", Id, nullable=False, index=True),  # what stays the same over versions of a page
    Column("raw", Digest, ForeignKey("blob.digest"), nullable=False, index=True),
    Column("name", Text, nullable=False, index=True),
    Column("source", Text, nullable=False),  # label of what was ingested: a folder's name, or ""
    Column("url", Text),
    Column("outlet", Text),
    Column("url_key", Id, index=True),
    Column("name_key", Id, index=True),
    Column("run", Number, ForeignKey("run.seq"), nullable=False),
    Column("at", When, nullable=False),
    digest(),
)

sighting = Table(
    "sighting",
    metadata,
    seq(),
    Column("page", Number, nullable=False, index=True),
    Column("name", Text, nullable=False),  # where the same page was met again under another name
    Column("source", Text, nullable=False),
    Column("name_key", Id, nullable=False, index=True),
    Column("run", Number, nullable=False),
    Column("at", When, nullable=False),
    digest(),
)

reading = Table(
    "reading",
    metadata,
    seq(),
    Column("id", Id, nullable=False, unique=True),
    Column("page", Number, ForeignKey("page.seq"), nullable=False, index=True),
    Column("run", Number, ForeignKey("run.seq"), nullable=False),
    Column("engine", Id, nullable=False),
    Column("published", Text),
    Column("language", String(16)),
    Column("text", Digest, ForeignKey("blob.digest"), nullable=False),
    Column("is_html", Boolean, nullable=False),
    Column("encoding", String(32), nullable=False),
    Column("record", Text, nullable=False),  # title, metadata, warnings
    Column("at", When, nullable=False),
    digest(),
)

document = Table(
    "document",
    metadata,
    seq(),
    Column("reading", Number, ForeignKey("reading.seq"), nullable=False, index=True),
    Column("id", Id, nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("language", String(16), nullable=False),
    Column("record", Text, nullable=False),
    digest(),
)

claim = Table(
    "claim",
    metadata,
    seq(),
    Column("document", Number, ForeignKey("document.seq"), nullable=False, index=True),
    Column("id", Id, nullable=False, index=True),
    Column("words", Id, nullable=False),  # the same words of the same page, whoever read them
    Column("told_on", String(10)),
    Column("record", Text, nullable=False),
    digest(),
)

standing = Table(
    "standing",
    metadata,
    seq(),
    Column("series", Id, nullable=False, index=True),
    Column("reading", Number, ForeignKey("reading.seq"), nullable=False),
    Column("run", Number, ForeignKey("run.seq"), nullable=False),
    Column("at", When, nullable=False),
    Column("why", String(16), nullable=False),  # new, changed, reread, restored
    digest(),
)

judgement = Table(
    "judgement",
    metadata,
    seq(),
    Column("id", Id, nullable=False, unique=True),
    Column("at", When, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", String(16), nullable=False),  # accept, correct, reject, reset, merge, split, alias, add
    Column("why", Text, nullable=False),
    Column("subject", Text, nullable=False),  # the id as it was given
    Column("change", Text, nullable=False),  # what a correction sets
    digest(),
)

judged = Table(
    "judged",
    metadata,
    seq(),
    Column("judgement", Number, ForeignKey("judgement.seq"), nullable=False, index=True),
    Column("words", Id, nullable=False, index=True),
    Column("part", Integer, nullable=False),  # which side of a merge or split the claim stood on
    digest(),
)

failure = Table(
    "failure",
    metadata,
    seq(),
    Column("id", Id, nullable=False, unique=True),
    Column("run", Number, ForeignKey("run.seq"), nullable=False),
    Column("at", When, nullable=False),
    Column("place", Id, nullable=False, index=True),  # the same for every try of one page
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("path", Text),  # where to look again, when the bytes were never had
    Column("raw", Digest, ForeignKey("blob.digest")),
    Column("hints", Text, nullable=False),
    Column("code", String(8), nullable=False),
    Column("message", Text, nullable=False),
    Column("advice", Text, nullable=False),
    digest(),
)

audit = Table(
    "audit",
    metadata,
    seq(),
    Column("at", When, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("covers", Text, nullable=False),  # table, first row, how many, digest of their digests
    Column("detail", Text, nullable=False),
    Column("previous", Digest, nullable=False),
    Column("digest", Digest, nullable=False),  # of this row and the one before
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
    Column("series", Id, primary_key=True),
    Column("reading", Number, nullable=False, unique=True),
    sqlite_with_rowid=False,
)

live_claim = Table(
    "live_claim",
    metadata,
    Column("claim", Number, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False),
    Column("reading", Number, nullable=False, index=True),
    Column("document", Number, nullable=False),
    Column("words", Id, nullable=False),
    Column("event", Id, index=True),
    Column("why", Text),  # what put it into its event
    Column("verdict", String(16)),  # accepted, corrected, rejected, added; null where nobody has judged
    Column("judgement", Number),
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
    Column("claim", Number, primary_key=True, autoincrement=False),
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
    Column("claim", Number, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("measure", String(24), nullable=False),
    Column("low", Number),
    Column("high", Number),
    Index("ix_claim_figure_measure", "measure", "claim"),
    sqlite_with_rowid=False,
)

strand_key = Table(
    "strand_key",
    metadata,
    Column("claim", Number, primary_key=True, autoincrement=False),  # the first of its strand
    Column("key", Text, primary_key=True),
    Index("ix_strand_key_key", "key", "claim"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("id", Id, primary_key=True),
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
    Index("ix_event_point", "first_day", "id", "place_id", "lat", "lon"),  # all that a map reads of most events
)

event_facet = Table(
    "event_facet",
    metadata,
    Column("facet", Text, primary_key=True),  # see riwaya.ledger.facets
    Column("first_day", Integer, primary_key=True, autoincrement=False),
    Column("event", Id, primary_key=True),
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

event_day = Table(
    "event_day",
    metadata,
    Column("facet", Text, primary_key=True),  # as in event_facet
    Column("first_day", Integer, primary_key=True, autoincrement=False),
    Column("events", Integer, nullable=False),  # that begin on the day; never nought
    Column("contested", Integer, nullable=False),  # of these
    sqlite_with_rowid=False,
)

holding = Table(
    "holding",
    metadata,
    Column("what", String(16), primary_key=True),  # pages, documents, claims
    Column("many", Number, nullable=False),  # that hold now
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
    Column("term", Plain, primary_key=True),  # a folded word of a name, as riwaya.lang.searching has it
    Column("key", Text, primary_key=True),
    sqlite_with_rowid=False,
)

open_failure = Table(
    "open_failure",
    metadata,
    Column("place", Id, primary_key=True),
    Column("failure", Number, nullable=False),
    sqlite_with_rowid=False,
)

DERIVED: tuple[Table, ...] = (
    name_term, named, holding, event_day, event_facet, event, strand_key, claim_figure, claim_party, live_claim, live_reading,
    open_failure,
)  # fmt: skip
"""Tables that are made anew from the kept ones, in the order in which they are emptied."""
