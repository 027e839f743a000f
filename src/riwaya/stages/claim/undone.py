"""Whose deed is undone: «أحبط الجيش هجوما للمتمردين على القاعدة» is done to those who attacked."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import UNDOING, Trigger, is_armed

_NEAR, _PLAN_REACH = 5, 5
_ATTACKS = frozenset({"attack", "strike", "raid", "bombing", "ambush", "operation", "enter", "advance", "violence", "shoot"})  # fmt: skip
_WAS = frozenset("كان كانت كانوا".split())
_PLANNING = ("ينو", "تنو", "يخطط", "تخطط", "يعتزم", "تعتزم", "يعد", "تعد", "يحضر", "تحضر", "يستعد", "تستعد", "يحاول", "تحاول", "يجهز", "تجهز")  # fmt: skip


def find_undone_doers(scene: Scene, words: Arguments, happening: Happening, end: int) -> list[Mention]:
    """Give those whose attack is foiled or repelled, as its noun or the clause behind it tells; [] where nobody is told.

    Source: annotation guideline, field ``targets``: whom what undoes a deed is done to.
    """
    head = happening.head
    if head.lexeme.subtype not in UNDOING or head.act is not None:
        return []
    at = next((k for k in range(head.index + 1, min(end, head.index + 1 + _NEAR)) if _is_attack(scene, k)), None)
    if at is None:
        return []
    noun = Trigger(index=at, size=1, reading=scene.readings[at][0])
    doers = [m for m in words.genitives(noun)[:1] if _attacks(m)]
    return doers or _planners(scene, at, end)


def _is_attack(scene: Scene, k: int) -> bool:
    readings = scene.readings[k]
    return readings.uncounted_event and readings[0].lexeme.subtype in _ATTACKS


def _attacks(mention: Mention) -> bool:
    return is_armed(mention.tags, mention.actor.kind) and "thing" not in mention.tags


def _planners(scene: Scene, at: int, end: int) -> list[Mention]:
    """«هجوما كانت الحركة تعد له», «عملية كان ينوي مسلح تنفيذها»: who meant to do it."""
    for k in scene.words_in(_WAS, at + 1, min(end, at + _PLAN_REACH)):
        for step in range(k + 1, min(end, k + _PLAN_REACH)):
            mention = scene.mention_from.get(step)
            plans = any(form.startswith(_PLANNING) for form in scene.forms[k + 1 : k + 1 + _PLAN_REACH])
            if mention is not None:
                return [mention] if plans and not mention.preposition and _attacks(mention) else []
    return []
