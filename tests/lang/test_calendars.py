"""Month names and the arithmetic of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.calendars import (
    add_months,
    make_day,
    month_bounds,
    read_month,
    week_bounds,
    weekday_after,
    weekday_on_or_before,
)
from riwaya.lang.timex_pack import entries
from riwaya.lang.tokens import tokenize

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("يوليو", 7),
        ("تموز", 7),
        ("يوليو (تموز)", 7),
        ("آذار/مارس", 3),
        ("مارس/آذار", 3),
        ("كانون الأول - ديسمبر", 12),
        ("ديسمبر/ كانون الأول", 12),
        ("أغسطس آب", 8),
        ("نوفمبر/تشرين ثاني", 11),
        ("كانون الثاني", 1),
        ("جويلية", 7),
        ("غشت", 8),
        ("دجمبر", 12),
    ],
)
def test_a_month_is_read_with_both_its_names(words, number):
    tokens = tokenize(words)
    month = read_month(tokens, 0)
    assert month is not None
    assert (month.number, month.end) == (number, len(tokens))


def test_two_months_side_by_side_stay_two():
    month = read_month(tokenize("يونيو / تموز"), 0)
    assert month is not None
    assert (month.number, month.end) == (6, 1)


@pytest.mark.parametrize("word", ["مارس", "أب", "جوان"])
def test_a_word_that_is_also_something_else_is_a_weak_month(word):
    month = read_month(tokenize(word), 0)
    assert month is not None
    assert month.weak


def test_no_name_means_two_months():
    names: dict[str, int] = {}
    for entry in entries("timex", "month"):
        for form in entry["forms"]:
            assert names.setdefault(form, entry["number"]) == entry["number"]


def test_the_table_holds_every_month_name_of_cldr():
    babel = pytest.importorskip("babel", reason="Babel is not installed: the names were taken from it offline")
    listed = {(entry["number"], form) for entry in entries("timex", "month") for form in entry["forms"]}
    for tag in ("ar", "ar_SY", "ar_MA", "ar_DZ", "ar_MR"):
        months = babel.Locale.parse(tag).months["format"]["wide"]
        folded = {(n, tokenize(f)[0].form) for n, f in listed}
        assert {(n, tokenize(name)[0].form) for n, name in months.items()} <= folded


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_less_than_a_week_away(day, weekday):
    before, after = weekday_on_or_before(day, weekday), weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 < (after - day).days <= 7


@given(DAYS, st.integers(-600, 600))
def test_months_are_added_and_taken_away(day, months):
    moved = add_months(day, months)
    assert moved.day == 1
    assert add_months(moved, -months) == day.replace(day=1)


@given(DAYS)
def test_a_day_lies_in_its_week_and_its_month(day):
    monday, sunday = week_bounds(day)
    first, last = month_bounds(day.year, day.month)
    assert monday <= day <= sunday
    assert first <= day <= last


def test_a_day_that_the_calendar_lacks_is_no_day():
    assert make_day(2023, 2, 29) is None
    assert make_day(2024, 2, 29) == date(2024, 2, 29)
    assert make_day(2024, 13, 1) is None
