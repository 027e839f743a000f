"""Verbs that look like telling and say what something counts as, what it shows, or what somebody owes or adopts."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.reader import RELATIVES, Reader
from riwaya.stages.attribute.sources import Source

ESTIMATES = "ar.speech.قدر"
_CALLED = frozenset({"ar.speech.اعتبر", ESTIMATES})
"""Verbs that, in the present and without «أن», say what somebody or something is called."""
_PROMISES = "ar.speech.وعد"
_CALLED_REACH = 12
_WHICH_IS = frozenset({"وهو", "هو", "وهذا", "هذا"})
_CONDEMNS = frozenset({"ar.speech.دان", "ar.speech.أدان"})
_ADOPTED = frozenset(
    "سياسه نهج نهجا قرار قرارا مشروع مشروعا قانون قانونا خطاب خطابا موقف موقفا استراتيجيه فكر افكار خطه اجراءات توصيات".split()
)
_ADOPTED_REACH = 4
_OWED = frozenset(
    "بالولاء بالفضل بالطاعه بالاسلام بالمسيحيه بولايها بولايه لها له لهم بحياته بحياتها بوجوده بوجودها".split()
)
"""Behind «يدين»: what somebody owes or believes, and nothing condemned."""


def tells_what_is(reader: Reader, at: int, end: int, reading: Reading) -> bool:
    """Say whether the verb at ``at`` tells what something counts as, what somebody owes or adopts, and passes on nobody's words."""
    return _counts_as(reader, at, end, reading) or _owes(reader, at, end, reading) or _adopts(reader, at, reading)


def _counts_as(reader: Reader, at: int, end: int, reading: Reading) -> bool:
    """The verb says what somebody or something counts as («الذي يعتبر أكبر الأحزاب», «التي تعد معقل …»).

    In a relative clause what stands behind a comma is told by somebody else («المدينة التي تعتبر معقل …، أن»).
    """
    relative = at > 0 and reader.forms[at - 1] in RELATIVES
    if reading.lexeme.id == _PROMISES:  # what is promised would follow with «ب»; «عدّ» is written alike
        if not relative or at + 1 >= end or reader.forms[at + 1].startswith("ب"):
            return False
    elif reading.lexeme.id not in _CALLED:
        return False
    stop = min(end, at + _CALLED_REACH)
    if relative:
        stop = next((k for k in range(at + 2, stop) if reader.forms[k] in "،,"), stop)
    return reader.readings[at][0].sense.shape == "present" and not any(
        reader.is_that(k) or k in reader.quote_from or reader.forms[k] == ":" for k in range(at + 1, stop)
    )


def only_shows(reader: Reader, at: int, reading: Reading, source: Source | None) -> bool:
    """Say whether «ما» and not ``source`` is the subject («وهو ما يرجح سبب …»): what was told before shows it, unless somebody known speaks."""
    if source is None or source.mention is not None or reading.pronoun:
        return False
    return at > 1 and reader.forms[at - 1] == "ما" and reader.forms[at - 2] in _WHICH_IS


def _owes(reader: Reader, at: int, end: int, reading: Reading) -> bool:
    """«جماعة تدين بالولاء لـ»: what somebody owes or believes."""
    return reading.lexeme.id in _CONDEMNS and at + 1 < end and reader.forms[at + 1] in _OWED


def _adopts(reader: Reader, at: int, reading: Reading) -> bool:
    """«تتبنى عادة سياسة …»: what somebody adopts, and no deed that they claim."""
    return "responsibility" in reading.lexeme.tags and not _ADOPTED.isdisjoint(
        reader.forms[at + 1 : at + _ADOPTED_REACH]
    )
