"""Which small tellings speak of one event, on a table that was written before the rules."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.stages.cluster import find_events
from tests.stages.cluster.cases import CASES, read_case


def partition(lines: str) -> list[int]:
    """Number the events of the claims of a case in the order in which its lines first speak of each."""
    told = read_case(lines)
    event_of = {one.claim.id: number for number, event in enumerate(find_events(told)) for one in event.claims}
    numbers: dict[int, int] = {}
    return [numbers.setdefault(event_of[one.claim.id], len(numbers)) for one in told]


def test_there_are_cases_of_both_kinds() -> None:
    assert len(CASES) >= 60
    assert sum(len(set(case["events"])) == 1 for case in CASES) >= 20
    assert sum(len(set(case["events"])) > 1 for case in CASES) >= 30
    assert len({case["what"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_the_claims_of_a_case_stand_in_its_events(case: dict[str, Any]) -> None:
    letters: dict[str, int] = {}
    expected = [letters.setdefault(letter, len(letters)) for letter in case["events"]]
    assert partition(case["lines"]) == expected
