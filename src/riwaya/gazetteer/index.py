"""The gazetteer in memory: names to places, countries with their capitals and compass parts.

Loading reads one compiled table and keeps its lines; a line becomes an entry when a text asks for it.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from riwaya.errors import PackMissing
from riwaya.gazetteer.geometry import Point
from riwaya.gazetteer.names import name_key, other_key, sound_key, sounds_close
from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import load_countries
from riwaya.model.country import Country
from riwaya.model.place import GazetteerEntry
from riwaya.model.record import record, replace


@record(kw_only=False)
class Match:
    """A place that a name may mean."""

    entry: GazetteerEntry
    exact: bool
    """Article and all; a name that lacks its article, or has one it should not have, is weaker."""


class Matches(tuple[Match, ...]):
    """The places that share a name; what is asked of them together is told once."""

    curated: bool
    """Whether a place of that very name was written down by hand."""
    is_country: bool
    """Whether a country may be meant."""

    def __init__(self, _matches: Iterable[Match] = (), /) -> None:
        """Tell what follows from the matches."""
        self.curated = any(m.entry.curated and m.exact for m in self)
        self.is_country = any(m.entry.feature == "country" for m in self)


_NO_MATCHES = Matches()


class Gazetteer:
    """Places by their Arabic names."""

    def __init__(
        self,
        lines: Sequence[str],
        countries: Iterable[Country],
        parts: dict[tuple[str, str], tuple[float, float, float]],
        borders: dict[tuple[str, str], tuple[float, float, float]],
        extra: Iterable[GazetteerEntry] = (),
    ) -> None:
        """Index the names.

        Args:
            lines: Rows of the compiled table.
            countries: Countries of the world pack.
            parts: (country, compass) to (lat, lon, km).
            borders: (country, country), in the order of the alphabet, to (lat, lon, km).
            extra: Entries of plugins; they count as curated.
        """
        self._lines = list(lines)
        self._entries: dict[int, GazetteerEntry] = {}
        self._by_key: dict[str, tuple[int, ...]] = {}
        self._words: dict[str, dict[str, int]] = {}
        self._parts = parts
        self._borders = borders
        self._countries: dict[str, GazetteerEntry] = {}
        self._capitals: dict[str, str] = {}
        self._found: dict[str, Matches] = {}
        self._sounds: dict[str, dict[str, list[int]]] = {}
        self._index_lines()
        for country in countries:
            self._add(_country_entry(country))
            self._countries[country.iso] = _country_entry(country)
            if country.capital_ar:
                self._capitals[country.iso] = name_key(country.capital_ar[0])
        for entry in extra:
            self._add(replace(entry, curated=True))

    def _index_lines(self) -> None:
        # One folding of the whole table is far cheaper than one for each name; folding keeps lines and tabs.
        names = "\n".join(line[line.rfind("\t") + 1 :] for line in self._lines)
        folded = fold_letters(names).replace("-", " ").split("\n")
        by_key, words = self._by_key, self._words
        for number, keys in enumerate(folded):
            for key in keys.split("|"):
                if key in by_key:
                    by_key[key] += (number,)
                else:
                    by_key[key] = (number,)
                if " " in key:
                    _note_words(words, key)

    def _add(self, entry: GazetteerEntry) -> None:
        number = len(self._lines)
        self._lines.append("")
        self._entries[number] = entry
        for key in dict.fromkeys(name_key(name) for name in entry.names_ar):
            self._by_key[key] = (*self._by_key.get(key, ()), number)
            if " " in key:
                _note_words(self._words, key)

    def find(self, key: str) -> Matches:
        """Give the places that a key (see `names.name_key`) may mean: exact ones first, in the order of the table."""
        known = self._found.get(key)
        if known is not None:
            return known
        exact = self._by_key.get(key, ())
        found = [Match(self._entry(n), True) for n in exact]
        if " " not in key or not exact:
            loose = self._by_key.get(other_key(key), ())
            found += [Match(self._entry(n), False) for n in loose if n not in exact]
        if not found:  # what is no name is not kept: there is no end of words
            return _NO_MATCHES
        self._found[key] = Matches(found)
        return self._found[key]

    def similar(self, key: str, countries: Iterable[str]) -> tuple[Match, ...]:
        """Give the places of some countries whose names sound like a key that `find` does not know.

        Spellings of foreign names differ from paper to paper (غ, ج, ق or ك; long vowels); see `names.sound_key`.
        """
        sounds = sound_key(key)
        if sounds is None:
            return ()
        found: list[GazetteerEntry] = []
        for country in sorted(set(countries)):
            if country not in self._sounds:
                self._sounds[country] = self._index_sounds(country)
            found += [self._entry(n) for n in self._sounds[country].get(sounds, ())]
        alike = (e for e in found if any(sounds_close(key, name_key(n)) for n in e.names_ar))
        return tuple(Match(entry, False) for entry in alike)

    def _index_sounds(self, country: str) -> dict[str, list[int]]:
        """Give the places of one country by the sounds of their names: asked for rarely, and of few countries."""
        column = f"\t{country}\t"
        by_sound: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            if column in line or (not line and self._entries[number].country == country):
                for key in map(name_key, self._entry(number).names_ar):
                    sounds = sound_key(key)
                    if sounds and number not in by_sound.setdefault(sounds, []):
                        by_sound[sounds].append(number)
        return by_sound

    def knows(self, key: str) -> bool:
        """Say whether any place may be meant by a key."""
        return key in self._by_key or other_key(key) in self._by_key

    def following(self, word: str) -> dict[str, int]:
        """Give what may come second in names that start with a folded word: second word to words of the longest such name.

        Empty where no name of several words starts so; the article of the first word does not count.
        """
        own, other = self._words.get(word, {}), self._words.get(other_key(word), {})
        return {**other, **own} if own and other else own or other

    def country(self, iso: str) -> GazetteerEntry | None:
        """Give a country by its ISO 3166-1 alpha-2 code; None for unknown codes."""
        return self._countries.get(iso)

    def capital(self, iso: str) -> GazetteerEntry | None:
        """Give the capital of a country; None where the packs know none."""
        key = self._capitals.get(iso)
        towns = [m.entry for m in self.find(key) if m.entry.country == iso and m.entry.feature == "town"] if key else []
        return max(towns, key=lambda e: (e.curated, e.population), default=None)

    def part(self, iso: str, compass: str) -> tuple[Point, float] | None:
        """Give point and radius in km of a compass part of a country; None where the packs know none."""
        found = self._parts.get((iso, compass))
        return ((found[0], found[1]), found[2]) if found else None

    def border(self, a: str, b: str) -> tuple[Point, float] | None:
        """Give the middle and reach in km of the border of two countries; None where they are no neighbours."""
        found = self._borders.get((min(a, b), max(a, b)))
        return ((found[0], found[1]), found[2]) if found else None

    def arabic_names(self) -> dict[str, str]:
        """Give the usual Arabic name of every place by its id."""
        named = {entry.id: entry.names_ar[0] for entry in self._entries.values() if entry.names_ar}
        for line in filter(None, self._lines):
            names = line[line.rfind("\t") + 1 :]
            if names:
                named[line[: line.index("\t")]] = names.split("|", 1)[0]
        return named

    def _entry(self, number: int) -> GazetteerEntry:
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = _read_line(self._lines[number])
        return entry


def _note_words(words: dict[str, dict[str, int]], key: str) -> None:
    first, second, *rest = key.split(" ")
    count = len(rest) + 2
    after = words.get(first)
    if after is None:
        words[first] = {second: count}
    elif after.get(second, 0) < count:
        after[second] = count


def _read_line(line: str) -> GazetteerEntry:
    id, name, lat, lon, country, _, population, feature, radius, curated, names = line.split("\t")
    return GazetteerEntry(
        id=id,
        name=name,
        names_ar=tuple(names.split("|")),
        lat=float(lat),
        lon=float(lon),
        feature=feature,
        country=country or None,
        radius_km=float(radius),
        population=int(population),
        curated=curated == "1",
    )


def _country_entry(country: Country) -> GazetteerEntry:
    return GazetteerEntry(
        id=f"iso:{country.iso}",
        name=country.name,
        names_ar=(*country.ar, *country.hostile_ar),
        lat=country.lat,
        lon=country.lon,
        feature="country",
        country=country.iso,
        radius_km=float(country.radius_km),
        curated=True,
    )


@cache
def load_gazetteer(extra: tuple[GazetteerEntry, ...] = ()) -> Gazetteer:
    """Give the gazetteer of the installed packs, loaded once.

    Args:
        extra: Entries of plugins.

    Raises:
        PackMissing: The compiled tables are not installed.
    """
    folder = resources.files("riwaya") / "packs" / "world"
    try:
        lines = gzip.decompress((folder / "places.tsv.gz").read_bytes()).decode().splitlines()
        parts, borders = (_read_pairs((folder / f"places_{n}.tsv").read_text("utf8")) for n in ("parts", "borders"))
    except FileNotFoundError as error:
        raise PackMissing("the gazetteer is not installed.") from error
    return Gazetteer([line for line in lines if line[0] != "#"], load_countries(), parts, borders, extra)


def _read_pairs(table: str) -> dict[tuple[str, str], tuple[float, float, float]]:
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {(row[0], row[1]): (float(row[2]), float(row[3]), float(row[4])) for row in rows}
