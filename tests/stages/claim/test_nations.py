"""Forces and people told by their nation or faith alone; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def test_the_same_forces_of_another_nation_are_told_by_its_adjective() -> None:
    text = "تبادلت القوات الهندية والباكستانية إطلاق النار عند الجسر."
    (claim,) = analyze(text).claims
    assert [p.actor.name for p in claim.agents] == ["Indian Armed Forces", "Pakistani Armed Forces"]
    assert [p.span.of(text) for p in claim.agents] == ["القوات الهندية", "الباكستانية"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("أفرج المتمردون عن 19 مسيحيا.", [("Christian person", 19)]),
        ("خطف المتمردون 170 سنيا و60 نصرانيا.", [("Sunni person", 170), ("Christian person", 60)]),
        ("قتل 12 إيزيديا في القصف.", [("Yazidi person", 12)]),
    ],
)
def test_people_of_a_faith_are_counted(text: str, people: list[tuple[str, int]]) -> None:
    (claim,) = analyze(text).claims
    assert [(f.of.name, f.low) for f in claim.figures if f.of] == people


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("شيع آلاف الرعاة جثامين خمسة شهداء سقطوا في القصف.", [("other", 2000), ("killed", 5)]),
        ("ألقي القبض على رابع مصابا في القرية.", [("arrested", 1)]),
    ],
)
def test_mourners_live_and_who_is_taken_hurt_is_taken(text: str, told: list[tuple[str, int]]) -> None:
    assert [(f.measure, f.low) for claim in analyze(text).claims for f in claim.figures] == told


def test_who_helps_stands_between_a_verb_and_what_it_seizes() -> None:
    text = "استعادت القوات بإسناد من طيران الحرس السيطرة على السد."
    (claim,) = analyze(text).claims
    assert [p.span.of(text) for p in claim.agents] == ["القوات", "طيران الحرس"]
    assert claim.targets == ()
