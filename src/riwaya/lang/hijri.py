"""Days of the Islamic calendar by the Umm al-Qura table, Saudi Arabia's civil calendar: 1343 to 1500 AH (1924 to 2077).

The table is that of the package ``hijridate``, which is loaded when the first Hijri date is met. A country that goes by
sighting the moon may begin a month a day before the table or after it (docs/decisions/0203).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class HijriDay(NamedTuple):
    """A day of the Islamic calendar."""

    year: int
    month: int
    day: int


def to_hijri(day: date) -> HijriDay | None:
    """Give the Hijri day that begins with the night before ``day``; None outside the table."""
    from hijridate import Gregorian

    try:
        return HijriDay(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())
    except OverflowError:
        return None


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Give the date of a Hijri day; None outside the table or where the month has no such day (of 29 days the 30th)."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (OverflowError, ValueError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month_bounds(year: int, month: int) -> tuple[date, date] | None:
    """Give the first and last day of a Hijri month; None outside the table."""
    from hijridate import Hijri

    first = from_hijri(year, month, 1)
    if first is None:
        return None
    return first, date.fromordinal(first.toordinal() + Hijri(year, month, 1).month_length() - 1)
