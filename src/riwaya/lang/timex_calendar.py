"""First and last day of dates, months and years of either calendar; the rules are those of :mod:`riwaya.lang.timex_resolve`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from riwaya.lang.calendars import make_day, month_bounds
from riwaya.lang.hijri import HijriDay, from_hijri, hijri_month_bounds, to_hijri
from riwaya.lang.timex_expression import TimeExpression
from riwaya.lang.timex_frame import Bounds, Frame, one_day
from riwaya.lang.timex_years import FIRST_COMMON_YEAR

_DAY = timedelta(days=1)


def date_bounds(e: TimeExpression, frame: Frame) -> Bounds | None:
    """Give the days of a Gregorian date or month; None where its year is not known or has no such day."""
    year = _year_of(e, frame.day, frame.told[0] if frame.told else None)
    if year is None or e.month is None:
        return None
    year = _leap_back(e, year)
    if e.day is None:
        return edge_of_month(e, *month_bounds(year, e.month))
    day = make_day(year, e.month, e.day)
    if day is None:
        return None
    return Bounds(day - _DAY, day, "days") if e.edge == "eve" else one_day(day)


def hijri_bounds(e: TimeExpression, frame: Frame) -> Bounds | None:
    """Give the days of a Hijri date, month or year; None where its year is not known or the table does not hold it."""
    if e.year is not None and e.year >= FIRST_COMMON_YEAR:
        return _within_common_year(e, e.year)
    today = to_hijri(frame.day) if frame.day is not None else None
    told = to_hijri(frame.told[0]) if frame.told is not None else None
    year = _year_of(e, today, told)
    return _in_hijri_year(e, year) if year is not None else None


def _within_common_year(e: TimeExpression, year: int) -> Bounds | None:
    """«رمضان 2015» is the one that begins in 2015; of 1997, in which two began, nothing is said."""
    new_year = to_hijri(date(year, 1, 1))
    if new_year is None or e.month is None:
        return None
    found = [_in_hijri_year(e, new_year.year + n) for n in (0, 1)]
    within = [bounds for bounds in found if bounds is not None and bounds.start.year == year]
    return within[0] if len(within) == 1 else None


def _in_hijri_year(e: TimeExpression, year: int) -> Bounds | None:
    if e.month is None:
        return edge_of_year(e, year, hijri_month_bounds)
    if e.day is None:
        month = hijri_month_bounds(year, e.month)
        return edge_of_month(e, *month) if month is not None else None
    day = from_hijri(year, e.month, e.day)
    if day is None:
        return None
    day = _on_weekday(day, e.weekday)
    return Bounds(day - _DAY, day, "days") if e.edge == "eve" else one_day(day)


def _on_weekday(day: date, weekday: int | None) -> date:
    """Where the moon was sighted a day off the table, the weekday beside the date tells."""
    near = [] if weekday is None else [day + n * _DAY for n in (-1, 1) if (day + n * _DAY).weekday() == weekday]
    return near[0] if near else day


def _year_of(e: TimeExpression, today: date | HijriDay | None, told: date | HijriDay | None) -> int | None:
    """Give the year of a date in the calendar of ``today`` and ``told``."""
    if e.year is not None:
        return e.year
    if e.shift == "same":
        return told.year if told is not None else None
    if today is None or e.month is None or e.shift == "every":
        return None
    if e.offset is not None:
        return today.year + e.offset
    if e.shift == "current":
        return _nearest_year(e.month, today)
    here, now = (e.month, e.day or today.day), (today.month, today.day)
    if e.shift in ("next", "coming"):
        passed = here < now or (here == now and e.shift == "next")
        return today.year + 1 if passed else today.year
    if e.day is None and e.shift == "past" and e.month == today.month:
        return today.year - 1
    return today.year - 1 if here > now else today.year


def _nearest_year(month: int, today: date | HijriDay) -> int:
    """«يناير الحالي» at the end of December is the month that comes."""
    gap = month - today.month
    return today.year + (1 if gap < -6 else -1 if gap > 6 else 0)


def _leap_back(e: TimeExpression, year: int) -> int:
    """29 February without a year is the last one that there was."""
    if e.year is not None or e.offset is not None or e.shift in ("same", "current", "next", "coming"):
        return year
    while e.day == 29 and e.month == 2 and make_day(year, 2, 29) is None:
        year -= 1
    return year


def edge_of_month(e: TimeExpression, first: date, last: date) -> Bounds:
    """Give the part of a month that ``e.edge`` names, the whole month without one."""
    match e.edge:
        case "start" | "early":
            return Bounds(first, first + 9 * _DAY, "days")
        case "middle":
            return Bounds(first + (14 if e.since else 9) * _DAY, first + 19 * _DAY, "days")
        case "end":
            return Bounds(first + 20 * _DAY, last, "days")
        case None:
            return Bounds(first, last, "month")
        case edge:
            return _part_of_month(edge, first, last)


_DAYS_OF_PARTS = {"half": 15, "third": 10, "week": 7}


def _part_of_month(edge: str, first: date, last: date) -> Bounds:
    """«النصف الثاني من يوليو»: halves and thirds take the last days in, weeks count from the first day."""
    part, _, nth = edge.partition("-")
    days = _DAYS_OF_PARTS.get(part)
    if days is None:
        return Bounds(first, last, "month")
    if nth == "last":
        return Bounds(last - (days - 1) * _DAY if part == "week" else first + (30 - days) * _DAY, last, "days")
    start = first + (int(nth) - 1) * days * _DAY
    closes = part != "week" and int(nth) * days == 30
    return Bounds(start, last if closes else min(last, start + (days - 1) * _DAY), "days")


MonthBounds = Callable[[int, int], tuple[date, date] | None]


def edge_of_year(e: TimeExpression, year: int, months: MonthBounds = month_bounds) -> Bounds | None:
    """Give the part of a year that ``e.edge`` names, the whole year without one; ``months`` are its calendar's."""
    first, last, precision = {
        "start": (1, 1, "month"),
        "early": (1, 3, "month"),
        "middle": (7 if e.since else 5, 8, "month"),
        "end": (10, 12, "month"),
    }.get(e.edge or "") or _months_of_part(e.edge)
    start, end = months(year, first), months(year, last)
    return Bounds(start[0], end[1], precision) if start is not None and end is not None else None


_PARTS_OF_YEAR = {"half": 6, "third": 4, "quarter": 3}


def _months_of_part(edge: str | None) -> tuple[int, int, str]:
    """«الربع الأول من العام»: the first and last month of a part, the whole year for none."""
    part, _, nth = (edge or "").partition("-")
    months = _PARTS_OF_YEAR.get(part)
    if months is None:
        return 1, 12, "year"
    last = 12 if nth == "last" else int(nth) * months
    return last - months + 1, last, "month"


def edge_of_decade(e: TimeExpression, year: int) -> Bounds:
    """Give the part of a decade that ``e.edge`` names; ``year`` is its first."""
    first, last = {"start": (0, 3), "early": (0, 3), "middle": (4, 6), "end": (7, 9)}.get(e.edge or "", (0, 9))
    return Bounds(date(year + first, 1, 1), date(year + last, 12, 31), "year" if e.edge else "decade")
