"""Find the words that a reader quotes: letter for letter, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.errors import ProposalRejected
from riwaya.model.document import Document
from riwaya.model.proposal import Quote
from riwaya.model.span import Span

_SHOWN = 60
"""Letters of a wrong quote that a message repeats."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """Finds the quotes of one proposal, whose own words stand at ``claim``."""

    document: Document
    claim: Span

    def find_within(self, quote: Quote) -> Span:
        """Find a quote inside the claim's own words, its first place there.

        Raises:
            ProposalRejected: It does not stand there.
        """
        spans = [span for span in _find_spans(self.document, quote) if self.claim.contains(span)]
        if not spans:
            raise ProposalRejected(f"{_shown(quote)} does not stand inside the claim's words.")
        return spans[0]

    def find(self, quote: Quote) -> Span:
        """Find a quote in the document, the place nearest to the claim where there are several.

        Raises:
            ProposalRejected: It stands nowhere in the document.

        Source:
            Guideline: where words stand in several places, the nearest is meant.
        """
        spans = _find_spans(self.document, quote)
        if not spans:
            raise ProposalRejected(f"{_shown(quote)} does not stand in the document.")
        return min(spans, key=lambda span: (_distance(span, self.claim), span))


def find_quoting(document: Document, quote: Quote) -> Quoting:
    """Find where the words of a whole claim stand.

    Raises:
        ProposalRejected: They do not stand in the body, stand in a part of it that is no text of the article
            (caption, related link), or stand at several places and none is named.
    """
    spans = [
        span
        for span in _find_spans(document, quote)
        if document.body.contains(span) and not any(span.overlaps(skip) for skip in document.skips)
    ]
    if not spans:
        raise ProposalRejected(f"{_shown(quote)} does not stand in the document.")
    if len(spans) > 1:
        raise ProposalRejected(f"{_shown(quote)} stands {len(spans)} times in the document; say where it starts.")
    return Quoting(document, spans[0])


def _find_spans(document: Document, quote: Quote) -> list[Span]:
    """Find every place of the words in the document's own parts, in text order."""
    if not quote.text.strip():
        raise ProposalRejected("a quote is empty.")
    parts = [
        part
        for part in (document.title, document.section, document.byline, document.dateline, document.body)
        if part is not None
    ]
    if quote.start is not None:
        starts = [quote.start] if quote.start >= 0 and document.text.startswith(quote.text, quote.start) else []
    else:
        starts = [start for part in parts for start in _find_starts(document.text, quote.text, part)]
    spans = {Span(start, start + len(quote.text)) for start in starts}
    return sorted(span for span in spans if any(part.contains(span) for part in parts))


def _find_starts(text: str, words: str, part: Span) -> list[int]:
    starts: list[int] = []
    at = text.find(words, part.start, part.end)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + len(words), part.end)
    return starts


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _shown(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    return f"«{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}»"
