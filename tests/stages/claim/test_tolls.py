"""Tolls taken apart; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze

Told = list[tuple[str, str, int | None]]


def told(text: str) -> Told:
    """Give measure, words and number of every figure of a text."""
    return [(f.measure, f.span.of(text), f.low) for one in analyze(text).claims for f in one.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أشارت المصادر إلى أن القتلى بينهم ستة جنود وشرطيان، إضافة إلى سائق في حرس الحدود.",
            [("killed", "ستة", 6), ("killed", "شرطيان", 2), ("killed", "سائق", 1)],
        ),
        ("أكد الجيش أن اثنين من حراسه سقطا بين الجرحى.", [("wounded", "اثنين", 2)]),
        ("قتل جندي وآخر من حرس الحدود في كمين.", [("killed", "جندي", 1), ("killed", "وآخر", 1)]),
        ("خلف القصف قتيلا وثلاثة جرحى.", [("killed", "قتيلا", 1), ("wounded", "وثلاثة", 3)]),
        ("من بين الجرحى الذين سقطوا في الانفجار أحد حراس السجن.", [("wounded", "أحد حراس السجن", 1)]),
    ],
)
def test_parts_of_a_toll_suffer_what_it_counts(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قتل جندي، ووصل وفد وآخر من الوزارة.",
        "قتل جندي في كمين على طريق وآخر من القرية.",
    ],
)
def test_another_thing_is_no_victim(text: str) -> None:
    assert told(text) == [("killed", "جندي", 1)]
