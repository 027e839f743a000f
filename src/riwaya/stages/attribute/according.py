"""Tellings by phrase: «وفقا لوكالة …», «بحسب …», «كما أعلنت …», before or after what is told."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.model.attribution import Frame
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.stages.attribute.cited import links_at, phrase_at, source_at
from riwaya.stages.attribute.findings import only_hints, speaks_for_teller, sums_up
from riwaya.stages.attribute.memory import Memory
from riwaya.stages.attribute.reader import Reader, may_carry
from riwaya.stages.attribute.sources import Source
from riwaya.stages.attribute.through import quoted_in_front

_OPENING = 3
_ONWARD_REACH = 9
"""Words from a source over where it works to a clause that goes on with what it told."""
_IN_DEED = frozenset("في خلال اثر جراء نتيجه اثناء بعد عقب".split())
_TO_REACH = frozenset("ليرتفع لترتفع ليصل لتصل ليبلغ لتبلغ".split())
"""Verbs that tell what a count came to."""
_THINKING = frozenset(f"ar.speech.{verb}" for verb in "اعتقد ظن رأى توقع رجح".split())
_HELPED = ("light", "needs")
"""Tags of verbs that another word must help to tell of a happening («تعرضت لقصف»)."""
_AND_THAT = frozenset({"وذلك", "ذلك"})
"""«…، وذلك بحسب»: always behind what is told."""
_OFTEN = frozenset("عاده غالبا كثيرا سرعان نادرا احيانا دايما".split())
"""Before «ما»: no outcome is told («عادة ما»)."""


def find_according(reader: Reader, memory: Memory, found: list[Frame], start: int, end: int) -> list[Frame]:
    """Give the frames that source phrases open in one sentence.

    At the head of a sentence the phrase governs what follows; elsewhere what stands before it, back to the
    sentence's beginning for an agency or a paper (it relays the telling as well), else to where the last
    telling ended.

    Source: medspaCy ConText, BACKWARD and FORWARD cues; annotation guideline, chain.
    """
    frames: list[Frame] = []
    free = start
    for at in sorted({*reader.phrases_in("as_told", start, end), *reader.phrases_in("according", start, end)}):
        if at < free or _within_telling(found, at) or _is_quoted_in_front(reader, found, at, start):
            continue
        size = phrase_at(reader, at, end)
        source = source_at(reader, at + size - 1, end) if size else None
        free = at + size
        if source is None:
            continue
        nobody = (
            sums_up(reader, source) or only_hints(reader, source, at, found) or speaks_for_teller(reader, source, found)
        )
        frame = _frame(reader, memory, found, at, size, source, start, end)
        frame = replace(frame, links=()) if nobody else frame
        if _stands_alone(reader, frame, start, end):
            frame = replace(frame, start=_sentence_before(reader, start), end=start)
        if frame.end > frame.start:
            frames.append(frame)
        if (on := _goes_on(reader, frame, end)) is not None:
            frames.append(on)
        free = max(source.last, frame.last) + 1
    return frames


def _is_quoted_in_front(reader: Reader, found: list[Frame], at: int, start: int) -> bool:
    """«ونقلا عن شهود، ذكرت القناة أن»: the telling behind has them in its chain already."""
    return at == start and any(quoted_in_front(reader, frame.cue) is not None for frame in found)


def _within_telling(found: list[Frame], at: int) -> bool:
    return any(frame.cue < at < max(frame.last + 1, frame.start) for frame in found)


def _frame(
    reader: Reader, memory: Memory, found: list[Frame], at: int, size: int, source: Source, start: int, end: int
) -> Frame:
    links, last = links_at(reader, memory, at, source, size, end)
    source = replace(source, last=last)
    if _governs_forward(reader, at, source, start, end):
        return Frame(
            start=source.last + 1, end=end, links=links, cue=at, first=at, last=source.last, stance="neutral",
            rule="ar.grammar.according:before",
        )  # fmt: skip
    left = _left(reader, found, at, source, start)
    return Frame(
        start=left, end=_right(reader, left, at, source.last + 1, end), links=links, cue=at, first=at, last=source.last, stance="neutral",
        rule="ar.grammar.according:after",
    )  # fmt: skip


def _right(reader: Reader, left: int, at: int, behind: int, end: int) -> int:
    """Give where what an aside tells ends: before it, or where nothing has happened there yet, behind («نجم عن ذلك، حسب الشرطة، مقتل …»)."""
    aside = at > left and behind < end and reader.forms[behind] not in ".؛"
    if not aside or any(_happens(reader, k) for k in range(left, at)) or reader.speech_in(left, at):
        return at
    return next((k for k in reader.speech_in(behind, end) if reader.speech(k) is not None), end)


def _happens(reader: Reader, at: int) -> bool:
    """Say whether a happening stands at ``at`` that needs no other word («قتل»; no «وقع», «تعرض»)."""
    first = reader.readings[at][:1]
    return (
        bool(first)
        and first[0].lexeme.table == "events"
        and not any(tag.startswith(_HELPED) for tag in first[0].lexeme.tags)
    )


def _governs_forward(reader: Reader, at: int, source: Source, start: int, end: int) -> bool:
    """Say whether the phrase opens its clause: at the sentence's head, after «و», or before «فإن»."""
    after = reader.forms[source.last + 1] if source.last + 1 < end else "."
    if at and reader.forms[at - 1] in _AND_THAT:
        return False
    if after in ("فان", "فانه", "فانها", "فقد"):
        return True
    if reader.forms[at][0] == "و" and len(reader.forms[at]) > 3 and reader.forms[at] not in ("وفقا", "وفق"):
        return after not in (".", "؛")
    early = at - start < _OPENING
    return early and not any(reader.is_event_noun(k) or reader.is_finite(k) for k in range(start, at))


def _stands_alone(reader: Reader, frame: Frame, start: int, end: int) -> bool:
    """«تقدمت القوات نحو المدينة. بحسب مصادر عسكرية.»: a sentence that only names its source is cut off the one before."""
    words = sum(reader.tokens[k].is_word and k not in reader.time_over for k in range(frame.last + 1, end))
    before = _sentence_before(reader, start)
    alone = frame.first == start or (frame.first == start + 1 and reader.forms[start] in _AND_THAT)
    return alone and not words and 0 <= before < start and not reader.speech_in(before, start)


def _sentence_before(reader: Reader, start: int) -> int:
    """Where the sentence before the one that begins at ``start`` begins; ``start`` itself for the first."""
    sentences = reader.annotation.sentences
    at = bisect_left(sentences, (start, start))
    return sentences[at - 1][0] if at else start


def _goes_on(reader: Reader, frame: Frame, end: int) -> Frame | None:
    """«انفجرت شاحنة، وفقا للشرطة، حيث قتل …», «…، ما أدى إلى …»: what hangs on what was told is told by the same."""
    if not frame.rule.endswith("after"):
        return None
    for k in range(frame.last + 2, min(end - 1, frame.last + _ONWARD_REACH)):
        if reader.is_finite(k - 1):
            return None
        if reader.forms[k - 1] in "،,-–" and _hangs_on(reader, k):
            return replace(frame, start=k, end=end, rule="ar.grammar.according:on")
    return None


def _hangs_on(reader: Reader, at: int) -> bool:
    """Say whether a clause of what came of it or followed begins: «حيث», «مما», «ما أدى», «الأمر الذي», «قبل أن», «لترتفع», «في هجوم»."""
    form, follows = reader.forms[at], reader.forms[at + 1]
    if form in _IN_DEED and reader.is_event_noun(at + 1):
        return not reader.readings[at + 1][0].definite
    if form == "ما":
        return any(r.is_verb for r in reader.readings[at + 1][:1]) and reader.speech(at + 1) is None
    if form == "الامر":
        return follows == "الذي"
    if form in ("قبل", "قبيل"):
        return follows == "ان"
    return form in ("حيث", "مما") or form in _TO_REACH


def _is_of_media(reader: Reader, mention: Mention) -> bool:
    """Say whether media are named, or a report of theirs («تقرير القناة»)."""
    if may_carry(mention):
        return True
    inside = range(mention.first + 1, mention.last + 1) if "document" in mention.tags else ()
    return any("media" in r.lexeme.tags for k in inside for r in reader.readings[k][:1])


def _left(reader: Reader, found: list[Frame], at: int, source: Source, start: int) -> int:
    media = source.mention is not None and _is_of_media(reader, source.mention)
    before = [f for f in found if f.cue < at and f.act is None]
    if media or not before:
        return start
    last = max(before, key=lambda f: f.cue)
    if last.rule.partition(":")[0] in _THINKING:
        return start  # «يعتقد الوزير أن …، وفقا لمساعده»: what somebody thinks, another tells
    if last.start < last.end < at and not any(reader.tokens[k].is_word for k in range(last.end, at)):
        return last.start  # «قال: «…»، بحسب الوالي»: all that was quoted
    if last.end < at - 1:  # «أفادت … عن مقتل حارس، وكان المهاجمون …، بحسب …»: what is told there ended
        return last.end
    for k in range(at - 2, max(last.start, start), -1):
        if reader.forms[k] in "،," or (reader.forms[k] in ("مما", "ما") and reader.forms[k - 1] not in _OFTEN):
            return k + 1
    return last.start
