"""What somebody is called in Arabic or French: the names of the registry, and plain nouns put back into Arabic."""

from __future__ import annotations

from functools import cache

from riwaya.lang.plain_french import name_in_french
from riwaya.lang.plain_names import name_plainly
from riwaya.lang.world_records import load_actors, load_countries, load_outlets
from riwaya.model.actor import ActorEntry
from riwaya.model.outlet import OutletEntry


def find_registered(language: str, id_: str) -> str:
    """Give the first name that the registry has for an id in ``ar`` or ``fr``; empty where it has none, and in English."""
    return _registered().get(id_, {}).get(language, "")


def call_plain(language: str, name: str, words: str = "", *, is_owner: bool = False) -> str:
    """Give what to call somebody whom no entry fits.

    Args:
        language: ar, en or fr.
        name: The plain English name.
        words: The words that name them in an Arabic text, for a noun that has no Arabic of its own.
        is_owner: It stands behind «of»: a plural noun of ours is in the genitive.
    """
    if language == "ar":
        return name_plainly(name, is_owner=is_owner) or words or name
    return name_in_french(name) or name if language == "fr" else name


def find_country_name(language: str, iso: str) -> str:
    """Give the name of a country by its two letters, in ar, en or fr; the letters where no country has them."""
    return _countries().get(iso.upper(), {}).get(language) or iso


@cache
def _registered() -> dict[str, dict[str, str]]:
    entries: tuple[ActorEntry | OutletEntry, ...] = (*load_actors(), *load_outlets())
    named = {
        entry.id: {"ar": entry.ar[0] if entry.ar else "", "fr": entry.fr[0] if entry.fr else ""} for entry in entries
    }
    for country in load_countries():
        for key in (country.iso, country.iso.lower(), f"iso:{country.iso}"):
            named.setdefault(key, {"ar": country.ar[0] if country.ar else "", "fr": country.fr})
    return named


@cache
def _countries() -> dict[str, dict[str, str]]:
    return {one.iso: {"ar": one.ar[0] if one.ar else "", "en": one.name, "fr": one.fr} for one in load_countries()}
