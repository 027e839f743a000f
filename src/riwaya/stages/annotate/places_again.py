"""Places that stand bare after a noun has said once what they are: «قرية كذا», later only «في كذا»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count

from riwaya.model.record import replace
from riwaya.stages.annotate.places_cues import Cues
from riwaya.stages.annotate.places_raw import Phrase

_SURE = 3
_LEAST_LETTERS = 4
_KINDS = frozenset({"town", "district", "region", "any"})
"""What a noun says of places that are spoken of by their bare name; streets and quarters are not."""


def find_again(phrases: list[Phrase], forms: Sequence[str], cues: Cues) -> list[Phrase]:
    """Add the places named before with a noun and now without it, behind a preposition that says where.

    Args:
        phrases: What was read, in text order.
        forms: Folded forms of the document.
        cues: The tables of the pack.

    Returns:
        The phrases in text order; the same list where nothing is to be added.
    """
    known = _known(phrases, forms)
    if not known:
        return phrases
    added = list(_iter_again(phrases, forms, cues, known))
    return sorted([*phrases, *added], key=lambda p: p.start) if added else phrases


def _known(phrases: Sequence[Phrase], forms: Sequence[str]) -> dict[str, list[tuple[tuple[str, ...], Phrase]]]:
    """Give the names that a noun introduced, by their first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], Phrase]] = {}
    for phrase in phrases:
        stretch = phrase.unknown or ((phrase.names[0].start, phrase.names[0].end) if len(phrase.names) == 1 else None)
        if stretch is None or not phrase.noun or phrase.hint not in _KINDS or phrase.kind not in ("name", "unknown"):
            continue
        words = tuple(forms[stretch[0] : stretch[1]])
        if sum(map(len, words)) >= _LEAST_LETTERS:
            found.setdefault(words[0], {}).setdefault(words, phrase)
    return {first: sorted(rows.items(), key=lambda row: -len(row[0])) for first, rows in found.items()}


def _iter_again(
    phrases: Sequence[Phrase],
    forms: Sequence[str],
    cues: Cues,
    known: Mapping[str, list[tuple[tuple[str, ...], Phrase]]],
) -> Iterator[Phrase]:
    taken = {k for phrase in phrases for k in range(phrase.start, phrase.end)}
    opening = {particle + first for first in known for particle in ("", *_PARTICLES)}
    for at in compress(count(), map(opening.__contains__, forms)):
        for letters, bare in _bare(forms[at]):
            for words, phrase in known.get(bare, ()):
                end = at + len(words)
                if at < phrase.end or tuple(forms[at + 1 : end]) != words[1:] or not taken.isdisjoint(range(at, end)):
                    continue
                if letters or _is_led(forms, at, cues):
                    yield _moved(phrase, at, end, letters)
                    break


_PARTICLES = ("ب", "وب")


def _bare(form: str) -> Iterator[tuple[int, str]]:
    """Give a word as it stands and without «بـ»: how many letters were taken off, and what is left."""
    yield 0, form
    if form.startswith("ب"):
        yield 1, form[1:]
    elif form.startswith("وب"):
        yield 2, form[2:]


def _is_led(forms: Sequence[str], at: int, cues: Cues) -> bool:
    before = cues.prepositions.get(forms[at - 1].removeprefix("و")) if at else None
    return before is not None and before.strength >= _SURE


def _moved(phrase: Phrase, at: int, end: int, letters: int) -> Phrase:
    particle = "ب" if letters else ""
    names = tuple(replace(n, start=at, end=end, preposition=particle, conjunction="") for n in phrase.names)
    unknown = (at, end) if phrase.unknown else None
    return replace(
        phrase, start=at, end=end, attached=letters, preposition=particle, names=names, unknown=unknown, compass=(),
        edge="", km=None, joined=(), hint=None if names else phrase.hint,
    )  # fmt: skip
