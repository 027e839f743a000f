"""Names of places in a token list: the longest name that the gazetteer knows, particles taken off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.gazetteer.index import Gazetteer, Matches
from riwaya.gazetteer.names import other_key
from riwaya.model.record import record

_CACHE_LIMIT = 100_000
_SHORTEST = 2


@record(kw_only=False)
class NameHit:
    """A name in the text."""

    start: int
    end: int
    """Token range, half-open."""
    key: str
    matches: Matches
    conjunction: str
    preposition: str

    @property
    def attached(self) -> int:
        """How many letters of particles stand on the first token before the name."""
        return len(self.conjunction) + len(self.preposition)

    @property
    def words(self) -> int:
        """How many words the name has."""
        return self.key.count(" ") + 1

    @property
    def curated(self) -> bool:
        """Whether a place of that name was written down by hand."""
        return self.matches.curated

    @property
    def is_country(self) -> bool:
        """Whether a country may be meant."""
        return self.matches.is_country


@record(kw_only=False)
class _Opening:
    conjunction: str
    preposition: str
    first: str
    matches: Matches
    """What ``first`` alone may mean."""
    following: dict[str, int]
    """Second words of longer names, with the length of the longest (see `Gazetteer.following`)."""


class NameFinder:
    """Finds names; remembers which words start none."""

    def __init__(self, gazetteer: Gazetteer, never_alone: frozenset[str] = frozenset()) -> None:
        """Look names up in ``gazetteer``.

        Args:
            gazetteer: The places.
            never_alone: Keys of one word that are no name without a noun before them.
        """
        self.gazetteer = gazetteer
        self._never_alone = never_alone
        self._toggled = frozenset(other_key(key) for key in never_alone)
        self._openings: dict[str, tuple[_Opening, ...]] = {}
        self.known: dict[str, int] = {}
        """What `standing` has said so far, by word."""

    def standing(self, form: str) -> int:
        """Say what a word can begin without a noun before it: 2 a name known by hand, 1 another town, 0 nothing."""
        found = self.known.get(form)
        if found is None:
            openings = self._openings.get(form)
            found = 0
            for opening in self._remember(form) if openings is None else openings:
                curated = any(m.entry.curated for m in opening.matches)
                barred = opening.first in self._never_alone
                barred = barred or (opening.first in self._toggled and not opening.matches.curated)
                if opening.following or (curated and not barred):
                    found = 2
                elif not barred:
                    found = max(found, 1)
            self.known[form] = found
        return found

    def find(self, forms: Sequence[str], at: int, *, bare: bool = False) -> NameHit | None:
        """Give the best name that starts at token ``at``, or None.

        The longest wins; among equals one that was written down by hand, then the one with fewer particles.

        Args:
            forms: Folded forms of the tokens.
            at: Index of the first token.
            bare: Allow no particle before the name.
        """
        openings = self._openings.get(forms[at])
        if openings is None:
            openings = self._remember(forms[at])
        if not openings:
            return None
        best: NameHit | None = None
        for opening in openings:
            if bare and (opening.conjunction or opening.preposition):
                continue
            hit = self._longest(forms, at, opening)
            if hit is not None and (best is None or _rank(hit) > _rank(best)):
                best = hit
        return best

    def _remember(self, form: str) -> tuple[_Opening, ...]:
        if len(self._openings) > _CACHE_LIMIT:
            self._openings.clear()
            self.known.clear()
        found: list[_Opening] = []
        if form[0].isalpha():
            for conjunction, preposition, first in _strip(form):
                following, matches = self.gazetteer.following(first), self.gazetteer.find(first)
                if following or matches:
                    found.append(_Opening(conjunction, preposition, first, matches, following))
        return self._openings.setdefault(form, tuple(found))

    def _longest(self, forms: Sequence[str], at: int, opening: _Opening) -> NameHit | None:
        if opening.following and at + 1 < len(forms):
            second = at + 1 + (forms[at + 1] == "-")
            longest = opening.following.get(forms[second]) if second < len(forms) else None
            hit = self._several(forms, at, opening, longest) if longest else None
            if hit:
                return hit
        if not opening.matches:
            return None
        return NameHit(at, at + 1, opening.first, opening.matches, opening.conjunction, opening.preposition)

    def _several(self, forms: Sequence[str], at: int, opening: _Opening, longest: int) -> NameHit | None:
        """Try the name of two words and more, the longest first."""
        words, ends = [opening.first], [at + 1]
        place = at + 1
        while len(words) < longest and place < len(forms):
            if forms[place] != "-":
                if not forms[place][0].isalpha():
                    break
                words.append(forms[place])
                ends.append(place + 1)
            place += 1
        for count in range(len(words), 1, -1):
            key = " ".join(words[:count])
            matches = self.gazetteer.find(key)
            if matches:
                return NameHit(at, ends[count - 1], key, matches, opening.conjunction, opening.preposition)
        return None


def _rank(hit: NameHit) -> tuple[int, bool, int]:
    return hit.words, hit.curated, -hit.attached


def _strip(form: str) -> Iterator[tuple[str, str, str]]:
    """Give the ways to take و ف and ب ل ك off a word, none taken first."""
    for conjunction in ("", "و", "ف"):
        rest = form[len(conjunction) :]
        if not form.startswith(conjunction) or len(rest) < _SHORTEST:
            continue
        yield conjunction, "", rest
        if rest.startswith("لل") and len(rest) > _SHORTEST + 2:
            yield conjunction, "ل", "ال" + rest[2:]
            yield conjunction, "ل", rest[1:]
        elif rest[0] in "بل" and len(rest) > _SHORTEST:
            yield conjunction, rest[0], rest[1:]
