"""Time expressions: every rule of the pack on its own examples, and how they are resolved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.calendars import month_names
from riwaya.lang.numerals import number_words
from riwaya.lang.timex_pack import entries
from riwaya.lang.timex_words import time_words
from riwaya.lang.timexes import find_time_expressions, news_day, resolve_time
from riwaya.lang.tokens import tokenize
from riwaya.model.timex import Published
from riwaya.stages.annotate.times import find_times

THURSDAY = date(2020, 5, 14)
RULES = entries("timex", "rule")
MATCHES = [(rule["id"], example) for rule in RULES for example in rule["match"]]
NO_MATCHES = [(rule["id"], text) for rule in RULES for text in rule["no_match"]]


def make_published(start: date | None = THURSDAY, end: date | None = None) -> Published:
    return Published(start=start, end=end or start, basis="given" if start else "unknown", why="test")


def resolve(text: str, published: Published | None = None):
    (expression,) = find_time_expressions(tokenize(text))
    return resolve_time(expression, anchor=published or make_published(), previous=None)


@pytest.mark.parametrize(("rule", "example"), MATCHES, ids=[f"{r}:{e['quote']}" for r, e in MATCHES])
def test_a_rule_reads_its_own_examples(rule, example):
    tokens = tokenize(example["text"])
    times = find_times(tokens, published=make_published())
    expressions = find_time_expressions(tokens)
    quoted = [
        (str(time.start or ""), str(time.end or ""))
        for time, expression in zip(times, expressions, strict=True)
        if example["quote"] in time.span.of(example["text"]) and expression.rule == rule
    ]
    assert (example["start"], example["end"]) in quoted


@pytest.mark.parametrize(("rule", "text"), NO_MATCHES, ids=[f"{r}:{t}" for r, t in NO_MATCHES])
def test_a_rule_leaves_its_counterexamples_alone(rule, text):
    assert rule not in [found.rule for found in find_time_expressions(tokenize(text))]


def test_every_rule_has_an_id_a_source_and_an_example():
    ids = [rule["id"] for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule["source"] and rule["match"] for rule in RULES)


@pytest.mark.parametrize("text", ["الخميس الماضي", "السبت الماضي", "الأربعاء الماضي"])
def test_last_weekday_is_never_yesterday_and_never_today(text):
    time = resolve(text)
    assert time.start is not None
    assert (THURSDAY - time.start).days > 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أمس", "day-1"),
        ("السبت", "weekday:sat"),
        ("الخميس الماضي", "weekday:thu:past"),
        ("22 يوليو 2024", "2024-07-22"),
        ("22-27 يوليو 2024", "2024-07-22/2024-07-27"),
        ("الأسبوع الماضي", "week-1"),
        ("منذ 2012", "since:2012"),
        ("قبل عامين", "ago:2year"),
        ("ثلاثة أيام", "P3day"),
    ],
)
def test_the_symbolic_value_stays_without_a_publication_date(text, value):
    assert resolve(text, make_published(None)).value == value


@pytest.mark.parametrize("text", ["أمس", "السبت", "22 يوليو", "الأسبوع الماضي", "قبل عامين", "اليومين الماضيين"])
def test_a_relative_time_without_a_publication_date_is_unresolved(text):
    time = resolve(text, make_published(None))
    assert (time.start, time.end, time.basis) == (None, None, "unresolved")


def test_an_absolute_time_needs_no_publication_date():
    time = resolve("في 3 أيار 2019", make_published(None))
    assert (time.start, time.end, time.basis) == (date(2019, 5, 3), date(2019, 5, 3), "stated")


def test_since_without_a_publication_date_has_a_start_and_no_end():
    time = resolve("منذ 2012", make_published(None))
    assert (time.start, time.end, time.kind) == (date(2012, 1, 1), None, "since")


def test_of_a_stretch_of_publication_only_what_is_certain_is_resolved():
    two_days = make_published(date(2020, 5, 14), date(2020, 5, 15))
    assert resolve("الثلاثاء", two_days).start == date(2020, 5, 12)
    assert resolve("الجمعة", two_days).start is None
    assert resolve("أمس", two_days).start is None
    assert resolve("في سبتمبر", two_days).start == date(2019, 9, 1)


def test_the_weekday_is_believed_where_it_does_not_fit_the_day():
    assert resolve("أمس الثلاثاء").start == date(2020, 5, 12)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("أمس", "day"),
        ("مساء أمس", "part-of-day"),
        ("ليل الجمعة السبت", "days"),
        ("الأسبوع الماضي", "week"),
        ("يوليو 2014", "month"),
        ("عام 2014", "year"),
        ("ثمانينات القرن الماضي", "decade"),
        ("الأيام الماضية", "days"),
        ("الأشهر الماضية", "unknown"),
    ],
)
def test_the_precision_is_that_of_the_words(text, precision):
    assert resolve(text).precision == precision


def test_the_news_day_is_the_latest_day_that_the_text_names():
    expressions = find_time_expressions(tokenize("قتلوا الاثنين ثم عادوا الثلاثاء بعد حرب عام 2010"))
    assert news_day(expressions, make_published()) == date(2020, 5, 12)
    assert news_day([], make_published()) == THURSDAY
    assert news_day(expressions, make_published(None)) is None


WORDS = st.sampled_from(
    sorted({*time_words(), *month_names(), *number_words(), "من", "إلى", "حتى", "و", "-", "(", ")", "5"})
)


@given(st.lists(WORDS, max_size=14), st.none() | st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)))
def test_any_row_of_time_words_gives_times_in_order_within_the_text(words, day):
    text = " ".join(words)
    times = find_times(tokenize(text), published=make_published(day))
    starts = [time.span.start for time in times]
    assert starts == sorted(starts)
    for time in times:
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert time.start is None or time.end is None or time.start <= time.end
        assert (time.start is None) == (time.basis == "unresolved")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("جولة مقررة في 9 مايو بين الوفدين", 2021),
        ("ستعقد القمة يوم 9 مايو", 2021),
        ("عقدت القمة في 9 مايو", 2020),
        ("الجولة المقررة في 9 مايو 2019", 2019),
    ],
)
def test_what_is_planned_lies_ahead(text: str, year: int) -> None:
    (found,) = find_time_expressions(tokenize(text))
    anchor = make_published(date(2020, 11, 3))
    time = resolve_time(found, anchor=anchor, previous=None)
    assert time.start == date(year, 5, 9)
