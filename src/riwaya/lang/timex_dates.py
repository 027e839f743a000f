"""Read days, months and years of the calendar: «22 يوليو (تموز)», «عام 2012», «30/7/2024», «سبعينات القرن الماضي».

Every reader takes the tokens and the place where it starts, and gives an expression or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.calendars import MonthRead, read_month
from riwaya.lang.numerals import read_number, read_ordinal
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_hijri import hijri_date, hijri_month, with_other_calendar
from riwaya.lang.timex_words import form_at, name_heads, word_at
from riwaya.lang.timex_years import COMMON_MARKS, HIJRI_MARKS, YEAR_MARKS, is_common_year, is_hijri_year, with_year
from riwaya.model.word import Token

_OPENING_MARKS = frozenset({"«", '"', "(", "“", "'"})
_DAY_JOINERS = frozenset({"-", "–", "و", "او", "الي", "حتي"})
_NO_AUGUST = frozenset({"اب", "باب"})
_MONTH_PREPOSITIONS = frozenset(
    "في وفي منذ ومنذ خلال وخلال حتي من بين بحلول اواخر اوايل مطلع بدايه نهايه منتصف شهر لشهر بشهر".split()
)
_BEFORE_LINE, _HEADS = frozenset({"", ".", "؟", "!", ":"}), frozenset({"-", "–", "—", ":"})
"""Around a year that heads a line of a chronology («1997- إطلاق …»)."""
_YEAR_PREPOSITIONS = frozenset("في وفي منذ ومنذ حتي بحلول خلال مطلع منتصف اواخر اوايل نهايه بدايه بين".split())


def read_date(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read a day and month, or a month, with the year or shift after it, that starts at token ``i``.

    Returns:
        The date; of a day told in both calendars the Gregorian one, over both; None where no date stands.
    """
    found = _read_one_date(tokens, i)
    return with_other_calendar(tokens, found, _read_one_date) if found is not None else None


def _read_one_date(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    if form_at(tokens, i)[:1].isdigit():
        return read_numeric_date(tokens, i) or read_day_month(tokens, i, _digit_day(tokens, i), i + 1)
    ordinal = read_ordinal(tokens, i)
    if ordinal is not None and ordinal.definite:
        return read_day_month(tokens, i, int(ordinal.value), ordinal.end)
    number = read_number(tokens, i)
    if number is not None and number.definite and number.value in (20, 30):
        return read_day_month(tokens, i, int(number.value), number.end)
    return read_month_date(tokens, i)


def _digit_day(tokens: Sequence[Token], i: int) -> int | None:
    form = form_at(tokens, i)
    return int(form) if form.isdigit() and len(form) <= 2 and 1 <= int(form) <= 31 else None


def read_day_month(tokens: Sequence[Token], i: int, day: int | None, end: int) -> TimeExpression | None:
    """Read «22 يوليو», «22-27 يوليو», «الثلاثين من يونيو», «15 من الشهر الجاري» after the day was read."""
    if day is None:
        return None
    last, stop = _second_day(tokens, end)
    at = stop
    if form_at(tokens, at) == "من":
        at += 1
    month_word = word_at(tokens, at, "unit")
    if month_word is not None and month_word.value == "month" and month_word.count == "sg" and not month_word.definite:
        at += 1
    month = read_month(tokens, at)
    if month is not None and not _is_name(tokens, i):
        return _dated(tokens, i, month, day, last)
    if last is None:
        return _day_of_this_month(tokens, i, end, day)
    return None


def _second_day(tokens: Sequence[Token], end: int) -> tuple[int | None, int]:
    joined = form_at(tokens, end) in _DAY_JOINERS
    if joined:
        last = _digit_day(tokens, end + 1)
        if last is not None:
            return last, end + 2
    at = end + joined
    if at < len(tokens) and (joined or form_at(tokens, at).startswith("وال")):
        ordinal = read_ordinal(tokens, at)  # «السابع إلى الثامن من مايو», «السابع والثامن»
        if ordinal is not None and ordinal.definite and form_at(tokens, ordinal.end) == "من":
            return int(ordinal.value), ordinal.end
    return None, end


def _dated(tokens: Sequence[Token], i: int, month: MonthRead, day: int, last: int | None) -> TimeExpression:
    if month.hijri:
        date = hijri_date(tokens, i, month, day=day)
    else:
        date = with_year(
            tokens, make_expression(tokens, i, month.end, "day-month", "date", day=day, month=month.number)
        )
    if last is None:
        return date
    to = widen(tokens, date, day=last)
    return widen(tokens, date, rule="day-range", to=to, first=_range_start(tokens, i))


def _range_start(tokens: Sequence[Token], i: int) -> int:
    return i - 1 if form_at(tokens, i - 1) in ("من", "بين", "وبين", "ومن") else i


def _day_of_this_month(tokens: Sequence[Token], i: int, end: int, day: int) -> TimeExpression | None:
    """Read «الخامس من الشهر الجاري», «15 الجاري»."""
    at = end + 1 if form_at(tokens, end) in ("من", "في") else end
    if form_at(tokens, at) == "هذا":
        at += 1
    unit = word_at(tokens, at, "unit")
    if unit is not None:
        if unit.value != "month" or not unit.definite or unit.count != "sg" or at == end:
            return None
        at += 1
    shift = word_at(tokens, at, "shift")
    same = word_at(tokens, at, "same")
    if unit is not None and same is not None and same.value == "after":
        return make_expression(tokens, i, at + 1, "day-of-this-month", "day-of-month", day=day, shift="same")
    if shift is None and unit is not None and form_at(tokens, at - 2) == "هذا":
        return make_expression(tokens, i, at, "day-of-this-month", "day-of-month", day=day, offset=0)
    if shift is None or shift.value not in ("past", "current", "next") or not shift.definite:
        return None
    if unit is None and shift.value != "current":
        return None
    offset = {"past": -1, "current": 0, "next": 1}[shift.value]
    return make_expression(tokens, i, at + 1, "day-of-this-month", "day-of-month", day=day, offset=offset)


def read_month_date(tokens: Sequence[Token], i: int, *, sure: bool = False) -> TimeExpression | None:
    """Read a month without a day, with «شهر» before it or not; a weak name needs company, unless what stands before makes it ``sure``."""
    at = i
    unit = word_at(tokens, i, "unit")
    if unit is not None:
        if unit.value != "month" or unit.definite or unit.count != "sg":
            return None
        at += 1
    month = read_month(tokens, at)
    if month is None or (form_at(tokens, i - 1).isdigit() and _is_name(tokens, i - 1)):
        return None
    if month.hijri:
        return hijri_month(tokens, i, at, month)
    date = with_year(tokens, make_expression(tokens, i, month.end, "month", "date", month=month.number))
    if month.weak and at == i and date.end == month.end and not sure and not _sure_month(tokens, i):
        return None
    return date


def _sure_month(tokens: Sequence[Token], i: int) -> bool:
    """«في مارس» is a month, «مارس ضغوطا» a verb; «في أب» and «في باب» are left out, a father and a gate."""
    return form_at(tokens, i - 1) in _MONTH_PREPOSITIONS and tokens[i].form not in _NO_AUGUST


def read_month_list(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «شهري مايو ويونيو الماضيين», «أشهر يناير وفبراير ومارس», from the first to the last; ``i`` at the unit word."""
    first = read_month_date(tokens, i + 1, sure=True)
    if first is None or first.shape != "date":
        return None
    last = first
    while True:
        comma = form_at(tokens, last.end) in ("،", ",", "و")
        at = last.end + comma
        other = read_month_date(tokens, at, sure=True) if form_at(tokens, at).startswith("و") or comma else None
        if other is None or other.shape != "date":
            break
        last = other
    if last is first:
        return None
    year = last.year if first.year is None else first.year
    return widen(tokens, first, first=i, end=last.end, rule="months-joined", year=year, to=last)


def _is_name(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the word before makes a day and month the name of something («ثورة 25 يناير», «حركة «25 يناير»»)."""
    before = form_at(tokens, i - 1)
    return (form_at(tokens, i - 2) if before in _OPENING_MARKS else before) in name_heads()


def read_numeric_date(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «30/7/2024», «2024-07-30», «06/02/09» (day first), «30.7.2024», «1436/10/8هـ»."""
    parts, end = _numeric_parts(tokens, i)
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        year, month, day = (int(p) for p in parts)
    else:
        day, month, year = (int(p) for p in parts)
        if month > 12 >= day:
            day, month = month, day
    mark = form_at(tokens, end)
    if len(parts[0]) != 4 and len(parts[2]) == 2:
        year += 1400 if mark in HIJRI_MARKS else 2000 if year < 70 else 1900
    elif len(parts[2]) not in (1, 2, 4):
        return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    end += mark in YEAR_MARKS
    if is_hijri_year(year):
        return make_expression(tokens, i, end, "numeric-date", "hijri", day=day, month=month, year=year)
    if not is_common_year(year):
        return None
    return make_expression(tokens, i, end, "numeric-date", "date", day=day, month=month, year=year)


def _numeric_parts(tokens: Sequence[Token], i: int) -> tuple[list[str], int]:
    form = form_at(tokens, i)
    if form.count(".") == 2:
        return form.split("."), i + 1
    mark = form_at(tokens, i + 1)
    if (
        mark in ("/", "-")
        and form_at(tokens, i + 3) == mark
        and all(form_at(tokens, k).isdigit() and len(form_at(tokens, k)) <= 4 for k in (i, i + 2, i + 4))
        and tokens[i].end + 1 >= tokens[i + 1].start
    ):
        return [tokens[k].form for k in (i, i + 2, i + 4)], i + 5
    return [], i


def read_bare_year(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read a year without «عام» after a preposition: «في 2012», «منذ 1984», «بين 2003 و2011»."""
    form = form_at(tokens, i)
    if len(form) != 4 or not form.isdigit():
        return None
    if is_hijri_year(int(form)) and form_at(tokens, i + 1) in HIJRI_MARKS:
        return make_expression(tokens, i, i + 2, "hijri", "hijri", year=int(form))
    if not is_common_year(int(form)):
        return None
    before = form_at(tokens, i - 1)
    if before in ("من", "ومن"):
        years = _year_range(tokens, make_expression(tokens, i, i + 1, "year", "year", year=int(form)))
        return widen(tokens, years, first=i - 1) if years.to is not None else None
    after = form_at(tokens, i + 1)
    heads = before in _BEFORE_LINE and after in _HEADS and not form_at(tokens, i + 2)[:1].isdigit()
    if before not in _YEAR_PREPOSITIONS and not heads:
        return None
    counted = len(after) > 3 and after[-1] == "ا" and not after.endswith("وا")  # «2013 مدنيا», not «قتلوا»
    if after in ("%", "٪") or word_at(tokens, i + 1, "unit") or counted:
        return None
    year = make_expression(tokens, i, i + 1 + (after == "م"), "year", "year", year=int(form))
    return _year_range(tokens, year)


def read_year(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «عام 2012», «العام 2000», «سنة ألفين وثلاثة», «عامي 2020 و2021», «1436هـ»; ``i`` at the unit word."""
    unit = word_at(tokens, i, "unit")
    if unit is None or unit.value != "year":
        return None
    at = i + 1 + (form_at(tokens, i + 1) in ("الهجري", "الهجريه"))
    read = read_number(tokens, at) if at < len(tokens) else None
    if read is None or read.conjunction or read.preposition or not isinstance(read.value, int):
        return None
    end = read.end
    mark = form_at(tokens, end)
    if is_hijri_year(read.value):
        return make_expression(tokens, i, end + (mark in HIJRI_MARKS), "hijri", "hijri", year=read.value)
    if not is_common_year(read.value):
        return None
    year = make_expression(tokens, i, end + (mark in COMMON_MARKS), "year", "year", year=read.value)
    return _year_range(tokens, year) if unit.count in ("du", "pl") or form_at(tokens, i - 1) == "بين" else year


def _year_range(tokens: Sequence[Token], year: TimeExpression) -> TimeExpression:
    joiner, other = form_at(tokens, year.end), form_at(tokens, year.end + 1)
    if joiner not in ("و", "-", "–", "الي", "حتي"):
        return year
    if not (
        len(other) == 4 and other.isdigit() and year.year and year.year < int(other) and is_common_year(int(other))
    ):
        return year
    to = widen(tokens, year, year=int(other))
    return widen(tokens, year, end=year.end + 2, rule="year-range", to=to)


def read_decade(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «سبعينات القرن الماضي», «عقد التسعينيات», «الثمانينات»; of the twentieth century unless another is named."""
    word = word_at(tokens, i, "decade")
    if word is None:
        return None
    end, year = i + 1, 1900 + int(word.value)
    unit = word_at(tokens, end, "unit")
    if unit is not None and unit.value == "century":
        ordinal = read_ordinal(tokens, end + 1) if end + 1 < len(tokens) else None
        if ordinal is not None:
            year, end = (int(ordinal.value) - 1) * 100 + int(word.value), ordinal.end
        elif word_at(tokens, end + 1, "shift") or form_at(tokens, end + 1) == "العشرين":
            end += 2
        else:
            return None
    elif _is_age(tokens, end) or not word.definite or int(word.value) < 40:
        return None
    return make_expression(tokens, i, end, "decade", "decade", year=year)


def _is_age(tokens: Sequence[Token], end: int) -> bool:
    """«في الثلاثينات من العمر» tells an age."""
    return form_at(tokens, end) == "من" and "عمر" in form_at(tokens, end + 1)
