"""The overview: the latest and most contested events, counted by day and by place."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger.store import Ledger
from riwaya.serve.read.lines import EventLine, event_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the first page shows. Empty tuples where nothing fits."""

    events: tuple[EventLine, ...]
    """The page of the list at hand, the latest first."""
    counts: dict[str, int]
    """How many pages, documents, claims and events hold in the whole ledger."""


def read_overview(ledger: Ledger, *, limit: int = 25) -> Overview:
    """Give the overview.

    Args:
        ledger: To be read.
        limit: Events of one page of the list.
    """
    events = ledger.events(limit=limit)
    return Overview(events=tuple(event_line(one) for one in events), counts=ledger.view.counts())
