"""Frame and Bounds: from where a time expression is seen, and the days that come out."""

from __future__ import annotations

from datetime import date

from riwaya.model.record import record


@record(kw_only=False)
class Frame:
    """From where an expression is seen."""

    day: date | None
    """Publication."""
    news: date | None
    """The day that the news is told from."""
    told: tuple[date, date] | None
    """The time told last."""


@record(kw_only=False)
class Bounds:
    """First and last day, both inclusive, and what they are exact to."""

    start: date
    end: date
    precision: str


def one_day(day: date) -> Bounds:
    """Give the bounds of a single day."""
    return Bounds(day, day, "day")
