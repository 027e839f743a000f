"""Match the strands of all documents two documents at a time: who is each other's best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from riwaya.model.record import record
from riwaya.stages.cluster.linking import LINK, score_link
from riwaya.stages.cluster.profile import Profile
from riwaya.stages.cluster.reasons import Reasons

MOST = 200
"""Strands that share a key: a key of more says «a day of war», not which attack of that day."""

Pair = tuple[int, int]
Weighed = dict[tuple[str, str], Reasons]
"""What pairs of strands score, by the ids of their profiles; no more of those that cannot be linked than says so."""


class Profiles(Protocol):
    """Profiles by number, in memory or not."""

    def __getitem__(self, number: int, /) -> Profile:
        """Give the profile of a strand."""
        ...


@record(kw_only=False)
class Link:
    """Two strands of different documents that speak of one happening, by their places in the list of profiles."""

    one: int
    other: int
    reasons: Reasons


def find_hot_keys(keyed: Iterable[Iterable[str]]) -> frozenset[str]:
    """Give the keys that more than `MOST` strands share: they are not used."""
    counts: dict[str, int] = {}
    for keys in keyed:
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    return frozenset(key for key, count in counts.items() if count > MOST)


def find_links(
    profiles: Sequence[Profile],
    keyed: Sequence[Sequence[str]],
    hot: Collection[str] | None = None,
    chosen: Collection[int] | None = None,
    weighed: Weighed | None = None,
) -> list[Link]:
    """Give the links between strands of different documents.

    Two strands are linked when they share a key, score at least `LINK`, and neither has a better partner in the
    other's document. So two attacks that one paper tells apart are not made one by a paper that tells of both, and
    whether two strands are linked rests on their two documents alone.

    Args:
        profiles: Of whole documents, in an order that rests on their content.
        keyed: The keys of each (`riwaya.stages.cluster.keys.block_keys`).
        hot: Keys not to be used; found among the profiles when None.
        chosen: Places of the strands whose links are wanted; all when None.
        weighed: What pairs were found to score before, which is looked up here and added to.

    Returns:
        Links by place in ``profiles``, each with a chosen strand at least at one end.
    """
    near = _Near(profiles, keyed, find_hot_keys(keyed) if hot is None else hot)
    weighing = _Weighing(profiles, weighed)
    some = frozenset(range(len(profiles)) if chosen is None else chosen)
    weighing.weigh(near.pairs_with(some))
    weighing.weigh(near.rivals(some, weighing.pairs()))
    return [link for link in weighing.links() if link.one in some or link.other in some]


def link_pairs(profiles: Profiles, pairs: Iterable[Pair]) -> list[Link]:
    """Give the links among pairs of strands: all pairs that share a key, of any two documents of which one pair is given.

    Args:
        profiles: By the numbers of the strands.
        pairs: Numbers of strands of different documents, each pair once, the smaller number first.

    Returns:
        Links by the numbers of their strands.
    """
    weighing = _Weighing(profiles)
    weighing.weigh(pairs)
    return weighing.links()


class _Weighing:
    """Pairs that score enough, and who of a document is the best for whom."""

    def __init__(self, profiles: Profiles, weighed: Weighed | None = None) -> None:
        self._profiles = profiles
        self._weighed = weighed
        self._best: dict[tuple[int, str], tuple[float, str, int]] = {}
        self._scored: dict[Pair, Reasons] = {}

    def weigh(self, pairs: Iterable[Pair]) -> None:
        """Weigh pairs that were not weighed yet."""
        profiles = self._profiles
        for pair in pairs:
            reasons = self._score(profiles[pair[0]], profiles[pair[1]])
            if reasons.total >= LINK:
                self._scored[pair] = reasons
                _keep_best(self._best, profiles, pair, reasons.total)
                _keep_best(self._best, profiles, (pair[1], pair[0]), reasons.total)

    def _score(self, one: Profile, other: Profile) -> Reasons:
        if self._weighed is None:
            return score_link(one, other, in_full=False)
        key = one.id, other.id
        found = self._weighed.get(key)
        if found is None:
            found = self._weighed[key] = score_link(one, other, in_full=False)
        return found

    def pairs(self) -> list[Pair]:
        """Give the pairs that score enough."""
        return list(self._scored)

    def links(self) -> list[Link]:
        """Give the pairs of which each is the other's best."""
        best, profiles = self._best, self._profiles
        return [
            Link(a, b, reasons)
            for (a, b), reasons in sorted(self._scored.items(), key=lambda item: item[0])
            if best[a, profiles[b].strand.document_id][2] == b and best[b, profiles[a].strand.document_id][2] == a
        ]


def _keep_best(
    best: dict[tuple[int, str], tuple[float, str, int]], profiles: Profiles, pair: Pair, score: float
) -> None:
    mine, theirs = pair
    key = mine, profiles[theirs].strand.document_id
    rival = (-score, profiles[theirs].id, theirs)
    if key not in best or rival < best[key]:
        best[key] = rival


class _Near:
    """Who shares a key with whom, of another document."""

    def __init__(self, profiles: Sequence[Profile], keyed: Sequence[Sequence[str]], unused: Collection[str]) -> None:
        self._homes = [one.strand.document_id for one in profiles]
        self._keyed = keyed
        self._blocks = _blocks(keyed, unused)

    def pairs_with(self, chosen: Collection[int]) -> Iterator[Pair]:
        """Give the pairs of which at least one is chosen, each once, the smaller number first."""
        for one in sorted(chosen):
            for other in self._of(one):
                if other not in chosen:
                    yield (one, other) if one < other else (other, one)
                elif one < other:
                    yield one, other

    def rivals(self, chosen: Collection[int], scored: Sequence[Pair]) -> Iterator[Pair]:
        """Give the pairs that may be better for the partner of a chosen strand: with others of the chosen one's document."""
        asked: dict[int, set[str]] = {}
        for pair in scored:
            for mine, theirs in (pair, pair[::-1]):
                if mine in chosen and theirs not in chosen:
                    asked.setdefault(theirs, set()).add(self._homes[mine])
        seen: set[Pair] = set()
        for one, homes in asked.items():
            for rival in self._of(one):
                pair = (one, rival) if one < rival else (rival, one)
                if rival not in chosen and self._homes[rival] in homes and pair not in seen:
                    seen.add(pair)
                    yield pair

    def _of(self, one: int) -> list[int]:
        """Give who shares a key with a strand and stands in another document."""
        found: set[int] = set()
        for key in self._keyed[one]:
            found.update(self._blocks.get(key, ()))
        home = self._homes[one]
        return [other for other in found if self._homes[other] != home]


def _blocks(keyed: Sequence[Sequence[str]], unused: Collection[str]) -> dict[str, list[int]]:
    """Give the strands that share each key, in their order."""
    blocks: dict[str, list[int]] = {}
    for number, keys in enumerate(keyed):
        for key in keys:
            if key not in unused:
                blocks.setdefault(key, []).append(number)
    return blocks
