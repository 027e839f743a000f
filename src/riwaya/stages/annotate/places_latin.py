"""Towns that the gazetteer knows by their Latin names only, behind a word that says that a place is meant.

«بلدة كذا» is looked for in the countries that the text speaks of; a bare name behind «في» only where the wider place it
lies in is named next («في كذا بولاية كذا»), and only where names are no words of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwaya.gazetteer.geometry import Point
from riwaya.gazetteer.latin import load_latin_names
from riwaya.gazetteer.latin_keys import arabic_keys, native_lands
from riwaya.gazetteer.lookup import Choice
from riwaya.gazetteer.names import ARTICLE, name_key
from riwaya.model.place import Place
from riwaya.stages.annotate.places_cues import Cues
from riwaya.stages.annotate.places_raw import Phrase
from riwaya.stages.annotate.places_sides import Value, single

_HINTS = frozenset({"town", "district", "any", "spot", "bare"})
_LEAST_LETTERS = 4
_LEAST_SOUNDS = 3
_SURE = 3
_SPOTS = frozenset({"مطار", "ميناء", "مرفا", "محطه"})
"""What is named after the town that it belongs to; camps and bases are named after whom they please."""
_AREA = "منطقه"
_VILLAGES = frozenset({"قريه", "قري", "عزبه", "ضيعه"})
_LARGEST_VILLAGE = 50_000
_ENDINGS = ("يه", "ين", "ات")
BARE = "bare"
"""Hint of a name that stands behind a preposition alone."""


def find_latin(phrase: Phrase, name: str, countries: Sequence[str], wider: Place | None) -> Value | None:
    """Give the town that a name unknown in Arabic letters means; None where none stands out.

    Args:
        phrase: What the grammar read; its noun says how much may be believed.
        name: The name as written.
        countries: The countries that it may lie in.
        wider: The place named right behind, in or about which it lies.
    """
    key = name_key(name)
    if phrase.anchor or phrase.hint not in _HINTS or len(key) < _LEAST_LETTERS:
        return None
    if phrase.hint != "town" and not any(len(k) >= _LEAST_SOUNDS for k in arabic_keys(key)):
        return None
    if phrase.hint == "spot" and phrase.noun not in _SPOTS:
        return None
    if phrase.hint == "any" and (phrase.noun != _AREA or key.startswith(ARTICLE)):
        return None
    if phrase.hint == BARE and (wider is None or wider.precision == "country"):
        return None
    if wider is not None and wider.country:
        countries = [wider.country]
    if phrase.hint in (BARE, "spot"):
        countries = [iso for iso in countries if iso not in native_lands()]
    entry = load_latin_names().find(key, countries, *_around(wider))
    if entry is None or (phrase.noun in _VILLAGES and entry.population > _LARGEST_VILLAGE):
        return None
    return single(Choice(entry, f"{entry.id}: «{entry.name}» as it is spelled in Arabic letters"))


def _around(wider: Place | None) -> tuple[Point | None, float]:
    if wider is None or wider.lat is None or wider.lon is None or wider.precision == "country":
        return None, 0.0
    return (wider.lat, wider.lon), 1.3 * (wider.radius_km or 0) + 30


def find_bare(phrases: list[Phrase], forms: Sequence[str], cues: Cues, is_word: Callable[[str], bool]) -> list[Phrase]:
    """Add the words behind «في» that may be names: a wider place stands next, joined by a word that says so.

    Args:
        phrases: What was read, in text order.
        forms: Folded forms of the document.
        cues: The tables of the pack.
        is_word: Says of a form whether it is a word of the language.

    Returns:
        The phrases in text order; the same list where nothing is to be added.
    """
    added: list[Phrase] = []
    free = 0
    for phrase in phrases:
        at = phrase.start - 1
        while at > free and phrase.start - at <= 2 and forms[at] in cues.links:
            at -= 1
        linked = phrase.start - at > 1 or phrase.preposition == "ب" or phrase.compass
        if (
            linked
            and at > free
            and phrase.kind in ("name", "back", "unknown")
            and _may_be_name(forms, at, cues, is_word)
        ):
            added.append(
                Phrase(start=at, end=at + 1, kind="unknown", unknown=(at, at + 1), hint=BARE, noun="", named=False)
            )
        free = phrase.end
    return sorted([*phrases, *added], key=lambda p: p.start) if added else phrases


def _may_be_name(forms: Sequence[str], at: int, cues: Cues, is_word: Callable[[str], bool]) -> bool:
    form = forms[at]
    before = cues.prepositions.get(forms[at - 1].removeprefix("و"))
    if before is None or before.strength < _SURE or len(form) < _LEAST_LETTERS or not form.isalpha():
        return False
    return not form.startswith(ARTICLE) and not form.endswith(_ENDINGS) and form not in cues.words and not is_word(form)
