"""Courts: «أدانت المحكمة ثلاثة» is what a court does, where anybody else who condemns only speaks."""

from __future__ import annotations

from riwaya.lang.courts import is_before_court
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger, near

_JUDGING = frozenset({"sentence", "acquit", "try"})
_CHARGE_REACH, _SENTENCE_REACH = 9, 40
_COUNTED_REACH = 6
_OTHERS = frozenset({("اخرين",), ("اخرون",)})
_PEOPLE = frozenset({"victim", "civilian", "person", "official"})
_PENALTIES = {"سجن": "arrested", "حبس": "arrested", "اعدام": "other", "براءه": "freed"}
_DONE = frozenset({"تم", "تمت", "جري", "جرت", "وتم", "وتمت", "وجري", "وجرت"})


def is_judged(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a word that may judge does so here: a court, a charge or another judgement stands with it.

    Source: annotation guideline: who convicts, sentences or acquits does so and tells nothing.
    """
    if near(scene, trigger, "charge_words", _CHARGE_REACH) or is_before_court(
        scene.forms, scene.mention_over, scene.mention_from, trigger.index
    ):
        return True
    if not trigger.is_verb:
        return trigger.index > 0 and scene.forms[trigger.index - 1] in _DONE
    if trigger.reading.conjunction != "و":
        return False
    first, _ = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    before = scene.happening_in(max(first, trigger.index - _SENTENCE_REACH), trigger.index)
    return any(judges(scene, k) for k in before)


def judges(scene: Scene, at: int) -> bool:
    """Say whether a verb of judging stands at ``at``."""
    return any(r.lexeme.table == "events" and r.lexeme.subtype in _JUDGING and r.is_finite for r in scene.readings[at])


def find_penalty(scene: Scene, start: int, lead: int) -> str | None:
    """Give what a number measures by the penalty right before it; None where no court judges, or the penalty is another.

    «قضت بسجن ستة», «قرارا بإعدام 2 وسجن 6 وبراءة 2»: who is put in prison is arrested, who is to die is not dead yet.

    Args:
        scene: The document.
        start: First token of the claim.
        lead: First token of the number, its hedges taken in.
    """
    if not any(judges_by_any(scene, k) for k in range(start, lead)):
        return None
    before = scene.forms[lead - 1]
    found = (_PENALTIES.get(noun.removeprefix("ال")) for noun in (before, before[1:]))
    return next((measure for measure in found if measure is not None), None)


def judges_by_any(scene: Scene, at: int) -> bool:
    """«قضت», «حكما بسجن»: say whether a verb or noun of judging stands at ``at``."""
    return any(r.lexeme.table == "events" and r.lexeme.subtype in _JUDGING for r in scene.readings[at])


def counts_judged(scene: Scene, start: int, first: int, last: int) -> bool:
    """«برأت عشرة آخرين», «تبرئة الرجال العشرة»: say whether the number of the tokens ``first`` to ``last`` counts who is judged."""
    before = range(max(start, first - _COUNTED_REACH), first)
    judged = any(
        r.lexeme.table == "events" and r.lexeme.subtype in _JUDGING for k in before for r in scene.readings[k][:2]
    )
    if not judged:
        return False
    if scene.forms[last : last + 1] in _OTHERS:
        return True
    who = scene.mention_from.get(last) or scene.mention_over.get(first - 1)
    return who is not None and bool(who.tags & _PEOPLE)
