"""The closed words of one document: where the phrases of the grammar, and any set of words, stand in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from riwaya.lang.grammar import Grammar
from riwaya.model.placing import Placing

AND_BETWEEN = ("وبين",)
"""Behind «بينها»: two sides are told («اشتباكات بينها وبين …»), no part of somebody."""


class ClosedWords:
    """Finds each list once, when it is first asked for, and cuts out of it what stands in a range of tokens.

    Readers ask for the same few lists in every clause; a walk over the clause's tokens costs more than all else that they do.
    """

    def __init__(self, grammar: Grammar, placing: Placing) -> None:
        """Look for the phrases of ``grammar`` among the words of ``placing``."""
        self._grammar = grammar
        self._placing = placing
        self._sizes: dict[str, dict[int, int]] = {}
        """The tokens that each list's phrases take, by the index at which they begin."""
        self._starts: dict[str, list[int]] = {}
        self._words: dict[frozenset[str], list[int]] = {}
        self._openings = defaultdict[str, list[str]](list)
        """Per list the forms of the document that open one of its phrases."""
        opened_by = grammar.opened_by
        # The words of the document are looked up once for all lists: laid beside the words of each list they took three times as long.
        for form in placing.distinct:
            if form in opened_by:
                for name in opened_by[form]:
                    self._openings[name].append(form)

    def phrase(self, name: str, at: int) -> int:
        """Give the tokens that a phrase of a grammar list takes at ``at``; 0 for none."""
        if name not in self._sizes:
            self._find(name)
        return self._sizes[name].get(at, 0)

    def phrases_in(self, name: str, start: int, end: int) -> Sequence[int]:
        """Give the tokens in ``[start, end)`` at which a phrase of a grammar list begins, in order."""
        if name not in self._starts:
            self._find(name)
        starts = self._starts[name]
        return starts and starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def words_in(self, words: frozenset[str], start: int, end: int) -> Sequence[int]:
        """Give the tokens in ``[start, end)`` whose folded form is one of ``words``, in order."""
        found = self._words.get(words)
        if found is None:
            found = self._words[words] = self._placing.tokens_of(words)
        return found and found[bisect_left(found, start) : bisect_left(found, end)]

    def _find(self, name: str) -> None:
        found = self._grammar[name].find(self._placing, self._openings.get(name, ()))
        if name == "including":
            forms = self._placing.forms
            found = {at: size for at, size in found.items() if forms[at + size : at + size + 1] != AND_BETWEEN}
        self._sizes[name], self._starts[name] = found, list(found)


@lru_cache(maxsize=1)
def closed_words(grammar: Grammar, placing: Placing) -> ClosedWords:
    """Give the closed words of a document, found once for all that read it one after the other."""
    return ClosedWords(grammar, placing)
