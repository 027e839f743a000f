"""Tellings by verbs: «قال … إن», «أعلنت … مقتل», «نقلت … عن … قوله», «مؤكدا أن»."""

from __future__ import annotations

from riwaya.model.attribution import Attribution, Chain, Cue, Frame, join_links
from riwaya.model.record import record
from riwaya.model.timex import Timex
from riwaya.model.word import Reading
from riwaya.stages.attribute.according import as_told_at
from riwaya.stages.attribute.contents import Content, find_content
from riwaya.stages.attribute.memory import Memory
from riwaya.stages.attribute.reader import PREPOSITIONS, Reader, may_carry
from riwaya.stages.attribute.sources import Source, find_source_after, find_source_before

_IMPERSONAL = frozenset("يذكر يشار يقال يعتقد يتوقع يرجح ذكر يبدو يلاحظ".split())
_RELAY_REACH = 14
_PUBLISHED = frozenset(
    "نشرته نشرتها نشره نشرها بثته بثتها بثه بثها نقلته نقلتها نقله نقلها اوردته اوردتها اورده تناقلته تناقلتها".split()
)
_BESIDE = PREPOSITIONS | frozenset("شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي عاصمه مدينه محافظه".split())
_ALLEGATIONS = frozenset("معلومات اتهامات الاتهامات مزاعم انباء تقارير ادعاءات المزاعم التقارير الانباء اتهام".split())


@record
class _Told:
    source: Source | None
    links: Chain
    after: int
    """First token after the telling clause's subject."""


class VerbFinder:
    """Finds the tellings of one document, sentence by sentence."""

    def __init__(self, reader: Reader, memory: Memory) -> None:
        """Keep what is read and who spoke before."""
        self.reader = reader
        self.memory = memory

    def find(self, number: int, start: int, end: int, earlier: list[Frame]) -> list[Frame]:
        """Give the frames of one sentence, in the order of their cues."""
        found: list[Frame] = []
        for at in self.reader.speech_in(start, end):
            frame = self._frame_at(at, start, end, found, earlier)
            if frame is not None:
                found.append(frame)
                if found[-1].act is None:
                    self.memory.note(join_links(frame.links), number)
        return found

    def _frame_at(self, at: int, start: int, end: int, found: list[Frame], earlier: list[Frame]) -> Frame | None:
        reading = self.reader.speech(at)
        if reading is not None:
            if "relay" in reading.lexeme.tags:
                return self._relay(at, start, end, reading)
            return self._verb(at, start, end, reading, found, earlier)
        participle = self.reader.participle(at)
        if participle is not None and at > start:
            return self._participle(at, start, end, participle, found)
        return self._nominal(at, end)

    def _verb(
        self, at: int, start: int, end: int, reading: Reading, found: list[Frame], earlier: list[Frame]
    ) -> Frame | None:
        tags = reading.lexeme.tags
        form = self.reader.forms[at]
        if "describe" in tags or (form.lstrip("و") in _IMPERSONAL and at + 1 < end and self.reader.is_that(at + 1)):
            return None
        if form.lstrip("و") in ("يدعي", "تدعي") and not (at + 1 < end and self.reader.is_that(at + 1)):
            return None
        if "blame" in tags and not any(f.lstrip("ال").startswith("مسوول") for f in self.reader.forms[at + 1 : at + 8]):
            return None
        if "عدم" in self.reader.forms[at + 1 : at + 3] and reading.lexeme.type == "REQUEST":
            return None
        if self._is_masdar(at, reading) or self._is_quoted_as(at, start, end):
            return None
        after = find_source_after(self.reader, at, end)
        after = self._behind_document(after, end) if after is not None else None
        if after is None and "responsibility" in tags:
            after = self._claimant(at, end)
        told = self._links(at, start, after, reading, found, earlier)
        if told is None:
            return None
        content = find_content(self.reader, at + 1 if "responsibility" in tags else told.after, end, tags)
        if content is None and "act" not in tags:
            return None
        if "strict" in tags and (content is None or content.rule not in ("that", "quote", "colon")):
            return None
        return self._frame(at, end, reading, told, content)

    def _claimant(self, at: int, end: int) -> Source | None:
        """«تبنت الهجوم جماعة …»: the claimant after what they claim."""
        step = at + 1
        while step < min(end, at + 7) and self.reader.mention_from.get(step) is None:
            step += 1
        mention = self.reader.mention_from.get(step)
        if mention is None or not mention.tags & {"group", "name", "force"}:
            return None
        return find_source_after(self.reader, step - 1, end)

    def _is_masdar(self, at: int, reading: Reading) -> bool:
        """«أن رفض …»: after «أن» a past form without subject before it is the noun written alike."""
        return (
            "act" in reading.lexeme.tags
            and reading.sense.shape == "past"
            and self.reader.is_that(at - 1)
            and (reading.sense.number == "sg" and reading.sense.gender == "m")
            if at
            else False
        )

    def _is_quoted_as(self, at: int, start: int, end: int) -> bool:
        """«كما أعلنت كييف» is a source phrase; see ``according``."""
        return any(at - back >= start and as_told_at(self.reader, at - back, end) == back + 1 for back in (1, 2, 3))

    def _links(
        self, at: int, start: int, after: Source | None, reading: Reading, found: list[Frame], earlier: list[Frame]
    ) -> _Told | None:
        if after is not None and not self._is_object(at, after, reading):
            return _Told(source=after, links=self._chain_of(after, at, reading), after=after.last + 1)
        before = None if reading.conjunction and at > start else find_source_before(self.reader, at, start)
        if before is None and self.reader.forms[at + 1 : at + 2] in (("فيه",), ("فيها",)):
            before = self._first_subject(start, at)
        if before is not None:
            extra = after.recipient if after else None
            links = self._chain_of(before, at, reading, recipient=extra)
            return _Told(source=before, links=links, after=at + 1)
        if not reading.conjunction and at > start + 1 and found:
            return None
        chain = self._carried(at, found)
        return _Told(source=None, links=chain, after=at + 1) if chain else None

    def _is_object(self, at: int, after: Source, reading: Reading) -> bool:
        """Say whether the phrase after an act verb is whom it is addressed to: its subject stands before it."""
        if (
            reading.sense.number in ("pl", "du")
            and reading.is_verb
            and self.reader.forms[at].endswith(("وا", "ون", "ا"))
        ):
            return True
        if reading.pronoun:
            return False
        if "act" in reading.lexeme.tags and self._disagrees(after, reading):
            return True
        prior = at - 1
        relative = prior >= 0 and self.reader.forms[prior] in ("الذي", "التي", "الذين")
        if relative and self.reader.forms[at + 1 : at + 2] not in (("فيه",), ("فيها",)):
            return "act" in reading.lexeme.tags
        return not reading.conjunction and self._has_subject_before(at, after)

    def _disagrees(self, after: Source, reading: Reading) -> bool:
        """«واتهمت الجيش»: a feminine verb before a masculine noun, or the reverse, is followed by its object."""
        mention = after.mention
        if mention is None or "name" in mention.tags or mention.number != "sg" or not reading.sense.gender:
            return False
        feminine = self.reader.forms[mention.head].endswith(("ه", "اء"))
        return feminine != (reading.sense.gender == "f")

    def _has_subject_before(self, at: int, after: Source) -> bool:
        if at == 0:
            return False
        mention = self.reader.mention_over.get(at - 1)
        if mention is not None and mention.first and self.reader.forms[mention.first - 1] in _BESIDE:
            return False
        if self.reader.forms[at - 1] in ("قد", "فقد") and at > 1:
            mention = self.reader.mention_over.get(at - 2) or self.reader.mention_over.get(at - 3)
        return mention is not None and mention.preposition == "" and self.reader.forms[at][0] not in "و"

    def _carried(self, at: int, found: list[Frame]) -> Chain:
        for frame in reversed(found):
            if frame.first < at:
                return frame.links
        return self.memory.chain

    def _chain_of(self, source: Source, at: int, reading: Reading, *, recipient: object = None) -> Chain:
        cue = Cue(text=self._written(at), stance=reading.lexeme.stance or "neutral", span=self.reader.tokens[at].span)
        recalled = self.memory.recall(source)
        if recalled:
            return tuple(
                Attribution(source=k.source, span=k.span, verb=cue, channel=k.channel, told=source.told)
                for k in recalled
            )
        link = Attribution(source=source.actor, span=source.span, verb=cue, channel=source.channel, told=source.told)
        return (link,)

    def _frame(self, at: int, end: int, reading: Reading, told: _Told, content: Content | None) -> Frame:
        start = content.start if content else told.after
        stop = content.end if content else end
        last = start - 1
        first = min(at, told.source.first) if told.source else at
        links = self._dress(told.links, at, last)
        through = self._according_inside(at, last)
        if through is not None:
            links = (through, *links)
        quoted = self._quoted_from(at, last)
        if quoted is not None:
            links = (*links, quoted)
        carrier = self._recipient(at, last) or self._publisher(at, end)
        if carrier is not None and all(k.source != carrier.source for k in links):
            links = (carrier, *links)
        rule = f"{reading.lexeme.id}:{content.rule if content else 'act'}"
        rejects = reading.lexeme.type == "REJECT" and any(f in _ALLEGATIONS for f in self.reader.forms[at + 1 : at + 5])
        return Frame(
            start=start, end=max(stop, start), links=links, cue=at, first=first, last=last,
            stance="deny" if rejects else reading.lexeme.stance or "neutral", rule=rule,
            act=None if rejects else reading.lexeme.type,
        )  # fmt: skip

    def _dress(self, links: Chain, at: int, last: int) -> Chain:
        """Put the day of telling and the channel that stand beside the verb onto the innermost link."""
        if not links:
            return links
        told = links[-1].told or self._told(at, last)
        channel = links[-1].channel or self._channel(at, last)
        inner = links[-1]
        dressed = Attribution(source=inner.source, span=inner.span, verb=inner.verb, channel=channel, told=told)
        return (*links[:-1], dressed)

    def _told(self, at: int, last: int) -> Timex | None:
        return next(
            (t for k in range(at, last + 1) if (t := self.reader.time_over.get(k)) and t.kind != "time-of-day"), None
        )

    def _channel(self, at: int, last: int) -> str | None:
        for k in range(at, min(last + 1, len(self.reader.forms))):
            name = self.reader.grammar.channel_at(self.reader.forms, k)
            if name is not None:
                return name
        return None

    def _recipient(self, at: int, last: int) -> Attribution | None:
        for k in range(at + 1, last + 1):
            mention = self.reader.mention_from.get(k)
            beside = k - 1 in self.reader.mention_over and "media" not in self.reader.mention_over[k - 1].tags
            if mention and mention.preposition == "ل" and may_carry(mention):
                return Attribution(source=mention.actor, span=mention.span, verb=None)
            if mention and "media" in mention.tags and (beside or self._told_through(k)):
                return Attribution(source=mention.actor, span=mention.span, verb=None)
        return None

    def _publisher(self, at: int, end: int) -> Attribution | None:
        """«في بيان نشرته وكالة …»: who made the statement known stands before who made it."""
        for k in range(at + 1, end - 1):
            if self.reader.forms[k] not in _PUBLISHED or self._channel(max(at, k - 5), k - 1) is None:
                continue
            mention = self.reader.mention_from.get(k + 1)
            if mention is not None and "media" in mention.tags:
                return Attribution(source=mention.actor, span=mention.span, verb=None)
        return None

    def _according_inside(self, at: int, last: int) -> Attribution | None:
        """«أضافت الجماعة، بحسب المرصد، أن»: through whom the teller reaches us."""
        for k in range(at + 1, last):
            size = self.reader.grammar["according"].at(self.reader.forms, k)
            if not size or self.reader.forms[k] == "نقلا":
                continue
            source = find_source_after(self.reader, k + size - 1, last + 1)
            mention = self.reader.mention_from.get(k + size)
            if source is not None:
                return Attribution(source=source.actor, span=source.span, verb=None)
            if mention is not None:
                return Attribution(source=mention.actor, span=mention.span, verb=None)
        return None

    def _quoted_from(self, at: int, last: int) -> Attribution | None:
        """«قال المبعوث نقلا عن مصادر محلية إن»: whom the speaker relays."""
        for k in range(at + 1, last - 1):
            if self.reader.forms[k] == "نقلا" and self.reader.forms[k + 1] == "عن":
                source = find_source_after(self.reader, k + 1, last + 1)
                if source is not None:
                    return Attribution(source=source.actor, span=source.span, verb=None)
        return None

    def _told_through(self, k: int) -> bool:
        return self.reader.forms[k - 1] in ("ل", "لشبكه", "لوكاله", "لصحيفه", "لقناه", "لموقع", "لاذاعه")

    def _relay(self, at: int, start: int, end: int, reading: Reading) -> Frame | None:
        """«نقلت أ عن ب قوله إن»: A tells what B told."""
        outer = find_source_after(self.reader, at, end)
        if outer is None:
            outer = find_source_before(self.reader, at, start)
        step = max(at, outer.last if outer and outer.first > at else at)
        about = next((k for k in range(step + 1, min(step + _RELAY_REACH, end)) if self.reader.forms[k] == "عن"), None)
        if about is None or outer is None:
            return None
        inner = find_source_after(self.reader, about, end)
        if inner is None:
            return None
        inner = self._behind_document(inner, end)
        content = find_content(self.reader, inner.last + 1, end, reading.lexeme.tags | {"an", "quote", "saying"})
        if content is None:
            return None
        links = join_links((*self._chain_of(outer, at, reading), *self._chain_of(inner, at, reading)))
        told = _Told(source=outer, links=links, after=inner.last + 1)
        return self._frame(at, end, reading, told, content)

    def _behind_document(self, source: Source, end: int) -> Source:
        """«بيان لفرع التنظيم»: the statement's author is the source, the statement the channel."""
        mention = source.mention
        if mention is None or "document" not in mention.tags:
            return source
        for k in range(source.first + 1, min(source.last + 7, end)):
            author = self.reader.mention_from.get(k)
            issued = self.reader.forms[k - 1] == "عن" and self.reader.forms[k - 2] in ("صادر", "الصادر", "صدر")
            if author is not None and issued:
                of_it = True
            else:
                joined = author is not None and not author.preposition and k == mention.last + 1
                of_it = author is not None and (author.preposition == "ل" or joined)
            if author and of_it and "media" not in author.tags:
                return Source(
                    actor=author.actor, span=author.span, first=source.first, last=max(author.last, source.last),
                    mention=author, channel="statement",
                )  # fmt: skip
        return source

    def _participle(self, at: int, start: int, end: int, reading: Reading, found: list[Frame]) -> Frame | None:
        if "عدم" in self.reader.forms[at + 1 : at + 3] or reading.pronoun:
            return None
        content = find_content(self.reader, at + 1, end, reading.lexeme.tags)
        if content is None and "act" not in reading.lexeme.tags:
            return None
        if content and content.rule not in ("that", "quote", "colon") and "strict" in reading.lexeme.tags:
            return None
        chain = self._main_speaker(found, at)
        if not chain:
            subject = find_source_before(self.reader, at, start) or self._first_subject(start, at)
            chain = self._chain_of(subject, at, reading) if subject else ()
        if not chain:
            return None
        return self._frame(at, end, reading, _Told(source=None, links=chain, after=at + 1), content)

    def _main_speaker(self, found: list[Frame], at: int) -> Chain:
        """The last teller of the sentence who is not themselves told about inside another's words."""
        before = [f for f in found if f.first < at]
        own = [
            f for f in before if not any(o is not f and o.start <= f.first < o.end and o.act is None for o in before)
        ]
        return (own or before)[-1].links if before else ()

    def _first_subject(self, start: int, at: int) -> Source | None:
        for k in range(start, at):
            mention = self.reader.mention_from.get(k)
            if mention and not mention.preposition and not mention.tags & {"thing", "document"}:
                return Source(
                    actor=mention.actor, span=mention.span, first=mention.first, last=mention.last, mention=mention
                )
        return None

    def _nominal(self, at: int, end: int) -> Frame | None:
        """«إعلان المنظمة أن …»: a noun of telling, its author, and what is told."""
        reading = next(
            (r for r in self.reader.readings[at] if r.lexeme.table == "speech" and r.sense.shape == "masdar"
             and not r.definite and not r.pronoun and "act" not in r.lexeme.tags), None,
        )  # fmt: skip
        if reading is None or (self.reader.readings[at][0].lexeme.table != "speech"):
            return None
        source = find_source_after(self.reader, at, end)
        if source is None or source.mention is None or source.first != at + 1:
            return None
        content = find_content(self.reader, source.last + 1, end, reading.lexeme.tags)
        if content is None:
            return None
        links = self._chain_of(source, at, reading)
        return self._frame(at, end, reading, _Told(source=source, links=links, after=source.last + 1), content)

    def _written(self, at: int) -> str:
        return self.reader.tokens[at].span.of(self.reader.annotation.document.text)
