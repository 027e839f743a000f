"""First and last day of an expression seen from one day; the rules are those of :mod:`riwaya.lang.timex_resolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from math import ceil

from riwaya.lang.calendars import (
    add_months,
    make_day,
    month_bounds,
    week_bounds,
    weekday_after,
    weekday_on_or_before,
)
from riwaya.lang.timex_calendar import date_bounds, edge_of_decade, edge_of_month, edge_of_year, hijri_bounds
from riwaya.lang.timex_expression import TimeExpression
from riwaya.lang.timex_feasts import feast_bounds
from riwaya.lang.timex_frame import Bounds, Frame, one_day
from riwaya.model.record import replace

_DAY = timedelta(days=1)
_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}


def find_bounds(expression: TimeExpression, frame: Frame) -> Bounds | None:
    """Give the days of an expression; None where ``frame`` does not hold what it is measured from, or no day fits."""
    rule = _RULES.get(expression.shape)
    if rule is None:
        return None
    try:
        found = rule(expression, frame)
        if found is None or expression.to is None or expression.shape in ("weekday-pair", "nth-day"):
            return _finish(expression, found)
        return _range(expression, found, frame)
    except (OverflowError, ValueError):
        return None


def _finish(e: TimeExpression, found: Bounds | None) -> Bounds | None:
    if found is None or e.part is None or found.precision != "day":
        return found
    return replace(found, precision="part-of-day")


def _range(e: TimeExpression, start: Bounds, frame: Frame) -> Bounds | None:
    """Both ends are resolved alone; the start then moves before the end, never the other way round."""
    last = find_bounds(e.to, frame) if e.to is not None else None
    if last is None:
        return None
    if e.rule == "days-joined":
        return _joined_days(start, last)
    if e.shape == "hijri":
        start = _hijri_start(e, start, last)
    first = start.start
    if e.to is not None and e.shape == "weekday" and e.to.shape == "weekday" and first > last.end:
        first -= timedelta(days=7)
    if e.shape == "date" and e.year is None and e.to is not None and e.to.year is not None:
        first = first.replace(year=last.start.year)
    if first > last.end and e.year is None and e.shape == "date":
        first = first.replace(year=first.year - 1)
    if first > last.end:
        return None
    return Bounds(first, last.end, "days" if start.precision in ("day", "part-of-day") else start.precision)


def _hijri_start(e: TimeExpression, start: Bounds, last: Bounds) -> Bounds:
    """A start without a year is the nearest on or before the end of its range."""
    open_year = e.year is None and e.offset is None and e.to is not None
    if not open_year or (start.start <= last.end and e.to is not None and e.to.year is None):
        return start
    return find_bounds(replace(e, to=None, shift=None), Frame(last.end, last.end, None)) or start


def _joined_days(one: Bounds, other: Bounds) -> Bounds | None:
    """Two days side by side, whichever is named first; days further apart are told apart."""
    first, last = min(one.start, other.start), max(one.end, other.end)
    return Bounds(first, last, "days") if last - first <= 2 * _DAY else one


def _relative_day(e: TimeExpression, frame: Frame) -> Bounds | None:
    if frame.day is None:
        return None
    day = frame.day + _DAY * (e.offset or 0)
    if e.weekday is not None and day.weekday() != e.weekday:
        ahead = (e.offset or 0) > 0
        day = weekday_after(frame.day, e.weekday) if ahead else weekday_on_or_before(frame.day, e.weekday)
    return one_day(day)


def _weekday(e: TimeExpression, frame: Frame) -> Bounds | None:
    if frame.day is None or e.weekday is None:
        return None
    if e.shift == "next":
        return one_day(weekday_after(frame.day, e.weekday))
    if e.shift in ("past", "before-past"):
        day = weekday_on_or_before(frame.day - _DAY, e.weekday)
        if day == frame.day - _DAY or e.shift == "before-past":
            day -= 7 * _DAY
        return one_day(day)
    return one_day(weekday_on_or_before(frame.day, e.weekday))


def _weekday_of_week(e: TimeExpression, frame: Frame) -> Bounds | None:
    if frame.day is None or e.weekday is None:
        return None
    monday, _ = week_bounds(frame.day + 7 * _DAY * (e.offset or 0))
    return one_day(monday + _DAY * e.weekday)


def _weekday_pair(e: TimeExpression, frame: Frame) -> Bounds | None:
    if e.to is None or e.weekday is None:
        return None
    last = _weekday(replace(e, weekday=e.to.weekday), frame)
    if last is None:
        return None
    return Bounds(weekday_on_or_before(last.end, e.weekday), last.end, "days")


def _nth_day(e: TimeExpression, frame: Frame) -> Bounds | None:
    found = find_bounds(e.to, frame) if e.to is not None else None
    last = found.end if found is not None else frame.news
    if last is None or e.amount is None:
        return None
    before = int(e.amount) - 1
    match e.unit:
        case "night":
            return Bounds(last - _DAY * (before + 1), last, "days")
        case "week":
            return Bounds(last - 7 * _DAY * before, last, "days")
        case "month":
            return Bounds(add_months(last, -before), last, "days")
        case "year":
            return Bounds(date(last.year - before, 1, 1), last, "days")
        case _:
            return Bounds(last - _DAY * before, last, "days")


def _night(e: TimeExpression, frame: Frame) -> Bounds | None:
    day = frame.news if e.offset is None else frame.day
    if day is None:
        return None
    day += _DAY * (e.offset or 0)
    return Bounds(day - _DAY, day, "days")


def _day_of_month(e: TimeExpression, frame: Frame) -> Bounds | None:
    month = frame.told[0] if e.shift == "same" and frame.told else frame.day if e.shift != "same" else None
    if month is None or e.day is None:
        return None
    month = add_months(month, e.offset or 0)
    day = make_day(month.year, month.month, e.day)
    return one_day(day) if day is not None else None


def _year(e: TimeExpression, frame: Frame) -> Bounds | None:
    del frame
    return edge_of_year(e, e.year) if e.year is not None else None


def _decade(e: TimeExpression, frame: Frame) -> Bounds | None:
    del frame
    return edge_of_decade(e, e.year) if e.year is not None else None


def _unit(e: TimeExpression, frame: Frame) -> Bounds | None:
    if frame.day is None:
        return None
    if e.unit == "week" and e.edge == "end":
        return _weekend(e, frame.day)
    if e.shift == "bare":
        return _bare_unit(e, frame.day, frame.told)
    found = _unit_around(e, frame.day, e.offset or 0)
    if found is not None and e.edge == "so-far":
        return replace(found, end=frame.day)
    if found is not None and e.shift == "coming" and found.end >= frame.day:
        return replace(found, start=frame.day)
    return found


def _weekend(e: TimeExpression, day: date) -> Bounds:
    """«نهاية الأسبوع» is the Saturday and Sunday begun last, «نهاية الأسبوع الماضي» those that are over."""
    if e.shift == "coming" or (e.offset is not None and e.offset > 0) or (e.shift != "bare" and e.offset == 0):
        saturday = weekday_on_or_before(day, 5) if day.weekday() > 4 else weekday_after(day, 5)
        return Bounds(saturday, saturday + _DAY, "week")
    over = e.offset is not None and e.offset < 0
    saturday = weekday_on_or_before(day - 2 * _DAY if over else day, 5)
    return Bounds(saturday, saturday + _DAY if over else min(saturday + _DAY, day), "week")


def _bare_unit(e: TimeExpression, day: date, told: tuple[date, date] | None) -> Bounds | None:
    """«أواخر العام» that would lie ahead is of the year told last, else of the one before."""
    found = _unit_around(e, day, 0)
    if found is None or found.start <= day:
        return found
    if told is not None and told[1].year < day.year:
        return _unit_around(e, told[0], 0)
    return _unit_around(e, day, -1)


def _unit_around(e: TimeExpression, day: date, offset: int) -> Bounds | None:
    match e.unit:
        case "day":
            return one_day(day + _DAY * offset)
        case "week":
            return Bounds(*week_bounds(day + 7 * _DAY * offset), "week")
        case "month":
            month = add_months(day, offset)
            return edge_of_month(e, *month_bounds(month.year, month.month))
        case "year":
            return edge_of_year(e, day.year + offset)
        case "decade":
            return edge_of_decade(e, day.year // 10 * 10 + 10 * offset)
        case _:
            return None


def _ago(e: TimeExpression, frame: Frame) -> Bounds | None:
    if frame.day is None:
        return None
    if e.unit in _HOURS:
        return one_day(frame.day - _DAY * int((e.amount or 0) * _HOURS[e.unit] // 24))
    if e.amount is None:
        return None
    if e.amount != int(e.amount):
        e = replace(e, amount=float(int(e.amount * 12)), unit="month") if e.unit == "year" else e
    if e.unit == "week":
        return one_day(frame.day - 7 * _DAY * int(e.amount or 0))
    if e.unit == "decade":
        return edge_of_year(e, frame.day.year - int(10 * (e.amount or 0)))
    return _unit_around(e, frame.day, -int(e.amount or 0))


def _window(e: TimeExpression, frame: Frame) -> Bounds | None:
    stale = e.unit in _HOURS and frame.news is not None and frame.day is not None and frame.day - frame.news > _DAY
    seen = (e.shift and not stale) or e.unit in ("month", "year", "decade", "century")
    base = frame.day if seen else frame.news
    if base is None or e.amount is None:
        return None
    if e.shift == "next":
        return _window_ahead(e, base)
    if e.unit in _HOURS:
        return Bounds(base - _DAY * max(1, ceil(e.amount * _HOURS[e.unit] / 24)), base, "days")
    if e.unit in ("day", "week"):
        days = int(e.amount * (7 if e.unit == "week" else 1))
        return Bounds(base - _DAY * days, base - _DAY if e.shift and e.unit == "day" else base, "days")
    months = int(e.amount * {"month": 1, "year": 12, "decade": 120}.get(e.unit or "", 1200))
    first = add_months(base, -months) if e.unit == "month" else date(base.year - months // 12, 1, 1)
    return Bounds(first, base, "days")


def _vague(e: TimeExpression, frame: Frame) -> Bounds | None:
    """«الساعات الماضية» take in yesterday, «الأيام الماضية» a week, «الأسابيع الماضية» a month; of vague months and years nothing is said."""
    if frame.day is None:
        return None
    ahead = e.shift == "next"
    match e.unit:
        case "hour" | "minute" | "second":
            away = frame.day + (_DAY if ahead else -_DAY)
        case "day":
            away = frame.day + (7 if ahead else -7) * _DAY
        case "week":
            away = _same_day_of_month(frame.day, 1 if ahead else -1)
        case _:
            return None
    return Bounds(min(away, frame.day), max(away, frame.day), "days")


def _same_day_of_month(day: date, months: int) -> date:
    first, last = month_bounds(*add_months(day, months).timetuple()[:2])
    return min(first.replace(day=1) + _DAY * (day.day - 1), last)


def _window_ahead(e: TimeExpression, base: date) -> Bounds:
    """A window to come opens with publication."""
    hours = (e.amount or 0) * _HOURS.get(e.unit or "", 24.0)
    days = {"week": 7, "month": 30, "year": 365}.get(e.unit or "", 1)
    return Bounds(base, base + _DAY * ceil(hours * days / 24), "days")


def _same_day(e: TimeExpression, frame: Frame) -> Bounds | None:
    if e.unit == "hour" and frame.news is not None and (e.shift == "news" or frame.told is None):
        return one_day(frame.news)
    if frame.told is None:
        return None
    return one_day(frame.told[1] + _DAY * (e.offset or 0))


def _from_told(e: TimeExpression, frame: Frame) -> Bounds | None:
    """So many units after the day told last, or before it; hours before take in the day before."""
    told = frame.told or ((frame.news, frame.news) if frame.news else None)
    if told is None or e.amount is None:
        return None
    if e.unit in _HOURS:
        days = ceil(abs(e.amount) * _HOURS[e.unit] / 24)
        return Bounds(told[0] - _DAY * days, told[1], "days") if e.amount < 0 else one_day(told[1] + _DAY * days)
    if e.amount != int(e.amount):
        return None
    if e.edge == "lasting" and e.unit in ("day", "week"):
        return Bounds(told[1] + _DAY * int(e.amount) * (7 if e.unit == "week" else 1), told[1], "days")
    if e.shift == "less" and e.amount < 0 and e.unit in ("day", "week"):  # «بعد أقل من عشرة أيام على هجوم»
        return Bounds(told[1] + _DAY * (int(e.amount) * (7 if e.unit == "week" else 1) + 1), told[1], "days")
    if e.shift == "few":  # «بعد أيام على هجوم»
        return Bounds(told[1] + _DAY * int(e.amount), told[1] - _DAY, "days")
    if e.unit == "week":
        return one_day(told[1] + 7 * _DAY * int(e.amount))
    return _unit_around(e, told[1], int(e.amount))


def _anniversary(e: TimeExpression, frame: Frame) -> Bounds | None:
    """«في مثل هذا اليوم من العام الماضي»: the day of publication, a year back."""
    if frame.day is None:
        return None
    day = make_day(frame.day.year + (e.offset or 0), frame.day.month, frame.day.day)
    return one_day(day) if day is not None else None


def _same_unit(e: TimeExpression, frame: Frame) -> Bounds | None:
    return _unit_around(e, frame.told[0], e.offset or 0) if frame.told is not None else None


def _same_time(e: TimeExpression, frame: Frame) -> Bounds | None:
    del e
    return Bounds(*frame.told, "day" if frame.told[0] == frame.told[1] else "days") if frame.told is not None else None


_RULES: Mapping[str, Callable[[TimeExpression, Frame], Bounds | None]] = {
    "relative-day": _relative_day,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "weekday-pair": _weekday_pair,
    "nth-day": _nth_day,
    "night": _night,
    "date": date_bounds,
    "hijri": hijri_bounds,
    "feast": feast_bounds,
    "day-of-month": _day_of_month,
    "year": _year,
    "decade": _decade,
    "unit": _unit,
    "ago": _ago,
    "window": _window,
    "vague": _vague,
    "same-day": _same_day,
    "clock": _same_day,
    "hours-later": _same_day,
    "from-told": _from_told,
    "anniversary": _anniversary,
    "same-unit": _same_unit,
    "same-time": _same_time,
    "same-period": _same_time,
}
