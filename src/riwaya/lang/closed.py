"""The closed words of one document: where the phrases of the grammar, and any set of words, stand in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

from riwaya.lang.grammar import Grammar
from riwaya.model.placing import Placing

AND_BETWEEN = ("وبين",)
"""Behind «بينها»: two sides are told («اشتباكات بينها وبين …»), no part of somebody."""


_MOST_ASKED = 1_000
"""Sets of words remembered: the rules have some hundred, and few make one as they go."""


class _Asked:
    """The sets of words that readers have asked for, in any document, by each of their words."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[frozenset[str]]] = {}
        self._numbers: dict[frozenset[str], int] = {}
        self._lock = Lock()

    def count(self) -> int:
        """Give how many sets there are; all words of those are in ``by_word``."""
        return len(self._numbers)

    def number_of(self, words: frozenset[str]) -> int:
        """Give the number of a set, remembered from now on if it was not; that of one set too many is above all counts."""
        number = self._numbers.get(words)
        return self._remember(words) if number is None else number

    def _remember(self, words: frozenset[str]) -> int:
        with self._lock:
            if words not in self._numbers and len(self._numbers) < _MOST_ASKED:
                for word in words:
                    self.by_word.setdefault(word, []).append(words)
                self._numbers[words] = len(self._numbers)
            return self._numbers.get(words, _MOST_ASKED)


_ASKED = _Asked()


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
        self._sorted_by = _ASKED.count()
        """Sets of words that some reader had asked for before: the words of the document were sorted by those."""
        self._hits = defaultdict[frozenset[str], list[str]](list)
        """Per such set the forms of the document that it holds."""
        opened_by, asked_by = grammar.opened_by, _ASKED.by_word
        # The words of the document are looked up once for all lists: laid beside the words of each list they took three times as long.
        for form in placing.distinct:
            if form in opened_by:
                for name in opened_by[form]:
                    self._openings[name].append(form)
            if form in asked_by:
                for words in asked_by[form]:
                    self._hits[words].append(form)

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
            found = self._words[words] = self._find_words(words)
        return found and found[bisect_left(found, start) : bisect_left(found, end)]

    def _find_words(self, words: frozenset[str]) -> list[int]:
        if _ASKED.number_of(words) < self._sorted_by:
            hits = self._hits.get(words)
            return self._placing.tokens_at(hits) if hits else []
        return self._placing.tokens_of(words)

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
