"""Beliefs, doubts and fears that a noun names: «أعرب … عن اعتقاده بأن …», «أبدت … شكوكا في …», «عبر … عن أسفه لمقتل …»."""

from __future__ import annotations

from riwaya.stages.attribute.contents import Content, counted_from
from riwaya.stages.attribute.nominal_ends import nominal_end
from riwaya.stages.attribute.reader import COMING, Reader

EXPRESSES = "expresses"
"""Tag of the verbs by which somebody shows what they think or feel."""
_DOUBTS = ("اعتقاد", "ظن", "شك", "شكوك", "تشكك", "خشي", "مخاوف", "تخوف", "خوف", "شبه", "ارتياب", "ترجيح", "توقع")
_FEELINGS = (
    "امل", "قلق", "اسف", "صدم", "حزن", "غضب", "استياء", "اسي", "فزع", "ذهول", "سخط", "قناع", "ثق", "يقين", "ارتياح", "ترحيب",
    "سرور", "شكر", "امتنان", "تقدير", "انزعاج", "امتعاض", "جزع", "هلع",
)  # fmt: skip
_ENDINGS = ("ه", "ها", "هم", "هما", "ته", "تها", "تهم", "تهما", "ا", "اته", "اتها", "اتهم", "")
_DOUBTFUL = frozenset(noun + end for noun in _DOUBTS for end in _ENDINGS)
_NAMED = _DOUBTFUL | frozenset(noun + end for noun in _FEELINGS for end in _ENDINGS)
_OVER = frozenset("من في عن علي ب ل ازاء حيال تجاه بشان حول بسبب جراء".split())
_UNSURE = ("امل", "قلق")
"""Feelings about what may be or come («عن قلقه من أن …»)."""
_OF_REPORTS = frozenset("صحه حقيقه صدق روايه اعلان انباء تقارير ان مدي".split())
"""Between «في» and what is doubted («في صحة مقتل …»)."""
_NAMED_REACH, _OBJECT_REACH = 12, 6
_DASHES = frozenset("،,.؛:")
_NO_TAGS: frozenset[str] = frozenset()


def find_expressed(reader: Reader, at: int, end: int) -> tuple[Content, str] | None:
    """Give what somebody thinks, doubts or feels about, looking from token ``at`` behind who does, with the stance; None for nothing.

    Source: stance nouns with a complement clause or a genitive (Ryding 2005, ch. 5); annotation guideline, ``certainty``.
    """
    for k in range(at, min(end, at + _NAMED_REACH)):
        if reader.forms[k] in _NAMED:
            return _behind_noun(reader, k, end)
        if reader.is_that(k) or reader.is_event_noun(k) or (k > at and reader.is_finite(k)):
            return None
    return None


def find_doubted(reader: Reader, at: int, end: int) -> Content | None:
    """Give what is doubted behind «في», looking from token ``at`` («شكك خبراء في صحة مقتل …»); None for nothing."""
    for k in range(at, min(end, at + _OBJECT_REACH)):
        if reader.forms[k] in _OVER or reader.forms[k][0] == "ب":
            return _object(reader, k if reader.forms[k][0] == "ب" and len(reader.forms[k]) > 1 else k + 1, end)
        if reader.forms[k] in _DASHES or reader.is_that(k):
            return None
    return None


def _behind_noun(reader: Reader, noun: int, end: int) -> tuple[Content, str] | None:
    found = _object(reader, noun + 1, end)
    if found is None:
        return None
    form = reader.forms[noun]
    doubts = form in _DOUBTFUL or (found.rule == "that" and form.startswith(_UNSURE))
    return found, "doubt" if doubts else "neutral"


def _object(reader: Reader, start: int, end: int) -> Content | None:
    """The clause behind «أن», or the noun of happening behind prepositions, adjectives and nouns of reports."""
    for k in range(start, min(end, start + _OBJECT_REACH)):
        form = reader.forms[k]
        if reader.is_that(k):
            return Content(start=k + 1, end=end, rule="that")
        if reader.is_event_noun(k) or form in COMING:
            opens = next(j for j in range(counted_from(reader, k), k + 1) if reader.forms[j] not in _OVER)
            return Content(start=opens, end=nominal_end(reader, k, end, _NO_TAGS), rule="about")
        stands_by = form in _OVER or form in _OF_REPORTS or form.startswith("ال") or form.removeprefix("و") in _NAMED
        if not (stands_by or reader.tokens[k].is_number or k in reader.mention_from):
            return None
    return None
