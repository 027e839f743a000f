"""What an export is asked for beside its shape, its policy and its filters."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from riwaya.errors import ExportInvalid
from riwaya.export.external import ExternalIds
from riwaya.ledger.filters import ClaimFilter, EventFilter

_OF_CLAIMS = ("source", "outlet", "document", "verdict", "words")
"""What only shapes over claims can be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the ledger; everything where nothing is said."""

    place: str | None = None
    """Place id, country code, or words of its name."""
    since: date | None = None
    until: date | None = None
    """Days of the happening; both inclusive."""
    actor: str | None = None
    type: str | None = None
    """A type, or ``TYPE/subtype``."""
    measure: str | None = None
    ids: tuple[str, ...] | None = None
    """Events (or, of shapes over claims, claims) by id."""
    limit: int | None = None
    event: str | None = None
    """One event by id; of shapes over claims, the claims of it."""
    contested: bool = False
    """Shapes over events: only where accounts contradict each other or one denies."""
    source: str | None = None
    outlet: str | None = None
    document: str | None = None
    verdict: str | None = None
    words: str | None = None
    """Shapes over claims: as `ClaimFilter` has them; ``words`` is its ``search``."""

    def as_dict(self) -> dict[str, Any]:
        """Give what is said, for the manifest: names in order, days as ISO dates."""
        said: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        if self.ids is not None:
            said["ids"] = list(self.ids)
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in said.items()
            if value is not None and value is not False
        }

    def for_events(self) -> EventFilter:
        """Give the ledger's filter of events.

        Raises:
            ExportInvalid: Something is asked for that only claims have.
        """
        wrong = [name for name in _OF_CLAIMS if getattr(self, name) is not None]
        if wrong:
            raise ExportInvalid(
                f"A shape over events cannot be narrowed by {', '.join(wrong)}.", hint="Take a shape over claims."
            )
        ids = self.ids if self.event is None else (self.event,) if self.event in (self.ids or (self.event,)) else ()
        return EventFilter(
            ids=ids, contested=self.contested, place=self.place, since=self.since, until=self.until, actor=self.actor, type=self.type,
            measure=self.measure,
        )  # fmt: skip

    def for_claims(self) -> ClaimFilter:
        """Give the ledger's filter of claims.

        Raises:
            ExportInvalid: Something is asked for that only events have.
        """
        if self.contested:
            raise ExportInvalid("A shape over claims cannot be narrowed to what is contested.",
                                hint="Take a shape over events, or name the event.")  # fmt: skip
        return ClaimFilter(
            ids=self.ids, place=self.place, since=self.since, until=self.until, actor=self.actor, type=self.type,
            measure=self.measure, event=self.event, source=self.source, outlet=self.outlet, document=self.document,
            verdict=self.verdict, search=self.words,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How cells are written."""

    external: ExternalIds = field(default_factory=ExternalIds)
    """Ids of other data sets."""
    numeric_inter: bool = False
    """Shape ``acled``: kinds of actors as numbers, not words."""
    table: str | None = None
    """Shapes that carry tables of others: which one."""
    redaction: str | None = None
    """Id of a redaction profile; nothing is withheld without one, wherever an export is asked for (docs/decisions/0807)."""
    at: str | None = None
    """Time of the manifest, UTC, ISO 8601; that of the ledger's newest record when left out."""

    def as_dict(self) -> dict[str, Any]:
        """Give what differs from the usual, for the manifest."""
        said = {
            "external_ids": self.external.digest,
            "numeric_inter": self.numeric_inter or None,
            "table": self.table,
            "redaction": self.redaction,
        }
        return {name: value for name, value in said.items() if value is not None}
