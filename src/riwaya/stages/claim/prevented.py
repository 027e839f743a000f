"""What is kept from happening: «منعت الأسر من مغادرة المدينة», «لمنع تجدد الاشتباكات» tell of no leaving and no clash."""

from __future__ import annotations

from riwaya.stages.claim.homographs import COMING
from riwaya.stages.claim.scene import Scene

_KEPT_REACH, _COMING_REACH = 11, 5


def is_kept_from(scene: Scene, at: int) -> bool:
    """Say whether the noun of happening at ``at`` is kept from happening: «منعت الأسر من مغادرة المدينة», «تمنع وصول الغذاء»."""
    reading = scene.readings[at][0]
    if reading.is_finite or reading.conjunction:
        return False
    if _is_kept_from_coming(scene, at):
        return True
    if "harm" in reading.lexeme.tags:
        return False
    verb, floor = at - 1, max(-1, at - _KEPT_REACH)
    while verb > floor and not (scene.readings[verb] and scene.readings[verb][0].is_finite):
        verb -= 1
    if verb <= floor or scene.readings[verb][0].lexeme.subtype not in ("restrict", "ban"):
        return False
    between = range(verb + 1, at)
    if any(scene.readings[k].uncounted_event for k in between):
        return False
    return not any(scene.forms[k] in "،." and {k - 1, k + 1}.isdisjoint(scene.set_in) for k in between)


def _is_kept_from_coming(scene: Scene, at: int) -> bool:
    """«منعت وقوع المزيد من الإصابات», «لمنع تجدد الاشتباكات»: what is kept from coming about, told or not by whom."""
    for k in range(at - 1, max(0, at - _COMING_REACH), -1):
        if scene.forms[k] in "،.":
            return False
        if scene.forms[k] in COMING:
            before = scene.readings[k - 1][:1]
            return any(r.lexeme.subtype == "restrict" for r in before)
    return False
