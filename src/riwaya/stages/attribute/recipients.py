"""To whom something was said: the agency, paper or correspondent beside a word of telling or in the phrase before it."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import find_outlet
from riwaya.model.actor import Actor
from riwaya.model.attribution import Attribution
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.stages.attribute.reader import AGENCIES, CORRESPONDENTS, SITE, TALK, Reader, may_carry
from riwaya.stages.attribute.sources import Source, find_source_after, marked_span

_TOLD_THROUGH = ("ل", "لشبكه", "لوكاله", "لصحيفه", "لقناه", "لموقع", "لاذاعه", "لمجله", "لتلفزيون", "لجريده")
_TOLD = frozenset({"ل"})
_LED_TALK = frozenset({"في", "وفي", "خلال", "وخلال"})
_OPENING_REACH = 14
"""Words from «في تصريح لـ…» at the head of a sentence to the verb."""
_LONGEST_OUTLET = 5
_AT_LARGE = "media"
_REACH_BACK = 60
"""Mentions looked back over for the agency that «للوكالة» means."""
_MARKS = frozenset('«»"')
_MANAGED = frozenset("يتسن يتسني تتسن تسني يمكن امكن يتح يتاح يتيسر يتعذر تعذر".split())
_OPENS = frozenset('«"(')
_LONGEST_SHORT_NAME = 3
_CLOSES = {"«": "»", '"': '"', "(": ")"}


def find_recipient(reader: Reader, at: int, last: int) -> Attribution | None:
    """Give to whom it was said in the telling clause ``[at, last]`` or the phrase before it; None for nobody.

    «لرويترز», «في حديث مع قناة …», «متحدثا إلى وكالة …», «لمراسل الأناضول», «وفي تصريح لقناة …، قال».

    Source: annotation guideline, chain: "X told agency Y" puts the agency first.
    """
    verb = reader.speech(at)
    given = verb is not None and "dative" in verb.lexeme.tags  # «أبلغ صحيفة «النهار» شاهد أن»
    for k in range(at + 1, last + 1):
        mention = reader.mention_from.get(k)
        if mention is None:
            continue
        if mention.preposition == "ل" and mention.why in CORRESPONDENTS:
            return _outlet_of(reader, mention)
        if not may_carry(mention) or _is_platform(reader, mention) or _is_any(mention) or _could_not(reader, k):
            continue
        if mention.preposition == "ل":
            return link_of(_named_before(reader, mention) or mention)
        before = reader.forms[k - 1] if reader.forms[k - 1] not in _OPENS else reader.forms[k - 2]
        beside = k - 1 in reader.mention_over and "media" not in reader.mention_over[k - 1].tags
        if "media" in mention.tags and (given or beside or before in _TOLD_THROUGH or before in ("مع", "الي", "به")):
            return Attribution(source=mention.actor, span=marked_span(reader, mention), verb=None)
    informed = told_beside(reader, at + 1, last + 1) if given else None
    if informed is not None:
        return informed[1]
    return _short_named(reader, at + 1, last + 1) or _only_marked(reader, at, last) or _told_before(reader, at)


def told_beside(reader: Reader, start: int, end: int) -> tuple[int, Attribution] | None:
    """Give the outlet that stands right behind who informs it, and its first token («أبلغ شاهد رويترز أن», «أبلغت مصادر «الخبر»»); else None."""
    for k in range(start + 1, end):
        marked = reader.forms[k] in _OPENS
        if not marked and reader.mention_from.get(k) is not None:
            continue
        found = _outlet_at(reader, k + marked, end, apart=True)
        if found is not None and (marked or found.source.kind in AGENCIES):
            return k, found
    return None


def without_told(reader: Reader, source: Source, at: int) -> Source:
    """Give who informs by the verb at ``at`` without the outlet that is informed («شاهد رويترز»)."""
    beside = told_beside(reader, source.first, source.last + 1) if source.last > source.first else None
    if beside is None or beside[0] <= source.first or source.recipient is not None:
        return source
    last = beside[0] - 1
    span = Span(source.span.start, reader.tokens[last].end)
    return replace(source, span=span, last=source.last)


def _named_before(reader: Reader, mention: Mention) -> Mention | None:
    """«قال مصدر للوكالة» behind «نقلت وكالة أنباء محلية عن»: the last agency or paper told with more than its bare noun."""
    outlet = reader.annotation.document.outlet
    bare = reader.forms[mention.first].removeprefix("لل")
    if mention.last > mention.first or not mention.definite or mention.actor.id is not None or "name" in mention.tags:
        return None
    if outlet is not None and fold_letters(outlet.name).removeprefix("ال").startswith(bare):
        return None  # the page's own
    mentions = reader.annotation.mentions
    at = bisect_left(mentions, mention.first, key=lambda m: m.first)
    for earlier in reversed(mentions[max(0, at - _REACH_BACK) : at]):
        fuller = earlier.last > earlier.first or earlier.actor.id is not None
        if fuller and "media" in earlier.tags and mention.actor.kind in (earlier.actor.kind, "media"):
            return earlier
    return None


def teller_behind(reader: Reader, told: Source, end: int) -> Source:
    """Give who tells behind the outlet that was told («وأبلغت «النهار» قيادات ميدانية مقتل …»); ``told`` where nobody stands."""
    outlet, forms = told.mention, reader.forms
    if forms[told.first] in _MARKS:
        step = next((k + 1 for k in range(told.first + 1, told.last) if forms[k] in _MARKS), told.last + 1)
    elif outlet is not None and "media" in outlet.tags:
        step = outlet.last + 1
    else:
        return told
    teller = reader.mention_from.get(step)
    if teller is None or teller.preposition or teller.conjunction or "media" in teller.tags:
        return told
    source = find_source_after(reader, step - 1, end)
    return told if source is None else replace(source, recipient=outlet)


def _could_not(reader: Reader, at: int) -> bool:
    """«ولم يتسن لرويترز التأكد منه»: an agency that could not make sure, and to which nobody spoke."""
    return reader.forms[at - 1] in _MANAGED


def _is_platform(reader: Reader, mention: Mention) -> bool:
    """«صفحة لموقع فيسبوك»: where words are put, and nobody who passes them on."""
    return any(
        reader.grammar.channel_at(reader.forms, k) == "social-media" for k in range(mention.first, mention.last + 1)
    )


def _is_any(mention: Mention) -> bool:
    """«قال لوسائل الإعلام», «لا يحق له الحديث إلى الإعلام»: the media at large, and none that passes words on."""
    return mention.definite and mention.actor.id is None and mention.actor.name == _AT_LARGE


def link_of(mention: Mention) -> Attribution:
    """Give a mention as a link of a chain; a site of which nothing is known is a website."""
    if mention.why == SITE and mention.actor.id is None:
        return Attribution(source=Actor(id=None, name="a website", kind="news-site"), span=mention.span, verb=None)
    return Attribution(source=mention.actor, span=mention.span, verb=None)


def _outlet_of(reader: Reader, correspondent: Mention) -> Attribution | None:
    """«لمراسل وكالة …»: the outlet of the correspondent; None for «لمراسلنا», who is the paper's own."""
    if correspondent.last == correspondent.first:
        return None
    span = Span(reader.tokens[correspondent.first + 1].start, correspondent.span.end)
    return Attribution(source=_outlet(span.of(reader.annotation.document.text)), span=span, verb=None)


def _only_marked(reader: Reader, at: int, last: int) -> Attribution | None:
    """«قال سكان لـ«السهل برس» إن»: a name in marks to which it was said, of an outlet that nobody knows.

    On the page of a paper that nobody knows either it is most likely that paper.
    """
    outlet = reader.annotation.document.outlet
    if outlet is None or outlet.id is None:
        return None
    for k in reader.words_in(_TOLD, at + 1, last):
        close = _CLOSES.get(reader.forms[k + 1])
        if close is None or k + 2 in reader.mention_from:
            continue
        end = next((j for j in range(k + 3, min(k + 2 + _LONGEST_OUTLET, last + 2)) if reader.forms[j] == close), 0)
        if not end or not all(reader.tokens[j].is_word for j in range(k + 2, end)):
            continue
        span = Span(reader.tokens[k + 2].start, reader.tokens[end - 1].end)
        return Attribution(source=_outlet(span.of(reader.annotation.document.text)), span=span, verb=None)
    return None


def _told_before(reader: Reader, at: int) -> Attribution | None:
    """«وفي تصريح لوكالة …، قال»: to whom it was said in the phrase that opens the sentence."""
    for k in reader.words_in(TALK, max(1, at - _OPENING_REACH), at):
        if reader.forms[k - 1] not in _LED_TALK:
            continue
        if any(reader.forms[j] in ".؛:" or reader.is_that(j) or reader.is_finite(j) for j in range(k + 1, at)):
            continue
        for j in range(k + 1, at):
            mention = reader.mention_from.get(j)
            if mention is not None and mention.preposition == "ل" and mention.why in CORRESPONDENTS:
                return _outlet_of(reader, mention)
            if mention is None or not may_carry(mention):
                continue
            before = reader.forms[j - 1] if reader.forms[j - 1] not in _OPENS else reader.forms[j - 2]
            if mention.preposition == "ل" or before in _TOLD_THROUGH or before in ("مع", "الي"):
                return Attribution(source=mention.actor, span=marked_span(reader, mention), verb=None)
        return _short_named(reader, k + 1, at)
    return None


def _short_named(reader: Reader, start: int, end: int) -> Attribution | None:
    """«قال ضابط للأناضول», «لـ RT»: behind «ل», whoever was told may have a name that elsewhere means something else."""
    for k in range(start, end):
        form = reader.forms[k]
        if k in reader.mention_over or not (form == "ل" or form.startswith("لل")):
            continue
        first = k + 1 if form == "ل" else k
        if first > k and first < end and reader.forms[first] in _OPENS:
            first += 1
        found = _outlet_at(reader, first, end, apart=first > k)
        if found is not None:
            return found
    return None


def _outlet_at(reader: Reader, first: int, end: int, *, apart: bool) -> Attribution | None:
    """The outlet whose name begins at ``first``; joined to «ل» only an agency: «قال للوطن» is said to the homeland."""
    last = first
    while last + 1 < min(first + _LONGEST_SHORT_NAME, end) and reader.tokens[last + 1].is_word:
        last += 1
    for stop in range(last, first - 1, -1):
        span = Span(reader.tokens[first].start, reader.tokens[stop].end)
        written = span.of(reader.annotation.document.text)
        outlet = find_outlet(written if apart else f"ال{written[2:]}")
        if outlet is not None and (apart or outlet.kind in AGENCIES):
            return Attribution(source=Actor(id=outlet.id, name=outlet.name, kind=outlet.kind), span=span, verb=None)
    return None


def _outlet(name: str) -> Actor:
    known = find_outlet(name)
    return Actor(id=known.id, name=known.name, kind=known.kind) if known else Actor(id=None, name=name, kind="media")
