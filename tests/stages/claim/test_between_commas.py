"""Objects and victims behind a day, an hour or a place between commas; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def roles(text: str) -> tuple[list[str], list[str]]:
    """Give the words of agents and targets of the only claim."""
    (claim,) = analyze(text).claims
    return [p.span.of(text) for p in claim.agents], [p.span.of(text) for p in claim.targets]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("اعتقل الحرس، مساء الاثنين، شابا من القرية.", ["الحرس"], ["شابا"]),
        ("خطف ملثمون، أمس، ثلاثة معلمين.", ["ملثمون"], ["معلمين"]),
        ("هاجم مهربون، في وقت مبكر الجمعة، مدرسة مختلطة.", ["مهربون"], ["مدرسة مختلطة"]),
        ("استهدف ملثمون، ظهر السبت، قائد كتيبة.", ["ملثمون"], ["قائد كتيبة"]),
        ("قتل مسلحون، صباح الأحد، ستة رعاة على الأقل.", ["مسلحون"], ["رعاة"]),
        ("قصف طيران الحرس، آلية مدنية.", ["طيران الحرس"], ["آلية مدنية"]),
        ("جرح صباح الثلاثاء، صياد برصاص الحرس.", ["الحرس"], ["صياد"]),
    ],
)
def test_the_object_stands_behind_the_aside(text: str, agents: list[str], targets: list[str]) -> None:
    assert roles(text) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("قتل سالم المرعي، قائد الكتيبة، في غارة.", [], ["سالم المرعي"]),
        ("جرح ستة رعاة، أمس، وثلاثة حراس.", [], ["رعاة", "حراس"]),
        ("اعتقل الحرس، أمس، في السوق، وفتش الأكواخ.", ["الحرس"], []),
    ],
)
def test_who_somebody_is_and_who_is_joined_is_no_object(text: str, agents: list[str], targets: list[str]) -> None:
    assert roles(text) == (agents, targets)
