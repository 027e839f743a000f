"""Events: happenings in the world, each held together by the claims that speak of it.

Follows the public form `riwaya.events/1`. The stage `cluster` makes them.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from riwaya.model.actor import Actor
from riwaya.model.claim import Claim
from riwaya.model.document import Outlet
from riwaya.model.place import Place
from riwaya.model.record import record


@record
class ToldClaim:
    """A claim with the document that carries it: what the cross-document stages work on."""

    claim: Claim
    document_id: str
    document_name: str
    """Name of the page that was read."""
    text: str = field(repr=False)
    """Text of that page, into which the claim's spans point."""
    outlet: Outlet | None = None
    """Who published it: the originator of what has no chain."""
    told_on: date | None = None
    """When the originator said it, else when the document came out; None where neither is known."""
    why: tuple[str, ...] = ()
    """What put it into its event, with scores."""


@record
class EventTime:
    """The days over which the claims of an event place it, both inclusive; None is open."""

    start: date | None
    end: date | None
    precision: str


@record
class Title:
    """What to call an event, in the three languages of the desk."""

    ar: str
    en: str
    fr: str


@record
class Side:
    """Actors who stand together in an event."""

    id: str
    actors: tuple[Actor, ...]


@record
class CopyGroup:
    """Documents that tell of an event in the same words: relays of one telling, never origins of their own."""

    document_ids: tuple[str, ...]
    """At least two, sorted."""
    resemblance: float
    """How much of the words is the same, in [0, 1]: the least that ties one of them to the others."""


@record
class Event:
    """One happening. It holds no figure and no version of its own: those are its accounts'."""

    id: str
    type: str
    subtype: str | None
    claims: tuple[ToldClaim, ...]
    """At least one, in the order of document id, then text."""
    time: EventTime | None = None
    place: Place | None = None
    sides: tuple[Side, ...] = ()
    title: Title | None = None
    copies: tuple[CopyGroup, ...] = ()
    """Sorted; a document stands in at most one."""
