"""Keys of place names: how a name is spelled for the index, and how a loose spelling finds it."""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.lang.normalize import fold_letters

ARTICLE = "ال"
_SIGNS = re.compile("[\u0640\u064b-\u0655\u0670]")
_HAMZA = frozenset("أإآ")
_TANWIN = "\u064b"
_SOUNDS = str.maketrans({
    "غ": "ك", "ج": "ك", "ق": "ك", "ط": "ت", "ص": "س", "ث": "س", "ظ": "د", "ض": "د", "ذ": "د", "ز": "س", "ح": "ه",
    "ا": "", "و": "", "ي": "", "ع": "", "ء": "",
})  # fmt: skip
_CONSONANTS = {letter: sound for letter, sound in _SOUNDS.items() if sound}
_LEAST_SOUNDS = 3
_LETTERS_FOR_AN_EDIT = 3


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """Give a name folded, its words parted by one blank, hyphens taken as blanks."""
    return " ".join(fold_letters(name).replace("-", " ").replace("'", "").replace("’", "").split())


def other_key(key: str) -> str:
    """Give the key with the article of its first word taken away or, where it has none, put on."""
    return key[2:] if key.startswith(ARTICLE) and len(key) > 4 else ARTICLE + key


def has_hamza(written: str) -> bool:
    """Say whether an alef of a word carries a hamza or madda."""
    return not _HAMZA.isdisjoint(written)


def spelling_fit(written: str, name: str) -> int:
    """Say how well a word as written fits a name that folds to the same letters.

    Papers leave the hamza out, but do not put one where none belongs, nor take one for another: «إطار» is no «أطار».

    Returns:
        2 where nothing speaks against it, 1 where a final haa stands for taa marbuta («حديثه» may be "his talk"), 0 where a
        hamza is wrong or the word ends in -an («درعا» with tanwin is a shield).
    """
    if _TANWIN in written:  # no name of a place ends so
        return 0
    word, own = _SIGNS.sub("", written), _SIGNS.sub("", name)
    size = min(len(word), len(own))
    for letter, expected in zip(word[-size:], own[-size:], strict=True):
        if letter in _HAMZA and letter != expected:
            return 0
    return 1 if word[-1:] == "ه" and own[-1:] == "ة" else 2


def sound_key(key: str) -> str | None:
    """Give the consonants of a key, those alike that papers write differently in foreign names; None where too few stay.

    «غارديز» and «كرديز» have one sound key.
    """
    bare = key[2:] if key.startswith(ARTICLE) and len(key) > 4 else key
    sounds = bare.replace(" ", "").rstrip("اهي").translate(_SOUNDS)
    kept = "".join(c for n, c in enumerate(sounds) if n == 0 or sounds[n - 1] != c)
    return kept if len(kept) >= _LEAST_SOUNDS else None


def sounds_close(one: str, other: str) -> bool:
    """Say whether two keys of one sound differ by few enough letters to be one name: «غاصبيه» is no «كسب»."""
    a, b = _voiced(one), _voiced(other)
    return _edits(a, b) <= max(1, min(len(a), len(b)) // _LETTERS_FOR_AN_EDIT)


def _voiced(key: str) -> str:
    bare = key[2:] if key.startswith(ARTICLE) and len(key) > 4 else key
    return bare.replace(" ", "").translate(_CONSONANTS)


def _edits(a: str, b: str) -> int:
    """Give how many letters must be put in, taken out or changed to make one word the other."""
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
    return row[-1]
