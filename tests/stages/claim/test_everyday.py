"""Everyday sentences of war news, each of one construction that papers use all the time. The sentences are our own."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def only(text: str) -> Claim:
    (claim,) = analyze(text).claims
    return claim


def words(text: str, role: str) -> list[str]:
    return [one.span.of(text) for one in getattr(only(text), role)]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("نفى الجيش سقوط البلدة.", "COERCE"),
        ("سقط معسكر للجيش بيد المسلحين.", "COERCE"),
        ("سقطت قذائف هاون على السوق.", "ASSAULT"),
        ("أرسلت الحكومة تعزيزات عسكرية إلى الجنوب.", "MOBILIZE"),
        ("انشق عشرات الجنود عن الجيش.", "RETREAT"),
        ("استخدم الجيش ذخائر عنقودية في القصبة.", "ASSAULT"),
        ("أفرجت الجماعة عن عشرة رهائن.", "CONCEDE"),
    ],
)
def test_what_happened_is_one_claim_of_its_type(text: str, type: str) -> None:
    assert only(text).type == type


@pytest.mark.parametrize(
    "text",
    [
        "سقطت قذائف هاون على أحياء تحت سيطرة الجيش.",
        "سقط ثلاثة قتلى في قرية تحت سيطرة المتمردين.",
    ],
)
def test_what_falls_on_a_place_does_not_take_it(text: str) -> None:
    assert analyze(text).claims[0].type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("طالب مجلس محافظة الوادي الحكومة المركزية بوقف القصف.", ["مجلس محافظة الوادي"], ["الحكومة المركزية"]),
        ("أغلق المسلحون الطرق المؤدية إلى المدينة.", ["المسلحون"], []),
        ("اتهمت الوزارة المتمردين بقصف السوق.", ["الوزارة"], ["المتمردين"]),
        ("زرع المسلحون ألغاما على الطريق.", ["المسلحون"], []),
        ("اندلعت اشتباكات بين مقاتلين وقوات الاحتلال الإسرائيلي.", ["مقاتلين"], ["قوات الاحتلال الإسرائيلي"]),
        ("جرت محاصرة 300 حوثي في الوادي.", [], ["حوثي"]),
    ],
)
def test_a_phrase_ends_where_agreement_ends(text: str, agents: list[str], targets: list[str]) -> None:
    assert words(text, "agents") == agents
    assert words(text, "targets") == targets


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ارتفعت حصيلة القتلى إلى 50.", [("killed", 50)]),
        ("أفرجت الجماعة عن عشرة رهائن.", [("freed", 10)]),
        ("تمكنت القوات من تحرير ثلاث مديريات.", []),
        ("أدى التفجير إلى مقتل سبعة مدنيين وجندي من تشاد.", [("killed", 7), ("killed", 1)]),
    ],
)
def test_who_is_counted(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.low) for one in only(text).figures] == figures


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقال اثنان من سكان القرية إن القصف قتل سبعة مدنيين.", "residents"),
        ("وأفاد ثلاثة من المسؤولين الأمنيين بأن الهجوم أوقع 12 قتيلا.", "security official"),
        ("وكان الرئيس الفرنسي، إيمانويل ماكرون، قد ندد بقصف الأحياء السكنية.", "Emmanuel Macron"),
    ],
)
def test_who_speaks(text: str, source: str) -> None:
    assert [link.source.name for link in only(text).chain] == [source]
