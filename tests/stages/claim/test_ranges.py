"""Rows asked for by place are the rows that a look through all of them would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.stages.claim.ranges import Ranges

ROWS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda row: (row[0], row[0] + row[1], str(row))))


@given(ROWS, st.integers(-5, 70), st.integers(0, 20))
def test_no_row_that_touches_the_place_is_left_out(rows: list[tuple[int, int, str]], first: int, size: int) -> None:
    last = first + size
    near = list(Ranges(rows).near(first, last))
    assert [row for row in near if row[0] <= last and row[1] >= first] == [
        row for row in rows if row[0] <= last and row[1] >= first
    ]


@given(ROWS, st.integers(0, 60), st.integers(0, 60))
def test_rows_keep_the_order_in_which_they_were_given(rows: list[tuple[int, int, str]], first: int, last: int) -> None:
    numbered = [(start, end, number) for number, (start, end, _) in enumerate(rows)]
    near = [number for _, _, number in Ranges(numbered).near(first, last)]
    assert near == sorted(near)


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert list(Ranges([]).near(0, 100)) == []
    assert list(Ranges([(3, 5, "a")])) == [(3, 5, "a")]
