"""Tokens: words, numbers and marks, with their folded form and their place in the text."""

from __future__ import annotations

import re

from riwaya.lang.normalize import fold
from riwaya.model.span import Span
from riwaya.model.word import Token

__all__ = ["Token", "tokenize"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")


def tokenize(text: str, span: Span | None = None) -> list[Token]:
    """Split a stretch of text into tokens, in order; a letter-digit border splits («15حوثيا»).

    Args:
        text: The original text.
        span: The stretch to read; the whole text when left out. Offsets stay those of ``text``.
    """
    at = span or Span(0, len(text))
    folded = fold(text[at.start : at.end])
    base, offsets = at.start, folded.offsets
    found: list[Token] = []
    for index, hit in enumerate(_TOKEN.finditer(folded.text)):
        start, end = hit.span()
        if offsets is not None:
            start, end = offsets[start], offsets[end - 1] + 1
        found.append(Token(index, hit[0], start + base, end + base))
    return found
