"""What came before a speech act is no part of what is called for («طلب ضربة، بعد يوم من هجوم»)."""

from __future__ import annotations

from riwaya.model.record import replace
from riwaya.stages.attribute.contents import Content
from riwaya.stages.attribute.reader import Reader

_AFTER = frozenset({"بعد", "عقب"})
_BACK = frozenset({"من", "علي"})
_BLOW_REACH = 4
_CLAUSES = frozenset({"that", "quote", "colon"})


def without_earlier(reader: Reader, content: Content | None) -> Content | None:
    """Give the content of a speech act up to a stretch of time that says what it came after; whole where none does.

    Source: annotation guideline: in a call or a threat the speaker is the originator; what happened before it is told by the outlet.
    """
    if content is None or content.rule in _CLAUSES:
        return content
    for at in reader.words_in(_AFTER, content.start + 1, content.end):
        timex = reader.time_over.get(at)
        if timex is None:
            continue
        if any(reader.is_finite(k) or reader.is_that(k) for k in range(content.start, at)):
            return content
        _, end = reader.annotation.placing.range_of(timex.span)
        blow = range(end + 1, min(end + _BLOW_REACH, content.end))
        if end < content.end and reader.forms[end] in _BACK and any(reader.is_event_noun(k) for k in blow):
            return replace(content, end=at)
    return content
