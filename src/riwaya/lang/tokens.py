"""Tokens: words, numbers and marks, with their folded form and their place in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate, repeat

from riwaya.lang.normalize import fold, fold_letters
from riwaya.model.span import Span
from riwaya.model.word import Token

__all__ = ["Token", "tokenize"]

_TOKEN = re.compile(r"([\u0621-\u063a\u0641-\u064a]+[^\W\d_]*|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_)")
"""A word is a run of letters; those of Arabic are named first, as most are, and as a range is quicker than «neither mark nor digit»."""

_token: Callable[[type[Token], tuple[int, str, int, int]], Token] = tuple.__new__  # pyright: ignore[reportAssignmentType, reportUnknownMemberType, reportUnknownVariableType]
"""Makes a token without the call of Python code that `Token(...)` is."""


def find_forms(text: str) -> list[str]:
    """Give the folded forms of the tokens of a text, in order, without their places: those of `tokenize`."""
    return _TOKEN.findall(fold_letters(text))


def tokenize(text: str, span: Span | None = None, first: int = 0) -> list[Token]:
    """Split a stretch of text into tokens, in order; a letter-digit border splits («15حوثيا»).

    Args:
        text: The original text.
        span: The stretch to read; the whole text when left out. Offsets stay those of ``text``.
        first: Index of the first token.
    """
    at = span or Span(0, len(text))
    folded = fold(text[at.start : at.end])
    base, offsets = at.start, folded.offsets
    # What stands between tokens and the tokens in turn, and where each ends: a third quicker than asking every match.
    parts = _TOKEN.split(folded.text)
    ends = list(accumulate(map(len, parts), initial=base if offsets is None else 0))
    forms, starts, stops = parts[1::2], ends[1::2], ends[2::2]
    if offsets is not None:
        starts = [offsets[start] + base for start in starts]
        behind = base + 1  # a token ends behind its last letter, and the signs on that are left out
        stops = [offsets[stop - 1] + behind for stop in stops]
    rows = zip(range(first, first + len(forms)), forms, starts, stops, strict=False)
    return list(map(_token, repeat(Token), rows))
