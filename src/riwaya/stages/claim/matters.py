"""Matters: what is agreed on, talked about, worked on together, broken off or lifted is told by the verb («صادق البرلمان على نشر قوات»)."""

from __future__ import annotations

from riwaya.stages.claim.scene import RELATIVES, TEMPORAL, Scene
from riwaya.stages.claim.trigger import Trigger

_PARTING = frozenset("، , . ؛ : اثر جراء خلال اثناء بسبب نتيجه وسط ضمن".split())
_ON, _IN = frozenset({"علي"}), frozenset({"في", "علي", "من"})
_ENDED = frozenset({"break-off", "lift", "suspend"})
_TALKS = frozenset({"AGREE", "CONSULT"})
CONDOLES = frozenset({"ar.events.تعازي", "ar.events.برقية-تعزية"})
"""«قدم تعازيه في ضحايا الهجوم»: those who are mourned are told with it."""
_REACH, _ENDED_REACH, _ASIDE_REACH = 12, 3, 18


def is_matter(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """Say whether a noun of happening only names what the verb before it is about, with nothing between that tells when or why.

    «وافقت الحكومة على نشر مراقبين», «ناقش الوزيران التعاون», «تتعاون الشرطة مع … في ملاحقة …», «انهارت الهدنة», «علق … التعاون».

    Source: annotation guideline, «a claim is ONE happening … in one clause».
    """
    if prev.act is not None or new.is_verb or new.act is not None:
        return False
    behind = prev.index + prev.size
    between = scene.forms[behind : new.index]
    if prev.lexeme.id in CONDOLES:
        return len(between) <= _REACH and not any(scene.is_finite(k) for k in range(behind, new.index))
    if not prev.is_verb or new.is_harm:
        return False
    if prev.lexeme.type == "AGREE" and _is_behind_aside(scene, prev, new):
        return True
    if new.reading.conjunction or len(between) > _REACH or any(_parts(form) for form in between):
        return False
    if any(scene.is_finite(k) or scene.is_that(k) for k in range(behind, new.index)):
        return False
    kind = prev.lexeme.type
    if prev.lexeme.subtype in _ENDED:
        return len(between) <= _ENDED_REACH and (prev.lexeme.subtype != "break-off" or new.lexeme.type in _TALKS)
    if kind == "AGREE":
        return not _ON.isdisjoint(between) and not _is_pledge(prev)
    if prev.lexeme.subtype == "discuss":
        return True
    return kind == "COOPERATE" and not _IN.isdisjoint(between[-1:])


def _is_behind_aside(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«اتفق الطرفان، أمس، في مسقط على هدنة»: behind «على» stands what is agreed on, whatever is set in before it."""
    between = range(prev.index + prev.size, new.index)
    if _is_pledge(prev) or len(between) > _ASIDE_REACH or scene.forms[new.index - 1] not in _ON:
        return False
    if any(scene.forms[k] in ".؛:" or scene.forms[k] in RELATIVES for k in between):
        return False
    return not any(scene.is_finite(k) or scene.is_that(k) for k in between)


def _parts(form: str) -> bool:
    """«وافق عليه بعد الهجوم»: what stands behind is no matter of the verb."""
    return form in _PARTING or form in RELATIVES or form in TEMPORAL


def _is_pledge(prev: Trigger) -> bool:
    """«بايع», «تبادل»: nothing is agreed upon."""
    return prev.lexeme.subtype in ("pledge", "exchange")
