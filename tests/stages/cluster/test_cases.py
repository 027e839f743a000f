"""Which small tellings speak of one event, on a table that was written before the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

import pytest

from riwaya.model.event import ToldClaim
from riwaya.stages.cluster import find_events, follow, form
from riwaya.stages.cluster.traits import Traits, read_traits
from riwaya.stages.cluster.words import Words
from tests.stages.cluster.cases import CASES, read_case


def partition(lines: str, order: Callable[[list[ToldClaim]], list[ToldClaim]] = list) -> list[int]:
    """Number the events of the claims of a case in the order in which its lines first speak of each.

    Args:
        lines: The case.
        order: Gives the order in which the claims arrive.
    """
    told = read_case(lines)
    event_of = {one.claim.id: number for number, event in enumerate(find_events(order(told))) for one in event.claims}
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


SWAPPED = {"red": "blue", "blue": "red"}


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_case_with_its_parties_swapped_parts_in_the_same_way(case: dict[str, Any]) -> None:
    swapped = re.sub(r"\b(red|blue)\b", lambda hit: SWAPPED[hit[0]], case["lines"])
    assert ("red" in case["lines"]) == ("blue" in swapped)
    assert partition(swapped) == partition(case["lines"])


def shuffled(seed: int) -> Callable[[list[ToldClaim]], list[ToldClaim]]:
    return lambda told: Random(seed).sample(told, len(told))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_the_claims_of_a_case_may_arrive_in_any_order(case: dict[str, Any]) -> None:
    assert {tuple(partition(case["lines"], shuffled(seed))) for seed in range(5)} == {tuple(partition(case["lines"]))}


def test_that_the_order_changes_nothing_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clustering that follows claims as they arrive, and not as the text has them, is caught by the table."""
    arrived: dict[str, int] = {}

    def as_they_come(claims: Iterable[ToldClaim]) -> list[list[ToldClaim]]:
        documents: dict[str, list[ToldClaim]] = {}
        for one in claims:
            arrived[one.claim.id] = len(arrived)
            documents.setdefault(one.document_id, []).append(one)
        return list(documents.values())

    def read_as_they_come(told: Sequence[ToldClaim], words: Words | None) -> list[Traits]:
        return sorted(read_traits(told, words), key=lambda one: arrived[one.told.claim.id])

    monkeypatch.setattr(form, "group_by_document", as_they_come)
    monkeypatch.setattr(follow, "read_traits", read_as_they_come)
    outcomes: list[set[tuple[int, ...]]] = []
    for case in CASES:
        outcomes.append(set())
        for seed in range(5):
            arrived.clear()
            outcomes[-1].add(tuple(partition(case["lines"], shuffled(seed))))
    assert any(len(found) > 1 for found in outcomes)
