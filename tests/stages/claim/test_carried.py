"""Doers carried over from the claim before; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def agents(text: str, trigger: str) -> list[str]:
    """Give the words of who did what the word of happening tells."""
    claims = [c for c in analyze(text).claims if c.trigger.of(text) == trigger]
    assert claims, [c.trigger.of(text) for c in analyze(text).claims]
    return [p.span.of(text) for p in claims[-1].agents]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("هاجمت الحركة القرية أمس. وأحرقت عددا من المنازل.", "وأحرقت", ["الحركة"]),
        ("هاجم الجيش القرية أمس. وأحرق عددا من المنازل.", "وأحرق", ["الجيش"]),
        ("هاجم مسلحون القرية أمس. وأحرقوا عددا من المنازل.", "وأحرقوا", ["مسلحون"]),
        ("قصف طيران التحالف الميناء فجرا. كما استهدفت الغارات جسر الوادي.", "الغارات", ["طيران التحالف"]),
    ],
)
def test_a_verb_goes_on_with_a_doer_that_it_agrees_with(text: str, trigger: str, expected: list[str]) -> None:
    assert agents(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("داهمت السلطات مخازن في الميناء. وقتل حارس بانفجار لغم عند السد.", "وقتل"),
        ("هاجم مسلحون القرية أمس. وقتل جنديان آخران عند السد.", "وقتل"),
        ("دخل انتحاري السوق، فأقمنا سواتر حول الساحة.", "فأقمنا"),
        ("زرع مهاجم قنبلة في عربة، وتعرفت الشرطة إليه وأطلقت النار عليه.", "وأطلقت"),
    ],
)
def test_a_verb_goes_on_with_nobody_else(text: str, trigger: str) -> None:
    assert agents(text, trigger) == []


def test_a_verb_with_a_subject_that_no_list_knows_has_it() -> None:
    assert agents("استعادت القوات القاعدة بعد معارك قتل فيها العشرات وهرب آخرون.", "وهرب") == ["آخرون"]


def test_troops_that_were_hit_do_not_strike_next() -> None:
    text = "استهدف طيران التحالف تعزيزات للمتمردين عند الجسر. ودمرت الغارات عددا من المخازن."
    assert "للمتمردين" not in agents(text, "الغارات")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("قال مصدر إن الحركة سيطرت على التلة بعد هجوم شنته على القرية.", "هجوم", ["الحركة"]),
        ("سيطرت الحركة على البلدة عقب اشتباكات بينها وبين الجيش.", "اشتباكات", ["الحركة"]),
        ("تقدمت الحركة نحو السد عقب سيطرتها على الجسر.", "سيطرتها", ["الحركة"]),
        ("قامت المليشيات بتفجير الخزانات وذلك عبر تفجير عبوات.", "تفجير", ["المليشيات"]),
        ("نفذت قوات التحالف غارة في الوادي وست غارات في الجبل.", "غارات", ["قوات التحالف"]),
        ("فر السكان بعد قصف القرية.", "قصف", []),
    ],
)
def test_what_went_before_a_deed_has_its_doer(text: str, trigger: str, expected: list[str]) -> None:
    assert agents(text, trigger) == expected
