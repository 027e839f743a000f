"""Numbers of those who did something, and suffered nothing."""

from __future__ import annotations

from riwaya.stages.claim.breaks import Breaks
from riwaya.stages.claim.scene import COUNTABLE, Scene

_DUAL = ("ان", "ين")
_BY_REACH, _DEED_REACH = 3, 7
_THEMSELVES = frozenset({"انفسهم", "نفسيهما", "انفسهما", "نفسه", "نفسها"})


class CountedDoers(Breaks):
    """Tells the numbers in the words of one claim that count its doers."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        """Take the words of a claim."""
        super().__init__(scene)
        self.start, self.end = start, end

    def is_of_doers(self, first: int) -> bool:
        """«هجوم لانتحاريين اثنين», «على يد أربعة مسلحين»: who is counted did it and suffered nothing."""
        pair = self.scene.mention_over.get(first - 1)
        lead = (
            pair.first if pair is not None and self.scene.forms[pair.head].endswith(_DUAL) else self.hedged_from(first)
        )
        by = self.scene.phrases_in("by_agent", max(self.start, lead - _BY_REACH), lead)
        if by and any(k + self.scene.phrase("by_agent", k) == lead for k in by):
            return True
        if self._act_on(lead, first) or self._set_off(lead, first):
            return True
        led = self.scene.forms[lead].startswith("ل") or (lead and self.scene.forms[lead - 1] == "ل")
        event = lead - 1 if self.scene.forms[lead].startswith("ل") else lead - 2
        if not led or event < self.start or not self.scene.readings[event].uncounted_event:
            return False
        reading = self.scene.readings[event][0]
        return not reading.is_verb and reading.sense.shape != "masdar"  # «استهداف لثلاثة»

    def _set_off(self, lead: int, first: int) -> bool:
        """«تفجير ثلاثة عناصر لعربات», «تفجير انتحاريين أنفسهم»: those counted behind the noun of a deed do it to what «ل» leads to, or to themselves."""
        deed = self.scene.readings[lead - 1] if lead > self.start else ()
        if not any(r.lexeme.type == "ASSAULT" and r.sense.shape == "masdar" and not r.lexeme.measure for r in deed[:1]):
            return False
        for k in range(first + 1, min(first + _DEED_REACH, self.end)):
            if self.scene.forms[k] in ".،؛:" or self.scene.is_finite(k):
                return False
            led = self.scene.mention_from.get(k)
            led_to = self.scene.forms[k].startswith("ل") and k in self.scene.counted
            if self.scene.forms[k] in _THEMSELVES or led_to or (led is not None and led.preposition == "ل"):
                return True
        return False

    def _act_on(self, lead: int, first: int) -> bool:
        """«خطف ثلاثة ملثمين الكاهن»: behind their verb, with somebody known right behind them, those counted did it."""
        verb = self.scene.readings[lead - 1][:1] if lead > self.start else ()
        acts = any(
            r.is_finite and r.sense.number == "sg" and not r.pronoun and r.lexeme.object == "target" for r in verb
        )
        who = self.scene.mention_from.get(first + 1)
        whom = None if who is None or who.definite else self.scene.mention_from.get(who.last + 1)
        if not acts or who is None or whom is None or "fighter" not in who.tags:
            return False
        return whom.definite and not (whom.preposition or whom.conjunction) and not whom.tags.isdisjoint(COUNTABLE)
