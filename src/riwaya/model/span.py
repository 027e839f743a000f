"""Span: a stretch of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open offsets, in Unicode code points, into the text of a page."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse offsets that cannot be a stretch of text.

        Written out, as nothing is made more often: a `record` would need a second call for the check.
        """
        if not 0 <= start <= end:
            raise ValueError(f"no span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Give the words of this span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a letter."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether ``other`` lies inside this span, ends included."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: Span) -> Span:
        """Give the shortest span over both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def iou(self, other: Span) -> float:
        """Give intersection over union in letters, 0 for strangers, 1 for the same stretch."""
        shared = max(0, min(self.end, other.end) - max(self.start, other.start))
        union = (self.end - self.start) + (other.end - other.start) - shared
        return shared / union if union else 0.0


_set_start: Callable[[Span, int], None] = vars(Span)["start"].__set__
_set_end: Callable[[Span, int], None] = vars(Span)["end"].__set__
