"""Which words may open the name of whoever tells: no object, adverb, pronoun or place."""

from __future__ import annotations

import re

from riwaya.lang.numerals import read_number
from riwaya.model.mention import Mention
from riwaya.stages.attribute.reader import COMING, RELATIVES, Reader

_TANWIN = "\u064b"
NO_SOURCE = frozenset(
    "كل جميع كافه اي كلا كلتا سوي هذا هذه ذلك تلك هولاء اجراء فيما ويدعي يدعي معظم غالبيه اغلب اكثر او بل ثم فقد لقد وقد "
    "سموه جلالته فخامته معاليه سيادته دولته سعادته فضيلته نيافته قداسته غبطته "
    "وهو وهي وهم وهما عدم بدء صحه خبر نبا لوقت لفتره لمده لسنوات اذ اذا بكل".split()
)
"""Words that name nobody, wherever they stand."""
NO_SUBJECT = frozenset("انه هو هي ما لا لم لن ليس قد كما هل مدينه قريه بلده حي".split())
"""Words that are no subject alone, but may stand inside a name."""
_LED_NOUN = re.compile("[بل](?:ان..ا.|است..ا.|ا.ت.ا.|ت..ي.|ت.ا[عدزفصلنه].)")
"""A verbal noun behind «ب» or «ل»: «باستمرار», «بتوفير», «لانتهاج»."""
_CAUSED = re.compile("ا..ا.ه?")
"""A verbal noun of the fourth stem, where its hamza is written («إلغاء», «إقامة»)."""
_ONLY_THAT = frozenset({"an", "quote", "more"})
_CHIEFS = frozenset({"كبير", "كبار", "كبيره"})
_HURT = frozenset("جريح جريحه مصاب مصابه جرحي مصابون".split())
_OWNED = ("ها", "هم", "هما")
_LONG_ENOUGH = 5
"""Letters from which on a word that ends like a pronoun has one («نشاطها»), and is no name («مها»)."""
_OBLIQUE_LETTERS = 7
"""Letters from which on «ال…ين» is a plural («المحلفين»), and no name («الأمين»)."""
_ENDS_ALIKE = ("ايا", "ءا")
"""Plurals whose own ending looks like an accusative («رعايا»)."""


def opens_source(reader: Reader, at: int, verb: int) -> bool:
    """Say whether the phrase at ``at`` can be the subject of the word of telling at ``verb`` before it.

    Source: cases and agreement of the subject (Ryding 2005, ch. 7); closed words of the language.
    """
    form = reader.forms[at]
    if form in '«"(':
        return _opens_in_marks(reader, at, verb)
    if not reader.tokens[at].is_word or reader.is_led(at) or form in RELATIVES or reader.is_that(at):
        return False
    if form in NO_SOURCE or form in COMING or len(form) == 1:
        return False
    if names_office(reader, at) or _is_hurt(reader, at, verb) or _is_first_name(reader, at, verb):
        return True
    mention = reader.mention_from.get(at)
    if mention is not None:
        return mention.preposition == "" and not _is_oblique(reader, mention, verb) and not is_object(reader, mention)
    if (
        _counts_hurt(reader, at, verb)
        or reader.participle(at) is not None
        or _is_accusative(reader, at)
        or reader.grammar["nobody"].has(form)
    ):
        return False
    if reader.is_finite(at) or reader.is_event_noun(at) or form in NO_SUBJECT:
        return False
    led = reader.readings[at].under_preposition and not _is_people(reader, at)
    if form[:3] in ("بال", "كال") or form[:2] == "لل" or led:
        return False
    return not (form[0] == "و" and len(form) > 3) and not _is_no_name(reader, at, verb)


def names_office(reader: Reader, at: int) -> bool:
    """«كبير المفاوضين», «آمر اللواء»: no «كبئر», and with its hamza no «أمر»."""
    form = reader.forms[at]
    if form in _CHIEFS:
        return at + 1 < len(reader.forms) and reader.forms[at + 1].startswith("ال")
    return form == "امر" and "آ" in reader.tokens[at].span.of(reader.annotation.document.text)


def _is_people(reader: Reader, at: int) -> bool:
    """«لجان المقاومة»: people, also where the first letter could be a preposition."""
    return any(r.lexeme.table == "people" and not r.preposition for r in reader.readings[at])


def _is_first_name(reader: Reader, at: int, verb: int) -> bool:
    """«وقال صادق خطير إن»: behind a verb that takes only «أن» a word like a verb, with a word nobody knows, is a name."""
    follow, reading = at + 1, reader.speech(verb)
    if reading is None or not reading.lexeme.tags <= _ONLY_THAT or follow >= len(reader.forms) or verb + 1 != at:
        return False
    if not (reader.is_finite(at) or reader.is_event_noun(at)) or at in reader.mention_from:
        return False
    unknown = not reader.readings[follow] and follow not in reader.mention_over and follow not in reader.time_over
    return unknown and reader.tokens[follow].is_word and not reader.is_led(follow) and not reader.is_that(follow)


def _is_hurt(reader: Reader, at: int, verb: int) -> bool:
    """«وقال جريح إن»: behind a verb that tells no noun whoever was hurt speaks."""
    if reader.forms[at] not in _HURT or at in reader.mention_from:
        return False
    reading = reader.speech(verb)
    return reading is not None and "object" not in reading.lexeme.tags


def _counts_hurt(reader: Reader, at: int, verb: int) -> bool:
    """«نقل سبعة جرحى إلى المشفى», «أحصى عشرين قتيلا»: those who are counted are no tellers, but where the verb tells no noun («قال ثلاثة جرحى إن»)."""
    reading = reader.speech(verb)
    if reading is not None and reading.lexeme.tags <= _ONLY_THAT:
        return False
    number = read_number(reader.tokens, at)
    behind = number.end if number is not None else len(reader.forms)
    return behind < len(reader.forms) and any("harm" in r.lexeme.tags for r in reader.readings[behind][:1])


def _opens_in_marks(reader: Reader, at: int, verb: int) -> bool:
    if at + 1 in reader.quote_from or at + 1 >= len(reader.forms) or not reader.tokens[at + 1].is_word:
        return False
    inside = reader.mention_from.get(at + 1)
    return inside is None or not _ends_oblique(reader, inside) or reader.speech(verb) is None


def _is_no_name(reader: Reader, at: int, verb: int) -> bool:
    """«أشاد باستمرار», «يؤكد نشاطها», «ناشدت المحلفين»: an unknown word whose letters say that it is an object."""
    form = reader.forms[at]
    written = reader.tokens[at].span.of(reader.annotation.document.text)
    caused = written[0] == "إ" and _CAUSED.fullmatch(form) and read_number(reader.tokens, at) is None
    if caused and not reader.grammar["given_names"].has(form):
        return True  # «أعلن فيه إلغاء الزيارة»
    if _praises(reader, at, verb) or _LED_NOUN.fullmatch(form) or (len(form) >= _LONG_ENOUGH and form.endswith(_OWNED)):
        return True
    if len(form) < _OBLIQUE_LETTERS or not (form.startswith("ال") and form.endswith("ين")):
        return False
    reading = reader.speech(verb)
    return reading is not None and "act" in reading.lexeme.tags


def _praises(reader: Reader, at: int, verb: int) -> bool:
    """«وأشاد بدور الحرس», «ورحب بخطوة العمدة»: behind a verb that takes its object with «ب» only, it is that object."""
    reading = reader.speech(verb)
    if (
        reading is None
        or verb + 1 != at
        or reader.forms[at][0] != "ب"
        or reader.grammar["given_names"].has(reader.forms[at])
    ):
        return False
    return {"act", "bi"} <= reading.lexeme.tags and "object" not in reading.lexeme.tags


def _is_accusative(reader: Reader, at: int) -> bool:
    """«قدمت احتجاجاً»: an indefinite accusative is an object or an adverb; «بنسبة» hangs on the verb."""
    written = reader.tokens[at].span.of(reader.annotation.document.text)
    return _TANWIN in written[-2:] or (written[0] == "ب" and written[-1] == "ة")


def is_object(reader: Reader, mention: Mention) -> bool:
    """Say whether a noun of people is in the accusative, also where its marks are not written («أظهرت جنودا»)."""
    form, follow = reader.forms[mention.head], mention.head + 1
    if not form.endswith("ا") or form.endswith(_ENDS_ALIKE) or mention.definite or "name" in mention.tags:
        return False
    if not mention.why.startswith("ar.people.") or mention.why.endswith(("ا", "ى")):
        return False
    return follow >= len(reader.forms) or not reader.forms[follow].startswith("ال")  # «مسؤولا الأمن»: a dual


def _is_oblique(reader: Reader, mention: Mention, verb: int) -> bool:
    """«ودعا الطرفين», «ودعا من جهته الطرفين»: a sound plural or dual in «ين» is no subject of its verb."""
    return _ends_oblique(reader, mention) and reader.speech(verb) is not None


def _ends_oblique(reader: Reader, mention: Mention) -> bool:
    return mention.number in ("pl", "du") and reader.forms[mention.head].endswith("ين") and "name" not in mention.tags
