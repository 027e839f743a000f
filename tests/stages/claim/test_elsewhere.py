"""Games, weather, markets and shows have their attacks and losses, and no conflict."""

from __future__ import annotations

import pytest

from tests.news import read


def types(text: str) -> list[str]:
    return [claim.type for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "سيطر المنتخب على مجريات الشوط الثاني.",
        "قاد هجوم المنتخب لاعب شاب سجل مرتين.",
        "انسحب اللاعب من السباق بعد إصابة في الركبة.",
        "هدد مدرب الفريق بالرحيل بعد المباراة.",
        "اجتاحت السيول قرى الوادي ودمرت عشرات البيوت.",
        "ضربت موجة حر مدن الجنوب.",
        "انفجر بركان في الجزيرة فجر الأحد.",
        "غزت المنتجات المستوردة المتاجر هذا الصيف.",
        "خسرت الأسهم مكاسبها مع تراجع الدولار.",
        "اقتحم الفيلم قاعات العرض في الصيف.",
        "تدور أحداث الفيلم حول جندي قتل رفيقه.",
        "تخوض المرشحة معركة انتخابية في دائرتها.",
        "حذر الباحث من خطر، وتحدث عن انفجار سكاني قريب.",
        "شنت الحكومة حربا على الفساد في البلديات.",
    ],
)
def test_what_only_sounds_like_a_fight_is_no_claim(text: str) -> None:
    assert "ASSAULT" not in types(text)
    assert "COERCE" not in types(text)
    assert "RETREAT" not in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("احتلت القوات الملعب قبل المباراة.", "COERCE"),
        ("وقع انفجار قرب الملعب خلال مباراة في كرة القدم.", "ASSAULT"),
        ("خطف مسلحون لاعبا من المنتخب.", "COERCE"),
        ("قصف الجيش البلدة رغم الأمطار الغزيرة.", "ASSAULT"),
        ("خرجت احتجاجات على ارتفاع الأسعار في مدن الجنوب.", "PROTEST"),
    ],
)
def test_fighters_and_shots_are_told_of_among_games_and_storms_too(text: str, type_: str) -> None:
    assert type_ in types(text)


@pytest.mark.parametrize(
    "text",
    ["شن النائب هجوما لاذعا على رئيس البرلمان.", "هاجم النائب سياسات الحكومة في خطاب أمام البرلمان."],
)
def test_an_attack_in_words_accuses(text: str) -> None:
    assert types(text) == ["ACCUSE"]


def test_who_are_looked_for_under_ruins_are_helped() -> None:
    assert types("بدأت عملية البحث عن الناجين تحت الأنقاض.") == ["AID"]
