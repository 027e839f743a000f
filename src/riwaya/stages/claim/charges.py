"""Deeds of which somebody is only charged: «على صلة بالتفجير», «جرائم حرب», «انتهاكات جسيمة»."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import VIOLENT, Trigger

_LINKS = frozenset("صله علاقه ارتباط".split())
_LINKED = frozenset("مرتبط مرتبطه مرتبطين مرتبطون مرتبطا".split())
_HOLDING = frozenset("علي له لها لهم لهما ذات ذو وله ولها ولهم".split())
_CRIME, _ABUSE = "ar.events.جريمة", frozenset({"ar.events.انتهاك"})
_THIS = frozenset({"هذا", "هذه", "تلك", "ذلك"})
_BLAME = frozenset({"مسووليه", "مسيوليه", "تبعات", "تبعه", "وزر"})
_LAYING = ("القي", "القت", "حمل", "تحمل", "يحمل", "تلقي", "يلقي")
_LINK_REACH, _LAW_REACH = 6, 5


def is_linked(scene: Scene, trigger: Trigger) -> bool:
    """«سامر على صلة بالهجمات», «له علاقة بالتفجير»: say whether a noun of violence is what somebody is said to be linked to."""
    if trigger.is_verb or trigger.lexeme.type not in VIOLENT or trigger.index < 2:
        return False
    first, _ = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    for k in range(trigger.index - 1, max(first, trigger.index - _LINK_REACH), -1):
        if scene.forms[k] in "،؛:." or scene.is_finite(k):
            return False
        if scene.forms[k] in _LINKS and scene.forms[k - 1] in _HOLDING:
            return True
        if scene.forms[k] in _LINKED and k + 1 == trigger.index and trigger.reading.preposition == "ب":
            return True
    return False


def is_charged(scene: Scene, trigger: Trigger) -> bool:
    """Say whether somebody is only charged with the deed that a trigger names, and nobody tells it for the first time."""
    return (
        is_linked(scene, trigger)
        or is_crime_of_law(scene, trigger)
        or is_abuse_charged(scene, trigger)
        or is_blamed(scene, trigger)
    )


def is_crime_of_law(scene: Scene, trigger: Trigger) -> bool:
    """«جرائم حرب», «جرائم بحق الإنسانية»: what the law calls a deed charges who did it, and tells none."""
    if trigger.lexeme.id != _CRIME or trigger.is_verb:
        return False
    behind = scene.forms[trigger.index + 1 : trigger.index + _LAW_REACH]
    return behind[:1] == ("حرب",) or "الانسانيه" in behind


def is_abuse_charged(scene: Scene, trigger: Trigger) -> bool:
    """«قال إن الهجوم انتهاك للسيادة», «مواصلة انتهاكاتها»: an abuse that somebody tells of, and does not deny, is a charge."""
    return trigger.lexeme.id in _ABUSE and not trigger.is_verb and bool(scene.frames_around[trigger.index])


def is_blamed(scene: Scene, trigger: Trigger) -> bool:
    """«ألقيت مسؤولية الهجوم على الجماعة», «حمل الوزير جاره تبعات هذا الاعتداء»: for what somebody is blamed was told before."""
    if trigger.is_verb or not (trigger.reading.definite or trigger.reading.pronoun):
        return False
    at = trigger.index - 1
    at -= at > 0 and scene.forms[at] in _THIS
    if at < 1 or scene.forms[at].removeprefix("ال") not in _BLAME:
        return False
    before = scene.forms[max(0, at - _LINK_REACH) : at]
    return any(form.lstrip("وف").startswith(_LAYING) for form in before)
