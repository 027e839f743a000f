"""Time expressions: what the text says about when."""

from __future__ import annotations

from datetime import date

from riwaya.model.record import record
from riwaya.model.span import Span

DATES_WHAT_FOLLOWS = ":event"
"""End of the value of a time that dates the event named behind it: «بعد أربعة أيام على هجوم», «غداة هجوم»."""

SINCE_EVENT = "since-event:"
"""Start of the value of a stretch that runs from an event until publication: «منذ بدء الهجوم يوم السبت»."""


@record
class Timex:
    """One time expression with its value, as far as the text and its anchor give one."""

    span: Span
    start: date | None
    """First day, inclusive; None where the anchor is unknown and the words are relative."""
    end: date | None
    """Last day, inclusive."""
    precision: str
    """day, days, week, month, year, decade, part-of-day (a day with its hour), or unknown."""
    value: str
    """Symbolic reading that stays when there is no anchor: ``day-1``, ``weekday:sat``, ``2024-07-22/27``."""
    basis: str
    """stated, publication_date, anchor_timex or unresolved."""
    inherited: bool = False
    anaphoric: bool = False
    """Points back to the time told last («نفس اليوم»)."""
    kind: str = "date"
    """date, range, since (open start until publication), duration or time-of-day."""


@record
class Published:
    """When a document came out: one day, a stretch of days, or unknown."""

    start: date | None
    end: date | None
    basis: str
    """given, metadata, inferred or unknown."""
    why: str

    @property
    def day(self) -> date | None:
        """The one day, or None when it is a stretch or unknown."""
        return self.start if self.start is not None and self.start == self.end else None
