"""Events found a document at a time, from files, are those found in memory."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from riwaya.stages.cluster import find_events, find_keys, group_by_document, matching, stream_events
from riwaya.stages.cluster.spill import Spill
from tests.stages.cluster.telling import DAY, tell
from tests.stages.cluster.test_neighbourhood import lines


@given(
    st.lists(st.lists(lines(), max_size=4), max_size=8), st.randoms(use_true_random=False), st.sampled_from([1, 2, 200])
)
def test_any_order_of_documents_gives_the_events_found_in_memory(story, dice, bound):
    told = [
        one
        for at, document in enumerate(story)
        for one in tell(f"doc-{at}", *document, told_on=DAY + timedelta(days=1))
    ]
    documents = group_by_document(told)
    dice.shuffle(documents)
    kept: list[tuple[str, str]] = []
    before, matching.MOST = matching.MOST, bound
    try:
        found = list(stream_events(documents, kept.extend))
        whole = find_events(told)
    finally:
        matching.MOST = before
    assert sorted(found, key=lambda one: one.id) == sorted(whole, key=lambda one: one.id)
    assert sorted(kept) == sorted(find_keys(told))


def test_nothing_gives_nothing():
    assert list(stream_events([])) == []


def test_what_was_put_aside_comes_back_by_number_whatever_is_at_hand():
    with Spill[list[int]](at_hand=2) as put_aside:
        for number in range(5):
            put_aside.append([number])
        assert [put_aside[at] for at in (4, 0, 4, 1, 2, 0, 3)] == [[4], [0], [4], [1], [2], [0], [3]]
        assert len(put_aside) == 5
