"""Fighting at large is no fight; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وتحتاج الوزارة إلى مناهج جديدة من أجل محاربة التنظيم بين الطلاب.",
        "وللمدارس دور كبير في مواجهة الجماعات المسلحة.",
        "إنها معركة وعي طويلة مع المتمردين.",
    ],
)
def test_fighting_at_large_is_no_claim(text: str) -> None:
    assert triggers(text) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("اندلعت معركة عنيفة مع المتمردين عند السد مساء السبت.", "معركة"),
        ("وأعلنت الكتيبة انطلاق معركة «السيل» ضد المتمردين.", "معركة"),
        ("وظهرت في الشريط مواجهة بين المتمردين وحراس السد.", "مواجهة"),
        ("وتمكن الحراس من التصدي للمتمردين عند الجسر.", "التصدي"),
        ("وقتل أربعة حراس في مواجهة مع المتمردين.", "وقتل"),
    ],
)
def test_one_fight_is_told_by_what_says_that_it_was_fought(text: str, trigger: str) -> None:
    assert triggers(text) == [trigger]


def test_a_fight_that_somebody_is_set_on_is_a_threat() -> None:
    [claim] = read("والحكومة مصممة على مواجهة المتمردين.").claims
    assert claim.type == "THREATEN"
