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


@pytest.mark.parametrize(
    "text",
    [
        "من قتل رجلا في الحرم ندم عمره كله.",
        "كل من يتظاهر ليلا يعلم ما ينتظره.",
        "ويحرم الشرع قتل الأسرى والغدر بهم.",
        "ويرابط هناك المقاتلون الذين تدعمهم الحكومة.",
    ],
)
def test_what_is_of_anybody_or_only_describes_is_no_claim(text: str) -> None:
    assert triggers(text) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقال القائد إن من قتل الجنود فر إلى التلال.", "قتل"),
        ("وقتل المقاتلون الأسرى عند السد.", "وقتل"),
        ("ودعمت الحكومة المقاتلين بالسلاح.", "ودعمت"),
    ],
)
def test_what_somebody_did_is_one(text: str, trigger: str) -> None:
    assert trigger in triggers(text)


def test_a_page_about_beasts_tells_of_no_conflict() -> None:
    beasts = "هاجمت الدببة حارس الحديقة. وأصيب زائر عندما طاردته الحيوانات. ورفضت البلدية قتل الخنازير."
    assert triggers(beasts) == []
    assert triggers(beasts + " وقتل جنود الجيش ثلاثة متمردين عند السد.") != []
