"""Verbs of condemning, blaming and accusing that tell of nobody who speaks: a court convicts, «حمل» alone carries, who is accused is a passive."""

from __future__ import annotations

from riwaya.lang.courts import COURT, is_before_court
from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader

_CONDEMNING = frozenset({"ar.speech.أدان", "ar.speech.دان"})
_ACCUSES = "ar.speech.اتهم"
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
    for reading in reader.readings[at].telling:
        if reading.lexeme.id in _CONDEMNING:
            break
    else:
        return False
    if not is_before_court(reader.forms, reader.mention_over, reader.mention_from, at):
        return False
    court = reader.mention_from.get(at + 1)
    behind = court.last + 1 if court is not None and court.actor.kind == COURT else at + 1
    deed = any(reader.readings[k].uncounted_event for k in range(behind, min(behind + _BEHIND, len(reader.forms))))
    return not deed or bool(reader.phrases_in("charge_words", at, at + _CHARGE_REACH))


def lays_no_blame(reader: Reader, at: int) -> bool:
    """Say whether «حمل» or «ألقى» at ``at`` lays no blame: none follows, or «ألقيت المسؤولية على», where nobody is told to lay it."""
    form, behind = reader.forms[at], reader.forms[at + 1 : at + _BLAME_REACH]
    written = reader.tokens[at].span.of(reader.annotation.document.text)
    if form.endswith("قيت") or (form == "القي" and written.endswith("ي") and behind[:1] and behind[0].endswith(_BLAME)):
        return True  # «ألقيت المسؤولية على», «ألقي اللوم على»
    return not any(f.endswith(_BLAME) for f in behind)


def is_accused(reader: Reader, at: int, end: int, reading: Reading) -> bool:
    """Say whether a verb of accusing is passive: of what somebody is accused stands right behind it, and no object («يتهم بتنفيذ الهجوم»)."""
    if reading.lexeme.id != _ACCUSES or reading.pronoun or not reading.is_finite or at + 1 >= end:
        return False
    return any(r.preposition == "ب" and not r.is_finite for r in reader.readings[at + 1][:2])


def are_accused(reader: Reader, at: int, end: int, reading: Reading) -> bool:
    """Say whether a word of accusing is of those accused: only of what follows it, no name («ثلاثة متهمين بالانتماء إلى …»)."""
    if reading.lexeme.type != "ACCUSE" or reading.lexeme.subtype == "condemn" or at + 1 >= end:
        return False
    following = reader.forms[at + 1]
    return (
        following in PREPOSITIONS
        or following in ("بان", ".", "،", "؛")
        or reader.tokens[at - 1].is_number
        or (following[0] == "ب" and reader.readings[at + 1].under_preposition)
        or following[:3] == "بال"
    )
