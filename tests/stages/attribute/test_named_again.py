"""Speakers who are named again: the name between commas, the last name alone, behind «وفقا لـ», relays and all."""

from __future__ import annotations

import pytest

from tests.news import read


def last_chain(text: str) -> list[tuple[str, str]]:
    claim = next(c for c in reversed(read(text).claims) if "قتل" in c.trigger.of(text))
    return [(link.span.of(text), link.source.name) for link in claim.chain]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("وقال قائد المتمردين، عبد الله الحوثي، إن راعيا جرح. وأضاف الحوثي أن حارسا قتل.", "commander"),
        ("وقال الناطق باسم الشرطة، سامر الحلو، إن راعيا جرح. وأكد الحلو أن حارسا قتل.", "spokesman"),
        ("وقال الناطق باسم الشرطة (جون دكسن) إن راعيا جرح. وذكر دكسن أن حارسا قتل.", "spokesman"),
    ],
)
def test_a_name_beside_the_office_is_who_speaks_again(text: str, actor: str) -> None:
    assert last_chain(text)[-1][1].startswith(actor)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال سامر الحلو لرويترز إن راعيا جرح. وأكد الحلو أن حارسا قتل.", ["رويترز", "الحلو"]),
        ("وقال سامر الحلو لرويترز إن راعيا جرح. وأكد الحلو لقناة الجزيرة أن حارسا قتل.", ["قناة الجزيرة", "الحلو"]),
        ("وقال سامر الحلو لرويترز إن راعيا جرح. وقتل حارس، وفق الحلو.", ["رويترز", "الحلو"]),
        ("وقال الناطق (جون دكسن) إن راعيا جرح. وقتل حارس، وفقا لدكسن.", ["دكسن"]),
        ("وقال المتحدث باسم البنتاغون جون دكسن إن حارسا قتل.", ["المتحدث باسم البنتاغون جون دكسن"]),
        ("ويعتقد الوالي أن المهربين قتلوا حارسا، وفقا لمساعده.", ["مساعده", "الوالي"]),
    ],
)
def test_the_way_of_who_is_named_again(text: str, expected: list[str]) -> None:
    assert [written for written, _ in last_chain(text)] == expected


def test_the_last_name_of_somebody_known_stands_for_them() -> None:
    text = "وقال جيف موريل إن راعيا جرح. وقتل حارس، وفقا لموريل."
    assert last_chain(text) == [("موريل", "Geoff Morrell")]


def test_a_last_name_in_the_feminine_ending_is_of_a_man_too() -> None:
    text = "وقال النائب سامر حمادة إن راعيا جرح. وناشد حمادة الوزارة التحقيق في القصف."
    appeal = next(c for c in read(text).claims if c.type == "REQUEST")
    assert [link.span.of(text) for link in appeal.chain] == ["حمادة"]
    assert [p.span.of(text) for p in appeal.targets] == ["الوزارة"]
