"""Two readers of dates behind one signature: ours, and dateparser.

Each gives what it read in a sentence as (start, end, first day, last day), offsets half-open.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from bench.date_list import DateItem
from riwaya.lang.tokens import tokenize
from riwaya.model.timex import Published
from riwaya.stages.annotate.times import find_times

Reading = tuple[int, int, date, date]


def read_with_riwaya(item: DateItem) -> list[Reading]:
    """Read a sentence as the annotating stage reads an article."""
    published = Published(start=item.published, end=item.published, basis="given", why="the list says so")
    times = find_times(tokenize(item.sentence), published=published)
    return [(time.span.start, time.span.end, time.start, time.end) for time in times if time.start and time.end]


def read_with_dateparser(item: DateItem) -> list[Reading]:
    """Read a sentence with `search_dates`; its period (day, week, month, year) says how wide a date is meant."""
    settings = {"RELATIVE_BASE": datetime.combine(item.published, time(12)), "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["ar"], settings=settings)
    found: list[Reading] = []
    at = 0
    for words, moment in search_dates(item.sentence, languages=["ar"], settings=settings) or []:
        start = max(item.sentence.find(words, at), 0)
        at = start + len(words)
        period = parser.get_date_data(words).period or "day"
        first, last = _widen(moment.date(), period)
        found.append((start, at, first, last))
    return found


def _widen(day: date, period: str) -> tuple[date, date]:
    if period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if period == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    return day, day
