"""Who fell: «وقع الرتل في كمين» happens to its subject, «سقط الحارس قتيلا» tells of one."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.scene import Scene

FELL = frozenset(
    joined + verb
    for joined in ("", "و", "ف")
    for verb in "وقع وقعت وقعوا وقعا وقعتا وقوع سقط سقطت سقطوا سقطا سقطتا سقوط يقع تقع".split()
) | {"بسقوط", "بوقوع"}
"""Forms of falling."""
WHOSE_VICTIMS = frozenset({"ضحيته", "ضحيتها", "ضحيتهما", "ضحاياه", "ضحاياها"})
"""«هجوم راح ضحيته ستة»: the dead as its victims."""
_FATE_REACH = 6
_REACH = 12
"""Tokens from the noun back to the verb: two bodies with their names stand between."""


def find_fallen(scene: Scene, at: int) -> Mention | None:
    """Give the first of those who fell into what a noun names, with a number before them or not; None where none did.

    Args:
        scene: The document.
        at: Token of the noun, «في» before it.
    """
    if at == 0 or scene.forms[at - 1] != "في":
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    for k in range(at - 2, max(first, at - _REACH) - 1, -1):
        if scene.forms[k] in FELL:
            return scene.mention_from.get(k + 1) or scene.mention_from.get(k + 2)
    return None


def find_fate(scene: Scene, at: int) -> int | None:
    """Give the token that says as what somebody fell, the verb at ``at`` («سقط الجندي قتيلا»); None where none does."""
    stop = min(at + _FATE_REACH, len(scene.forms))
    for k in range(at + 1, stop):
        if scene.forms[k] in "،.؛:" or scene.is_that(k):
            return None
        if _is_fate(scene, k):
            return k
    return None


def find_fallen_as(scene: Scene, words: Arguments, at: int) -> Mention | None:
    """Give who fell as what the harm at ``at`` tells («سقط الجندي قتيلا», «الجندي سقط قتيلا»); None where nobody did.

    Source: the accusative of state in written Arabic (Ryding 2005, ch. 7).
    """
    if not _is_fate(scene, at):
        return None
    for k in range(at - 1, max(-1, at - _FATE_REACH), -1):
        if scene.forms[k] not in FELL:
            continue
        after = scene.mention_from.get(k + 1)
        return after if after is not None and after.last < at else words.subject_before(k)
    return None


def _is_fate(scene: Scene, at: int) -> bool:
    """«قتيلا», «جريحا»: one, in the accusative."""
    readings = scene.readings[at][:1]
    return scene.forms[at].endswith("ا") and any(
        "harm" in r.lexeme.tags and r.sense.number == "sg" and not r.conjunction for r in readings
    )
