"""Words written like a verb of telling that tell nothing: counts, marked passives, nouns of action."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.attribute.counting import ESTIMATES
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader

_COUNTED = ("عدد", "اعداد", "حصيل", "خساير")
_ANNOUNCES = "ar.speech.أعلن"
_SUSPECTS = "ar.speech.اشتبه"
_DAMMA = "\u064f"
_NOUN_FOLLOWS = frozenset({"فان", "بان"})
_PLAIN = frozenset(f"ar.speech.{verb}" for verb in "قال ذكر زعم ظن توقع اعتقد اعتبر اتهم تداول نشر طلب".split())
"""Verbs whose present begins with another vowel in the active voice."""
_BEFORE_NOUN = frozenset("له لها لهم لديه لديها لديهم هناك اي كل هذا ذلك عن علي دون غير مجرد اول".split())


def is_announced(reader: Reader, at: int, start: int, reading: Reading) -> bool:
    """«وفي الفترة نفسها، أعلن عن مقتل …»: a bare «أعلن عن» that opens a clause is a passive, and nobody is named."""
    bare = reading.sense.shape == "past" and (reading.sense.number, reading.sense.gender) == ("sg", "m")
    if reading.lexeme.id != _ANNOUNCES or not bare or reading.conjunction or reader.forms[at + 1 : at + 2] != ("عن",):
        return False
    return at == start or reader.forms[at - 1] in "،," or at - 1 in reader.time_over


def is_suspected(reader: Reader, at: int, reading: Reading) -> bool:
    """«من يشتبه في أنهم منها»: a masculine verb right before its preposition is a passive, and nobody is said to suspect."""
    if reading.lexeme.id != _SUSPECTS or reading.sense.gender != "m" or at + 1 >= len(reader.forms):
        return False
    return reader.is_led(at + 1)


def is_count(reader: Reader, at: int) -> bool:
    """«يبلغ عدد الجرحى عشرة», «يبلغ 20 مترا»: so many there are, and nobody informs."""
    return reader.tokens[at].is_number or reader.forms[at].removeprefix("ال").startswith(_COUNTED)


def is_marked_passive(reader: Reader, at: int, reading: Reading) -> bool:
    """«يُتوقع», «ذُكر»: the vowel sign says that nobody is named; «يُعلن» has it in the active too."""
    written = reader.tokens[at].span.of(reader.annotation.document.text).lstrip("وف")
    if written[1:2] != _DAMMA or reading.lexeme.id == ESTIMATES:
        return False
    return reading.sense.shape == "past" or reading.lexeme.id in _PLAIN


def is_masdar(reader: Reader, at: int, reading: Reading) -> bool:
    """«أن رفض …», «قبل طلب الدعم», «ليس له طلب»: where only a noun can stand, a past form is the noun written alike."""
    sense = reading.sense
    if at and sense.shape == "present" and not reading.conjunction and reader.forms[at - 1] in ("الي", "علي", "عن"):
        return True  # «إلى تحمل مسؤولياته»
    if at and reader.forms[at - 1] in _NOUN_FOLLOWS and sense.shape == "past":
        return True  # «فإن رد الجيش أتاح»
    if "act" not in reading.lexeme.tags or sense.shape != "past" or (sense.number, sense.gender) != ("sg", "m"):
        return False
    if not at or reading.conjunction:
        return False
    before = reader.forms[at - 1]
    alike = any(r.sense.shape == "masdar" for r in reader.readings[at])
    return reader.is_that(at - 1) or (alike and (before in PREPOSITIONS or before in _BEFORE_NOUN))
