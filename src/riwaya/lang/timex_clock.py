"""Read times of day: «الساعة الثامنة صباحا», «8:30 مساء الأربعاء», «الحادية عشرة والنصف من مساء أمس»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.numerals import read_ordinal
from riwaya.lang.timex_days import read_day
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_words import form_at, word_at
from riwaya.model.word import Token

_PARTS_ALONE = frozenset({"صباحا", "مساء", "ظهرا", "فجرا", "ليلا", "عصرا", "صباحاً"})
_EARLY_LATE = frozenset({"الاولي", "الباكر", "الباكره", "المبكر", "المبكره", "المتاخره", "الاخيره"})
_FRACTIONS = frozenset({"والنصف", "والربع", "والثلث"})


def read_clock(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read a clock time after «الساعة» at token ``i``; a day after it makes the whole a date."""
    unit = word_at(tokens, i, "unit")
    if unit is None or unit.value != "hour" or unit.count != "sg" or not unit.definite:
        return None
    end = _read_hour(tokens, i + 1)
    return _finish(tokens, i, end) if end is not None else None


def read_bare_clock(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read a clock time without «الساعة», known by the part of day after it: «الثامنة مساء», «10:30 صباحا»."""
    end = _read_hour(tokens, i)
    if end is None or form_at(tokens, end) not in _PARTS_ALONE:
        return None
    return _finish(tokens, i, end)


def read_hours_of(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «ساعات الصباح الأولى», «ساعات الفجر» as a time of the day told last or told behind it, else of the news."""
    unit, part = word_at(tokens, i, "unit"), word_at(tokens, i + 1, "part")
    if unit is None or unit.value != "hour" or unit.count != "pl" or unit.definite or part is None or not part.definite:
        return None
    end = i + 2 + (form_at(tokens, i + 2) in _EARLY_LATE)
    clock = make_expression(tokens, i, end, "hours-of", "clock", unit="hour", part=part.value)
    day = find_day_after(tokens, clock)
    return widen(tokens, day, rule="hours-of") if day is not None else clock


def _read_hour(tokens: Sequence[Token], i: int) -> int | None:
    form = form_at(tokens, i)
    if form[:1].isdigit():
        if form.isdigit() and int(form) > 24:
            return None
        end = i + 1
        if form_at(tokens, end) in (":", "،", ".") and form_at(tokens, end + 1).isdigit():
            end += 2
        return end
    ordinal = read_ordinal(tokens, i) if form else None
    if ordinal is None or not ordinal.definite or ordinal.value > 24:
        return None
    end = ordinal.end
    while form_at(tokens, end) in _FRACTIONS:
        end += 1
    return end


def find_day_after(tokens: Sequence[Token], clock: TimeExpression) -> TimeExpression | None:
    """Give the day that stands behind a time of day, over both («صلاة الفجر أمس», «الثامنة من مساء السبت»); None where none does."""
    end = clock.end
    day = read_day(tokens, end) or (read_day(tokens, end + 1) if form_at(tokens, end) in ("من", "،") else None)
    if day is None or day.shape == "same-day":
        return None
    return widen(tokens, day, first=clock.first, part=day.part or "hour")


def _finish(tokens: Sequence[Token], first: int, end: int) -> TimeExpression:
    clock = make_expression(tokens, first, end, "clock", "clock")
    day = find_day_after(tokens, clock)
    if day is not None:
        return day
    if form_at(tokens, end) in _PARTS_ALONE:
        end += 1
    elif (form_at(tokens, end), form_at(tokens, end + 1)) == ("بعد", "الظهر"):
        end += 2
    elif (form_at(tokens, end), form_at(tokens, end + 1)) == ("بعد", "منتصف"):
        end += 3
    day = read_day(tokens, end) or (read_day(tokens, end + 1) if form_at(tokens, end) == "من" else None)
    if day is not None and day.shape != "same-day":
        return widen(tokens, day, first=first, part=day.part or "hour")
    return widen(tokens, clock, end=min(end, len(tokens)))
