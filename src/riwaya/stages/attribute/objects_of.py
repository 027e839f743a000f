"""Whether the phrase behind a word of telling is its subject, or whom it addresses or is about."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.agreement import agrees, is_feminine_land
from riwaya.stages.attribute.antecedents import BESIDE, find_source_before
from riwaya.stages.attribute.called_on import is_called_on
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import Source

_RETURNING = frozenset("خلاله خلالها فيه فيها".split())
_BACK_TO = {"الذي": ("ه",), "التي": ("ها",), "الذين": ("هم",)}
_RETURN_REACH = 3
_SUBJECT_REACH = 8


def is_object_of(reader: Reader, at: int, start: int, after: Source, reading: Reading, *, spoke: bool) -> bool:
    """Say whether the phrase after a verb is whom it is addressed to or what it is about: no subject of its.

    ``spoke``: somebody spoke before, who may go on.

    Source: agreement of verb and subject (Ryding 2005, ch. 4); resumptive pronouns of relative clauses (ch. 14).
    """
    if reading.sense.number in ("pl", "du") and reading.is_verb and reader.forms[at].endswith(("وا", "ون", "ا")):
        return True
    if "act" in reading.lexeme.tags and _cannot_act(reader, after):
        return True
    if "dative" in reading.lexeme.tags and not reading.conjunction:
        return find_source_before(reader, at, start) is not None
    if reading.pronoun:
        return False
    document = after.mention is not None and "document" in after.mention.tags
    if document and "object" in reading.lexeme.tags and _disagrees(reader, after, reading, spoke=spoke):
        return True  # «لم يؤكد حصيلة القتلى»
    if "act" in reading.lexeme.tags and (
        _disagrees(reader, after, reading, spoke=spoke) or (spoke and is_called_on(reader, at, after, reading))
    ):
        return True
    prior = at - 1
    relative = prior >= 0 and reader.forms[prior] in ("الذي", "التي", "الذين")
    if relative and reader.forms[at + 1 : at + 2] not in (("فيه",), ("فيها",)):
        return "act" in reading.lexeme.tags and not _returns(reader, at, after)
    return not reading.conjunction and _has_subject_before(reader, at, start)


def _returns(reader: Reader, at: int, after: Source) -> bool:
    """«الرهينة الذي هددت الحركة بقتله»: a pronoun behind it points back to whom the relative clause is about."""
    theirs = _BACK_TO.get(reader.forms[at - 1], ())
    behind = reader.forms[after.last + 1 : after.last + 1 + _RETURN_REACH]
    return any(form[0] == "ب" and len(form) > _RETURN_REACH and form.endswith(theirs) for form in behind)


def _cannot_act(reader: Reader, after: Source) -> bool:
    """«ودانت "العمل الشائن"», «رفضت تأكيد …»: neither a quotation nor a deed calls, threatens or condemns."""
    if after.mention is not None:
        return "thing" in after.mention.tags
    readings = reader.readings[after.first]
    return reader.forms[after.first] in '«"(' or any(not r.is_verb for r in readings)


def is_threatened_in_it(reader: Reader, at: int, after: Source, reading: Reading) -> bool:
    """«شريطا توعد فيه فرنسا بـ…»: behind «فيه» a land, a feminine, is no subject of a masculine verb."""
    return (
        reader.forms[at + 1] in _RETURNING
        and reading.sense.gender == "m"
        and is_feminine_land(reader, after.mention, after.first)
    )


def _disagrees(reader: Reader, after: Source, reading: Reading, *, spoke: bool) -> bool:
    mention = after.mention
    if mention is None or mention.first != after.first:
        return False
    masculine = reading.sense.gender == "m"
    if masculine and reading.conjunction and spoke and is_feminine_land(reader, after.mention, after.first):
        return True
    return not agrees(reader, mention, reading)


def _has_subject_before(reader: Reader, at: int, start: int) -> bool:
    if at <= start:
        return False
    mention = reader.mention_over.get(at - 1)
    if mention is not None and mention.first and reader.forms[mention.first - 1] in BESIDE:
        return _opens_with_subject(reader, at, start)
    if reader.forms[at - 1] in ("قد", "فقد"):
        beside = [k for k in (at - 2, at - 3) if k >= start]  # the sentence before has subjects of its own
        mention = next((m for k in beside if (m := reader.mention_over.get(k))), None)
    return mention is not None and mention.preposition == "" and reader.forms[at][0] not in "و"


def _opens_with_subject(reader: Reader, at: int, start: int) -> bool:
    """«أن قائدا في اللواء هدد الأهالي»: «أن» has its noun next, and nothing but where it belongs stands before the verb."""
    for k in range(at - 1, max(start, at - _SUBJECT_REACH), -1):
        if reader.is_finite(k) or reader.forms[k] in "،,":
            return False
        if reader.is_that(k):
            subject = reader.mention_from.get(k + 1)
            return subject is not None and not subject.preposition and subject.last < at - 1
    return False
