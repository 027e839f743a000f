"""Step `form`: the groups of strands whose first is of one shard → events, as Parquet."""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from riwaya.batch.join import STEP as JOIN
from riwaya.batch.lay import LOW, Telling, files_of
from riwaya.batch.manifest import Row, sum_digests
from riwaya.batch.piles import Numbers, Piles, shard_of
from riwaya.batch.stage import Stage, read_stage
from riwaya.batch.tables import TableWriter
from riwaya.batch.weigh import STEP as WEIGH
from riwaya.batch.weigh import TIE
from riwaya.ledger.codec import encode, to_json
from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster.form import form_event, reasons_across
from riwaya.stages.cluster.profile import Profile

STEP = "form"
EVENTS = {
    "id": "text", "type": "text", "subtype": "text", "start": "day", "end": "day", "precision": "text", "place": "text",
    "place_id": "text", "lat": "float", "lon": "float", "title_ar": "text", "title_en": "text", "title_fr": "text",
    "documents": "int", "claims": "texts", "sides": "text", "copies": "text", "record": "text",
}  # fmt: skip
"""Columns of `events`. ``claims`` are ids of `claims`; ``sides`` and ``copies`` JSON; ``record`` the event as JSON of
`riwaya.model.event.Event`, its claims as id, document and what put each there."""


def form_events(folder: str, key: str, number: int) -> Row:
    """Form the events of one shard.

    Args:
        folder: Of the batch.
        key: Of the grouping.
        number: Of the shard.

    Returns:
        The row, which is on disk when this returns.
    """
    stage = read_stage(folder, key)
    strands = _Strands(stage)
    digest = "0"
    with TableWriter(stage.folder / "events", EVENTS, rows=200) as table:
        for group in _iter_groups(stage, number):
            made = _event_row(strands.form(group))
            table.append(made)
            digest = sum_digests([made["record"].encode()], digest)
    strands.close()
    return stage.write(STEP, number, {"events": table.count, "digest": digest, "files": {"events": table.name}})


class _Strands:
    """The strands of the whole, by number, and what ties each to another document."""

    def __init__(self, stage: Stage) -> None:
        self._bases = stage.bases("strands")
        self._profiles: Piles[Profile] = Piles(files_of(stage, "profiles"), self._bases[:-1])
        self._tellings: Piles[Telling] = Piles(files_of(stage, "tellings"), self._bases[:-1], at_hand=200)
        # Texts are counted within their shard: 2^32 are room enough for each.
        shards = len(stage.shards)
        self._texts: Piles[str] = Piles(files_of(stage, "texts"), [at << 32 for at in range(shards)], at_hand=200)
        words = [stage.steps / stage.row(WEIGH, at)["files"]["words"] for at in range(shards)]
        self._words: Piles[tuple[str, ...]] = Piles(words, [at << 32 for at in range(shards)])
        self._ties = _Ties(stage.steps / stage.row(JOIN, 0)["files"]["ties"])

    def form(self, group: Sequence[int]) -> Event:
        """Form the event of some strands."""
        # As a run over everything orders them: by document, then as the text opens them.
        ordered = sorted(group, key=lambda at: (self._profiles[at].strand.document_id, at))
        profiles = [self._profiles[at] for at in ordered]
        return form_event(profiles, [self._telling(at) for at in ordered], [self._across(at) for at in ordered])

    def close(self) -> None:
        """Give the files back."""
        for one in (self._profiles, self._tellings, self._texts, self._words, self._ties):
            one.close()

    def _telling(self, at: int) -> list[tuple[ToldClaim, tuple[str, ...]]]:
        number, told = self._tellings[at]
        text = self._texts[(shard_of(self._bases[:-1], at) << 32) + number]
        return [(replace(one, text=text), why) for one, why in told]

    def _across(self, at: int) -> tuple[str, ...]:
        tie = self._ties.find(at)
        return () if tie is None else reasons_across(self._words[tie[1]], self._profiles[tie[0]])


class _Ties:
    """The strongest tie of each strand, in a file sorted by strand."""

    def __init__(self, path: Path) -> None:
        self._map: mmap.mmap | None = None
        if path.stat().st_size:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return len(self._map) // TIE.size if self._map is not None else 0

    def __getitem__(self, at: int) -> int:
        return self._read(at)[0]

    def find(self, strand: int) -> tuple[int, int] | None:
        """Give whom a strand is tied to, and where the words for it lie; None where it is tied to nobody."""
        at = bisect_left(self, strand)
        if at == len(self) or self[at] != strand:
            return None
        _, other, _, _, words = self._read(at)
        return other, words

    def close(self) -> None:
        if self._map is not None:
            self._map.close()

    def _read(self, at: int) -> tuple[int, int, float, int, int]:
        if self._map is None:
            raise IndexError(at)
        return TIE.unpack_from(self._map, at * TIE.size)


def _iter_groups(stage: Stage, number: int) -> Iterator[list[int]]:
    """Give the groups whose first strand is of a shard, by their first; who is linked to nobody is a group."""
    bases = stage.bases("strands")
    first, end = bases[number], bases[number + 1]
    members = Numbers(stage.steps / stage.row(JOIN, 0)["files"]["members"])
    low, high = bisect_left(members, first << 32), bisect_left(members, end << 32)
    grouped: dict[int, list[int]] = {}
    for packed in members.between(low, high):
        grouped.setdefault(packed >> 32, []).append(packed & LOW)
    members.close()
    later = Numbers(stage.steps / stage.row(JOIN, 0)["files"]["later"])
    elsewhere = set(later.between(bisect_left(later, first), bisect_left(later, end)))
    later.close()
    for at in range(first, end):
        if at in grouped:
            yield grouped[at]
        elif at not in elsewhere:
            yield [at]


def _event_row(event: Event) -> dict[str, Any]:
    place, time, title = event.place, event.time, event.title
    claims = [{"id": one.claim.id, "document": one.document_id, "why": list(one.why)} for one in event.claims]
    return {
        "id": event.id,
        "type": event.type,
        "subtype": event.subtype,
        "start": time.start if time else None,
        "end": time.end if time else None,
        "precision": time.precision if time else None,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "title_ar": title.ar if title else None,
        "title_en": title.en if title else None,
        "title_fr": title.fr if title else None,
        "documents": len({one.document_id for one in event.claims}),
        "claims": [one.claim.id for one in event.claims],
        "sides": to_json(event.sides),
        "copies": to_json(event.copies),
        "record": to_json(encode(replace(event, claims=())) | {"claims": claims}),
    }


def event_record(event: Event) -> str:
    """Give an event as ``record`` holds it: what two runs, or a batch and a ledger, are compared by."""
    return str(_event_row(event)["record"])
