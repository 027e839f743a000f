"""What an entry asks for, by its tags."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.stages.claim.needs import NEEDS, needs_of


@given(st.frozensets(st.sampled_from([*NEEDS, "weak", "harm"]), max_size=6))
def test_what_tags_ask_for_is_what_a_walk_over_all_needs_finds(tags: frozenset[str]) -> None:
    assert needs_of(tags) == tuple((tag, words, reach) for tag, (words, reach) in NEEDS.items() if tag in tags)
