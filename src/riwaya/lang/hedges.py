"""Read the words that loosen a number: «نحو», «ما لا يقل عن», «على الأقل», «أكثر من», «لا يتجاوز».

The phrases are data (``packs/ar/hedges.toml``); here they are laid out for one look-up beside a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from riwaya.lang.normalize import fold_letters
from riwaya.lang.proclitics import is_particle, iter_attached
from riwaya.lang.timex_pack import entries
from riwaya.model.record import record
from riwaya.model.word import Token

AT_LEAST = frozenset({("علي", "الاقل"), ("في", "الاقل")})
"""Folded words by which who stands before them is the least."""
_TOLLS = frozenset({"عدد", "حصيله"})
_GAP = 3
"""Words that «*» may stand for."""
_GAPS = {"*": _GAP, "**": 14}


@record(kw_only=False)
class HedgeRead:
    """A hedge in tokens ``[start, end)``."""

    id: str
    effect: str
    """about, at-least, more-than, at-most or less-than."""
    start: int
    end: int


@record(kw_only=False)
class _Phrase:
    id: str
    effect: str
    near: bool
    words: tuple[str, ...]
    needed: frozenset[str] = frozenset()
    """Words that stand before a gap, as written; a phrase without a gap has none."""


_WINDOW = 24
"""Words before a number among which those of a phrase with a gap are looked for."""


def read_hedge_before(tokens: Sequence[Token], i: int) -> HedgeRead | None:
    """Read the longest hedge that ends right before token ``i``, or None."""
    if i <= 0:
        return None
    window: set[str] = set()
    for phrase in _before().get(tokens[i - 1].form, ()):
        if phrase.needed and not window:
            window = {token.form for token in tokens[max(0, i - _WINDOW) : i]}
        if not phrase.needed <= window:
            continue
        start = _match_back(tokens, i, phrase.words)
        if start is not None:
            return HedgeRead(phrase.id, phrase.effect, start, i)
    return None


def read_hedge_after(tokens: Sequence[Token], i: int, distance: int) -> HedgeRead | None:
    """Read the hedge that starts at token ``i``, ``distance`` words after its number, or None."""
    for phrase in _after().get(tokens[i].form, ()):
        end = i + len(phrase.words)
        if end > len(tokens) or (phrase.near and distance > 2):
            continue
        if all(tokens[i + k].form == word for k, word in enumerate(phrase.words)):
            return HedgeRead(phrase.id, phrase.effect, i, end)
    return None


def bounds_of(effect: str, low: int, high: int) -> tuple[int | None, int | None]:
    """Give inclusive bounds of a count ``low``..``high`` under one hedge; None is open.

    Source: annotation guideline, Numbers.
    """
    match effect:
        case "at-least":
            return low, None
        case "more-than":
            return (low + 1 if low == high else low), None
        case "at-most":
            return None, high
        case "less-than":
            return None, high - 1
        case _:
            return low, high


def _match_back(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> int | None:
    at = i - 1
    for left, word in zip(range(len(words) - 1, -1, -1), reversed(words), strict=True):
        if word in _GAPS:
            return _match_gap(tokens, at, words[:left], _GAPS[word])
        if at < 0 or not _is_word(tokens[at].form, word, first=left == 0):
            return None
        at -= 1
    return at + 1


def _match_gap(tokens: Sequence[Token], at: int, words: tuple[str, ...], gap: int = _GAP) -> int | None:
    for skipped in range(1, gap + 1):
        if at - skipped < 0 or not tokens[at - skipped + 1].is_word:
            return None
        start = _match_back(tokens, at - skipped + 1, words)
        if start is not None:
            return start
    return None


def _is_word(form: str, word: str, *, first: bool) -> bool:
    return form == word or (first and form.endswith(word) and is_particle(form[: len(form) - len(word)]))


@cache
def _before() -> Mapping[str, tuple[_Phrase, ...]]:
    """Phrases by the form of the token right before the number, longest first; «*» there is found by any word."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in _phrases("before"):
        last = phrase.words[-1]
        keys = [at.form for at in iter_attached(last, definite=False)] if len(phrase.words) == 1 else [last]
        for key in keys:
            found.setdefault(key, []).append(phrase)
    return {key: tuple(sorted(phrases, key=lambda p: -len(p.words))) for key, phrases in found.items()}


@cache
def gap_phrases() -> tuple[_Phrase, ...]:
    """Phrases that end in «*», longest first: a noun stands between them and the number («تجاوز عدد القتلى 40»)."""
    found = (phrase for phrase in _phrases("before") if phrase.words[-1] == "*")
    return tuple(sorted(found, key=lambda phrase: -len(phrase.words)))


def read_hedge_over_gap(tokens: Sequence[Token], i: int) -> HedgeRead | None:
    """Read «تجاوز عدد القتلى» before token ``i``: a hedge with up to three words between it and the number."""
    if not any(tokens[k].form in _TOLLS for k in range(max(i - _GAP - 1, 0), i)):
        return None
    for phrase in gap_phrases():
        start = _match_gap(tokens, i - 1, phrase.words[:-1])
        if start is not None:
            return HedgeRead(phrase.id, phrase.effect, start, i)
    return None


@cache
def _after() -> Mapping[str, tuple[_Phrase, ...]]:
    found: dict[str, list[_Phrase]] = {}
    for phrase in _phrases("after"):
        found.setdefault(phrase.words[0], []).append(phrase)
    return {key: tuple(sorted(phrases, key=lambda p: -len(p.words))) for key, phrases in found.items()}


def _phrases(place: str) -> Iterator[_Phrase]:
    for entry in entries("hedges", "hedge"):
        if entry["place"] != place:
            continue
        for written in entry["forms"]:
            for words in _spell_out(str(written)):
                near = bool(entry.get("near", False))
                yield _Phrase(entry["id"], entry["effect"], near, words, _needed(words))


def _needed(words: Sequence[str]) -> frozenset[str]:
    """Give the words before a gap but the first, to which a particle may be joined."""
    gap = next((at for at, word in enumerate(words) if word in _GAPS), 0)
    return frozenset(words[1:gap])


def _spell_out(written: str) -> Iterator[tuple[str, ...]]:
    """Give every wording of «ما? يزيد|تزيد على|عن»."""
    choices: list[tuple[str, ...]] = []
    for word in written.split():
        options = tuple(fold_letters(part) for part in word.rstrip("?").split("|"))
        choices.append((*options, "") if word.endswith("?") else options)
    for words in product(*choices):
        yield tuple(word for word in words if word)
