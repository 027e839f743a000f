"""How many suffered what, sentence by sentence; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze

Row = tuple[str, int | None, int | None]


def figures(text: str) -> list[Row]:
    """Give the figures of all claims of a text, in order, each once."""
    rows = [(f.span.start, (f.measure, f.low, f.high)) for c in analyze(text).claims for f in c.figures]
    return [row for _, row in sorted(set(rows))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقط 45 قتيلا بينهم 12 طفلا في القصف.", [("killed", 45, 45), ("killed", 12, 12)]),
        ("قتل جنديان وأصيب أربعة آخرون في كمين نصبه مسلحون.", [("killed", 2, 2), ("wounded", 4, 4)]),
        ("قتل محمد البلعاوي في القصف أمس.", [("killed", 1, 1)]),
    ],
)
def test_figures(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected
