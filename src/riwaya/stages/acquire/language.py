"""Which language a text is in, by script, letters and the commonest small words."""

from __future__ import annotations

import re

_SAMPLE = 20_000
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u0750-\u077f]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_OTHER = re.compile(r"[^\W\d_]+")
# Letters that Arabic does not write, each with the share of all letters that settles the matter. Kurdish writes its vowels
# (ە ێ ۆ), Urdu has retroflexes and a final ے, Persian a p, ch, zh and g. Source: Unicode Standard, chapter 9.2.
_FOREIGN = (("ckb", "ەێۆڕڵ", 0.03), ("ur", "ٹڈڑےںہھ", 0.03), ("fa", "پچژگ", 0.008))
_SMALL_WORDS = {
    "en": frozenset("the of and to in that was for on with is by at from as said has were have it be an".split()),
    "fr": frozenset(
        "le la les des de du et en un une dans que qui pour par sur est au aux ont été selon plus avec".split()
    ),
}


def find_language(text: str) -> str:
    """Give ``ar``, ``en``, ``fr``, or ``fa``, ``ur``, ``ckb`` for other languages in Arabic script, else ``und``.

    Args:
        text: The body of a document; its first 20,000 letters are looked at.
    """
    sample = text[:_SAMPLE]
    arabic = _count(_ARABIC, sample)
    if arabic * 2 > len(sample):  # then of its letters too, which are fewer
        return _of_arabic_script(sample, arabic)
    latin, letters = _count(_LATIN, sample), _count(_OTHER, sample)
    if not letters:
        return "und"
    if arabic * 2 > letters:
        return _of_arabic_script(sample, arabic)
    return _of_latin_script(sample) if latin * 2 > letters else "und"


def _count(letters: re.Pattern[str], text: str) -> int:
    """Count the letters; taking whole stretches of them out is far quicker than making a string of each."""
    return len(text) - len(letters.sub("", text))


def _of_arabic_script(sample: str, letters: int) -> str:
    for code, marks, share in _FOREIGN:
        if letters >= 20 and sum(map(sample.count, marks)) >= share * letters:
            return code
    return "ar"


def _of_latin_script(sample: str) -> str:
    words = re.findall(r"[a-zà-ÿ]+", sample.lower())
    counts = {code: sum(1 for w in words if w in small) for code, small in _SMALL_WORDS.items()}
    best = max(sorted(counts), key=counts.__getitem__)
    return best if counts[best] * 12 >= len(words) and counts[best] else "und"
