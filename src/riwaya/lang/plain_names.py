"""Plain English names of those whom no registry knows, in Arabic: «local radio» is «إذاعة محلية».

The reader writes such a name as adjectives, a noun and «of somebody»; the language's own tables of nouns and adjectives
are read backwards here. A name that is not made so has none, and the page shows the words of the text, or the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lang.lexicon import read_table
from riwaya.lang.world_records import load_actors, load_countries, load_outlets
from riwaya.model.actor import ActorEntry
from riwaya.model.outlet import OutletEntry

_MANY = frozenset({"people", "children"})
"""English words for many that do not look like it."""
_THINGS = frozenset({"مصدر"})
"""Words for people whose plural takes the adjective of things."""


@dataclass(frozen=True, slots=True)
class _Noun:
    word: str
    kind: str
    """m, f, or p for people in the plural."""


def name_plainly(name: str, *, is_owner: bool = False) -> str:
    """Give the Arabic of a plain English name; empty for one that is not made of words that are known.

    Args:
        name: As the reader writes it.
        is_owner: A plural stands in the genitive («من مدنيين»).
    """
    head, _, whose = name.partition(" of ")
    noun = _nouns().get(head) or _described(head)
    if noun is None:
        return ""
    if not whose:
        return _genitive(noun.word) if is_owner and noun.kind == "p" else noun.word
    known = _registered().get(whose) or name_plainly(whose)
    if not known:
        return ""
    if known.endswith("ون"):  # a plural in the genitive
        known = f"{known[:-2]}ين"
    return f"{noun.word} باسم {known}" if head.endswith("spokesman") else f"{noun.word} {known}"


def _genitive(words: str) -> str:
    return " ".join(f"{word[:-2]}ين" if word.endswith("ون") else word for word in words.split())


def _described(name: str) -> _Noun | None:
    """Give adjectives with their noun, in agreement; None where one of them is not known."""
    words = name.split()
    article = words[:1] if words[:1] in (["a"], ["an"]) else []
    words = words[len(article) :]
    for at in range(1, min(len(words), 3)):
        said = " ".join(words[at:])
        noun = _nouns().get(" ".join([*article, said])) or _nouns().get(f"a {said}" if article else said)
        adjectives = [_adjectives().get(word.casefold()) for word in words[:at]]
        if noun is not None and all(adjectives):
            told = [_agree(one, noun.kind) for one in reversed(adjectives) if one]
            return _Noun(" ".join([noun.word, *told]), noun.kind)
    return None


def _agree(adjective: str, kind: str) -> str:
    return adjective + {"m": "", "f": "ة", "p": "ون"}[kind]


@cache
def _nouns() -> dict[str, _Noun]:
    """Give nouns by the English that the reader writes: many people in the plural, bodies and persons as they are."""
    found: dict[str, _Noun] = {}
    for row in read_table("ar", "people")["noun"]:
        english, word = str(row.get("en", "")), str(row["text"])
        one = _Noun(word, "f" if word.endswith("ة") else "m")
        plural = str(row.get("plural", "")).split()
        if english.endswith("s") or english in _MANY or english.endswith("men"):
            if plural:
                many = f"{word}ون" if plural[0] == "ون" else plural[0]
                is_thing = word in _THINGS or row.get("kind") == "thing" or many.endswith("ات")
                found.setdefault(english, _Noun(many, "f" if is_thing else "p"))
            for article in ("a", "an"):
                found.setdefault(f"{article} {english[:-1]}", one)
        else:
            found.setdefault(english, one)
    return found


@cache
def _adjectives() -> dict[str, str]:
    found = {country.adjective.casefold(): country.ar_m[0] for country in load_countries() if country.ar_m}
    for row in read_table("ar", "people")["adjective"]:
        found.setdefault(str(row["en"]), str(row["text"]))
    return found


@cache
def _registered() -> dict[str, str]:
    entries: tuple[ActorEntry | OutletEntry, ...] = (*load_actors(), *load_outlets())
    return {entry.name: entry.ar[0] for entry in entries if entry.ar}
