"""The registry of who there is, asked for by the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import country_body, load_actors, load_countries, load_outlets, load_peoples
from riwaya.model.actor import Actor
from riwaya.model.country import Country

_MARKS = frozenset("«»\"()'[]-")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of somebody, as folded words."""

    words: tuple[str, ...]
    actor: Actor
    kind: str
    """actor, outlet, country or capital."""
    weak: bool = False
    """Counts only where the document names the actor in full, or a fitting head noun stands before it."""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a token list."""

    name: Name
    size: int
    """Tokens taken, quotation marks inside included."""
    conjunction: str
    preposition: str


@dataclass(frozen=True, slots=True)
class Demonym:
    """What a nationality adjective tells."""

    country: Country | None
    adjective: str
    """English: ``Malian``."""


class Registry:
    """Names by their first folded word, longest first; demonyms by folded form."""

    def __init__(self, names: Iterable[Name], demonyms: dict[str, Demonym]) -> None:
        """Index the names."""
        self.demonyms = demonyms
        self._by_first: dict[str, list[Name]] = {}
        for name in names:
            self._by_first.setdefault(name.words[0], []).append(name)
        for rows in self._by_first.values():
            rows.sort(key=lambda n: (-len(n.words), n.weak, n.actor.id or ""))

    def find(self, forms: Sequence[str], at: int) -> Iterator[Hit]:
        """Give the names that start at token ``at``, longest first."""
        for conjunction, preposition, first in _openings(forms[at]):
            for name in self._by_first.get(first, ()):
                size = _covers(name.words, forms, at)
                if size:
                    yield Hit(name, size, conjunction, preposition)

    def demonym(self, form: str) -> Demonym | None:
        """Give what a folded adjective tells about a nation or people; None for other words."""
        found = self.demonyms.get(form)
        if found is None and form.startswith("ال"):
            found = self.demonyms.get(form[2:])
        if found is None and form.startswith("لل"):
            found = self.demonyms.get(form[2:])
        return found


def _openings(form: str) -> Iterator[tuple[str, str, str]]:
    yield "", "", form
    for conjunction in ("", "و", "ف"):
        rest = form[len(conjunction) :]
        if conjunction and (not form.startswith(conjunction) or len(rest) < 2):
            continue
        if conjunction:
            yield conjunction, "", rest
        if rest.startswith("لل") and len(rest) > 3:
            yield conjunction, "ل", "ال" + rest[2:]
        if rest and rest[0] in "بلك" and len(rest) > 3:
            yield conjunction, rest[0], rest[1:]


def _covers(words: tuple[str, ...], forms: Sequence[str], at: int) -> int:
    place = at
    for word in words[1:]:
        place += 1
        while place < len(forms) and forms[place] in _MARKS:
            place += 1
        if place >= len(forms) or forms[place] != word:
            return 0
    return place - at + 1


def _name(alias: str, actor: Actor, kind: str, *, weak: bool = False, country: str | None = None) -> Name | None:
    words = tuple(w for w in fold_letters(alias).replace("-", " ").replace(".", " ").split() if w not in _MARKS)
    return Name(words, actor, kind, weak, country) if words and len("".join(words)) > 2 else None


def _iter_names() -> Iterator[Name | None]:
    for entry in load_actors():
        home = entry.countries[0] if len(entry.countries) == 1 else None
        for alias in (*entry.ar, *entry.hostile_ar):
            yield _name(alias, entry.actor(), "actor", country=home)
        for alias in entry.ar_weak:
            yield _name(alias, entry.actor(), "actor", weak=True, country=home)
    for outlet in load_outlets():
        actor = Actor(id=outlet.id, name=outlet.name, kind=outlet.kind)
        for alias in (*outlet.ar, *outlet.en):
            yield _name(alias, actor, "outlet")
        for alias in outlet.ar_weak:
            yield _name(alias, actor, "outlet", weak=True)
    for country in load_countries():
        actor = country_body(country, "government")
        for alias in (*country.ar, *country.hostile_ar):
            yield _name(alias, actor, "country", country=country.iso)
        for alias in country.capital_ar:
            yield _name(alias, actor, "capital", weak=True, country=country.iso)


def _demonyms() -> dict[str, Demonym]:
    found: dict[str, Demonym] = {}
    for people in load_peoples():
        for form in (*people.ar_m, *people.ar_f, *people.ar_pl):
            found.setdefault(fold_letters(form), Demonym(None, people.adjective))
    for country in load_countries():
        told = Demonym(country, country.adjective)
        for form in (*country.ar_m, *country.ar_f, *country.ar_pl):
            folded = fold_letters(form)
            found[folded] = told
            if not folded.endswith(("ون", "ين", "ه")):
                found.setdefault(folded + "ا", told)
        for form in country.ar_f:
            stem = fold_letters(form)[:-1]
            for ending in ("تان", "تين", "ات"):
                found.setdefault(stem + ending, told)
        for form in country.ar_m:
            for ending in ("ان", "ين", "ون", "و"):
                found.setdefault(fold_letters(form) + ending, told)
    return found


@cache
def load_registry() -> Registry:
    """Give the registry of packs/world, built once."""
    seen: set[tuple[tuple[str, ...], str | None]] = set()
    names: list[Name] = []
    for name in _iter_names():
        if name is not None and (name.words, name.actor.id) not in seen:
            seen.add((name.words, name.actor.id))
            names.append(name)
    return Registry(names, _demonyms())
