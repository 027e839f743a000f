"""Placing: which tokens lie under a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from riwaya.model.span import Span
from riwaya.model.word import Token


class Placing:
    """The places of a document's tokens, built once and asked by span."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Keep where each token starts and ends."""
        self._starts = [start for _, _, start, _ in tokens]
        self._ends = [end for _, _, _, end in tokens]

    def range_of(self, span: Span) -> tuple[int, int]:
        """Give the half-open token range that a span touches; it is empty between two tokens."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def lines(self, text: str) -> frozenset[int]:
        """Give the indexes of the tokens before which a line of ``text`` begins, the first token left out."""
        found: list[int] = []
        last = len(self._starts)
        at = text.find("\n", self._ends[0]) if last else -1
        while at >= 0 and (token := bisect_right(self._starts, at)) < last:
            found.append(token)
            at = text.find("\n", self._ends[token])
        return frozenset(found)

    def cover(self, spans: Iterable[Span]) -> frozenset[int]:
        """Give the indexes of the tokens that any of the spans touches."""
        return frozenset(at for span in spans for at in range(*self.range_of(span)))
