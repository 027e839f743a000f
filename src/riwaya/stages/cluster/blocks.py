"""Pairs of strands that share a key, out of more keys than one likes to hold as words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations

from riwaya.stages.cluster import matching
from riwaya.stages.cluster.matching import Pair

_SHELVES = 64
"""Heaps of keys sorted one after the other: only one is in memory as Python's own numbers."""
_BITS = 32
_LOW = (1 << _BITS) - 1
_DOCUMENTS = 256
"""Documents whose pairs lie on one heap."""


class Blocks:
    """Keys of strands as digests of 64 bits, 12 bytes for each.

    That two of ten million keys have one digest happens once in four hundred thousand ledgers; what would come of it is
    one comparison more than need be.
    """

    def __init__(self) -> None:
        """Begin without strands."""
        self._digests = [array("Q") for _ in range(_SHELVES)]
        self._strands = [array("L") for _ in range(_SHELVES)]
        self._homes = array("L")

    def append(self, document: int, keys: Iterable[str]) -> None:
        """Take the next strand: the number of its document, never less than the last, and its keys."""
        strand = len(self._homes)
        self._homes.append(document)
        for key in keys:
            digest = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")
            self._digests[digest % _SHELVES].append(digest)
            self._strands[digest % _SHELVES].append(strand)

    def pairs(self) -> Iterator[list[Pair]]:
        """Give, for each document in turn, the pairs of its strands with those of later ones; the keys are used up.

        A key of more than `riwaya.stages.cluster.matching.MOST` strands pairs none. Documents without pairs are left out.
        """
        heaps = [array("Q") for _ in range(self._homes[-1] // _DOCUMENTS + 1)] if self._homes else []
        for shelf in range(_SHELVES):
            for members in _blocks(self._digests[shelf], self._strands[shelf]):
                for one, other in combinations(members, 2):
                    home = self._homes[one]
                    if home != self._homes[other]:
                        heaps[home // _DOCUMENTS].append(one << _BITS | other)
            self._digests[shelf], self._strands[shelf] = array("Q"), array("L")
        for at, heap in enumerate(heaps):
            heaps[at] = array("Q")
            yield from self._by_document(sorted(set(heap)))

    def _by_document(self, packed: Sequence[int]) -> Iterator[list[Pair]]:
        made: list[Pair] = []
        for one in packed:
            pair = one >> _BITS, one & _LOW
            if made and self._homes[made[0][0]] != self._homes[pair[0]]:
                yield made
                made = []
            made.append(pair)
        if made:
            yield made


def _blocks(digests: array[int], strands: array[int]) -> Iterator[list[int]]:
    """Give the strands of each key that two to `matching.MOST` of them share, by number."""
    members: list[int] = []
    last = -1
    for packed in sorted([digest << _BITS | strand for digest, strand in zip(digests, strands, strict=True)]):
        digest = packed >> _BITS
        if digest != last:
            if 1 < len(members) <= matching.MOST:
                yield members
            members, last = [], digest
        members.append(packed & _LOW)
    if 1 < len(members) <= matching.MOST:
        yield members
