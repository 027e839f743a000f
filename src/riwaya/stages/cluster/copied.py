"""Which documents of an event have their words from each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from riwaya.model.event import CopyGroup
from riwaya.stages.cluster.copies import COPY, Sketch, may_be_copies, score_copy
from riwaya.stages.cluster.groups import find_groups


def find_copies(homes: Sequence[str], sketches: Sequence[Sketch]) -> tuple[CopyGroup, ...]:
    """Give the groups of documents whose passages are copies of each other.

    Passages of different documents are tied where they score `COPY`; what ties hold together is a group, as like as the
    member is that is least like any other. Passages in the same words are compared with others once for all of them, so
    that a wire story in a thousand papers costs no million comparisons.

    Args:
        homes: Id of the document of each passage.
        sketches: Of each passage, in the same order.

    Returns:
        Groups of two documents or more, by their ids.
    """
    same = _Same.of(homes, sketches)
    ties = _Ties(homes)
    for one in same:
        ties.add(one, one, 1.0)
    for one, other in _sharing(same):
        alike = score_copy(one.sketch, other.sketch, COPY)
        if alike >= COPY:
            ties.add(one, other, alike)
            ties.add(other, one, alike)
    return ties.groups()


class _Same:
    """Passages in the same words, and the first of each of two documents that have them."""

    __slots__ = ("first", "members", "second", "sketch")

    def __init__(self, sketch: Sketch, homes: Sequence[str], members: Sequence[int]) -> None:
        self.sketch = sketch
        self.members = members
        self.first = members[0]
        self.second = next((at for at in members if homes[at] != homes[members[0]]), None)

    @staticmethod
    def of(homes: Sequence[str], sketches: Sequence[Sketch]) -> list[_Same]:
        """Part passages by their words, in the order of the first of each; those too short to tell a copy are left out."""
        found: dict[Sketch, list[int]] = {}
        for at, one in enumerate(sketches):
            if one:
                found.setdefault(one, []).append(at)
        return [_Same(one, homes, members) for one, members in found.items()]


class _Ties:
    """Ties between passages of different documents, and the strongest of each passage."""

    def __init__(self, homes: Sequence[str]) -> None:
        self._homes = homes
        self._tied: list[tuple[int, int]] = []
        self._strongest: dict[int, float] = {}

    def add(self, one: _Same, other: _Same, alike: float) -> None:
        """Tie each of some passages to one of the others in another document: they hold together through it."""
        for at in one.members:
            partner = other.first if self._homes[other.first] != self._homes[at] else other.second
            if partner is not None and self._homes[partner] != self._homes[at]:
                self._tied.append((at, partner))
                self._strongest[at] = max(alike, self._strongest.get(at, 0.0))

    def groups(self) -> tuple[CopyGroup, ...]:
        """Give what the ties hold together."""
        found = (group for group in find_groups(len(self._homes), self._tied) if len(group) > 1)
        return tuple(sorted(map(self._group, found), key=lambda group: group.document_ids))

    def _group(self, members: Sequence[int]) -> CopyGroup:
        documents = sorted({self._homes[at] for at in members})
        alike = min(self._strongest[at] for at in members)
        return CopyGroup(document_ids=tuple(documents), resemblance=round(alike, 2))


def _sharing(same: Sequence[_Same]) -> Iterator[tuple[_Same, _Same]]:
    """Give the pairs that share so many runs of words that they may be copies; counted for one at a time, for many are large."""
    holders: dict[int, list[int]] = {}
    for at, one in enumerate(same):
        for run in one.sketch:
            holders.setdefault(run, []).append(at)
    for at, one in enumerate(same):
        behind = (held[bisect_right(held, at) :] for run in one.sketch if len(held := holders[run]) > 1)
        for other, runs in sorted(Counter(chain.from_iterable(behind)).items()):
            if may_be_copies(runs, len(one.sketch), len(same[other].sketch)):
                yield one, same[other]
