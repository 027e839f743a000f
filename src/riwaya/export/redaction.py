"""Redaction: a profile withholds names, words and points before any row is made, so that every shape obeys it.

Profiles are data (`export/tables/redaction.toml`). In the text of a page what is withheld becomes as many blocks, so that
offsets stay right; elsewhere it becomes a word in brackets. Ids stay: who holds the ledger can still trace every cell.
What the reader did not recognise as a name cannot be found: only ``words = "figures"`` is proof against that.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from riwaya.errors import ExportInvalid
from riwaya.export.lookup import read_table
from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.tokens import tokenize
from riwaya.ledger.records import KeptClaim
from riwaya.model.account import Reconciliation
from riwaya.model.actor import Actor
from riwaya.model.document import Document
from riwaya.model.event import ToldClaim
from riwaya.model.place import Place
from riwaya.model.reason import Reason
from riwaya.model.reduction import Reduction, Words
from riwaya.model.span import Span
from riwaya.stages.reconcile import side_key

_T = TypeVar("_T")
EVERYTHING = "none"
"""In place of a profile: nothing is withheld. What holds where nothing is said, in command, API and Python alike."""
BLOCK = "█"
NAME, SOURCE, PLACE = "[name withheld]", "[source withheld]", "[place withheld]"
_SHORTEST = 3
"""Letters of a part of a name that is looked for by itself."""
_PERSONS = ("person", "head-of-state")
_FINE = ("town", "district", "locality")
_CELL = 0.5
"""Degrees."""
_CELL_KM = 40.0
"""From the middle of a cell to its corner, about, on the equator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is withheld."""

    id: str
    rule: Words
    persons: bool
    sources: bool
    places: bool
    words: str
    """``all``, or ``figures``."""


@cache
def load_profiles() -> tuple[Profile, ...]:
    """Give the profiles in the order of the pack."""
    rows: list[dict[str, Any]] = read_table("redaction")["profile"]
    return tuple(
        Profile(
            id=row["id"], rule=Words(**row["rule"]), persons=row["persons"], sources=row["sources"], places=row["places"],
            words=row["words"],
        )
        for row in rows
    )  # fmt: skip


def read_profile(told: str) -> str | None:
    """Give the profile that words name; None for ``none``. Whether there is such a profile is asked when it is used."""
    return None if told == EVERYTHING else told


def find_redactor(profile: str | None) -> Redactor | None:
    """Give what redacts by a profile; None where nothing is withheld.

    Raises:
        ExportInvalid: There is no such profile.
    """
    if profile is None:
        return None
    for one in load_profiles():
        if one.id == profile:
            return Redactor(one)
    known = ", ".join(one.id for one in load_profiles())
    raise ExportInvalid(f"There is no redaction profile {profile!r}.", hint=f"Profiles: {known}; or {EVERYTHING}.")


class Redactor:
    """Withholds by one profile."""

    def __init__(self, profile: Profile) -> None:
        """Keep the profile."""
        self.profile = profile

    def claim(self, kept: KeptClaim) -> KeptClaim:
        """Give a claim without what is withheld."""
        hidden = self._hidden([kept])
        return self._map(kept, _Mask(hidden), [kept]) if self._changes(hidden) else kept

    def happening(
        self, claims: Iterable[KeptClaim], found: Reconciliation, reduced: Reduction | None
    ) -> tuple[tuple[KeptClaim, ...], Reconciliation, Reduction | None]:
        """Give the claims of an event, its accounts and its numbers without what is withheld."""
        kept = tuple(claims)
        hidden = self._hidden(kept)
        if not self._changes(hidden):
            return kept, found, reduced
        mask = _Mask(hidden)
        return (
            tuple(self._map(one, mask, kept) for one in kept),
            self._map(found, mask, kept),
            self._map(reduced, mask, kept) if reduced else None,
        )

    def _changes(self, hidden: Mapping[str, str]) -> bool:
        """Say whether anything is withheld: most events name nobody whom the registry does not know."""
        return bool(hidden) or self.profile.places or self.profile.words != "all"

    def _hidden(self, claims: Iterable[KeptClaim]) -> dict[str, str]:
        """Give the strings that are withheld, each with what stands instead."""
        found: dict[str, str] = {}
        numbers: dict[str, int] = {}
        for kept in claims:
            claim = kept.claim
            others = [(one.actor, one.span) for one in (*claim.agents, *claim.targets)]
            others += [(one.of, one.of_span) for one in claim.figures if one.of and one.of_span]
            for actor, span in others:
                if self.profile.persons and _is_private(actor):
                    found |= _names(actor, span.of(kept.text), NAME, numbers)
            for link in claim.chain:
                if self.profile.persons and _is_private(link.source):
                    found |= _names(link.source, link.span.of(kept.text), NAME, numbers)
                elif self.profile.sources and link.source.id is None:
                    found |= _names(link.source, link.span.of(kept.text), SOURCE, numbers)
            place = claim.place
            if self.profile.places and place is not None and place.place.precision in _FINE:
                words = (place.span, place.head) if place.head else (place.span,)
                found |= {place.place.name: PLACE} | {span.of(kept.text): PLACE for span in words}
        return {string: label for string, label in found.items() if string.strip()}

    def _map(self, value: _T, mask: _Mask, claims: Iterable[KeptClaim]) -> _T:
        keeps: dict[str, list[Span]] = {}
        if self.profile.words == "figures":
            for kept in claims:
                keeps.setdefault(kept.text, []).extend(figure.span for figure in kept.claim.figures)
        return cast("_T", _Walk(self.profile, mask, keeps).of(value))


class _Mask:
    """Replaces withheld strings, the longest first."""

    def __init__(self, hidden: Mapping[str, str]) -> None:
        self._hidden = hidden
        ordered = sorted(hidden, key=lambda one: (-len(one), one))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def of(self, text: str) -> str:
        """Give a string with words in brackets for what is withheld."""
        return self._pattern.sub(lambda hit: self._hidden[hit[0]], text) if self._pattern else text

    def blocks(self, text: str) -> str:
        """Give a text of the same length, with blocks for what is withheld."""
        return self._pattern.sub(lambda hit: BLOCK * len(hit[0]), text) if self._pattern else text


class _Walk:
    """Goes through a record with everything in it."""

    def __init__(self, profile: Profile, mask: _Mask, keeps: Mapping[str, list[Span]]) -> None:
        self._profile = profile
        self._mask = mask
        self._keeps = keeps
        self._texts: dict[str, str] = {}

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._mask.of(value)
        if isinstance(value, tuple):
            return tuple(self.of(one) for one in cast("tuple[Any, ...]", value))
        if isinstance(value, Place):
            return self._place(value)
        if isinstance(value, Reason):  # whose rule and names of parts are ours
            return Reason(rule=value.rule, parts=tuple((name, self.of(held)) for name, held in value.parts))
        if isinstance(value, Span) or not is_dataclass(value) or isinstance(value, type):
            return value
        made: dict[str, Any] = {}
        for one in fields(value):
            held = getattr(value, one.name)
            is_text = isinstance(value, (Document, ToldClaim)) and one.name == "text"
            made[one.name] = self._text(held) if is_text else self.of(held)
        return type(value)(**made)

    def _text(self, text: str) -> str:
        if text not in self._texts:
            self._texts[text] = self._mask.blocks(text) if self._profile.words == "all" else self._only_figures(text)
        return self._texts[text]

    def _only_figures(self, text: str) -> str:
        hidden = [letter if letter.isspace() else BLOCK for letter in text]
        for span in self._keeps.get(text, ()):
            hidden[span.start : span.end] = text[span.start : span.end]
        return "".join(hidden)

    def _place(self, place: Place) -> Place:
        if not self._profile.places or place.precision not in _FINE:
            return replace(place, name=self._mask.of(place.name), why=self._mask.of(place.why))
        return Place(
            id=None,
            name=PLACE,
            lat=_middle(place.lat),
            lon=_middle(place.lon),
            precision="region",
            relation=place.relation,
            radius_km=_CELL_KM,
            country=place.country,
            why="withheld: the middle of a half-degree cell",
        )


def _is_private(actor: Actor | None) -> bool:
    """Say whether an actor is a person whom the registry does not know; a title in the words may hold the name."""
    return actor is not None and actor.id is None and actor.kind in _PERSONS


def _is_plain(name: str) -> bool:
    """Say whether a name is only a noun: ``spokesman``."""
    return name.isascii() and name == name.lower()


def _names(actor: Actor | None, words: str, stem: str, numbers: dict[str, int]) -> dict[str, str]:
    """Give the words that name somebody, those of them that are in no dictionary, and the name, each with its label.

    The second of an event has a number in the label and in the key, so that two people do not become one account.
    """
    key = side_key(actor) if actor is not None else words
    number = numbers.setdefault(key, len(numbers) + 1)
    label = stem if number == 1 else f"{stem[:-1]} {number}]"
    found = {words: label}
    lexicon = load_lexicon("ar")
    for token in tokenize(words):
        form = words[token.start : token.end]
        if token.is_word and len(form) >= _SHORTEST and not lexicon.readings(token.form):
            found[form] = label
    if actor is not None and not _is_plain(actor.name):
        found |= {actor.name: label, key: "withheld" if number == 1 else f"withheld-{number}"}
    return found


def _middle(degrees: float | None) -> float | None:
    """Give the middle of the cell that a degree lies in."""
    return None if degrees is None else math.floor(degrees / _CELL) * _CELL + _CELL / 2
