"""Plain lists of the ledger: its documents, its originators, the pages that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger.failures import Failure
from riwaya.ledger.records import KeptDocument
from riwaya.ledger.sources import SourceStanding, find_sources
from riwaya.ledger.store import Ledger
from riwaya.model.document import Outlet
from riwaya.model.timex import Published
from riwaya.serve.asked import Paged

MOST_SOURCES = 200
"""Originators that are listed: those of most claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document in a list."""

    id: str
    name: str
    """Name of the ingested file."""
    title: str
    role: str
    """article or teaser."""
    language: str
    outlet: Outlet | None
    published: Published
    read_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """Documents that hold now."""

    documents: tuple[DocumentLine, ...]
    next: str | None
    """Give it as ``after`` for the next page; None where the list ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """Who is behind what is told."""

    sources: tuple[SourceStanding, ...]
    """Those of most claims first, 200 at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailuresPage:
    """Pages that could not be read, and still are not."""

    failures: tuple[Failure, ...]


def read_documents(ledger: Ledger, asked: Paged) -> DocumentsPage:
    """Give a page of the documents."""
    page = ledger.view.list_documents(limit=asked.limit, after=asked.after)
    return DocumentsPage(documents=tuple(_line(one) for one in page.records), next=page.next)


def read_sources(ledger: Ledger) -> SourcesPage:
    """Give the originators of most claims."""
    return SourcesPage(sources=tuple(find_sources(ledger.engine, limit=MOST_SOURCES)))


def read_failures(ledger: Ledger) -> FailuresPage:
    """Give the pages that could not be read."""
    return FailuresPage(failures=tuple(ledger.failures()))


def _line(kept: KeptDocument) -> DocumentLine:
    document = kept.document
    title = document.title.of(document.text) if document.title else kept.name
    return DocumentLine(
        id=document.id,
        name=kept.name,
        title=" ".join(title.split()),
        role=document.role,
        language=document.language,
        outlet=document.outlet,
        published=document.published,
        read_at=kept.read_at,
    )
