"""To whom something was said: agencies, correspondents and outlets in marks, in the clause and in the phrase before it."""

from __future__ import annotations

import pytest

from tests.news import read


def chain_of(text: str, trigger: str = "قتل", outlet: str = "The Valley Post") -> list[str]:
    claim = next(c for c in read(text, outlet=outlet).claims if trigger in c.trigger.of(text))
    return [link.span.of(text) for link in claim.chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفي تصريح لوكالة رويترز، قال ضابط إن حارسا قتل.", ["وكالة رويترز", "ضابط"]),
        ("وفي اتصال مع وكالة رويترز أكد ضابط أن حارسا قتل.", ["وكالة رويترز", "ضابط"]),
        ("وفي حديثه لمراسل رويترز، قال ضابط إن حارسا قتل.", ["رويترز", "ضابط"]),
        ("وقال ضابط، رفض الكشف عن اسمه، لمراسل رويترز، إن حارسا قتل.", ["رويترز", "ضابط"]),
        ("وأبلغ مسؤول محلي رويترز أن حارسا قتل.", ["رويترز", "مسؤول محلي"]),
        ("وأبلغ رويترز ضابط في الدرك أن حارسا قتل.", ["رويترز", "ضابط في الدرك"]),
        ("وقتل حارس قرب السد، بحسب ما ذكر ضابط في الدرك، لوكالة رويترز.", ["وكالة رويترز", "ضابط في الدرك"]),
        ("وقال ضابط في الدرك لـ(السومرية نيوز) إن حارسا قتل.", ["السومرية نيوز", "ضابط في الدرك"]),
        ("وقال ضابط درك رفيع لـ RT إن حارسا قتل.", ["RT", "ضابط درك رفيع"]),
        ("وأفاد مصدر محلي مطلع ل RT، الأحد، بأن حارسا قتل.", ["RT", "مصدر محلي مطلع"]),
        ("وقال ضابط للأناضول إن حارسا قتل.", ["للأناضول", "ضابط"]),
        ("وفي تصريح للاناضول قال ضابط إن حارسا قتل.", ["للاناضول", "ضابط"]),
        ("وقال ضابط إن راعيا جرح، مؤكدا خلال حديثه لـ«رويترز»، أن حارسا قتل.", ["«رويترز»", "ضابط"]),
    ],
)
def test_to_whom_it_was_said_stands_first(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وقال ضابط لمراسلنا إن حارسا قتل.",
        "وقال ضابط في تصريح لمراسلنا قرب السد إن حارسا قتل.",
        "وانتهى أمس اتصال مع وكالة رويترز. وقال ضابط إن حارسا قتل.",
        "وأفاد ضابط في صفحة لموقع فيسبوك بأن حارسا قتل.",
        "وقال ضابط لا يحق له الحديث إلى الإعلام إن حارسا قتل.",
        "وقال ضابط لوسائل الإعلام إن حارسا قتل.",
    ],
)
def test_the_papers_own_man_another_sentence_and_a_platform_pass_nothing_on(text: str) -> None:
    assert [part for part in chain_of(text) if "ضابط" not in part] == []


def test_an_outlet_in_marks_that_nobody_knows_is_a_relay_where_the_paper_itself_is_known() -> None:
    text = "وقال ضابط لـ«السهل برس» إن حارسا قتل."
    assert chain_of(text, outlet="Okaz")[0] == "السهل برس"
    assert len(chain_of(text)) == 1


def test_commanders_behind_the_paper_they_told_are_the_source() -> None:
    text = "وأبلغت «الوادي» قيادات محلية مقتل ثلاثة حراس."
    assert chain_of(text, "مقتل")[-1] == "قيادات محلية"


def test_who_is_told_is_no_part_of_who_tells() -> None:
    assert chain_of("وقالت مصادر قبلية لـ«عكاظ» إن حارسا قتل.", outlet="Okaz") == ["مصادر قبلية"]
    assert chain_of("وقال ضابط للشعب إن حارسا قتل.")[-1] == "ضابط"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقتل حارس قرب السد، وفق ما ذكرت مصادر للأناضول.", ["للأناضول", "مصادر"]),
        ("وقتل حارس قرب السد، حسب مصدر محلي للجزيرة، في السوق.", ["للجزيرة", "مصدر محلي"]),
        ("وذكرت وكالة أنباء غربية أن راعيا جرح. وقال ضابط للوكالة إن حارسا قتل.", ["وكالة أنباء غربية", "ضابط"]),
        ("وذكرت قناة النيل، وفقا لما جاء في وكالة رويترز، أن حارسا قتل.", ["وكالة رويترز", "قناة النيل"]),
    ],
)
def test_informants_tell_an_outlet_by_its_short_name_or_its_noun(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


def test_an_island_and_an_agency_that_nobody_named_stay_what_they_are() -> None:
    assert chain_of("وقتل حارس قرب السد، وفق ما ذكر راع، في طريقه للجزيرة.") == ["راع"]
    assert chain_of("وقال ضابط للوكالة إن حارسا قتل.") == ["للوكالة", "ضابط"]


def test_a_paper_called_after_a_capital_is_no_government() -> None:
    text = "وقالت صحيفة «بغداد اليوم» إن حارسا قتل."
    claim = next(c for c in read(text).claims if "قتل" in c.trigger.of(text))
    assert claim.chain[-1].source.kind != "government"


def test_a_statement_in_an_aside_is_how_the_speaker_said_it() -> None:
    text = "ودعا الوالي، بحسب بيان نشرته البلدية، الرعاة إلى وقف القتال."
    claim = next(c for c in read(text).claims if c.type == "REQUEST")
    assert [link.span.of(text) for link in claim.chain] == ["الوالي"]


def test_the_air_is_no_outlet() -> None:
    assert chain_of("وقال الوالي عبر الإذاعة العامة إن حارسا قتل.") == ["الوالي"]
    assert chain_of("وقال الوالي عبر قناة الجزيرة إن حارسا قتل.") == ["قناة الجزيرة", "الوالي"]


def test_whom_an_aside_with_a_verb_names_is_the_relay() -> None:
    text = "وشددت البلدية، وفقا لما نقلته وكالة رويترز، على أن حارسا قتل."
    assert chain_of(text)[0] == "وكالة رويترز"


@pytest.mark.parametrize("resting", ["استنادا إلى مصادر طبية", "مستندة إلى مصادر طبية", "نقلا عن مصادر طبية"])
def test_on_whom_a_paper_rests_is_the_originator(resting: str) -> None:
    assert chain_of(f"وقالت صحيفة النيل، {resting}، إن حارسا قتل.") == ["صحيفة النيل", "مصادر طبية"]
