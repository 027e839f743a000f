"""The text of a page cut into pieces: whose words they are, which claims they carry, what is furniture.

Cuts fall between words only: a mark inside a word would break the joins of Arabic letters.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import category

from riwaya.model.span import Span

MOST_LAYERS = 12
"""Claims shown on one piece; more say nothing more to a reader."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of text that a claim rests on."""

    start: int
    end: int
    claim: str
    role: str
    """words, trigger, number, source, time, place or party."""
    is_denied: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the page, as its layout was read."""

    start: int
    end: int
    kind: str
    """headline, subhead, byline, dateline, section, body, skip, other or outside."""
    name: str = ""
    """Of another document on the page: its id."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are shown alike."""

    start: int
    text: str
    claims: tuple[str, ...] = ()
    """Ids of the claims whose words they are, the shortest first."""
    begins: tuple[str, ...] = ()
    """Of these, the claims whose first words they are."""
    roles: tuple[str, ...] = ()
    is_denied: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A region with its pieces."""

    region: Region
    pieces: tuple[Piece, ...] = field(default=())


def cut_text(text: str, regions: Sequence[Region], layers: Sequence[Layer]) -> list[Stretch]:
    """Cut the whole text of a page; put together, the pieces are the text, letter for letter.

    Args:
        text: Of the page.
        regions: What the layout tells, in any order, apart from each other or one within another: the narrower one holds.
        layers: What the claims rest on.

    Returns:
        Stretches in the order of the text; what no region holds is ``outside``.
    """
    snapped = [(*snap(text, one.start, one.end), one) for one in layers if one.start < one.end]
    stretches: list[Stretch] = []
    seen: set[str] = set()
    for region in _flatten(len(text), regions):
        pieces = tuple(_cut(text, region, snapped, seen))
        stretches.append(Stretch(region, pieces))
    return stretches


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words."""
    start, end = max(0, start), min(len(text), end)
    while 0 < start < len(text) and _joins(text[start - 1]) and _joins(text[start]):
        start -= 1
    while 0 < end < len(text) and _joins(text[end - 1]) and _joins(text[end]):
        end += 1
    return start, end


def cut_found(text: str, found: Iterable[Span]) -> list[tuple[str, bool]]:
    """Cut words that were searched for out of a text: each piece, and whether it was found. Whole words only."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for span in sorted(found):
        start, end = snap(text, span.start, span.end)
        start = max(start, at)
        if start >= end:
            continue
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]


def _joins(letter: str) -> bool:
    return category(letter)[0] in "LMN" or letter in "ـ\u200c\u200d"


def _flatten(length: int, regions: Sequence[Region]) -> Iterable[Region]:
    """Give regions one after another over the whole text, the narrowest one where several hold."""
    kept = [one for one in regions if one.start < one.end]
    cuts = sorted({0, length, *(min(length, edge) for one in kept for edge in (one.start, one.end))})
    last: Region | None = None
    for start, end in itertools.pairwise(cuts):
        holding = [one for one in kept if one.start <= start and end <= one.end]
        best = min(holding, key=lambda one: (one.end - one.start, one.kind), default=None)
        kind, name = (best.kind, best.name) if best else ("outside", "")
        if last is not None and (last.kind, last.name) == (kind, name):
            last = Region(last.start, end, kind, name)
            continue
        if last is not None:
            yield last
        last = Region(start, end, kind, name)
    if last is not None:
        yield last


def _cut(text: str, region: Region, layers: Sequence[tuple[int, int, Layer]], seen: set[str]) -> Iterable[Piece]:
    inside = [one for one in layers if one[0] < region.end and one[1] > region.start]
    edges = {region.start, region.end}
    for start, end, _ in inside:
        edges |= {max(start, region.start), min(end, region.end)}
    cuts = sorted(edges)
    holding: list[list[tuple[int, int, Layer]]] = [[] for _ in cuts]
    for one in inside:
        for at in range(bisect_left(cuts, max(one[0], region.start)), bisect_left(cuts, min(one[1], region.end))):
            holding[at].append(one)
    for at, (start, end) in enumerate(itertools.pairwise(cuts)):
        found = sorted(holding[at], key=lambda one: (one[1] - one[0], one[0]))
        whole = [one for one in found if one[2].role == "words"] or found
        claims = tuple(dict.fromkeys(one[2].claim for one in whole))[:MOST_LAYERS]
        begins = tuple(claim for claim in claims if claim not in seen)
        seen.update(begins)
        yield Piece(
            start=start,
            text=text[start:end],
            claims=claims,
            begins=begins,
            roles=tuple(sorted({one[2].role for one in found if one[2].role != "words"})),
            is_denied=any(one[2].is_denied and one[2].role == "trigger" for one in found),
        )
