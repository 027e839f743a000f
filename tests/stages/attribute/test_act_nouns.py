"""Speech acts told by a noun, and whose they are; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def acts(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (claim.type, claim.trigger.of(text), [link.span.of(text) for link in claim.chain])
        for claim in read(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأعربت وزارة الري عن إدانتها الشديدة للهجوم على السد.", ("ACCUSE", "إدانتها", ["وزارة الري"])),
        ("وجدد رئيس البلدية دعوته للفصيلين إلى التهدئة.", ("REQUEST", "دعوته", ["رئيس البلدية"])),
        ("وعبر مجلس الشيوخ عن رفضه تهجير الرعاة.", ("REJECT", "رفضه", ["مجلس الشيوخ"])),
        ("وتوقف العمل بعد دعوة رئيس البلدية إلى إخلاء السد.", ("REQUEST", "دعوة", ["رئيس البلدية"])),
    ],
)
def test_an_act_told_by_a_noun_is_of_whoever_expresses_it(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert expected in acts(text)


def test_an_act_told_twice_over_is_one() -> None:
    found = acts("وأعربت وزارة الري عن إدانتها واستنكارها للهجوم على السد.")
    assert [kind for kind, _, _ in found] == ["ACCUSE"]


@pytest.mark.parametrize(
    "text",
    [
        "وخرجت مسيرة منددة بالقصف ومطالبة بالهدنة.",
        "وتظاهر الرعاة عند السد رفضا لقرار البلدية.",
    ],
)
def test_what_a_protest_is_for_is_no_act(text: str) -> None:
    assert [kind for kind, _, _ in acts(text)] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كما دعت وزارة الري الرعاة إلى الهدوء.", ("REQUEST", "دعت", ["وزارة الري"])),
        ("كما رفض وزير الري التعليق على النبأ.", ("REJECT", "رفض", ["وزير الري"])),
    ],
)
def test_who_calls_besides_calls(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وألقى وزير الري باللائمة على فصيل الوادي.", "ACCUSE"),
        ("وعارضت وزارة الري فرض عقوبات على الجزيرة.", "REJECT"),
        ("وأوصت لجنة الأمن بفرض عقوبات على الفصيل.", "REQUEST"),
        ("واقترح رئيس البلدية هدنة لأسبوع.", "REQUEST"),
        ("واشترطت الحركة انسحاب الجيش من السد.", "REQUEST"),
        ("وباركت الحركة عملية الجسر.", "SUPPORT"),
        ("وأثنى وزير الدفاع على جنود الحامية.", "SUPPORT"),
    ],
)
def test_what_is_called_for_or_praised_is_no_deed_of_its_own(text: str, kind: str) -> None:
    assert [one for one, _, _ in acts(text)] == [kind]


def test_whoever_throws_something_blames_nobody() -> None:
    assert not [one for one in acts("وألقى صبية الحجارة على جنود الحامية.") if one[0] == "ACCUSE"]
