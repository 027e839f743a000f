"""Replies of the web as they came: kept for good, so that a claim can be proved years later."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from riwaya.errors import EntryUnknown
from riwaya.ledger import blobs
from riwaya.ledger.engine import reading
from riwaya.ledger.journal import Journal
from riwaya.ledger.schema import capture, claim, document, page
from riwaya.ledger.schema import reading as reading_table
from riwaya.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One reply that is kept."""

    id: str
    at: str
    """When its last byte came; UTC, ISO 8601."""
    asked: str
    url: str
    """What gave the page, after redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    hops: tuple[str, ...]
    raw_digest: str
    """SHA-256 of the body, unpacked: the name of its bytes."""
    wire_size: int
    """Bytes of the body as they came, packed."""
    origin: str
    """``web``, or the name of the archive that held it."""
    body: bytes = field(default=b"", repr=False)


def capture_id(url: str, at: str, raw_digest: str) -> str:
    """Give the id of a reply: what stood where, when."""
    return content_id("cap", url, at, raw_digest)


def keep_capture(connection: Connection, journal: Journal, told: Capture, *, url_key: str) -> int:
    """Keep a reply and give the number of its row; the same one again is kept once.

    Args:
        connection: Of the writer.
        journal: Of its transaction; the caller seals it.
        told: The reply with its body.
        url_key: Key of the address (`riwaya.ledger.identity.url_key`).
    """
    known = connection.execute(select(capture.c.seq).where(capture.c.id == told.id)).scalar()
    if known is not None:
        return int(known)
    row = {
        "id": told.id,
        "at": told.at,
        "asked": told.asked,
        "url": told.url,
        "url_key": url_key,
        "status": told.status,
        "headers": json.dumps(told.headers),
        "hops": json.dumps(told.hops),
        "raw": blobs.keep(connection, told.body, told.raw_digest),
        "wire_size": told.wire_size,
        "origin": told.origin,
    }
    return journal.append(capture, [row])[0]


def load_capture(connection: Connection, number: int) -> Capture:
    """Give a reply by the number of its row, with its body.

    Raises:
        EntryUnknown: There is none.
        LedgerDamaged: Its bytes are not what they were.
    """
    row = connection.execute(select(capture).where(capture.c.seq == number)).first()
    if row is None:
        raise EntryUnknown(f"No reply has the number {number}.")
    return _capture(row, blobs.load(connection, row.raw))


def find_captures(engine: Engine, name: str) -> list[Capture]:
    """Give the replies behind an id, oldest first, with their bodies.

    Args:
        engine: Of the ledger.
        name: Id of a reply, page, document or claim; the first letters of a reply's id are enough where they are unique.

    Returns:
        At least one.

    Raises:
        EntryUnknown: Nothing has that id, or it did not come from the web.
    """
    with reading(engine) as connection:
        rows = connection.execute(
            select(capture).where(capture.c.id.startswith(name, autoescape=True)).order_by(capture.c.seq).limit(2)
        ).all()
        if len(rows) > 1:
            raise EntryUnknown(f"Several replies begin with {name}.", hint="Give more letters of the id.")
        if not rows:
            digests = _raw_of(connection, name)
            rows = connection.execute(select(capture).where(capture.c.raw.in_(digests)).order_by(capture.c.seq)).all()
        if not rows:
            raise EntryUnknown(
                f"No reply of the web is kept for {name}.", hint="Only pages that Riwaya fetched itself have one."
            )
        return [_capture(row, blobs.load(connection, row.raw)) for row in rows]


def _raw_of(connection: Connection, name: str) -> list[str]:
    """Give the digests of the bytes behind a page, document or claim."""
    of_pages = select(page.c.raw).where(page.c.id == name)
    through = page.join(reading_table, reading_table.c.page == page.c.seq).join(
        document, document.c.reading == reading_table.c.seq
    )
    of_documents = select(page.c.raw).select_from(through).where(document.c.id == name)
    of_claims = (
        select(page.c.raw)
        .select_from(through.join(claim, claim.c.document == document.c.seq))
        .where(claim.c.id == name)
    )
    found = [str(one) for query in (of_pages, of_documents, of_claims) for one in connection.execute(query).scalars()]
    return list(dict.fromkeys(found))


def _capture(row: Row[Any], body: bytes) -> Capture:
    return Capture(
        id=row.id,
        at=row.at,
        asked=row.asked,
        url=row.url,
        status=row.status,
        headers=tuple((str(name), str(value)) for name, value in json.loads(row.headers)),
        hops=tuple(json.loads(row.hops)),
        raw_digest=row.raw,
        wire_size=row.wire_size,
        origin=row.origin,
        body=body,
    )
