"""Plain English names of those whom no registry knows, in French: «local radio» is «radio locale».

As `riwaya.lang.plain_names` does for Arabic; the words are data (`packs/fr/plain.toml`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lang.timex_pack import load_table
from riwaya.lang.world_records import load_actors, load_countries, load_outlets
from riwaya.model.actor import ActorEntry
from riwaya.model.outlet import OutletEntry

_FORMS = ("m", "f", "mp", "fp")
_MOST_WORDS = 4
_VOWELS = "aeiouyhâàéèêëîïôœû"


@dataclass(frozen=True, slots=True)
class _Noun:
    form: str
    words: str


def name_in_french(name: str) -> str:
    """Give the French of a plain English name; empty for one that is not made of words that are known."""
    head, _, whose = name.partition(" of ")
    if name in _nouns():
        return _nouns()[name].words
    said = _described(head)
    if not said or not whose:
        return said
    known = _registered().get(whose) or name_in_french(whose)
    if not known:
        return ""
    return f"{said} d’{known}" if known[0].casefold() in _VOWELS else f"{said} de {known}"


def _described(name: str) -> str:
    """Give adjectives with their noun, in agreement; empty where one of them is not known."""
    words = name.split()
    is_one = words[:1] in (["a"], ["an"])
    nouns = _nouns()
    if is_one and name not in nouns:
        words, nouns = words[1:], {**nouns, **_ones()}
    for at in range(min(len(words), _MOST_WORDS)):
        noun = nouns.get(" ".join(words[at:]))
        adjectives = [_adjectives().get(word) or _adjectives().get(word.casefold()) for word in words[:at]]
        if noun is not None and all(adjectives):
            told = [_agree(one, noun.form) for one in reversed(adjectives) if one]
            return " ".join([noun.words, *told])
    return ""


def _agree(adjective: tuple[str, ...], form: str) -> str:
    return adjective[_FORMS.index(form)] if len(adjective) == len(_FORMS) else adjective[0]


@cache
def _nouns() -> dict[str, _Noun]:
    return _read("noun")


@cache
def _ones() -> dict[str, _Noun]:
    return _read("one")


def _read(part: str) -> dict[str, _Noun]:
    rows: dict[str, str] = load_table("plain", "fr")[part]
    return {english: _Noun(*told.split(" ", 1)) for english, told in rows.items()}


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    rows: dict[str, str] = load_table("plain", "fr")["adjective"]
    return {english: _forms(told) for english, told in rows.items()}


def _forms(told: str) -> tuple[str, ...]:
    parts = told.split(":") if ":" in told else told.split(" ")
    return tuple(parts) if len(parts) == len(_FORMS) else (told,)


@cache
def _registered() -> dict[str, str]:
    entries: tuple[ActorEntry | OutletEntry, ...] = (*load_actors(), *load_outlets())
    named = {entry.name: entry.fr[0] for entry in entries if entry.fr}
    return named | {country.name: country.fr for country in load_countries()}
