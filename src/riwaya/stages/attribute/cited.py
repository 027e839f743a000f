"""Whom a source phrase names («وفقا لوكالة …», «بحسب ما ذكر …»), and the chain of the phrase."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.attribution import Attribution, Cue
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.stages.attribute.as_told import as_told_at
from riwaya.stages.attribute.documents import behind_document
from riwaya.stages.attribute.findings import sums_up
from riwaya.stages.attribute.memory import Memory
from riwaya.stages.attribute.reader import Reader, may_carry
from riwaya.stages.attribute.sources import Source, find_source_after, source_of
from riwaya.stages.attribute.subjects import names_office
from riwaya.stages.attribute.through import publisher_behind, told_behind

_SPEAK = frozenset("body official source spokesman leader group force civilian media title".split())
_TAKE_TO, _SHORTEST_NAME = frozenset({"وفقا", "فقا", "طبقا"}), 3
_RECIPIENT_REACH = 8
_GAVE = frozenset("ادلي ادلت كشف كشفت اعلن اعلنت صرح صرحت تقدم تقدمت ادلوا".split())
_THEREOF = frozenset((word,) for word in "بها به عنها عنه".split())
_FROM, _HEARD_REACH = frozenset({"من"}), 4
_QUOTING, _QUOTING_REACH = frozenset({"نقلا"}), 6
_THESE = frozenset("هذا هذه هولاء تلك".split())
_LATEST = frozenset({"اخر", "احدث"})
"""«وفق أحدث إحصائية للوزارة»: before the noun of what is cited."""
_NORMS = frozenset(
    "ميثاق دستور قانون توجيهات تعليمات معايير قواعد مبادي اتفاقيه اتفاقيات معاهده لايحه جدول خطه شريعه".split()
)
"""What things are done by; nobody's words are cited."""
_CITED_REACH = 6
"""Words from what is cited to the verb of who made it known."""
_VERBAL_NOUN = 5
"""Letters of «تقدير», «تعبير»."""


def phrase_at(reader: Reader, at: int, end: int) -> int:
    """Give the tokens of the phrase up to the word before its source; 0 for none."""
    size = as_told_at(reader, at, end)
    return size if reader.phrase("as_told", at) else reader.phrase("according", at)


def source_at(reader: Reader, last: int, end: int) -> Source | None:
    """Give whom a source phrase that ends at ``last`` names; None where nobody is cited (a norm, a thing)."""
    last = _behind_opening(reader, last, end)
    if last + 1 < end and _names_norm(reader, last + 1):
        return None
    source = find_source_after(reader, last, end)
    if source is None or source.mention is None:
        source = _who_made_known(reader, last + 1, end) or source
    told = reader.speech(last) is not None  # «وفقا لما ذكرته مفوضة …»: a verb has a subject, whatever is known of it
    if source is not None and source.mention is None and not told and _is_no_name(reader, source.first):
        return None
    if source is not None:
        return _author(reader, _without_to(reader, source, last), end)
    mention = reader.mention_from.get(last + 1)
    if mention is None and last + 2 < end and not reader.tokens[last + 1].is_word:
        mention = reader.mention_from.get(last + 2)
    if mention is not None:
        named = source_of(mention)
        return _author(reader, named, end)
    return _unknown(reader, last + 1, end)


def _without_to(reader: Reader, source: Source, last: int) -> Source:
    """«وفقا لديكسون»: the «ل» that «وفقا» takes is no letter of a name that nothing is known of."""
    form = reader.forms[source.first]
    led = source.mention is None and source.first == last + 1 and reader.forms[last].removeprefix("و") in _TAKE_TO
    if not led or form[0] != "ل" or form[:2] == "لل" or len(form) <= _SHORTEST_NAME:
        return source
    span = Span(source.span.start + 1, source.span.end)
    name = span.of(reader.annotation.document.text)
    return replace(source, span=span, actor=replace(source.actor, name=name))


def _names_norm(reader: Reader, at: int) -> bool:
    """«وفقا لميثاق الأمم المتحدة», «وفق توجيهات الرئيس»: what was done is as it should be, and nobody tells it."""
    form, paper = reader.forms[at], reader.mention_from.get(at)
    if paper is not None and "document" in paper.tags:
        return False  # «بحسب لائحة الاتهام»
    bare = "ال" + form[2:] if form.startswith("لل") else form
    return any(word.removeprefix("ال") in _NORMS for word in (bare, form.removeprefix("ل")))


def _behind_opening(reader: Reader, last: int, end: int) -> int:
    """Step over «هذه» before a definite noun («وفقا لهذه المصادر») and «في» behind «ورد» («بحسب ما ورد في بيان»)."""
    step = last + 1
    if step + 1 >= end:
        return last
    if reader.forms[step].removeprefix("ل") in _LATEST:
        return step
    if reader.forms[step].removeprefix("ل") in _THESE and reader.forms[step + 1].startswith("ال"):
        return step
    told = reader.speech(last) if reader.forms[step] == "في" else None
    return step if told is not None and "within" in told.lexeme.tags else last


def _who_made_known(reader: Reader, at: int, end: int) -> Source | None:
    """«وفقا للأرقام الأولية التي أعلنتها مصادر …», «بحسب خبر أوردته قناة …»: whoever made known what is cited, whatever that is called."""
    for k in range(at + 1, min(at + _CITED_REACH, end - 1)):
        if reader.forms[k] in "،,.؛" or k in reader.mention_over:
            return None
        reading = reader.speech(k)
        if reading is not None:
            return find_source_after(reader, k, end) if reading.pronoun else None
    return None


def _is_no_name(reader: Reader, at: int) -> bool:
    """«بحسب الاتفاق», «حسب وصفه», «وفق تقدير»: a noun that is neither a mention nor the name of a person."""
    form = reader.forms[at]
    written = reader.tokens[at].span.of(reader.annotation.document.text)
    if (
        reader.grammar["speaking_bodies"].has(form.removeprefix("ال"))
        or _names_people(reader, at)
        or names_office(reader, at)
    ):
        return False  # «بحسب الأركان البولندية», not «حسب القانون البولندي»
    verbal = len(form) == _VERBAL_NOUN and form[0] == "ت" and form[3] == "ي"
    return form.startswith("ال") or written.endswith(("ه", "ها", "هم", "ة")) or verbal or bool(reader.readings[at])


def _names_people(reader: Reader, at: int) -> bool:
    """«بحسب حاكم الولاية», «بحسب لجان المقاومة»: behind the phrase a word that is also a verb can only be the noun."""
    return any(r.lexeme.table == "people" and not r.preposition and r.lexeme.tags & _SPEAK for r in reader.readings[at])


def _unknown(reader: Reader, at: int, end: int) -> Source | None:
    """A definite noun with «ل» that no mention covers: «وفقا للمصدرين»."""
    if at >= end or not (reader.forms[at].startswith("لل") and reader.forms[at].endswith("ين")):
        return None
    span = Span(reader.tokens[at].start, reader.tokens[at].end)
    name = span.of(reader.annotation.document.text)
    return Source(actor=Actor(id=None, name=name, kind="unknown"), span=span, first=at, last=at, mention=None)


def _author(reader: Reader, source: Source, end: int) -> Source | None:
    """A count or statement «لوكالة …» belongs to its author; one with a pronoun to who is telling anyway."""
    mention = source.mention
    if mention is None or "document" not in mention.tags:
        return source
    issued = behind_document(reader, source, end)
    if issued is not source:
        return issued
    if any(
        r.pronoun for r in reader.readings[mention.head] if r.lexeme.table == "people"
    ):  # «وفق ما ورد في تقاريرها»: who speaks already
        return None
    for k in range(mention.first + 1, min(source.last + 4, end)):
        if reader.forms[k] in "،,.؛:":
            return source
        reading = reader.speech(k)
        if reading is not None and reading.pronoun:  # «حصيلة أعلنها مسؤولون في الشرطة»
            issuer = find_source_after(reader, k, end)
            if issuer is not None:
                return replace(issuer, first=source.first, channel="statement")
        if reader.forms[k] in _GAVE and reader.forms[k + 1 : k + 2] in _THEREOF:  # «حصيلة أدلى بها الوزير»
            issuer = find_source_after(reader, k + 1, end)
            if issuer is not None:
                return replace(issuer, first=source.first, channel="statement")
        if reader.is_finite(k) or reader.is_that(k) or reader.forms[k] == "فقد":
            return source  # «وحسب البيان يضم المعسكر …», «وبحسب البيان فإن المهاجمين …»
        author = reader.mention_from.get(k)
        if author is not None:
            return Source(
                actor=author.actor, span=author.span, first=source.first, last=max(author.last, source.last),
                mention=author, channel="statement",
            )  # fmt: skip
    return source


def links_at(
    reader: Reader, memory: Memory, at: int, source: Source, size: int, end: int
) -> tuple[tuple[Attribution, ...], int]:
    """Give the chain of the phrase at ``at`` with relays and whom they quote, and the last token of what names them."""
    text = reader.annotation.document.text
    words = Span(reader.tokens[at].start, reader.tokens[min(at + size, end) - 1].end)
    cue = Cue(text=words.of(text), stance="neutral", span=words)
    recalled = memory.recall(source) or memory.named_again(source)
    told = source.told or told_behind(reader, source.last + 1, end)
    links = recalled or (Attribution(source=source.actor, span=source.span, verb=cue, channel=source.channel),)
    last = source.last
    if told is not None:
        links = (*links[:-1], replace(links[-1], told=told))
    quoted = _quoted_behind(reader, source, at + size - 1, end)
    if quoted is not None:
        links, last = (*links, Attribution(source=quoted.actor, span=quoted.span, verb=None)), quoted.last
    recipient = _recipient(reader, source, end) or publisher_behind(reader, last + 1, end)
    if recipient is not None and all(link.source != recipient.source for link in links):
        links = (recipient, *links)
    return links, last


def phrase_before(reader: Reader, memory: Memory, start: int, at: int) -> tuple[Source, tuple[Attribution, ...]] | None:
    """Give the source phrase that stands nearest before ``at`` in the sentence, and its chain; None where none stands."""
    found = (*reader.phrases_in("as_told", start, at), *reader.phrases_in("according", start, at))
    for k in sorted(found, reverse=True):
        size = phrase_at(reader, k, at)
        source = source_at(reader, k + size - 1, at) if size else None
        if source is not None and not sums_up(reader, source):
            return source, links_at(reader, memory, k, source, size, at)[0]
    return None


def _quoted_behind(reader: Reader, source: Source, cue: int, end: int) -> Source | None:
    """«حسب قناة محلية نقلت عن مصدر», «نقلا عن المكتب», «بحسب ما نقلته الوكالة عن شهود»: whom the relay quotes."""
    at = source.last + 1
    for k in reader.words_in(_QUOTING, at, min(at + _QUOTING_REACH, end - 1)):
        parted = k - 1 if reader.forms[k - 1] in "،," else k  # «بحسب الوكالة، نقلا عن …»
        if reader.forms[k + 1] == "عن" and not any(reader.forms[j] in "،,.؛" for j in range(at, parted)):
            return find_source_after(reader, k + 1, end)
    tags = {tag for r in reader.readings[cue] for tag in r.lexeme.tags}
    if at < end and reader.forms[at] == "عن":
        if "relay" in tags:
            return find_source_after(reader, at, end)
        if source.mention is not None and "media" in source.mention.tags and reader.speech(cue) is not None:
            quoted = find_source_after(reader, at, end)  # «حسبما ذكرت الوكالة عن مسؤول»
            return quoted if quoted is not None and quoted.mention and quoted.mention.tags & _SPEAK else None
    if "hears" in tags:  # «حسبما علمت الوكالة أمس من مصادر …»
        heard = next(iter(reader.words_in(_FROM, at, min(at + _HEARD_REACH, end))), None)
        return find_source_after(reader, heard, end) if heard is not None else None
    if at + 1 >= end or reader.forms[at + 1] != "عن":
        return None
    relays = any("relay" in r.lexeme.tags for r in reader.readings[at]) or reader.forms[at] == "نقلا"
    return find_source_after(reader, at + 1, end) if relays else None


def _recipient(reader: Reader, source: Source, end: int) -> Attribution | None:
    beside = True
    parted = source.last + 1 < end and reader.forms[source.last + 1] in "،,"
    first = source.last + 2 if parted else source.last + 1
    beyond = reader.mention_from.get(first) if parted else None
    if beyond is not None and not (beyond.preposition == "ل" and may_carry(beyond)):
        return None  # «بحسب ضابط، لوكالة …» is told to the agency, «بحسب ضابط، والوكالة …» is not
    for k in range(first, min(source.last + _RECIPIENT_REACH, end)):
        if reader.forms[k] in "،,.؛" or reader.is_that(k) or reader.is_finite(k):
            return None
        mention = reader.mention_from.get(k)
        told = mention is not None and (mention.preposition == "ل" or (beside and not mention.preposition))
        near = k <= source.last + 2 or (mention is not None and "media" in mention.tags)
        if mention and told and near and may_carry(mention) and mention is not source.mention:
            return Attribution(source=mention.actor, span=mention.span, verb=None)
        beside = beside and reader.forms[k].startswith("لل")  # «المكتب الإعلامي للشرطة وكالة …»
    return None
