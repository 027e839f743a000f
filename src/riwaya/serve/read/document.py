"""A document as it stands on its page: its words with the claims in them, what is furniture apart.

All offsets are code points of the page's text. The text is given in blocks (paragraphs) and each block in runs, cut so
that a run belongs to the same claims from its first letter to its last: a template needs to count nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from riwaya.errors import EntryUnknown
from riwaya.ledger.additions import find_document_state
from riwaya.ledger.documents import find_document
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.ledger.standings import find_standings
from riwaya.ledger.store import Ledger
from riwaya.ledger.view import ClaimFilter
from riwaya.model.document import Document, Outlet
from riwaya.model.span import Span
from riwaya.model.timex import Published
from riwaya.serve.read.claims import ClaimPage, claim_page

PARTS = ("title", "section", "byline", "dateline", "subhead", "body", "furniture", "other")
"""What a block is: of this document, furniture inside or outside of it, or another document on the same page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in which nothing changes."""

    start: int
    end: int
    words: str
    claims: tuple[str, ...]
    """Ids of the claims that it belongs to, the longest first; empty for plain text."""
    marks: tuple[str, ...]
    """What it is in them: ``clm_...:trigger``, ``clm_...:figure``, ``:time``, ``:place``, ``:source``, ``:party``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or heading."""

    part: str
    """One of ``PARTS``."""
    document: str | None
    """For ``other``: id of the document that it belongs to."""
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another document on the same page."""

    id: str
    role: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """What the page of a document shows."""

    id: str
    name: str
    """Name of the ingested file."""
    source: str
    """Label of what was ingested."""
    role: str
    """article or teaser."""
    language: str
    """Of the text: ``lang`` and direction of every block go by it."""
    title: str
    outlet: Outlet | None
    url: str | None
    """Where it was published; never loaded by the desk, and shown as text with a link that sends no referrer."""
    published: Published
    version: int
    """Number of the page's version, from 1."""
    is_live: bool
    """False where a newer version holds."""
    read_at: str
    engine: str
    digest: str
    """SHA-256 of the page's bytes."""
    blocks: tuple[Block, ...]
    """The whole page, in order; the document's own blocks and what lies around them."""
    claims: tuple[ClaimPage, ...]
    """In text order; rejected ones too, with their verdict."""
    neighbours: tuple[Neighbour, ...]
    text: str
    """The whole text, into which every span points."""
    etag: str
    """The state on which a missed claim is added; ``gone`` where a newer version holds."""


def document_etag(ledger: Ledger, name: str) -> str:
    """Give the state of a document on which a missed claim is added."""
    return f'"{find_document_state(ledger.engine, name)}"'


def read_document(ledger: Ledger, name: str) -> DocumentPage:
    """Give a document by its id: the one that holds, else its last reading.

    Raises:
        EntryUnknown: There is none.
    """
    found, others = find_document(ledger.engine, name)
    claims = _claims(ledger, found.document.id)
    standings = find_standings(ledger.engine, [one.id for one in claims])
    shown = [claim_page(one, standings[one.id].judgement, standings[one.id].state) for one in claims]
    document = found.document
    return DocumentPage(
        id=document.id,
        name=found.name,
        source=found.source,
        role=document.role,
        language=document.language,
        title=document.title.of(document.text) if document.title else found.name,
        outlet=document.outlet,
        url=found.url,
        published=document.published,
        version=found.version,
        is_live=found.is_live,
        read_at=found.read_at,
        engine=found.engine,
        digest=found.raw_digest,
        blocks=tuple(_blocks(document, [one.document for one in others], shown)),
        claims=tuple(shown),
        neighbours=tuple(_neighbour(one) for one in others),
        text=document.text,
        etag=document_etag(ledger, document.id),
    )


def _claims(ledger: Ledger, document: str) -> list[KeptClaim]:
    try:
        standing = ledger.view.claims(ClaimFilter(document=document))
        rejected = ledger.view.claims(ClaimFilter(document=document, verdict="rejected"))
    except EntryUnknown:
        return []
    return sorted((*standing, *rejected), key=lambda one: (one.claim.span, one.id))


def _neighbour(one: KeptDocument) -> Neighbour:
    document = one.document
    title = document.title.of(document.text) if document.title else document.body.of(document.text)[:80]
    return Neighbour(id=document.id, role=document.role, title=" ".join(title.split()))


def _blocks(document: Document, others: Sequence[Document], claims: Sequence[ClaimPage]) -> Iterator[Block]:
    text = document.text
    parts = [*_parts(document, others)]
    cuts = sorted({at for span, _, _ in parts for at in (span.start, span.end)})
    for line in _lines(text):
        edges = [line.start, *(at for at in cuts if line.start < at < line.end), line.end]
        for start, end in pairwise(edges):
            piece = Span(start, end)
            if not piece.of(text).strip():
                continue
            part, home = _part_of(piece, parts)
            own = claims if part not in ("other", "furniture") else ()
            yield Block(part=part, document=home, runs=tuple(_runs(piece, text, own)))


def _parts(document: Document, others: Sequence[Document]) -> Iterator[tuple[Span, str, str | None]]:
    """Give the parts of the page, what decides first."""
    for span in document.skips:
        yield span, "furniture", None
    for name in ("title", "section", "byline", "dateline"):
        span: Span | None = getattr(document, name)
        if span is not None:
            yield span, name, None
    for span in document.subheads:
        yield span, "subhead", None
    yield document.body, "body", None
    for one in others:
        for span in (one.title, one.section, one.byline, one.dateline, one.body):
            if span is not None:
                yield span, "other", one.id


def _part_of(piece: Span, parts: Sequence[tuple[Span, str, str | None]]) -> tuple[str, str | None]:
    for span, part, home in parts:
        if span.contains(piece):
            return part, home
    return "furniture", None


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if bare:
            yield Span(at, at + len(bare))
        at += len(line)


def _runs(piece: Span, text: str, claims: Sequence[ClaimPage]) -> Iterator[Run]:
    inside = [one for one in claims if one.claim.span.overlaps(piece) or one.claim.trigger.overlaps(piece)]
    marks = [(span, f"{one.claim.id}:{kind}") for one in inside for kind, span in _marks(one)]
    spans = [one.claim.span for one in inside] + [span for span, _ in marks]
    edges = sorted(
        {
            piece.start,
            piece.end,
            *(at for span in spans for at in (span.start, span.end) if piece.start < at < piece.end),
        }
    )
    for start, end in pairwise(edges):
        run = Span(start, end)
        mine = sorted(
            (one for one in inside if one.claim.span.contains(run)),
            key=lambda one: (one.claim.span.start - one.claim.span.end, one.claim.id),
        )
        yield Run(
            start=start,
            end=end,
            words=run.of(text),
            claims=tuple(one.claim.id for one in mine),
            marks=tuple(dict.fromkeys(mark for span, mark in marks if span.contains(run))),
        )


def _marks(one: ClaimPage) -> Iterable[tuple[str, Span]]:
    for quote in one.quotes:
        head = quote.field.partition(".")[0]
        yield "party" if quote.field.endswith(".of") else _KINDS[head], quote.span


_KINDS = {
    "type": "trigger",
    "source": "source",
    "agent": "party",
    "target": "party",
    "figure": "figure",
    "start": "time",
    "place": "place",
}
