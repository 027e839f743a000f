"""Nouns that point back to a place named before; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.tokens import tokenize
from riwaya.stages.annotate.places import find_places


def _last(text: str) -> tuple[str, str]:
    found = find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=())[-1]
    return found.span.of(text), found.place.name


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("استعاد الجيش قاعدة العند في اليمن. وسقطت قذائف على القاعدة", ("القاعدة", "Al-Anad Air Base")),
        ("قرب قاعدة العند في اليمن. ودخل الجنود القاعدة الجوية ظهرا", ("القاعدة", "Al-Anad Air Base")),
        ("تدور معارك في الرمادي والفلوجة. ويحاصر الجنود السكان في المدينتين", ("المدينتين", "Ramadi and Fallujah")),
        ("يسيطرون على محافظة الحسكة. وزحفوا نحو عاصمة المحافظة", ("عاصمة المحافظة", "Hasakah")),
        ("سقط صاروخ على بلدة دوما بريف دمشق. وأغار الطيران مرتين في المنطقة", ("المنطقة", "Douma")),
        ("هوجم معسكر في مدينة الرقة. وأرسلت قوات من حلب إلى المنطقة", ("المنطقة", "Raqqa")),
        ("داهموا مخازن بشمال سيناء. ودمروا مخابئ في المنطقة", ("المنطقة", "North Sinai")),
    ],
)
def test_a_noun_points_back(text: str, last: tuple[str, str]) -> None:
    assert _last(text) == last


def test_no_village_is_a_capital() -> None:
    text = "اجتمع الوزراء في القاهرة. ودفن الحارس في القرية"
    assert _last(text)[1] == "Cairo"
    assert _last(text)[0] == "القاهرة"


@pytest.mark.parametrize(
    "text",
    [
        "استعاد الجيش قاعدة العند في اليمن. وقتل قيادي في القاعدة",
        "سقط صاروخ على بلدة دوما. ودعت الدول إلى الاستقرار في المنطقة",
        "سقط صاروخ على بلدة دوما. ثم صمت الجميع. ومر يوم. وعاد الهدوء. وأغاروا في المنطقة",
    ],
)
def test_a_group_and_a_part_of_the_world_point_nowhere(text: str) -> None:
    assert _last(text)[0] not in ("القاعدة", "المنطقة")


@pytest.mark.parametrize("unit", ["كتيبة شهداء", "لواء أحرار", "وكتيبة ثوار", "للواء صقور"])
def test_the_town_in_the_name_of_a_force_is_no_place(unit: str) -> None:
    text = f"أصيب حارس من {unit} الفلوجة"
    assert not find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=("IQ",))


def test_each_of_several_towns_and_both_countrysides() -> None:
    assert _last("سمع دوي في كل من دمشق ودرعا والسويداء") == ("دمشق ودرعا والسويداء", "Damascus, Daraa and Suwayda")
    assert _last("أغاروا على قرى في ريفي إدلب وحماة")[0] == "ريفي إدلب وحماة"


@pytest.mark.parametrize("led", ["في", "وفي", "ففي"])
def test_a_town_whose_name_is_a_word_needs_its_preposition_with_any_conjunction(led: str) -> None:
    text = f"{led} المحمودية جنوب بغداد"
    places = find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=())
    assert places[0].place.name == "Mahmudiyah"


@pytest.mark.parametrize(
    "text", ["شهدت كابول هجوما", "هز انفجار ضخم كابول", "هزت سلسلة انفجارات كابول", "أعقاب هجمات كابول"]
)
def test_a_capital_that_saw_a_deed_is_no_government(text: str) -> None:
    assert _last(text)[1] == "Kabul"


def test_of_two_towns_of_a_name_the_one_beside_the_town_named_next_is_meant() -> None:
    text = "أضرموا النار في منازل ببلدة دوما قرب نابلس"
    assert find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=())[0].place.name == "Duma"
