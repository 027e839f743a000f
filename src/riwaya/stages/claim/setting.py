"""Where and when, carried over from the surrounding text and marked as such."""

from __future__ import annotations

from riwaya.model.place import PlaceMention
from riwaya.model.record import replace
from riwaya.model.timex import SINCE_EVENT, Timex
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.lasting import lies_ahead
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.where import find_teller_place

_PARAGRAPH, _PAGE = 2, 6
"""Sentences over which a day, and a place, told before hold on for «الهجوم», «الانفجار»."""
_FOLLOWING = 16
_FRONTED = 2
"""A place so few tokens before a clause opens it («أما في محافظة كذا فقد قتل …»)."""
_SINCE = frozenset({"منذ", "ومنذ"})
_IN_ALL = frozenset("الاجمالي الاجماليه الكلي الكليه".split())
_LAID_TO = frozenset("في خلال اثناء جراء اثر نتيجه بسبب حصيله ضحايا قتلي جرحي".split())
_THIS = frozenset("هذا هذه ذلك تلك هذين هاتين".split())
_BESIDE = 2
"""Tokens from a verb of harm to the «ب» of what it is laid to («أصيب بالانفجار»)."""
_WHICH = frozenset((form,) for form in RELATIVES)
_LED_TO = frozenset("اسفر اسفرت ادي ادت اوقع اوقعت خلف خلفت اودي اودت تسبب تسببت يسفر تسفر يود تود".split())
_LED_REACH = 7
"""Tokens from a verb of outcome to the harm («أسفر الهجوم بسيارة مفخخة عن مقتل»)."""
_OCCURRED = frozenset("وقع وقعت حصل حصلت حدث حدثت جري جرت نفذ نفذت".split())
_INCIDENTS = frozenset({"الحادث", "الحادثه", "الواقعه", "المجزره", "الكمين"})
_ATTACKERS = frozenset("المهاجم المهاجمون المهاجمين المهاجمان الانتحاري الانتحاريان الانتحاريون".split())
_THERE, _THAT = frozenset({"هناك"}), frozenset("ان وان ليس وليس كان كانت لان بان".split())
_RECALLED_DAYS = 180
_ANOTHER = frozenset("اخر اخري اخرين ثان ثانيه ثالث ثالثه رابع خامس خامسه ثاني".split())


class SettingFinder:
    """Remembers the place and time of the claims before, for those that only point back to them."""

    def __init__(self, scene: Scene) -> None:
        """Start with nothing told."""
        self.scene = scene
        self._place: tuple[int, PlaceMention] | None = None
        self._time: tuple[int, Timex] | None = None

    def complete(
        self, happening: Happening, start: int, end: int, time: Timex | None, place: PlaceMention | None
    ) -> tuple[Timex | None, PlaceMention | None]:
        """Give time and place, inherited where the words have none and the text plainly goes on.

        Within a sentence the setting told before holds on; across sentences only for a word that points back
        («الهجوم», «غارة أخرى»). Speech acts inherit nothing: their day is when they were told.

        Source: contract, ``inherited``.
        """
        sentence = self.scene.sentence_of[happening.first]
        if happening.head.act is None:
            place = (
                place
                or self._carry_or_tell(happening, start, sentence)
                or self._following_place(happening, end, sentence)
                or self._teller_place(happening)
                or self._going_on(happening, start, end, sentence)
            )
            time = time or (None if self._runs_since(start, end) else self._carry_time(happening, start, end, sentence))
        if place is not None and not place.inherited and not self._is_long_past(time):
            self._place = (sentence, place)
        if time is not None and not time.inherited and time.start is not None and not lies_ahead(self.scene, time):
            self._time = (sentence, time)
        return time, place

    def _is_long_past(self, time: Timex | None) -> bool:
        """«جاء ذلك بعد شهرين من هجوم في كذا»: the place of what is only recalled is not that of what follows."""
        day = self.scene.annotation.document.published.day
        return day is not None and time is not None and time.end is not None and (day - time.end).days > _RECALLED_DAYS

    def _carry_place(self, happening: Happening, start: int, sentence: int) -> PlaceMention | None:
        first, _ = self.scene.annotation.sentences[sentence]
        rows = [
            (b, p) for a, b, p in self.scene.place_ranges.near(first, start)
            if first <= a < start and a not in self.scene.telling and p.place.lat is not None
        ]  # fmt: skip
        before = [p for _, p in rows]
        if rows and start - rows[-1][0] <= _FRONTED and before[-1].place.relation == "in":
            at = len(before) - 1
            while at and before[at - 1].contained_by_next:
                at -= 1
            return replace(before[at], inherited=True)
        if before and self._place is not None and self._place[0] == sentence:
            return replace(self._place[1], inherited=True)
        if before:
            return replace(before[-1], inherited=True)
        return replace(self._place[1], inherited=True) if self._place and self._place[0] == sentence else None

    def _carry_or_tell(self, happening: Happening, start: int, sentence: int) -> PlaceMention | None:
        """The place told before, unless who tells of this happening stands behind it, at a place of their own."""
        carried = self._carry_place(happening, start, sentence)
        teller = self._teller_place(happening) if carried is not None else None
        if carried is None or teller is None:
            return carried
        head = self.scene.tokens[happening.head.index].start
        return teller if carried.span.end <= teller.span.start < head else carried

    def _teller_place(self, happening: Happening) -> PlaceMention | None:
        place = find_teller_place(self.scene, happening)
        return replace(place, inherited=True) if place is not None else None

    def _going_on(self, happening: Happening, start: int, end: int, sentence: int) -> PlaceMention | None:
        """The place of the sentences before, for a happening that points back to them."""
        if self._place is None:
            return None
        told, place = self._place
        back = self._points_back(happening, start, end) or self._is_there(happening, end)
        near = sentence - told <= _PAGE and back
        return replace(place, inherited=True) if near else None

    def _following_place(self, happening: Happening, end: int, sentence: int) -> PlaceMention | None:
        """The place told right after the claim's words in the same sentence («…، يقودها انتحاري، … في قضاء …»)."""
        _, last = self.scene.annotation.sentences[sentence]
        for a, _, place in self.scene.place_ranges.near(end, end + _FOLLOWING):
            if self._is_since(happening, a):
                continue
            if end <= a < min(last, end + _FOLLOWING) and a not in self.scene.telling and place.place.lat is not None:
                return replace(place, inherited=True)
        return None

    def _is_since(self, happening: Happening, at: int) -> bool:
        """«قصفت المنطقة مرارا منذ أن عبر الجنود إلى …»: say whether a place is only that of what opened a stretch."""
        head = happening.head.index
        rows = self.scene.time_ranges.near(at, at)
        return any(a <= at < b and not a <= head < b and t.value.startswith(SINCE_EVENT) for a, b, t in rows)

    def _carry_time(self, happening: Happening, start: int, end: int, sentence: int) -> Timex | None:
        if self._time is None:
            return None
        told, time = self._time
        if self._is_of_telling(happening, time) or (sentence > told and self._is_long_past(time)):
            return None
        near = sentence == told or (sentence - told <= _PARAGRAPH and self._points_back(happening, start, end))
        return replace(time, inherited=True) if near else None

    def _runs_since(self, start: int, end: int) -> bool:
        """«قتل 300 منذ بدء الحرب», «العدد الإجمالي للقتلى»: words of a stretch without days, or of all that there were, take the day of nothing before them."""
        if self.scene.words_in(_IN_ALL, start, end):
            return True
        return any(k not in self.scene.set_in for k in self.scene.words_in(_SINCE, start, end))

    def _is_of_telling(self, happening: Happening, time: Timex) -> bool:
        """«في اليوم الذي قالت فيه …»: the day of what went before is the day on which this was told."""
        return any(
            link.told is not None and link.told.span == time.span
            for frame in self.scene.frames_around[happening.head.index]
            for link in frame.links
        )

    def _points_back(self, happening: Happening, start: int, end: int) -> bool:
        head = happening.head
        if head.reading.definite and not head.is_verb:
            return True
        follow = self.scene.forms[head.index + 1 : head.index + 4]
        if not head.is_verb and not _ANOTHER.isdisjoint(follow):
            return True
        if self._is_by_attackers(happening, end):
            return True
        if head.lexeme.measure is None:
            return False
        return self._is_of_that(happening, start, end) or self._has_come_of(happening)

    def _is_there(self, happening: Happening, end: int) -> bool:
        """«قتل ستة في معارك هناك»: the place told before; «هناك خلافات» says only that there are some."""
        at = happening.head.index
        for k in self.scene.words_in(_THERE, at + 1, min(end + 1, len(self.scene.forms))):
            before = self.scene.readings[k - 1]
            if before and not before[0].is_verb and self.scene.forms[k - 1] not in _THAT:
                return True
        return False

    def _is_by_attackers(self, happening: Happening, end: int) -> bool:
        """«وقتل المهاجمون ستة مدنيين», «الانتحاري كان في سيارة»: whoever did the deed told before does this too."""
        head = happening.head.index
        if not happening.head.is_verb:
            return False
        for form in self.scene.forms[max(0, head - 2) : min(end, head + 3)]:
            if form.removeprefix("و") in _ATTACKERS:
                return True
        return False

    def _has_come_of(self, happening: Happening) -> bool:
        """«الحادثة أسفرت عن هلاك راع», «وأدى الانفجار إلى إصابة ستة»: harm that a deed told before led to."""
        head = happening.head.index
        first, _ = self.scene.annotation.sentences[self.scene.sentence_of[head]]
        begin = max(first, head - _LED_REACH)
        forms = self.scene.forms
        led = [k for k in range(begin, head) if forms[k].removeprefix("و") in _LED_TO]
        if not led:
            return False
        near = (led[-1] - 1, led[-1] + 1)
        return any(first <= k < head and self._is_known_deed(k) for k in near)

    def _is_told_apart(self, at: int) -> bool:
        """«في التفجير الذي استهدف …» tells which one, «في التفجير الذي وقع الخميس» only when."""
        forms = self.scene.forms
        return forms[at : at + 1] in _WHICH and not (at + 1 < len(forms) and forms[at + 1] in _OCCURRED)

    def _is_known_deed(self, at: int) -> bool:
        """«الحادثة», «الانفجار», «إطلاق النار»: a definite noun of something that happened."""
        forms, readings = self.scene.forms, self.scene.readings[at]
        if forms[at].removeprefix("و").removeprefix("ب") in _INCIDENTS:
            return True
        if not readings.uncounted_event or readings[0].is_verb:
            return False
        return readings[0].definite or (forms[at].endswith("اطلاق") and "النار" in forms[at + 1 : at + 2])

    def _is_of_that(self, happening: Happening, start: int, end: int) -> bool:
        """«قتل خمسة في الهجوم», «حصيلة الانفجار بلغت ستة قتلى»: say whether harm is laid to a deed told before."""
        head = happening.head.index
        for k in self.scene.happening_in(start + 1, end):
            readings = self.scene.readings[k]
            if not self._is_known_deed(k) or self._is_told_apart(k + 1):
                continue
            at = k - 1 - (self.scene.forms[k - 1] in _THIS)
            if self.scene.forms[at] in _LAID_TO or (readings[0].preposition == "ب" and k <= head + _BESIDE):
                return True
        return False
