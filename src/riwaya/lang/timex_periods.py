"""Read stretches that a text names by a part or takes up again: «النصف الأول من العام», «الفترة نفسها», «قبيل صلاة الفجر»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.numerals import read_ordinal
from riwaya.lang.timex_clock import find_day_after
from riwaya.lang.timex_dates import read_month_date, read_year
from riwaya.lang.timex_days import read_core, read_shift
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_words import form_at, word_at
from riwaya.lang.timex_years import is_common_year
from riwaya.model.word import Token

_PARTS = {"half": 2, "third": 3, "quarter": 4}
_LAST = frozenset({"الاخير", "الاخيره"})
_WEEKS, _YEAR_DIGITS = 4, 4
_OFFSETS = {"past": -1, "before-past": -2, "current": 0, "next": 1}
_PRAYERS = frozenset({"الفجر", "الصبح", "الظهر", "العصر", "المغرب", "العشاء", "التراويح"})
_AROUND = frozenset("قبل قبيل بعد بعيد عقب خلال اثناء وقت موعد مع اثر".split())
"""Before a prayer they say when; of «أداء صلاة الفجر» nothing is said."""


def read_period(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «الفترة نفسها», «المدة ذاتها» as the stretch told last; «الفترة الأخيرة» is none."""
    word, same = word_at(tokens, i, "period"), word_at(tokens, i + 1, "same")
    if word is None or not word.definite or same is None or same.value != "after":
        return None
    return make_expression(tokens, i, i + 2, "same-period", "same-period")


def read_that_period(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «نفس الفترة», «تلك الفترة»; «هذه الفترة» is the present and none."""
    word, period = word_at(tokens, i), word_at(tokens, i + 1, "period")
    if word is None or period is None or not period.definite or period.conjunction or period.preposition:
        return None
    back = (word.kind == "same" and word.value == "before") or (word.kind == "that" and word.value == "far")
    return make_expression(tokens, i, i + 2, "same-period", "same-period") if back else None


def read_part_of(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «النصف الأول من العام الجاري», «الربع الأخير من 2014», «الأسبوع الثاني من يوليو»."""
    word = word_at(tokens, i)
    if word is None or not word.definite:
        return None
    week = word.kind == "unit" and word.value == "week" and word.count == "sg"
    parts = _WEEKS if week else _PARTS.get(word.value, 0) if word.kind == "fraction" else 0
    nth, end = _nth(tokens, i + 1, parts)
    if not parts or nth is None or form_at(tokens, end) != "من":
        return None
    whole = _whole(tokens, end + 1)
    if whole is None or whole.day is not None or (week and whole.month is None and whole.unit != "month"):
        return None
    edge = f"{'week' if week else word.value}-{nth}"
    return widen(tokens, whole, first=i, edge=edge, rule="part-of")


def _nth(tokens: Sequence[Token], i: int, parts: int) -> tuple[str | None, int]:
    if form_at(tokens, i) in _LAST:
        return "last", i + 1
    ordinal = read_ordinal(tokens, i) if form_at(tokens, i) else None
    if ordinal is None or not ordinal.definite or not 1 <= ordinal.value <= parts:
        return None, i
    return str(int(ordinal.value)), ordinal.end


def _whole(tokens: Sequence[Token], at: int) -> TimeExpression | None:
    """Read the month or year that a part is of."""
    if at >= len(tokens):
        return None
    form = tokens[at].form
    if form.isdigit() and len(form) == _YEAR_DIGITS and is_common_year(int(form)):
        return make_expression(tokens, at, at + 1, "year", "year", year=int(form))
    found = read_year(tokens, at) or read_month_date(tokens, at)
    if found is not None:
        return found
    near = form_at(tokens, at) in ("هذا", "هذه")
    unit = word_at(tokens, at + near, "unit")
    if unit is None or not unit.definite or unit.count != "sg" or unit.value not in ("month", "year"):
        return None
    shift, end = read_shift(tokens, at + near + 1)
    offset = _OFFSETS[shift] if shift is not None else 0
    return make_expression(tokens, at, end if shift else at + near + 1, "unit", "unit", unit=unit.value, offset=offset)


def read_prayer(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «قبيل صلاة الفجر» as a time of the day told last or told behind it, «بعد صلاة الجمعة» as Friday."""
    if form_at(tokens, i - 1).removeprefix("و") not in _AROUND:
        return None
    if form_at(tokens, i + 1) == "الجمعه":
        friday = read_core(tokens, i + 1)
        return widen(tokens, friday, first=i - 1, part="noon", rule="prayer") if friday is not None else None
    if form_at(tokens, i + 1) not in _PRAYERS:
        return None
    clock = make_expression(tokens, i - 1, i + 2, "prayer", "clock")
    day = find_day_after(tokens, clock)
    return widen(tokens, day, rule="prayer") if day is not None else clock
