"""Match the strands of all documents two documents at a time: who is each other's best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Protocol

from riwaya.model.record import record
from riwaya.stages.cluster.linking import LINK, score_link
from riwaya.stages.cluster.profile import Profile
from riwaya.stages.cluster.reasons import Reasons

MOST = 200
"""Strands that share a key: a key of more says «a day of war», not which attack of that day."""

Pair = tuple[int, int]


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
    profiles: Sequence[Profile], keyed: Sequence[Sequence[str]], hot: Collection[str] | None = None
) -> list[Link]:
    """Give the links between strands of different documents.

    Two strands are linked when they share a key, score at least `LINK`, and neither has a better partner in the
    other's document. So two attacks that one paper tells apart are not made one by a paper that tells of both, and
    whether two strands are linked rests on their two documents alone.

    Args:
        profiles: Of whole documents, in an order that rests on their content.
        keyed: The keys of each (`riwaya.stages.cluster.keys.block_keys`).
        hot: Keys not to be used; found among the profiles when None.

    Returns:
        Links by place in ``profiles``.
    """
    unused = find_hot_keys(keyed) if hot is None else hot
    return link_pairs(profiles, _candidates(profiles, keyed, unused))


def link_pairs(profiles: Profiles, pairs: Iterable[Pair]) -> list[Link]:
    """Give the links among pairs of strands: all pairs that share a key, of any two documents of which one pair is given.

    Args:
        profiles: By the numbers of the strands.
        pairs: Numbers of strands of different documents, each pair once, the smaller number first.

    Returns:
        Links by the numbers of their strands.
    """
    best: dict[tuple[int, str], tuple[float, str, int]] = {}
    scored: dict[Pair, Reasons] = {}
    for pair in pairs:
        reasons = score_link(profiles[pair[0]], profiles[pair[1]])
        if reasons.total >= LINK:
            scored[pair] = reasons
            _keep_best(best, profiles, pair, reasons.total)
            _keep_best(best, profiles, (pair[1], pair[0]), reasons.total)
    return [
        Link(a, b, reasons)
        for (a, b), reasons in sorted(scored.items(), key=lambda item: item[0])
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


def _candidates(profiles: Sequence[Profile], keyed: Sequence[Sequence[str]], unused: Collection[str]) -> Iterator[Pair]:
    """Give pairs of strands of different documents that share a key, each once."""
    blocks: dict[str, list[int]] = {}
    for number, keys in enumerate(keyed):
        for key in keys:
            if key not in unused:
                blocks.setdefault(key, []).append(number)
    seen: set[Pair] = set()
    for members in blocks.values():
        for pair in combinations(members, 2):
            if pair not in seen and profiles[pair[0]].strand.document_id != profiles[pair[1]].strand.document_id:
                seen.add(pair)
                yield pair
