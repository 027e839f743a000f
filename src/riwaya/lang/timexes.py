"""Find the time expressions of an Arabic text, and resolve them against the day it came out.

Reading is one pass over the tokens with one dictionary look-up each; only a word of time, a month, a feast, a number or an ordinal
calls a reader (``timex_days``, ``timex_dates``, ``timex_feasts``, ``timex_amounts``, ``timex_clock``). The longest reader from the left wins.
How an expression becomes dates is written, all of it, in :mod:`riwaya.lang.timex_resolve`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from riwaya.lang.calendars import month_names
from riwaya.lang.numerals import number_words
from riwaya.lang.timex_amounts import (
    read_after,
    read_ago,
    read_amount,
    read_amount_here,
    read_during,
    read_edge,
    read_that_unit,
    read_unit,
)
from riwaya.lang.timex_clock import read_bare_clock, read_clock, read_hours_of
from riwaya.lang.timex_dates import read_bare_year, read_date, read_decade, read_month_date
from riwaya.lang.timex_days import read_core, read_day
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_feasts import feast_openings, read_feast
from riwaya.lang.timex_nth import read_nth_day, read_nth_unit
from riwaya.lang.timex_periods import read_part_of, read_period, read_prayer, read_that_period
from riwaya.lang.timex_resolve import news_day, resolve_time
from riwaya.lang.timex_seasons import read_season, season_openings
from riwaya.lang.timex_words import ahead_words, form_at, time_words, word_at
from riwaya.model.word import Token

__all__ = ["TimeExpression", "find_time_expressions", "news_day", "resolve_time"]

Reader = Callable[[Sequence[Token], int], TimeExpression | None]

_POINTS = frozenset(
    "date hijri feast weekday relative-day weekday-pair year decade unit day-of-month weekday-of-week same-day".split()
)
_SINCE = _POINTS | {"night", "window", "same-unit"}
_DAYS = frozenset({"weekday", "relative-day"})
_CLOSERS = frozenset({"،", ".", ")", "؛", ""})
_ON = frozenset({"في", "يوم", "بتاريخ"})
_PLAN_REACH = 4
"""How many tokens before a date a word may stand that says that it lies ahead."""
_UP_TO = frozenset({"قبل", "وقبل", "قبيل", "حتي", "بحلول", "لغايه"})
_DATES = frozenset({"date", "hijri"})
_EVENT_DATES = frozenset(
    {"date", "hijri", "feast", "weekday", "relative-day", "weekday-of-week", "year", "unit", "ago"}
)
_WIDE_DATES = frozenset({"unit", "ago"})
_BESIDES = frozenset({"بعد", "قبل", "عقب", "اثر", "غداه", "خلال"})
_STOPS = frozenset(".،,؛;:؟?!…")
_REACH = 20
"""How many tokens «منذ» may stand before the date of the event it names."""
_FROM = frozenset({"من", "ومن"})
_BETWEEN = frozenset({"بين", "وبين"})
_UNTIL = frozenset({"الي", "حتي", "وحتي", "والي", "-", "–"})
_THAT_TIME = frozenset({"الوقت", "الحين", "التاريخ", "اليوم", "الزمن"})
_STARTING = frozenset({"بدءا", "ابتداء", "اعتبارا", "وبدءا", "وابتداء", "واعتبارا"})
_DIGITS = "0123456789"
_LAST_DAY = 31


def may_begin_time(form: str) -> bool:
    """Say whether a time expression may begin with a folded form."""
    return form in _dispatch() or form[0] in _DIGITS


def find_time_expressions(tokens: Sequence[Token], openings: Iterable[int] | None = None) -> list[TimeExpression]:
    """Find all time expressions, in text order.

    Expressions do not overlap, with one exception: «منذ بدء الهجوم يوم السبت» gives a ``since`` expression over the whole
    (``far`` is true), followed by «يوم السبت» itself, because the stretch since then and the day of the event are both told.

    Args:
        tokens: Folded tokens of one article or of any part of it.
        openings: The tokens of which `may_begin_time` is true, in order, where somebody has found them already.

    Returns:
        The expressions; empty where there is none.
    """
    found: list[TimeExpression] = []
    if openings is None:
        openings = [i for i, token in enumerate(tokens) if may_begin_time(token.form)]
    readers_of = _dispatch().get
    free, opened = 0, -1
    for i in openings:
        if i < free:
            continue
        expression = _first(readers_of(tokens[i].form, _DIGIT_READERS), tokens, i)
        if expression is None:
            if word_at(tokens, i, "since"):
                opened = i
            continue
        if opened >= 0 and not expression.since:
            if (
                _names_event(expression)
                and _is_in_reach(tokens, opened, i)
                and not _is_of_other(tokens, opened, expression)
            ):
                found.append(widen(tokens, expression, first=opened, since=True, far=True, rule="since-event"))
            opened = -1
        found.append(expression)
        free = expression.end
    return found


def _names_event(expression: TimeExpression) -> bool:
    """Say whether a time may be the day of the event that «منذ» names: one that has been."""
    ahead = (expression.offset or 0) > 0 or expression.shift in ("next", "coming")
    today = expression.offset == 0 and expression.shape != "unit"
    return expression.shape in _EVENT_DATES and not (today or ahead)


def _is_in_reach(tokens: Sequence[Token], since: int, i: int) -> bool:
    """Say whether the clause that «منذ» opens reaches as far as token ``i``."""
    between = [token.form for token in tokens[since + 1 : i]]
    return len(between) < _REACH and _STOPS.isdisjoint(between)


def _is_of_other(tokens: Sequence[Token], since: int, expression: TimeExpression) -> bool:
    """«منذ تعيينه بعد وفاة سلفه الأسبوع الماضي»: say whether a stretch or an amount is rather that of what «بعد» names."""
    if expression.shape not in _WIDE_DATES:
        return False
    return any(token.form in _BESIDES for token in tokens[since + 1 : expression.first])


def _first(readers: tuple[Reader, ...], tokens: Sequence[Token], i: int) -> TimeExpression | None:
    for reader in readers:
        found = reader(tokens, i)
        if found is not None:
            return _join(tokens, _introduced(tokens, found))
    return None


def _introduced(tokens: Sequence[Token], date: TimeExpression) -> TimeExpression:
    """«بحلول 30 يوليو» lies ahead; «بدءا من نوفمبر» runs from then on."""
    before = form_at(tokens, date.first - 1)
    if date.shape in _DATES and date.shift is None and (before == "بحلول" or _lies_ahead(tokens, date, before)):
        return widen(tokens, date, shift="coming")
    if date.shape == "unit" and date.offset == 0 and date.edge == "end" and before in _UP_TO:
        return widen(tokens, date, shift="coming")
    if date.shape in _POINTS and not date.since and before == "من":
        if form_at(tokens, date.first - 2) in _STARTING and date.to is None:
            return widen(tokens, date, first=date.first - 2, since=True, rule="starting-from")
    return date


def _lies_ahead(tokens: Sequence[Token], date: TimeExpression, before: str) -> bool:
    """Say whether a date without a year is told of as planned: «المقررة في 3 مايو», «ستعقد يوم 3 مايو»."""
    if date.year is not None or date.month is None or not {before, tokens[date.first].form} & _ON:
        return False
    first = max(0, date.first - _PLAN_REACH)
    return any(token.form in ahead_words() for token in tokens[first : date.first])


def _join(tokens: Sequence[Token], start: TimeExpression) -> TimeExpression:
    """Join «من مساء الخميس حتى فجر الجمعة», «بين 3 أيار و5 حزيران», «22 يوليو - 5 أغسطس» into one range."""
    if start.shape not in _POINTS or start.to is not None:
        return start
    before, joiner = form_at(tokens, start.first - 1), form_at(tokens, start.end)
    days = None if before in _BETWEEN else _join_days(tokens, start)
    joined = days or _join_months(tokens, start) or _join_dated(tokens, start)
    if joined is not None:
        return joined
    opened = before in _FROM or before in _BETWEEN
    at = -1
    if before in _BETWEEN:
        at = start.end + 1 if joiner == "و" else start.end if joiner[:1] == "و" else -1
    elif opened or start.since:
        comma = opened and joiner == "،"  # «من 9 مايو الجاري، وحتى …»
        at = start.end + comma + 1 if form_at(tokens, start.end + comma) in _UNTIL else -1
    elif start.day and start.month:
        at = start.end + 1 if joiner in ("-", "–") else -1
    if not 0 <= at < len(tokens):
        return start
    last = _read_point(tokens, at) or _read_month_after(tokens, at, start) or _read_of_it(tokens, at, start)
    if last is None or last.shape not in _POINTS or (not opened and {start.shape, last.shape} >= _DATES):
        return start
    if not (opened or start.since or last.day):
        return start
    first = start.first - 1 if opened else start.first
    return widen(tokens, start, first=first, end=last.end, rule="from-to", to=last, since=False)


def _join_days(tokens: Sequence[Token], start: TimeExpression) -> TimeExpression | None:
    """Join «مساء الخميس وصباح الجمعة», «أمس والخميس», «أمس وأول أمس»; a comma between them must have its fellow behind."""
    if start.shape not in _DAYS or start.since:
        return None
    comma = form_at(tokens, start.end) == "،"
    at = start.end + comma
    word = word_at(tokens, at)
    eve = form_at(tokens, at) == "واول" and form_at(tokens, at + 1) in ("امس", "من")
    if not eve and (word is None or not word.conjunction or word.kind not in ("weekday", "relative", "part")):
        return None
    other = _read_point(tokens, at)
    if other is None or other.shape not in _DAYS or other.to is not None:
        return None
    if comma and form_at(tokens, other.end) not in _CLOSERS:
        return None
    return widen(tokens, start, end=other.end, rule="days-joined", to=other)


def _join_dated(tokens: Sequence[Token], start: TimeExpression) -> TimeExpression | None:
    """Join «من الثلاثاء 23 إلى الأربعاء 24 مايو»: the month behind the second day is that of the first, too."""
    before, day = form_at(tokens, start.first - 1), form_at(tokens, start.end)
    if start.shape != "weekday" or before not in _FROM | _BETWEEN or not day.isdigit():
        return None
    joiner = form_at(tokens, start.end + 1)
    at = start.end + 1 + (joiner in _UNTIL or joiner == "و")
    if at >= len(tokens) or not (at > start.end + 1 or (before in _BETWEEN and joiner.startswith("و"))):
        return None
    last = _read_point(tokens, at)
    if last is None or last.shape != "date" or last.day is None or not 0 < int(day) <= last.day:
        return None
    return widen(tokens, last, first=start.first - 1, rule="from-to", day=int(day), weekday=None, to=last)


def _join_months(tokens: Sequence[Token], start: TimeExpression) -> TimeExpression | None:
    """Join «مايو ويونيو الماضيين», months that follow upon each other."""
    if start.shape != "date" or start.day is not None or start.edge or start.since or not _is_joined(tokens, start.end):
        return None
    other = read_month_date(tokens, start.end, sure=True)
    if other is None or other.shape != "date" or other.month != (start.month or 0) % 12 + 1:
        return None
    return widen(tokens, start, end=other.end, rule="months-joined", to=other)


def _is_joined(tokens: Sequence[Token], i: int) -> bool:
    return form_at(tokens, i).startswith("و") and form_at(tokens, i) != "و"


def _read_month_after(tokens: Sequence[Token], i: int, start: TimeExpression) -> TimeExpression | None:
    """«بين يناير ومارس»: behind a month even a weak name is one."""
    return read_month_date(tokens, i, sure=True) if start.month is not None and start.day is None else None


def _read_of_it(tokens: Sequence[Token], i: int, start: TimeExpression) -> TimeExpression | None:
    """Read the «20 منه» of «من 7 يوليو إلى 20 منه»: a day of the month that the range begins in."""
    form = form_at(tokens, i)
    if start.month is None or not start.day or not form.isdigit() or form_at(tokens, i + 1) != "منه":
        return None
    return widen(tokens, start, first=i, end=i + 2, day=int(form)) if start.day < int(form) <= _LAST_DAY else None


def _read_point(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    form = form_at(tokens, i)
    readers = _DIGIT_READERS if form[0] in _DIGITS else _dispatch().get(form, ())
    for reader in readers:
        found = reader(tokens, i)
        if found is not None:
            return found
    return None


def _read_since(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «منذ» with what follows: a time, an amount, «ذلك الوقت», or nothing readable (an event)."""
    if i + 1 >= len(tokens) or word_at(tokens, i + 1, "since"):  # «منذ منذ»: the last one has what follows
        return None
    that = word_at(tokens, i + 1, "that")
    if that is not None and that.value == "far" and form_at(tokens, i + 2) in _THAT_TIME:
        return make_expression(tokens, i, i + 3, "since-then", "same-time", since=True)
    if that is not None and that.value == "far" and not form_at(tokens, i + 2).startswith("ال"):
        return make_expression(tokens, i, i + 2, "since-then", "same-time", since=True)
    if form_at(tokens, i + 1) == "قليل":
        return make_expression(tokens, i, i + 2, "ago", "ago", amount=0.0, unit="hour")
    inner = _read_point(tokens, i + 1)
    if inner is not None and inner.shape == "clock" and inner.unit == "hour":  # «منذ ساعات الصباح»
        return widen(tokens, inner, first=i, shift="news")
    if inner is not None and inner.shape in _SINCE:
        return widen(tokens, inner, first=i, rule="since", since=True)
    found = read_amount(tokens, i + 1)
    if found is None:
        return None
    shape = "vague" if found.amount is None and found.unit not in ("second", "minute", "hour") else "ago"
    return make_expression(tokens, i, found.end, "since-ago", shape, amount=found.amount, unit=found.unit, since=True)


def _read_day_or_unit(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    return (
        read_nth_unit(tokens, i)
        or read_day(tokens, i)
        or read_clock(tokens, i)
        or read_hours_of(tokens, i)
        or read_part_of(tokens, i)
        or read_unit(tokens, i)
    )


def _read_part_or_nth(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    return read_nth_unit(tokens, i) or read_day(tokens, i)


def _read_amount_word(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Number words: «العشرين من يوليو», «ثلاثة أيام»."""
    return read_date(tokens, i) or read_amount_here(tokens, i)


_DIGIT_READERS: tuple[Reader, ...] = (read_date, read_bare_year, read_bare_clock, read_amount_here)
_READERS: Mapping[str, tuple[Reader, ...]] = {
    "weekday": (read_core,),
    "relative": (read_core,),
    "part": (_read_part_or_nth,),
    "unit": (_read_day_or_unit,),
    "period": (read_period,),
    "fraction": (read_part_of,),
    "prayer": (read_prayer,),
    "edge": (read_edge,),
    "same": (read_day, read_that_unit, read_that_period),
    "that": (read_day, read_that_unit, read_that_period),
    "since": (_read_since,),
    "ago": (read_ago,),
    "after": (read_core, read_after),
    "during": (read_during,),
    "decade": (read_decade,),
    "nth-day": (read_nth_day,),
}


@cache
def _dispatch() -> Mapping[str, tuple[Reader, ...]]:
    """Give the readers to try at each folded form; a word of time before a month before an ordinal before a number."""
    readers: dict[str, tuple[Reader, ...]] = {}
    for form, word in time_words().items():
        if word.kind in _READERS:
            readers[form] = _READERS[word.kind]
    for form in month_names():
        readers[form] = (*readers.get(form, ()), read_month_date)
    for form in season_openings():
        readers[form] = (*readers.get(form, ()), read_season)
    for form in feast_openings():
        readers[form] = (*readers.get(form, ()), read_feast)
    for form, nth in number_words("ordinal").items():
        if nth.definite or form.endswith("اول"):
            readers[form] = (*readers.get(form, ()), read_core, read_date, read_bare_clock)
    for form in number_words():
        readers[form] = (*readers.get(form, ()), _read_amount_word)
    return readers
