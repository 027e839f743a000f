"""What stands between quotation marks, also one quotation inside another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.model.word import Token

QUOTATION_MARKS = frozenset('«»"')
_LONGEST = 250
_MISPRINTED = 8
"""Tokens up to a mark that closes though it looks like one that opens."""
_PREFIXES = frozenset("ب ل ك و ف ال لل بال وال ـ".split())
"""Letters that are joined to the name in marks behind them («ب"العملية"»)."""


def find_quotes(tokens: Sequence[Token], text: str, marks: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Give what stands between quotation marks as half-open token ranges, in order; unclosed quotes are left out.

    Marks that look alike at both ends open before a word and close behind one, whichever way the paper bends them.

    Args:
        tokens: The tokens of a document.
        text: Its text.
        marks: The tokens of `QUOTATION_MARKS`, in order.
    """
    found: list[tuple[int, int]] = []
    angled: list[int] = []
    straight: list[int] = []
    for mark in marks:
        form = tokens[mark].form
        if form == "«" and angled and _closes(tokens, text, angled[-1], mark):
            found.append((angled.pop() + 1, mark))
        elif form == "«":
            if angled and mark - angled[-1] <= _LONGEST and _opens_paragraph(tokens, text, mark):
                found.append(
                    (angled.pop() + 1, mark)
                )  # speech over paragraphs: each opens with a mark, the last closes
            angled.append(mark)
        elif form == "»" and angled:
            found.append((angled.pop() + 1, mark))
        elif form == '"':
            _forget(tokens, text, straight, mark)
            if not straight or _opens(tokens, text, mark):
                straight.append(mark)
            else:
                found.append((straight.pop() + 1, mark))
    return tuple(sorted(q for q in found if q[1] > q[0]))


def _closes(tokens: Sequence[Token], text: str, opened: int, mark: int) -> bool:
    """«موقع «السد « الذي»: a mark that opens, but stands apart from the word behind it, closes what was opened a few words before."""
    apart = text[tokens[mark].end : tokens[mark].end + 1].isspace()
    joined = not text[tokens[opened].end : tokens[opened].end + 1].isspace()
    return apart and joined and mark - opened <= _MISPRINTED


def _opens_paragraph(tokens: Sequence[Token], text: str, mark: int) -> bool:
    """Say whether a mark stands at the beginning of a line."""
    return mark > 0 and "\n" in text[tokens[mark - 1].end : tokens[mark].start]


def _forget(tokens: Sequence[Token], text: str, straight: list[int], mark: int) -> None:
    """Drop what was opened too far back, or in another paragraph, to be closed at ``mark``."""
    if straight and "\n\n" in text[tokens[straight[-1]].end : tokens[mark].start]:
        straight.clear()
    while straight and mark - straight[0] > _LONGEST:
        del straight[0]


def _opens(tokens: Sequence[Token], text: str, mark: int) -> bool:
    """Say whether a mark inside a quotation opens another: a word follows it at once, and none stands right before."""
    token = tokens[mark]
    if not text[token.end : token.end + 1].isalnum():
        return False
    if mark and tokens[mark - 1].end == token.start:
        return tokens[mark - 1].form in _PREFIXES
    return True
