"""Rows of the ledger back into records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as with_changes
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from riwaya.ledger import blobs, corrections
from riwaya.ledger.aliases import Alias, find_aliases, put_names
from riwaya.ledger.codec import from_json
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.ledger.schema import claim, document, judgement, live_claim, live_reading, page, reading
from riwaya.model.claim import Claim
from riwaya.model.document import Document
from riwaya.model.record import replace
from riwaya.model.span import Span

_CHUNK = 500
"""Values of one IN list; SQLite takes at most 999 in old versions."""
_MOST_LETTERS = 8_000_000
"""Of texts that are held from one call to the next."""
_MOST_DOCUMENTS = 2_000
"""The same of documents: one with its record takes some 20 kB beside its text."""


DOCUMENT_COLUMNS = (
    document.c.seq.label("document_seq"),
    document.c.record.label("document_record"),
    reading.c.seq.label("reading_seq"),
    reading.c.text,
    reading.c.at.label("read_at"),
    reading.c.engine,
    page.c.seq.label("page_seq"),
    page.c.id.label("page_id"),
    page.c.series,
    page.c.name,
    page.c.source,
    page.c.url,
    page.c.raw,
    live_reading.c.reading.label("live"),
)
CLAIM_COLUMNS = (
    claim.c.seq.label("claim_seq"),
    claim.c.record,
    claim.c.told_on,
    claim.c.words,
    live_claim.c.event,
    live_claim.c.verdict,
    judgement.c.change,
)


def documents_query() -> Any:
    """Give the query over documents with their pages, live or not."""
    return select(*DOCUMENT_COLUMNS).select_from(
        document.join(reading, reading.c.seq == document.c.reading)
        .join(page, page.c.seq == reading.c.page)
        .outerjoin(live_reading, live_reading.c.reading == reading.c.seq)
    )


def load_claims(
    connection: Connection,
    numbers: Iterable[int],
    documents: Documents | None = None,
    *,
    aliases: Mapping[str, Alias] | None = None,
) -> list[KeptClaim]:
    """Give claims by the numbers of their rows, in that order; those that do not exist are left out.

    Args:
        connection: In a transaction.
        numbers: Of rows of `claim`.
        documents: Those that are loaded already, and that later calls of the same transaction may use again.
        aliases: Names that people gave to actors; those that hold when left out.
    """
    ordered = list(dict.fromkeys(numbers))
    documents = documents or Documents(connection)
    documents.make_room()
    if aliases is None:
        aliases = find_aliases(connection) if ordered else {}
    found: dict[int, KeptClaim] = {}
    for chunk in chunks(ordered):
        rows = connection.execute(_CLAIMS.where(claim.c.seq.in_(chunk))).all()
        documents.load({row.document for row in rows})
        for row in rows:
            found[row.claim_seq] = _kept_claim(row, documents.by_number[row.document], aliases)
    return [found[number] for number in ordered if number in found]


def load_documents(connection: Connection, numbers: Iterable[int]) -> list[KeptDocument]:
    """Give documents by the numbers of their rows, in that order."""
    ordered = list(dict.fromkeys(numbers))
    documents = Documents(connection)
    documents.load(set(ordered))
    return [documents.by_number[number] for number in ordered if number in documents.by_number]


def chunks(numbers: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Give stretches short enough for one IN list."""
    return (numbers[at : at + _CHUNK] for at in range(0, len(numbers), _CHUNK))


_CLAIMS = select(*CLAIM_COLUMNS, claim.c.document).select_from(
    claim.outerjoin(live_claim, live_claim.c.claim == claim.c.seq).outerjoin(
        judgement, judgement.c.seq == live_claim.c.judgement
    )
)


class Documents:
    """Documents by number within one transaction, each page's text unpacked once."""

    def __init__(self, connection: Connection) -> None:
        """Hold none yet."""
        self._connection = connection
        self._texts: dict[str, str] = {}
        self._letters = 0
        self.by_number: dict[int, KeptDocument] = {}

    def make_room(self) -> None:
        """Forget everything where the texts have become many."""
        if self._letters > _MOST_LETTERS or len(self.by_number) > _MOST_DOCUMENTS:
            self._texts.clear()
            self.by_number.clear()
            self._letters = 0

    def load(self, numbers: set[int]) -> None:
        """Load documents, those that are held already left out; numbers that do not exist are passed over."""
        missing = sorted(numbers - self.by_number.keys())
        for chunk in chunks(missing):
            query = documents_query().where(document.c.seq.in_(chunk))
            rows = self._connection.execute(query).all()
            versions = self._versions({row.series for row in rows})
            self._load_texts({row.text for row in rows})
            for row in rows:
                self.by_number[row.document_seq] = self._kept(row, versions[row.page_seq])

    def _load_texts(self, digests: set[str]) -> None:
        missing = sorted(digests - self._texts.keys())
        for digest, text in blobs.load_texts(self._connection, missing):
            self._texts[digest] = text
            self._letters += len(text)

    def _versions(self, series: set[str]) -> dict[int, int]:
        found: dict[int, int] = {}
        counted: dict[str, int] = {}
        for chunk in chunks(sorted(series)):
            query = select(page.c.seq, page.c.series).where(page.c.series.in_(chunk)).order_by(page.c.seq)
            for row in self._connection.execute(query):
                counted[row.series] = counted.get(row.series, 0) + 1
                found[row.seq] = counted[row.series]
        return found

    def _kept(self, row: Any, version: int) -> KeptDocument:
        read = from_json(Document, row.document_record)
        return KeptDocument(
            document=replace(read, text=self._texts[row.text]),
            page_id=row.page_id,
            series=row.series,
            version=version,
            name=row.name,
            source=row.source,
            url=row.url,
            raw_digest=row.raw,
            read_at=row.read_at,
            engine=row.engine,
            is_live=row.live is not None,
        )


def _kept_claim(row: Any, kept: KeptDocument, aliases: Mapping[str, Alias]) -> KeptClaim:
    read = from_json(Claim, row.record)
    if row.verdict == "corrected":
        read = corrections.apply(read, json.loads(row.change))
    read, named = put_names(read, kept.document.text, aliases) if aliases else (read, ())
    return KeptClaim(
        claim=read,
        kept=kept,
        told_on=date.fromisoformat(row.told_on) if row.told_on else None,
        words=row.words,
        event_id=row.event,
        verdict=row.verdict,
        named=named,
    )


def with_found(kept: KeptClaim, spans: Sequence[Span]) -> KeptClaim:
    """Give a claim with where the words that were searched for stand."""
    return with_changes(kept, found=tuple(spans))
