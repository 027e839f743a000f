"""Whose a word of happening is: fighters named before it, a speaker who calls it their own, somebody in office whom it takes."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_OF = frozenset({"من", "في"})
_IN_OFFICE = frozenset({"official", "leader"})
_NAMED_REACH, _MUST_REACH = 12, 4


def is_of_named(scene: Scene, trigger: Trigger) -> bool:
    """«واصلت المقاومة، تقدمها», «تمكن حراس الجسر، من ملاحقته»: fighters named right before a comma do it."""
    beyond = trigger.index - 1 - (scene.forms[trigger.index - 1] in _OF)
    if not trigger.reading.pronoun or trigger.is_verb or scene.forms[beyond] not in "،,":
        return False
    before = scene.mentions_in(max(0, trigger.index - _NAMED_REACH), trigger.index)
    return any(is_armed(m.tags, m.actor.kind) for m in before)


def is_ones_own(scene: Scene, trigger: Trigger) -> bool:
    """«جددت دعمها للحكومة»: whose own it is has to be said, not «بدعم من», unless it must be («لا بد من دعم الجيش»)."""
    if trigger.reading.sense.shape != "masdar" or trigger.reading.pronoun:
        return True
    return bool(scene.phrases_in("obligation", max(0, trigger.index - _MUST_REACH), trigger.index))


def holds_official(scene: Scene, trigger: Trigger) -> bool:
    """«توقيف مدير الشرطة», «حبس رئيس الحزب»: whoever is in office is arrested."""
    whom = scene.mention_from.get(trigger.index + 1)
    masdar = (
        trigger.lexeme.subtype == "arrest"
        and trigger.reading.sense.shape == "masdar"
        and not trigger.reading.definite
        and not trigger.reading.pronoun
    )
    return masdar and whom is not None and not whom.preposition and not whom.tags.isdisjoint(_IN_OFFICE)
