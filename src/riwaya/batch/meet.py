"""Step `meet`: the keys of one bucket out of all shards → the pairs of strands that share one.

The second level on which a hot key is grouped: of the strands that shards hand on under one key, never more than `MOST` + 1
are held; a key that has more pairs none (`riwaya.stages.cluster.matching`).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import combinations

from riwaya.batch.lay import LOW, files_of
from riwaya.batch.lay import STEP as LAY
from riwaya.batch.manifest import Row
from riwaya.batch.piles import Numbers, write_numbers
from riwaya.batch.stage import Stage, read_stage
from riwaya.stages.cluster.matching import MOST

STEP = "meet"
_RUN = 1_000_000
"""Pairs sorted at once: some 100 MB."""


def meet_keys(folder: str, key: str, number: int) -> Row:
    """Find the pairs of one bucket.

    Args:
        folder: Of the batch.
        key: Of the grouping.
        number: Of the bucket.

    Returns:
        The row. Each of its ``runs`` is a file of pairs, sorted, without doubles, ``one << 32 | other``; a pair that
        shares several keys may stand in several.
    """
    stage = read_stage(folder, key)
    keyed = _gather(stage, number)
    runs: list[str] = []
    pairs: set[int] = set()
    many = 0
    for members in _blocks(keyed):
        pairs.update(one[0] << 32 | other[0] for one, other in combinations(members, 2) if one[1] != other[1])
        if len(pairs) >= _RUN:
            many += len(pairs)
            runs.append(write_numbers(stage.steps, [array("Q", sorted(pairs))]))
            pairs.clear()
    if pairs:
        many += len(pairs)
        runs.append(write_numbers(stage.steps, [array("Q", sorted(pairs))]))
    return stage.write(STEP, number, {"pairs": many, "files": {"runs": runs}})


def _gather(stage: Stage, bucket: int) -> list[tuple[int, int, int]]:
    """Give digest, strand and document of each key, numbered over all shards."""
    strands, documents = stage.bases("strands"), stage.bases("documents")
    found: list[tuple[int, int, int]] = []
    counts: dict[int, int] = {}
    for shard, path in enumerate(files_of(stage, "keys")):
        sections = stage.row(LAY, shard)["sections"]
        start = sum(sections[:bucket])
        numbers = Numbers(path)
        held = numbers.array(start, start + sections[bucket])
        numbers.close()
        for digest, packed in zip(held[::2], held[1::2], strict=True):
            counts[digest] = counts.get(digest, 0) + 1
            if counts[digest] <= MOST + 1:
                found.append((digest, (packed >> 32) + strands[shard], (packed & LOW) + documents[shard]))
    return sorted(one for one in found if 1 < counts[one[0]] <= MOST)


def _blocks(keyed: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Give the strands, with their documents, of each key, by number."""
    members: list[tuple[int, int]] = []
    last = -1
    for digest, strand, document in keyed:
        if digest != last and members:
            yield members
            members = []
        last = digest
        members.append((strand, document))
    if members:
        yield members
