"""Through whom a telling reaches us: agencies told, publishers of statements, sources quoted inside it, day and channel."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.model.attribution import Attribution, Chain
from riwaya.model.mention import Mention
from riwaya.model.timex import Timex
from riwaya.stages.attribute.as_told import as_told_at
from riwaya.stages.attribute.documents import behind_document
from riwaya.stages.attribute.reader import TALK, Reader, may_carry
from riwaya.stages.attribute.recipients import find_recipient, link_of
from riwaya.stages.attribute.sources import REACHED, Source, find_source_after

_ON = frozenset({"علي"})
_RELAYING = {
    "نقلا": "عن",
    "ناقلا": "عن",
    "ناقله": "عن",
    "استنادا": "الي",
    "مستندا": "الي",
    "مستنده": "الي",
    "مستندين": "الي",
}
"""«نقلا عن», «استنادا إلى»: words by which a speaker names whom they have it from, each with its preposition."""
_RELAYERS = frozenset(_RELAYING)
_ANSWERING = frozenset({"ردا", "وردا"})
_QUESTIONS = frozenset("سوال اسيله الاسيله استفسار استفسارات استيضاح طلب".split())
_ANSWER_REACH = 14
_TO_THEM = frozenset("به بها بهم بهما اليه اليها اليهم اليهما معه معها معهم معهما".split())
_PUBLISHED_REACH = 5
_ON_WHICH = frozenset({"الذي", "التي"})
_RETURNING = frozenset({"فيه", "فيها"})
_STANDS_IN = frozenset("في وفي عبر من علي خلال ضمن بحسب حسب وفق".split())
"""Before a paper in which it was said; «بعد التقرير الذي نشرته …» tells when."""
_OWN = ("ته", "تها", "تهم")
"""«عبر قناته»: a page of the speaker's own."""
_RELATIVE_REACH = 2
"""From a verb over its «الذي» to the last word of the day."""
_BEFORE_VERB = frozenset({"قد", "فقد", "كان", "كانت"})
_OF_TIME = frozenset(
    "في وفي من ومن وقت بوقت وبوقت سابق لاحق مبكر متاخر ساعه ساعات متاخره مبكره يوم ويوم الاولي الساعات".split()
)
"""Words around a day that opens a sentence."""
_SHORTEST_PHRASE = 3
_TALK_REACH = 18
"""Words of a phrase of talk that opens a sentence, over to whom and on what day."""
_IN = frozenset("في وفي خلال وخلال".split())
_TALKS = TALK | frozenset("موتمر خطاب خطبه جلسه رساله تغريده تدوينه منشور بيانه موتمره ايجاز احاطه".split())
_CLOSES = frozenset(".،,؛؟!-–")
_AIR = frozenset("الاذاعه التلفزيون التلفاز الراديو".split())
_IN_ITS_NAME = frozenset({"باسمه", "باسمها", "باسمهم"})
_STATEMENTS = frozenset({"ar.people.بيان", "ar.people.تصريح"})
_TOO_LONG = frozenset({"year", "years", "decade", "month"})


def with_carriers(reader: Reader, links: Chain, at: int, last: int, end: int) -> Chain:
    """Give a chain with all that the telling clause ``[at, last]`` says of its way to us, outermost first.

    Source: annotation guideline, chain: the outermost relay first, the originator last.
    """
    links = _dress(reader, links, at, last)
    through = _according_inside(reader, at, last)
    if through is not None:
        links = (through, *links)
    quoted = _quoted_from(reader, at, last) or quoted_in_front(reader, at)
    if quoted is not None and all(link.span != quoted.span for link in links):
        links = (*links, quoted)
    spoken = _spoken_by(reader, at, last)
    if spoken is not None and links:
        links = (*links[:-1], Attribution(source=spoken.actor, span=spoken.span, verb=links[-1].verb))
    carrier = find_recipient(reader, at, last) or _publisher(reader, at, last, end) or _by_way_of(reader, at, last, end)
    carrier = carrier or _asked_by(reader, at) or _reached_by(reader, at, last)
    if carrier is not None and all(k.source != carrier.source for k in links):
        links = (carrier, *_told_now(reader, links, at))
    return links


def quoted_in_front(reader: Reader, at: int) -> Attribution | None:
    """Give whom a phrase that opens the sentence names, right before the verb at ``at`` («ونقلا عن شهود، ذكرت القناة أن»); None for none."""
    sentences = reader.annotation.sentences
    start = sentences[max(bisect_left(sentences, (at + 1, 0)) - 1, 0)][0]
    word = reader.forms[start].removeprefix("و")
    if at - start < _SHORTEST_PHRASE or word not in _RELAYERS or reader.forms[start + 1] != _RELAYING[word]:
        return None
    source = find_source_after(reader, start + 1, at)
    if source is None or any(reader.tokens[k].is_word for k in range(source.last + 1, at)):
        return None
    return Attribution(source=source.actor, span=source.span, verb=None)


def _told_now(reader: Reader, links: Chain, at: int) -> Chain:
    """«وأكد الحلو لقناة …» behind what he told an agency: the agency of the sentence before did not pass this on."""
    starts = reader.annotation.sentences
    now = bisect_left(starts, (at + 1, 0)) - 1
    since = reader.tokens[starts[now][0]].start if now >= 0 else 0
    first = links[0] if len(links) > 1 else None
    media = reader.mention_at.get(first.span.start) if first is not None and first.span.start < since else None
    return links[1:] if media is not None and "media" in media.tags else links


def _dress(reader: Reader, links: Chain, at: int, last: int) -> Chain:
    """Put the day of telling and the channel that stand beside the verb onto the innermost link."""
    if not links:
        return links
    inner = links[-1]
    told = inner.told or _told(reader, at, last)
    channel = inner.channel or _channel(reader, at, last)
    dressed = Attribution(source=inner.source, span=inner.span, verb=inner.verb, channel=channel, told=told)
    return (*links[:-1], dressed)


def _told(reader: Reader, at: int, last: int) -> Timex | None:
    """The day beside the verb; nobody speaks for a year: that dates something in between («التي شهدت انقلابين عامي …»)."""
    for k in range(at, last + 1):
        time = reader.time_over.get(k)
        if time is not None and time.kind in ("date", "range") and time.precision not in _TOO_LONG:
            return time
    return _day_before(reader, at, last) or _day_in_front(reader, at) or _day_of_talk(reader, at)


def _day_in_front(reader: Reader, at: int) -> Timex | None:
    """The day that opens the sentence right before its verb of telling («وفي وقت سابق اليوم، أعلنت …»)."""
    k = at - 1 - (reader.forms[at - 1] in _BEFORE_VERB)
    k -= k >= 0 and reader.forms[k] in "،,"
    time = reader.time_over.get(k) if k >= 0 else None
    if time is None or time.kind != "date" or time.precision in _TOO_LONG:
        return None
    while k >= 0 and (k in reader.time_over or reader.forms[k] in _OF_TIME):
        k -= 1
    sentences = reader.annotation.sentences
    opened = bisect_left(sentences, (k + 1, 0))
    opens = opened < len(sentences) and sentences[opened][0] == k + 1
    return time if opens else None


def _day_of_talk(reader: Reader, at: int) -> Timex | None:
    """«وفي بيان صدر الثلاثاء، أعلنت», «وفي مؤتمر صحافي عقده أمس، قال»: the day of the paper or talk that opens the sentence."""
    sentences = reader.annotation.sentences
    start = sentences[max(bisect_left(sentences, (at + 1, 0)) - 1, 0)][0]
    comma = at - 1 - (reader.forms[at - 1] in _BEFORE_VERB)
    if (
        not start + 1 < comma <= start + _TALK_REACH
        or reader.forms[comma] not in "،,"
        or reader.forms[start] not in _IN
    ):
        return None
    paper = reader.mention_from.get(start + 1)
    if not (paper is not None and "document" in paper.tags) and reader.forms[start + 1] not in _TALKS:
        return None
    if any(reader.is_that(k) or reader.is_event_noun(k) or reader.forms[k] in ".؛:" for k in range(start + 1, comma)):
        return None
    days = (t for k in range(start + 1, comma) if (t := reader.time_over.get(k)) and t.kind == "date")
    return next((day for day in days if day.precision not in _TOO_LONG), None)


def told_behind(reader: Reader, at: int, end: int) -> Timex | None:
    """Give the day behind the teller that closes an aside («كما أعلن شهود الخميس.»); None where more is told behind it."""
    time = reader.time_over.get(at) if at < end else None
    if time is None or time.kind != "date" or time.precision in _TOO_LONG:
        return None
    after = reader.annotation.placing.range_of(time.span)[1]
    return time if after >= end or reader.forms[after] in _CLOSES else None


def _day_before(reader: Reader, at: int, last: int) -> Timex | None:
    """The day that a relative clause of telling stands on («في اليوم نفسه الذي قالت فيه الحركة إن …»)."""
    if (
        at < _RELATIVE_REACH
        or reader.forms[at - 1] not in _ON_WHICH
        or _RETURNING.isdisjoint(reader.forms[at : last + 1])
    ):
        return None
    time = reader.time_over.get(at - _RELATIVE_REACH)
    return time if time is not None and time.precision not in _TOO_LONG else None


def _channel(reader: Reader, at: int, last: int) -> str | None:
    for k in reader.words_in(reader.grammar.channel_openings, at, last + 1):
        name = reader.grammar.channel_at(reader.forms, k)
        if name is not None:
            return name
    return None


def _asked_by(reader: Reader, at: int) -> Attribution | None:
    """«ردا على أسئلة وكالة …، قال», «وردا على سؤال من القناة أكد»: whose question was answered."""
    for k in reader.words_in(_ANSWERING, max(0, at - _ANSWER_REACH), at):
        asked = reader.forms[k + 1 : k + 2] == ("علي",) and not _QUESTIONS.isdisjoint(reader.forms[k + 2 : k + 4])
        if asked:
            asking = (m for j in range(k + 2, at) if (m := reader.mention_from.get(j)) and "media" in m.tags)
            mention = next(asking, None)
            return link_of(mention) if mention is not None else None
    return None


def _reached_by(reader: Reader, at: int, last: int) -> Attribution | None:
    """«قال سكان اتصلت بهم وكالة …», «شاهدان تحدثت إليهما القناة»: who spoke to those who tell."""
    for k in reader.words_in(REACHED, at + 1, last - 1):
        if reader.forms[k + 1] not in _TO_THEM:
            continue
        step = k + 3 if reader.forms[k + 2] in '«"' else k + 2
        mention = reader.mention_from.get(step)
        return link_of(mention) if mention is not None and may_carry(mention) else None
    return None


def _publisher(reader: Reader, at: int, last: int, end: int) -> Attribution | None:
    """«في بيان نشرته وكالة …»: who made the statement known stands before who made it."""
    for k in reader.published_in(at + 1, end - 1):
        mention = reader.publisher_at(k)
        if mention is None or _channel(reader, max(at, k - _PUBLISHED_REACH), k - 1) is None:
            continue
        led = any(
            reader.forms[j] in _STANDS_IN or reader.forms[j][0] == "ب" for j in range(max(at, k - _PUBLISHED_REACH), k)
        )
        if k <= last or led:
            return link_of(mention)
    return None


def publisher_behind(reader: Reader, at: int, end: int) -> Attribution | None:
    """«بيان للتحالف أوردته وكالة …»: who made known what stands right before ``at``; None for nobody."""
    for k in range(at, min(at + _PUBLISHED_REACH, end)):
        if reader.forms[k] in "،,.":
            return None
        mention = reader.publisher_at(k)
        if mention is not None:
            return link_of(mention)
    return None


def _by_way_of(reader: Reader, at: int, last: int, end: int) -> Attribution | None:
    """«تبنت … الهجوم عبر وكالة …»: the agency that a claim came through, in the clause or behind it."""
    for k in reader.via_in(at + 1, end - 1):
        if any(
            reader.forms[j] in ".؛" or reader.is_that(j) or reader.speech(j) is not None for j in range(last + 1, k)
        ):
            return None
        step = k + 1 if reader.forms[k + 1] not in '«"' or k + 1 in reader.mention_from else k + 2
        mention = reader.mention_from.get(step)
        platform = any(
            reader.grammar.channel_at(reader.forms, j) == "social-media" for j in range(k + 1, min(step + 3, end))
        )
        own = mention is not None and reader.forms[mention.head].endswith(_OWN) and "name" not in mention.tags
        own = own or (mention is not None and _is_air(reader, mention))
        if mention is not None and "media" in mention.tags and not platform and not own:
            return link_of(mention)
    return None


def _is_air(reader: Reader, mention: Mention) -> bool:
    """«عبر الإذاعة العامة», «عبر التلفزيون»: where somebody is heard, and no outlet by its name."""
    form = reader.forms[mention.head].removeprefix("و")
    plain = all(reader.tokens[k].is_word for k in range(mention.first, mention.last + 1))
    return mention.actor.id is None and "name" not in mention.tags and plain and form in _AIR


def _spoken_by(reader: Reader, at: int, last: int) -> Mention | None:
    """«قالت الجبهة على لسان ناطقها …»: the person who speaks for a body."""
    for k in reader.words_in(_ON, at + 1, last - 1):
        if reader.forms[k + 1] != "لسان":
            continue
        voice = reader.mention_from.get(k + 2)
        step = voice.last + 1 if voice is not None else last
        step += step <= last and reader.forms[step] in _IN_ITS_NAME
        name = reader.mention_from.get(step) if step <= last else None
        return name if name is not None and _is_person(name) else voice  # «على لسان الناطق باسمها سامر …»
    return None


def _is_person(mention: Mention) -> bool:
    return bool(mention.tags & {"person", "official", "title"}) and not mention.preposition and mention.number == "sg"


def _according_inside(reader: Reader, at: int, last: int) -> Attribution | None:
    """«أضافت الجماعة، بحسب المرصد، أن»: through whom the teller reaches us."""
    for k in sorted({*reader.phrases_in("according", at + 1, last), *reader.phrases_in("as_told", at + 1, last)}):
        size = as_told_at(reader, k, last + 1) or _phrase_inside(reader, k, last)
        if not size or reader.forms[k] in _RELAYING:
            continue
        step = k + size + (reader.forms[k + size] == "في")  # «وفقا لما جاء في صحيفة …»
        source = find_source_after(reader, step - 1, last + 1)
        mention = reader.mention_from.get(step)
        if source is not None:
            return _issued(reader, source, last)
        if mention is not None:
            return link_of(mention)
    return None


def _phrase_inside(reader: Reader, at: int, last: int) -> int:
    """Tokens of «بحسب», or of «وفقا لما نقلته» with its verb; 0 where another word follows."""
    told = reader.phrase("as_told", at)
    if not told:
        return reader.phrase("according", at)
    return told + 1 if at + told < last and reader.speech(at + told) is not None else 0


def _issued(reader: Reader, source: Source, last: int) -> Attribution | None:
    """«دعا، بحسب بيان نشرته البعثة، …»: a paper is how the speaker said it, unless media made it known."""
    author = behind_document(reader, source, last + 1)
    known = author.mention if author is not source else None
    if source.mention is not None and source.mention.why in _STATEMENTS and not (known and may_carry(known)):
        return None
    return Attribution(source=author.actor, span=author.span, verb=None)


def _quoted_from(reader: Reader, at: int, last: int) -> Attribution | None:
    """«قال المبعوث نقلا عن مصادر محلية إن», «ذكرت القناة، استنادا إلى مصادر، أن»: whom the speaker relays."""
    for k in reader.words_in(_RELAYERS, at + 1, last - 1):
        if reader.forms[k + 1] == _RELAYING[reader.forms[k]]:
            source = find_source_after(reader, k + 1, last + 1)
            if source is not None:
                source = behind_document(reader, source, last + 1)
                return Attribution(source=source.actor, span=source.span, verb=None)
    return None
