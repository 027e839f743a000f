"""The documents behind rows, as a table of their own: what is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from riwaya.export.happening import Happening
from riwaya.export.telling import headline_of
from riwaya.ledger.records import KeptClaim, KeptDocument

SOURCES = (
    ("document_id", "Id of the article or teaser."),
    ("file", "Name of the page as it was ingested."),
    ("outlet_id", "Registry id of who published it."),
    ("outlet", "Who published it."),
    ("published", "First day on which it can have come out."),
    ("published_basis", "What that rests on: given, metadata, inferred or unknown."),
    ("language", "Language of the document."),
    ("headline", "Its headline."),
    ("url", "Where it was published."),
    ("version", "Number of the page's version, from 1."),
    ("read_at", "When it was read; UTC."),
    ("page_digest", "SHA-256 of the page's bytes as they were ingested."),
)
"""Columns of the table, with what they hold."""


def source_row(kept: KeptDocument) -> Sequence[Any]:
    """Give the cells of one document, in the order of `SOURCES`."""
    document = kept.document
    outlet = document.outlet
    return (
        document.id, kept.name, outlet.id if outlet else None, outlet.name if outlet else None, document.published.start,
        document.published.basis, document.language, headline_of(kept) or None, kept.url, kept.version, kept.read_at,
        kept.raw_digest,
    )  # fmt: skip


def documents_of(item: Any) -> Iterator[KeptDocument]:
    """Give the documents behind an item of any shape."""
    if isinstance(item, KeptClaim):
        yield item.kept
    elif isinstance(item, Happening):
        yield from item.documents
    elif hasattr(item, "kept"):
        yield item.kept.kept
    elif hasattr(item, "one"):
        yield from item.one.documents
