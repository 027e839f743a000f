"""Quotation marks and brackets around a name: where one opens and closes."""

from __future__ import annotations

from collections.abc import Sequence, Set

from riwaya.model.word import Token

OPENING, _CLOSING = '«"(', '»")'


def opens_mark(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the mark at ``at`` opens. The straight one opens where a space stands before it, or a word at once behind it."""
    if tokens[at].form != '"' or at + 1 >= len(tokens):
        return True
    apart = tokens[at - 1].end < tokens[at].start
    follow = tokens[at + 1]
    return follow.is_word and (apart or follow.start == tokens[at].end)


def closing_mark(tokens: Sequence[Token], lines: Set[int], at: int, limit: int, longest: int) -> int:
    """Give the token that closes the mark at ``at``, on its line and at most ``longest`` words on; 0 where none does."""
    mark = _CLOSING[OPENING.index(tokens[at].form)]
    for k in range(at + 1, min(limit, at + longest + 2)):
        if k in lines:
            return 0
        if tokens[k].form == mark:
            return k
    return 0
