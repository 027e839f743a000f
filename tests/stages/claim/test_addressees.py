"""To whom a call or accusation goes; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def targets(text: str, trigger: str) -> list[str]:
    """Give the words of the targets of the claim whose trigger is ``trigger``."""
    return next(
        [p.span.of(text) for p in claim.targets] for claim in analyze(text).claims if claim.trigger.of(text) == trigger
    )


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "قالت الشرطة المحلية إن ملثمين قتلوا راعيا. وطلبت الشرطة من الحرس إرسال دورية.",
            "وطلبت",
            ["الحرس"],
        ),
        (
            "أعلنت تنسيقية شيوخ الوادي مقتل ثلاثة. واتهمت شيوخ الوادي في بيان، كتائب النسور بقتلهم.",
            "واتهمت",
            ["كتائب النسور"],
        ),
        (
            "قالت الشرطة الكينية إن حارسا قتل. وحملت الشرطة مسؤولية الهجوم على متشددين.",
            "وحملت",
            ["متشددين"],
        ),
        ("وألقى الوالي باللوم على كتائب النسور.", "وألقى", ["كتائب النسور"]),
        ("وألقي اللوم على كتائب النسور في تفجير الجسر.", "وألقي", ["كتائب النسور"]),
        ("وتشير أصابع الاتهام إلى كتائب النسور.", "أصابع الاتهام", ["كتائب النسور"]),
        ("اتهم الجيش المهربين بقتل راع.", "اتهم", ["المهربين"]),
    ],
)
def test_whom_it_goes_to(text: str, trigger: str, expected: list[str]) -> None:
    assert targets(text, trigger) == expected


def test_fingers_that_point_move_nowhere() -> None:
    text = "وتتجه أصابع الاتهام إلى كتائب النسور."
    assert [claim.type for claim in analyze(text).claims] == ["ACCUSE"]


def test_who_is_accused_accuses_nobody() -> None:
    text = "وكان قائد المخفر يتهم بقتل ثلاثة رعاة."
    assert analyze(text).claims == ()
