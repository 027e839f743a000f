"""Tellings in an aside: «كما أعلنت», «وفق ما ذكر», «حسبما نشر» with the verb that belongs to them."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import COMING, RELATIVES, Reader
from riwaya.stages.attribute.sources import find_source_after

_TELLER_REACH = 18
_CONTENT_REACH = 4
_DESCRIBED_REACH = 6
_NAME_REACH = 7
_FROM_WHOM = (("،", "عن"), (",", "عن"))
_BESIDES_REACH = 16
_WERE = frozenset("قد فقد كان كانت".split())
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
    """«كما دعا إلى الهدوء», «كما حذر السلطات من …»: whoever calls, refuses or blames does so besides; nobody tells by it what stood before."""
    return reader.forms[at].endswith("كما") and "act" in told.lexeme.tags


def _continues(reader: Reader, verb: int, at: int, end: int) -> bool:
    """«كما قال إن …» goes on telling; «كما قال فلان» tells what stood before."""
    source = find_source_after(reader, verb, min(verb + _TELLER_REACH, end))
    after = source.last + 1 if source else verb + 1
    if _stands_aside(reader, at, after, end):
        return False
    if reader.forms[after : after + 2] in _FROM_WHOM and any(start == at for start, _ in reader.annotation.sentences):
        return True  # «كما نقلت الوكالة، عن شاهدين قولهما»
    named = _behind_name(reader, after, end)
    for k in range(named, min(named + _CONTENT_REACH, end)):
        if reader.is_that(k) or reader.forms[k] == ":":
            return True
        if reader.forms[k] in RELATIVES or reader.participle(k) is not None:
            return False  # «حسبما ذكر العمدة، الذي أضاف أن», «كما أفادت الوزارة، مشيرة إلى أن»
        if reader.is_event_noun(k) and reader.forms[at].endswith("كما") and named == after:
            return True
    if named == after and reader.forms[at].endswith("كما") and _tells_noun(reader, after, end):
        return True
    return _tells_besides(reader, at, after, end)


def _tells_besides(reader: Reader, at: int, after: int, end: int) -> bool:
    """«كما أكدت الجبهة، على لسان فلان، نبأ مقتله»: «كما» at the head of a sentence goes on, where a noun and no verb follows."""
    if reader.forms[at] != "كما" or not any(start == at for start, _ in reader.annotation.sentences):
        return False
    for k in range(after, min(after + _BESIDES_REACH, end)):
        if reader.is_finite(k) or reader.forms[k] in _WERE or reader.phrase("according", k):
            return False
        if reader.is_that(k) or reader.is_event_noun(k) or reader.forms[k] in COMING:
            return True
    return False


def _tells_noun(reader: Reader, at: int, end: int) -> bool:
    """«كما أكد تلفزيون تابع للحركة أيضا حصول الغارتين»: a noun of coming about, over how the teller is described."""
    for k in range(at, min(at + _DESCRIBED_REACH, end)):
        if not reader.tokens[k].is_word:
            return False
        if reader.forms[k] in COMING:
            return True
    return False


def _behind_name(reader: Reader, at: int, end: int) -> int:
    """«كما ذكر مدير الإذاعة، فلان الفلاني، أن»: the token behind a name between commas; ``at`` where none stands there."""
    if at >= end or reader.forms[at] not in "،,":
        return at
    for k in range(at + 1, min(at + _NAME_REACH, end)):
        if reader.forms[k] in "،,":
            return k
        if not reader.tokens[k].is_word or reader.is_finite(k) or reader.speech(k) is not None:
            return at
    return at


def _stands_aside(reader: Reader, at: int, after: int, end: int) -> bool:
    """Say whether commas close the phrase off from a telling around it, whose «أن» follows."""
    while after < end and reader.forms[after].startswith("ال") and after not in reader.mention_from:
        after += 1  # «وكالة أنباء (كذا) المحلية»
    if not at or after >= end or reader.forms[at - 1] not in "،,-" or reader.forms[after] not in "،,-":
        return False
    if _behind_name(reader, after, end) > after:
        return False
    for k in range(at - 1, max(at - _BEFORE_REACH, 0) - 1, -1):
        if reader.is_that(k) or reader.forms[k] in ".؛:":
            return False
        told = reader.speech(k)
        if told is not None:
            return "act" not in told.lexeme.tags  # «أدان … الهجوم، كما ذكر فلان، أن»: nothing else is told there
    return False
