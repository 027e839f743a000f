"""Verbs of condemning and blaming that say nothing: a court convicts, and «حمل» alone carries."""

from __future__ import annotations

from riwaya.lang.courts import COURT, is_before_court
from riwaya.stages.attribute.reader import Reader

_CONDEMNING = frozenset({"ar.speech.أدان", "ar.speech.دان"})
_CHARGE_REACH, _BEHIND = 16, 3

_BLAME_REACH = 13
_BLAME = (
    "اللوم", "اللايمه", "مسووليه", "مسووليته", "مسووليتها", "مسووليتهم", "مسووليات",
    "مسيوليه", "مسيوليته", "مسيوليتها", "مسيوليتهم", "مسيوليات",
)  # fmt: skip
"""What is laid on somebody, its first hamza on «و» or «ي»."""


def convicts(reader: Reader, at: int) -> bool:
    """Say whether the verb of telling at ``at`` is that of a court about somebody («أدانت المحكمة ثلاثة بتهمة …»).

    A court that condemns a deed («أدانت المحكمة الدولية الهجوم») speaks as others do.

    Source: annotation guideline, COERCE; `ar.events.أدان`.
    """
    if not any(r.lexeme.id in _CONDEMNING for r in reader.readings[at].telling):
        return False
    if not is_before_court(reader.forms, reader.mention_over, reader.mention_from, at):
        return False
    court = reader.mention_from.get(at + 1)
    behind = court.last + 1 if court is not None and court.actor.kind == COURT else at + 1
    deed = any(reader.readings[k].uncounted_event for k in range(behind, min(behind + _BEHIND, len(reader.forms))))
    return not deed or bool(reader.phrases_in("charge_words", at, at + _CHARGE_REACH))


def lays_no_blame(reader: Reader, at: int) -> bool:
    """Say whether «حمل» or «ألقى» at ``at`` lays no blame: none follows, or «ألقيت المسؤولية على», where nobody is told to lay it."""
    if reader.forms[at].endswith("قيت"):
        return True
    return not any(form.endswith(_BLAME) for form in reader.forms[at + 1 : at + _BLAME_REACH])
