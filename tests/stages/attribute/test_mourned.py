"""Who is mourned, and how they died; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نعى الحزب أحد قادته الذي استشهد في الغارة.", "استشهد"),
        ("نعت الحركة ثلاثة من حراسها قتلوا في غارة.", "قتلوا"),
    ],
)
def test_how_who_is_mourned_died_is_told_by_those_who_mourn(text: str, expected: str) -> None:
    claim = read(text).claims[0]
    assert claim.trigger.of(text) == expected
    assert [link.span.of(text) for link in claim.chain] in (["الحزب"], ["الحركة"])
