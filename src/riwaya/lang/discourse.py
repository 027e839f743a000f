"""Words by which a text ties what it tells to what it told before, or parts the two."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from riwaya.lang.normalize import fold_letters
from riwaya.lang.timex_pack import load_table
from riwaya.model.record import record

_JOINED = ("", "و", "ف")
_ARTICLES = ("ال", "بال", "كال", "لل")
_SHORTEST = 3
"""Letters of the shortest noun: what is left of «الف» without its first two is none."""


@record
class Discourse:
    """The lists of ``packs/ar/discourse.toml``, folded and laid out for look-up."""

    kinds: dict[str, str]
    """Bare noun of happening to the kind of violence that it names; ``any`` fits all."""
    pointing: dict[str, str]
    """Written form with the article, and particles, to the bare noun of happening."""
    tolls: frozenset[str]
    """Written forms of nouns of outcome with the article («القتلى»)."""
    several: frozenset[str]
    demonstrative: frozenset[str]
    another: frozenset[str]
    others: frozenset[str]
    partitive: frozenset[str]
    dating: frozenset[str]
    also: frozenset[str]
    beside: dict[str, frozenset[str]]
    """Last word of a phrase that puts one deed beside another to the words that stand before it; the empty word for none."""
    situated: frozenset[str]
    outcome: frozenset[str]
    sum: frozenset[str]
    turn: tuple[str, ...]
    """Openings of a sentence, each with a blank behind it."""


@cache
def load_discourse(language: str = "ar") -> Discourse:
    """Give the words that tie and part in a language.

    Raises:
        PackMissing: The language has none.
        PackError: The file is no TOML.
    """
    table = load_table("discourse", language)
    kinds = {fold_letters(str(noun)): kind for kind, nouns in table["happening"].items() for noun in nouns}
    words: dict[str, Any] = table["words"]
    weapons = frozenset(_folded(words["weapon"]))
    return Discourse(
        kinds=kinds,
        pointing={form: noun for noun in kinds if noun not in weapons for form in _definite_forms(noun)},
        tolls=frozenset(form for noun in _folded(words["toll"]) for form in _definite_forms(noun)),
        several=frozenset(_folded(words["several"])),
        demonstrative=_with(("", "ل", "ب"), words["demonstrative"]),
        another=frozenset(_folded(words["another"])),
        others=frozenset(_folded(words["others"])),
        dating=_with(("",), words["dating"]),
        partitive=_with(("",), words["partitive"]),
        also=_with(("",), words["also"]),
        beside=_by_last_word(_with(("",), words["beside"])),
        situated=frozenset(_folded(words["situated"])),
        outcome=_with(("",), words["outcome"]),
        sum=_with(("", "ب", "ل"), words["sum"]),
        turn=tuple(f"{joined}{opening} " for opening in _folded(words["turn"]) for joined in _JOINED),
    )


def _folded(words: Iterable[Any]) -> list[str]:
    return [fold_letters(str(word)) for word in words]


def _with(prepositions: Iterable[str], words: Iterable[Any]) -> frozenset[str]:
    return frozenset(joined + p + word for word in _folded(words) for joined in _JOINED for p in prepositions)


def _by_last_word(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """Lay phrases of one word or two out by their last."""
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        before, _, last = phrase.rpartition(" ")
        found.setdefault(last, set()).add(before)
    return {last: frozenset(before) for last, before in found.items()}


def _definite_forms(noun: str) -> list[str]:
    return [joined + article + noun for joined in _JOINED for article in _ARTICLES]


def is_definite(form: str) -> bool:
    """Say whether a folded word carries the article, whatever particles stand before it."""
    return _unjoined(form).startswith(_ARTICLES)


@lru_cache(maxsize=20_000)
def bare_noun(form: str) -> str:
    """Give a folded word without particles and article, as far as its letters tell: «وبالهجوم» is «هجوم»."""
    bare = _unjoined(form)
    for article in _ARTICLES:
        if bare.startswith(article) and len(bare) - len(article) >= _SHORTEST:
            return bare[len(article) :]
    return bare[1:] if bare[:1] in ("ب", "ل") and len(bare) > _SHORTEST + 1 else bare


@lru_cache(maxsize=20_000)
def definite_noun(form: str) -> str | None:
    """Give the bare noun of a folded word with the article; None for a word without it."""
    return bare_noun(form) if is_definite(form) else None


def _unjoined(form: str) -> str:
    return form[1:] if form[:1] in ("و", "ف") and len(form) > _SHORTEST + 1 else form
