"""Dates of the Islamic calendar: the table, and what the words around a date say of it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.hijri import from_hijri, hijri_month_bounds, to_hijri
from riwaya.lang.timexes import find_time_expressions, resolve_time
from riwaya.lang.tokens import tokenize
from riwaya.model.timex import Published, Timex
from riwaya.stages.annotate.times import find_times

FRIDAY = date(2015, 11, 20)
"""8 Safar 1437."""


def make_published(day: date | None) -> Published:
    return Published(start=day, end=day, basis="given" if day else "unknown", why="test")


def resolve(text: str, day: date | None = FRIDAY) -> Timex:
    (expression,) = find_time_expressions(tokenize(text))
    return resolve_time(expression, anchor=make_published(day), previous=None)


def days(text: str, day: date | None = FRIDAY) -> str:
    time = resolve(text, day)
    return f"{time.start}..{time.end}" if time.start != time.end else str(time.start)


@pytest.mark.parametrize("year", range(1343, 1501))
def test_every_month_of_the_table_goes_there_and_back(year):
    for month in range(1, 13):
        bounds = hijri_month_bounds(year, month)
        assert bounds is not None
        first, last = bounds
        assert to_hijri(first) == (year, month, 1)
        assert to_hijri(last) == (year, month, (last - first).days + 1)
        assert 28 <= (last - first).days + 1 <= 31  # before 1365 the printed calendar mended itself now and then
        following = hijri_month_bounds(year + month // 12, month % 12 + 1)
        assert following is None or following[0] == last + timedelta(days=1)


@given(st.dates(min_value=date(1924, 8, 1), max_value=date(2077, 11, 16)))
def test_every_day_of_the_table_goes_there_and_back(day):
    hijri = to_hijri(day)
    assert hijri is not None
    assert from_hijri(*hijri) == day


def test_outside_the_table_there_is_no_day():
    assert to_hijri(date(1924, 7, 31)) is None
    assert to_hijri(date(2077, 11, 17)) is None
    assert from_hijri(1342, 12, 29) is None
    assert hijri_month_bounds(1501, 1) is None
    assert from_hijri(1436, 9, 30) is None  # a month of 29 days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في العاشر من محرم", "2015-10-23"),
        ("في العاشر من محرم هذا العام", "2015-10-23"),
        ("في 10 محرم هذا العام", "2015-10-23"),
        ("في 10 محرم من العام الهجري الماضي", "2014-11-03"),
        ("في 9 صفر", "2014-12-01"),  # tomorrow of this year, so the year before
        ("في 8 صفر", "2015-11-20"),
        ("10 محرم 1436", "2014-11-03"),
        ("10 محرم الحرام 1436هـ", "2014-11-03"),
        ("1436/10/25هـ", "2015-08-10"),
        ("25/10/1436", "2015-08-10"),
        ("25-10-1436هـ", "2015-08-10"),
        ("25/10/36هـ", "2015-08-10"),
        ("في شهر رمضان الماضي", "2015-06-18..2015-07-16"),
        ("في شهر رمضان المبارك", "2015-06-18..2015-07-16"),
        ("في رمضان من العام الماضي", "2015-06-18..2015-07-16"),
        ("في شهر رمضان المقبل", "2016-06-06..2016-07-05"),
        ("في صفر الماضي", "2014-11-23..2014-12-22"),
        ("في شهر صفر الحالي", "2015-11-13..2015-12-11"),
        ("في رمضان 2013", "2013-07-09..2013-08-07"),
        ("شهر رمضان من عام 1435", "2014-06-28..2014-07-27"),
        ("مطلع شوال", "2015-07-17..2015-07-26"),
        ("منتصف شعبان", "2015-05-28..2015-06-07"),
        ("أواخر ذي الحجة", "2015-10-04..2015-10-13"),
        ("نهاية رمضان", "2015-07-08..2015-07-16"),
        ("غرة شهر محرم", "2015-10-14"),
        ("ليلة 27 رمضان", "2015-07-13..2015-07-14"),
        ("ليلة السابع والعشرين من رمضان", "2015-07-13..2015-07-14"),
        ("ليل 27 رمضان", "2015-07-14"),
        ("منذ مطلع شوال", "2015-07-17..2015-11-20"),
        ("منذ رمضان الماضي", "2015-06-18..2015-11-20"),
        ("3-8 رمضان 1436", "2015-06-20..2015-06-25"),
        ("بين 25 ذي الحجة و5 محرم", "2015-10-08..2015-10-18"),
        ("من 25 ذي الحجة إلى 5 محرم 1436", "2014-10-19..2014-10-29"),
        ("عام 1436هـ", "2014-10-25..2015-10-13"),
        ("مطلع عام 1436هـ", "2014-10-25..2014-11-22"),
        ("في العام الهجري 1436", "2014-10-25..2015-10-13"),
        ("الجولة المقررة في 10 محرم", "2016-10-11"),
    ],
)
def test_a_hijri_date_is_days(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 محرم 1437هـ الموافق 24 أكتوبر 2015م", "2015-10-24"),
        ("السبت 10 محرم 1437هـ (24 أكتوبر 2015)", "2015-10-24"),
        ("24 أكتوبر 2015 الموافق 10 محرم 1437هـ", "2015-10-24"),
        ("10 محرم 1437هـ الموافق لـ 23 أكتوبر", "2015-10-23"),
        ("السبت 10 محرم", "2015-10-24"),  # sighted a day after the table
        ("الخميس 10 محرم", "2015-10-22"),
        ("الاثنين 10 محرم", "2015-10-23"),  # three days off is a slip
        ("أمس 8 صفر", "2015-11-19"),
    ],
)
def test_what_the_text_knows_better_than_the_table_is_believed(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 محرم 1436", "hijri:1436-01-10"),
        ("في شهر رمضان الماضي", "hijri:xxxx-09:past"),
        ("16 شعبان من العام الماضي", "hijri:year-1-08-16"),
        ("ليلة 27 رمضان", "hijri:xxxx-09-27:eveTnight"),
        ("في رمضان 2013", "hijri:2013ce-09"),
        ("عام 1436هـ", "hijri:1436"),
    ],
)
def test_the_value_says_that_a_date_is_hijri(text, value):
    assert resolve(text).value == value
    assert resolve(text, None).value == value


def test_only_a_date_with_its_year_needs_no_publication_date():
    time = resolve("10 محرم 1436", None)
    assert (time.start, time.basis, time.precision) == (date(2014, 11, 3), "stated", "day")
    for text in ("في العاشر من محرم", "في شهر رمضان الماضي", "16 شعبان من العام الحالي"):
        assert resolve(text, None).basis == "unresolved"


@pytest.mark.parametrize(
    "text",
    ["في 3 رجب 1320", "عام 1320هـ", "في شهر رمضان من كل عام", "في 10 مايو 1436", "في رمضان 1997", "في 30 رمضان 1436"],
)
def test_what_has_no_certain_day_stays_symbolic(text):
    time = resolve(text)
    assert (time.start, time.end, time.basis) == (None, None, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "قال رجب إن الطريق مفتوحة",
        "الثقة في رجب طيب وفي حزبه",
        "زار شعبان القرية ومعه رمضان",
        "بعد نهاية رجب السياسية",
        "حمل السلاح محرم عليهم",
        "انتهت المباراة بهدف مقابل صفر",
        "هرب محرم من السجن",
    ],
)
def test_a_name_or_a_word_is_no_month(text):
    assert find_time_expressions(tokenize(text)) == []


def test_the_same_year_is_the_hijri_year_of_what_was_told_last():
    text = "أغلق المعبر في 5 محرم 1436 وفتح في 3 صفر من العام نفسه"
    times = find_times(tokenize(text), published=make_published(FRIDAY))
    assert [(str(time.start), time.basis) for time in times] == [
        ("2014-10-29", "stated"),
        ("2014-11-25", "anchor_timex"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في 16 مايو من العام الماضي", "2014-05-16"),
        ("في 3 مايو هذا العام", "2015-05-03"),
        ("في 3 مايو من هذا العام", "2015-05-03"),
        ("السبت 3 مايو من العام الماضي", "2014-05-03"),
    ],
)
def test_a_gregorian_date_takes_the_year_behind_it_too(text, expected):
    assert days(text) == expected


def test_the_table_is_loaded_with_the_first_hijri_date():
    code = """
import sys
from riwaya.lang.timexes import find_time_expressions, resolve_time
from riwaya.lang.tokens import tokenize
from riwaya.model.timex import Published
for text in ("أمس", "في 3 مايو", "عام 1436هـ"):
    anchor = Published(start=None, end=None, basis="unknown", why="")
    for found in find_time_expressions(tokenize(text)):
        resolve_time(found, anchor=anchor, previous=None)
    print("hijridate" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]
