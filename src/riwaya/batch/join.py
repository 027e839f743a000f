"""Step `join`: the links of all shards → which strands hold together, and what ties each most.

The one step that sees the whole: 4 bytes for each strand, links and ties as a stream.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from riwaya.batch.lay import LOW
from riwaya.batch.manifest import Row, new_file
from riwaya.batch.piles import Numbers, write_numbers
from riwaya.batch.stage import Stage, read_stage
from riwaya.batch.weigh import STEP as WEIGH
from riwaya.batch.weigh import TIE, Tie, is_stronger

STEP = "join"


def join_links(folder: str, key: str, number: int = 0) -> Row:
    """Join what links hold together.

    Args:
        folder: Of the batch.
        key: Of the grouping.
        number: 0.

    Returns:
        The row. ``members`` is a sorted file of ``first << 32 | strand`` for each strand that is linked, ``first`` the first
        strand of its group; ``later`` one of those that are not the first of theirs; ``ties`` one of `riwaya.batch.weigh.TIE` by strand, whose last number also says of which shard
        the words are.
    """
    stage = read_stage(folder, key)
    shards = range(len(stage.shards))
    rows = [stage.row(WEIGH, at) for at in shards]
    parents = array("I", range(stage.bases("strands")[-1]))
    linked = bytearray(len(parents))
    for row in rows:
        links = Numbers(stage.steps / row["files"]["links"])
        for packed in links.between(0, len(links)):
            one, other = packed >> 32, packed & LOW
            linked[one] = linked[other] = 1
            _unite(parents, one, other)
        links.close()
    rooted = [_root(parents, at) << 32 | at for at, is_linked in enumerate(linked) if is_linked]
    members = array("Q", sorted(rooted))
    later = array("Q", (packed & LOW for packed in rooted if packed >> 32 != packed & LOW))
    with new_file(stage.steps, ".ties") as ties, ties.path.open("wb") as file:
        for tie in _strongest(stage, rows):
            file.write(TIE.pack(*tie))
    files = {
        "members": write_numbers(stage.steps, [members]),
        "later": write_numbers(stage.steps, [later]),
        "ties": ties.name,
    }
    return stage.write(STEP, number, {"linked": len(members), "groups": len(members) - len(later), "files": files})


def _root(parents: array[int], at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _unite(parents: array[int], one: int, other: int) -> None:
    a, b = _root(parents, one), _root(parents, other)
    if a != b:
        parents[max(a, b)] = min(a, b)


def _strongest(stage: Stage, rows: Iterable[Row]) -> Iterator[Tie]:
    """Give the strongest tie of each strand, by strand, with the shard of its words put before their number."""
    parts = [_read_ties(stage.steps / row["files"]["ties"], shard) for shard, row in enumerate(rows)]
    best: Tie | None = None
    for tie in heapq.merge(*parts):
        if best is not None and tie[0] != best[0]:
            yield best
            best = None
        if best is None or is_stronger(tie, best):
            best = tie
    if best is not None:
        yield best


def _read_ties(path: Path, shard: int) -> Iterator[Tie]:
    with path.open("rb") as file:
        while packed := file.read(TIE.size):
            strand, other, total, document, words = TIE.unpack(packed)
            yield strand, other, total, document, shard << 32 | words
