"""Distances and shifts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.gazetteer.geometry import COMPASS, centre, distance_km, shift


def test_bamako_lies_some_hundreds_of_kilometres_from_timbuktu() -> None:
    assert distance_km((12.64, -8.0), (16.77, -3.0)) == pytest.approx(708, abs=15)


@given(st.floats(-60, 60), st.floats(-179, 179), st.sampled_from([c for c in COMPASS if c != "center"]))
def test_a_shift_goes_as_far_as_it_says(lat: float, lon: float, compass: str) -> None:
    assert distance_km((lat, lon), shift((lat, lon), compass, 50)) == pytest.approx(50, rel=0.05)


def test_the_centre_is_where_it_is() -> None:
    assert shift((10.0, 20.0), "center", 100) == (10.0, 20.0)


def test_the_middle_of_two_points_lies_between_them() -> None:
    assert centre([(10.0, 0.0), (12.0, 4.0)]) == (11.0, 2.0)
