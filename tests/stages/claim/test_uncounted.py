"""Harms that no number counts; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلن الطبيب عن شهيد وإصابتين في المخيم.", [("killed", 1, 1), ("wounded", 2, 2)]),
        (
            "أعلن الحرس إصابة حارسين في غارة لطائرة من دون طيار ومقتل عنصرين في الوادي.",
            [("wounded", 2, 2), ("killed", 2, 2)],
        ),
    ],
)
def test_who_is_told_without_a_number_is_found(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تكبد المهربون خسائر في العتاد والآليات.", []),
        ("تكبد المهربون خسائر في الأرواح والعتاد.", [("killed_or_wounded", 1, None)]),
        ("ألحقت الغارة بالمهربين خسائر مادية كبيرة.", []),
        ("أصابت قذائف هاون منازلهم في القرية.", []),
    ],
)
def test_only_people_are_lost(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
