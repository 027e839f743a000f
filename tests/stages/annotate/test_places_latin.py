"""Towns behind a noun or beside a wider place, known by their Latin names; clubs and papers are none."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.tokens import tokenize
from riwaya.stages.annotate.places import find_places


def _places(text: str, home: tuple[str, ...] = ()) -> list[str]:
    return [m.place.name for m in find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=home)]


@pytest.mark.parametrize(
    ("text", "home", "name"),
    [
        ("سقطت قذائف على بلدة كوستيانتينيفكا", ("UA",), "Kostiantynivka"),
        ("نزح السكان من مدينة دامبوا", ("NG",), "Damboa"),
        ("احترق منزل في مدينة تشاتانوغا", ("US",), "Chattanooga"),
    ],
)
def test_a_noun_lets_a_latin_name_in(text: str, home: tuple[str, ...], name: str) -> None:
    assert name in _places(text, home)


def test_a_bare_word_is_no_town() -> None:
    assert _places("تحدث لاكاوانا صباحا", ("US",)) == []
    assert _places("تحدث في مدينة لاكاوانا", ("US",)) == ["Lackawanna"]


@pytest.mark.parametrize("text", ["فاز فريق مانشستر يونايتد", "كتبت واشنطن بوست تقريرا", "لعب في برمنغهام يونايتد"])
def test_clubs_and_papers_are_no_places(text: str) -> None:
    assert _places(text, ("GB", "US")) == []


def test_a_village_is_no_city_of_a_like_name() -> None:
    assert "Konya" not in _places("انسحب الجنود من قرية كونه", ("TR",))
