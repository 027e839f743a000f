"""Tables of work to do: what is followed, and the jobs that follow it. They change; nothing that is kept hangs on them.

Times are seconds since 1970, so that a job is due by arithmetic.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from riwaya.ledger.schema import metadata

_Id = String(32)

followed = Table(
    "followed",
    metadata,
    Column("key", _Id, primary_key=True),  # of its address
    Column("url", Text, nullable=False),
    Column("kind", String(16), nullable=False),  # feed, sitemap, index, page; empty until it was read
    Column("title", Text),
    Column("outlet", Text),
    Column("language", String(16)),
    Column("every", Float, nullable=False),  # seconds between two looks
    Column("added_at", Float, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("parent", _Id),  # the index that names it
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
    Column("key", _Id, primary_key=True),  # of kind and address: a page is never asked for twice at once
    Column("kind", String(8), nullable=False),  # list, page
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("followed", _Id, index=True),
    Column("hints", Text, nullable=False),
    Column("state", String(8), nullable=False),  # waiting, fetched, done, dead
    Column("due", Float, nullable=False),
    Column("lease_until", Float, nullable=False),  # 0 where nobody has it
    Column("owner", _Id),
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
