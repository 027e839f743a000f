"""Placing: which tokens lie under a stretch of the text, and where a word stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from operator import itemgetter

from riwaya.model.span import Span
from riwaya.model.word import Token


class Placing:
    """The places of a document's tokens, built once and asked by span or by word."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Keep where each token starts and ends, and the tokens of each folded form."""
        self.forms: tuple[str, ...] = tuple(map(itemgetter(1), tokens))
        """Folded form of each token."""
        self._starts: list[int] = list(map(itemgetter(2), tokens))
        self._ends: list[int] = list(map(itemgetter(3), tokens))
        self._by_form = by_form = defaultdict[str, list[int]](list)
        for at, form in enumerate(self.forms):
            by_form[form].append(at)

    def tokens_of(self, words: Set[str]) -> list[int]:
        """Give the indexes of the tokens whose folded form is one of ``words``, in order.

        It costs the fewer of the words asked for and the different words of the text, not a walk over all tokens.
        """
        forms = self._by_form
        # An intersection with the keys of a dictionary walks over the other side, however long (1,500 given names).
        known = forms.keys() & words if len(words) < len(forms) else list(filter(words.__contains__, forms))
        if not known:
            return []
        found: list[int] = []
        for form in known:
            found += forms[form]
        if len(known) > 1:
            found.sort()
        return found

    def at(self, form: str) -> Sequence[int]:
        """Give the indexes of the tokens with a folded form, in order."""
        return self._by_form[form] if form in self._by_form else ()

    @property
    def distinct(self) -> Set[str]:
        """The different folded forms of the text."""
        return self._by_form.keys()

    def range_of(self, span: Span) -> tuple[int, int]:
        """Give the half-open token range that a span touches; it is empty between two tokens."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def lines(self, text: str) -> frozenset[int]:
        """Give the indexes of the tokens before which a line of ``text`` begins, the first token left out."""
        found: list[int] = []
        last = len(self._starts)
        at = text.find("\n", self._ends[0]) if last else -1
        while at >= 0 and (token := bisect_right(self._starts, at)) < last:
            found.append(token)
            at = text.find("\n", self._ends[token])
        return frozenset(found)

    def cover(self, spans: Iterable[Span]) -> frozenset[int]:
        """Give the indexes of the tokens that any of the spans touches."""
        covered: set[int] = set()
        for span in spans:
            covered.update(range(*self.range_of(span)))
        return frozenset(covered)
