"""What is wanted of the ledger: which claims, which events, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

EventOrder = Literal["latest", "earliest", "contested"]
"""By first day, the last or the first first, those without a day last; or those with most contests first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted; a claim must answer every field that is not None."""

    ids: tuple[str, ...] | None = None
    actor: str | None = None
    """Key (registry id, or ``name:`` and the folded name), or words that names begin with, in any role."""
    source: str | None = None
    """The same, among those who tell it."""
    type: str | None = None
    """A type, or ``TYPE/subtype``."""
    measure: str | None = None
    place: str | None = None
    """Place id, country code, or words that names of places begin with."""
    since: date | None = None
    until: date | None = None
    """Days of the happening, else of the telling; both inclusive."""
    outlet: str | None = None
    document: str | None = None
    """Id or file name."""
    event: str | None = None
    verdict: str | None = None
    """accepted, corrected, rejected or open; all but the rejected when None."""
    search: str | None = None
    """Words that all stand in the claim's own words, in any spelling and with any clitics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events are wanted; an event must answer every field that is not None."""

    ids: tuple[str, ...] | None = None
    place: str | None = None
    """Place id, country code, or words that names begin with: of the event or of a claim in it."""
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    """Key, or words that names begin with: who acts, suffers, is counted or speaks in a claim of it."""
    type: str | None = None
    measure: str | None = None
    contested: bool = False
    """Only where accounts contradict each other or one denies."""
