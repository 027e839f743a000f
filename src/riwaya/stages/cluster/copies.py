"""Copies: the same words in two documents. What was copied is a relay of its source, never a second origin.

A passage is held as a sketch: the smallest hashes of its runs of words. Two sketches share as many of the smallest of
both together as the passages share runs.

Source:
    Broder, On the resemblance and containment of documents (1997), bottom-k sketches.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

RUN = 4
"""Words of a run: shorter ones are shared by chance («قتل في هجوم على»), longer ones break at every edit."""
LEAST_RUNS = 8
"""Passages of fewer runs are too short to tell a copy from a turn of phrase."""
COPY = 0.5
"""Resemblance from which on a passage is a copy: an editor changed at most a few words of each sentence."""
_KEPT = 32
"""Hashes of a sketch: a resemblance is told to within a tenth, and two passages that copy share a key nearly surely."""
_KEYS = 4

Sketch = tuple[int, ...]


def sketch(words: Sequence[str]) -> Sketch:
    """Give the sketch of a passage, its words folded, in order; empty where it is too short to tell a copy."""
    runs = {crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)}
    return tuple(nsmallest(_KEPT, runs)) if len(runs) >= LEAST_RUNS else ()


def score_copy(one: Sketch, other: Sketch, least: float = 0.0) -> float:
    """Give how much of two passages is the same, in [0, 1]; 0 where one is too short to tell, or where it is under ``least``."""
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    hashes = _hashes(one)
    if hashes.isdisjoint(other):
        return 0.0
    both = hashes.intersection(other)
    many = min(_KEPT, len(one) + len(other) - len(both))
    if len(both) < least * many:
        return 0.0
    alike = len(both.intersection(sorted(hashes.union(other))[:_KEPT])) / many
    return alike if alike >= least else 0.0


@lru_cache(maxsize=4096)
def _hashes(passage: Sketch) -> frozenset[int]:
    return frozenset(passage)


def may_be_copies(shared: int, one: int, other: int) -> bool:
    """Say whether two sketches of some lengths that share so many hashes can score `COPY`; none other needs scoring.

    Both together have at least as many hashes as the longer, and it is of these that half must be shared.
    """
    return shared >= COPY * max(one, other)


def sketch_keys(passage: Sketch) -> list[str]:
    """Give the keys under which copies of a passage meet: its smallest hashes."""
    return [f"w|{value:x}" for value in passage[:_KEYS]]
