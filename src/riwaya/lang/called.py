"""What somebody is called in Arabic or French: the names of the registry, and plain nouns put back into Arabic."""

from __future__ import annotations

from functools import cache

from riwaya.lang.lexicon import read_table
from riwaya.lang.world_records import load_actors, load_countries, load_outlets

_MANY = frozenset({"people", "children"})
"""English words for many that do not look like it."""


def find_registered(language: str, id_: str) -> str:
    """Give the first name that the registry has for an id in ``ar`` or ``fr``; empty where it has none, and in English."""
    return _registered().get(id_, {}).get(language, "")


def call_plain(language: str, name: str, words: str = "") -> str:
    """Give what to call somebody whom no entry fits.

    Args:
        language: ar, en or fr.
        name: The plain English name.
        words: The words that name them in an Arabic text, for a noun that has no Arabic of its own.
    """
    return _plain_names().get(name) or words or name if language == "ar" else name


def find_country_name(language: str, iso: str) -> str:
    """Give the name of a country by its two letters, in ar, en or fr; the letters where no country has them."""
    return _countries().get(iso.upper(), {}).get(language) or iso


@cache
def _registered() -> dict[str, dict[str, str]]:
    named = {
        entry.id: {"ar": entry.ar[0] if entry.ar else "", "fr": entry.fr[0] if entry.fr else ""}
        for entry in (*load_actors(), *load_outlets())
    }
    for country in load_countries():
        for key in (country.iso, country.iso.lower(), f"iso:{country.iso}"):
            named.setdefault(key, {"ar": country.ar[0] if country.ar else "", "fr": country.fr})
    return named


@cache
def _countries() -> dict[str, dict[str, str]]:
    return {one.iso: {"ar": one.ar[0] if one.ar else "", "en": one.name, "fr": one.fr} for one in load_countries()}


@cache
def _plain_names() -> dict[str, str]:
    """Give the Arabic of plain English names: many people in the plural («residents»), bodies and persons as they are."""
    named: dict[str, str] = {}
    for row in read_table("ar", "people")["noun"]:
        english, word = str(row.get("en", "")), str(row["text"])
        plural = str(row.get("plural", "")).split()
        if english.endswith("s") or english in _MANY or english.endswith("men"):
            if plural:
                named.setdefault(english, f"{word}ون" if plural[0] == "ون" else plural[0])
            for one in (f"a {english[:-1]}", f"an {english[:-1]}"):
                named.setdefault(one, word)
        else:
            named.setdefault(english, word)
    return named
