"""Numbers that count nobody: things, cases, a whole of which only a part is told of."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.stages.claim.counts import CASES
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import COUNTABLE, PREPOSITIONS, Scene
from riwaya.stages.claim.victims import ONE_OF

ONE = frozenset("واحد واحدا واحده الواحد الواحده واحدي".split())
_OF_THEM = (("منهم",), ("منهما",), ("منهن",))
_OCCURRENCES = frozenset("حاله حالات عمليه عمليات حادثه حوادث محاوله محاولات".split())
_NO_PEOPLE = frozenset({"thing", "document", "media"})
_HURT_REACH = 3
_BECAUSE_OF = frozenset("بسبب نتيجه نظرا رغم".split())
_NOT = frozenset({"ليس", "وليس", "ليسوا", "لا"})
_OTHERS = "اخرين"
_LEADERS = frozenset(
    "القيادات الشخصيات الكفاءات الناشطات الفتيات الطالبات المعلمات السيدات الامهات الممرضات الموظفات الراهبات".split()
)
_POCKETS = frozenset({"الجيوب", "جيوب", "المواقع", "البور", "الاوكار"})


class Nobody:
    """Tells the numbers in the words of one claim that count no people."""

    def __init__(self, scene: Scene, end: int, harms: Sequence[Harm]) -> None:
        """Take the end of a claim's words and its words of harm, in order."""
        self.scene = scene
        self.end = end
        self.harms = harms

    def _is_quarter(self, first: int, last: int) -> bool:
        """«في الحصن والأربعين في المدينة»: a part of a town that is called by a number."""
        follow = self.scene.forms[last] if last < len(self.scene.forms) else ""
        return self.scene.forms[first].startswith("وال") and follow in PREPOSITIONS and follow != "من"

    def is_counted(self, first: int, last: int) -> bool:
        """Say whether what is counted by the tokens ``first`` to ``last`` is a thing or a time, not people, or the word only describes («أسرة واحدة»)."""
        if first and (self._tells_a_whole(first) or self._describes_two(first) or self._only_explains(first)):
            return True
        if self._is_quarter(first, last):
            return True
        if last == first + 1 and self.scene.forms[first] in ONE and not any(h.at == first - 1 for h in self.harms):
            return not self._is_one_of(first)
        if self.scene.forms[first].startswith("ال") and (named := self.scene.mention_over.get(first - 1)) is not None:
            return "thing" in named.tags and not named.tags & COUNTABLE  # «القرى الخمس»
        after = last
        if after < self.end and self.scene.forms[after] == "من":
            after += 1
        mention = self.scene.mention_from.get(after)
        if any(h.at == after for h in self.harms):
            return False
        # «18 عملية», «25 حالة اعتقال» where another claim tells of it
        if after < len(self.scene.forms) and self.scene.forms[after] in _OCCURRENCES:
            return self.scene.forms[after] not in CASES or self._is_case_of_other(after + 1)
        if mention is None and first and self.scene.forms[first - 1] == "في":
            return True  # «في 14 ولاية»
        if mention is not None:
            # «ثلاث مديريات», not «ثلاثة من الشرطة»
            bodies = not mention.tags.isdisjoint({"body", "group"}) and after == last
            return (bodies or bool(mention.tags & _NO_PEOPLE)) and not mention.tags & COUNTABLE
        if after < self.end and self._are_things(after):
            return True
        return after < self.end and self.scene.tokens[after].is_word and self._are_deeds(after)

    def _are_deeds(self, at: int) -> bool:
        """«خمس غارات»: what is counted are happenings; «أصيب العشرات بقصف», «20 واعتقال …» go on with another."""
        readings = self.scene.readings[at]
        if not readings or readings[0].is_verb or self.scene.grammar["fate"].has(self.scene.forms[at]):
            return False
        passive = readings[0].sense.shape.startswith("passive")
        attached = readings[0].preposition or readings[0].conjunction
        told = readings[0].lexeme.table == "events" and not passive and "harm" not in readings[0].lexeme.tags
        return told and not attached

    def _are_things(self, at: int) -> bool:
        """«بعض القطاعات», «عدد من الإذاعات»: what a definite feminine plural of nobody known names is no people."""
        form = self.scene.forms[at]
        things = form.startswith("ال") and form.endswith("ات") and form not in _LEADERS
        return (things or form in _POCKETS) and not any(r.lexeme.table == "people" for r in self.scene.readings[at])

    def _tells_a_whole(self, first: int) -> bool:
        """«من الجنود ال61», «أحد السبعة», «ليس ستة»: how many there are, not how many suffered, or how many not."""
        before = self.scene.forms[first - 1]
        if before == "ال":
            return first - 1 not in self.scene.hedging
        if before == "اصل" and self.scene.forms[first - 2] in ("من", "ومن"):
            return True  # «ثلاثة من أصل خمسة»
        return before in _NOT or (before in ONE_OF and self.scene.forms[first].startswith("ال"))

    def _only_explains(self, first: int) -> bool:
        """«بسبب وجود ما يقارب 2000 محتجز»: how many there are is why something was done, or not."""
        lead = first
        while lead and lead - 1 in self.scene.hedging:
            lead -= 1
        if any(first < h.at <= first + _HURT_REACH and h.measure in ("killed", "wounded") for h in self.harms):
            return False  # «بسبب وجود بعض الجرحى»
        return lead > 1 and self.scene.forms[lead - 1] == "وجود" and self.scene.forms[lead - 2] in _BECAUSE_OF

    def _is_case_of_other(self, at: int) -> bool:
        """«25 حالة اعتقال»: say whether the noun of a deed at ``at`` is no harm of this claim."""
        told = at < self.end and any(r.lexeme.table == "events" for r in self.scene.readings[at][:1])
        return told and not any(h.at == at for h in self.harms)

    def _describes_two(self, first: int) -> bool:
        """«عنصرين آخرين», «شرطيين آخرين أصيبا»: others than those told before, two by their noun or by its verb, and no number."""
        if self.scene.forms[first] != _OTHERS:
            return False
        two = self.scene.mention_over.get(first - 1)
        if two is None or two.definite or not self.scene.forms[two.head].endswith("ين"):
            return False
        told = (
            (r.is_finite and r.sense.number == "du" for r in self.scene.readings[first + 1][:1])
            if first + 1 < self.end
            else ()
        )
        return two.number == "du" or any(told)

    def _is_one_of(self, first: int) -> bool:
        """«أربعة من حراسه وأحد الرعاة», «واحد منهم»: folded alike, «وأحد» is one of them and «واحد» describes."""
        if self.scene.forms[first + 1 : first + 2] in _OF_THEM:
            return True
        token = self.scene.tokens[first]
        return self.scene.text[token.start : token.end].startswith(("وأحد", "وإحد"))
