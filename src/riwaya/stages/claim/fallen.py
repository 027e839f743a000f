"""Who fell into it: «وقع الرتل في كمين» happens to its subject."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import Scene

_FELL = frozenset(
    joined + verb for joined in ("", "و", "ف") for verb in "وقع وقعت وقعوا وقوع سقط سقطت سقطوا سقوط يقع تقع".split()
)
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
        if scene.forms[k] in _FELL:
            return scene.mention_from.get(k + 1) or scene.mention_from.get(k + 2)
    return None
