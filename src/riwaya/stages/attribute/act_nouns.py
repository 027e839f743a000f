"""Calls, refusals and condemnations told by a noun: «أعربت عن إدانتها للهجوم», «جدد دعوته إلى الهدنة», «بعد رفض الحكومة الاتفاق»."""

from __future__ import annotations

from riwaya.model.record import record
from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader

_EXPRESSING = frozenset(
    f"ar.speech.{verb}" for verb in ("أعرب", "عبر", "أعلن", "أكد", "جدد", "كرر", "سجل", "أبلغ", "شدد", "أبدى")
)
_REACH = 8
"""Tokens between the verb and the noun: a speaker with an office and a name."""
_OWN = frozenset({"ه", "ها", "هم", "هما"})
_AUTHORS = frozenset({"body", "official", "leader", "spokesman", "group", "army", "name"})
ADVERBIAL = frozenset({"رفضا"})
"""Before «لـ»: only why something else was done («تظاهروا رفضا للقرار»), and no two who refuse."""
_BANNER_REACH = 8
_PARTING = frozenset("، , . ؛ : بعد قبل منذ عقب اثر بسبب".split())
_ALOUD = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT"})


@record
class ActNoun:
    """A speech act that a noun names."""

    reading: Reading
    verb: int | None
    """The verb of expressing before it, whose subject acts; None where the author stands right behind the noun."""


def find_act_noun(reader: Reader, at: int, start: int) -> ActNoun | None:
    """Give the speech act that the noun at ``at`` names; None for other words, and where nobody is said to act.

    Source: the construct with a noun of action as its head, and its subject (Ryding 2005, ch. 5).
    """
    act = next((r for r in reader.readings[at] if _is_act(r)), None)
    if act is None or act.definite or (act.conjunction and _is_act_noun(reader, at - 1, start)):
        return None  # «إدانتها واستنكارها»: one act, told twice over
    if act.pronoun:
        verb = _verb_before(reader, at, start) if act.pronoun in _OWN else None
        return ActNoun(reading=act, verb=verb) if verb is not None else None
    if at and reader.forms[at - 1] == "عن" and (verb := _verb_before(reader, at, start)) is not None:
        return ActNoun(reading=act, verb=verb)  # «أعرب مصدر مسؤول عن إدانة البلاد للهجوم»
    first = reader.readings[at][0]
    if first.lexeme.table != "speech" or (first.is_verb and not (at and reader.forms[at - 1] in PREPOSITIONS)):
        return None
    author = reader.mention_from.get(at + 1)
    if author is None or author.preposition or not (author.tags & _AUTHORS or author.actor.id):
        return None
    return ActNoun(reading=act, verb=None)


def tells_what_for(reader: Reader, at: int, start: int) -> bool:
    """Say whether a participle only tells what a protest is for («مسيرة منددة بالقصف ومطالبة بالهدنة»)."""
    for k in range(at - 1, max(start, at - _BANNER_REACH) - 1, -1):
        if reader.is_finite(k) or reader.forms[k] in "،,.؛":
            return False
        if any(r.lexeme.type == "PROTEST" and not r.is_finite for r in reader.readings[k][:1]):
            return True
    return False


def _is_act(reading: Reading) -> bool:
    lexeme = reading.lexeme
    return (
        lexeme.table == "speech" and "act" in lexeme.tags and lexeme.type in _ALOUD and reading.sense.shape == "masdar"
    )


def _is_act_noun(reader: Reader, at: int, start: int) -> bool:
    return at >= start and any(_is_act(r) for r in reader.readings[at])


def _verb_before(reader: Reader, at: int, start: int) -> int | None:
    """«عبر الأمين العام عن استنكاره»: the verb that the noun is the object of, nothing but who speaks between."""
    for k in range(at - 1, max(start, at - _REACH) - 1, -1):
        if reader.forms[k] in _PARTING or reader.is_that(k) or reader.is_event_noun(k):
            return None
        found = reader.readings[k][:2]
        if any(r.is_verb for r in found[:1]):
            return k if any(r.lexeme.id in _EXPRESSING for r in found) else None
    return None
