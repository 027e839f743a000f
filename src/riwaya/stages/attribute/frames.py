"""Tellings: a source, a word of telling, and the words that are told."""

from __future__ import annotations

from riwaya.lang.grammar import load_grammar
from riwaya.lang.normalize import fold_letters
from riwaya.model.actor import Actor
from riwaya.model.annotation import Annotation
from riwaya.model.attribution import Attribution, Attributions, Frame, join_chains
from riwaya.model.document import Outlet
from riwaya.model.record import replace
from riwaya.stages.attribute.according import find_according
from riwaya.stages.attribute.loose import find_in_document, find_issued, find_notified, find_postponed, quotes_on
from riwaya.stages.attribute.memory import Memory
from riwaya.stages.attribute.reader import CORRESPONDENTS, Reader
from riwaya.stages.attribute.reports import find_reports
from riwaya.stages.attribute.scopes import cut_scopes
from riwaya.stages.attribute.sources import find_source_after
from riwaya.stages.attribute.verbs import VerbFinder
from riwaya.stages.attribute.voices import join_voices

_HEADED = frozenset({"source", "official", "spokesman", "body", "media"})
_SAYING = frozenset({"ar.speech.قال", "ar.speech.صرح", "ar.speech.أوضح", "ar.speech.أضاف"})
_OPENERS = frozenset("هناك نحن هذا هذه هولاء لقد لدينا".split())
"""Words other than a definite noun that may open a sentence of somebody's speech."""
_GOES_ON = "ar.grammar.goes-on"
_MANNER_REACH = 10
_GUILLEMETS = frozenset({"«", "»"})
_BEHIND_SPEECH = frozenset({(), (".",), ("،",), ("؛",)})
_SPEECH_REACH = 80
"""Words of speech that goes on over sentences to the mark that closes it."""
_GO_ON = frozenset({"فقد", "مما"})
_VALLEYS = frozenset({"وادي", "وادت"})
_LAST_FRAMES = 4
_WE_REACH = 8
"""Words at the head of a sentence in which «we» is looked for."""
_HEADED_REACH = 4
"""Words of a name between an office and the colon."""


def find_attributions(annotation: Annotation) -> Attributions:
    """Find who tells what, one frame per telling, in text order.

    Within a sentence the verbs of telling come first, then «وفق», «بحسب»; a frame without a subject of its own
    carries the last speaker on. Frames that stand beside each other are cut where the next begins, frames
    inside each other are kept whole, so that nesting in the text is nesting of the chain.

    Source: cue, source and content as in PARC 3.0 (LREC 2016); annotation guideline, chain; rules ``ar.speech.*``.
    """
    reader = Reader(annotation, load_grammar(annotation.document.language))
    memory = Memory(reader)
    finder = VerbFinder(reader, memory)
    frames: list[Frame] = []
    for number, (start, end) in enumerate(annotation.sentences):
        found = finder.find(number, start, end)
        found += _unmarked(reader, finder.silent, end) if not found else []
        found += find_postponed(reader, finder.silent, start, end) if not found else []
        found += find_in_document(reader, start, end) if not found else []
        found += find_issued(reader, start, end) if not found else []
        found += find_notified(reader, start, end) if not found else []
        found += _headed(reader, memory, start, end) if not found else []
        told_on = _going_on(reader, memory, number, start, end, _open_at(frames, start)) if not found else []
        named = find_according(reader, memory, found, start, end)
        found += named or told_on  # «فقد قتل …، بحسب الشرطة»: who is named says it
        found = join_voices(reader, cut_scopes(reader, found))
        _remember(memory, [*found, *finder.silent], number)
        frames.extend((*found, *find_reports(reader, start, end)))
    return Attributions(frames=tuple(_without_outlet(reader, frames, annotation.document.outlet)))


def _open_at(frames: list[Frame], start: int) -> bool:
    """Say whether what somebody tells reaches to the end of the piece of a sentence before ``start``."""
    return any(f.end == start and f.links and f.act is None for f in frames[-_LAST_FRAMES:])


def _going_on(reader: Reader, memory: Memory, number: int, start: int, end: int, unclosed: bool) -> list[Frame]:
    """Go on with a telling right before: «وأدى ذلك إلى …», «فقد قتل …», «مما أوقع …», «… دون مزيد من التفاصيل», and behind a semicolon."""
    first = reader.readings[start][:1]
    result = bool(first) and "result" in first[0].lexeme.tags and first[0].is_verb
    points = start + 1 < end and reader.forms[start + 1] in ("ذلك", "هذا", "الامر")
    result = result or reader.forms[start] in _VALLEYS  # «وأدى ذلك إلى» is written like «وادي» once folded
    explains = reader.forms[start] in _GO_ON or bool(reader.phrases_in("no_details", start, end))
    besides = reader.forms[start] == "كما" and start + 1 < end and reader.is_that(start + 1)  # «كما أنها اعتقلت …»
    explains = explains or (unclosed and start > 0 and (besides or reader.forms[start - 1] == "؛"))
    spoken = not (explains or result) and (
        _says_we(reader, start, end)
        or _ends_speech(reader, start)
        or quotes_on(reader, memory.chain, start, end, told_on=unclosed)
    )
    if not ((result and points) or explains or spoken) or not memory.chain or memory.sentence != number - 1:
        return []
    if spoken:
        memory.sentence = number
    quoted = reader.quote_from.get(start + 1, reader.quote_from.get(start, end))  # «… «…. …»»: to where the marks close
    return [
        Frame(start=start, end=max(end, quoted), links=memory.chain, cue=start, first=start, last=start - 1 if start else 0,
              stance="neutral", rule=_GOES_ON)
    ]  # fmt: skip


def _says_we(reader: Reader, start: int, end: int) -> bool:
    """«نسيطر على المرتفعات»: who says «we» without marks of quotation is still the last speaker.

    Source: newspapers quote interviews without marks; agreement of person (Ryding 2005, ch. 21).
    """
    for k in range(start, min(end, start + _WE_REACH)):
        found = reader.readings[k]
        if found and all(r.is_finite and r.sense.person == 1 and r.sense.number == "pl" for r in found):
            return k not in reader.quote_over
    return False


def _ends_speech(reader: Reader, start: int) -> bool:
    """«قال … إن القوات وقعت في كمين. نأسف لمقتل جنديين»»: marks that close and never opened end what is still being said."""
    mark = next(iter(reader.words_in(_GUILLEMETS, start, start + _SPEECH_REACH)), None)
    if mark is None or reader.forms[mark] != "»" or reader.forms[mark + 1 : mark + 2] not in _BEHIND_SPEECH:
        return False  # «ل»الوادي»»: some papers open with the mark that closes
    return not any(s <= mark <= e for s, e in reader.annotation.quotes)


def _unmarked(reader: Reader, silent: list[Frame], end: int) -> list[Frame]:
    """«قال العميد في تصريح لـ«الصحيفة» القوات …»: speech that neither «أن» nor a mark opens, behind how it was said."""
    for told in silent[-1:]:
        if told.rule.partition(":")[0] not in _SAYING:
            return []
        for k in range(told.start, min(end, told.start + _MANNER_REACH)):
            opens = reader.forms[k] in _OPENERS or reader.forms[k].startswith("ال")
            if opens and k and reader.forms[k - 1] in '»"':
                return [replace(told, start=k, end=end, last=k - 1, rule=told.rule.replace(":silent", ":unmarked"))]
    return []


def _headed(reader: Reader, memory: Memory, start: int, end: int) -> list[Frame]:
    """«مصدر أمني: مقتل …», «رويترز عن مسؤول: …»: who stands before a colon at the head of a sentence says it."""
    mention = reader.mention_from.get(start)
    if mention is None or not mention.tags & _HEADED or mention.preposition:
        return []
    links: tuple[Attribution, ...] = (Attribution(source=mention.actor, span=mention.span, verb=None),)
    at = mention.last + 1
    if at + 1 < end and reader.forms[at] == "عن":
        inner = find_source_after(reader, at, end)
        if inner is None:
            return []
        links, at = (*links, Attribution(source=inner.actor, span=inner.span, verb=None)), inner.last + 1
    while at < end and at - mention.last <= _HEADED_REACH and reader.tokens[at].is_word and not reader.readings[at]:
        at += 1
    if at + 1 >= end or reader.forms[at] != ":":
        return []
    return [
        Frame(start=at + 1, end=end, links=links, cue=start, first=start, last=at, stance="neutral",
              rule="ar.grammar.headed:colon")
    ]  # fmt: skip


def _remember(memory: Memory, found: list[Frame], number: int) -> None:
    """Who speaks in the sentence itself, not who is told about inside, is who spoke last.

    Source: «وأضاف» goes on for the subject of the main clause.
    """
    alone = len(found) < 2  # as in most sentences
    main = found if alone else [f for f in found if not any(_tells_of(other, f) for other in found)]
    spoken = [f for f in main if f.act is None] or main or found
    if spoken:
        last = max(spoken, key=lambda f: (f.cue if "according" not in f.rule else -1, f.start))
        around = sorted((f for f in found if f.start <= last.first < f.end), key=lambda f: (f.start, -f.end, f.cue))
        memory.note(join_chains(f.links for f in (*around, last)), number)


def _tells_of(outer: Frame, inner: Frame) -> bool:
    """Say whether one telling is told about inside another."""
    return outer is not inner and "according" not in outer.rule and outer.start <= inner.first < outer.end


def _without_outlet(reader: Reader, frames: list[Frame], outlet: Outlet | None) -> list[Frame]:
    """Leave the publishing outlet out of every chain (contract, ``chain``)."""
    if outlet is None:
        return frames
    kept: list[Frame] = []
    for frame in frames:
        links = tuple(k for k in frame.links if not _is_own(reader, k, outlet))
        if links == frame.links or (frame.act is not None and not links):
            kept.append(frame)
        elif links:
            kept.append(Frame(
                start=frame.start, end=frame.end, links=links, cue=frame.cue, first=frame.first, last=frame.last,
                stance=frame.stance, rule=frame.rule, act=frame.act,
            ))  # fmt: skip
    return kept


def _is_own(reader: Reader, link: Attribution, outlet: Outlet) -> bool:
    """Say whether the publisher itself is named: by the registry, or by the noun that its own name begins with («المرصد»)."""
    if _is_outlet(link.source, outlet):
        return not _is_informant(reader, link)
    if link.source.id is not None:
        return False
    if _is_correspondent(reader, link, outlet):
        return True
    words = fold_letters(link.span.of(reader.annotation.document.text)).split()
    if words and words[0].startswith("لل"):
        words[0] = "ال" + words[0][2:]  # «روى الشاهد للمرصد»
    if not words or not reader.grammar["back_source"].has(words[0]):
        return False
    mine, theirs = ([word.removeprefix("ال") for word in row] for row in (words, fold_letters(outlet.name).split()))
    return mine == theirs[: len(mine)]


def _is_correspondent(reader: Reader, link: Attribution, outlet: Outlet) -> bool:
    """Say whether the publisher's own correspondent speaks: «مراسلنا», «مراسل الجريدة» where that is its name."""
    mention = reader.mention_at.get(link.span.start)
    if mention is None or mention.why not in CORRESPONDENTS:
        return False
    if any(r.pronoun == "نا" for r in reader.readings[mention.head]):
        return True
    named = [word.removeprefix("ال") for word in reader.forms[mention.head + 1 : mention.last + 1] if word.isalpha()]
    theirs = [word.removeprefix("ال") for word in fold_letters(outlet.name).split()]
    return bool(named) and (named == theirs[: len(named)] or named == theirs[1:])


def _is_informant(reader: Reader, link: Attribution) -> bool:
    """«مصادر "الرياض"»: who informs the paper is not the paper."""
    mention = reader.mention_at.get(link.span.start)
    return mention is not None and "source" in mention.tags


def _is_outlet(source: Actor, outlet: Outlet) -> bool:
    if source.id is not None and source.id == outlet.id:
        return True
    mine, theirs = source.name.casefold().split(), outlet.name.casefold().split()
    return source.kind in ("broadcaster", "newspaper", "news-site", "news-agency") and mine[:1] == theirs[:1]
