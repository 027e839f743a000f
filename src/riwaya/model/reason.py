"""Why two accounts stand to each other as they do, and why a number is chosen: as data, so that each language can say it.

The English sentence is in the ledger's public forms; the briefs say the others (`riwaya.export.tongue`).
"""

from __future__ import annotations

from riwaya.model.record import record


@record
class Named:
    """Somebody in a reason."""

    key: str
    """Of an account or a side, as relations have it."""
    name: str
    """Of the actor, as the record has it."""
    is_speaker: bool = False
    """It is the account that the sentence speaks of: English says «itself»."""


@record
class Many:
    """A number in a reason; low and high are inclusive, None is open."""

    low: int | None
    """At least so many."""
    high: int | None
    """At most so many."""
    about: bool = False
    """The words say «about»."""
    measure: str = ""
    """What was done to them; empty where the sentence says it."""
    of: Named | None = None
    """Whose they are; of nobody where no side is told and ``of_all`` is set."""
    of_all: bool = False
    """All sides together are meant."""


@record
class Quoted:
    """Words of a page, as they stand in the text."""

    words: tuple[str, ...]
    """In the order of the claims that say them."""


@record
class Reason:
    """Which sentence it is, and what stands in it."""

    rule: str
    """Key of the sentence: one of `riwaya.stages.reconcile.reasons.SENTENCES`."""
    parts: tuple[tuple[str, tuple[Named | Many | Quoted | int, ...]], ...] = ()
    """By name, in any order; several stand in a list."""
