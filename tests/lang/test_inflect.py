"""Verbs and nouns in all their written forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.inflect import iter_noun, iter_participle, iter_verb
from riwaya.lang.normalize import fold_letters

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"


def verb_forms(past: str, present: str) -> set[str]:
    return {form for form, *_ in iter_verb(past, present)}


def noun_forms(singular: str, *plurals: str) -> set[str]:
    return {form for form, *_ in iter_noun(singular, plurals)}


@pytest.mark.parametrize(
    ("past", "present", "forms"),
    [
        ("قتل", "يقتل", "قتل قتلت قتلوا قتلا قتلتا قتلنا قتلن يقتل تقتل نقتل يقتلون تقتلون يقتلوا يقتلان"),
        ("قال", "يقول", "قال قالت قالوا قلت قلنا يقول تقول يقولون يقل تقل"),
        ("أعلن", "يعلن", "اعلن اعلنت اعلنوا يعلن تعلن يعلنون"),
        ("أصاب", "يصيب", "اصاب اصابت اصبنا يصيب يصب تصيب يصيبون"),
        ("نفى", "ينفي", "نفي نفت نفوا نفيا نفتا نفينا ينفي ينف تنفي ينفون"),
        ("دعا", "يدعو", "دعا دعت دعوا دعوا دعونا يدعو يدع تدعو يدعون"),
        ("تبنى", "يتبنى", "تبني تبنت تبنوا يتبني يتبن تتبني يتبنون"),
        ("استولى", "يستولي", "استولي استولت استولوا يستولي يستول يستولون"),
        ("لقي", "يلقى", "لقي لقت يلقي يلق يلقون"),
        ("زعم", "يزعم", "زعم زعمت زعموا يزعم تزعم يزعمون"),
    ],
)
def test_a_verb_is_written_in_every_person_and_mood(past: str, present: str, forms: str) -> None:
    assert set(forms.split()) - verb_forms(past, present) == set()


def test_a_form_tells_person_number_and_gender() -> None:
    told = {form: (shape, number, gender, person) for form, shape, number, gender, person in iter_verb("قتل", "يقتل")}
    assert told["قتلت"] in {("past", "sg", "f", 3), ("past", "sg", "", 1)}
    assert told["قتلوا"] == ("past", "pl", "m", 3)
    assert told["يقتلون"] == ("present", "pl", "m", 3)
    assert told["نقتل"] == ("present", "pl", "", 1)


def test_a_verb_without_present_has_only_a_past() -> None:
    assert {shape for _, shape, *_ in iter_verb("ليس", "")} == {"past"}


@pytest.mark.parametrize(
    ("singular", "plurals", "forms"),
    [
        ("جندي", ("جنود",), "جندي جنديا جنديان جنديين جنود جنودا"),
        ("مسلح", ("ون",), "مسلح مسلحا مسلحان مسلحين مسلحون مسلحو مسلحي"),
        ("غارة", ("غارات",), "غاره غارت غارتان غارتين غارتا غارتي غارات"),
        ("سيارة", ("ات",), "سياره سيارات سيارتان"),
        ("ضحية", ("ضحايا",), "ضحيه ضحيتين ضحايا"),
        ("قتيل", ("قتلى",), "قتيل قتيلا قتيلين قتلي"),
        ("مرتزق", ("مرتزقة",), "مرتزق مرتزقه مرتزقت"),
    ],
)
def test_a_noun_is_written_in_every_number_and_case(singular: str, plurals: tuple[str, ...], forms: str) -> None:
    assert set(forms.split()) - noun_forms(singular, *plurals) == set()


def test_the_dual_and_the_plural_are_told_apart() -> None:
    numbers = {form: number for form, _, number, *_ in iter_noun("غارة", ("غارات",))}
    assert (numbers["غاره"], numbers["غارتان"], numbers["غارات"]) == ("sg", "du", "pl")


def test_a_participle_agrees_in_gender_and_number() -> None:
    told = {(form, number, gender) for form, _, number, gender, _ in iter_participle("مؤكد", "active")}
    assert {("موكد", "sg", "m"), ("موكده", "sg", "f"), ("موكدون", "pl", "m"), ("موكدات", "pl", "f")} <= told


@given(st.text(alphabet=LETTERS, min_size=3, max_size=6), st.text(alphabet=LETTERS, min_size=2, max_size=5))
def test_every_form_is_folded_and_the_dictionary_form_is_among_them(past: str, stem: str) -> None:
    forms = list(iter_verb(past, "ي" + stem))
    assert (fold_letters(past), "past", "sg", "m", 3) in forms
    assert all(form == fold_letters(form) and form for form, *_ in forms)
    assert next(form for form, *_ in iter_noun(past)) == past
