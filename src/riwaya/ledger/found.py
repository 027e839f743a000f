"""Words found in the ledger: in the words of claims, and in the texts of documents, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from riwaya.errors import InputError
from riwaya.lang.searching import find_spans
from riwaya.ledger import search
from riwaya.ledger.claim_lists import AskedClaims, find_claims_entered, resolve_asked
from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.load import load_claims, load_documents, with_found
from riwaya.ledger.paging import ALL, Page, check_limit, make_mark, parse_mark
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.ledger.schema import document, live_reading
from riwaya.model.span import Span

_AT_ONCE = 20
"""Texts looked through at once."""
_MOST_SEARCHED = 400
"""Texts looked through for one page: where the words stand apart in many texts, a page may come back with less."""
_ABOUT = 90
"""Letters of a passage before the first word found."""
_PASSAGE = 280
"""Letters of a passage at most, cut words at its ends left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHit:
    """A document in which words were found."""

    kept: KeptDocument
    found: tuple[Span, ...]
    """Where the words stand in ``kept.document.text``, in the document's own part of it, in order; at least one."""
    passage: Span
    """A passage about the first of them, in the same text."""


def search_texts(connection: Connection, words: str, *, limit: int = 20, after: str | None = None) -> Page[TextHit]:
    """Give the documents on pages that hold all of some words; see `View.search_texts`."""
    return _page(_iter_texts(connection, words, parse_mark(after, (int, int))), check_limit(limit))


def search_claims(
    connection: Connection, wanted: ClaimFilter, words: str, limit: int, after: tuple[Any, ...] | None
) -> Page[KeptClaim]:
    """Give the claims of a filter that hold all of some words: of the texts read last first, the last of a text first."""
    return _page(_iter_claims(connection, wanted, words, after), limit)


def find_claims(connection: Connection, wanted: ClaimFilter, limit: int | None) -> list[KeptClaim]:
    """Give claims in the order in which they entered, all of them without a limit; see `View.claims`."""
    asked = resolve_asked(connection, wanted)
    if wanted.search is None:
        return load_claims(connection, find_claims_entered(connection, asked, limit))
    return [kept for _, kept in islice(_iter_holding(connection, asked, wanted.search), limit)]


def find_numbers(connection: Connection, wanted: ClaimFilter, limit: int | None) -> Sequence[int]:
    """Give the numbers of those claims: what holds a whole ledger in memory is no more than that, eight bytes a claim."""
    asked = resolve_asked(connection, wanted)
    if wanted.search is None:
        return find_claims_entered(connection, asked, limit)
    return [number for number, _ in islice(_iter_holding(connection, asked, wanted.search), limit)]


def _iter_holding(connection: Connection, asked: AskedClaims, words: str) -> Iterator[tuple[int, KeptClaim]]:
    """Give the claims that hold all of some words, each with its number."""
    readings = search.find_readings(connection, words)
    if readings is None:
        raise _no_word(words)
    for at in range(0, len(readings), _AT_ONCE):
        numbers = find_claims_entered(connection, asked, None, readings[at : at + _AT_ONCE])
        for number, kept in zip(numbers, load_claims(connection, numbers), strict=True):
            hit = _hit(kept, words)
            if hit is not None:
                yield number, hit


_Step = tuple[int, int, Any]
"""Number of the reading, of what was found in it (0: the reading is done), and the record, None for none."""


def _page(steps: Iterator[_Step], limit: int) -> Page[Any]:
    """Give the records of some steps, up to a limit, and the place of the last."""
    found: list[_Step] = []
    texts = 0
    for reading, number, record in steps:
        if record is None:
            texts += 1
            if texts == _MOST_SEARCHED:
                return Page(records=tuple(one for *_, one in found), next=make_mark((reading, 0)))
            continue
        if len(found) == limit:
            return Page(records=tuple(one for *_, one in found), next=make_mark(found[-1][:2]))
        found.append((reading, number, record))
    return Page(records=tuple(one for *_, one in found), next=None)


def _iter_readings(connection: Connection, words: str, after: tuple[Any, ...] | None) -> Iterator[tuple[int, int]]:
    """Give the readings that may hold some words, the last first, each with the number that was given last of it."""
    top, below = after or (ALL, ALL)
    while True:
        readings = search.find_latest(connection, words, top, _AT_ONCE)
        if readings is None:
            raise _no_word(words)
        for one in readings:
            yield one, below if one == top else ALL
        if len(readings) < _AT_ONCE:
            return
        top, below = readings[-1] - 1, ALL


def _iter_claims(
    connection: Connection, wanted: ClaimFilter, words: str, after: tuple[Any, ...] | None
) -> Iterator[_Step]:
    asked = resolve_asked(connection, wanted)
    for reading, below in _iter_readings(connection, words, after):
        numbers = [n for n in reversed(find_claims_entered(connection, asked, None, [reading])) if n < below]
        for number, kept in zip(numbers, load_claims(connection, numbers), strict=True):
            hit = _hit(kept, words)
            if hit is not None:
                yield reading, number, hit
        yield reading, 0, None


def _iter_texts(connection: Connection, words: str, after: tuple[Any, ...] | None) -> Iterator[_Step]:
    for reading, below in _iter_readings(connection, words, after):
        query = select(document.c.seq).join(live_reading, live_reading.c.reading == document.c.reading)
        asked = query.where(document.c.reading == reading, document.c.seq < below).order_by(document.c.seq.desc())
        numbers = [int(number) for number in connection.execute(asked).scalars()]
        documents = load_documents(connection, numbers)
        spans = find_spans(documents[0].document.text, words) if documents else None
        for number, kept in zip(numbers, documents, strict=True):
            inside = [span for span in spans or () if _is_inside(span, kept)]
            if inside:
                passage = _passage(kept.document.text, inside[0])
                yield reading, number, TextHit(kept=kept, found=tuple(inside), passage=passage)
        yield reading, 0, None


def _is_inside(span: Span, kept: KeptDocument) -> bool:
    one = kept.document
    parts: Sequence[Span | None] = (one.body, one.title, one.section, one.byline, one.dateline)
    return any(part is not None and part.start <= span.start and span.end <= part.end for part in parts)


def _passage(text: str, first: Span) -> Span:
    """Give a passage about some words that neither begins nor ends within a word."""
    start, end = max(0, first.start - _ABOUT), min(len(text), max(first.end, first.start - _ABOUT + _PASSAGE))
    while 0 < start < first.start and not text[start - 1].isspace():
        start += 1
    while first.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _hit(kept: KeptClaim, words: str) -> KeptClaim | None:
    """Give a claim with where all of some words stand in it; None where they do not."""
    span = kept.claim.span
    spans = find_spans(span.of(kept.text), words)
    if spans is None:
        return None
    return with_found(kept, [Span(one.start + span.start, one.end + span.start) for one in spans])


def _no_word(words: str) -> InputError:
    return InputError(f"{words!r} holds no word to search for.", hint="Give letters or digits.")
