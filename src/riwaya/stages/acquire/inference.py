"""Which day a text came out, from what it says of days and years; nothing where that leaves more than one.

A paper names its days against the day it prints: «أمس (الاثنين)» was written on a Tuesday, and «في 27 يوليو» without a year is
the last 27 July. Where the report's one weekday is that date, the year follows: the first one, from the latest year that the text
names as past, in which the date falls on the weekday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.lang.lexicon import Lexicon, load_lexicon
from riwaya.lang.timexes import TimeExpression, find_time_expressions
from riwaya.lang.tokens import tokenize
from riwaya.model.span import Span
from riwaya.model.timex import Published
from riwaya.model.word import Token

_YEARS_TRIED = 7
"""A date comes back to its weekday within 5, 6 or 11 years; further on there would be two answers as good as each other."""
_FORTNIGHT = 14
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_AHEAD = ("next", "coming")
_BY_DAYS = ("relative-day", "same-day", "night")
"""Shapes whose offset counts days; that of «الثلاثاء من الأسبوع الماضي» counts weeks."""
_SENTENCE_ENDS = frozenset(".!?؟")
_COMPLEMENTIZERS = ("ان", "بان", "وان", "انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم")


@dataclass(frozen=True, slots=True)
class _Clues:
    """What the text says of its day."""

    printed_on: tuple[int, ...]
    """Weekdays of publication that «أمس (الاثنين)» and its like give, without repeats."""
    happened_on: tuple[int, ...]
    """Weekdays of what is reported, as against weekdays of speaking."""
    dates: tuple[TimeExpression, ...]
    """Days and months without a year."""
    says_today: bool
    since: date | None
    """The text was written on this day or later."""


def infer_published(text: str, body: Span) -> Published:
    """Infer the day of publication of a body; basis ``inferred`` for one day, ``unknown`` with the reason otherwise.

    Args:
        text: The text of the page.
        body: The article's body; an Arabic one, others are unknown.

    Source: annotation guideline, Dates (a weekday is the nearest before publication; a date without a year is the
        nearest before publication).
    """
    clues = _find_clues(tokenize(text, body))
    if len(clues.printed_on) != 1:
        return _unknown("no expression such as «أمس» with its weekday says on which weekday it came out", clues)
    if clues.since is None:
        return _unknown("no year is named", clues)
    tie = _tie(clues)
    if tie is None:
        return _unknown("no date of what is reported has a weekday that ties it to a year", clues)
    printed = clues.printed_on[0]
    for year in range(clues.since.year, clues.since.year + _YEARS_TRIED):
        day = _day(year, tie.month, tie.day)
        came_out = day + timedelta(days=(printed - tie.weekday) % 7) if day is not None else None
        if day is None or day.weekday() != tie.weekday or came_out is None or came_out < clues.since:
            continue
        why = (
            f"the weekday beside «أمس» or «اليوم» makes it a {_DAYS[printed]}; its latest date, {tie.day}/{tie.month}, is the "
            f"{_DAYS[tie.weekday]} of the report; {year} is the first year from {clues.since.year}, the last it names, "
            "in which that holds"
        )
        return Published(start=came_out, end=came_out, basis="inferred", why=why)
    return _unknown("its date and weekday meet in none of the next years", clues)


@dataclass(frozen=True, slots=True)
class _Tie:
    """A day of a month that fell on a weekday."""

    month: int
    day: int
    weekday: int


def _tie(clues: _Clues) -> _Tie | None:
    """Tie the latest date to a weekday: its own («الأحد 26 يوليو»), or the only one of the report.

    The second takes two dates or more, all of one fortnight: then they are the days of the report, and not of its background.
    Nothing is tied where the date falls on the weekday of publication without the word «اليوم»: it may be today or a week ago.
    """
    keys = sorted({_turn(e) for e in clues.dates})
    if not keys or keys[-1] - keys[0] > 6 * 31:
        return None
    named = [e for e in clues.dates if _turn(e) == keys[-1]]
    own = next((e.weekday for e in named if e.weekday is not None), None)
    crowded = len(keys) > 1 and keys[-1] - keys[0] <= _FORTNIGHT
    weekday = own if own is not None else clues.happened_on[0] if crowded and len(clues.happened_on) == 1 else None
    if weekday is None or (weekday == clues.printed_on[0] and not clues.says_today):
        return None
    return _Tie(named[0].month or 0, named[0].day or 0, weekday)


def _turn(expression: TimeExpression) -> int:
    return (expression.month or 0) * 31 + (expression.day or 0)


def _unknown(reason: str, clues: _Clues) -> Published:
    bound = f"; not before {clues.since.isoformat()}" if clues.since else ""
    return Published(start=None, end=None, basis="unknown", why=f"{reason}{bound}")


def _find_clues(tokens: Sequence[Token]) -> _Clues:
    expressions = find_time_expressions(tokens)
    lexicon = load_lexicon("ar")
    printed = dict.fromkeys(
        (e.weekday - e.offset) % 7
        for e in expressions
        if _counts_days(e) and e.weekday is not None and e.offset is not None
    )
    happened = dict.fromkeys(
        e.weekday for e in expressions
        if e.shape == "weekday" and e.weekday is not None and e.shift is None and not _tells_of_speech(tokens, e, lexicon)
    )  # fmt: skip
    ends = [end for e in expressions for end in (e, e.to) if end is not None and e.shift not in _AHEAD]
    bounds = [bound for e in ends if (bound := _lower_bound(e)) is not None]
    stretches = [e.span for e in expressions if e.since]
    dates = tuple(
        e for e in ends
        if e.shape in ("date", "range") and e.day and e.month and e.year is None and not any(s.contains(e.span) for s in stretches)
    )  # fmt: skip
    says_today = any(_counts_days(e) and e.offset == 0 and e.weekday is not None for e in expressions)
    return _Clues(tuple(printed), tuple(happened), dates, says_today, max(bounds, default=None))


def _counts_days(expression: TimeExpression) -> bool:
    return expression.shape in _BY_DAYS


def _lower_bound(expression: TimeExpression) -> date | None:
    """Give the first day of a year, month or day that the text names as past."""
    if expression.year is None or expression.shape not in ("year", "date"):
        return None
    return _day(expression.year, expression.month or 1, expression.day or 1)


def _tells_of_speech(tokens: Sequence[Token], expression: TimeExpression, lexicon: Lexicon) -> bool:
    """Say whether the weekday is when somebody spoke: a verb of telling before it in the sentence, and no «أن» between them."""
    for token in _backwards(tokens, expression.first):
        if token.form in _COMPLEMENTIZERS:
            return False
        readings = lexicon.readings(token.form)
        if readings and readings[0].lexeme.table == "speech":
            return True
    return False


def _backwards(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    for n in range(at - 1, -1, -1):
        if tokens[n].form in _SENTENCE_ENDS:
            return
        yield tokens[n]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
