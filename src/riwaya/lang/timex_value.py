"""Write a time expression as one symbolic value that needs no publication date: ``day-1``, ``weekday:sat``, ``2012``."""

from __future__ import annotations

from riwaya.lang.timex_expression import TimeExpression
from riwaya.lang.timex_years import FIRST_COMMON_YEAR

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def describe(expression: TimeExpression) -> str:
    """Give the value.

    Returns:
        ``day-1`` «أمس»; ``weekday:sat``, with the shift ``weekday:thu:past``; ``weekday:fri/sat`` two of them;
        ``2024-07-22``, ``xxxx-07-22`` without a year, ``xxxx-07``, ``2012``, ``1970s``;
        ``hijri:1436-10-25``, ``hijri:xxxx-09``, ``hijri:1436``, ``hijri:2015ce-09`` of a Gregorian year; ``week-1`` «الأسبوع الماضي»;
        ``ago:2year``; ``window:24hour:past``; ``P3day`` a duration; ``same-day``, ``same-day+1``; ``clock``; ``event-2day``
        from an event that no day is told of, ``told+2day`` from the day told last; ``:event`` behind it where it dates the
        event named next («بعد أربعة أيام على هجوم»). An edge adds ``:start`` and so on, a part of the day ``Tevening``, a range joins two with ``/``,
        ``since:`` stands before a stretch until publication and ``since-event:`` before one that an event opens.
    """
    value = _plain(expression)
    if expression.edge:
        value += f":{expression.edge}"
    if expression.part:
        value += f"T{expression.part}"
    if expression.to is not None and expression.shape != "weekday-pair":
        value += f"/{describe(expression.to)}"
    if expression.since:
        value = f"{'since-event' if expression.far else 'since'}:{value}"
    return value


def _plain(e: TimeExpression) -> str:
    shift = f":{e.shift}" if e.shift else ""
    if e.shape in _DAY_SHAPES:
        return _day(e) + shift
    match e.shape:
        case "date" | "hijri":
            return ("hijri:" if e.shape == "hijri" else "") + _calendar(e) + shift
        case "year":
            return str(e.year)
        case "decade":
            return f"{e.year}s"
        case "unit":
            return f"{e.unit}{e.offset or 0:+d}"
        case "ago" | "window" | "vague":
            return f"{e.shape}:{_amount(e)}{shift}"
        case "duration":
            return f"P{_amount(e)}"
        case "event" | "from-told":
            sign = "-" if (e.amount or 0) < 0 else "+"
            return f"{'told' if e.shape == 'from-told' else 'event'}{sign}{_amount(e).lstrip('-')}"
        case "same-unit":
            return f"same-{e.unit}{e.offset:+d}" if e.offset else f"same-{e.unit}"
        case _:
            return e.shape


_DAY_SHAPES = frozenset(
    {"relative-day", "weekday", "weekday-of-week", "weekday-pair", "day-of-month", "same-day", "night", "nth-day"}
)


def _day(e: TimeExpression) -> str:
    match e.shape:
        case "relative-day":
            return f"day{e.offset or 0:+d}"
        case "weekday-pair":
            last = e.to.weekday if e.to is not None else None
            return f"weekday:{_WEEKDAYS[e.weekday or 0]}/{_WEEKDAYS[last or 0]}"
        case "day-of-month":
            return f"month{e.offset or 0:+d}-{e.day:02d}"
        case "same-day":
            return f"same-day{e.offset:+d}" if e.offset else "same-day"
        case "night":
            return "night" if e.offset is None else f"night{e.offset - 1:+d}"
        case "nth-day":
            return f"nth-{e.unit or 'day'}:{e.amount:g}"
        case _:
            week = f":week{e.offset:+d}" if e.offset is not None else ""
            return f"weekday:{_WEEKDAYS[e.weekday or 0]}{week}"


def _calendar(e: TimeExpression) -> str:
    common = "ce" if e.shape == "hijri" and (e.year or 0) >= FIRST_COMMON_YEAR else ""
    year = f"{e.year}{common}" if e.year else f"year{e.offset:+d}" if e.offset is not None else "xxxx"
    month = f"-{e.month:02d}" if e.month else ""
    return year + month + (f"-{e.day:02d}" if e.day else "")


def _amount(e: TimeExpression) -> str:
    return f"{e.amount:g}{e.unit}" if e.amount is not None else f"some-{e.unit}"
