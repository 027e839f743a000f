"""The filters of an export, once: the command makes its options of this list, the API its parameters' words.

Each is a field of `Wanted` of the same name; a test holds command, API and `Wanted` to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Over = Literal["claims", "events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One way to ask for a part of the ledger."""

    name: str
    takes: str
    """What stands behind it in the help of a command; empty for one that is only set."""
    says: str
    """What it asks for, in one sentence."""
    only: Over | None = None
    """The shapes that heed it; all where None. The others refuse it."""
    values: tuple[str, ...] = ()
    """All that it takes, where that is a short list; also ``measure`` has one, that of the model."""

    @property
    def meaning(self) -> str:
        """What it asks for, and of which shapes."""
        return f"Shapes over {self.only}: {self.says[0].lower()}{self.says[1:]}" if self.only else self.says


FILTERS = (
    Filter(name="place", takes="ID|NAME|COUNTRY", says="Place id, country code, or words that names begin with."),
    Filter(name="since", takes="DATE", says="First day, inclusive."),
    Filter(name="until", takes="DATE", says="Last day, inclusive."),
    Filter(name="actor", takes="ID|NAME", says="Actor id, or words that names begin with, in any role."),
    Filter(name="type", takes="TYPE[/SUBTYPE]", says="Kind of happening: ASSAULT, or ASSAULT/ambush."),
    Filter(name="measure", takes="MEASURE", says="Only where a figure counts this."),
    Filter(name="event", takes="ID", says="One event by id; of shapes over claims, the claims of it."),
    Filter(name="ids", takes="ID", says="Only this event, or of shapes over claims this claim; may be given again."),
    Filter(name="contested", takes="", only="events", says="Only where accounts contradict each other or one denies."),
    Filter(name="source", takes="ID|NAME", only="claims", says="Who tells it, at any place of the chain."),
    Filter(name="outlet", takes="ID|NAME", only="claims", says="Who published it."),
    Filter(name="document", takes="ID|FILE", only="claims", says="Id or file name of the document."),
    Filter(
        name="verdict",
        takes="VERDICT",
        only="claims",
        says="What people judged; all but the rejected when left out.",
        values=("accepted", "corrected", "rejected", "open"),
    ),
    Filter(name="words", takes="WORDS", only="claims", says="Words that all stand in the claim, in any spelling."),
    Filter(name="limit", takes="N", says="At most so many events, or claims; all when left out."),
)


def meaning_of(name: str) -> str:
    """Give what a filter asks for, in words."""
    return next(one.meaning for one in FILTERS if one.name == name)
