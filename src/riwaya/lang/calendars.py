"""Months by any of their Arabic names, and the arithmetic of days, weeks and months.

The names are CLDR's (Gulf, Levant, Maghreb, Mauritania), kept as data in ``packs/ar/timex.toml``; no name means two
different months. Weeks run from Monday to Sunday.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from riwaya.lang.normalize import fold_letters
from riwaya.lang.proclitics import iter_attached
from riwaya.lang.timex_pack import entries
from riwaya.model.word import Token

_OPENERS = ("/", "-", "–", "(", "،")


@dataclass(frozen=True, slots=True)
class MonthName:
    """One spelling of a month, or the first word of a month of two words."""

    number: int
    weak: bool
    second: Mapping[str, int] | None
    """For a name of two words: the second word and the month it makes; ``number`` is 0 then."""
    hijri: bool = False


@dataclass(frozen=True, slots=True)
class MonthRead:
    """A month in tokens ``[start, end)``, its second name («يوليو (تموز)») included."""

    number: int
    start: int
    end: int
    weak: bool
    """The word alone may be something else; a second name makes it sure."""
    hijri: bool = False


@cache
def month_names() -> Mapping[str, MonthName]:
    """Give every attached spelling of a month, Gregorian and Islamic, by folded form."""
    found: dict[str, tuple[int, MonthName]] = {}
    seconds: dict[tuple[str, bool], dict[str, int]] = {}
    for table in ("month", "hijri"):
        hijri = table == "hijri"
        for entry in entries("timex", table):
            weak = {fold_letters(str(name)) for name in entry.get("weak", ())}
            for written in entry["forms"]:
                name = fold_letters(str(written))
                first, _, second = name.partition(" ")
                if second:
                    seconds.setdefault((first, hijri), {})[second] = entry["number"]
                else:
                    _offer(found, first, MonthName(entry["number"], name in weak, None, hijri))
    for (first, hijri), second_words in seconds.items():
        _offer(found, first, MonthName(0, False, second_words, hijri))
    return {form: name for form, (_, name) in found.items()}


def _offer(found: dict[str, tuple[int, MonthName]], word: str, name: MonthName) -> None:
    for at in iter_attached(word, definite=False):
        if at.form not in found or at.weight < found[at.form][0]:
            found[at.form] = (at.weight, name)


def read_month(tokens: Sequence[Token], i: int) -> MonthRead | None:
    """Read the month name at token ``i``.

    Returns:
        The month with both names where two stand together in any of the newspapers' ways («يوليو (تموز)»,
        «آذار/مارس», «كانون الأول - ديسمبر», «أغسطس آب»); None where no month stands.
    """
    first = _read_name(tokens, i)
    if first is None or first.hijri:
        return first
    other, closing = first.end, False
    if other < len(tokens) and tokens[other].form in _OPENERS:
        closing = tokens[other].form == "("
        other += 1
    second = _read_name(tokens, other)
    if second is None or second.number != first.number or second.hijri:
        return first
    end = second.end
    if closing and end < len(tokens) and tokens[end].form == ")":
        end += 1
    return MonthRead(first.number, first.start, end, weak=False)


def _read_name(tokens: Sequence[Token], i: int) -> MonthRead | None:
    if i >= len(tokens):
        return None
    name = month_names().get(tokens[i].form)
    if name is None:
        return None
    if name.second is None:
        return MonthRead(name.number, i, i + 1, name.weak, name.hijri)
    number = name.second.get(tokens[i + 1].form) if i + 1 < len(tokens) else None
    return MonthRead(number, i, i + 2, False, name.hijri) if number else None


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Give the first day of the month that lies ``months`` after that of ``day`` (before, when negative)."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def week_bounds(day: date) -> tuple[date, date]:
    """Give Monday and Sunday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Give the nearest such weekday (Monday 0), ``day`` itself counted."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """Give the nearest such weekday after ``day``, the day itself not counted."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def make_day(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has none (30 February)."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)
