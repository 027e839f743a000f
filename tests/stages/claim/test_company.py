"""Words that need others beside them: who is sent, what rains down, what is marched for; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze
from tests.news import read


def found(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ودفعت قيادة الحامية، فجر الأحد، بتعزيزات إلى السد.", ("MOBILIZE", "ودفعت")),
        ("واتخذت كتيبة الحدود مواقعها خلف التلال.", ("MOBILIZE", "واتخذت")),
        ("وتتجهز قوات الحامية لاقتحام المنجم.", ("MOBILIZE", "وتتجهز")),
        ("وأدرجت وزارة الخزانة شركة المهربين على القائمة السوداء.", ("SANCTION", "وأدرجت")),
        ("وصنفت الحكومة فصيل الوادي منظمة إرهابية.", ("SANCTION", "وصنفت")),
        ("وسحبت الحكومة سفيرها من هناك.", ("SANCTION", "وسحبت")),
        ("وقطعت الحكومة علاقاتها الدبلوماسية مع الجزيرة.", ("SANCTION", "وقطعت")),
        ("وأنقذ جنود الحامية أربعة رهائن من الكهف.", ("ASSAULT", "وأنقذ")),
        ("وأقال الرئيس قائد الحرس.", ("SANCTION", "وأقال")),
        ("وأغلق الجنود مداخل البلدة.", ("COERCE", "وأغلق")),
        ("وتعرضت دورية الحرس لنيران قناصة عند السد.", ("ASSAULT", "وتعرضت")),
        ("ونظم عمال المنجم وقفة تضامن مع زميلهم.", ("PROTEST", "وقفة")),
    ],
)
def test_a_word_with_its_company_tells(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "وهذا ما دفع السكان إلى شراء الماء.",
        "واتخذت اللجنة قرارها بعد الغداء.",
        "وصنفت المكتبة الكتب حسب السنة.",
        "وسحبت البلدية المقاعد من الساحة.",
        "وقطع النجار الخشب عند النهر.",
        "وكانت له وقفة طويلة أمام النافذة.",
        "وتعرضت الحقول لموجة من البرد.",
    ],
)
def test_the_same_word_without_it_does_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وخرجت مظاهرة حاشدة في السد.", [("PROTEST", "مظاهرة")]),
        ("وخرجت مسيرة تضامن مع عمال المنجم.", [("PROTEST", "مسيرة")]),
        ("وخرج المئات احتجاجا على الغلاء.", [("PROTEST", "وخرج")]),
    ],
)
def test_a_protest_is_told_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_what_is_meant_to_be_prevented_is_no_deed() -> None:
    assert found("وانتشر جنود الحامية في الساحة من أجل منع الاحتفال.") == [("MOBILIZE", "وانتشر")]


@pytest.mark.parametrize(
    "text",
    [
        "وارتفع عدد الشهداء إلى 412 منذ بدء الهدنة.",
        "وبلغ عدد الشهداء 31240 شخصا.",
        "وارتفعت حصيلة العدوان على الوادي إلى 5120 شهيدا.",
    ],
)
def test_a_toll_of_martyrs_is_told(text: str) -> None:
    assert [kind for kind, _ in found(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text", ["ووصل السائق إلى مستشفى الشهداء في البلدة.", "وافتتح العمدة مدرسة باسم الشهيد سالم المرعي."]
)
def test_martyrs_of_a_name_are_no_toll(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("ضربت روسيا مستودعات للوقود.", True),
        ("زعمت وزارة الدفاع أنها ضربت مستودعات للوقود.", True),
        ("ذكرت الوزارة أنها ضربت موعدا للقاء.", False),
        ("ضربت عاصفة مدينة ساحلية.", False),
    ],
)
def test_a_state_strikes_and_so_does_who_speaks_of_himself(text: str, struck: bool) -> None:
    assert any(claim.subtype == "strike" for claim in analyze(text).claims) == struck
