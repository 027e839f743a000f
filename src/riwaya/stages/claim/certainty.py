"""Whether a claim is denied, hedged or unknown."""

from __future__ import annotations

from riwaya.model.attribution import Frame
from riwaya.stages.claim.happenings import Happening
from riwaya.stages.claim.scene import Scene

_NEGATION_REACH = 4
_HEDGE_AFTER = 7
_REFUTED_REACH, _FAILED_REACH = 16, 16


def score_polarity(scene: Scene, happening: Happening, start: int, end: int) -> tuple[str, str]:
    """Give ``affirmed`` or ``denied`` and the rule that decides.

    A negator just before the trigger denies, as does a telling that denies; two denials are not added up.

    Source: annotation guideline, «X denied that Y happened»; medspaCy ConText, negation.
    """
    for frame in scene.frames_around[happening.head.index][-1:]:
        if frame.stance == "deny":
            return "denied", frame.rule
    head = happening.head
    if head.act is not None and head.lexeme.type == "REJECT":
        return "affirmed", ""
    if head.tags & {"attributed-only", "negated-only"}:
        return "denied", head.lexeme.id
    for k in scene.phrases_in("refuted", start, min(end, happening.last + _REFUTED_REACH)):
        return "denied", f"ar.grammar.refuted.{scene.forms[k]}"
    for k in scene.phrases_in("failed", max(start, head.index - _FAILED_REACH), head.index):
        if "في" in scene.forms[k : head.index]:
            return "denied", f"ar.grammar.failed.{scene.forms[k]}"
    for trigger in happening.triggers[:2]:
        for k in range(max(start, trigger.index - _NEGATION_REACH), trigger.index):
            form = scene.forms[k].removeprefix("و").removeprefix("ف")
            if scene.grammar["negators"].has(form) and _governs(scene, k, trigger.index):
                return "denied", f"ar.grammar.negators.{form}"
    return "affirmed", ""


def _governs(scene: Scene, negator: int, trigger: int) -> bool:
    form = scene.forms[negator].removeprefix("و")
    if any(f in ("سوي", "الا", "غير") for f in scene.forms[trigger : trigger + 5]) and form in ("لم", "لا", "لن"):
        return False
    if form in ("غير", "بلا"):
        return False
    if form in ("لا", "لم", "لن"):
        after = scene.forms[negator + 1]
        if form == "لا" and after in ("يزال", "تزال", "يزالون", "يقل", "تقل"):
            return False
        return trigger - negator == 1 or not scene.is_finite(negator + 1) or trigger - negator <= 3
    return trigger - negator <= 3


def score_certainty(scene: Scene, happening: Happening, start: int, end: int) -> tuple[str, str]:
    """Give ``stated``, ``hedged`` or ``unknown`` and the rule that decides.

    Source: annotation guideline, field ``certainty``.
    """
    for k in scene.phrases_in("unknown", start, end):
        return "unknown", f"ar.grammar.unknown.{scene.forms[k]}"
    doubting = _doubt(scene.frames_around[happening.head.index])
    if doubting is not None:
        return "hedged", doubting.rule
    head = happening.head.index
    before = max(0, start - 3) if start and scene.is_that(start - 1) else start
    for k in scene.phrases_in("hedges", before, min(end, max(head + _HEDGE_AFTER, happening.last + 4))):
        if k > head and not scene.phrase("hedges_after", k):
            continue
        if _is_hedge(scene, k):
            return "hedged", f"ar.grammar.hedges.{scene.forms[k]}"
    if any(t.reading.preposition == "س" for t in happening.triggers) and happening.head.lexeme.type != "THREATEN":
        return "hedged", "ar.grammar.future"
    return "stated", ""


def _doubt(frames: tuple[Frame, ...]) -> Frame | None:
    return next((f for f in frames if f.stance == "doubt"), None)


def _is_hedge(scene: Scene, k: int) -> bool:
    """«قد» hedges before a present («قد تتجاوز») and affirms before a past («قد قتل»)."""
    form = scene.forms[k].lstrip("وف")
    if form == "قد" or scene.forms[k] in ("قد", "وقد", "فقد"):
        follow = scene.readings[k + 1] if k + 1 < len(scene.readings) else ()
        if any(r.sense.shape.endswith("present") for r in follow):
            return True
        return (
            k + 1 < len(scene.forms)
            and scene.forms[k + 1][:1] in "يتن"
            and not any(r.sense.shape.endswith("past") for r in follow)
            and len(scene.forms[k + 1]) > 3
        )
    return True
