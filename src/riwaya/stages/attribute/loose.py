"""Tellings without «أن» or a verb before what is told: «…، يضيف البيان», «وفي بيان للجيش، قتل …», a quotation behind a quotation."""

from __future__ import annotations

from riwaya.model.attribution import Attribution, Chain, Cue, Frame
from riwaya.model.record import replace
from riwaya.stages.attribute.antecedents import find_source_before
from riwaya.stages.attribute.documents import ISSUED_BY, find_author
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import find_source_after

_IN = frozenset({"في", "وفي", "ب", "وب"})
_AUTHOR_REACH = 12
"""Words from «وفي بيان» over its author and its day to the comma."""
_ISSUED, _ISSUED_REACH = frozenset({"صدر", "صدرت"}), 14
"""«صدر عن», and words from there to the colon."""
_RECEIVES, _NOTICE_REACH = "ar.speech.تلقى", 10
_NOTICES = frozenset("بلاغا بلاغات بلاغ اخطارا اخطار اشاره".split())
_ENDS = frozenset('.،,؟!»"')


def find_postponed(reader: Reader, silent: list[Frame], start: int, end: int) -> list[Frame]:
    """«أوقف الحرس مهربين، يضيف البيان.»: a verb of telling in the present, with its subject alone, closes what was told.

    Source: word order of reported speech in written Arabic, where the telling may follow what is told.
    """
    for told in silent[-1:]:
        reading = reader.speech(told.cue)
        if reading is None or reading.conjunction or reading.sense.shape != "present" or not told.links:
            return []
        parted = told.cue > start + 1 and reader.forms[told.cue - 1] in "،,"
        alone = told.start > told.cue + 1 and all(reader.forms[k] in _ENDS for k in range(told.start, end))
        if parted and alone and reading.sense.person == 3:
            return [
                replace(
                    told, start=start, end=told.cue - 1, first=told.cue, rule=told.rule.replace(":silent", ":postponed")
                )
            ]
    return []


def find_in_document(reader: Reader, start: int, end: int) -> list[Frame]:
    """«وفي بيان صادر عن الجيش، قتل …»: what stands behind the comma is said in the document with which the sentence opens."""
    document = reader.mention_from.get(start + 1)
    if reader.forms[start] not in _IN or document is None or "document" not in document.tags:
        return []
    author = find_author(reader, document, end)
    if author is None:
        return []
    comma = next(
        (k for k in range(author.last + 1, min(end, author.last + _AUTHOR_REACH)) if reader.forms[k] in "،,"), 0
    )
    behind = range(document.last + 1, comma)
    if not comma or any(reader.is_finite(k) and reader.forms[k] not in ISSUED_BY for k in behind):
        return []
    cue = Cue(text=document.span.of(reader.annotation.document.text), stance="neutral", span=document.span)
    channel = reader.grammar.channel_at(reader.forms, document.head) or "statement"
    link = Attribution(source=author.actor, span=author.span, verb=cue, channel=channel)
    return [
        Frame(start=comma + 1, end=end, links=(link,), cue=start, first=start, last=comma, stance="neutral",
              rule="ar.grammar.in-document:before")
    ]  # fmt: skip


def find_issued(reader: Reader, start: int, end: int) -> list[Frame]:
    """«صدر عن قيادة الجيش البيان الآتي: …»: who issued what stands behind the colon."""
    if reader.forms[start].removeprefix("و") not in _ISSUED or reader.forms[start + 1 : start + 2] != ("عن",):
        return []
    source = find_source_after(reader, start + 1, end)
    colon = next((k for k in range(start, min(end, start + _ISSUED_REACH)) if reader.forms[k] == ":"), 0)
    if source is None or source.last >= colon or colon + 1 >= end:
        return []
    cue = Cue(
        text=reader.tokens[start].span.of(reader.annotation.document.text),
        stance="neutral",
        span=reader.tokens[start].span,
    )
    link = Attribution(source=source.actor, span=source.span, verb=cue, channel="statement")
    stop = max(end, reader.quote_from.get(colon + 2, end))
    return [
        Frame(start=colon + 1, end=stop, links=(link,), cue=start, first=start, last=colon, stance="neutral",
              rule="ar.grammar.issued:colon")
    ]  # fmt: skip


def find_notified(reader: Reader, start: int, end: int) -> list[Frame]:
    """«تلقت الشرطة بلاغا يفيد بوقوع انفجار»: who was notified of what happened tells it.

    Source: crime pages of Arabic dailies, that tell a happening by the report of it to the police.
    """
    for k in reader.speech_in(start, end):
        reading = reader.speech(k)
        if reading is None or reading.lexeme.id != _RECEIVES or reading.pronoun:
            continue
        notice = next((j for j in range(k + 1, min(end, k + _NOTICE_REACH)) if reader.forms[j] in _NOTICES), 0)
        source = find_source_after(reader, k, end) if notice else None
        if notice and (source is None or source.first >= notice):
            source = find_source_before(reader, k - (reader.forms[k - 1] == "قد"), start)
        if source is None or not any(reader.is_event_noun(j) for j in range(notice + 1, end)):
            continue
        span = reader.tokens[k].span
        cue = Cue(text=span.of(reader.annotation.document.text), stance="neutral", span=span)
        link = Attribution(source=source.actor, span=source.span, verb=cue)
        return [
            Frame(start=notice + 1, end=end, links=(link,), cue=k, first=min(k, source.first), last=notice, stance="neutral",
                  rule=f"{_RECEIVES}:notified")
        ]  # fmt: skip
    return []


def quotes_on(reader: Reader, chain: Chain, start: int, end: int, *, told_on: bool) -> bool:
    """Say whether a sentence is one quotation, right behind what somebody said («قال: «…». «…»», «قال إن …. «…»»).

    Args:
        reader: What is read.
        chain: Who spoke last.
        start: First token of the sentence.
        end: Half-open.
        told_on: What was said reached to the end of the sentence before.
    """
    closed = reader.quote_from.get(start + 1, reader.quote_from.get(start, 0))
    if not chain or not start or not closed or any(reader.forms[k] not in _ENDS for k in range(closed, end)):
        return False
    return told_on or any(reader.quote_over.get(k) is not None for k in range(max(0, start - 3), start))
