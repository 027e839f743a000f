"""Tellings by verbs: «قال … إن», «أعلنت … مقتل», «نقلت … عن … قوله», «مؤكدا أن»."""

from __future__ import annotations

from riwaya.model.attribution import Chain, Frame, join_links
from riwaya.model.record import replace
from riwaya.model.word import Reading
from riwaya.stages.attribute.act_nouns import ADVERBIAL, ActNoun, find_act_noun, tells_what_for
from riwaya.stages.attribute.alike import is_announced, is_count, is_marked_passive, is_masdar, is_suspected
from riwaya.stages.attribute.antecedents import find_source_before
from riwaya.stages.attribute.as_told import as_told_at
from riwaya.stages.attribute.contents import Content, find_content, find_news, find_said_before
from riwaya.stages.attribute.counting import ESTIMATES, only_shows, tells_what_is
from riwaya.stages.attribute.documents import behind_document
from riwaya.stages.attribute.earlier import without_earlier
from riwaya.stages.attribute.expressing import EXPRESSES, find_doubted, find_expressed
from riwaya.stages.attribute.findings import only_hints
from riwaya.stages.attribute.judging import are_accused, convicts, is_accused, lays_no_blame
from riwaya.stages.attribute.main_subjects import find_claimant, find_doer
from riwaya.stages.attribute.memory import Memory
from riwaya.stages.attribute.reader import AGENCIES, BARRING, CORRESPONDENTS, IDENTITY, RELATIVES, Reader
from riwaya.stages.attribute.sources import find_source_after
from riwaya.stages.attribute.speakers import Speakers, Told
from riwaya.stages.attribute.through import with_carriers

_IMPERSONAL = frozenset("يذكر يشار يقال يشتبه يخشي يعتقد يتوقع يرجح ذكر يبدو يلاحظ".split())
_NEWS_REACH = 3
_FROM = ("عن", "عنه", "عنها", "عنهم")
_RELAY_REACH, _NEGATED_REACH, _QUOTED_REACH = 14, 8, 3
_CONFIRMING = frozenset({"ar.speech.أكد", "ar.speech.جزم", "ar.speech.أثبت"})
_QUOTED = frozenset({"an", "quote", "saying"})
_DECLARED = frozenset({"alert", "emergency", "curfew"})
"""States of things that whoever may declares: saying it makes it so."""
_TOLD_ITSELF = _QUOTED | {"an-about", "object"}
_COUNTING = frozenset({"body", "monitor", "rights-group"})
_PASSED = frozenset({"object"})
_INFORMANTS = frozenset({"source", "official", "spokesman", "body"})
_INFORMS = "ar.speech.أبلغ"
_COUNTED = ("عدد", "اعداد", "حصيل", "خساير")
_NO_VOICE = frozenset({"strict", "show", "publish", "responsibility", "blame"})
_ALLEGATIONS = frozenset("معلومات اتهامات الاتهامات مزاعم انباء تقارير ادعاءات المزاعم التقارير الانباء اتهام".split())


class VerbFinder:
    """Finds the tellings of one document, sentence by sentence."""

    def __init__(self, reader: Reader, memory: Memory) -> None:
        """Keep what is read and who spoke before."""
        self.reader = reader
        self.memory = memory
        self.speakers = Speakers(reader, memory)
        self.silent: list[Frame] = []
        """Who speaks in the sentence last read without anything told behind the verb itself; empty contents."""

    def find(self, number: int, start: int, end: int) -> list[Frame]:
        """Give the frames of one sentence, in the order of their cues."""
        found: list[Frame] = []
        self.silent = []
        for at in self.reader.speech_in(start, end):
            frame = self._frame_at(at, start, end, found)
            if frame is not None:
                found.append(frame)
                if found[-1].act is None:
                    self.memory.note(join_links(frame.links), number)
        return found

    def _frame_at(self, at: int, start: int, end: int, found: list[Frame]) -> Frame | None:
        noun = find_act_noun(self.reader, at, start)
        if noun is not None:
            return self._act_noun(at, start, end, noun, found)
        reading = self.reader.speech(at)
        if reading is not None:
            if self.reader.publishes(at) and any(f.cue < at <= f.last for f in found):
                return None
            if "relay" in reading.lexeme.tags:
                if self._is_quoted_as(at, start, end):
                    return None  # «- حسبما نقل موقع … - أن»
                return self._relay(at, start, end, reading)
            return self._verb(at, start, end, reading, found)
        participle = self.reader.participle(at)
        if participle is not None:
            return self._participle(at, start, end, participle, found)
        return self._nominal(at, start, end)

    def _act_noun(self, at: int, start: int, end: int, noun: ActNoun, found: list[Frame]) -> Frame | None:
        """«عبرت الوزارة عن إدانتها للهجوم», «بعد رفض الحكومة الاتفاق»: the act is of whoever expresses it."""
        if noun.verb is not None:
            verb = next(r for r in self.reader.readings[noun.verb] if r.lexeme.table == "speech")
            told = self.speakers.find(noun.verb, start, end, verb, [*found, *self.silent])
            links, after = (told.links if told else ()), at + 1
        else:
            source = find_source_after(self.reader, at, end)
            if source is None or source.first != at + 1:
                return None
            links, after = self.speakers.chain_of(source, at, noun.reading), source.last + 1
        content = find_content(self.reader, after, end, noun.reading.lexeme.tags)
        if not links or (noun.verb is None and content is None):
            return None
        frame = self._frame(at, end, noun.reading, Told(source=None, links=links, after=after), content)
        if noun.verb is None:
            return frame
        found[:] = [one for one in found if one.cue != noun.verb]  # «جدد تهديده»: no telling beside the act
        return replace(frame, first=noun.verb)

    def _verb(self, at: int, start: int, end: int, reading: Reading, found: list[Frame]) -> Frame | None:
        tags = reading.lexeme.tags
        if self._is_no_telling(at, start, end, reading):
            return None
        told = self.speakers.find(at, start, end, reading, [*found, *self.silent])
        if told is not None and only_shows(self.reader, at, reading, told.source):
            return None
        if reading.lexeme.id == ESTIMATES and at + 1 < end and self.reader.forms[at + 1].startswith(_COUNTED):
            told = Told(source=None, links=(), after=at + 1)  # «قدر عددهم بنحو»: nobody is told to count
        if told is None:
            return None
        stop = self.reader.clause_end(at, start, end)
        content, stance = self._told_of(at, start, stop, reading, told)
        if "act" not in tags and self._tells_nothing(at, reading, told, content):
            self._hear(at, reading, told)
            return None
        clause = content is not None and content.rule in ("that", "quote", "colon")
        if not stance and "strict" in tags and not clause and not self._counts(told, content):
            return None
        if told.source is not None and only_hints(self.reader, told.source, at, found):
            told = replace(told, links=())
        frame = self._frame(at, stop, reading, told, content)
        frame = replace(frame, stance=stance) if stance else frame
        if not self.reader.is_negated(at):
            return frame
        negated = self._negated(frame, reading)
        if negated is None:
            self._hear(at, reading, told)
        return negated

    def _counts(self, told: Told, content: Content | None) -> bool:
        """«سجلت المنظمة عشرين هجوما», «شاهد مراسل الوكالة جثث …»: what a body counts or a reporter sees stands right behind it."""
        mention = told.source.mention if told.source is not None else None
        if mention is None or content is None or content.rule != "object" or content.start != told.after:
            return False
        return bool(mention.tags & _COUNTING) or mention.why in CORRESPONDENTS

    def _told_of(self, at: int, start: int, stop: int, reading: Reading, told: Told) -> tuple[Content | None, str]:
        """What the verb tells, and the stance that a noun of belief beside it gives («أعرب عن شكوكه في»); "" for its own."""
        tags = reading.lexeme.tags
        if EXPRESSES in tags and (expressed := find_expressed(self.reader, at + 1, stop)):
            return expressed
        if "dative" in tags and told.source is not None and told.source.recipient is not None:
            tags = tags | _PASSED  # «أبلغت «النهار» قيادات مقتل …»
        if "show" in tags and told.source is not None and told.source.mention is not None:
            seen = told.source.mention.why in CORRESPONDENTS
            tags = tags | _PASSED if seen else tags  # «شاهد مراسل الوكالة جثث …»
        content = find_content(self.reader, at + 1 if "responsibility" in tags else told.after, stop, tags)
        content = without_earlier(self.reader, content) if "act" in tags else content
        if content is None and "fi" in tags:
            content = find_doubted(self.reader, told.after, stop)
        if content is None and "quote" in tags and not reading.conjunction:
            content = find_said_before(self.reader, at, start)
        return content, ""

    def _is_no_telling(self, at: int, start: int, end: int, reading: Reading) -> bool:
        """Say whether the verb only looks like one of telling: impersonal, a noun, «حمل» without blame, «كما قال»."""
        tags, forms = reading.lexeme.tags, self.reader.forms
        form, that = forms[at].lstrip("و"), at + 1 < end and self.reader.is_that(at + 1)
        impersonal = form in _IMPERSONAL and that and not (form == "ذكر" and self._goes_on(at))
        if at and forms[at - 1] in RELATIVES and at + 1 < end and forms[at + 1] in _FROM:
            return True  # «القائمة التي أعلنت عنها الوزارة»
        if is_announced(self.reader, at, start, reading) or is_suspected(self.reader, at, reading):
            return True
        if self.reader.grammar["self_words"].has(forms[at + 1] if at + 1 < end else ""):
            return True  # «سلم نفسه»
        called = tells_what_is(self.reader, at, end, reading)
        if called or convicts(self.reader, at) or is_accused(self.reader, at, end, reading):
            return True
        if (
            "describe" in tags
            or is_marked_passive(self.reader, at, reading)
            or impersonal
            or (form in ("يدعي", "تدعي") and not that)
        ):
            return True
        if "blame" in tags and lays_no_blame(self.reader, at):
            return True
        behind = at + 2 if forms[at + 1 : at + 2] in (("ايضا",), ("كذلك",)) else at + 1
        if "within" in tags and forms[behind : behind + 1] not in (("في",), ("فيه",), ("فيها",)):
            return True
        if "عدم" in forms[at + 1 : at + 3] and reading.lexeme.type == "REQUEST":
            return True
        if reading.lexeme.type in ("REJECT", "REQUEST") and not IDENTITY.isdisjoint(forms[at + 1 : at + 6]):
            return True
        if reading.lexeme.id == _INFORMS and at + 1 < end and is_count(self.reader, at + 1):
            return True
        if form in ADVERBIAL and at + 1 < end and forms[at + 1].startswith("ل"):
            return not self.reader.readings[at + 1] or self.reader.readings[at + 1].under_preposition
        return is_masdar(self.reader, at, reading) or self._is_quoted_as(at, start, end)

    def _goes_on(self, at: int) -> bool:
        """«وذكر أن» behind what somebody told is theirs; «ذكر أن» alone is nobody's."""
        return self.reader.forms[at].startswith("و") and bool(next(self.memory.recent(), ()))

    def _tells_nothing(self, at: int, reading: Reading, told: Told, content: Content | None) -> bool:
        """Say whether nothing is told behind the verb itself, or only far behind a negated one."""
        if content is None or (reading.pronoun and "dative" not in reading.lexeme.tags):
            return True
        return self.reader.is_negated(at) and content.start - told.after > _NEGATED_REACH

    def _negated(self, frame: Frame, reading: Reading) -> Frame | None:
        """«لم تؤكد مقتل …» leaves open, «لم يظهر وجود …» denies, «لم يستبعد …» doubts; who did not tell told nothing."""
        if reading.lexeme.stance == "deny":
            return replace(frame, stance="doubt", rule=f"{frame.rule}:unless")
        if "show" in reading.lexeme.tags:
            return replace(frame, stance="deny")
        if reading.lexeme.stance == "assert" and "responsibility" not in reading.lexeme.tags and frame.act is None:
            return replace(frame, rule=f"{frame.rule}:negated") if reading.lexeme.id in _CONFIRMING else None
        return frame if frame.act is not None or reading.lexeme.stance == "doubt" else None

    def _hear(self, at: int, reading: Reading, told: Told) -> None:
        """«ونوه الوزير إلى ذلك، قائلا»: who speaks is known though the verb itself tells of no happening."""
        if told.source is None or reading.lexeme.tags & _NO_VOICE:
            return
        if reading.pronoun and "dative" not in reading.lexeme.tags and told.source.first < at:
            return  # «موقفا يذكره التاريخ»: what is told about
        self.silent.append(
            Frame(
                start=told.after,
                end=told.after,
                links=told.links,
                cue=at,
                first=min(at, told.source.first),
                last=told.after - 1,
                stance="neutral",
                rule=f"{reading.lexeme.id}:silent",
            )
        )

    def _is_quoted_as(self, at: int, start: int, end: int) -> bool:
        """«كما أعلنت كييف» is a source phrase; see ``according``."""
        for k in self.reader.phrases_in("as_told", max(start, at - _QUOTED_REACH), at):
            if as_told_at(self.reader, k, end) == at - k + 1:
                return True
        return False

    def _frame(self, at: int, end: int, reading: Reading, told: Told, content: Content | None) -> Frame:
        start = content.start if content else told.after
        stop = content.end if content else end
        if content is not None and self._declares(content):  # what it is declared because of happened before
            stop = next((k for k in range(start + 1, stop) if self.reader.forms[k] in BARRING), stop)
        last = start - 1
        first = min(at, told.source.first) if told.source else at
        links = with_carriers(self.reader, told.links, at, last, end)
        if content is not None and content.inserted is not None:
            last = max(content.inserted - 1, at)
        declared = self._declares(content)
        told_by = "declared" if declared else content.rule if content else "act"
        rule = f"{reading.lexeme.id}:{told_by}"
        needed = content is not None and content.rule == "need"
        rejects = reading.lexeme.type == "REJECT" and not _ALLEGATIONS.isdisjoint(self.reader.forms[at + 1 : at + 5])
        return Frame(
            start=start, end=max(stop, start), links=links, cue=at, first=first, last=last,
            stance="deny" if rejects else "urge" if needed else reading.lexeme.stance or "neutral", rule=rule,
            act=None if rejects else declared or ("REQUEST" if needed else reading.lexeme.type),
        )  # fmt: skip

    def _declares(self, content: Content | None) -> str | None:
        """Give the type of what is done by saying it («أعلنت السلطات حظر التجول»); None for what is only told."""
        if content is None or content.rule != "object":
            return None
        found = self.reader.readings[content.start][:1]
        event = next((r for r in found if r.lexeme.table == "events" and r.lexeme.subtype in _DECLARED), None)
        return event.lexeme.type if event is not None else None

    def _relay(self, at: int, start: int, end: int, reading: Reading) -> Frame | None:
        """«نقلت أ عن ب قوله إن»: A tells what B told; without «عن» A tells it («تناقلت أ أن»)."""
        outer = find_source_after(self.reader, at, end)
        if outer is None and not reading.conjunction and at > start:
            outer = find_source_before(self.reader, at, start)
        step = max(at, outer.last if outer and outer.first > at else at)
        links = self.speakers.chain_of(outer, at, reading) if outer else ()
        after = step + 1
        heard = "hears" in reading.lexeme.tags
        words = ("من",) if heard else ("الي",) if "ascribes" in reading.lexeme.tags else _FROM
        about = next((k for k in range(after, min(step + _RELAY_REACH, end)) if self.reader.forms[k] in words), None)
        if heard:
            agency = outer is not None and outer.mention is not None and outer.mention.actor.kind in AGENCIES
            return self._heard(at, end, reading, about, links if agency else ())
        if outer is not None and after < end and self._tells_noun(after):
            about = None  # «نقلت تقارير إقرار الحركة بمسؤوليتها عن الهجوم»
        if about is not None:
            inner, after = self._inner(about, end, at, reading)
            links = join_links((*(links or self._passing_on(about, reading)), *inner))
        elif outer is not None and after < end and self._tells_noun(after):
            passed_on = Content(start=after, end=end, rule="object")
            return self._frame(at, end, reading, Told(source=outer, links=links, after=after), passed_on)
        if not links:
            return None
        tags = reading.lexeme.tags | (_TOLD_ITSELF if about is None else _QUOTED)
        content = find_content(self.reader, after, end, tags)
        if content is None and (about is None or after != about or about - step <= _NEWS_REACH):
            content = find_news(self.reader, after, end)
        if content is None:
            return None
        return self._frame(at, end, reading, Told(source=outer, links=links, after=after), content)

    def _passing_on(self, about: int, reading: Reading) -> Chain:
        """«ونقلت عن بيان …» behind what an agency told: the agency again, alone."""
        last = self.memory.chain[:1] if reading.conjunction and self.reader.forms[about] in ("عن", "من") else ()
        mention = self.reader.mention_at.get(last[0].span.start) if last else None
        return last if mention is not None and "media" in mention.tags else ()

    def _heard(self, at: int, end: int, reading: Reading, about: int | None, hearer: Chain) -> Frame | None:
        """«علمت «…» من مصادر أن»: what the paper itself heard is its sources'; an agency passes on what it heard («علمت رويترز من»)."""
        source = find_source_after(self.reader, about, end) if about is not None and not reading.pronoun else None
        if source is None or source.mention is None or not source.mention.tags & _INFORMANTS:
            return None
        content = find_content(self.reader, source.last + 1, end, frozenset({"an", "bi"}))
        links = join_links((*hearer, *self.speakers.chain_of(source, at, reading)))
        told = Told(source=source, links=links, after=source.last + 1)
        return self._frame(at, end, reading, told, content) if content is not None else None

    def _tells_noun(self, at: int) -> bool:
        """«نقلت وسائل إعلام إقرار الحركة بـ…»: a noun of telling is what is passed on."""
        return any(r.lexeme.table == "speech" and r.sense.shape == "masdar" for r in self.reader.readings[at])

    def _inner(self, about: int, end: int, at: int, reading: Reading) -> tuple[Chain, int]:
        """Whom a relay quotes, and the token behind: «عن مسؤول …», or with «عنه» who spoke last."""
        if self.reader.forms[about] not in ("عن", "من", "الي"):
            return self.memory.chain, about + 1
        inner = find_source_after(self.reader, about, end)
        if inner is None:
            return (), about
        inner = behind_document(self.reader, inner, end)
        chain, after = self.speakers.chain_of(inner, at, reading), inner.last + 1
        step = after + 1 if self.reader.forms[after : after + 1] in (("،",), (",",)) else after
        if self.reader.forms[step : step + 1] == ("عن",) and step < end:
            deeper, behind = self._inner(step, end, at, reading)
            return ((*chain, *deeper), behind) if deeper else (chain, after)
        return chain, after

    def _participle(self, at: int, start: int, end: int, reading: Reading, found: list[Frame]) -> Frame | None:
        if "عدم" in self.reader.forms[at + 1 : at + 3] or are_accused(self.reader, at, end, reading):
            return None
        if reading.lexeme.type in ("REJECT", "REQUEST") and not IDENTITY.isdisjoint(self.reader.forms[at + 1 : at + 5]):
            return None  # «قال مسؤول، رافضا كشف هويته، إن»
        if "act" in reading.lexeme.tags and (tells_what_for(self.reader, at, start) or self.reader.is_unnamed(at)):
            return None
        if "blame" in reading.lexeme.tags and lays_no_blame(self.reader, at):
            return None  # «شاحنة محملة بالأسلحة»
        content = find_content(self.reader, at + 1, end, reading.lexeme.tags)
        if content is None and "act" not in reading.lexeme.tags:
            return None
        if content and content.rule not in ("that", "quote", "colon") and "strict" in reading.lexeme.tags:
            return None
        chain = self.speakers.main_speaker(sorted([*found, *self.silent], key=lambda f: f.cue), at)
        chain = chain or self.speakers.according_to(start, at, reading)
        if not chain:
            subject = find_doer(self.reader, at, start, reading)
            chain = self.speakers.chain_of(subject, at, reading) if subject else ()
            chain = chain or (self.memory.chain if at == start or reading.sense.shape == "masdar" else ())
        if not chain:
            return None
        return self._frame(at, end, reading, Told(source=None, links=chain, after=at + 1), content)

    def _nominal(self, at: int, start: int, end: int) -> Frame | None:
        """«إعلان المنظمة أن …», «إلى إعلان مسؤوليتها عن»: a noun of telling, its author, and what is told."""
        reading = next(
            (r for r in self.reader.readings[at] if r.lexeme.table == "speech" and r.sense.shape == "masdar"
             and not r.definite and not r.pronoun and "act" not in r.lexeme.tags), None,
        )  # fmt: skip
        if reading is None or self.reader.readings[at][0].lexeme.table != "speech" or self.reader.forms[at] == "نقلا":
            return None
        source = find_source_after(self.reader, at, end)
        if source is None or source.mention is None or source.first != at + 1:
            source, after = find_claimant(self.reader, at, start), at + 1
        else:
            after = source.last + 1
        content = find_content(self.reader, after, end, reading.lexeme.tags) if source is not None else None
        if source is None or content is None:
            return None
        links = self.speakers.chain_of(source, at, reading)
        return self._frame(at, end, reading, Told(source=source, links=links, after=after), content)
