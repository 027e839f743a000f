"""Step `weigh`: the pairs of the strands of one shard with later ones → links, and for each strand its strongest."""

from __future__ import annotations

import heapq
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from riwaya.batch.lay import LOW, files_of
from riwaya.batch.lay import STEP as LAY
from riwaya.batch.manifest import Row, new_file
from riwaya.batch.meet import STEP as MEET
from riwaya.batch.piles import Numbers, Piles, PileWriter, write_numbers
from riwaya.batch.stage import Stage, read_stage
from riwaya.stages.cluster.matching import Link, link_pairs
from riwaya.stages.cluster.profile import Profile

STEP = "weigh"
TIE = struct.Struct("<QQdQQ")
"""A strand, whom it is tied to, how strongly, the id of that one's document as a number, and where the words lie."""

Tie = tuple[int, int, float, int, int]


def weigh_pairs(folder: str, key: str, number: int) -> Row:
    """Weigh the pairs whose first strand is of one shard.

    Args:
        folder: Of the batch.
        key: Of the grouping.
        number: Of the shard.

    Returns:
        The row; ``links`` is a file of pairs as `meet` writes them, ``ties`` one of `TIE` by strand, ``words`` the pile
        of what links the two.
    """
    stage = read_stage(folder, key)
    bases = stage.bases("strands")
    profiles: Piles[Profile] = Piles(files_of(stage, "profiles"), bases[:-1])
    homes = Numbers(stage.steps / stage.row(LAY, number)["files"]["homes"])
    links = array("Q")
    strongest: dict[int, Tie] = {}
    first = bases[number]
    with PileWriter(stage.steps) as words:
        known: dict[tuple[str, ...], int] = {}
        pairs = ((packed >> 32, packed & LOW) for packed in _iter_pairs(stage, first, bases[number + 1]))
        for _, theirs in groupby(pairs, lambda pair: homes[pair[0] - first]):
            for link in link_pairs(profiles, theirs):
                links.append(link.one << 32 | link.other)
                said = link.reasons.words()
                if said not in known:
                    known[said] = words.append(said)
                for mine, other in ((link.one, link.other), (link.other, link.one)):
                    _keep_stronger(strongest, _tie(mine, other, link, profiles, known[said]))
    profiles.close()
    homes.close()
    with new_file(stage.steps, ".ties") as ties, ties.path.open("wb") as file:
        for strand in sorted(strongest):
            file.write(TIE.pack(*strongest[strand]))
    files = {"links": write_numbers(stage.steps, [links]), "ties": ties.name, "words": words.name}
    return stage.write(STEP, number, {"links": len(links), "files": files})


def is_stronger(one: Tie, other: Tie) -> bool:
    """Say whether a tie of a strand goes before another of it: stronger, or as strong and to the document first by id."""
    return (-one[2], one[3], one[1]) < (-other[2], other[3], other[1])


def _keep_stronger(strongest: dict[int, Tie], tie: Tie) -> None:
    before = strongest.get(tie[0])
    if before is None or is_stronger(tie, before):
        strongest[tie[0]] = tie


def _tie(mine: int, other: int, link: Link, profiles: Piles[Profile], words: int) -> Tie:
    document = int(profiles[other].strand.document_id.partition("_")[2], 16)
    return mine, other, link.reasons.total, document, words


def _iter_pairs(stage: Stage, first: int, end: int) -> Iterator[int]:
    """Give the pairs whose first strand is within bounds, in order, each once."""
    runs: list[Numbers] = []
    for bucket in range(stage.buckets):
        runs += [Numbers(stage.steps / name) for name in stage.row(MEET, bucket)["files"]["runs"]]
    slices = [run.between(bisect_left(run, first << 32), bisect_left(run, end << 32)) for run in runs]
    last = -1
    for packed in heapq.merge(*slices):
        if packed != last:
            yield packed
        last = packed
