"""Subjects that stand before their verb, apart from it; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def claim_of(text: str, trigger: str) -> Claim:
    """Give the claim whose trigger holds a word."""
    return next(c for c in analyze(text).claims if trigger in c.trigger.of(text))


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("وقالت الشرطة إن حارسين يعتقد أنهما أحرقا المخزن.", "أحرقا", ["حارسين"]),
        ("وقالت الشرطة إن الحارس الذي كان يدير المخزن هاجم العمدة.", "هاجم", ["الحارس"]),
        ("قال بدران زهران، الذي قصف بيته أمس، إن النار أتت عليه.", "قصف", []),
        ("وقال إن البضاعة نقلت لحساب المهربين هاجم الجسر.", "هاجم", []),
    ],
)
def test_who_did_it(text: str, trigger: str, agents: list[str]) -> None:
    assert [p.span.of(text) for p in claim_of(text, trigger).agents] == agents


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("وكان سالم المرعي الذي كان يدير المصرف قتل أمس في الميناء.", "قتل", ["سالم المرعي"]),
        ("وقال إن سالم المرعي كان في بيته عندما أصيب برصاصة.", "أصيب", ["سالم المرعي"]),
        ("وقال إن سالم المرعي كان في بيته عندما أصيبوا برصاصة.", "أصيبوا", []),
        ("وقتل سمير قرناوي القائد الميداني للحركة عند الجسر.", "قتل", ["سمير قرناوي"]),
        ("وأصاب الحارس أخاه عند الجسر وجرح ابن عمه.", "أصاب", ["أخاه", "ابن عمه"]),
        ("وقتل ابن العمدة في القصف.", "قتل", ["ابن العمدة"]),
    ],
)
def test_who_suffered(text: str, trigger: str, targets: list[str]) -> None:
    assert [p.span.of(text) for p in claim_of(text, trigger).targets] == targets
