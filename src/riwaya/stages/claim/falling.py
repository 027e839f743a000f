"""What falls: shells and rockets, a place that is taken, fire that somebody comes under."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger, near

_FIRE_REACH, _FALLING_REACH = 8, 2
_PEOPLE, _BODIES = (
    frozenset({"fighter", "civilian", "victim"}),
    frozenset({"force", "group", "body", "thing", "leader", "official"}),
)


def has_fired(scene: Scene, at: int) -> bool:
    """Say whether what falls stands before the verb at ``at`` («إن صاروخا سقط», «أن ثلاث قذائف هاون سقطت»)."""
    first = max(0, at - _FALLING_REACH)
    opened = any(scene.is_that(k) or scene.forms[k] in '«"' for k in range(max(0, first - _FALLING_REACH), at))
    if not opened or not scene.readings[at][0].is_finite:  # «أطلقوا صاروخا سقط في النهر» is one happening
        return False
    return not scene.grammar["fire"].singles.isdisjoint(scene.forms[first:at])


def comes_under_fire(scene: Scene, trigger: Trigger) -> bool:
    """Say whether what falls on somebody is named, and no deed («تعرضت الدورية لنيران قناصة», «تعرض الجنود لوابل من الحجارة»)."""
    stop = min(trigger.index + _FIRE_REACH, len(scene.forms))
    for k in range(trigger.index + 1, stop):
        form = scene.forms[k]
        if form in "،,.؛" or (form[0] == "ل" and scene.readings[k].happening_noun):
            return False
        if form[0] == "ل" and scene.grammar["hails"].has(form[2:] if form.startswith("لل") else form[1:]):
            return not scene.readings[k + 1].happening_noun
    return False


def takes_lives(scene: Scene, trigger: Trigger) -> bool:
    """«تواصل سقوط الجنود»: people who are said to fall die; a government that falls does not."""
    who = scene.mention_from.get(trigger.index + 1)
    if trigger.is_verb or trigger.lexeme.subtype != "fall" or who is None or who.preposition:
        return False
    return bool(who.tags & _PEOPLE) and who.tags.isdisjoint(_BODIES)


def is_taken(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a place that falls is taken («سقطت البلدة في أيدي المقاتلين», «سقوط المعسكر»); shells that fall on one are fire."""
    if trigger.lexeme.subtype != "fall" or near(scene, trigger, "fire", 4):
        return False
    return near(scene, trigger, "hands", 9) or near(scene, trigger, "strongholds", 2)
