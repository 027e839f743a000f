"""Names of places between marks, in lists and behind nouns; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.tokens import tokenize
from riwaya.model.place import PlaceMention
from riwaya.stages.annotate.places import find_places


def _find(text: str, home: tuple[str, ...] = ()) -> list[PlaceMention]:
    return find_places(tokenize(text), text, gazetteer=load_gazetteer(), home=home)


def _named(text: str, home: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.place.name) for m in _find(text, home)]


def test_slashes_quote_the_name_of_a_place() -> None:
    assert _find("سقط حطام على بلدة /رميش/ جنوبي لبنان")[0].place.name == "Rmeish"
    assert _find("وصل الوزير إلى مدينة /طرنوشا كولو/ مساء")[0].place.name == "طرنوشا كولو"


@pytest.mark.parametrize(
    "text",
    [
        "قصفت بلدات: الناقورة ويارين ورميش في جنوب لبنان",
        'قصفت بلدات "الناقورة، ويارين، ورميش" في جنوب لبنان',
        "قصفت بلدات «الناقورة ويارين ورميش» في جنوب لبنان",
    ],
)
def test_a_list_of_places_may_stand_behind_a_colon_or_in_quotation_marks(text: str) -> None:
    assert _find(text)[0].place.name == "Naqoura, Yarine and Rmeish"


def test_two_sides_under_one_noun_are_places_even_where_their_names_are_words() -> None:
    assert _find("كمين على طريق بين محافظتي البيضاء وعمران في اليمن")[0].place.relation == "between"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استهدفوا مستعمرة نيريم فجرا", "Nirim"),
        ("دارت المعارك عند مثلث العند في اليمن", "Al-Anad Air Base"),
        ("تمركزوا في جرود القلمون", "Qalamoun"),
        ("سقطت بلدتا يارين ورميش", "Yarine and Rmeish"),
    ],
)
def test_more_nouns_say_that_a_place_is_meant(text: str, name: str) -> None:
    assert _find(text)[0].place.name == name


def test_a_name_is_not_barred_by_a_word_that_lacks_its_article() -> None:
    assert ("الحديدة", "Hodeidah") in _named("سقط حطام في الحديدة غربي اليمن")
    assert ("جنوب الحديدة", "Hodeidah") in _named("حفروا خندقا في جنوب الحديدة باليمن")
    assert "Hodeidah" not in [name for _, name in _named("قطعة في حديدة صدئة باليمن")]
