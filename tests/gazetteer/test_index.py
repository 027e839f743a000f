"""The gazetteer in memory."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.geometry import distance_km
from riwaya.gazetteer.index import Gazetteer, load_gazetteer
from riwaya.gazetteer.names import name_key
from riwaya.lang.lexicon import read_table
from riwaya.model.place import GazetteerEntry


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_a_name_finds_the_town_and_the_region(gazetteer: Gazetteer) -> None:
    found = gazetteer.find(name_key("كيدال"))
    assert {m.entry.feature for m in found} == {"town", "region"}
    assert all(m.entry.country == "ML" for m in found)


def test_a_missing_article_is_no_exact_match(gazetteer: Gazetteer) -> None:
    assert not any(m.exact for m in gazetteer.find(name_key("حديدة")) if m.entry.country == "YE")


def test_an_unknown_name_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("خلقزطم") == ()
    assert not gazetteer.knows("خلقزطم")


def test_names_of_several_words_are_known_by_their_first_two(gazetteer: Gazetteer) -> None:
    assert gazetteer.following("تين")["زاوتين"] == 2


@pytest.mark.parametrize(
    ("iso", "capital"), [("ML", "Bamako"), ("AF", "Kabul"), ("YE", "Sanaa"), ("MR", "Nouakchott"), ("BY", "Minsk")]
)
def test_countries_have_their_capitals(gazetteer: Gazetteer, iso: str, capital: str) -> None:
    entry = gazetteer.capital(iso)
    assert entry is not None
    assert entry.name == capital


@pytest.mark.parametrize(
    ("iso", "part", "point"),
    [
        ("IQ", "north", (36.6, 44.0)),
        ("TR", "southeast", (37.7, 41.0)),
        ("UA", "east", (48.3, 38.0)),
        ("NG", "northeast", (11.8, 13.0)),
        ("KE", "northeast", (2.0, 40.0)),
        ("FR", "south", (43.7, 3.5)),
    ],
)
def test_parts_of_countries_lie_where_they_should(
    gazetteer: Gazetteer, iso: str, part: str, point: tuple[float, float]
) -> None:
    found = gazetteer.part(iso, part)
    assert found is not None
    assert distance_km(found[0], point) < 300


def test_a_border_is_the_same_from_both_sides(gazetteer: Gazetteer) -> None:
    assert gazetteer.border("TR", "SY") == gazetteer.border("SY", "TR") is not None
    assert gazetteer.border("ML", "JP") is None


def test_plugins_may_add_places() -> None:
    extra = GazetteerEntry(
        id="x:1", name="Nowhere", names_ar=("زقنطوط",), lat=1.0, lon=2.0, feature="town", country="ML", curated=True
    )
    assert load_gazetteer((extra,)).find(name_key("زقنطوط"))[0].entry == extra
    assert load_gazetteer().find(name_key("زقنطوط")) == ()


def test_names_spelled_otherwise_are_found_in_their_country_only(gazetteer: Gazetteer) -> None:
    key = name_key("باداخشان")
    assert any(m.entry.name == "Badakhshan" for m in gazetteer.similar(key, ["AF"]))
    assert gazetteer.similar(key, ["ML"]) == ()


@pytest.mark.parametrize(
    ("name", "country", "point"),
    [
        ("محيبيب", "LB", (33.15, 35.5)),
        ("كنصفرة", "SY", (35.67, 36.5)),
        ("الشحيل", "SY", (35.11, 40.46)),
        ("جبل هان", "YE", (13.56, 43.95)),
        ("مخيم الفوار", "PS", (31.48, 35.07)),
        ("النهود", "SD", (12.7, 28.43)),
        ("المجلد", "SD", (11.03, 27.74)),
        ("لاكي مروات", "PK", (32.6, 70.9)),
        ("عيل طير", "SO", (3.85, 47.2)),
        ("سودجا", "RU", (51.19, 35.27)),
        ("مويسو", "CD", (-1.14, 29.03)),
        ("مويدومبي", "MZ", (-11.8, 39.85)),
    ],
)
def test_places_of_the_war_news_lie_where_they_should(
    gazetteer: Gazetteer, name: str, country: str, point: tuple[float, float]
) -> None:
    entries = [m.entry for m in gazetteer.find(name_key(name)) if m.entry.country == country]
    assert entries
    assert min(distance_km((e.lat, e.lon), point) for e in entries) < 20


def test_no_two_curated_entries_share_an_id() -> None:
    ids = [place["id"] for place in read_table("world", "places")["place"]]
    assert len(ids) == len(set(ids))


def test_places_of_one_name_in_one_country_are_apart_or_of_different_kinds() -> None:
    seen: dict[tuple[str | None, str, str], list[tuple[float, float]]] = {}
    for place in read_table("world", "places")["place"]:
        for name in place["ar"]:
            seen.setdefault((place.get("country"), place["feature"], name_key(name)), []).append(tuple(place["at"]))
    twins = [key for key, points in seen.items() if len(points) > 1 and distance_km(points[0], points[1]) < 3]
    assert twins == []
