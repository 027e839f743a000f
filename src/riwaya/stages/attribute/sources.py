"""Who tells: the noun phrase beside a word of telling."""

from __future__ import annotations

from riwaya.lang.describe import CONTINENTS, is_definite_verbal_noun, is_verbal_noun
from riwaya.lang.numerals import read_number
from riwaya.model.actor import Actor
from riwaya.model.mention import Mention
from riwaya.model.record import record, replace
from riwaya.model.span import Span
from riwaya.model.timex import Timex
from riwaya.stages.attribute.reader import (
    BY_COMING,
    COMING,
    NEEDS,
    PREPOSITIONS,
    RELATIVES,
    SITE,
    Reader,
    may_carry,
)
from riwaya.stages.attribute.subjects import NO_SOURCE, opens_source

_LONGEST_SOURCE = 16
_LONGEST_NAME = 5
_SPEAKING = frozenset({"person", "official", "leader", "spokesman", "title"})
_SPOKEN = 3
"""Words between marks from which on they are no name."""
_FULL_NAME = 2
"""Words of a name that nothing is known of, before the office of who bears it."""
_BORNE = frozenset({"official", "spokesman", "leader", "title", "member"})
_NAMED_AFTER = frozenset({"official", "spokesman", "leader", "title", "source", "civilian", "relative"})
ADVERBS = frozenset(
    "صباحا مساء ليلا فجرا ظهرا نهارا ايضا كذلك لاحقا سابقا مجددا اخيرا بدوره بدورها قد بدورهم بوضوح بشده رسميا اليوم امس مسبقا حاليا علنا صراحه جميعا".split()
)
"""Words between a verb of telling and who tells."""
_ASIDE = frozenset(
    "فيه فيها عنه عنها عنهم به بها بهم لها له لهم اليه اليها عليه عليها منه منها معه خلاله خلالها بعده بعدها اثره اثرها بموجبه بموجبها".split()
)
_OWN_SIDE = frozenset("جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها".split())
"""Behind «من»: «طالب من جهته الوزير»."""


_WHERE, _PLACE_REACH = frozenset({"في", "عن"}), 8
"""Before where somebody holds an office, and words from there to their name («النائب عن الولاية سامر …»)."""
_BEARS_NAME = frozenset({"official", "title", "leader", "spokesman", "member", "civilian", "source"})
_STRONGLY = frozenset("باشد باقوي باقسي باوضح".split())
"""«أدانت بأشد العبارات»: with the noun behind it, how something is said."""
_CONDITIONS = frozenset(
    "فضل فضلت فضلوا اثر اثرت اثروا رافضا رافضه رافضين طالبا طالبه طالبين مفضلا مفضله مفضلين مشترطا مشترطه مشترطين شريطه بشرط من".split()
)
"""Words that open how somebody speaks without a name."""
_DASHES = frozenset("-–—()")
_THESE = frozenset("هذا هذه هولاء تلك".split())
_THE_VERY = frozenset({"ذات", "نفس"})


@record
class Source:
    """A source as found: its words, who it is, and what else stood beside the verb."""

    actor: Actor
    span: Span
    first: int
    last: int
    mention: Mention | None
    recipient: Mention | None = None
    told: Timex | None = None
    channel: str | None = None


def source_of(mention: Mention) -> Source:
    """Give a mention as the source that it names."""
    return Source(actor=mention.actor, span=mention.span, first=mention.first, last=mention.last, mention=mention)


REACHED = frozenset("اتصلت اتصل تحدثت تحدث تواصلت تواصل التقت التقي".split())
"""Verbs by which a paper says that it spoke to its sources («سكان اتصلت بهم الوكالة»)."""
_MARKS = frozenset({("«", "»"), ('"', '"')})
_KIN = frozenset({"عائلة", "أسرة", "أهل", "قريب", "جار", "محام", "صديق"})
_TOLLS = frozenset("عدد حصيله اجمالي مجموع اعداد".split())
_PARTS = frozenset("احد احدي عدد بعض العديد واحد عديد مجموعه".split())
_ADDRESSED = frozenset({"country", "capital", "group", "force", "body", "name"})
_BODIES = frozenset({"force", "group", "body", "army", "police"})
_PEOPLE = frozenset({"civilian", "relative", "fighter"})
_SOMEONE = frozenset({"civilian", "fighter", "relative"})
_OFFICES, _NAMED = frozenset({"official", "leader", "spokesman"}), frozenset({"named", "name"})
_TAKES_OBJECT = frozenset({"act", "object"})


def find_source_after(reader: Reader, at: int, limit: int) -> Source | None:
    """Give the noun phrase that follows ``at`` as subject; None where something else follows.

    Adverbs and times between are stepped over. Source: verb-subject-object order of written Arabic.
    """
    step, recipient, told = at + 1, None, None
    while step < limit:
        form = reader.forms[step]
        if step in reader.time_over:
            told = told or reader.time_over[step]
            step += 1
        elif form in "،," or form in ADVERBS or form in _ASIDE:
            step += 1
        elif form in _DASHES and (step + 1 in reader.time_over or step - 1 in reader.time_over):
            step += 1  # «ذكرت -اليوم السبت- مجموعتان»
        elif form in _THESE and step + 1 < limit and reader.grammar["back_source"].has(reader.forms[step + 1]):
            step += 1  # «قالت هذه المصادر»
        elif form == "كل" and reader.forms[step + 1 : step + 2] == ("من",):
            step += 2  # «قال كل من الوزير والمحافظ»
        elif (form == "من" and step + 1 < limit and reader.forms[step + 1] in _OWN_SIDE) or form in _STRONGLY:
            step += 2
        elif form == "ل" and (closed := _closed_at(reader, step + 1, limit)):  # «أكد لـ(الصحيفة) الشيخ فلان»
            step = closed + 1
        elif (mention := reader.mention_from.get(step)) and mention.preposition == "ل" and may_carry(mention):
            recipient, step = mention, mention.last + 1
        else:
            break
    if step >= limit or not opens_source(reader, step, at):
        return None
    last = _source_end(reader, step, limit)
    if not any(reader.tokens[k].is_word for k in range(step, last + 1)):
        return None
    return replace(_source(reader, step, last), recipient=recipient, told=told)


def _closed_at(reader: Reader, at: int, limit: int) -> int:
    """Give where marks that open at ``at`` close again, a few words on; 0 where none open."""
    if at >= limit or reader.forms[at] not in '(«"':
        return 0
    return next((k for k in range(at + 2, min(limit, at + _LONGEST_NAME)) if reader.forms[k] in ')»"'), 0)


def _source_end(reader: Reader, first: int, limit: int) -> int:
    mention = reader.mention_from.get(first)
    last, at, partitive = _open_end(reader, first, mention)
    while at < min(limit, first + _LONGEST_SOURCE):
        form = reader.forms[at]
        if at > first and (mention is None or mention.tags & _SPEAKING) and _is_spoken(reader, at + 1):
            break
        if form in '«»"()-' and at not in reader.quote_from and at + 1 not in reader.quote_from:
            last, at = (at if form in '»")' else last), at + 1
            continue
        if form == "من" and (partitive or (mention and mention.tags & {"member", "source"})):
            at += 1
            continue
        if form in _WHERE and mention and at == mention.last + 1:
            if named := _named_beyond(reader, mention, at, limit):
                last, at = named, named + 1
                continue
            inner = reader.mention_from.get(at + 1)
            if form != "في" or inner is None or not _works_in(mention, inner):
                break
            last, at = inner.last, inner.last + 1
            continue
        if not reader.tokens[at].is_word or form == "ل" or reader.is_led(at) or form in RELATIVES or reader.is_that(at):
            break  # «مصدر مطلع لـ RT»: to whom it was said
        behind = at > first and _follows_source(reader, mention, at)
        if behind or reader.phrase("according", at) or reader.phrase("as_told", at):
            break
        inner = reader.mention_from.get(at)
        if inner is not None and _is_outside(reader, first, last, inner):
            break
        if inner is None and at > first and (_ends_name(reader, at, mention) or _names_nobody(reader, form)):
            break
        last = inner.last if inner is not None else at
        at = last + 1
    return last


def _named_beyond(reader: Reader, lead: Mention, at: int, limit: int) -> int:
    """Give the last token of the name behind where a definite office works («المسؤول المحلي في الولاية سامر الحلو إن»); 0 for none."""
    if not lead.definite or lead.number != "sg" or lead.tags.isdisjoint(_BEARS_NAME):
        return 0
    for k in range(at + 2, min(limit, at + _PLACE_REACH)):
        if not reader.tokens[k].is_word or reader.is_that(k) or reader.speech(k) is not None or k in reader.time_over:
            return 0
        name = reader.mention_from.get(k)
        titled = name is not None and "title" in name.tags and name.last > name.head and name.number == "sg"
        named = name is not None and bool(name.tags & {"named", "name"}) and _is_person(name)
        if name is not None and (named or titled):
            return 0 if name.preposition or name.conjunction else name.last
    return 0


def _is_person(name: Mention) -> bool:
    return "person" in name.tags or name.actor.kind == "person"


def _is_outside(reader: Reader, first: int, last: int, inner: Mention) -> bool:
    """Say whether who is mentioned is no part of the source that opens at ``first``; behind «المتحدث باسم» it always is one."""
    if reader.forms[inner.first - 1] == "باسم":
        return False
    if _is_another(reader.mention_from.get(first), inner):
        return True
    return inner.first > first and (_is_addressed(reader, first, inner) or _is_somebody_else(reader, last, inner))


def _follows_source(reader: Reader, lead: Mention | None, at: int) -> bool:
    """Say whether a time, a verb, an adverb or a happening stands at ``at``: no part of a name."""
    if at in reader.time_over or reader.is_finite(at) or reader.forms[at] in NO_SOURCE | ADVERBS:
        return True
    if reader.forms[at] in _CONDITIONS and reader.is_unnamed(at):
        return True
    if not reader.is_event_noun(at) or _is_kin(reader, lead, at):
        return False
    return lead is not None or not reader.forms[at].startswith("ال")  # «خدمة الإسعاف»: what kind of body it is


def _names_nobody(reader: Reader, form: str) -> bool:
    """«نفى المتحدث صحة الأنباء», «سكان اتصلت بهم الوكالة»."""
    return form in _TOLLS or form in REACHED or reader.grammar["nobody"].has(form)


def _is_kin(reader: Reader, lead: Mention | None, at: int) -> bool:
    """«أقارب القتيل», «والد الضحية»: whose kin it is that speaks."""
    if lead is None or lead.definite or at != lead.last + 1 or not reader.forms[at].startswith("ال"):
        return False
    return "relative" in lead.tags or lead.why.rpartition(".")[2] in _KIN


def _is_spoken(reader: Reader, at: int) -> bool:
    """«انتقد العمدة "التلكؤ في الدفع"»: several words between marks are said, and no name."""
    return any(start == at and end - start >= _SPOKEN for start, end in reader.annotation.quotes)


def _is_somebody_else(reader: Reader, last: int, inner: Mention) -> bool:
    """«صححت الوكالة حصيلة سابقة», «اتهم معارضون الرئيس»: a paper tells nothing here, and a plural that keeps its nun is of nobody."""
    named = reader.mention_over.get(last)
    several = named is None or (named.number == "pl" and "name" not in named.tags)  # no «المتحدث باسم البنتاغون سامر …»
    kept = several and reader.forms[last].endswith("ون") and inner.definite and not inner.preposition
    return kept or ("document" in inner.tags and reader.forms[last] not in _THE_VERY)  # «أوضح ذات البيان»


def marked_span(reader: Reader, mention: Mention) -> Span:
    """Give the words of a mention, with the marks around them where both stand («في مقابلة مع «القناة»»)."""
    before, after = mention.first - 1, mention.last + 1
    if before < 0 or after >= len(reader.forms) or (reader.forms[before], reader.forms[after]) not in _MARKS:
        return mention.span
    return Span(reader.tokens[before].start, reader.tokens[after].end)


def _works_in(person: Mention, place: Mention) -> bool:
    """«مصدر في الوزارة», «ممرض في مستوصف …», «جنرال في القوات الجوية»: whom somebody without a name belongs to."""
    if "document" in place.tags:
        return False  # «قال الزعيم في شريط مصور»
    if person.tags & {"source", "official"}:
        return True
    someone = bool(person.tags & {"civilian", "fighter", "title", "member"}) and person.number == "sg"
    return someone and not person.definite and bool(place.tags & {"thing", "body", "force", "group"})


def _open_end(reader: Reader, first: int, mention: Mention | None) -> tuple[int, int, bool]:
    """Give the last token of what opens a source, the one to go on at, and whether «من» names of whom («اثنان من السكان»)."""
    number = read_number(reader.tokens, first)
    partitive = number is not None or reader.forms[first] in _PARTS
    if mention is not None:
        return mention.last, mention.last + 1, partitive
    return (number.end - 1, number.end, True) if number is not None else (first, first, partitive)


def _is_another(lead: Mention | None, inner: Mention) -> bool:
    """Say whether the mention inside is whom it was told to, an outlet beside the source, or somebody else."""
    if inner.preposition == "ل" and (may_carry(inner) or "civilian" in inner.tags):
        return True
    if lead is None or inner.conjunction:
        return False
    return ("media" in inner.tags and "media" not in lead.tags) or (lead.definite and not _is_apposed(lead, inner))


def _is_addressed(reader: Reader, first: int, inner: Mention) -> bool:
    """«اتهمت مصادر المتمردين إيران»: a country or movement right behind the subject of a verb that takes an object."""
    several = inner.number == "pl" and bool(inner.tags & _PEOPLE)  # «دعا الزعيم أبناء المنطقة»
    named = "name" in inner.tags and bool(inner.tags & _ADDRESSED)
    lead = reader.mention_from.get(first)
    several = several or (  # «اتهمت نقابات محلية الجيش الفرنسي»
        lead is not None and inner.definite and bool(inner.tags & _BODIES)
    )
    office = _is_other_office(lead, inner)
    if inner.conjunction or inner.preposition or not (several or named or office):
        return False
    if reader.forms[inner.first - 1] in '«"(':
        return False
    reading = reader.speech(first - 1) if first else None
    if reading is None or reading.pronoun or not reading.lexeme.tags >= _TAKES_OBJECT:
        return False
    return office or (not inner.tags & {"person", "media"} and inner.actor.kind not in ("person", "head-of-state"))


def _is_other_office(lead: Mention | None, inner: Mention) -> bool:
    """«دعا الوزير مفوض المنظمة», «دعا الجبوري رؤساء الكتل»: behind a bare office, or one who speaks, somebody in another office is called."""
    if not inner.definite or inner.tags.isdisjoint(_OFFICES) or inner.tags & _NAMED:
        return False
    if lead is None:
        return inner.number == "pl"
    bare = lead.first == lead.last and lead.definite and not lead.tags & (_NAMED | {"title"})
    return (bare and bool(lead.tags & _OFFICES)) or (inner.number == "pl" and lead.number == "sg")


def _ends_name(reader: Reader, at: int, lead: Mention | None) -> bool:
    """Say whether an unknown word no longer belongs to the source's name."""
    form = reader.forms[at]
    if (
        form in NEEDS
        or form in CONTINENTS
        or form[:2] == "لل"
        or form[:3] in ("بال", "كال")
        or reader.readings[at].under_preposition
    ):
        return True
    if any(r.lexeme.table == "speech" and r.sense.shape == "masdar" for r in reader.readings[at][:1]):
        return True  # «رفض المتحدث تأكيد الخبر»
    if _starts_clause(reader, at) or (form.startswith("ال") and is_definite_verbal_noun(form)):
        return True
    return lead is not None and (at - lead.last > _LONGEST_NAME or not lead.tags & _NAMED_AFTER)


def _is_apposed(lead: Mention, inner: Mention) -> bool:
    """«الرئيس … بوتين», «ديفيس احد المتحدثين»: name and office stand for one another; two others side by side do not."""
    offices = {"official", "spokesman", "title", "leader"}
    if inner.actor.kind in ("person", "head-of-state"):
        someone = lead.number == "sg" and bool(lead.tags & _SOMEONE)  # «الشرطي سامر الحلو»
        return someone or bool(lead.tags & offices) or "person" in lead.tags
    return (bool(inner.tags & offices) and not inner.definite) or (
        inner.preposition == "" and bool(lead.tags & {"source"})
    )


def _starts_clause(reader: Reader, at: int) -> bool:
    form = reader.forms[at]
    if reader.participle(at) is not None or reader.is_saying(at) or form in BY_COMING or form in COMING:
        return True
    if form[0] == "ا" and not reader.readings[at] and at not in reader.mention_over and is_verbal_noun(form):
        return True
    return form in ("قوله", "قولها", "قولهم", "قد", "لم", "لا", "كان", "كانت", "انه") or reader.speech(at) is not None


def _source(reader: Reader, first: int, last: int) -> Source:
    text = reader.annotation.document.text
    inside = [
        m for k in range(first, last + 1)
        if (m := reader.mention_from.get(k)) and not (k > first and reader.grammar["opposed"].has(reader.forms[k - 1]))
    ]  # fmt: skip
    lead = inside[0] if inside else None
    start = lead.span.start if lead and lead.first == first else reader.tokens[first].start
    span = Span(start, reader.tokens[last].end)
    if lead is not None and _is_bearer(reader, first, lead):
        name = text[start : reader.tokens[lead.first - 1].end]  # «فالح الدوري عضو المجلس»
        return Source(actor=Actor(id=None, name=name, kind="person"), span=span, first=first, last=last, mention=lead)
    actor = _actor(inside, first, span.of(text))
    return Source(actor=actor, span=span, first=first, last=last, mention=lead)


def _is_bearer(reader: Reader, first: int, lead: Mention) -> bool:
    """Say whether words that nothing is known of stand before an office, and are so the name of who bears it."""
    if lead.first - first < _FULL_NAME or lead.preposition or not lead.tags & _BORNE:
        return False
    return all(
        reader.tokens[k].is_word and not reader.readings[k] and reader.forms[k] not in PREPOSITIONS | _PARTS | NO_SOURCE
        for k in range(first, lead.first)
    )


def _actor(inside: list[Mention], first: int, written: str) -> Actor:
    if not inside:
        return Actor(id=None, name=written, kind="person")
    lead = inside[0]
    if lead.why == SITE and lead.actor.id is None:
        return Actor(id=None, name=written, kind="news-site")  # who speaks is a site of the web, no position
    persons = [m.actor for m in inside if m.actor.kind in ("person", "head-of-state") and m.actor.id]
    if persons and lead.tags & {"official", "spokesman", "leader", "title"}:
        return persons[-1]
    if lead.first - first > 1 and "name" in lead.tags:
        return Actor(id=None, name=written, kind="person")
    named = [m.actor for m in inside[1:] if m.actor.id]
    if lead.actor.id is None and named and lead.tags & {"spokesman", "official"} and " of " not in lead.actor.name:
        return Actor(id=None, name=f"{lead.actor.name} of {named[0].name}", kind="person")
    return lead.actor
