"""Accounts: one originator's version of one event, and how the versions stand to each other.

Follows the public form `riwaya.events/1`. The stage `reconcile` makes them. An account is never the truth.
"""

from __future__ import annotations

from datetime import date

from riwaya.model.actor import Actor
from riwaya.model.event import Event
from riwaya.model.record import record

ACCOUNT_STANCES = ("perpetrator", "victim", "party", "observer", "anonymous")
RELATION_KINDS = ("same", "compatible", "number-conflict", "responsibility-dispute", "identity-dispute", "denial",
                  "admission", "silence")  # fmt: skip


@record
class Toll:
    """How many of one side suffered what; low and high are inclusive, None is open."""

    measure: str
    side: Actor | None
    """Who is counted; None where the words do not say."""
    low: int | None
    high: int | None
    about: bool
    words: tuple[str, ...]
    """The figures as written."""
    claim_ids: tuple[str, ...]


@record
class Account:
    """What one originator says of one event."""

    originator: Actor
    """Who says it; the outlet where it speaks for itself."""
    stance: str
    """perpetrator, victim, party, observer or anonymous."""
    claim_ids: tuple[str, ...]
    first_told_on: date | None
    last_told_on: date | None
    relays: tuple[tuple[str, ...], ...]
    """Each distinct path by which it reached us: names of relays, outermost first; () told directly."""
    documents: int
    tolls: tuple[Toll, ...] = ()
    denies: tuple[str, ...] = ()
    """Ids of its claims that deny."""
    admits: tuple[str, ...] = ()
    """Ids of its claims that admit something against the originator's own interest."""


@record
class Relation:
    """How two accounts stand to each other in one matter."""

    between: tuple[str, str]
    on: str
    """The matter: ``killed of wagner-group``."""
    kind: str
    why: str
    claim_ids: tuple[str, ...]


@record
class Turn:
    """One step in the history of an event: what was told first, changed, denied."""

    on: date | None
    what: str
    claim_ids: tuple[str, ...]


@record
class Reconciliation:
    """The accounts of one event side by side."""

    event: Event
    accounts: tuple[Account, ...]
    independent_origins: int
    """Origins of which none depends on another through a document, a relay or an originator."""
    relations: tuple[Relation, ...] = ()
    history: tuple[Turn, ...] = ()
