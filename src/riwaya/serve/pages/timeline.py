"""The timeline of the overview: how many events each day, week, month or year has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.ledger.overview import DayCount

_WIDTH, _HEIGHT = 640, 260
_FOOT, _HEAD = 26, 6
_MOST_BARS = 60
_STEPS = ("day", "week", "month", "quarter", "year", "decade")


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of days with its events."""

    since: date
    until: date
    events: int
    contested: int
    x: float
    width: float
    top: float
    height: float
    contested_top: float
    contested_height: float
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the template draws."""

    bars: tuple[Bar, ...]
    step: str
    """day, week, month, quarter, year or decade."""
    width: int = _WIDTH
    height: int = _HEIGHT
    floor: int = _HEIGHT - _FOOT


def draw_timeline(days: Sequence[DayCount], *, is_rtl: bool = False) -> Timeline | None:
    """Count events by the widest stretch that still tells them apart.

    Args:
        days: How many events begin on each day; in any order.
        is_rtl: Whether time runs from right to left.

    Returns:
        Bars from the first stretch to the last, empty ones too; None where no event has a day.
    """
    if not days:
        return None
    first, last = min(day.on for day in days), max(day.on for day in days)
    step = next((one for one in _STEPS if _count(one, first, last) <= _MOST_BARS), "decade")
    stretches = list(_stretches(step, first, last))[:1000]
    counts = {start: [0, 0] for start, _ in stretches}
    for day in days:
        counted = counts[_start(step, day.on)]
        counted[0] += day.events
        counted[1] += day.contested
    most = max(many for many, _ in counts.values())
    wide = _WIDTH / len(stretches)
    room = _HEIGHT - _FOOT - _HEAD
    every = max(1, len(stretches) // 6)
    bars: list[Bar] = []
    for number, (start, end) in enumerate(stretches):
        many, contested = counts[start]
        tall, tall_contested = room * many / most, room * contested / most
        floor = _HEIGHT - _FOOT
        bars.append(
            Bar(
                since=start,
                until=end,
                events=many,
                contested=contested,
                x=round((len(stretches) - 1 - number if is_rtl else number) * wide, 2),
                width=round(wide, 2),
                top=round(floor - tall, 2),
                height=round(tall, 2),
                contested_top=round(floor - tall_contested, 2),
                contested_height=round(tall_contested, 2),
                is_labelled=number % every == every // 2,
            )
        )
    return Timeline(tuple(bars), step)


def _count(step: str, first: date, last: date) -> int:
    days = (last - first).days + 1
    per = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652}
    return days // per[step] + 1


def _start(step: str, day: date) -> date:
    if step == "day":
        return day
    if step == "week":
        return day - timedelta(days=min(day.weekday(), (day - date.min).days))
    if step == "month":
        return day.replace(day=1)
    if step == "quarter":
        return date(day.year, day.month - (day.month - 1) % 3, 1)
    if step == "year":
        return date(day.year, 1, 1)
    return date(max(1, day.year - day.year % 10), 1, 1)


def _stretches(step: str, first: date, last: date) -> Iterable[tuple[date, date]]:
    start = _start(step, first)
    while start <= last:
        after = _next(step, start)
        yield start, (after - timedelta(days=1)) if after else date.max
        if after is None:
            return
        start = after


def _next(step: str, start: date) -> date | None:
    """Give the start of the next stretch; None at the end of the calendar."""
    if step in ("day", "week"):
        days = 1 if step == "day" else 7
        return start + timedelta(days=days) if (date.max - start).days >= days else None
    if step in ("month", "quarter"):
        months = start.year * 12 + start.month - 1 + (1 if step == "month" else 3)
        return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else None
    years = start.year - start.year % 10 + 10 if step == "decade" else start.year + 1
    return date(years, 1, 1) if years <= date.max.year else None
