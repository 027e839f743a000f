"""Places that are known by their Latin names, found by an Arabic spelling of them in the countries that a text is about."""

from __future__ import annotations

import lzma
from collections.abc import Iterable
from functools import cache
from importlib import resources

from riwaya.errors import PackMissing
from riwaya.gazetteer.geometry import Point, distance_km
from riwaya.gazetteer.latin_keys import arabic_keys, latin_key, misfit, native_lands
from riwaya.model.place import GazetteerEntry

_MOST_MISFIT = 0.18
"""For a letter; measured on the towns with both names (docs/reference/evaluation.md)."""
_MOST_MISFIT_SHORT = 0.04
_MOST_MISFIT_NATIVE = 0.06
"""Where names are words of the language, another vowel is another name."""
_SHORT = 2
"""Consonants: so short a name must fit better."""
_AS_GOOD = 0.06
_LARGER = 4
"""So many times the people of any namesake make a place the one that is meant."""
_SAME_KM = 15.0
_TOWN_KM = 10.0

Row = tuple[str, str, float, float, int]

_MOST_KEPT = 10_000
"""Names of a country whose rows are kept."""


class _Country:
    """The places of one country by key."""

    def __init__(self, block: str, most: float) -> None:
        self._most = most
        self._rows = block.split("\n")
        self._by_key: dict[str, list[tuple[int, str]]] = {}
        self._found: dict[str, dict[int, float]] = {}
        listed = "\n".join(row[row.rfind("\t") + 1 :] for row in self._rows)
        keys = latin_key(listed).split("\n")  # one pass over the block is far cheaper than one for each name
        for number, (names, own) in enumerate(zip(listed.split("\n"), keys, strict=True)):
            for name, key in zip(names.split(" "), own.split(" "), strict=True):
                self._by_key.setdefault(key, []).append((number, name))

    def find(self, name: str) -> dict[int, float]:
        """Give the rows that a folded Arabic name may be, with their misfit; towns in the news come again, so they are kept."""
        if name not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[name] = self._look_for(name)
        return self._found[name]

    def _look_for(self, name: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for key in arabic_keys(name):
            most = self._most if len(key) > _SHORT else min(self._most, _MOST_MISFIT_SHORT)
            for number, spelled in self._by_key.get(key, ()):
                least = min(most, found.get(number, most))
                cost = misfit(name, spelled, least)
                if cost <= least:
                    found[number] = cost
        return found

    def row(self, number: int) -> Row:
        """Give a row: GeoNames number, name, latitude, longitude, people."""
        id, name, lat, lon, people, _ = self._rows[number].split("\t")
        return id, name, float(lat), float(lon), int(people)


class LatinNames:
    """Reads the compiled file country by country, each when a text first asks for it."""

    def __init__(self, packed: bytes) -> None:
        """Read the head of the file that `latin_build.build_latin` gives."""
        head, _, self._blocks = packed.partition(b"\n\n")
        rows = (line.split() for line in head.decode().split("\n") if line)
        self._where = {country: (int(offset), int(size)) for country, offset, size in rows}
        self._countries: dict[str, _Country] = {}

    def find(
        self, name: str, countries: Iterable[str], near: Point | None = None, near_km: float = 0.0
    ) -> GazetteerEntry | None:
        """Give the place that an Arabic name means.

        Args:
            name: Folded, as `names.name_key` gives it.
            countries: ISO codes of the countries in which it may lie.
            near: A point that it must lie about, where the text names a wider place.
            near_km: How far from that point it may lie.

        Returns:
            The place whose name fits best; among several that fit about as well, the one with several times the people of
            the others. None where none fits or none stands out.
        """
        found: list[tuple[float, str, Row]] = []
        for iso in dict.fromkeys(countries):
            country = self._country(iso)
            if country is None:
                continue
            for number, cost in country.find(name).items():
                row = country.row(number)
                if near is None or distance_km(near, row[2:4]) <= near_km:
                    found.append((cost, iso, row))
        if not found:
            return None
        least = min(cost for cost, _, _ in found)
        rivals = sorted((r for r in found if r[0] <= least + _AS_GOOD), key=lambda r: (-r[2][4], r[0], r[2][0]))
        _, iso, best = rivals[0]
        for _, _, other in rivals[1:]:
            if best[4] < _LARGER * other[4] and distance_km(best[2:4], other[2:4]) > _SAME_KM:
                return None
        return _entry(name, iso, best)

    def _country(self, iso: str) -> _Country | None:
        if iso not in self._countries:
            if iso not in self._where:
                return None
            offset, size = self._where[iso]
            most = _MOST_MISFIT_NATIVE if iso in native_lands() else _MOST_MISFIT
            block = lzma.decompress(self._blocks[offset : offset + size]).decode()
            self._countries[iso] = _Country(block, most)
        return self._countries[iso]


def _entry(name: str, iso: str, row: Row) -> GazetteerEntry:
    id, latin, lat, lon, people = row
    return GazetteerEntry(
        id=f"geonames:{id}", name=latin, names_ar=(name,), lat=lat, lon=lon, feature="town", country=iso,
        radius_km=_TOWN_KM, population=people, curated=False,
    )  # fmt: skip


@cache
def load_latin_names() -> LatinNames:
    """Give the places of the installed pack; the file is read once, its countries when they are asked for.

    Raises:
        PackMissing: The compiled file is not installed.
    """
    try:
        return LatinNames((resources.files("riwaya") / "packs" / "world" / "places_latin.bin").read_bytes())
    except FileNotFoundError as error:
        raise PackMissing("the gazetteer of Latin names is not installed.") from error
