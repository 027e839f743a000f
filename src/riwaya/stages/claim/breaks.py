"""What parts a word of harm from a count: a stop, a verb of something else, the noun of another deed."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.describe import has_verb_shape
from riwaya.model.word import Reading
from riwaya.stages.claim.appositions import CALLED
from riwaya.stages.claim.measures import AMOUNTING
from riwaya.stages.claim.scene import Scene

_REACHING = frozenset({"ar.events.طال", "ar.verbs.شمل"})
_BELIEVED = frozenset("يعتقد يشتبه يرجح يظن يفترض تعتقد ترجح".split())
"""«مسلحون يعتقد انتماؤهم إلى …»: what is believed of somebody, between a verb and its object."""
_ENDING = frozenset({".", "؛", ":", "هناك", "وهناك", "ثمه", "وثمه"})
_AFTER_THAT = frozenset({"بعدما", "عندما", "حينما", "قبلما"})
_ASIDE = {"-": "-", "–": "–", "--": "--", "(": ")"}
_ASIDE_REACH = 30
_AIMED_REACH = 8
_PRONOUNS = ("هما", "ها", "هم", "ه")
_FAR = 9
"""Tokens from which on nobody asks how many more part them."""


def _counts_on(reading: Reading) -> bool:
    """«عدد الجرحى بلغ 15»: a verb of harm or of amounting to something parts no number from what it counts."""
    return bool(reading.lexeme.measure) or (reading.lexeme.id in AMOUNTING and not reading.conjunction)


def find_aside_end(forms: Sequence[str], at: int, end: int) -> int | None:
    """«قتلت الجماعة -التي تنشط في …- 40»: give the token behind the aside that opens at ``at``; None where none does before ``end``."""
    close = _ASIDE.get(forms[at])
    if close is None:
        return None
    return next((k + 1 for k in range(at + 2, min(end, at + _ASIDE_REACH)) if forms[k] == close), None)


class Breaks:
    """Says whether the words between a harm and a count part them."""

    def __init__(self, scene: Scene) -> None:
        """Take the document."""
        self.scene = scene

    def hedged_from(self, first: int) -> int:
        """First token of the hedges before a number («ما لا يقل عن 29»)."""
        return self.scene.hedged_from.get(first, first)

    def without_asides(self, at: int, first: int) -> int:
        """Give how many tokens part a harm from a count, the asides between left out."""
        k, parted = at, 0
        while k < first and parted <= _FAR:
            aside = find_aside_end(self.scene.forms, k, first)
            parted, k = (parted, aside) if aside is not None else (parted + 1, k + 1)
        return parted

    def is_broken(self, start: int, end: int) -> bool:
        """Say whether a stop or a verb of something else stands between two tokens."""
        k = start
        while k < end:
            aside = find_aside_end(self.scene.forms, k, end)
            if aside is not None:
                k = aside
                continue
            if self.scene.forms[k] in _ENDING or (k == end - 1 and (self.is_other_deed(k) or self._is_verb_of(k))):
                return True
            if self._opens_behind(k):
                return True
            if (
                self.scene.is_finite(k)
                and k not in self.scene.hedging
                and self.scene.forms[k] not in CALLED
                and not (self.scene.forms[k] in _BELIEVED and k - 1 in self.scene.mention_over)
                and not self._is_of_whom(k)
                and not any(_counts_on(r) for r in self.scene.readings[k])
            ):
                return True
            k += 1
        return False

    def _is_verb_of(self, at: int) -> bool:
        """«قتل العشرات، وتخللته ولائم», «وتوسطتها عديد من الليالي»: a joined verb that no list knows, by its form and its pronoun, governs the number behind it."""
        form = self.scene.forms[at]
        if self.scene.readings[at] or not form.startswith("و"):
            return False
        return any(form.endswith(own) and has_verb_shape(form[1 : -len(own)]) for own in _PRONOUNS)

    def _opens_behind(self, at: int) -> bool:
        """«قتل المهاجم بعدما طعن ثلاثة»: spelt like a noun or not, the word behind «بعدما» is a verb, and of another deed where it hurts nobody."""
        if at < 1 or self.scene.forms[at - 1] not in _AFTER_THAT:
            return False
        return any(r.is_finite and not r.lexeme.measure for r in self.scene.readings[at][:1])

    def is_aimed_at(self, lead: int) -> bool:
        """«هجوم شنه مسلحون على عدد من الجنود»: say whether who is counted from ``lead`` on is whom an attack was aimed at."""
        if lead < 1 or self.scene.forms[lead - 1] != "علي":
            return False
        for k in range(lead - 2, max(-1, lead - _AIMED_REACH), -1):
            if self.scene.forms[k] in ".،؛:":
                return False
            if any(r.lexeme.table == "events" for r in self.scene.readings[k][:1]):
                deed = self.scene.readings[k][0].lexeme
                return deed.type == "ASSAULT" and deed.measure is None and "with-ala" not in deed.tags
        return False

    def _is_of_whom(self, at: int) -> bool:
        """«عملية الخطف التي طالت 30 تلميذة»: a verb of reaching leads from a deed to those whom it happened to."""
        return any(r.lexeme.id in _REACHING and r.sense.gender == "f" for r in self.scene.readings[at][:1])

    def is_other_deed(self, at: int) -> bool:
        """«قتل 11 مسلحا وتدمير ثلاث عجلات»: a joined noun of another deed right before a number governs it."""
        readings = self.scene.readings[at]
        return readings.uncounted_event and readings[0].sense.shape == "masdar" and readings[0].conjunction == "و"
