"""Verbs of condemning whose subject is a court: it convicts, and says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.model.mention import Mention
from riwaya.stages.attribute.reader import Reader

_CONDEMNING = frozenset({"ar.speech.أدان", "ar.speech.دان"})
_COURT = "court"
_AUXILIARY = frozenset("قد كان كانت فقد".split())
_CHARGE_REACH, _BEHIND = 16, 3


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
    behind = court.last + 1 if court is not None and court.actor.kind == _COURT else at + 1
    deed = any(reader.readings[k].uncounted_event for k in range(behind, min(behind + _BEHIND, len(reader.forms))))
    return not deed or bool(reader.phrases_in("charge_words", at, at + _CHARGE_REACH))


def is_before_court(forms: Sequence[str], over: Mapping[int, Mention], begins: Mapping[int, Mention], at: int) -> bool:
    """Say whether a court is the subject of the verb at ``at``, behind it or before it («كانت المحكمة قد أدانت»)."""
    behind = begins.get(at + 1)
    if behind is not None and behind.actor.kind == _COURT and not behind.preposition:
        return True
    k = at - 1
    while k > 0 and forms[k] in _AUXILIARY:
        k -= 1
    before = over.get(k)
    return before is not None and before.actor.kind == _COURT and not before.preposition
