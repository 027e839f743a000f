"""Copies among the passages of one event, held against every pair scored by itself."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.model.event import CopyGroup
from riwaya.stages.cluster.copied import find_copies
from riwaya.stages.cluster.copies import COPY, Sketch, score_copy
from riwaya.stages.cluster.groups import find_groups

SKETCHES = st.lists(st.integers(min_value=1, max_value=14), max_size=9, unique=True).map(lambda one: tuple(sorted(one)))
PASSAGES = st.lists(st.tuples(st.sampled_from("abcd"), SKETCHES), max_size=12)


def score_each_pair(passages: list[tuple[str, Sketch]]) -> tuple[CopyGroup, ...]:
    """Give the groups by the rule itself."""
    ties: list[tuple[int, int]] = []
    strongest: dict[int, float] = {}
    for one, other in combinations(range(len(passages)), 2):
        alike = score_copy(passages[one][1], passages[other][1])
        if alike >= COPY and passages[one][0] != passages[other][0]:
            ties.append((one, other))
            for at in (one, other):
                strongest[at] = max(alike, strongest.get(at, 0.0))
    groups = [group for group in find_groups(len(passages), ties) if len(group) > 1]
    found = [
        CopyGroup(
            document_ids=tuple(sorted({passages[at][0] for at in group})),
            resemblance=round(min(strongest[at] for at in group), 2),
        )
        for group in groups
    ]
    return tuple(sorted(found, key=lambda group: group.document_ids))


@given(PASSAGES)
def test_groups_are_those_of_every_pair(passages: list[tuple[str, Sketch]]) -> None:
    found = find_copies([home for home, _ in passages], [one for _, one in passages])
    expected = score_each_pair(passages)
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_one_story_in_many_papers_is_one_group() -> None:
    story = tuple(range(1, 30))
    (group,) = find_copies([f"paper {number}" for number in range(3_000)], [story] * 3_000)
    assert len(group.document_ids) == 3_000
    assert group.resemblance == 1.0


def test_one_paper_copies_nobody() -> None:
    assert find_copies(["a", "a"], [tuple(range(12))] * 2) == ()


def test_a_passage_too_short_to_tell_is_no_copy() -> None:
    assert find_copies(["a", "b"], [(), ()]) == ()
