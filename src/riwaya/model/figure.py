"""Quantities as written, and figures: quantities that count people."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.record import record
from riwaya.model.span import Span

MEASURES = (
    "killed", "wounded", "killed_or_wounded", "captured", "abducted", "missing",
    "displaced", "arrested", "executed", "freed", "other",
)  # fmt: skip


@record
class Quantity:
    """A number or number word with its hedges; bounds are inclusive, None is open."""

    span: Span
    """The number itself («20», «عشرات», «خمسة عشر ألفا»)."""
    full: Span
    """From the first hedge to the last («20 عضوا على الأقل» whole)."""
    low: int | None
    high: int | None
    about: bool = False
    hedges: tuple[Span, ...] = ()
    why: str = ""


@record
class Figure:
    """How many people, of whom, suffered what."""

    measure: str
    low: int | None
    high: int | None
    about: bool
    span: Span
    of: Actor | None = None
    of_span: Span | None = None
