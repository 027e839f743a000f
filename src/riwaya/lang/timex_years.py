"""Read what stands behind a day or month and tells its year: «2013», «1436هـ», «الماضي», «من العام الماضي», «من كل عام»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.timex_expression import TimeExpression, widen
from riwaya.lang.timex_words import form_at, word_at
from riwaya.model.word import Token

FIRST_COMMON_YEAR = 1501
"""From here on the year of a Hijri month is one of the common era: «رمضان 2015»."""
HIJRI_MARKS = frozenset({"ه", "هجري", "هجريه", "للهجره"})
COMMON_MARKS = frozenset({"م", "ميلادي", "ميلاديه", "للميلاد"})
YEAR_MARKS = HIJRI_MARKS | COMMON_MARKS
_OFFSETS = {"past": -1, "current": 0, "next": 1}


def is_common_year(year: int) -> bool:
    """Say whether a number is taken for a year of the common era."""
    return 1900 <= year <= 2100


def is_hijri_year(year: int) -> bool:
    """Say whether a number is taken for a Hijri year."""
    return 1300 <= year < 1500


def with_year(tokens: Sequence[Token], date: TimeExpression) -> TimeExpression:
    """Add «2013», «من العام الماضي», «هذا العام», «الماضي», «الحالي» after a day or month; years count in its own calendar."""
    end, year = _read_year(tokens, date.end)
    if year is not None:
        if is_hijri_year(year) and date.shape != "hijri":  # «10 مايو 1436»: which one is meant is not known
            return widen(tokens, date, end=end, shape="two-calendars")
        return widen(tokens, date, end=end, year=year)
    shift = word_at(tokens, date.end, "shift")
    if shift is not None and shift.definite and shift.value in _OFFSETS:
        date = widen(tokens, date, end=date.end + 1, shift=shift.value)
    return _of_year(tokens, date)


def _of_year(tokens: Sequence[Token], date: TimeExpression) -> TimeExpression:
    at = date.end + 1 if form_at(tokens, date.end) in ("من", "في") else date.end
    before = form_at(tokens, at)
    at += before in ("هذا", "كل")
    unit = word_at(tokens, at, "unit")
    if unit is None or unit.value != "year" or unit.count != "sg" or unit.definite == (before == "كل"):
        return date
    if before == "كل":
        return widen(tokens, date, end=at + 1, shift="every")
    hijri = date.shape == "hijri" and form_at(tokens, at + 1) == "الهجري"
    at += hijri
    if before == "هذا":
        return widen(tokens, date, end=at + 1, offset=0, shift=None)
    word = word_at(tokens, at + 1)
    if word is not None and word.kind == "shift" and word.value in _OFFSETS:
        return widen(tokens, date, end=at + 2, offset=_OFFSETS[word.value], shift=None)
    if word is not None and word.kind == "same" and word.value == "after":
        return widen(tokens, date, end=at + 2, shift="same")
    return date


def _read_year(tokens: Sequence[Token], i: int) -> tuple[int, int | None]:
    """Read «2013», «2013م», «1436هـ», «عام 2013», «، 2013» at token ``i``: where it ends, and the year."""
    at = i
    if form_at(tokens, at) in (",", "،", "/", "-", "من", "("):
        at += 1
    elif form_at(tokens, at) == "في" and word_at(tokens, at + 1, "unit"):
        at += 1
    unit = word_at(tokens, at, "unit")
    if unit is not None and unit.value == "year" and unit.count == "sg":
        at += 1
        at += form_at(tokens, at) in ("الهجري", "الهجريه")
    form = form_at(tokens, at)
    if len(form) != 4 or not form.isdigit() or not (is_common_year(int(form)) or is_hijri_year(int(form))):
        return i, None
    at += 1
    return at + (form_at(tokens, at) in YEAR_MARKS), int(form)
