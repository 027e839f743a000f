"""Outlets by any of their names, or by an address."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world_records import load_countries, load_outlets
from riwaya.lang.world_rows import load_rows
from riwaya.model.outlet import OutletEntry

_ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(/\S*)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=1_000)
def find_outlet(name: str) -> OutletEntry | None:
    """Give the outlet of a name in any language, or of an address; None for none or for more than one.

    Letters are folded, case, accents and punctuation do not count. A head noun may stand before the name
    («صحيفة الوطن») and the adjective of a country after it («الوطن السورية»), which then decides among namesakes; an abbreviation in brackets does not count.
    An address is looked up by its host, the longest fitting domain first, and a full name before an address.
    """
    bare = _BRACKETS.sub(" ", name)
    found = _by_name().get(_key(name)) or _by_name().get(_key(bare))
    if not found:
        found = _by_address(name.strip()) or _by_phrase(_key(bare))
    return found[0] if len(found) == 1 else None


def _key(name: str) -> str:
    flat = unicodedata.normalize("NFKD", fold_letters(name).casefold())
    letters = "".join(c if c.isalnum() else " " for c in flat if not unicodedata.combining(c))
    return " ".join(letters.split())


@cache
def _by_name() -> dict[str, tuple[OutletEntry, ...]]:
    full: dict[str, tuple[OutletEntry, ...]] = {}
    for outlet in load_outlets():
        for name in (outlet.id, outlet.name, *outlet.ar, *outlet.en, *outlet.fr):
            _add(full, _key(name), outlet)
    return _by_short_name() | full


@cache
def _by_short_name() -> dict[str, tuple[OutletEntry, ...]]:
    short: dict[str, tuple[OutletEntry, ...]] = {}
    for outlet in load_outlets():
        for name in outlet.ar_weak:
            _add(short, _key(name), outlet)
    return short


def _add(index: dict[str, tuple[OutletEntry, ...]], key: str, outlet: OutletEntry) -> None:
    there = index.get(key, ())
    if outlet not in there:
        index[key] = (*there, outlet)


def _by_phrase(key: str) -> tuple[OutletEntry, ...]:
    for rest in _without_heads(key):
        found = _by_name().get(rest, ())
        if found:
            return found
        name, _, adjective = rest.rpartition(" ")
        iso = _adjectives().get(adjective)
        found = tuple(o for o in _namesakes(name) if o.country == iso) if iso else ()
        if found:
            return found
    return ()


def _namesakes(name: str) -> tuple[OutletEntry, ...]:
    found = _by_name().get(name, ())
    return (*found, *(o for o in _by_short_name().get(name, ()) if o not in found)) if name else ()


def _without_heads(key: str) -> list[str]:
    rests = [key]
    for head in _heads():
        if key.startswith(head + " "):
            rests.append(key[len(head) + 1 :])
        if key.endswith(" " + head):
            rests.append(key[: -len(head) - 1])
    return rests


@cache
def _heads() -> tuple[str, ...]:
    lists = load_rows().lists
    return tuple(sorted({_key(h) for heads in lists.values() for h in heads}, key=lambda h: (-len(h), h)))


@cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in load_countries():
        for form in (*country.ar_f, *country.ar_m):
            found.setdefault("ال" + fold_letters(form), country.iso)
    return found


def _by_address(address: str) -> tuple[OutletEntry, ...]:
    parts = _ADDRESS.fullmatch(address)
    if parts is None:
        return ()
    host, path = parts[1].lower(), (parts[2] or "").lower()
    hits = [
        (len(domain), -place, outlet)
        for place, outlet in enumerate(load_outlets())
        for domain in outlet.domains
        if _fits(domain, host, path)
    ]
    return (max(hits, key=lambda hit: hit[:2])[2],) if hits else ()


def _fits(domain: str, host: str, path: str) -> bool:
    wanted, _, folder = domain.partition("/")
    if host != wanted and not host.endswith("." + wanted):
        return False
    return not folder or path == f"/{folder}" or path.startswith(f"/{folder}/")
