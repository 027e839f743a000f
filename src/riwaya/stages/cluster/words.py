"""The words about some claims: found and folded once, looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from riwaya.lang.discourse import definite_noun
from riwaya.lang.normalize import fold_letters
from riwaya.model.event import ToldClaim

_WORD = re.compile("[\\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f]+")
"""Letters with the signs that folding drops: «قُتل» is one word."""
_SENTENCE_END = re.compile(r"[.!?؟…]+[\"»”)]*\s+|\n+")
_ABOUT = 400
"""Letters read before the first claim and behind the last: the sentence that a claim stands in."""


class Words:
    """The words of a stretch of a page, folded, by where they start."""

    __slots__ = ("_ends", "_forms", "_starts")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Find and fold the words of ``text[start:end]``."""
        hits = list(_WORD.finditer(text, start, end))
        self._starts = [hit.start() for hit in hits]
        # A blank is no letter of a word and folds to itself, so that one call folds all.
        self._forms = fold_letters(" ".join([hit[0] for hit in hits])).split(" ") if hits else []
        self._ends = [hit.end() for hit in _SENTENCE_END.finditer(text, start, end)]

    def between(self, start: int, end: int) -> list[str]:
        """Give the folded words that start within ``[start, end)``, in order."""
        return self._forms[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_of(self, phrases: Mapping[str, frozenset[str]], start: int, end: int) -> int | None:
        """Give where the last of some words or pairs of words begins within ``[start, end)``; None where none stands there.

        Args:
            phrases: Last word of each to the words that may stand before it; the empty word where none need.
            start: First place.
            end: Place behind the last.
        """
        first = bisect_left(self._starts, start)
        for at in range(bisect_left(self._starts, end) - 1, first - 1, -1):
            before = phrases.get(self._forms[at])
            if before is None:
                continue
            if "" in before:
                return self._starts[at]
            if at > first and self._forms[at - 1] in before:
                return self._starts[at - 1]
        return None

    def definite_between(self, start: int, end: int) -> frozenset[str]:
        """Give the bare nouns of the words with the article that start within ``[start, end)``."""
        return frozenset([noun for noun in map(definite_noun, self.between(start, end)) if noun is not None])

    def sentence(self, at: int) -> tuple[int, int]:
        """Give the number of the sentence that holds a place, counted from the first read, and where it opens."""
        number = bisect_right(self._ends, at)
        return number, self.opening(number)

    def opening(self, number: int) -> int:
        """Give where a sentence opens, by its number; the first read opens the page, and so does what lies before it."""
        return self._ends[number - 1] if number > 0 else 0


def read_words(claims: Sequence[ToldClaim]) -> Words:
    """Give the words about the claims of one document; at least one claim."""
    first = min(one.claim.span.start for one in claims)
    last = max(one.claim.span.end for one in claims)
    return Words(claims[0].text, max(0, first - _ABOUT), last + _ABOUT)
