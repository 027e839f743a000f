from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.stages.reconcile.numbers import Bounds, add_up, compare
from riwaya.stages.reconcile.reasons import in_english

ENDS = st.one_of(st.none(), st.integers(0, 300))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Bounds(low, high, draw(st.booleans()))


@given(bounds(), bounds())
def test_two_figures_stand_to_each_other_the_same_from_both_sides(one: Bounds, other: Bounds) -> None:
    assert compare(one, other)[0] == compare(other, one)[0]
    assert one.meets(other) == other.meets(one)


@given(bounds())
def test_a_figure_is_the_same_as_itself(one: Bounds) -> None:
    assert compare(one, one)[0] == "same"
    assert one.holds(one)


@given(bounds(), bounds())
def test_what_holds_another_meets_it(one: Bounds, other: Bounds) -> None:
    if one.holds(other):
        assert one.meets(other)


@given(bounds(), bounds())
def test_figures_conflict_exactly_where_no_number_is_both(one: Bounds, other: Bounds) -> None:
    wide, narrow = one.widened(), other.widened()
    shared = [n for n in range(400) if _has(wide, n) and _has(narrow, n)]
    assert (compare(one, other)[0] == "number-conflict") == (not shared)


@given(st.lists(bounds(), min_size=1, max_size=4))
def test_a_sum_is_open_where_a_part_is(parts: list[Bounds]) -> None:
    summed = add_up(parts)
    assert summed.low == sum(part.low or 0 for part in parts)
    assert (summed.high is None) == any(part.high is None for part in parts)


@pytest.mark.parametrize(
    ("bounds_", "said"),
    [
        (Bounds(50, 50), "50"),
        (Bounds(20, None), "at least 20"),
        (Bounds(None, 40), "up to 40"),
        (Bounds(20, 99), "20 to 99"),
        (Bounds(20, 20, True), "about 20"),
        (Bounds(None, None), "an unknown number"),
        (Bounds(6800, 6800), "6,800"),
    ],
)
def test_figures_in_words(bounds_: Bounds, said: str) -> None:
    assert bounds_.say() == said


def test_the_reason_says_which_figure_is_within_which() -> None:
    kind, why = compare(Bounds(50, 50), Bounds(20, None))
    assert (kind, in_english(why)) == ("compatible", "50 is within at least 20")
    kind, why = compare(Bounds(50, 50), Bounds(30, 30))
    assert (kind, in_english(why)) == ("number-conflict", "50 against 30: no number is both")


def _has(bounds_: Bounds, number: int) -> bool:
    return (bounds_.low is None or number >= bounds_.low) and (bounds_.high is None or number <= bounds_.high)
