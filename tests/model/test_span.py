from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model.span import Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_offsets_that_are_no_stretch_are_refused(start, end):
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_offsets_are_code_points():
    assert Span(2, 5).of("😀 نار") == "نار"


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_is_having_a_letter_in_common(one, other):
    letters = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == other.overlaps(one) == bool(letters)


@given(SPANS, SPANS)
def test_the_cover_contains_both(one, other):
    assert one.cover(other).contains(one)
    assert one.cover(other).contains(other)


@given(SPANS, SPANS)
def test_intersection_over_union_is_one_only_for_the_same(one, other):
    value = one.iou(other)
    assert value == other.iou(one)
    assert 0 <= value <= 1
    assert (value == 1) == (one == other and one.start < one.end)
