"""Deeds that only open a sentence; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in analyze(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفي هجوم منفصل، قتل ملثمون ثلاثة رعاة.", ["قتل"]),
        ("وفي غارة أخرى، أصيب ستة حراس.", ["أصيب"]),
        ("وفي هجوم متزامن، تعرضت الثكنة لقصف عنيف.", ["لقصف"]),
        ("وفي اعتداء آخر، ذكرت الإذاعة أن طائرة قصفت السد.", ["قصفت"]),
    ],
)
def test_the_verb_behind_tells_it(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


def test_who_kills_is_no_target() -> None:
    text = "وفي هجوم منفصل، قتل ملثمون ثلاثة رعاة."
    (claim,) = analyze(text).claims
    assert [p.span.of(text) for p in claim.agents] == ["ملثمون"]
    assert [p.span.of(text) for p in claim.targets] == ["رعاة"]


@pytest.mark.parametrize("text", ["وفي هجوم منفصل على السد، جرح حارسان.", "وتبنت الحركة هجوما آخر، وهددت الحراس."])
def test_a_deed_of_its_own_stays(text: str) -> None:
    assert any("هجوم" in trigger for trigger in triggers(text))
