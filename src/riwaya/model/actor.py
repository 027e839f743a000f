"""Actors: who speaks, acts or suffers."""

from __future__ import annotations

from riwaya.model.record import record
from riwaya.model.span import Span


@record
class Actor:
    """Somebody, as the registry knows them or as the text describes them."""

    id: str | None
    """Registry id; None for somebody no entry fits."""
    name: str
    """Canonical English name; for the unknown, the best plain name that the words give."""
    kind: str
    """Kind, as in `packs/world/kinds.toml` (militant-group, armed-forces, government, anonymous, ...)."""


@record
class ActorEntry:
    """One row of the actor registry."""

    id: str
    name: str
    kind: str
    ar: tuple[str, ...] = ()
    """Arabic names, the usual one first."""
    ar_weak: tuple[str, ...] = ()
    """Arabic names that are also ordinary words: they count only beside a head noun or after the full name."""
    en: tuple[str, ...] = ()
    """Other English names and abbreviations."""
    fr: tuple[str, ...] = ()
    """French names."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes of where it acts."""
    parent: str | None = None
    """Id of the organisation it belongs to or is loyal to."""
    since: str | None = None
    until: str | None = None
    hostile_ar: tuple[str, ...] = ()
    """Arabic names that its enemies give it, kept as words and resolved to this actor."""
    external: tuple[tuple[str, str], ...] = ()
    """(scheme, id) pairs, only where certain."""

    def actor(self) -> Actor:
        """Give the short form that claims carry."""
        return Actor(id=self.id, name=self.name, kind=self.kind)


@record
class Participant:
    """An actor in a role of a claim, with the words that say so."""

    actor: Actor
    span: Span
