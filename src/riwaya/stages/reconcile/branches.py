"""The branch of an organisation in a country: whom «جماعة تابعة لتنظيم كذا» or «فرع التنظيم» means there.

Source: ``parent``, ``countries`` (the first is where it is at home) and ``since`` of packs/world/actors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from riwaya.lang.grammar import load_grammar
from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import load_actors
from riwaya.model.actor import Actor, ActorEntry
from riwaya.model.event import ToldClaim
from riwaya.model.span import Span

GROUPS = frozenset({"militant-group", "rebel-group", "separatist-group", "militia", "group", "fighters"})
"""Kinds of bodies that have branches, and are branches."""
_MARKS = "«»\"'()[]“”"
_BEFORE = 12
"""Letters before a name in which the word that makes it a branch ends."""


def find_branch(parent: str, country: str | None, year: int | None) -> Actor | None:
    """Give the one body of the registry that is an organisation's branch in a country.

    Args:
        parent: Registry id of the organisation.
        country: Two letters of where it is told of.
        year: When it is told of; any when None.

    Returns:
        The group at home there, in being then, whose parent is the organisation; None where there is none, or more than one.
    """
    there = [one for one in _children().get(parent, ()) if one.countries[:1] == (country,) and _is_in_being(one, year)]
    return there[0].actor() if len(there) == 1 else None


def find_country(told: Iterable[ToldClaim]) -> str | None:
    """Give the country that most places of some claims lie in; None where no one has more than all others together."""
    counts = Counter(
        one.claim.place.place.country for one in told if one.claim.place is not None and one.claim.place.place.country
    )
    if not counts:
        return None
    [(country, times)] = counts.most_common(1)
    return country if 2 * times > counts.total() else None


def is_called_branch(span: Span, text: str) -> bool:
    """Say whether words name a branch: «فرع تنظيم كذا», whether the mention begins with «فرع» or stands behind it."""
    nouns = load_grammar("ar")["branch"].singles
    before = text[max(0, span.start - _BEFORE) : span.start].split()[-1:]
    return any(_bare(word) in nouns for word in (*span.of(text).split()[:1], *before))


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    form = _folded(word)
    if form[:1] in "ابلو" and form not in load_grammar("ar")["branch"].singles:
        return next((form.removeprefix(one) for one in ("لل", "ال", "ل", "ب", "و") if form.startswith(one)), form)
    return form


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold_letters(word.strip(_MARKS))


@cache
def _children() -> dict[str, tuple[ActorEntry, ...]]:
    found: dict[str, list[ActorEntry]] = {}
    for one in load_actors():
        if one.parent is not None and one.kind in GROUPS:
            found.setdefault(one.parent, []).append(one)
    return {parent: tuple(entries) for parent, entries in found.items()}


def _is_in_being(one: ActorEntry, year: int | None) -> bool:
    if year is None:
        return True
    return (one.since is None or int(one.since[:4]) <= year) and (one.until is None or year <= int(one.until[:4]))
