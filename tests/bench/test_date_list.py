"""The list that two readers of dates are compared on has to be right itself."""

from __future__ import annotations

import calendar
from datetime import timedelta

import pytest

from bench.date_list import DateItem, load_dates

ITEMS = load_dates()
WEEKDAYS = {"الاثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5, "الأحد": 6}


def words(item: DateItem) -> str:
    return item.sentence[item.start : item.end]


def test_there_are_enough_different_expressions() -> None:
    assert len({words(item) for item in ITEMS}) >= 120
    assert len({item.sentence for item in ITEMS}) == len(ITEMS)
    assert all(item.end > item.start for item in ITEMS)


@pytest.mark.parametrize("item", [item for item in ITEMS if item.days], ids=words)
def test_days_are_in_order_and_near_what_the_words_can_mean(item: DateItem) -> None:
    assert item.days
    first, last = item.days
    assert first <= last
    if item.group == "weekday":
        assert timedelta(0) <= item.published - first < timedelta(days=7)
    if item.group in ("relative", "paired", "weekday", "weekday-said", "day-month", "double-month", "full"):
        assert first == last
    if item.group == "month":
        assert (first.day, last.day) == (1, calendar.monthrange(last.year, last.month)[1])


@pytest.mark.parametrize(
    "item", [item for item in ITEMS if item.days and any(d in words(item) for d in WEEKDAYS)], ids=words
)
def test_weekdays_named_are_the_weekdays_of_the_days(item: DateItem) -> None:
    assert item.days
    named = {number for name, number in WEEKDAYS.items() if name in words(item)}
    assert item.days[0].weekday() in named
    if item.group != "since":
        assert item.days[1].weekday() in named
