"""Fold spelling variants away, keeping the way back to the original letters.

Folding makes أ إ آ ٱ one alef, ى ي one, ة ه one, drops vowel signs, tatweel, zero-width and bidi controls,
and turns every digit into 0-9. Patterns and dictionaries see only folded text; spans always point into the
original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import cast

from riwaya.model.record import record
from riwaya.model.span import Span

# On a page str.replace in a chain is up to a hundred times as fast as str.translate (docs/performance.md).
_ONE_TO_ONE = tuple(
    [(c, "ا") for c in "أإآٱ"]
    + [("ى", "ي"), ("ی", "ي"), ("ئ", "ي"), ("ؤ", "و"), ("ة", "ه"), ("ک", "ك"), ("ہ", "ه")]
    + [(c, str(i)) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩")]
    + [(c, str(i)) for i, c in enumerate("۰۱۲۳۴۵۶۷۸۹")]
    + [("٫", "."), ("٬", ","), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " ")]
    + [("“", '"'), ("”", '"'), ("„", '"'), ("‟", '"')]
)
_TABLE = str.maketrans(dict(_ONE_TO_ONE))
_SHORT = 20
"""Letters from which on the chain is quicker: a table costs something for each letter, a chain for each pair in it."""
_DROPPED = "\u0640\u064b-\u0655\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u061c"
_SPECIAL = re.compile(f"[{_DROPPED}\ufb50-\ufdff\ufe70-\ufefc]")
_SPECIAL_RUN = re.compile(f"([{_DROPPED}]+)|[\ufb50-\ufdff\ufe70-\ufefc]")
_PLACES = tuple(range(8192))
"""Places in an article: stretches of these are copied, and no number is made anew."""


@record(kw_only=False)
class Folded:
    """A folded text and, per folded letter, where it stood."""

    text: str
    offsets: tuple[int, ...] | None
    """Start of each folded letter in the original, plus the original length; None when nothing moved."""

    def span(self, start: int, end: int) -> Span:
        """Give the original span of folded ``[start, end)``, signs on its last letter included."""
        if self.offsets is None:
            return Span(start, end)
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def cut(self, start: int, end: int) -> Folded | None:
        """Give original ``[start, end)`` as it is folded here; None where letters were dropped or split in it."""
        if self.offsets is None:
            return Folded(self.text[start:end], None)
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        moved = last - first != end - start or self.offsets[first:last] != tuple(range(start, end))
        return None if moved else Folded(self.text[first:last], None)


def fold_letters(text: str) -> str:
    """Fold without a way back: for dictionary keys and short forms."""
    return _replace(_SPECIAL.sub(lambda m: _expand(m[0]), text))


def fold_all(words: Iterable[str]) -> list[str]:
    """Give each word folded, in order; all are folded at once, which is far cheaper than one by one."""
    told = list(words)
    return fold_letters("\n".join(told)).split("\n") if told else []


def fold(text: str) -> Folded:
    """Fold ``text`` and keep the offsets of every letter."""
    if not _SPECIAL.search(text):
        return Folded(_replace(text), None)
    parts: list[str | None] = _SPECIAL_RUN.split(text)
    if None not in parts:  # letters are only dropped, and none stands for one or several others
        return _without_dropped(cast("list[str]", parts))
    letters: list[str] = []
    offsets: list[int] = []
    at = 0
    for hit in _SPECIAL.finditer(text):
        letters.append(text[at : hit.start()])
        offsets.extend(range(at, hit.start()))
        extra = _expand(hit[0])
        letters.append(extra)
        offsets.extend([hit.start()] * len(extra))
        at = hit.end()
    letters.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return Folded(_replace("".join(letters)), tuple(offsets))


def _without_dropped(parts: Sequence[str]) -> Folded:
    """Fold a text, given as what stands between dropped letters and those letters in turn."""
    offsets: list[int] = []
    at = 0
    for number, part in enumerate(parts):
        end = at + len(part)
        if not number % 2:
            offsets += _PLACES[at:end] if end <= len(_PLACES) else range(at, end)
        at = end
    offsets.append(at)
    return Folded(_replace("".join(parts[::2])), tuple(offsets))


def _expand(letter: str) -> str:
    if "\ufb50" <= letter <= "\ufefc" and letter != "\ufeff":
        return "".join(c for c in unicodedata.normalize("NFKC", letter) if not unicodedata.combining(c))
    return ""


def _replace(text: str) -> str:
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    for old, new in _ONE_TO_ONE:
        text = text.replace(old, new)
    return text
