"""Words of happening that tell of nothing that happened; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


def test_what_a_word_means_is_not_told_to_have_happened() -> None:
    assert triggers("تستعمل القيادة كلمة تحييد للإشارة إلى المهربين الذين قتلوا أو أسروا.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عثر الحرس على بنادق قنص في الكهف.", []),
        ("سلمت الوزارة السفير مذكرة احتجاج على قصف البئر.", ["سلمت", "قصف"]),
        ("وجه شيخ القرية نداء إلى المهربين كي يلقوا السلاح.", ["وجه"]),
        ("أغلق الحرس الجسر بحثا عن منفذي عملية التفجير.", ["أغلق"]),
        ("بدأ الحرس حملة: مداهمة مخازن المهربين في الوادي.", ["مداهمة"]),
        ("بدأ الحرس عملية «تدمير أكواخ المهربين».", ["تدمير"]),
        ("تواصلت عمليات البحث عن ضحايا تحت الركام.", ["عمليات البحث"]),
        ("قدم الوالي تعازيه لأهل القرية في القتلى والإصابات.", ["تعازيه"]),
    ],
)
def test_only_the_deed_is_told(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected
