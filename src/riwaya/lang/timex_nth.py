"""Read stretches that a text counts as they go on: «يومها الحادي عشر الثلاثاء», «لليوم الـ28 على التوالي», «للشهر التاسع»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.numerals import read_ordinal
from riwaya.lang.timex_days import read_core
from riwaya.lang.timex_expression import TimeExpression, make_expression
from riwaya.lang.timex_words import form_at, word_at
from riwaya.model.word import Token

_FOR_THE = ("لل", "ولل")
_UNITS = frozenset({"day", "week", "month", "year"})
_LONGEST = 4
"""Digits of a count of days."""


def read_nth_day(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «يومها الحادي عشر الثلاثاء», «يومه الـ28» as the stretch of so many days."""
    return _read_nth(tokens, i, "day")


def read_nth_unit(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «لليوم السابع», «للأسبوع الخامس على التوالي», «لليلة الرابعة»; «في اليوم السابع» is a day and none of these."""
    if not form_at(tokens, i).startswith(_FOR_THE):
        return None
    word = word_at(tokens, i)
    if word is not None and word.kind == "part" and word.value == "night":
        return _read_nth(tokens, i, "night")
    if word is None or word.kind != "unit" or word.count != "sg" or word.value not in _UNITS:
        return None
    return _read_nth(tokens, i, word.value)


def _read_nth(tokens: Sequence[Token], i: int, unit: str) -> TimeExpression | None:
    amount, at = _read_count(tokens, i + 1)
    if amount is None:
        return None
    if (form_at(tokens, at), form_at(tokens, at + 1)) == ("علي", "التوالي"):
        at += 2
    last = read_core(tokens, at) if unit in ("day", "night") else None
    if last is not None and last.to is not None:
        last = None
    end = last.end if last is not None else at
    return make_expression(tokens, i, end, "nth-day", "nth-day", amount=amount, unit=unit, to=last)


def _read_count(tokens: Sequence[Token], i: int) -> tuple[float | None, int]:
    """Read «الحادي عشر», «الـ28», «ال28», «28»: how many, and where that ends."""
    ordinal = read_ordinal(tokens, i) if i < len(tokens) else None
    if ordinal is not None and ordinal.definite:
        return ordinal.value, ordinal.end
    at = i + (form_at(tokens, i) == "ال")
    digits = form_at(tokens, at).removeprefix("ال")
    if digits.isdigit() and len(digits) < _LONGEST and int(digits):
        return float(int(digits)), at + 1
    return None, i
