"""When a claim's happening took place: the time in its words, else the one beside them in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from datetime import timedelta

from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.model.timex import DATES_WHAT_FOLLOWS, Timex
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.lasting import is_of_other, is_of_rank, lies_ahead, since_it_began
from riwaya.stages.claim.scene import RELATIVES, Scene

_FAR = 6
"""How far behind the head a time is rather that of a part, where «منذ …،» opens the sentence."""
_SPOKEN_DAYS = {"day+0": 0, "day-1": -1, "day-2": -2}
_DASHES = frozenset({"-", "–", "--"})
_HEADS = _DASHES | {":", "—"}
_WHEN = frozenset({"عندما", "حينما", "بعدما", "قبلما", "منذما"})
_WHERE = frozenset({"حيث", "بينما"})
_UNTIL = frozenset({"حتي", "لغايه", "وحتي", "الي"})
"""Before «اليوم»: what went on until today happened before."""
_SINCE = frozenset({"منذ", "بعد", "قبل"})
_THAT = frozenset({"ان", "أن"})
_LED_BY = frozenset({"في", "جراء", "اثر", "نتيجه", "خلال", "بسبب"})
_DESCRIBED_REACH, _AFTER_REACH = 7, 2
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
        inside = self._between(start, end, told, happening.head.index)
        if not inside:
            beside = self._beside(happening, start, end, told) or self._heading(happening)
            return replace(beside, inherited=True) if beside is not None else None
        dated = self._of_its_clause(happening, self._dated(inside) or inside)
        row = min(dated, key=lambda row: (_distance(row[0], happening), row[0] < happening.head.index))
        if row[0] - happening.head.index > _FAR and row[2].kind != "since":
            opening = self._opening(happening, start, told)
            if opening is not None:
                return replace(opening, inherited=True)
        return self._seen_from_telling(happening, row[0], self._widened(happening, row, told))

    def _of_its_clause(self, happening: Happening, rows: list[tuple[int, int, Timex]]) -> list[tuple[int, int, Timex]]:
        """Leave out what stands before the relative clause of the head, where its clause has a time («أقر الأحد بالهجوم الذي وقع يوم 11»)."""
        head = happening.head.index
        if self.scene.forms[head - 1] not in RELATIVES:
            return rows
        return [row for row in rows if row[0] > head] or rows

    def _opening(self, happening: Happening, start: int, told: Set[Span]) -> Timex | None:
        """Give the stretch that opens the sentence before the head («منذ اندلاع القتال في مايو، قتل 13 …»)."""
        first, _ = self.scene.annotation.sentences[self.scene.sentence_of[happening.first]]
        before = self._dated(
            self._between(max(first, start - _BESIDE), happening.head.index, told, happening.head.index)
        )
        before = [row for row in before if row[1] <= happening.head.index]  # «منذ أن طرد …» does not open before «طرد»
        time = self._widened(happening, before[-1], told) if before else None
        return time if time is not None and time.kind == "since" else None

    def _seen_from_telling(self, happening: Happening, at: int, time: Timex) -> Timex:
        """Measure «اليوم» in quoted speech from the day on which it was spoken, where that is told."""
        days = _SPOKEN_DAYS.get(time.value.removeprefix("since:").partition("T")[0])
        if days is None or time.start is None:
            return time
        for frame in reversed(self.scene.frames_around[happening.head.index]):
            spoken = [k.told for k in frame.links if k.told is not None and k.told.start is not None]
            if not spoken or not self._is_quoted(frame.start, at):
                continue
            day = spoken[0].start
            if day is None or day != spoken[0].end:
                return time
            first = day + timedelta(days=days)
            return replace(time, start=first, end=day if time.kind == "since" else first, basis="anchor_timex")
        return time

    def _is_quoted(self, start: int, at: int) -> bool:
        """Say whether a quotation is open at token ``at`` that was opened from ``start`` on, or just before it."""
        marks = self.scene.forms[max(start - 1, 0) : at]
        return (marks.count("«") > marks.count("»")) or marks.count('"') % 2 == 1

    def _between(self, start: int, end: int, told: Set[Span], head: int) -> list[tuple[int, int, Timex]]:
        if start >= end:
            return []
        rows = self.scene.time_ranges.near(start, end - 1)
        if not rows:
            return []
        ranked = [(a, b) for a, b, t in rows if not a <= head < b and is_of_rank(self.scene, a, t)]
        return [
            (a, b, t) for a, b, t in rows
            if start <= a < end and a not in self.scene.telling and t.span not in told
            and (t.kind not in ("time-of-day", "duration") or t.start is not None)
            and (a < head or not t.value.endswith(DATES_WHAT_FOLLOWS)) and not any(first <= a < last for first, last in ranked)
            and not (t.value == "day+0" and self.scene.forms[a - 1] in _UNTIL)
            and not (a > head and is_of_other(self.scene, head, a, t)) and not (b <= head and self._came_before(a, b, head))
        ]  # fmt: skip

    def _came_before(self, start: int, end: int, head: int) -> bool:
        """«بدأت البلاد، الأربعاء، حدادا بعد مقتل 36»: a day set in between commas is not that of the deed behind «بعد»."""
        forms = self.scene.forms
        if self.scene.is_finite(head) or forms[start - 1] not in "،," or forms[end] not in "،,":
            return False
        near = range(max(end, head - _AFTER_REACH), head)
        return any(self.scene.forms[k] == "بعد" and k not in self.scene.set_in for k in near)

    def _widened(self, happening: Happening, row: tuple[int, int, Timex], told: Set[Span]) -> Timex:
        """Give the stretch that «منذ» opens before an event, for a time that only dates that event."""
        at, _, time = row
        for a, b, since in self.scene.time_ranges.near(at, at):
            opens = since.kind == "since" and a < at < b and since.span not in told and since.start is not None
            if opens and not a <= happening.head.index < b:
                return since
        return since_it_began(self.scene, at, time)

    def _beside(self, happening: Happening, start: int, end: int, told: Set[Span]) -> Timex | None:
        """The adverbial behind the words, else the one before them, with no other happening between."""
        first, last = self.scene.annotation.sentences[self.scene.sentence_of[happening.first]]
        behind = self._been(self._between(end, min(last, end + _BESIDE), told, happening.head.index))
        apart = not behind or not _WHERE.isdisjoint(self.scene.forms[end : behind[0][0]])
        if not apart and self._is_free(self._past_description(end), behind[0][0]):
            return behind[0][2]
        before = self._been(self._between(max(first, start - _BESIDE), start, told, happening.head.index))
        if before and self._is_free(before[-1][1], start):
            return self._widened(happening, before[-1], told)
        return None

    def _heading(self, happening: Happening) -> Timex | None:
        """«22 مارس 2004 - مسلحون يهاجمون …»: the day or year that heads a line of a chronology; the day of publication heads a report."""
        first, last = self.scene.annotation.sentences[self.scene.sentence_of[happening.first]]
        for a, b, time in self.scene.time_ranges.near(first, first):
            if a != first or b >= last or self.scene.forms[b] not in _HEADS or time.kind not in ("date", "range"):
                continue
            return (
                time if time.start is not None and time.start != self.scene.annotation.document.published.day else None
            )
        return None

    def _past_description(self, end: int) -> int:
        """«مقتل ستة في هجوم بشاحنة، استهدف ثكنة … الجمعة»: give the token behind a verb that only tells more of the deed named before it.

        Returns:
            ``end`` where no such verb follows the words that end there.
        """
        at = end + (end < len(self.scene.forms) and self.scene.forms[end] in "،,")
        if at + 1 >= len(self.scene.forms) or not self.scene.is_finite(at) or self.scene.readings[at][0].conjunction:
            return end
        for k in range(end - 1, max(0, end - _DESCRIBED_REACH), -1):
            readings = self.scene.readings[k]
            if readings.uncounted_event and not readings[0].is_verb and not readings[0].definite:
                led = readings[0].preposition == "ب" or self.scene.forms[k - 1] in _LED_BY
                return at + 1 if led else end
        return end

    def _dated(self, rows: Sequence[tuple[int, int, Timex]]) -> list[tuple[int, int, Timex]]:
        return [row for row in rows if row[2].start is not None]

    def _been(self, rows: Sequence[tuple[int, int, Timex]]) -> list[tuple[int, int, Timex]]:
        return [row for row in self._dated(rows) if not lies_ahead(self.scene, row[2])]

    def _is_free(self, start: int, end: int) -> bool:
        """Say whether no happening is named in tokens ``[start, end)``, and no dash parts them as it does a dateline."""
        if not _DASHES.isdisjoint(self.scene.forms[start:end]) or self._opens_clause(start, end):
            return False
        at = bisect_left(self._named, start)
        return at == len(self._named) or self._named[at] >= end

    def _opens_clause(self, start: int, end: int) -> bool:
        """«منذ أن دخل قبل عامين»: a time behind such words is that of the clause that they open."""
        forms = self.scene.forms
        return any(
            forms[k] in _WHEN or (forms[k] in _THAT and k > start and forms[k - 1] in _SINCE) for k in range(start, end)
        )


def _distance(at: int, happening: Happening) -> int:
    return min(abs(at - t.index) for t in happening.triggers)
