"""The registry of who there is, asked for by the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from riwaya.lang.normalize import fold_all
from riwaya.lang.world import country_body, load_actors, load_countries, load_outlets, load_peoples
from riwaya.model.actor import Actor
from riwaya.model.country import Country
from riwaya.model.record import record

_MARKS = frozenset("«»\"()'[]-")
_MOST_KEPT = 100_000
"""Words remembered before all are forgotten: more than a year of one paper has."""


@record(kw_only=False)
class Name:
    """One name of somebody, as folded words."""

    words: tuple[str, ...]
    actor: Actor
    kind: str
    """actor, outlet, country or capital."""
    weak: bool = False
    """Counts only where the document names the actor in full, or a fitting head noun stands before it."""
    country: str | None = None


@record(kw_only=False)
class Hit:
    """A name found in a token list."""

    name: Name
    size: int
    """Tokens taken, quotation marks inside included."""
    conjunction: str
    preposition: str


@record(kw_only=False)
class Demonym:
    """What a nationality adjective tells."""

    country: Country | None
    adjective: str
    """English: ``Malian``."""


@record(kw_only=False)
class _Opening:
    """The names that a written word can begin, particles taken off."""

    conjunction: str
    preposition: str
    longer: Mapping[str, Sequence[Name]]
    """Names of several words by their second, longest first."""
    single: Sequence[Name]


class Registry:
    """Names by their first folded word, longest first; demonyms by folded form.

    What a written word can begin is worked out once and kept: most words begin nothing and cost one look-up.
    """

    def __init__(self, names: Iterable[Name], demonyms: dict[str, Demonym]) -> None:
        """Index the names."""
        self.demonyms = demonyms
        self._by_first: dict[str, list[Name]] = {}
        for name in names:
            self._by_first.setdefault(name.words[0], []).append(name)
        self._sorted: dict[str, tuple[Mapping[str, Sequence[Name]], Sequence[Name]]] = {}
        self._openings: dict[str, tuple[_Opening, ...]] = {}
        self._told: dict[str, Demonym | None] = {}
        self._bearers: dict[str, frozenset[str | None]] = {}

    def find(self, forms: Sequence[str], at: int) -> Sequence[Hit]:
        """Give the names that start at token ``at``, those with fewer particles first, then longest first."""
        openings = self._openings.get(forms[at])
        if openings is None:
            openings = self._remember(forms[at])
        return _hits(openings, forms, at) if openings else ()

    def may_begin(self, form: str) -> bool:
        """Say whether a name may start at such a token: a word that some name begins with, no number and no mark."""
        openings = self._openings.get(form)
        return bool(self._remember(form) if openings is None else openings) and form[0].isalpha()

    def scan(self, forms: Sequence[str], openings: Iterable[int] | None = None) -> dict[int, Sequence[Hit]]:
        """Give the names that start at each token, as `find` does; tokens that start none, numbers and marks are left out.

        ``openings`` are the tokens of which `may_begin` is true, in order, where somebody has found them already.
        """
        if openings is None:
            openings = [at for at, form in enumerate(forms) if self.may_begin(form)]
        return {at: hits for at in openings if (hits := self.find(forms, at))}

    def bearers(self, noun: str) -> frozenset[str | None]:
        """Give the ids of the actors whose names begin with a folded noun, with the article or without («حركة», «الحركة»)."""
        found = self._bearers.get(noun)
        if found is None:
            names = (*self._by_first.get(noun, ()), *self._by_first.get("ال" + noun, ()))
            found = self._bearers[noun] = frozenset(n.actor.id for n in names if n.kind == "actor")
        return found

    def find_demonyms(self, forms: Iterable[str]) -> list[Demonym]:
        """Give what the words tell about nations and peoples, in order; most words tell nothing and are left out."""
        known = self._told
        found = [known[form] if form in known else self.demonym(form) for form in forms]
        return [told for told in found if told is not None]

    def is_demonym(self, form: str) -> bool:
        """Say whether a folded word tells about a nation or people."""
        return self.demonym(form) is not None

    def demonym(self, form: str) -> Demonym | None:
        """Give what a folded adjective tells about a nation or people; None for other words."""
        try:
            return self._told[form]
        except KeyError:
            pass
        found = self.demonyms.get(form)
        if found is None and form.startswith(("ال", "لل")):
            found = self.demonyms.get(form[2:])
        if len(self._told) > _MOST_KEPT:
            self._told.clear()
        self._told[form] = found
        return found

    def _remember(self, form: str) -> tuple[_Opening, ...]:
        if len(self._openings) > _MOST_KEPT:
            self._openings.clear()
        found: list[_Opening] = []
        for conjunction, preposition, first in _openings(form):
            if first in self._by_first:
                found.append(_Opening(conjunction, preposition, *self._names(first)))
        self._openings[form] = tuple(found)
        return self._openings[form]

    def _names(self, first: str) -> tuple[Mapping[str, Sequence[Name]], Sequence[Name]]:
        known = self._sorted.get(first)
        if known is None:
            rows = sorted(self._by_first[first], key=lambda n: (-len(n.words), n.weak, n.actor.id or ""))
            longer: dict[str, list[Name]] = {}
            for name in rows:
                if len(name.words) > 1:
                    longer.setdefault(name.words[1], []).append(name)
            known = self._sorted[first] = longer, [name for name in rows if len(name.words) == 1]
        return known


_TWO = 2
"""Words of a name whose second word is the whole rest of it."""


def _hits(openings: Iterable[_Opening], forms: Sequence[str], at: int) -> list[Hit]:
    second = at + 1
    word = forms[second] if second < len(forms) else ""
    if word in _MARKS:
        second = _next_word(forms, at)
        word = forms[second] if second < len(forms) else ""
    found: list[Hit] = []
    for opening in openings:
        for name in opening.longer.get(word, ()):
            size = second - at + 1 if len(name.words) == _TWO else _covers(name.words, forms, at, second)
            if size:
                found.append(Hit(name, size, opening.conjunction, opening.preposition))
        for name in opening.single:
            found.append(Hit(name, 1, opening.conjunction, opening.preposition))
    return found


def _next_word(forms: Sequence[str], at: int) -> int:
    """Give the token behind ``at`` and behind the marks that may stand within a name; the end where there is none."""
    at += 1
    while at < len(forms) and forms[at] in _MARKS:
        at += 1
    return at


_LETTERS = frozenset({"بي", "سي", "دي"})


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
        letters = len(rest) == 3 and rest[0] == "ل" and rest[1:] in _LETTERS  # «لبي بي سي»
        if rest and rest[0] in "بلك" and (len(rest) > 3 or letters):
            yield conjunction, rest[0], rest[1:]


def _covers(words: Sequence[str], forms: Sequence[str], at: int, second: int) -> int:
    """Give the tokens that a name takes whose second word stands at ``second``; 0 where another word breaks it off."""
    place = second
    for word in words[2:]:
        place = _next_word(forms, place)
        if place >= len(forms) or forms[place] != word:
            return 0
    return place - at + 1


def _words(aliases: Iterable[str]) -> list[tuple[str, ...]]:
    """Give the folded words of each alias."""
    found = [tuple(line.replace("-", " ").replace(".", " ").split()) for line in fold_all(aliases)]
    return [words if _MARKS.isdisjoint(words) else tuple(w for w in words if w not in _MARKS) for words in found]


_Called = tuple[str, Actor, str, bool, str | None]
"""An alias, with who it names, the kind of name, whether it is weak, and the country."""


def _iter_aliases() -> Iterator[_Called]:
    for entry in load_actors():
        home = entry.countries[0] if len(entry.countries) == 1 else None
        actor = entry.actor()
        for alias in (*entry.ar, *entry.hostile_ar):
            yield alias, actor, "actor", False, home
        for alias in entry.ar_weak:
            yield alias, actor, "actor", True, home
    for outlet in load_outlets():
        actor = Actor(id=outlet.id, name=outlet.name, kind=outlet.kind)
        for alias in (*outlet.ar, outlet.name, *outlet.en):
            yield alias, actor, "outlet", False, None
        for alias in outlet.ar_weak:
            yield alias, actor, "outlet", True, None
    for country in load_countries():
        actor = country_body(country, "government")
        for alias in (*country.ar, *country.hostile_ar):
            yield alias, actor, "country", False, country.iso
        for alias in country.capital_ar:
            yield alias, actor, "capital", True, country.iso


def _demonyms() -> dict[str, Demonym]:
    found: dict[str, Demonym] = {}
    for people in load_peoples():
        for form in fold_all((*people.ar_m, *people.ar_f, *people.ar_pl)):
            found.setdefault(form, Demonym(None, people.adjective))
    for country in load_countries():
        told = Demonym(country, country.adjective)
        found.update(dict.fromkeys(fold_all((*country.ar_m, *country.ar_f, *country.ar_pl)), told))
    for country in load_countries():
        _inflect(found, Demonym(country, country.adjective), country.ar_m, country.ar_f, country.ar_pl)
    for people in load_peoples():
        _inflect(found, Demonym(None, people.adjective), people.ar_m, people.ar_f, people.ar_pl)
    return found


def _inflect(
    found: dict[str, Demonym], told: Demonym, masculine: Sequence[str], feminine: Sequence[str], plural: Sequence[str]
) -> None:
    """Add the accusative, the duals and the plurals of a nationality («19 مسيحيا», «سوريتين») where they are no other's."""
    singular, women = fold_all(masculine), fold_all(feminine)
    for form in (*singular, *women, *fold_all(plural)):
        if not form.endswith(("ون", "ين", "ه")):
            found.setdefault(form + "ا", told)
    for form in women:
        for ending in ("تان", "تين", "ات"):
            found.setdefault(form[:-1] + ending, told)
    for form in singular:
        for ending in ("ان", "ين", "ون", "و"):
            found.setdefault(form + ending, told)


@cache
def load_registry() -> Registry:
    """Give the registry of packs/world, built once."""
    called = list(_iter_aliases())
    seen: set[tuple[tuple[str, ...], str | None]] = set()
    names: list[Name] = []
    for words, (_, actor, kind, weak, country) in zip(_words(row[0] for row in called), called, strict=True):
        if sum(map(len, words)) > 2 and (words, actor.id) not in seen:
            seen.add((words, actor.id))
            names.append(Name(words, actor, kind, weak, country))
    return Registry(names, _demonyms())
