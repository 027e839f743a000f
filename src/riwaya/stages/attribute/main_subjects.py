"""Whom a sentence is about: who tells where the verb of telling stands far behind and names nobody."""

from __future__ import annotations

from riwaya.model.record import replace
from riwaya.model.word import Reading
from riwaya.stages.attribute.agreement import agrees
from riwaya.stages.attribute.antecedents import find_source_before
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader
from riwaya.stages.attribute.sources import Source, source_of

_WHERE = frozenset({"حيث", "اذ"})
_ISSUED_REACH = 14
"""Words from whoever issued a paper to «حيث قال»."""
_RESPONSIBILITY = ("مسووليت", "مسيوليت")
_CLAIMANT_REACH = 20
_CLAIMANTS = frozenset({"group", "actor", "force", "name"})


def first_subject(reader: Reader, start: int, at: int) -> Source | None:
    """Give the first person or body between ``start`` and ``at`` that hangs on no preposition; None for none."""
    for k in range(start, at):
        mention = reader.mention_from.get(k)
        if mention and not mention.preposition and not mention.tags & {"thing", "document"}:
            return source_of(mention)
    return None


def find_main_subject(reader: Reader, at: int, start: int, reading: Reading, *, told: bool) -> Source | None:
    """Give who tells by a verb behind «حيث» or «إذ»; None where whoever spoke last goes on.

    «بيان أصدرته السفارة …، حيث قالت إن» is the embassy's; where nobody has ``told`` anything in the sentence yet,
    «زار الوزير البلدة، حيث قال إن» is the minister's.
    """
    if reader.forms[at - 1] not in _WHERE:
        return None
    issuer = _issuer(reader, at, start)
    subject = issuer if issuer is not None or told else first_subject(reader, start, at)
    if subject is None or subject.mention is None or reader.forms[subject.first - 1] in PREPOSITIONS:
        return None
    return subject if agrees(reader, subject.mention, reading) else None


def _issuer(reader: Reader, at: int, start: int) -> Source | None:
    """«… أصدرته السفارة»: the subject of the last verb before ``at`` that has its object as a pronoun."""
    for k in range(at - 1, max(start, at - _ISSUED_REACH), -1):
        mention = reader.mention_from.get(k)
        if mention is None or mention.preposition or mention.conjunction or mention.number != "sg":
            continue
        if reader.is_finite(k - 1) and any(r.pronoun for r in reader.readings[k - 1]):
            return source_of(mention)
    return None


def issued_by(reader: Reader, paper: Source, start: int) -> Source:
    """Give who is behind a paper that nobody is named beside («نشر الجيش بيانا جاء فيه»): whom the sentence opens with; else the paper."""
    mention = paper.mention
    if mention is None or "document" not in mention.tags or mention.definite or mention.preposition:
        return paper
    issuer = first_subject(reader, start, mention.first)
    return paper if issuer is None else replace(issuer, channel="statement")


def find_doer(reader: Reader, at: int, start: int, reading: Reading) -> Source | None:
    """Give who does what the participle at ``at`` goes with; None for nobody named in its sentence.

    «بالقول» goes with the verb that opens its clause («وختم الوزير كلمته بالقول إن»).
    """
    if reading.sense.shape == "masdar":
        clause = next((k + 1 for k in range(at - 1, start, -1) if reader.forms[k] in "،,؛"), start)
        return first_subject(reader, clause, min(clause + 2, at))
    return find_source_before(reader, at, start) or first_subject(reader, start, at)


def claims_it(reader: Reader, at: int) -> bool:
    """Say whether responsibility is claimed by the word of telling at ``at`` («أعلنت مسؤوليتها», «إعلان مسؤوليته»)."""
    follows = reader.forms[at + 1] if at + 1 < len(reader.forms) else ""
    return follows.startswith(_RESPONSIBILITY) and len(follows) > len(_RESPONSIBILITY[0])


def find_claimant(reader: Reader, at: int, start: int) -> Source | None:
    """Give the movement before ``at`` that claims a blow there («سارعت الحركة إلى إعلان مسؤوليتها عنه»); None for none."""
    for k in range(at - 1, max(start, at - _CLAIMANT_REACH) - 1, -1) if claims_it(reader, at) else ():
        mention = reader.mention_from.get(k)
        free = mention is not None and not mention.preposition and reader.forms[k - 1] not in PREPOSITIONS
        if mention is not None and free and mention.tags & _CLAIMANTS and "media" not in mention.tags:
            return source_of(mention)
    return None
