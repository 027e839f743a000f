"""Whom the last speaker calls on or blames: behind a joined verb, no speaker of their own."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader
from riwaya.stages.attribute.sources import Source

ALSO = frozenset("كما وكما حيث اذ".split())
"""«…، كما زعموا قيامهم بـ», «…، حيث قال»: joins a verb of telling to the one before it."""
_NEED_OBJECT = frozenset({"ar.speech.اتهم", "ar.speech.ناشد", "ar.speech.حث"})
_CALLING = frozenset(f"ar.speech.{verb}" for verb in "دعا طالب ناشد حث حذر اتهم".split())
"""Verbs that need somebody whom they call on, warn or blame."""
_BREATH = 16
_THINGS = frozenset({"thing", "document"})
_CALLED_ON = frozenset("الاطراف الطرفين الجميع المجتمع العالم الجانبين المتحاربين الاهالي المواطنين المدنيين".split())
"""Those at large, who are called on more than they call."""


def is_called_on(reader: Reader, at: int, after: Source, reading: Reading) -> bool:
    """Say whether what follows a joined verb is its object, where somebody spoke before.

    «واتهم الحكومة بـ…», «وناشد مجلس الأمن رفع …», «وناشد فلان التدخل», «كما دعت الأطراف المتحاربة إلى …».
    """
    if _is_sole_object(reader, after, reading) or _goes_on_for(reader, at, after, reading):
        return True
    if reading.lexeme.type != "REQUEST" or not (reading.conjunction or reader.forms[at - 1] in ALSO):
        return False
    return reader.forms[after.first] in _CALLED_ON or _is_named_for_deed(reader, after, reading)


def _goes_on_for(reader: Reader, at: int, after: Source, reading: Reading) -> bool:
    """«رحبت القاهرة بالهدنة وناشدت الأطراف الالتزام», «توعد الزعيم بالثأر ودعا أنصاره»: who spoke in the same breath, and agrees, calls on them.

    Source: coordination of verbs in written Arabic (Ryding 2005, ch. 18).
    """
    sense = reading.sense
    if reading.conjunction != "و" or reading.lexeme.id not in _CALLING or sense.number != "sg" or reading.pronoun:
        return False
    if after.mention is None or "spokesman" in after.mention.tags:
        return False
    for k in range(at - 1, max(-1, at - _BREATH), -1):
        if reader.forms[k] in ".؛" or reader.is_that(k):
            return False
        told = next(iter(reader.readings[k].telling), None) if k not in reader.mention_over else None
        if told is None or not told.is_finite:
            continue
        speaker = reader.mention_from.get(k + 1)
        if speaker is None or speaker.preposition or speaker.tags & _THINGS:
            return False
        return (told.sense.number, told.sense.gender) == (sense.number, sense.gender) and not told.pronoun
    return False


def _is_sole_object(reader: Reader, after: Source, reading: Reading) -> bool:
    """«واتهم الحكومة بـ…»: a verb that must have an object has no other."""
    if reading.lexeme.id not in _NEED_OBJECT or not reading.conjunction:
        return False
    follow, lone = after.last + 1, after.mention
    if lone is None or (lone.first, lone.last) != (after.first, after.last) or not lone.definite:
        return False
    if follow >= len(reader.forms) or reader.mention_from.get(follow) is not None:
        return False
    readings = reader.readings[follow]
    return readings.under_preposition or reader.is_event_noun(follow) or reader.forms[follow] in PREPOSITIONS


def _is_named_for_deed(reader: Reader, after: Source, reading: Reading) -> bool:
    """«وناشد فلان التدخل لوقف …»: behind somebody's name stands what they are called on to do, and no other object."""
    if reading.lexeme.id not in _NEED_OBJECT or after.mention is not None or after.last == after.first:
        return False
    follow = after.last + 1
    if not reader.forms[after.last].startswith("ال") or follow >= len(reader.forms):
        return False
    return reader.readings[follow].under_preposition and reader.forms[follow] not in PREPOSITIONS
