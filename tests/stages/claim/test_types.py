"""Tense, attempts and accidents change the type that the word alone has."""

from __future__ import annotations

import pytest

from tests.news import read


def types(text: str) -> list[str]:
    return [claim.type for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("سيطر المسلحون على الميناء مساء السبت.", "COERCE"),
        ("لا يزال المسلحون يسيطرون على الميناء.", "STATE"),
        ("وتتمركز قوات الجيش في الثكنة القديمة.", "STATE"),
        ("تمركزت قوات الجيش في الثكنة القديمة.", "MOBILIZE"),
        ("فشلت محاولة المسلحين السيطرة على الميناء.", "ASSAULT"),
    ],
)
def test_the_present_tells_how_things_stand_and_an_attempt_is_an_attack(text: str, type_: str) -> None:
    assert types(text) == [type_]


def test_who_dies_in_an_accident_is_a_state_without_a_count() -> None:
    [claim] = read("وقتل ثلاثة جنود في حادث سير شمال العاصمة.").claims
    assert (claim.type, claim.figures) == ("STATE", ())


@pytest.mark.parametrize("text", ["وأجلت البلدية سكان الضفة قبل المساء.", "وتم إجلاء 300 شخص من الأكواخ."])
def test_civilians_who_are_moved_out_are_driven_out(text: str) -> None:
    assert types(text) == ["COERCE"]


def test_soldiers_who_are_moved_out_withdraw() -> None:
    assert types("وأجلى اللواء جنوده من الثكنة.") == ["RETREAT"]
