"""TimeExpression: what the words say about when, before anybody asks which day that was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from riwaya.model.record import record, replace
from riwaya.model.span import Span
from riwaya.model.word import Token


@record
class TimeExpression:
    """A time expression in symbols; tokens ``[first, end)``."""

    first: int
    end: int
    span: Span
    rule: str
    """Id of the rule in ``packs/ar/timex.toml`` that read it."""
    shape: str
    """How it is resolved: a key of the table in ``lang/timex_resolve.py``."""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    """Of a decade, its first year."""
    weekday: int | None = None
    """Monday 0."""
    offset: int | None = None
    """Days from today, or units from this one («الأسبوع الماضي» -1)."""
    amount: int | float | None = None
    unit: str | None = None
    shift: str | None = None
    """past, before-past, current, next."""
    edge: str | None = None
    """start, middle, end, or so-far («في وقت سابق من هذا الشهر»)."""
    part: str | None = None
    """Part of the day."""
    since: bool = False
    """From then until publication."""
    far: bool = False
    """«منذ» stands before an event and the date after it («منذ بدء الهجوم يوم السبت»)."""
    to: TimeExpression | None = None
    """The other end of a range; the expression itself is its start."""


def make_expression(
    tokens: Sequence[Token], first: int, end: int, rule: str, shape: str, **fields: Any
) -> TimeExpression:
    """Make the expression over tokens ``[first, end)``, its span taken from them."""
    span = Span(tokens[first].start, tokens[end - 1].end)
    return TimeExpression(first=first, end=end, span=span, rule=rule, shape=shape, **fields)


def widen(
    tokens: Sequence[Token],
    expression: TimeExpression,
    *,
    first: int | None = None,
    end: int | None = None,
    **fields: Any,
) -> TimeExpression:
    """Give the same expression over more (or other) tokens, with ``fields`` changed."""
    at = expression.first if first is None else first
    to = expression.end if end is None else end
    span = Span(tokens[at].start, tokens[to - 1].end)
    return replace(expression, first=at, end=to, span=span, **fields)
