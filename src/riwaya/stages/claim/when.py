"""When a claim's happening took place: the time in its words, else the one beside them in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from riwaya.model.span import Span
from riwaya.model.timex import Timex
from riwaya.stages.claim.happenings import Happening
from riwaya.stages.claim.scene import Scene

_BESIDE = 30
"""How many tokens away an adverbial of the same sentence may stand from the words of a claim."""


class TimeFinder:
    """Gives the times of the happenings of one document."""

    def __init__(self, scene: Scene, happenings: Iterable[Happening]) -> None:
        """Keep where the happenings are named, so that none takes the time of another."""
        self.scene = scene
        self._named = sorted(h.head.index for h in happenings)

    def find(self, happening: Happening, start: int, end: int) -> Timex | None:
        """Give the time of a happening whose words are tokens ``[start, end)``.

        The time nearest to the head, days before lengths of time; the time of the telling is none. Of «منذ تولي فلان
        الحكم في مايو» the stretch since then is meant, unless the happening is what opened it. Where the words hold no
        time, an adverbial right before or behind them in the sentence is taken, marked as inherited.

        Source: annotation guideline, field ``time``.
        """
        told = {
            link.told.span
            for frame in self.scene.frames_around[happening.head.index]
            for link in frame.links
            if link.told is not None
        }
        inside = self._between(start, end, told)
        if inside:
            dated = [row for row in inside if row[2].start is not None] or inside
            row = min(dated, key=lambda row: (_distance(row[0], happening), row[0]))
            return self._widened(happening, row, told)
        beside = self._beside(happening, start, end, told)
        return replace(beside, inherited=True) if beside is not None else None

    def _between(self, start: int, end: int, told: Set[Span]) -> list[tuple[int, int, Timex]]:
        if start >= end:
            return []
        return [
            (a, b, t) for a, b, t in self.scene.time_ranges.near(start, end - 1)
            if start <= a < end and a not in self.scene.telling and t.span not in told
            and (t.kind not in ("time-of-day", "duration") or t.start is not None)
        ]  # fmt: skip

    def _widened(self, happening: Happening, row: tuple[int, int, Timex], told: Set[Span]) -> Timex:
        """Give the stretch that «منذ» opens before an event, for a time that only dates that event."""
        at, _, time = row
        for a, b, since in self.scene.time_ranges.near(at, at):
            opens = since.kind == "since" and a < at < b and since.span not in told and since.start is not None
            if opens and not a <= happening.head.index < b:
                return since
        return time

    def _beside(self, happening: Happening, start: int, end: int, told: Set[Span]) -> Timex | None:
        """The adverbial behind the words, else the one before them, with no other happening between."""
        first, last = self.scene.annotation.sentences[self.scene.sentence_of[happening.first]]
        behind = self._dated(self._between(end, min(last, end + _BESIDE), told))
        if behind and self._is_free(end, behind[0][0]):
            return behind[0][2]
        before = self._dated(self._between(max(first, start - _BESIDE), start, told))
        if before and self._is_free(before[-1][1], start):
            return self._widened(happening, before[-1], told)
        return None

    def _dated(self, rows: Sequence[tuple[int, int, Timex]]) -> list[tuple[int, int, Timex]]:
        return [row for row in rows if row[2].start is not None]

    def _is_free(self, start: int, end: int) -> bool:
        """Say whether no happening is named in tokens ``[start, end)``."""
        at = bisect_left(self._named, start)
        return at == len(self._named) or self._named[at] >= end


def _distance(at: int, happening: Happening) -> int:
    return min(abs(at - t.index) for t in happening.triggers)
