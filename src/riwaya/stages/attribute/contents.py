"""What is told: the words after the telling clause."""

from __future__ import annotations

from riwaya.lang.numerals import read_number
from riwaya.model.record import record, replace
from riwaya.stages.attribute.nominal_ends import nominal_end
from riwaya.stages.attribute.reader import (
    BARRING,
    BY_COMING,
    CLOSING,
    COMING,
    CONTRASTING,
    IDENTITY,
    NEEDS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    TALK,
    Reader,
)

_REACH, _SAYING_REACH = 28, 14
_TALK_REACH, _LONGEST_OUTLET = 8, 5
_COMING_REACH = 6
_RELATIVE_REACH = 20
_ASIDES = frozenset("من بدوره بدورها الي".split())
_NEWS_OF = frozenset("انباء الانباء معلومات المعلومات تقارير التقارير مزاعم شايعات الشايعات ادعاءات".split())
_NUMBER_WORDS = 5
_LOOSELY = frozenset("اكثر اقل من نحو حوالي قرابه زهاء".split())
"""Words that loosen a number before it."""
_NO_TELLING_THAT = frozenset("بعد قبل منذ دون بدون بدل رغم برغم لولا بيد سوي عدا ريثما بعيد قبيل لحين".split())
"""«نشرت مدرعات بعد أن …»: a clause of time or contrast, told by nobody."""
_PAGES = frozenset(
    "تطبيق برنامج شبكات مواقع قنوات قناه موقع موقعه موقعها موقعهم حساب حسابه حسابها حساباتها صفحه صفحته صفحتها صفحاتها شبكه منصه قناته قناتها الانترنت لسان".split()
)
_NO_TAGS: frozenset[str] = frozenset()
_JOINED_RELATIVES = frozenset({"والذي", "والتي", "والذين"})
_BETWEEN, _CLOSING_MARKS = frozenset({"،", ",", "هكذا"}), frozenset('»"')
_NEWS = frozenset("عن نبا خبر".split())
_ABOUT_WHOM = frozenset("عنه عنها عنهم عنهما".split())
_BEFORE_NOUN = frozenset("عدم عدد حصيله اجمالي عشرات ميات الاف".split())


@record
class Content:
    """Token range of what is told, half-open, and what opened it."""

    start: int
    end: int
    rule: str
    """that, quote, colon, saying, talk, by (ب), about (عن, إلى), need (ضرورة), absence (عدم وجود) or object."""
    inserted: int | None = None
    """First token of a relative clause between the teller and what is told."""


def find_content(reader: Reader, at: int, end: int, tags: frozenset[str]) -> Content | None:
    """Give what a verb with these tags tells, looking from token ``at``; None where nothing is told.

    «أن» and direct speech are looked for up to the next verb of telling; a noun of happening counts where the
    verb takes one («أعلن مقتل», «أفاد بمقتل»).
    """
    if "mourns" in tags and (died := _death(reader, at, end)) is not None:
        return died
    nominal: Content | None = None
    barred, aside, inserted = False, False, None
    free, limit = _behind_relative(reader, at, end), min(end, at + _REACH)
    limit = min(end, limit + free - at)
    for k in reader.content_marks(at, end):
        if k < free:
            continue
        if k >= limit or (k > at + 1 and _is_others(reader, k)):
            break
        if nominal is None and (behind := max(reader.relative_end(k, end), _behind_joined(reader, k, end))) > k:
            inserted = k if inserted is None else inserted
            free, limit, barred = behind, min(end, limit + behind - k), False
            continue
        if aside and reader.forms[k - 1] in "،,":  # «أعلنت، منذ قليل، مقتل …»: the aside is closed
            barred = aside = False
        told = _told_at(reader, k, end, tags, nominal)
        if told is not None:
            return replace(told, inserted=inserted)
        if nominal is None and (reader.forms[k] in NEEDS or not barred):
            nominal = _nominal(reader, k, end, tags)
        if not barred and _bars(reader, k):
            barred, aside = True, k > 0 and reader.forms[k - 1] in "،,"
        if _ends(reader, k, at):
            break
    return nominal and replace(nominal, inserted=inserted)


def _death(reader: Reader, at: int, end: int) -> Content | None:
    """«نعى الحزب أحد قادته الذي استشهد في الغارة», «نعت ثلاثة قتلوا …»: how those who are mourned died."""
    for k in range(at, min(end, at + _REACH)):
        if reader.forms[k] in CLOSING:
            return None
        if any(r.is_finite and not r.conjunction and r.lexeme.measure == "killed" for r in reader.readings[k][:1]):
            return Content(start=k, end=nominal_end(reader, k, end, _NO_TAGS), rule="object")
    return None


def find_said_before(reader: Reader, at: int, start: int) -> Content | None:
    """Give the quotation that closes right before the verb at ``at`` («"قتلنا ثلاثة"، يقول المقاتل»); None for none."""
    close = at - 1
    while close > start and reader.forms[close] in _BETWEEN:
        close -= 1
    if close == at - 1 or reader.forms[close] not in _CLOSING_MARKS:
        return None
    quote = reader.quote_over.get(close - 1)
    return Content(start=quote[0], end=quote[1], rule="quote") if quote is not None and quote[1] == close else None


def find_news(reader: Reader, at: int, end: int) -> Content | None:
    """Give what a relay passes on by a noun right behind whom it quotes («… عن الجيش نبأ مقتل», «نقلت تقارير عن انطلاق …»); else None."""
    start = at
    while start < end and reader.forms[start] in _NEWS:
        start += 1
    if start >= end or not (reader.is_event_noun(start) or reader.forms[start] in COMING):
        return None
    joined = any(r.conjunction for r in reader.readings[start][:1])  # «هجوم نسب إلى الحركة وضرب البلدة»
    return None if joined else Content(start=start, end=nominal_end(reader, start, end, _NO_TAGS), rule="object")


def _told_at(reader: Reader, k: int, end: int, tags: frozenset[str], nominal: Content | None) -> Content | None:
    """What «أن», a quotation or «قوله» at ``k`` opens; a noun found before it may win over it."""
    if "an" in tags or "act" in tags or "quote" in tags:
        opened = _opened(reader, k, end)
        if opened is not None:
            return _prefer(nominal, opened)
    return _spoken(reader, k, end, tags)


def _ends(reader: Reader, k: int, at: int) -> bool:
    """Say whether nothing told behind the verb can begin any more: another story, another telling, a stop."""
    if k > at and (_contrasts(reader, k) or reader.forms[k] in CONTRASTING or _tells_anew(reader, k)):
        return True
    return reader.forms[k] in CLOSING and k not in reader.mention_over  # «وكالة … (د.ب.أ)»


def _behind_relative(reader: Reader, at: int, end: int) -> int:
    """Give the token behind a relative clause that follows the teller at once («المركز الذي يشرف على …، مقتل»); ``at`` for none."""
    if at >= end or reader.forms[at] not in RELATIVES:
        return at
    for k in range(at + 1, min(end, at + _RELATIVE_REACH)):
        if reader.is_that(k) or reader.forms[k] == ":" or k in reader.quote_from or reader.speech(k) is not None:
            return at
        if reader.forms[k] in "،,":
            return k + 1
    return at


def _behind_joined(reader: Reader, at: int, end: int) -> int:
    """Give the token behind a joined relative clause after which the telling goes on («… والذي يتعرض لقصف، عن مقتل …»); 0 for none."""
    if reader.forms[at] not in _JOINED_RELATIVES:
        return 0
    comma = next((k for k in range(at + 1, min(end, at + _RELATIVE_REACH)) if reader.forms[k] in "،,"), end)
    goes_on = comma + 1 < end and (reader.forms[comma + 1] == "عن" or reader.is_that(comma + 1))
    return comma + 1 if goes_on else 0


def _is_others(reader: Reader, k: int) -> bool:
    """«أكد ذلك عضو المجلس الذي قال إن»: «أن» right behind a verb of telling in a relative clause opens what that one tells."""
    return reader.is_that(k) and reader.forms[k - 2] in RELATIVES and reader.speech(k - 1) is not None


def _contrasts(reader: Reader, k: int) -> bool:
    """Say whether another story begins at ``k``; «في وقت سابق», «من جانبها» inside a telling clause do not."""
    if not reader.phrase("contrast", k):
        return False
    form = reader.forms[k]
    return form not in _ASIDES and not (form == "في" and reader.forms[k + 1] not in ("حين", "المقابل"))


def _spoken(reader: Reader, k: int, end: int, tags: frozenset[str]) -> Content | None:
    """What is said behind «قوله», or behind the talk that it was said in; None for other words."""
    if reader.forms[k] in SAYING:
        return _behind_saying(reader, k + 1, end)
    return _behind_talk(reader, k, end) if reader.forms[k] in TALK and "quote" in tags else None


def _behind_saying(reader: Reader, start: int, end: int) -> Content:
    """«قوله خلال زيارة … إنه»: what is said may begin behind the place and the day."""
    for k in range(start, min(end, start + _SAYING_REACH)):
        opened = _opened(reader, k, end)
        if opened is not None:
            return opened
        if reader.speech(k) is not None or reader.forms[k] in "،,":
            break
    return Content(start=start, end=end, rule="saying")


def _behind_talk(reader: Reader, k: int, end: int) -> Content | None:
    """«قال … في تصريحات لـ«…» الوضع يتحسن»: speech that nothing opens begins behind the outlet it was given to."""
    if reader.forms[k - 1] != "في":
        return None
    start = next(
        (behind for at in range(k + 1, min(end, k + _TALK_REACH)) if (behind := _behind_outlet(reader, at))), end
    )
    while start < end and reader.forms[start] in "،,":
        start += 1
    follows = start < end and reader.tokens[start].is_word and reader.speech(start) is None
    if not follows or reader.is_that(start) or reader.forms[start] in PREPOSITIONS or reader.forms[start] in RELATIVES:
        return None
    return Content(start=start, end=end, rule="talk")


def _behind_outlet(reader: Reader, at: int) -> int:
    """Give the token behind an outlet that begins at ``at``, known or only marked («لـ«…»»); 0 where none does."""
    outlet = reader.mention_from.get(at)
    last = outlet.last if outlet is not None and "media" in outlet.tags else 0
    if not last and reader.forms[at] in '«"' and reader.forms[at - 1] in ("ل", "مع", "الي"):
        last = next((j for j in range(at + 1, at + _LONGEST_OUTLET) if reader.forms[j : j + 1] in (("»",), ('"',))), 0)
    if not last:
        return 0
    return last + 2 if reader.forms[last + 1 : last + 2] in (("»",), ('"',)) else last + 1


def _bars(reader: Reader, k: int) -> bool:
    """Say whether a preposition opens a phrase whose nouns are not what is told («على اثر هجمات»)."""
    if reader.forms[k] not in BARRING or k in reader.time_over:
        return False
    page = reader.forms[k] == "علي" and k + 1 < len(reader.forms)  # «في بيان نشرته على تلغرام مقتل …»
    return not (page and (reader.forms[k + 1] in _PAGES or reader.grammar.channel_at(reader.forms, k + 1)))


def _prefer(nominal: Content | None, opened: Content) -> Content:
    """A noun of happening right after the verb wins over a quotation further on («أعلن مقتل ثلاثة "بنيران"»)."""
    if nominal is not None and opened.rule == "quote":
        return nominal
    if nominal is not None and opened.start - nominal.start > 4:
        return nominal
    return opened


def _opened(reader: Reader, k: int, end: int) -> Content | None:
    if reader.is_that(k):
        if k and reader.forms[k - 1] in _NO_TELLING_THAT:
            return None
        return Content(start=k + 1, end=_quoted_to(reader, k + 1, end), rule="that")
    if reader.forms[k] == ":" and k + 1 < len(reader.forms):
        quote = reader.quote_from.get(k + 2)
        if quote is not None:
            return Content(start=k + 2, end=max(quote, k + 2), rule="quote")
        return Content(start=k + 1, end=_quoted_to(reader, k + 1, end), rule="colon")
    if k in reader.quote_from:
        return Content(start=k, end=max(end, reader.quote_from[k]), rule="quote")
    return None


def _quoted_to(reader: Reader, start: int, end: int) -> int:
    """«إن المهاجمين "هاجموا الجنود. رأيت قتلى"»: a quotation that opens in what is told is told to its end, over sentences."""
    quote = reader.quote_over.get(end) or reader.quote_over.get(end - 1)
    return max(end, quote[1]) if quote is not None and start < quote[0] <= end else end


def _nominal(reader: Reader, k: int, end: int, tags: frozenset[str]) -> Content | None:
    if reader.forms[k] in NEEDS:
        return _needed(reader, k, end, tags)
    if reader.forms[k] == "وجود" and k and reader.forms[k - 1] == "عدم" and "object" in tags:
        return Content(start=k - 1, end=nominal_end(reader, k, end, tags), rule="absence")
    if reader.forms[k] in COMING or reader.forms[k] in BY_COMING:
        return _coming(reader, k, end, tags)
    if not reader.is_event_noun(k) or reader.forms[k] == "نقلا" or _is_published(reader, k):
        return None
    reading = reader.readings[k][0]
    first = counted_from(reader, k)
    before = reader.forms[first - 1] if first else ""
    stop = nominal_end(reader, k, end, tags)
    if "bi" in tags and (reading.preposition == "ب" or (first < k and before == "ب")):
        return Content(start=first if before == "ب" else k, end=stop, rule="by")  # also «أفاد بيان بـ"مقتل" حارس»
    if before in ("عن", "ب") and first > 1 and reader.forms[first - 2] in _NEWS_OF and "object" in tags:
        return Content(start=first, end=stop, rule="about")
    if before in ("عن", "الي", "علي") and ({"an-about", "ila", "ala"} & tags):
        return Content(start=first, end=stop, rule="about")
    if "object" in tags and not reading.preposition:
        return Content(start=first, end=stop, rule="object")
    return None


def _is_published(reader: Reader, k: int) -> bool:
    """«في بيان نشر على موقعها»: how the statement was made known, and no deployment."""
    may_tell = any(r.lexeme.table == "speech" for r in reader.readings[k])
    return may_tell and k > 0 and reader.grammar.channel_at(reader.forms, k - 1) is not None


def _needed(reader: Reader, k: int, end: int, tags: frozenset[str]) -> Content | None:
    """«شدد على ضرورة …», «أكد وجوب …»: what must be done; the rule ``need`` says so."""
    before = reader.forms[k - 1] if k else ""
    if ("ala" in tags and before == "علي") or ("object" in tags and before not in PREPOSITIONS):
        return Content(start=k, end=nominal_end(reader, k, end, tags), rule="need")
    return None


def _coming(reader: Reader, k: int, end: int, tags: frozenset[str]) -> Content | None:
    """«أفادت بوقوع انفجار», «تحدثت عن سماع دوي انفجار»: a noun of coming about opens what is told."""
    before = reader.forms[k - 1] if k else ""
    about = before == "عن"  # «أفادت عن وجود موظف بين القتلى»: nothing but what is told follows
    if not about and not any(reader.is_event_noun(j) for j in range(k + 1, min(end, k + _COMING_REACH))):
        return None
    stop = nominal_end(reader, k, end, tags)
    if reader.forms[k] in BY_COMING:
        return Content(start=k, end=stop, rule="by") if "bi" in tags else None
    if before in ("عن", "الي", "علي"):
        return Content(start=k, end=stop, rule="about") if {"an-about", "ila", "ala"} & tags else None
    return Content(start=k, end=stop, rule="object") if "object" in tags and before not in PREPOSITIONS else None


def counted_from(reader: Reader, k: int) -> int:
    """Give where the number, «عدد» or «عدم» before a noun begins («عن 20 قتيلا», «عدم سقوط»); the noun itself where none stands."""
    while k > 0 and (reader.tokens[k - 1].is_number or reader.forms[k - 1] in _BEFORE_NOUN):
        k -= 1
    for j in range(max(0, k - _NUMBER_WORDS), k):  # «تحدث عن "أكثر من مئتي قتيل"»
        number = read_number(reader.tokens, j)
        if number is not None and number.end == k:
            k = j
            break
    while k > 1 and (reader.forms[k - 1] in _LOOSELY or reader.forms[k - 1] in '"«'):
        k -= 1
    return k


def _hides_who(reader: Reader, k: int) -> bool:
    """«مصدر لم تكشف عنه», «مسؤول لم يذكر اسمه»: how the source is called."""
    return reader.is_negated(k) and any(f in _ABOUT_WHOM or f in IDENTITY for f in reader.forms[k + 1 : k + 4])


def _tells_anew(reader: Reader, k: int) -> bool:
    """Say whether another telling begins: a verb of telling that hangs on nothing («في بيان بثته …» does)."""
    if not reader.readings[k].tells:
        return False
    if reader.participle(k) is not None and reader.forms[k - 1] in "،,":
        return True
    reading = reader.speech(k)
    if reading is None or reading.pronoun or reading.lexeme.tags & {"strict", "publish"}:
        return False
    if "عدم" in reader.forms[k + 1 : k + 3] or _hides_who(reader, k):
        return False
    return not (k > 0 and reader.forms[k - 1] in ("الذي", "التي", "الذين", "ما"))
