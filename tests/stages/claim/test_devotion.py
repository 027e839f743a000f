"""Verses, sayings and prayers put no happening forward; every sentence of news is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def types(text: str) -> list[str]:
    return [claim.type for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وقال خطيب القرية مستشهدا بقوله تعالى: «ولا تعتدوا» إن الصلح خير.",
        "وفي الكتاب ﴿قاتلوا من قاتلكم﴾ لمن أراد أن يقرأ.",
        "وقال الشيخ يروي قول النبي عليه الصلاة والسلام «المقاتل في سبيل أهله شهيد» وانصرف.",
        "رحم الله الشهداء الذين قتلوا عند السد، وألهم ذويهم الصبر.",
        "نسأل الله أن يشفي الجرحى ويرحم القتلى.",
        "اللهم ارحم شهداءنا الذين قتلهم المسلحون.",
    ],
)
def test_scripture_and_prayers_are_no_claims(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize("text", ["ودعا مدير المدرسة الله أن يرحم الضحايا.", "ودعت المعلمة للضحايا بالرحمة والمغفرة."])
def test_who_is_called_upon_in_a_prayer_is_no_party(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ودعا حزب الله الأطراف إلى وقف القتال.", ["REQUEST"]),
        ("وقتل مسلحون ثلاثة حراس قرب مسجد النبي صالح مساء السبت.", ["ASSAULT"]),
        ("رحم الله الموتى، وقال قائد الحرس إن مسلحين قتلوا ثلاثة حراس.", ["ASSAULT"]),
    ],
)
def test_what_is_told_beside_them_is_a_claim(text: str, told: list[str]) -> None:
    assert types(text) == told
