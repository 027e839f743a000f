"""Who was found dead; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلن الحرس أن عاملا واحدا عثر عليه مقتولا عند البئر.", [("killed", 1, 1)]),
        ("عثر الأهالي على الحارس مقتولا عند البئر.", [("killed", 1, 1)]),
        ("جرى العثور على حارسي بوابة مقتولين في المزرعة.", [("killed", 2, 2)]),
        ("تم العثور على ستة رعاة مقتولين في المزرعة.", [("killed", 6, 6)]),
    ],
)
def test_found_dead(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


def test_nobody_is_found_dead_where_none_is_told() -> None:
    assert ("killed", 1, 1) not in figures("عثر الأهالي على مخزن للسلاح عند البئر.")
