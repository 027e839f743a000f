"""Occasions: deeds named at the head of a sentence only to set its scene («وفي هجوم منفصل، قتل مسلحون ثلاثة»)."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.claim.scene import Scene

_IN = frozenset({"في", "وفي", "ففي"})
_OTHER = frozenset(
    "منفصل منفصله متزامن متزامنه اخر اخري مماثل مماثله مشابه مشابهه ثان ثانيه ثالث ثالثه رابع رابعه لاحق لاحقه سابق سابقه جديد جديده متفرق متفرقه".split()
)
_VERB_REACH = 3


def is_occasion(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether a noun of happening only opens a sentence whose verb tells the happening itself.

    «وفي هجوم منفصل، قتل مسلحون ثلاثة»; not «وفي هجوم منفصل على السد، قتل …», which tells where it was, nor one with no deed behind it.
    """
    if reading.is_finite or reading.definite or reading.pronoun or not at or scene.forms[at - 1] not in _IN:
        return False
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    if at - 1 - first > 1 or scene.forms[at + 1 : at + 2] == () or scene.forms[at + 1] not in _OTHER:
        return False
    if scene.forms[at + 2 : at + 3] not in (("،",), (",",)):
        return False
    return any(
        r.lexeme.table in ("events", "speech") and r.is_finite
        for k in range(at + 3, min(at + 3 + _VERB_REACH, last)) for r in scene.readings[k][:1]
    )  # fmt: skip
