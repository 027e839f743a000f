"""What the grammar of place phrases gives before anybody asks which place is meant."""

from __future__ import annotations

from riwaya.model.record import record, replace
from riwaya.stages.annotate.places_names import NameHit

OPEN, CLOSE = frozenset("«\"'“(/"), frozenset("»\"'”)/")
"""Marks around a name that a noun introduces."""


@record
class Phrase:
    """A stretch of tokens that says where."""

    start: int
    end: int
    """Token range, half-open."""
    attached: int = 0
    """Letters of particles on the first token that are no part of the phrase."""
    preposition: str = ""
    """Preposition written onto the first token."""
    kind: str = "name"
    """name, unknown, back, capital, border or between."""
    names: tuple[NameHit, ...] = ()
    """One name; several where they are joined by «و» under one cue."""
    unknown: tuple[int, int] | None = None
    """Token range of a name that the gazetteer lacks."""
    hint: str | None = None
    """What a noun before the name says it is (see `gazetteer.lookup.Clues`)."""
    noun: str = ""
    """That noun, or the noun that points back."""
    anchor: bool = False
    """Lies in the town named last, where nobody knows it."""
    country: str | None = None
    """Said by an adjective inside or behind the phrase."""
    compass: tuple[str, ...] = ()
    """Compass words, the innermost last."""
    km: float | None = None
    """Distance told before the compass word or before «من»."""
    edge: str = ""
    """Relation told by a noun such as «مشارف»."""
    joined: tuple[Phrase, ...] = ()
    """The two sides of «بين»."""
    named: bool = False
    """A noun says that a place is meant."""

    def within(self, start: int, attached: int, preposition: str, **changes: object) -> Phrase:
        """Give the phrase begun earlier, with changes."""
        return replace(self, start=start, attached=attached, preposition=preposition, **changes)  # type: ignore[arg-type]
