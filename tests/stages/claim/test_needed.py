"""Deeds told by the words beside them, and whom they count; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import figures, read


def _told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


def test_both_numbers_of_a_toll_are_of_one_happening() -> None:
    text = "وارتفعت حصيلة الحرب إلى 41 ألفا و586 شهيدا و96 ألفا و210 مصابين."
    assert figures(text) == [("killed", 41586, 41586), ("wounded", 96210, 96210)]
    assert len(read(text).claims) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلم الهلال الأحمر خمسة أطنان من الدقيق إلى أهالي الوادي.", [("AID", "سلم")]),
        ("أنقذ المسعفون تسعة عمال من تحت الركام.", [("AID", "أنقذ")]),
        ("جمدت الوزارة أرصدة تاجرين متهمين بالتهريب.", [("SANCTION", "جمدت")]),
        ("تدخل أعيان القبيلة لوقف القتال بين الطرفين.", [("CONSULT", "تدخل")]),
        ("ولم يتسن الحصول على تعليق من الوالي.", []),
    ],
)
def test_kinds_of_deed(text: str, expected: list[tuple[str, str]]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أخفت الميليشيا قسرا 38 رجلا من الحي.", [("missing", 38, 38)]),
        ("أودع القاضي ثلاثة مشتبهين السجن.", [("arrested", 3, 3)]),
        ("خرج مئات من محبي الوادي في مسيرة سلمية.", [("other", 200, 999)]),
        ("سلمت الحركة 4 رهائن إلى الصليب الأحمر.", [("freed", 4, 4)]),
        ("عثر على ثلاثة رعاة مذبوحين في الوادي.", [("killed", 3, 3)]),
        ("شيع الأهالي جثمان الضابط وهم يهتفون ضد المهربين.", []),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert figures(text) == expected
    assert len(read(text).claims) == 1
