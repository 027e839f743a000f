"""Times: every time expression of an article, resolved against the day it came out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from riwaya.lang.timex_expression import TimeExpression
from riwaya.lang.timexes import find_time_expressions, news_day, resolve_time
from riwaya.model.timex import Published, Timex
from riwaya.model.word import Token

_DAYS = frozenset({"day", "days", "part-of-day"})
_WIDE = frozenset({"same-unit", "same-time", "date", "day-of-month"})
_CLOCK = frozenset({"clock", "hours-later"})
_DAYS_OF_WEEK = 7
_WEEK = timedelta(days=_DAYS_OF_WEEK)
_HALF_A_WEEK = timedelta(days=3)
_THEN = frozenset(
    joined + word for joined in ("", "و") for word in "حينذاك انذاك وقتذاك يومذاك حينها وقتها يومها".split()
)
_THEN_REACH = 30
"""Tokens from «حينذاك» to a weekday of what was said then."""
_STOPS = frozenset(".؛؟!")
_ASIDE = frozenset({"window", "vague", "from-told"})
"""Stretches, and days counted from the story's, do not move the story."""


def find_times(tokens: Sequence[Token], *, published: Published, openings: Iterable[int] | None = None) -> list[Timex]:
    """Find the times of one article.

    Args:
        tokens: Folded tokens of the article, in order; teasers and furniture left out, as their days are not its days.
        published: When it came out.
        openings: Where a time may begin, as `find_time_expressions` takes them.

    Returns:
        The times in text order, empty where there is none. Durations and unresolved times are among them, with no days.
        Spans overlap in one case only: before the date of an event that «منذ» names («منذ بدء الهجوم يوم السبت») stands
        a ``since`` time over the whole, value ``since-event:…``.

    Source: annotation guideline, Dates; the rules of :mod:`riwaya.lang.timex_resolve`.
    """
    expressions = find_time_expressions(tokens, openings)
    news = news_day(expressions, published)
    written = _written_on(expressions, published)
    found: list[Timex] = []
    told = _Told(None, None, None, None, 0)
    for expression in expressions:
        previous = told.before(expression, tokens)
        anchor = _told_then(tokens, expression, told.day, published) or published
        if expression.shape == "relative-day" and written is not None:
            anchor = written
        time = resolve_time(expression, anchor=anchor, previous=previous, news=news)
        found.append(time)
        if time.kind == "since" and time.start is not None and expression.shape not in _CLOCK:
            told.stretch = time
        told_here = time.start is not None and time.kind in ("date", "range") and expression.shape not in _ASIDE
        if told_here and not _in_brackets(tokens, expression.first):
            told.add(time, published, expression.end)
    return found


def _written_on(expressions: Iterable[TimeExpression], published: Published) -> Published | None:
    """«اليوم (السبت)» on a page of Sunday: the report was written the day before, and «مساء اليوم» is that day too; None else."""
    if published.start is None or published.start != published.end:
        return None
    for expression in expressions:
        if expression.shape == "relative-day" and expression.weekday is not None and not expression.offset:
            late = timedelta(days=(published.start.weekday() - expression.weekday) % _DAYS_OF_WEEK)
            if timedelta() < late <= _HALF_A_WEEK:
                day = published.start - late
                return Published(start=day, end=day, basis="inferred", why="written-before")
            return None
    return None


def _told_then(
    tokens: Sequence[Token], expression: TimeExpression, told: Timex | None, published: Published
) -> Published | None:
    """«وأعلنت الوزارة حينذاك أنها قتلته السبت»: a weekday in what was said then is the one next to the day told last; None for others."""
    if expression.shape != "weekday" or expression.shift is not None or told is None or told.start is None:
        return None
    if published.end is None or told.start >= published.end - _WEEK:
        return None
    for k in range(expression.first - 1, max(-1, expression.first - _THEN_REACH), -1):
        if tokens[k].form in ".؛":
            return None
        if tokens[k].form in _THEN:
            day = told.start + _HALF_A_WEEK
            return Published(start=day, end=day, basis="inferred", why="told-then")
    return None


@dataclass(slots=True)
class _Told:
    """What was told last: at all, as a stretch of several days, as a day, and as a day of the last week; and where it ended."""

    any: Timex | None
    stretch: Timex | None
    day: Timex | None
    recent: Timex | None
    end: int

    def before(self, expression: TimeExpression, tokens: Sequence[Token]) -> Timex | None:
        """Give what ``expression`` may point back to: a clock time belongs to the day of its sentence, else to the news and not to its background."""
        if expression.shape == "same-period":
            return self.stretch or self.any
        if expression.shape in _WIDE or expression.shift == "bare":
            return self.any
        if expression.shape not in _CLOCK:
            return self.day
        here = self.any is self.day and all(token.form not in _STOPS for token in tokens[self.end : expression.first])
        return self.day if here else self.recent or self.day

    def add(self, time: Timex, published: Published, end: int) -> None:
        """Keep a time as the one told last."""
        self.any, self.end = time, end
        if time.start != time.end:
            self.stretch = time
        if time.precision not in _DAYS:
            return
        self.day = time
        if published.end is None or time.end is None or published.end - _WEEK <= time.end <= published.end:
            self.recent = time


def _in_brackets(tokens: Sequence[Token], first: int) -> bool:
    """A day in brackets explains another («(8 مساء بتوقيت واشنطن، الخميس)»); the story does not move there."""
    for k in range(first - 1, max(first - 12, -1), -1):
        if tokens[k].form == ")":
            return False
        if tokens[k].form == "(":
            return True
    return False
