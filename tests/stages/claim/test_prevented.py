"""What is kept from happening; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


@pytest.mark.parametrize(
    "text",
    [
        "وقال القائد إن الحراس منعوا وقوع المزيد من الإصابات.",
        "ووقف الحراس على الجسر لمنع تجدد الاشتباكات.",
        "ومنعت الشرطة حدوث هجوم على السوق.",
    ],
)
def test_nothing_happened(text: str) -> None:
    assert not any(
        claim.trigger.of(text).endswith(("الإصابات", "الاشتباكات", "هجوم")) for claim in analyze(text).claims
    )


def test_what_is_forbidden_is_told() -> None:
    text = "ومنع الحرس الصيادين من دخول الميناء."
    assert [claim.type for claim in analyze(text).claims] == ["COERCE"]
