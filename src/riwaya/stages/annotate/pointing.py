"""Who a bare «التنظيم», «الحركة», «الحزب» means: one that the page itself has named, never one fixed for all pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from riwaya.lang.grammar import load_grammar
from riwaya.lang.registry import Hit, Registry, load_registry
from riwaya.model.mention import Mention
from riwaya.model.record import record

_CONJUNCTIONS, _PREPOSITIONS = ("", "و", "ف"), ("", "ب", "ل", "ك")
_DESCRIBING = ("ارهابي", "متشدد", "متطرف", "متمرد", "مسلح", "تكفيري", "جهادي")
"""Stems of adjectives that a writer gives to the group already named; any other makes it another group."""
_MARKS = frozenset('«"(')


@record(kw_only=False)
class Pointer:
    """A bare noun of a group as written: the noun, without and with what is written onto it."""

    noun: str
    conjunction: str
    preposition: str


@cache
def pointers(language: str) -> Mapping[str, Pointer]:
    """Give the folded forms of the bare nouns of ``back_group`` with what is written onto each, by form."""
    found: dict[str, Pointer] = {}
    for noun in load_grammar(language)["back_group"].singles:
        for conjunction in _CONJUNCTIONS:
            for preposition in _PREPOSITIONS:
                written = "لل" + noun if preposition == "ل" else preposition + "ال" + noun
                found[conjunction + written] = Pointer(noun, conjunction, preposition)
    return found


@cache
def _indefinite(language: str) -> Mapping[str, str]:
    return {c + p + noun: noun for noun in load_grammar(language)["back_group"].singles for c in _CONJUNCTIONS for p in _PREPOSITIONS}  # fmt: skip


def is_bare(hit: Hit, language: str) -> bool:
    """Say whether a name is nothing but such a noun with the article («الحركة»): it names nobody by itself."""
    words = hit.name.words
    return hit.name.weak and len(words) == 1 and words[0] in pointers(language)


class Pointing:
    """The actors that a page names, asked for by the nouns that point back to them."""

    def __init__(self, forms: Sequence[str], named: Mapping[int, Mention], registry: Registry, language: str) -> None:
        """Keep the words of the page and who is named in full, by the token at which the name begins."""
        self._forms, self._named, self._registry, self._language = forms, named, registry, language
        self._places = sorted(named)

    def find(self, openings: Iterable[int]) -> dict[int, tuple[Pointer, Mention]]:
        """Give who is meant at each of the tokens; those of which nothing can be told are left out.

        Of those named before, it is one that the page calls by that noun («حركة الشباب»), of two alike the one named most,
        then the latest; where nobody was named before, the first behind.

        A group that no registry knows, named by the same noun in between («جماعة «الظل»»), is meant rather, and stays itself.

        Source: annotation guideline, chain: «quote the nearest full mention»; Halliday and Hasan 1976, reference.
        """
        found: dict[int, tuple[Pointer, Mention]] = {}
        for at in openings:
            pointer = pointers(self._language).get(self._forms[at])
            if pointer is None or at in self._named or self._goes_on(at):
                continue
            meant = self._meant(at, pointer.noun)
            if meant is not None:
                found[at] = (pointer, meant)
        return found

    def _goes_on(self, at: int) -> bool:
        """«الحركة الشعبية», «التنظيم الدولي», «حزب «…»»: what follows makes the noun the name of somebody."""
        follow = self._forms[at + 1] if at + 1 < len(self._forms) else "."
        if follow in _MARKS or at + 1 in self._named:
            return True
        return follow.startswith("ال") and not follow.removeprefix("ال").startswith(_DESCRIBING)

    def _meant(self, at: int, noun: str) -> Mention | None:
        bearers = self._registry.bearers(noun)
        near = [k for k in self._places if self._named[k].actor.id in bearers]
        before = [k for k in near if k < at]
        if not before:
            return self._named[near[0]] if near else None
        if self._is_another_between(before[-1], at, noun):
            return None
        often = Counter(self._named[k].actor.id for k in before)
        called = {self._named[k].actor.id for k in before if self._is_called(k, noun)}
        return self._named[max(before, key=lambda k: ((m := self._named[k].actor.id) in called, often[m], k))]

    def _is_called(self, at: int, noun: str) -> bool:
        """Say whether the name at ``at`` is written with the noun itself («حركة الشباب»)."""
        nouns = _indefinite(self._language)
        return any(nouns.get(self._forms[k]) == noun for k in (at, at - 1, at - 2) if k >= 0)

    def _is_another_between(self, start: int, end: int, noun: str) -> bool:
        """Say whether a group of that noun that is not in the registry is named between two tokens."""
        nouns = _indefinite(self._language)
        last = self._named[start].last
        return any(
            nouns.get(self._forms[k]) == noun and k not in self._named and self._forms[k + 1] in _MARKS and k + 2 not in self._named
            for k in range(last + 1, end - 1)
        )  # fmt: skip


def only_describes(hit: Hit, at: int, forms: Sequence[str]) -> bool:
    """«الجيوش الفرنسية»: behind a definite noun a short name that is a nationality describes it, and names no agency."""
    nationality = hit.size == 1 and hit.name.kind == "outlet" and load_registry().demonym(forms[at]) is not None
    return nationality and at > 0 and forms[at - 1].startswith("ال")
