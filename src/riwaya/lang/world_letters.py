"""Letters and signs that do not belong into a name of the packs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SIGNS = (
    (re.compile("\u0640"), "has a tatweel"),
    (re.compile("[\u064b-\u065f\u0670\u06d6-\u06ed]"), "has vowel signs"),
    (re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00ad]"), "has an invisible control"),
    (re.compile("[\ufb50-\ufdff\ufe70-\ufefc]"), "has presentation forms"),
    (re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t\n\r]|  |^ | $"), "has odd blanks"),
)
# Letters of Persian, Urdu, Pashto, Kurdish and Uyghur: most look like an Arabic letter, none is in Arabic names.
_FOREIGN = re.compile("[\u0671-\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_MIXED = re.compile(
    "[\u0621-\u064a][A-Za-z\u00c0-\u024f\u0370-\u04ff]|[A-Za-z\u00c0-\u024f\u0370-\u04ff][\u0621-\u064a]"
)
_LOOKALIKE = re.compile("[\u0370-\u052f]")


def describe_letters(text: str, *, arabic: bool) -> Iterator[str]:
    """Give what is wrong with the letters of a name, in a fixed order; nothing when it is clean.

    Args:
        text: The name as it stands in the pack.
        arabic: Whether it is an Arabic name; else none of its letters may be Arabic, Greek or Cyrillic.
    """
    for pattern, finding in _SIGNS:
        if pattern.search(text):
            yield finding
    if unicodedata.normalize("NFC", text) != text:
        yield "is not in Unicode form NFC"
    if arabic:
        foreign = _FOREIGN.search(text)
        if foreign:
            yield f"has {unicodedata.name(foreign[0], 'an unnamed letter')}"
        if _MIXED.search(text):
            yield "mixes alphabets in a word"
    elif _ARABIC.search(text) or _LOOKALIKE.search(text):
        yield "has letters that are not Latin"
