"""Verbs that only go on: whoever did the deed before did this too («اقتحمت القوات البلدة، وانتشرت في أحيائها»)."""

from __future__ import annotations

from riwaya.model.word import Sense
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

_REACH = 44
"""Tokens back to the first of the verbs that are joined: each has its object and its place."""
_NEW_SUBJECT = frozenset({"name", "body", "official", "leader", "spokesman"})


def find_clause_before(scene: Scene, trigger: Trigger) -> int | None:
    """Give the first of the verbs that a joined verb without a subject of its own goes on with; None where it goes on with none.

    They agree in gender and in number, are past or present alike, and are told by the same people.

    Source: coordination of verbs in written Arabic (Ryding 2005, ch. 18).
    """
    at = trigger.index
    if not trigger.is_verb or trigger.reading.conjunction != "و":
        return None
    behind = scene.mention_from.get(at + 1)
    if behind is not None and behind.tags & _NEW_SUBJECT and not trigger.reading.pronoun:
        if trigger.reading.sense.number == "sg":  # «وأجبروا الحكومة على …»: who did it is told by the ending
            return None
    first = scene.annotation.sentences[scene.sentence_of[at]][0]
    opening: int | None = None
    for k in reversed(scene.happening_in(max(first, at - _REACH), at)):
        found = scene.readings[k][0]
        if not found.is_finite or k in scene.telling or (k and scene.forms[k - 1] in RELATIVES):
            continue
        if scene.frames_around[k] != scene.frames_around[at] or not _agrees(found.sense, trigger.reading.sense):
            return opening
        opening = k
    return opening


def _agrees(one: Sense, other: Sense) -> bool:
    """A verb before its subject is singular, whoever they are; behind it shows how many («هاجم المسلحون … وانسحبوا»)."""
    return (one.gender, one.shape) == (other.gender, other.shape) and one.number in ("sg", other.number)
