"""Reductions: what a declared policy makes of the accounts of one event, each number with its claims and its rule."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.reason import Reason
from riwaya.model.record import record

GRADES = ("confirmed", "fair", "weak", "contested", "discounted")


@record
class Words:
    """One text in the three languages of the desk."""

    ar: str
    en: str
    fr: str


@record
class Policy:
    """A written rule that makes numbers of accounts."""

    id: str
    name: Words
    rule: Words
    """What it does, in sentences."""
    limits: Words
    """What its numbers must not be taken for."""
    source: str
    """The codebook or guideline that it follows."""
    takes_actor: bool = False
    """Whether it asks for an actor: ``as-told-by jnim``."""
    method: str = ""
    """Which of the reductions it is."""
    vague: tuple[tuple[str, int], ...] = ()
    """Words for numbers and what the policy counts for them, longest first."""


@record
class Cell:
    """One number of a reduction."""

    measure: str
    side: Actor | None
    """Who is counted; None for all people alike."""
    low: int | None
    high: int | None
    """None where the highest account is open («at least 26»)."""
    top: int | None
    """The highest number that any account gives, open or not."""
    best: int | None
    """The one number of policies that choose one; None in others."""
    why: str
    """Which accounts gave it, by which step of the rule; in English."""
    claim_ids: tuple[str, ...]
    reason: Reason | None = None
    """The same as data, for other languages."""


@record
class Reduction:
    """What one policy makes of one event. A range is a range of accounts, never a confidence interval."""

    policy: str
    """Id, with its actor where it takes one."""
    cells: tuple[Cell, ...]
    """By measure, then side; empty where no account fits the policy."""
    totals: tuple[tuple[str, int | None], ...] = ()
    """Named sums of policies that have them (``best``, ``deaths_a``), in the order of their codebook."""
    grade: str | None = None
    """Of policies that grade; None where there is nothing to grade."""
    why: str = ""
    """Why the grade, or why there are no cells."""
    claim_ids: tuple[str, ...] = ()
    """The claims behind the grade."""
    reason: Reason | None = None
    """Of ``why``, as data."""
