"""Aims: what somebody means to do or to prevent, which nobody tells to have been done («بهدف قتل الحارس»)."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_AIMS = frozenset(
    "للمطالبه المطالبه مطالبين مطالبا للتنديد بهدف اجل بغيه تهدف يهدف قصد لتجنب لمنع لمحاوله تفاديا خشيه لتفادي للحيلوله تحسبا تجنبا منعا".split()
)
_NOUN_OF_AIM = frozenset({"اجل", "بهدف", "بغيه", "بقصد"})
_NEAR, _AIM_REACH = 3, 8


def is_aimed_at(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a word of happening only tells an aim: right behind a word of aim, or joined to what is one."""
    at = trigger.index
    if at > 1 and scene.forms[at - 1] in _NOUN_OF_AIM and not trigger.reading.conjunction:
        return True  # «من أجل منع الوقفة»: a noun, though spelt like a past form
    if trigger.is_verb:
        return False
    for form in scene.forms[max(0, at - _NEAR) : at]:
        if _is_aim(form):
            return True
    return trigger.reading.conjunction == "و" and _is_aimed_at_too(scene, at)


def _is_aim(form: str) -> bool:
    """«بهدف», «وتهدف إلى»."""
    return form in _AIMS or (form[0] in "وف" and form[1:] in _AIMS)


def _is_aimed_at_too(scene: Scene, at: int) -> bool:
    """«تهدف إلى اقتحام القرية والسيطرة عليها»: what is joined to an aim is one."""
    for k in range(at - 1, max(-1, at - _AIM_REACH), -1):
        if _is_aim(scene.forms[k]):
            return True
        if scene.forms[k] in "،,.؛" or scene.is_finite(k):
            return False
    return False
