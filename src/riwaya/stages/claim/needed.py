"""Whether the words that an entry asks for stand beside it: fire that is opened, talks that are left, a load that is brought."""

from __future__ import annotations

from riwaya.stages.claim.dying import dies_by_violence
from riwaya.stages.claim.harms import harm_at
from riwaya.stages.claim.needs import needs_of
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger, near

_HANDED_REACH, _CARRIER_REACH, _LOAD_REACH, _BROUGHT_REACH = 9, 9, 18, 7
_TRUCES = frozenset({"هدنه", "الهدنه", "اتفاق", "الاتفاق", "اتفاقيه"})
_PEOPLE = frozenset({"victim", "civilian", "fighter", "relative", "leader", "person", "named"})


def has_needed(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a word of each list that the tags name stands near."""
    for tag, words, reach in needs_of(trigger.tags):
        if tag == "needs-authority" and not _hands_over(scene, trigger):
            return False
        if tag == "needs-talks":
            return _leaves_talks(scene, trigger.index, words, reach)
        if tag == "needs-aid" and not _TRUCES.isdisjoint(scene.forms[trigger.index : trigger.index + 4]):
            return False  # «دخلت هدنة إنسانية حيز التنفيذ»
        if near(scene, trigger, words, reach) or _is_fired(scene, trigger, tag):
            continue
        if (
            tag == "needs-aid"
            and near(scene, trigger, "carriers", _CARRIER_REACH)
            and near(scene, trigger, words, _LOAD_REACH)
        ):
            continue  # «وصلت سفينة محملة بألفي طن من المساعدات»
        if tag == "needs-wound" and dies_by_violence(scene, trigger.index):
            continue
        if tag == "needs-death" and (scene.forms[trigger.index - 1] in RELATIVES or harm_at(scene, trigger.index)):
            continue  # «القتلى الذين قضوا في القصف», «قضى ثلاثة مدنيين جراء القصف»
        return tag == "needs-crowd" and trigger.is_verb and trigger.reading.pronoun == "هم"
    return True


def _leaves_talks(scene: Scene, at: int, words: str, reach: int) -> bool:
    """«انسحب وفد الحركة من المفاوضات», not «انسحب الحراس بعد الاتفاق»."""
    behind = range(at + 2, min(at + reach, len(scene.forms)))
    return any(scene.grammar[words].has(scene.forms[k]) and scene.forms[k - 1] == "من" for k in behind)


def _hands_over(scene: Scene, trigger: Trigger) -> bool:
    """«سلمت الدولة زوجة القيادي إلى الشرطة»: it is people who are handed over, and they stand behind or are a pronoun."""
    if trigger.reading.pronoun and not trigger.is_verb:
        return True
    first, sense = trigger.index + 1, trigger.reading.sense
    subject = scene.mention_from.get(first)
    if trigger.is_verb and subject is not None and sense.number == "sg" and trigger.index - 1 not in scene.mention_over:
        first = subject.last + 1
    stop = min(trigger.index + _HANDED_REACH, len(scene.forms))
    if scene.grammar["authority_words"].singles.isdisjoint(scene.forms[first:stop]):
        return False
    return any(m.tags & _PEOPLE and "body" not in m.tags for m in scene.mentions_in(first, stop))


def _is_fired(scene: Scene, trigger: Trigger, tag: str) -> bool:
    """«صواريخ أطلقت من …»: what is fired stands before a passive; «سفينة تحمل مساعدات رست»: so does what is brought."""
    sense = trigger.reading.sense
    if tag == "needs-aid" and trigger.is_verb and sense.gender == "f" and not trigger.reading.conjunction:
        first = max(scene.annotation.sentences[scene.sentence_of[trigger.index]][0], trigger.index - _BROUGHT_REACH)
        return bool(scene.phrases_in("aid_words", first, trigger.index))
    if (
        tag != "needs-fire"
        or not trigger.is_verb
        or sense.gender != "f"
        or trigger.reading.conjunction
        or trigger.reading.pronoun
    ):
        return False
    return not scene.grammar["fire"].singles.isdisjoint(scene.forms[max(0, trigger.index - 2) : trigger.index])
