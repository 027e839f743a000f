"""Tables of what comes from the web: replies, which are kept; what is followed and its jobs, which change.

Nothing that is kept hangs on the tables of work. Their times are seconds since 1970, so that a job is due by arithmetic.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table, Text

from riwaya.ledger.columns import Digest, Id, Number, When, digest, metadata, seq

capture = Table(
    "capture",
    metadata,
    seq(),
    Column("id", Id, nullable=False, unique=True),
    Column("at", When, nullable=False),  # when the last byte came
    Column("asked", Text, nullable=False),
    Column("url", Text, nullable=False),  # what gave the page, after redirects
    Column("url_key", Id, nullable=False, index=True),
    Column("status", Integer, nullable=False),
    Column("headers", Text, nullable=False),  # names and values as sent
    Column("hops", Text, nullable=False),
    Column("raw", Digest, ForeignKey("blob.digest"), nullable=False, index=True),
    Column("wire_size", Number, nullable=False),
    Column("origin", Text, nullable=False),  # web, or the name of the archive that held it
    digest(),
)

followed = Table(
    "followed",
    metadata,
    Column("key", Id, primary_key=True),  # of its address
    Column("url", Text, nullable=False),
    Column("kind", String(16), nullable=False),  # feed, sitemap, index, page; empty until it was read
    Column("title", Text),
    Column("outlet", Text),
    Column("language", String(16)),
    Column("every", Float, nullable=False),  # seconds between two looks
    Column("added_at", Float, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("parent", Id),  # the index that names it
    Column("etag", Text),
    Column("modified", Text),
    Column("looked_at", Float),
    Column("errors", Integer, nullable=False),  # in a row
    Column("code", String(8)),
    Column("message", Text),
    Column("named", Integer, nullable=False),  # addresses it named so far
    sqlite_with_rowid=False,
)

job = Table(
    "job",
    metadata,
    Column("key", Id, primary_key=True),  # of kind and address: a page is never asked for twice at once
    Column("kind", String(8), nullable=False),  # list, page
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("followed", Id, index=True),
    Column("hints", Text, nullable=False),
    Column("state", String(8), nullable=False),  # waiting, fetched, done, dead
    Column("due", Float, nullable=False),
    Column("lease_until", Float, nullable=False),  # 0 where nobody has it
    Column("owner", Id),
    Column("attempts", Integer, nullable=False),
    Column("capture", Integer),
    Column("status", String(16)),  # what became of the page: new, changed, same …
    Column("code", String(8)),
    Column("message", Text),
    Column("done_at", Float),
    Index("ix_job_state", "state", "due"),
    sqlite_with_rowid=False,
)

WORK: tuple[Table, ...] = (followed, job)
