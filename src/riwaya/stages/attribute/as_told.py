"""Tellings in an aside: «كما أعلنت», «وفق ما ذكر», «حسبما نشر» with the verb that belongs to them."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import find_source_after

_TELLER_REACH = 18
_BEFORE_REACH = 14
"""Words from a verb of telling to an aside in its own clause («قال العمدة، بحسب ما ذكرت الوكالة، إن»)."""


def as_told_at(reader: Reader, at: int, end: int) -> int:
    """Give the tokens of «كما أعلنت», «وفق ما ذكر» at ``at``, the verb included; 0 for none."""
    size = reader.phrase("as_told", at)
    if size:
        verb = at + size
        if verb < end and reader.forms[verb] == "قد":
            verb += 1
        told = reader.speech(verb) if verb < end else None
        if told is not None and not _goes_on(reader, at, told) and not _continues(reader, verb, at, end):
            return verb - at + 1
    return 0


def _goes_on(reader: Reader, at: int, told: Reading) -> bool:
    """«كما دعا إلى الهدوء»: whoever calls, refuses or blames does so besides; nobody tells by it what stood before."""
    return reader.forms[at].endswith("كما") and "act" in told.lexeme.tags


def _continues(reader: Reader, verb: int, at: int, end: int) -> bool:
    """«كما قال إن …» goes on telling; «كما قال فلان» tells what stood before."""
    source = find_source_after(reader, verb, min(verb + _TELLER_REACH, end))
    after = source.last + 1 if source else verb + 1
    if _stands_aside(reader, at, after, end):
        return False
    for k in range(after, min(after + 4, end)):
        if reader.is_that(k) or reader.forms[k] == ":":
            return True
        if reader.is_event_noun(k) and reader.forms[at].endswith("كما"):
            return True
    return False


def _stands_aside(reader: Reader, at: int, after: int, end: int) -> bool:
    """Say whether commas close the phrase off from a telling around it, whose «أن» follows."""
    if not at or after >= end or reader.forms[at - 1] not in "،,-" or reader.forms[after] not in "،,-":
        return False
    for k in range(at - 1, max(at - _BEFORE_REACH, 0) - 1, -1):
        if reader.is_that(k) or reader.forms[k] in ".؛:":
            return False
        if reader.speech(k) is not None:
            return True
    return False
