"""Words that somebody marked in a document, before they are a claim: where they stand, and what the form offers."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.errors import RequestInvalid
from riwaya.ledger.store import Ledger
from riwaya.model.actor import Actor
from riwaya.model.span import Span
from riwaya.serve.asked import Marked
from riwaya.serve.read.document import DocumentPage, read_document

_MOST = 1_200
"""Letters of a claim; longer words are no claim but a page."""
_AROUND = 160
"""Letters shown before and behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who speaks in the document, as a choice."""

    actor: Actor
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPage:
    """The form for a missed claim."""

    document: str
    title: str
    language: str
    etag: str
    """The state of the document."""
    start: int
    end: int
    """Code points of the page's text."""
    words: str
    before: str
    after: str
    tokens: tuple[str, ...]
    """The words one by one, of which one names the happening."""
    speakers: tuple[Speaker, ...]
    """Who speaks in the claims of the document, the nearest first."""


def read_mark(ledger: Ledger, name: str, asked: Marked) -> MarkPage:
    """Give the form for words of a document: those of a stretch, else those that are typed, where they first stand.

    Whole words are taken: a stretch that begins inside one begins with it.

    Raises:
        EntryUnknown: There is no such document.
        RequestInvalid: The words do not stand in it, or are too many.
    """
    page = read_document(ledger, name)
    span = _find(page, asked)
    text = page.text
    return MarkPage(
        document=page.id,
        title=page.title,
        language=page.language,
        etag=page.etag,
        start=span.start,
        end=span.end,
        words=span.of(text),
        before=text[max(0, span.start - _AROUND) : span.start],
        after=text[span.end : span.end + _AROUND],
        tokens=tuple(dict.fromkeys(bare for one in span.of(text).split() if (bare := one.strip(_MARKS)))),
        speakers=_speakers(page, span),
    )


def _find(page: DocumentPage, asked: Marked) -> Span:
    text = page.text
    if asked.start is not None and asked.end is not None:
        span = _whole(text, min(asked.start, len(text)), min(asked.end, len(text)))
    else:
        words = " ".join((asked.words or "").split())
        at = " ".join(text.split()).find(words) if words else -1
        if at < 0:
            raise RequestInvalid("These words do not stand in the document.", hint="Copy them out of the text.")
        span = _unjoin(text, at, len(words))
    if not span.of(text).strip():
        raise RequestInvalid("No words are marked.")
    if span.end - span.start > _MOST:
        raise RequestInvalid("More is marked than one claim says.", hint="Mark the shortest words that say it.")
    return span


def _whole(text: str, start: int, end: int) -> Span:
    while start < end and not text[start].isalnum() and text[start] not in "«\"'(":
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while start > 0 and start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, max(start, end))


def _unjoin(text: str, at: int, many: int) -> Span:
    """Give the place in a text of a stretch of the same text with its white space joined."""
    places: list[int] = []
    is_open = False
    for number, letter in enumerate(text):
        if letter.isspace():
            is_open = bool(places)
            continue
        if is_open:
            places.append(number - 1)
            is_open = False
        places.append(number)
    return Span(places[at], places[at + many - 1] + 1)


def _speakers(page: DocumentPage, span: Span) -> tuple[Speaker, ...]:
    found: dict[tuple[str | None, str], tuple[int, Speaker]] = {}
    for one in page.claims:
        for link in one.claim.chain:
            far = min(abs(link.span.start - span.start), abs(link.span.end - span.start))
            key = (link.source.id, link.source.name)
            if key not in found or far < found[key][0]:
                found[key] = far, Speaker(actor=link.source, words=" ".join(link.span.of(page.text).split()))
    return tuple(one for _, one in sorted(found.values(), key=lambda pair: pair[0]))


_MARKS = "«»\"'“”.,،؛;:!?؟()[]…"
