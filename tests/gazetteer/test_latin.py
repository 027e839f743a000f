"""Towns known by their Latin names."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.latin import LatinNames, load_latin_names
from riwaya.gazetteer.latin_build import build_latin
from riwaya.gazetteer.names import name_key

_TOWN = {"latitude": 10.0, "longitude": 20.0, "countrycode": "ML", "alternatenames": []}


def _names(*towns: tuple[int, str, int, float]) -> LatinNames:
    rows = {n: {**_TOWN, "name": name, "population": people, "latitude": lat} for n, name, people, lat in towns}
    return LatinNames(build_latin(rows))


@pytest.mark.parametrize(
    ("arabic", "country", "name"),
    [
        ("كوستيانتينيفكا", "UA", "Kostyantynivka"),
        ("سوروتش", "TR", "Suruç"),
        ("دامبوا", "NG", "Damboa"),
        ("كيفا", "ML", None),
        ("تشاتانوغا", "US", "Chattanooga"),
        ("لشكركاه", "AF", "Lashkar Gāh"),
        ("جيبو", "BF", "Djibo"),
        ("أنديجان", "UZ", "Andijon"),
    ],
)
def test_real_towns_are_found_in_their_country(arabic: str, country: str, name: str | None) -> None:
    found = load_latin_names().find(name_key(arabic), [country])
    assert (found.name if found else None) == name


def test_a_town_is_found_in_no_other_country() -> None:
    assert load_latin_names().find(name_key("كوستيانتينيفكا"), ["ML", "XX"]) is None


def test_of_namesakes_only_a_much_larger_one_is_meant() -> None:
    assert _names((1, "Tarkint", 900, 10.0), (2, "Tarkint", 800, 14.0)).find("تاركينت", ["ML"]) is None
    found = _names((1, "Tarkint", 900, 10.0), (2, "Tarkint", 8000, 14.0)).find("تاركينت", ["ML"])
    assert found is not None
    assert found.id == "geonames:2"


def test_a_wider_place_tells_namesakes_apart() -> None:
    names = _names((1, "Tarkint", 900, 10.0), (2, "Tarkint", 8000, 14.0))
    found = names.find("تاركينت", ["ML"], (10.2, 20.0), 60.0)
    assert found is not None
    assert found.id == "geonames:1"
    assert names.find("تاركينت", ["ML"], (40.0, 20.0), 60.0) is None


def test_the_same_towns_give_the_same_bytes() -> None:
    one = {n: {**_TOWN, "name": "Tarkint", "population": 5, "latitude": float(n)} for n in (1, 2)}
    assert build_latin(one) == build_latin(dict(reversed(one.items())))
