"""The floor: what the least possible reader of this design costs.

Decode, bring to NFC, fold, split into words with their offsets, look each word up in a dictionary of 200,000 entries.
"""

from __future__ import annotations

import re
import unicodedata

from riwaya.lang.normalize import fold_letters

ENTRIES = 200_000
_WORD = re.compile(r"\w+")
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def make_dictionary(sentences: list[str]) -> dict[str, int]:
    """Give 200,000 entries: the words of every fifth sentence, then made-up words of three to five letters."""
    words = dict.fromkeys(word for sentence in sentences[::5] for word in _WORD.findall(fold_letters(sentence)))
    number = 0
    while len(words) < ENTRIES:
        number += 1
        rest, word = number * 7919, ""
        for _ in range(3 + number % 3):
            rest, letter = divmod(rest, len(_LETTERS))
            word += _LETTERS[letter]
        words[word + str(number % 7) * (word in words)] = None
    return {word: place for place, word in enumerate(words)}


def read_least(source: bytes, dictionary: dict[str, int]) -> int:
    """Do the least and give how many words were known."""
    text = fold_letters(unicodedata.normalize("NFC", source.decode("utf8")))
    known = 0
    for hit in _WORD.finditer(text):
        if hit[0] in dictionary:
            known += hit.end() > hit.start()
    return known
