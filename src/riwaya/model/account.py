"""Accounts: one originator's version of one event, and how the versions stand to each other.

Follows the public form `riwaya.events/1`. The stage `reconcile` makes them. An account is never the truth.
"""

from __future__ import annotations

from datetime import date

from riwaya.model.actor import Actor
from riwaya.model.event import Event
from riwaya.model.reason import Reason
from riwaya.model.record import record

ACCOUNT_STANCES = ("perpetrator", "victim", "party", "observer", "anonymous")
RELATION_KINDS = ("same", "compatible", "number-conflict", "responsibility-dispute", "identity-dispute", "denial",
                  "admission", "silence")  # fmt: skip
TURNS = ("first account", "new party", "new figure", "correction", "denial", "admission")


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
    is_part: bool = False
    """Counts some of those that another toll of the account counts («بينهم طفلان»), or names one victim: never added."""


@record
class Denied:
    """What an account says is not so."""

    on: str
    """The matter, as relations name it: ``killed of wagner-group``, ``responsibility``, ``the event``."""
    measure: str | None
    """What did not happen to people; None where the denial is of a deed or of the whole."""
    side: str | None
    """Key of whom it is about; None where it names nobody."""
    claim_id: str


@record
class Account:
    """What one originator says of one event."""

    id: str
    """Registry id of the originator, else its name folded: unique in the event."""
    originator: Actor
    """Who says it; the outlet where it speaks for itself."""
    words: str
    """The fullest words that name the originator; empty for an outlet's own voice."""
    stance: str
    """perpetrator, victim, party, observer or anonymous."""
    claim_ids: tuple[str, ...]
    first_told_on: date | None
    last_told_on: date | None
    relays: tuple[tuple[Actor, ...], ...]
    """Each distinct path by which it reached us, outermost relay first; () where the outlet was told directly."""
    documents: int
    tolls: tuple[Toll, ...] = ()
    denies: tuple[str, ...] = ()
    """Ids of its claims that deny."""
    admits: tuple[str, ...] = ()
    """Ids of its claims that admit something against the originator's own interest."""
    denials: tuple[Denied, ...] = ()
    """What its denials are about, in the order of its claims."""
    former_tolls: tuple[Toll, ...] = ()
    """What it said before it said otherwise, oldest first."""


@record
class Relation:
    """How two accounts stand to each other in one matter."""

    between: tuple[str, str]
    on: str
    """The matter: ``killed of wagner-group``."""
    kind: str
    why: str
    """In English."""
    claim_ids: tuple[str, ...]
    reason: Reason | None = None
    """The same as data, for other languages."""


@record
class Turn:
    """One step in the history of an event: what was told first, changed, denied."""

    on: date | None
    what: str
    """One of TURNS."""
    account: str
    """Whose step it is."""
    detail: str
    """What was told, in words: ``killed of wagner-group: 14, now 9``."""
    claim_ids: tuple[str, ...]


@record
class Origin:
    """Accounts that count once, as one depends on the other."""

    accounts: tuple[str, ...]
    why: tuple[str, ...]
    """What ties them together; empty for an account that depends on none."""


@record
class Reconciliation:
    """The accounts of one event side by side."""

    event: Event
    accounts: tuple[Account, ...]
    origins: tuple[Origin, ...] = ()
    """Origins of which none depends on another through a document, a relay or an originator."""
    relations: tuple[Relation, ...] = ()
    history: tuple[Turn, ...] = ()

    @property
    def independent_origins(self) -> int:
        """How many origins stand behind the event."""
        return len(self.origins)

    def account(self, id_: str) -> Account:
        """Give one account by its id; KeyError where there is none."""
        for one in self.accounts:
            if one.id == id_:
                return one
        raise KeyError(id_)
