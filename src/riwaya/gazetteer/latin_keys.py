"""Names in Latin letters and their Arabic spellings: what they share, and how well one is the other.

A key is the row of consonants, those alike that one script writes with the same letter of the other: «سلوفيانسك» and
"Slov'yans'k" share one. Keys are coarse, so that they find; `misfit` is fine, so that it chooses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product

from riwaya.gazetteer.names import ARTICLE
from riwaya.lang.lexicon import read_table

_LATIN_CLASSES = (
    ("tch|tsh|sch|ch|sh|ts|tz|dz(?!h)|s|(?<!d)z(?!h)|c(?=[eiy])", "S"),
    ("dzh|zh|dj|gh|kh|ck|[gkqcj]", "K"),
    ("x", "KS"),
    ("ph|[fv]", "F"),
    ("[bp]", "P"),
    ("th|t", "T"),
    ("dh|d", "D"),
    (r"[^SKFPTDlrmn\s]", ""),
    (r"(\S)\1+", r"\1"),
)
_ARABIC_CLASSES: Mapping[str, tuple[str, ...]] = {
    "ب": ("P",), "پ": ("P",), "ت": ("T",), "ط": ("T",), "ث": ("T", "S"), "ج": ("K",), "چ": ("S",), "خ": ("K", ""), "د": ("D",),
    "ض": ("D",), "ذ": ("D", "S"), "ظ": ("D", "S"), "ر": ("r",), "ز": ("S",), "س": ("S",), "ش": ("S",), "ص": ("S",),
    "غ": ("K",), "گ": ("K",), "ف": ("F",), "ڤ": ("F",), "ق": ("K",), "ك": ("K",), "ل": ("l",), "م": ("m",), "ن": ("n",),
    "و": ("", "F"), "Z": ("S",), "X": ("KS",), "J": ("K",), "N": ("nK",),
}  # fmt: skip
_PAIRS = (("تش", "چ"), ("تس", "Z"), ("كس", "X"), ("دج", "J"), ("نغ", "N"))
"""Two Arabic letters for what is one sound elsewhere."""
LEAST_SOUNDS = 2
"""Names with fewer consonants are not looked for."""
_MOST_KEYS = 16
_VOWELS = frozenset("aeiouwyh")
_SECOND_BEST = 0.4
_SKIP_LATIN_VOWEL, _SKIP_LATIN_FIRST, _SKIP_LATIN_H = 0.2, 0.45, 0.3
_SKIP_ARABIC: Mapping[str, float] = {"ا": 0.5, "و": 0.7, "ي": 0.6, "ع": 0.3, "ه": 0.4, "ء": 0.1, "ى": 0.3}
_SKIP_CONSONANT = 1.2
_IMPOSSIBLE = 9.0


@cache
def _respellings() -> Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in read_table("ar", "latin")["respell"]:
        for country in row["countries"]:
            found.setdefault(country, []).append((re.compile(row["of"]), row["to"]))
    return {country: tuple(rows) for country, rows in found.items()}


@cache
def native_lands() -> frozenset[str]:
    """Give the countries, ISO codes, whose towns have names that are words of the language."""
    return frozenset(read_table("ar", "latin")["native"])


@cache
def _marks() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in read_table("ar", "latin")["marks"].items()}


@cache
def _sounds() -> tuple[Mapping[str, Mapping[str, float]], re.Pattern[str]]:
    costs: dict[str, dict[str, float]] = {}
    for spelled, letters in read_table("ar", "latin")["sound"].items():
        usual, _, other = letters.partition("|")
        costs[spelled] = {**dict.fromkeys(other, _SECOND_BEST), **dict.fromkeys(usual, 0.0)}
    longest_first = sorted(costs, key=lambda spelled: (-len(spelled), spelled))
    return costs, re.compile("|".join(longest_first))


@lru_cache(maxsize=4096)
def respell(name: str, country: str) -> str:
    """Give a Latin name in small plain letters as English would spell its sounds; blanks and hyphens go.

    Args:
        name: As GeoNames writes it.
        country: ISO code, for what a letter sounds like there («c» of Turkey is «ج»).
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_marks()))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for pattern, to in _respellings().get(country, ()):
        plain = pattern.sub(to, plain)
    return re.sub(r"([a-z])\1", r"\1", re.sub("[^a-z]", "", plain))


def latin_key(spelled: str) -> str:
    """Give the key of a name that `respell` gave, or of many with blanks between; empty where no consonants stay."""
    for pattern, sound in _LATIN_PATTERNS:
        spelled = pattern.sub(sound, spelled)
    return spelled


_LATIN_PATTERNS = tuple((re.compile(pattern), sound) for pattern, sound in _LATIN_CLASSES)


def arabic_keys(key: str) -> tuple[str, ...]:
    """Give the keys that a folded Arabic name may have, the likeliest first; empty where too few consonants stay.

    Its article counts as none, or as a part of the name («البانيا»).
    """
    found: dict[str, None] = {}
    for letters in arabic_forms(key):
        options = [_ARABIC_CLASSES.get(letter, ("",)) for letter in letters]
        for number, chosen in enumerate(product(*options)):
            if number >= _MOST_KEYS:
                break
            sounds = _once("".join(chosen))
            if len(sounds) >= LEAST_SOUNDS:
                found.setdefault(sounds)
    return tuple(found)


def arabic_forms(key: str) -> tuple[str, ...]:
    """Give the letters of a folded Arabic name, pairs for one sound joined: without its article first, then with it."""
    joined = key.replace(" ", "")
    forms = [joined[2:], joined] if joined.startswith(ARTICLE) and len(joined) > 4 else [joined]
    for pair, one in _PAIRS:
        forms = [form.replace(pair, one) for form in forms]
    return tuple(forms)


def _once(letters: str) -> str:
    return "".join(c for n, c in enumerate(letters) if n == 0 or letters[n - 1] != c)


def misfit(key: str, spelled: str, most: float = _IMPOSSIBLE) -> float:
    """Say how far an Arabic name is from the spelling of a Latin one.

    Args:
        key: The folded Arabic name.
        spelled: What `respell` gave.
        most: How far is still asked for; what is farther is not worked out to its end.

    Returns:
        0 where every letter has its usual fellow; about 0.1 for letter where they are one name; 9 where they cannot be, or are
        farther than ``most``.
    """
    costs, pattern = _sounds()
    sounds = pattern.findall(spelled)
    return min((_align(form, sounds, costs, most) for form in arabic_forms(key)), default=_IMPOSSIBLE)


def _align(letters: str, sounds: list[str], costs: Mapping[str, Mapping[str, float]], most: float) -> float:
    """Give the least cost, for one letter, of matching letters with sounds in their order."""
    if not letters or not sounds:
        return _IMPOSSIBLE
    skips = [_skip_latin(sound, number) for number, sound in enumerate(sounds)]
    bound = most * max(len(letters), 3)
    row = [0.0]
    for skip in skips:
        row.append(row[-1] + skip)
    for letter in letters:
        skip_letter = _SKIP_ARABIC.get(letter, _SKIP_CONSONANT)
        before, row = row, [row[0] + skip_letter]
        for number, sound in enumerate(sounds):
            match = costs[sound].get(letter, _IMPOSSIBLE)
            row.append(min(before[number] + match, before[number + 1] + skip_letter, row[number] + skips[number]))
        if min(row) > bound:  # nothing that follows costs less than nothing
            return _IMPOSSIBLE
    return row[-1] / max(len(letters), 3)


def _skip_latin(sound: str, number: int) -> float:
    if sound == "h":
        return _SKIP_LATIN_H
    if sound[0] in _VOWELS:
        return _SKIP_LATIN_VOWEL if number else _SKIP_LATIN_FIRST
    return _SKIP_CONSONANT
