"""Where each finder may begin: one look-up of a written word tells it for all of them.

A finder that walks over all tokens looks each up in a table of its own, and most words begin nothing for anybody. So what a
word as written can begin is asked once, kept, and sorted into one list of tokens for each finder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from riwaya.gazetteer.index import Gazetteer
from riwaya.lang.counts import may_begin_count
from riwaya.lang.registry import Registry
from riwaya.lang.timexes import may_begin_time
from riwaya.model.record import record
from riwaya.stages.annotate.places import may_begin_place
from riwaya.stages.annotate.quotations import QUOTATION_MARKS
from riwaya.stages.annotate.words import SENTENCE_MARKS

_MOST_KEPT = 100_000
"""Words remembered before all are forgotten: more than a year of one paper has."""


@record(kw_only=False)
class Openings:
    """Indexes of the tokens of a document at which something may begin, each in order."""

    names: Sequence[int]
    """A name of the registry."""
    nations: Sequence[int]
    """Words that tell about a nation or people."""
    times: Sequence[int]
    counts: Sequence[int]
    places: Sequence[int]
    """Words that say where, and names of places."""
    sentence_marks: Sequence[int]
    """Marks that a sentence may end with."""
    quotation_marks: Sequence[int]


class OpeningFinder:
    """Sorts tokens by what may begin at them."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        """Keep whom to ask, in the order of the fields of `Openings`."""
        self._asked: tuple[Callable[[str], bool], ...] = (
            registry.may_begin, registry.is_demonym, may_begin_time, may_begin_count,
            partial(may_begin_place, gazetteer), SENTENCE_MARKS.__contains__, QUOTATION_MARKS.__contains__,
        )  # fmt: skip
        self._known: dict[str, tuple[int, ...]] = {}

    def find(self, forms: Sequence[str]) -> Openings:
        """Give the openings among the folded forms of a document's tokens."""
        rows: tuple[list[int], ...] = tuple([] for _ in self._asked)
        for at, kinds in enumerate(map(self._known.get, forms)):
            if kinds is None:
                kinds = self._remember(forms[at])
            if kinds:  # most words begin nothing
                for kind in kinds:
                    rows[kind].append(at)
        return Openings(*rows)

    def _remember(self, form: str) -> tuple[int, ...]:
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        kinds = self._known[form] = tuple(kind for kind, may_begin in enumerate(self._asked) if may_begin(form))
        return kinds


@lru_cache(maxsize=4)
def opening_finder(registry: Registry, gazetteer: Gazetteer) -> OpeningFinder:
    """Give the finder that remembers the words of earlier documents."""
    return OpeningFinder(registry, gazetteer)
