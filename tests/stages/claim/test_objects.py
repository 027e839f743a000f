"""Objects that stand apart from their verb, under «على» or before it; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def targets(text: str, trigger: str) -> list[str]:
    """Give the words of the targets of the claim whose trigger holds a word."""
    claim = next(c for c in analyze(text).claims if trigger in c.trigger.of(text))
    return [p.span.of(text) for p in claim.targets]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("قصفت المدفعية في وقت متأخر خنادق قرب التل.", "قصفت", ["خنادق"]),
        ("قصف الطيران بالقنابل العنقودية أماكن في الوادي.", "قصف", ["أماكن"]),
        ("قصفت الطائرات في وقت سابق سدودا ومزارع قرب النهر.", "قصفت", ["سدودا"]),
        ("داهمت الشرطة في حملات منسقة عدة مخازن قرب الميناء.", "داهمت", ["مخازن"]),
        ("استهدفت الطائرات مساء أمس المحولات قرب السد.", "استهدفت", ["المحولات"]),
        ("وقال إن القصف استهدف على ما يبدو حافلتين قرب الجسر.", "القصف", ["حافلتين"]),
        ("قصفت الطائرات بالقنابل والصواريخ خنادق قرب التل.", "قصفت", ["خنادق"]),
        ("هاجم المتمردون في الفجر، عددا من الثكنات قرب التل.", "هاجم", ["الثكنات"]),
        ("هاجم المتمردون في الفجر، بينما كانت الثكنات خالية.", "هاجم", []),
        ("قتل الخاطفون أربعة من الرهائن قرب التل.", "قتل", ["الرهائن"]),
        ("قصفت الطائرات بنيران دبابات قرب التل.", "قصفت", []),
        ("قصفت الطائرات في وقت سابق ردا على الهجوم.", "قصفت", []),
        ("هاجم المسلحون في منطقة الوادي التابعة للإقليم.", "هاجم", []),
        ("حظرت السلطات منذ أمس التجول في المدينة.", "حظرت", []),
    ],
)
def test_how_where_and_when_may_stand_before_the_object(text: str, trigger: str, found: list[str]) -> None:
    assert targets(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("ضبطت الشرطة معدات طبية في المخزن.", "ضبطت", ["معدات طبية"]),
        ("اعترضت الشرطة تعزيزات للمتمردين قرب الجسر.", "اعترضت", ["للمتمردين"]),
        ("وقامت الشرطة بتفريق التظاهرة أمام البرلمان.", "بتفريق", ["التظاهرة"]),
        ("وتوقفت المياه بعد قصف المحولات.", "قصف", ["المحولات"]),
        ("أشعل المهاجمون النار في مدرسة قرب النهر.", "أشعل", ["مدرسة"]),
        ("أشعل المهاجمون النار في منطقة السد.", "أشعل", []),
        ("أصاب ثور أربعة سياح في الحديقة.", "أصاب", ["سياح"]),
        ("أفشل الجيش محاولة تسلل قرب الحدود.", "أفشل", []),
        ("انفجار هز مطعما قرب النهر.", "انفجار", ["مطعما"]),
        ("انفجار هز بلدة قرب النهر.", "انفجار", []),
        ("استهدفت إحدى الغارات حافلة قرب السد.", "الغارات", ["حافلة"]),
        ("كما دمرت غارة أخرى قرب السد مرآبا للجرارات.", "غارة", ["مرآبا"]),
        ("بدأ نهب ومصادرة مخازن قرب الميناء.", "نهب", ["مخازن"]),
        ("وقال إن تفجير مسلحين لأنفسهم كان متوقعا.", "تفجير", []),
        ("اقتحم انتحاري بشاحنة مفخخة الثكنة قرب السد.", "اقتحم", ["الثكنة"]),
    ],
)
def test_an_object_need_be_nobody_that_a_list_knows(text: str, trigger: str, found: list[str]) -> None:
    assert targets(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("وقع هجوم مسلح على نزل سياحي قرب البحر.", "هجوم", ["نزل"]),
        ("وقع هجوم على نطاق واسع قرب البحر.", "هجوم", []),
        ("وقعت تفجيرات المدينة على الأرجح أمس.", "تفجيرات", []),
    ],
)
def test_a_blow_falls_on_what_on_brings_in(text: str, trigger: str, found: list[str]) -> None:
    assert targets(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("وفي المعسكر الذي هاجمه المتمردون أمس جرحى.", "هاجمه", ["المعسكر"]),
        ("وللجيش ثكنة قرب الوادي هاجمها متمردون أمس.", "هاجمها", ["ثكنة"]),
        ("كانت الدورية قرب مركز هاجمها متمردون فيه.", "هاجمها", []),
    ],
)
def test_an_object_pronoun_takes_up_whom_its_clause_is_of(text: str, trigger: str, found: list[str]) -> None:
    assert targets(text, trigger) == found


def test_who_is_to_lose_the_town_is_fought() -> None:
    text = "شن الجيش عملية لتحرير البلدات من قبضة المتمردين."

    assert targets(text, "عملية") == ["المتمردين"]


def test_others_are_counted_beside_those_told_before() -> None:
    assert targets("قتل ضابط وأصيب ثلاثة جنود آخرين في قصف على التل.", "قتل") == ["ضابط"]
    assert targets("أصيب ثلاثة جنود آخرين قرب التل.", "أصيب") == ["جنود آخرين"]
