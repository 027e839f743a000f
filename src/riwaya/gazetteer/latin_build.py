"""Build `packs/world/places_latin.bin`: the places of the world by how their Latin names would sound in Arabic.

A head of lines «country offset length», an empty line, then one packed block for each country, so that a reader unpacks
only the countries that a text is about. A row of a block holds number, name, latitude, longitude, population and the
spellings that `latin_keys.respell` gives, without repetition. The same inputs give the same bytes.

Source: GeoNames, CC BY 4.0 (packs/world/places.ATTRIBUTION.md).
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Mapping
from typing import Any

from riwaya.gazetteer.latin_keys import LEAST_SOUNDS, latin_key, respell

_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff' ’`-]+")
_MOST_SPELLINGS = 4
_SMALLEST = 10_000
_SMALLEST_NEAR = 3_000
_EVERYWHERE = frozenset(
    "AF AM AZ BF BI BJ CD CF CG CI CM CY DJ DZ EG ER ET GE GH GM GN GW IL IQ IR JO KE LB LR LY MA ML MM MR MZ NE NG PK PS RW "
    "SA SD SL SN SO SS SY TD TG TN TR TZ UA UG YE XK".split()
)
"""Countries whose villages the conflict press names: all their places are taken."""
_NEAR = frozenset(
    "AE AL AO BA BD BH BY CO FR GR HT KG KW KZ LK MD MG ME MK MW NP OM PH QA RS RU TJ TM UZ VE ZA ZM ZW".split()
)
"""Countries whose small towns it names at times."""


def build_latin(cities: Mapping[int, Mapping[str, Any]]) -> bytes:
    """Give the compiled file for GeoNames towns by id.

    Places of a country are sorted by their number.
    """
    rows: dict[str, list[str]] = {}
    for number in sorted(cities):
        city = cities[number]
        if city["population"] < _least(city["countrycode"]):
            continue
        spellings = _spellings(city)
        if spellings:
            point = f"{city['latitude']:.2f}\t{city['longitude']:.2f}"
            name = " ".join(city["name"].split())
            row = f"{number}\t{name}\t{point}\t{city['population']}\t{' '.join(spellings)}"
            rows.setdefault(city["countrycode"], []).append(row)
    head, blocks, offset = list[str](), list[bytes](), 0
    for country in sorted(rows):
        block = lzma.compress("\n".join(rows[country]).encode(), preset=9)
        head.append(f"{country} {offset} {len(block)}")
        blocks.append(block)
        offset += len(block)
    return ("\n".join(head) + "\n\n").encode() + b"".join(blocks)


def _least(country: str) -> int:
    return 0 if country in _EVERYWHERE else _SMALLEST_NEAR if country in _NEAR else _SMALLEST


def _spellings(city: Mapping[str, Any]) -> list[str]:
    found: dict[str, None] = {}
    for name in (city["name"], *city["alternatenames"]):
        if len(found) < _MOST_SPELLINGS and _LATIN.fullmatch(name):
            spelled = respell(name, city["countrycode"])
            if len(latin_key(spelled)) >= LEAST_SOUNDS:
                found.setdefault(spelled)
    return list(found)
