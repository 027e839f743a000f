"""Who suffers what a verb tells, behind the words that say where, when or how: «قتل في الغارة القائد سالم المرعي»."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.objects import find_object
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.topics import find_topic

_REACH = 3
"""Tokens before the verb in which a pronoun makes it a relative clause («الذي كان قد قتل»)."""


def find_late_subject(scene: Scene, harm: Harm, start: int, end: int) -> Mention | None:
    """Give the single sufferer of a bare verb whose setting stands between; None where it has a subject before, or none behind.

    Args:
        scene: The document.
        harm: A word of harm.
        start: First token of the claim.
        end: Token behind the claim.

    Source: order of the complements of a verb in written Arabic (Ryding 2005, ch. 3).
    """
    reading, behind = harm.reading, harm.at + 1
    if not reading.is_finite or reading.pronoun or reading.sense.number != "sg" or behind >= end:
        return None
    passive = reading.sense.shape.startswith("passive") or "passive-too" in reading.lexeme.tags
    if not (passive or reading.lexeme.subject == "target"):
        return None
    by = scene.phrase("wound_words", behind) > 0
    if not by and scene.forms[behind] not in PREPOSITIONS and behind not in scene.set_in:
        return None
    if not RELATIVES.isdisjoint(scene.forms[max(start, harm.at - _REACH) : harm.at]):
        return None
    if not reading.conjunction and (
        Arguments(scene, start, end).subject_before(harm.at) is not None or find_topic(scene, harm.at) is not None
    ):
        return None
    who = _behind_shooter(scene, behind, end) if by else find_object(scene, behind, end)
    if not isinstance(who, Mention) or who.preposition or who.number == "pl" or "thing" in who.tags:
        return None
    return who


def _behind_shooter(scene: Scene, at: int, end: int) -> Mention | None:
    """«قتل برصاص الحرس شاب من البلدة»: behind the weapon and whose it was stands who was hit, without an article."""
    shooter = scene.mention_from.get(at + 1)
    if shooter is None or shooter.last + 1 >= end:
        return None
    who = scene.mention_from.get(shooter.last + 1)
    return who if who is not None and not (who.definite or who.conjunction) and "victim" in who.tags else None
