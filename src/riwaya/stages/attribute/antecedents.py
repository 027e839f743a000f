"""Who tells where the source stands before the verb: behind «أن», in headlines, before a relative clause."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.attribute.reader import IDENTITY, PREPOSITIONS, RELATIVES, Reader
from riwaya.stages.attribute.sources import ADVERBS, Source, source_of
from riwaya.stages.attribute.subjects import NO_SOURCE, NO_SUBJECT, is_object

BESIDE = PREPOSITIONS | frozenset("شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي عاصمه مدينه محافظه".split())
"""Words behind which a mention only says where («غرب اليمن أبلغت مصادر …»)."""
_NAMED_REACH = 7
"""Tokens back over a name between commas."""
_LONGEST_UNKNOWN = 3
_CONTRAST = frozenset("لكن ولكن بينما وبينما فيما وفيما".split())


def find_source_before(reader: Reader, at: int, start: int) -> Source | None:
    """Give the subject that stands before the verb at ``at``, looking back no further than ``start``.

    Source: subject-verb order after «أن», «لكن» and in headlines; the antecedent of a relative clause.
    """
    left = _left_edge(reader, at, start)
    joined = left < at and reader.forms[left][0] == "و" and reader.forms[left].endswith("نا")
    if left > start and not joined and not any(k in reader.mention_from for k in range(left, at)):
        left = _left_edge(reader, left - 1, start)
    named = reader.mention_over.get(left)
    if named is not None and start <= named.first < left:  # «الرئيس، فلان، قد حذر»
        left = named.first
    if at - 1 >= start and reader.forms[at - 1] in RELATIVES and at - 2 >= start:
        if owned := _owned_subject(reader, at):
            return owned
        mention = reader.mention_over.get(at - 2) or _set_apart(reader, at - 2)
        return source_of(mention) if mention else None
    for k in range(left, at):
        mention = reader.mention_from.get(k)
        if mention is None or mention.last >= at:
            continue
        free = mention.preposition == "" and (k == left or reader.forms[k - 1] not in BESIDE)
        spoken = not mention.tags & {"document", "thing"} and (k == left or not is_object(reader, mention))
        between = range(mention.last + 1, at)
        hidden = any(reader.forms[j] in IDENTITY for j in between)
        if free and spoken and (hidden or not any(reader.is_finite(j) for j in between)):
            return source_of(mention)
    return _plural_before(reader, at, left) or _unknown_name(reader, at, _left_edge(reader, at, start))


def _set_apart(reader: Reader, comma: int) -> Mention | None:
    """«الوالي سامر الحلو، الذي أعلن»: who stands before the comma of the relative clause, and hangs on no preposition."""
    if reader.forms[comma] not in "،,":
        return None
    before = next((k for k in range(comma - 1, max(comma - _NAMED_REACH, 0), -1) if reader.forms[k] in "،,"), 0)
    mention = reader.mention_over.get(comma - 1) or reader.mention_over.get(before - 1)  # «عضو المجلس، فلان، الذي قال»
    somebody = (
        mention is not None and mention.definite and not mention.preposition and not mention.tags & {"thing", "place"}
    )
    return mention if somebody else None


def _owned_subject(reader: Reader, at: int) -> Source | None:
    """«نيجيريا التي حذر رئيسها»: the subject of the relative clause is the officer with the pronoun."""
    mention = reader.mention_from.get(at + 1)
    if mention is None or not mention.tags & {"official", "leader", "spokesman", "body"} or mention.preposition:
        return None
    return source_of(mention) if reader.forms[mention.head].endswith(("ها", "هم", "ه")) and mention.definite else None


def _plural_before(reader: Reader, at: int, left: int) -> Source | None:
    """«كثيرين حثوا»: a lone plural before a plural verb."""
    form = reader.forms[at - 1] if at > left else ""
    if not (form.endswith(("ين", "ون")) and reader.forms[at].endswith(("وا", "ون"))):
        return None
    span = reader.tokens[at - 1].span
    name = span.of(reader.annotation.document.text)
    return Source(actor=Actor(id=None, name=name, kind="unknown"), span=span, first=at - 1, last=at - 1, mention=None)


def _unknown_name(reader: Reader, at: int, left: int) -> Source | None:
    """«أن كيم أعلن أنه»: words that nothing is known of, alone between «أن» and the verb, are somebody's name."""
    alone = left < at <= left + _LONGEST_UNKNOWN and left > 0 and reader.is_that(left - 1)
    plain = all(
        reader.tokens[k].is_word and not reader.readings[k] and k not in reader.mention_over and k not in reader.time_over
        and not reader.is_led(k) and reader.forms[k] not in NO_SOURCE | NO_SUBJECT and reader.forms[k] not in ADVERBS
        for k in range(left, at)
    )  # fmt: skip
    if not alone or not plain:
        return None
    span = Span(reader.tokens[left].start, reader.tokens[at - 1].end)
    name = span.of(reader.annotation.document.text)
    return Source(actor=Actor(id=None, name=name, kind="person"), span=span, first=left, last=at - 1, mention=None)


def _left_edge(reader: Reader, at: int, start: int) -> int:
    for k in range(at - 1, start - 1, -1):
        if reader.is_that(k) or reader.forms[k] in ":؛" or reader.forms[k] in _CONTRAST:
            return k + 1
        if reader.forms[k] in "،," and k + 1 not in reader.time_over and k - 1 not in reader.time_over:
            return k + 1
    return start
