"""What is fired, as the subject of a verb; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("أصابت رصاصة راعيا في الوادي.", ["راعيا"]),
        ("أصابت شظايا القذيفة معلمة.", ["معلمة"]),
        ("أبادت القذائف أسرة كاملة.", ["أسرة كاملة"]),
    ],
)
def test_what_is_fired_does_nothing_by_itself(text: str, hit: list[str]) -> None:
    claim = read(text).claims[0]
    assert (list(claim.agents), [p.span.of(text) for p in claim.targets]) == ([], hit)
