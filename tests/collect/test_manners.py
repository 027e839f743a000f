from __future__ import annotations

import pytest

from riwaya.collect.manners import MAX_BACK_OFF, Manners, back_off, parse_retry_after


def test_a_host_is_asked_again_after_its_pause_and_others_at_once():
    manners = Manners(pause=2)
    manners.note("a", 100.0)
    assert (manners.wait("a", 100.5), manners.wait("a", 102.0), manners.wait("b", 100.5)) == (1.5, 0.0, 0.0)
    manners.note("a", 102.0, asked_pause=10)
    assert manners.wait("a", 102.0) == 10


def test_refusals_double_the_rest_up_to_a_bound_and_an_answer_ends_it():
    manners = Manners()
    rests = [manners.note_refusal("a", 0.0) for _ in range(40)]
    assert rests[:4] == [30, 60, 120, 240]
    assert rests[-1] == MAX_BACK_OFF
    manners.note("a", 0.0)
    assert manners.note_refusal("a", 0.0) == 30


def test_what_the_host_says_is_kept_up_to_a_bound():
    assert Manners().note_refusal("a", 0.0, retry_after=600) == 600
    assert Manners().note_refusal("a", 0.0, retry_after=1e9) == MAX_BACK_OFF


def test_back_off_never_overflows():
    assert back_off(10_000) == MAX_BACK_OFF


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (None, None),
        ("", None),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("-5", None),
        ("soon", None),
        ("Tue, 14 Nov 2023 22:13:30 GMT", 10.0),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0.0),
        ("Mon, 99 Nov 2023 22:00:00 GMT", None),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_retry_after_is_a_number_or_a_date(told, seconds):
    assert parse_retry_after(told, 1_700_000_000.0) == seconds
