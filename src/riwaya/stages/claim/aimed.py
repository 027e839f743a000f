"""At whom a deed is aimed: by a participle («مستهدفين القاعدة»), by its purpose («لتحرير البلدة من المسلحين»), from whom something is cut off."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.partners import find_behind, is_only_place
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import is_armed

_AIMING = frozenset("مستهدفا مستهدفه مستهدفين مستهدفتين".split())
_STOPS = frozenset(".؛:")
_AIMING_REACH, _PURPOSE_REACH, _FROM_REACH, _CUT_REACH = 20, 14, 9, 8
_TO_FREE = frozenset(
    "لتحرير لاستعاده لاسترداد لاسترجاع لانتزاع لتطهير لتخليص لاستخلاص تحرير استعاده تطهير انتزاع".split()
)
_FROM, _OFF = frozenset({"من"}), frozenset({"عن"})
_LED = (("للقضاء", "علي"), ("للبحث", "عن"), ("بحثا", "عن"), ("للقبض", "علي"), ("للسيطره", "علي"), ("للهجوم", "علي"))
_CUTTING = frozenset({"cut", "siege", "close"})


def find_aimed(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give at whom a deed without a target is aimed by the words behind it; None where no words tell so.

    Source: the circumstantial participle and the maṣdar of purpose behind «ل» (Ryding 2005, ch. 7, 33); annotation guideline, field ``targets``.
    """
    head = happening.head
    if head.act is not None:
        return None
    if head.lexeme.type == "COERCE":
        return _cut_off(scene, happening, end)
    if head.lexeme.type not in ("ASSAULT", "MOBILIZE") or head.is_harm:
        return None
    return _by_participle(scene, head.index + 1, end) or _by_purpose(scene, head.index + 1, end)


def find_ambushed(scene: Scene, happening: Happening, end: int) -> Participant | None:
    """«نصبوا كمينا لدوريتين»: for whom an ambush was laid that no list knows as somebody; None where nobody is told."""
    trap = next((t for t in happening.triggers if t.lexeme.subtype == "ambush" and not t.is_verb), None)
    if trap is None or trap.index + trap.size >= end:
        return None
    at = trap.index + trap.size
    return find_bare_phrase(scene, at, end, led=True) if scene.forms[at].startswith("ل") else None


def _by_participle(scene: Scene, start: int, end: int) -> Mention | None:
    """«شنت المقاتلات غارات مستهدفة مواقع الحركة», «أطلقوا صواريخ مستهدفين القاعدة»: what stands right behind the participle."""
    for k in scene.words_in(_AIMING, start, min(end, start + _AIMING_REACH)):
        if scene.words_in(_STOPS, start, k):
            return None
        mention = scene.mention_from.get(k + 1)
        if mention is not None and not mention.preposition:
            return mention
    return None


def _by_purpose(scene: Scene, start: int, end: int) -> Mention | None:
    """«عملية لتحرير البلدة من المسلحين», «هجوم للقضاء على الحركة»: from whom something is to be taken, who is to be fought."""
    for k in range(start, min(end - 1, start + _PURPOSE_REACH)):
        if scene.forms[k] in _STOPS or scene.is_finite(k):
            return None
        if scene.forms[k : k + 2] in _LED:
            mention = find_behind(scene, k + 1, end)
            return mention if mention is not None and "thing" not in mention.tags else None
        if scene.forms[k] in _TO_FREE:
            return _from_whom(scene, k + 1, end)
    return None


def _from_whom(scene: Scene, start: int, end: int) -> Mention | None:
    for k in scene.words_in(_FROM, start, min(end, start + _FROM_REACH)):
        if any(scene.is_finite(j) or scene.forms[j] in _STOPS for j in range(start, k)):
            return None
        mention = find_behind(scene, k, end)
        if mention is not None and not is_only_place(scene, mention) and is_armed(mention.tags, mention.actor.kind):
            return mention
    return None


def _cut_off(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """«قطع الجيش طرق الإمداد عن المسلحين»: from whom something is cut off."""
    cut = next((t for t in happening.triggers if t.lexeme.subtype in _CUTTING), None)
    if cut is None:
        return None
    for k in scene.words_in(_OFF, cut.index + 1, min(end, cut.index + 1 + _CUT_REACH)):
        if any(scene.is_finite(j) or scene.forms[j] in _STOPS for j in range(cut.index + 1, k)):
            return None
        mention = find_behind(scene, k, end)
        if mention is not None and not is_only_place(scene, mention) and "thing" not in mention.tags:
            return mention
    return None
