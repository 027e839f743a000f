"""Read days and months of the Islamic calendar: «10 محرم 1436», «شهر رمضان الماضي», «مطلع شوال», and both calendars together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from riwaya.lang.calendars import MonthRead
from riwaya.lang.normalize import fold_letters
from riwaya.lang.numerals import NumberRead, read_ordinal
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_pack import load_table
from riwaya.lang.timex_words import form_at, word_at
from riwaya.lang.timex_years import with_year
from riwaya.model.word import Token

_TIMED = frozenset("في وفي خلال وخلال ليالي ايام نهار نهارات".split())
_SINCE = frozenset("منذ ومنذ".split())
_SURE_EDGES = ("مطلع", "مستهل", "منتصف", "اواسط", "اوايل", "اواخر", "غره")
"""Edges that persons do not have; «نهاية رجب» may be a man's end."""
_CLOSERS = frozenset({"", ".", "،", ",", "؛", ":", ")"})
_EQUALS = frozenset({"(", "/", "-", "–"})
_MEETING = frozenset({"الموافق", "الموافقه", "موافق"})


def hijri_date(tokens: Sequence[Token], i: int, month: MonthRead, *, day: int | None = None) -> TimeExpression:
    """Give the Hijri day or month that starts at token ``i``, with what stands behind its month and tells the year."""
    end = month.end + (form_at(tokens, month.end) in _words("hijri_epithets"))
    return with_year(tokens, make_expression(tokens, i, end, "hijri", "hijri", day=day, month=month.number))


def hijri_month(tokens: Sequence[Token], i: int, at: int, month: MonthRead) -> TimeExpression | None:
    """Give a Hijri month without a day; ``at`` is its name, behind ``i`` where «شهر» stands before it.

    Returns:
        None where a bare name has no company that makes it a month: many are given names or plain words.
    """
    if (ordinal := _nth_of(tokens, i)) is not None:
        return widen(tokens, hijri_date(tokens, i, month, day=int(ordinal.value)), first=ordinal.start)
    date = hijri_date(tokens, i, month)
    if at == i and date.year is None and date.shift is None and date.offset is None and not _is_time(tokens, i, month):
        return None
    return date


def _nth_of(tokens: Sequence[Token], i: int) -> NumberRead | None:
    """«أول أيام رمضان», «ثالث أيام شهر رمضان»: give the ordinal before; None for none."""
    if i < 2 or form_at(tokens, i - 1) != "ايام":
        return None
    ordinal = read_ordinal(tokens, i - 2)
    return ordinal if ordinal is not None and ordinal.end == i - 1 else None


def _is_time(tokens: Sequence[Token], i: int, month: MonthRead) -> bool:
    before, after = form_at(tokens, i - 1), form_at(tokens, month.end)
    if month.weak and after in _words("hijri_names"):
        return False
    if before in _TIMED or before.endswith(_SURE_EDGES) or (before in _SINCE and not month.weak):
        return True
    return word_at(tokens, i - 1, "edge") is not None and (not month.weak or after in _CLOSERS)


def with_other_calendar(
    tokens: Sequence[Token], date: TimeExpression, read: Callable[[Sequence[Token], int], TimeExpression | None]
) -> TimeExpression:
    """Take in the same day told in the other calendar: «10 محرم 1437هـ الموافق 24 أكتوبر 2015», «3 مايو (14 رمضان)».

    Returns:
        The Gregorian date over both, unless only the Hijri one has its year; ``date`` itself where it stands alone.
    """
    if date.shape not in ("date", "hijri") or date.day is None or date.to is not None:
        return date
    joiner, at = form_at(tokens, date.end), date.end + 1
    if joiner in _MEETING:
        at += form_at(tokens, at) == "ل"
    elif joiner not in _EQUALS:
        return date
    if joiner == "(" and form_at(tokens, at) in _MEETING:
        at += 1
    other = read(tokens, at) if form_at(tokens, at)[:1].isdigit() else None
    if other is None or other.day is None or other.to is not None or {date.shape, other.shape} != {"date", "hijri"}:
        return date
    end = other.end + (joiner == "(" and form_at(tokens, other.end) == ")")
    hijri, common = (date, other) if date.shape == "hijri" else (other, date)
    taken = hijri if common.year is None and hijri.year is not None else common
    return widen(tokens, taken, first=date.first, end=end)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold_letters(str(load_table("timex")[key])).split())
