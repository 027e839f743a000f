"""Accusations that are refuted: they name no deed, and refusing them is what happened («نفت الحركة الاتهامات الموجهة إليها»)."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.word import Reading
from riwaya.stages.claim.company import has_company
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_ALLEGED = "needs-allegation"


def find_refutal(scene: Scene, at: int) -> Trigger | None:
    """Give the refusal that the verb of denying at ``at`` tells; None where a deed is denied, or something told before.

    Source: annotation guideline, «REJECT is for a refusal that names no happening».
    """
    for reading in scene.readings[at]:
        if _ALLEGED in reading.lexeme.tags:
            return _refutal(scene, at, reading)
    return None


def _refutal(scene: Scene, at: int, reading: Reading) -> Trigger | None:
    frame = next((f for f in scene.attributions.frames if f.cue == at), None)
    if frame is None or frame.act is not None or not frame.rule.endswith(":object"):
        return None
    told = (scene.readings[k][0].lexeme for k in scene.happening_in(frame.start, frame.end))
    trigger = Trigger(index=at, size=1, reading=reading, act=replace(frame, act="REJECT"))
    return trigger if has_company(scene, trigger) and all(lexeme.type == "ACCUSE" for lexeme in told) else None
