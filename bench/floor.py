"""Two floors: what the least possible reader of this design costs.

The **bare floor** decodes, brings to NFC, folds, splits into words with their offsets, and looks each word up in a dictionary
of 200,000 entries. The **floor of names** is what the design measured (performance.md, section 2): words, numbers and marks
with their offsets, and every run of one to three of them looked up among 200,000 names of one to three words. No reader that
knows names of several words can do less; the bare floor only knows single ones.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

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


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
_LONGEST_NAME = 3


def make_names(sentences: list[str]) -> frozenset[str]:
    """Give 200,000 names of one to three words: runs of words of every fifth sentence, the rest made up.

    About three dozen of them stand in an article of 3 kB, as many as the design's measurement had.
    """
    names: dict[str, None] = {}
    for number, sentence in enumerate(sentences[::5]):
        words = _WORD.findall(fold_letters(sentence))
        for at in range(number % 7, len(words) - _LONGEST_NAME, 7):
            names[" ".join(words[at : at + 1 + at % _LONGEST_NAME])] = None
    made = list(make_dictionary([]))
    for number in range(ENTRIES - len(names)):
        names[" ".join(made[number - step] for step in range(1 + number % _LONGEST_NAME))] = None
    return frozenset(names)


def read_names(source: bytes, names: frozenset[str]) -> int:
    """Find the names of one to three words in a source and give how many stand there, overlaps included."""
    text = fold_letters(unicodedata.normalize("NFC", source.decode("utf8")))
    tokens = [(hit[0], hit.start(), hit.end()) for hit in _TOKEN.finditer(text)]
    words = [word for word, _, _ in tokens]
    found = sum(word in names for word in words)
    found += sum(f"{one} {two}" in names for one, two in pairwise(words))
    return found + sum(f"{a} {b} {c}" in names for a, b, c in zip(words, words[1:], words[2:], strict=False))
