"""Who a word of telling belongs to: its subject after or before it, or who spoke before."""

from __future__ import annotations

from riwaya.model.attribution import Attribution, Chain, Cue, Frame
from riwaya.model.record import record, replace
from riwaya.model.word import Reading
from riwaya.stages.attribute.again import is_again
from riwaya.stages.attribute.agreement import agrees, agrees_behind, is_feminine_land
from riwaya.stages.attribute.antecedents import find_source_before
from riwaya.stages.attribute.called_on import ALSO
from riwaya.stages.attribute.cited import phrase_before
from riwaya.stages.attribute.documents import behind_document, find_author
from riwaya.stages.attribute.findings import sums_up
from riwaya.stages.attribute.main_subjects import find_claimant, find_main_subject, first_subject, issued_by
from riwaya.stages.attribute.memory import Memory
from riwaya.stages.attribute.objects_of import is_object_of, is_threatened_in_it
from riwaya.stages.attribute.reader import RELATIVES, Reader, may_carry
from riwaya.stages.attribute.recipients import teller_behind, without_told
from riwaya.stages.attribute.scopes import cut_scopes
from riwaya.stages.attribute.sources import Source, find_source_after, source_of

_OPENERS = frozenset("لكن ولكن كما غير ان الا بيد فيما بينما وفيما وبينما".split())
_TOPIC_OPENERS = _OPENERS | frozenset({"كان", "كانت", "وكان", "وكانت"})
_CLAIMANT_REACH = 7
_TAKEN_UP = frozenset("لكنه لكنها لكنهم ولكنه ولكنها ولكنهم وهو وهي وهم انه انها انهم".split())
"""«لكنه قال»: a pronoun before the verb is who spoke before."""
_BARE_THAT = frozenset({("ان",), ("بان",), ("فان",)})
"""«أن» without a pronoun points back to nobody."""
_RETURNING = frozenset("خلاله خلالها فيه فيها".split())
_CIRCUMSTANCES = frozenset("وقت اطار سياق ظل اعقاب خضم غمره ذكري اول اثناء ختام مستهل اليوم".split())
"""Behind «جاء في»: when or amid what, and no paper in which it stands."""
_PAPER_REACH = 8
"""Words from a paper over its author to what the author says in it."""


@record
class Told:
    """Who tells, and where what is told may begin."""

    source: Source | None
    links: Chain
    after: int
    """First token after the telling clause's subject."""


class Speakers:
    """Finds whose telling it is."""

    def __init__(self, reader: Reader, memory: Memory) -> None:
        """Keep what is read and who spoke before."""
        self.reader = reader
        self.memory = memory

    def find(self, at: int, start: int, end: int, reading: Reading, found: list[Frame]) -> Told | None:
        """Give who tells by the verb at ``at``: the subject after it, before it, or the last speaker; None for nobody.

        Source: verb-subject-object order of written Arabic; annotation guideline, chain («وأضاف»).
        """
        if reading.sense.person == 1:
            chain = self._own_voice(at, found)
            return Told(source=None, links=chain, after=at + 1) if chain else None
        if "within" in reading.lexeme.tags:
            return self._within(at, start, end, reading, found)
        after = self._after(at, end, reading)
        if after is not None and is_threatened_in_it(self.reader, at, after, reading):
            return self._told_by(first_subject(self.reader, start, at), at, reading)
        aside = self._describes(at, start, after, reading)
        if after is None and "responsibility" in reading.lexeme.tags:
            after = self._claimant(at, end)
        if after is not None and (
            aside or not is_object_of(self.reader, at, start, after, reading, spoke=bool(self.memory.chain or found))
        ):
            return Told(source=after, links=self.chain_of(after, at, reading), after=after.last + 1)
        topical = reading.conjunction == "ف" and self.reader.forms[start] in ("اما", "واما")
        also = at > start + 1 and self.reader.forms[at - 1] in ALSO
        joined = (reading.conjunction or also) and at > start and not topical
        if around := self._written_by(at, start, reading) or self._of_phrase(at, start, reading):
            return Told(source=None, links=around, after=at + 1)
        before = None if aside else self._before(at, start, reading, joined=bool(joined), told=bool(found))
        if before is None and self.reader.forms[at + 1 : at + 2] in (("فيه",), ("فيها",)):
            before = first_subject(self.reader, start, at)
        if before is not None and self._is_told_of(before, at, found):
            return None
        if before is not None:
            return self._told_by(before, at, reading)
        topic = None if aside or reading.conjunction or at <= start + 1 else self._topic(at, start, reading)
        if topic is not None:
            return Told(source=None, links=self.chain_of(topic, at, reading), after=at + 1)
        beside = self.reader.forms[at - 2 if self.reader.forms[at - 1] in ("لا", "لم", "لن") else at - 1]
        if not aside and not joined and at > start + 1 and found and beside not in _TAKEN_UP and not self._unjoined(at):
            return None
        chain = self._of_the_whole(at, start, reading, found) if aside else ()
        chain = chain or self._carried(at, start, reading, found)
        return Told(source=None, links=chain, after=at + 1) if chain else None

    def _of_the_whole(self, at: int, start: int, reading: Reading, found: list[Frame]) -> Chain:
        """«نشرت الحركة شريطا قالت إنه …»: who speaks in the sentence, or whom it opens with."""
        main, subject = self.main_speaker(found, at), first_subject(self.reader, start, at)
        if main or subject is None or subject.mention is None:
            return main
        return self.chain_of(subject, at, reading) if agrees(self.reader, subject.mention, reading) else ()

    def _after(self, at: int, end: int, reading: Reading) -> Source | None:
        """The subject after the verb, behind whom it was told to and the paper it stands in."""
        after = find_source_after(self.reader, at, end)
        if after is not None and "dative" in reading.lexeme.tags:
            after = without_told(self.reader, teller_behind(self.reader, after, end), at)
        return behind_document(self.reader, after, end) if after is not None else None

    def _written_by(self, at: int, start: int, reading: Reading) -> Chain:
        """«بثت القناة تسجيلا للزعيم يعلن فيه …»: whose paper it is tells, through the media that the sentence opens with."""
        if at + 1 >= len(self.reader.forms) or self.reader.forms[at + 1] not in _RETURNING or reading.conjunction:
            return ()
        papers = (m for k in range(at - 1, max(start, at - _PAPER_REACH), -1) if (m := self.reader.mention_from.get(k)))
        paper = next((m for m in papers if "document" in m.tags), None)
        author = find_author(self.reader, paper, at) if paper is not None else None
        if author is None or not agrees(self.reader, author, reading):
            return ()
        links, carrier = self.chain_of(source_of(author), at, reading), first_subject(self.reader, start, at)
        if carrier is None or carrier.mention is None or not may_carry(carrier.mention) or carrier.mention == author:
            return links
        return (*self.chain_of(carrier, at, reading), *links)

    def _of_phrase(self, at: int, start: int, reading: Reading) -> Chain:
        """«…، بحسب الوالي، الذي أضاف أن»: whom the phrase before the relative clause names."""
        if at <= start + 1 or self.reader.forms[at - 1] not in RELATIVES or self.reader.forms[at - 2] not in "،,":
            return ()
        return self.according_to(start, at, reading)

    def _before(self, at: int, start: int, reading: Reading, *, joined: bool, told: bool) -> Source | None:
        """The subject before the verb; of «ظهر اللواء … ليعلن …» and «زار الوزير …، حيث قال» whom the sentence is about."""
        if joined and at - 2 > start and self.reader.forms[at - 2] in RELATIVES and self.reader.is_finite(at - 1):
            return find_source_before(self.reader, at - 1, start)  # «الحركة التي عادت وتبنت الهجوم»
        if joined:
            return find_main_subject(self.reader, at, start, reading, told=told)
        purpose = self.reader.forms[at].startswith("ل") and reading.sense.shape.endswith("present")
        subject = first_subject(self.reader, start, at) if purpose else None
        found = subject or find_source_before(self.reader, at, start)
        masculine = (
            found is not None
            and reading.sense.gender == "m"
            and is_feminine_land(self.reader, found.mention, found.first)
        )
        return None if masculine else found  # «ومقره بريطانيا قال»

    def _unjoined(self, at: int) -> bool:
        """«انتقد الوزير القرار، قال إن»: the «و» left out, of the main speaker."""
        return self.reader.forms[at - 1] in "،," and self.reader.forms[at + 1 : at + 2] in _BARE_THAT

    def _describes(self, at: int, start: int, after: Source | None, reading: Reading) -> bool:
        """«توقيف خلية قال المحافظ إنها …», «مسلحين قالت إنهم …»: somebody is told about, and does not speak.

        Source: the relative clause of an indefinite noun takes no pronoun of its own, and points back to the noun (Ryding 2005,
        ch. 14).
        """
        if reading.conjunction or reading.pronoun or at <= start:
            return False
        noun = self.reader.mention_over.get(at - 1)
        that = after.last + 1 if after is not None else at + 1
        if noun is None or noun.definite or "name" in noun.tags:
            return False
        if after is not None and self.reader.forms[at + 1] in _RETURNING:  # «حفل حضره ألف شخص قال خلاله العمدة …»
            return True
        if self.reader.forms[that : that + 1] in _BARE_THAT:
            return False
        if that >= len(self.reader.forms) or not self.reader.is_that(that):
            return False
        return after is not None or not agrees_behind(self.reader, noun, reading)

    def _within(self, at: int, start: int, end: int, reading: Reading, found: list[Frame]) -> Told | None:
        """«جاء في بيان للجيش أن», «ورد في بيانه», «تقرير جاء فيه»: the author of the paper in which it stands."""
        if self.reader.forms[at + 1 : at + 2] in (("ايضا",), ("كذلك",)) and self.reader.forms[at + 2 : at + 3] == (
            "في",
        ):
            at += 1
        if self.reader.forms[at + 1 : at + 2] != ("في",):
            before = [m for k in range(start, at) if (m := self.reader.mention_from.get(k)) and "document" in m.tags]
            paper = behind_document(self.reader, source_of(before[-1]), at) if before else None
            paper = issued_by(self.reader, paper, start) if paper else None
            links = self.chain_of(paper, at, reading) if paper else self._carried(at, start, reading, found)
            return Told(source=None, links=links, after=at + 2) if links else None
        if self.reader.forms[at + 2 : at + 3] and self.reader.forms[at + 2] in _CIRCUMSTANCES:
            return None
        source = find_source_after(self.reader, at + 1, end)
        mention = self.reader.mention_from.get(at + 2)
        own = (
            mention is not None
            and "document" in mention.tags
            and any(r.pronoun for r in self.reader.readings[mention.head])
        )
        if own and mention is not None:
            chain = self.main_speaker(found, at) or self.memory.chain
            return Told(source=None, links=chain, after=mention.last + 1) if chain else None
        spoken = source or (None if mention is None else source_of(mention))
        if spoken is None:
            return None
        spoken = behind_document(self.reader, spoken, end)
        return Told(source=spoken, links=self.chain_of(spoken, at, reading), after=spoken.last + 1)

    def chain_of(self, source: Source, at: int, reading: Reading) -> Chain:
        """Give the chain of a source as found: those it points back to, else itself."""
        behind = next(iter(self.reader.forms[source.last + 1 : source.last + 2]), "")
        cue = Cue(text=self._written(at), stance=reading.lexeme.stance or "neutral", span=self.reader.tokens[at].span)
        recalled = self.memory.recall(named(source))
        last = self.memory.chain if "more" in reading.lexeme.tags else ()
        if sums_up(self.reader, source) and not behind.startswith("لل"):
            # «وكانت حصيلة سابقة أشارت إلى»: a number is no teller; «وأضافت الحصيلة» goes on with whose it is
            goes_on = self.reader.forms[source.first].startswith("ال")
            return (*last[:-1], replace(last[-1], span=source.span, verb=cue)) if last and goes_on else ()
        if recalled and last and last[-1].source == recalled[-1].source:
            recalled = last  # «وأضاف الطبيب» goes on as it was told, relays and all
        if recalled:
            return tuple(
                Attribution(source=k.source, span=k.span, verb=cue, channel=k.channel, told=source.told)
                for k in recalled
            )
        again = last if last and is_again(self.reader, source, last[-1]) else self.memory.named_again(source)
        actor = self.memory.meant(source) or (again[-1].source if again else source.actor)
        link = Attribution(source=actor, span=source.span, verb=cue, channel=source.channel, told=source.told)
        return (*again[:-1], link)

    def main_speaker(self, found: list[Frame], at: int) -> Chain:
        """The last teller of the sentence who is not themselves told about inside another's words."""
        before = [f for f in found if f.first < at]
        around = cut_scopes(self.reader, before)
        own = [
            f
            for f in before
            if not any(o.cue != f.cue and o.start <= f.first < o.end and o.act is None for o in around)
        ]
        return (own or before)[-1].links if before else ()

    def according_to(self, start: int, at: int, reading: Reading) -> Chain:
        """«…، بحسب ما ذكر ضابط، موضحا أن», «…، بحسب سامر، الذي أضاف أن»: whom the phrase before it names goes on."""
        told = phrase_before(self.reader, self.memory, start, at)
        if told is None:
            return ()
        who, paper = told[0].mention, self.reader.mention_from.get(told[0].first)
        fits = who is None or any(m is not None and agrees(self.reader, m, reading) for m in (who, paper))
        return told[1] if fits else ()  # «بحسب بيان للقيادة …، مشيرا»: as the paper is called

    def _is_told_of(self, before: Source, at: int, found: list[Frame]) -> bool:
        """«أن التقارير التي تحدثت عن مقتله غير صحيحة»: reports that somebody speaks about do not speak themselves."""
        document = before.mention is not None and "document" in before.mention.tags
        relative = self.reader.forms[at - 1] in RELATIVES
        return document and relative and any(f.start <= at < f.end for f in found)

    def _own_voice(self, at: int, found: list[Frame]) -> Chain:
        """«نقدر أن», «ندين»: «we» and «I» are whoever is being quoted."""
        for frame in reversed(found):
            if frame.start <= at < frame.end or self.reader.quote_over.get(at) is not None:
                return frame.links
        return self.memory.chain

    def _claimant(self, at: int, end: int) -> Source | None:
        """«تبنت الهجوم جماعة …»: the claimant after what they claim."""
        step = at + 1
        while step < min(end, at + _CLAIMANT_REACH) and self.reader.mention_from.get(step) is None:
            step += 1
        mention = self.reader.mention_from.get(step)
        if mention is None or not mention.tags & {"group", "name", "force"}:
            return None
        return find_source_after(self.reader, step - 1, end)

    def _topic(self, at: int, start: int, reading: Reading) -> Source | None:
        """«تقرير آخر، نشر الجمعة، أشار إلى»: what the sentence opens with is the subject of a verb far behind it."""
        k = start
        while k < at and (self.reader.forms[k] in _TOPIC_OPENERS or not self.reader.tokens[k].is_word):
            k += 1
        mention = self.reader.mention_from.get(k)
        if mention is None or mention.preposition or mention.last >= at or "victim" in mention.tags:
            return None
        if not agrees(self.reader, mention, reading):
            return None
        return behind_document(self.reader, source_of(mention), at)  # «وكانت حصيلة للبلدية قد أشارت»

    def _told_by(self, author: Source | None, at: int, reading: Reading) -> Told | None:
        return None if author is None else Told(source=author, links=self.chain_of(author, at, reading), after=at + 1)

    def _carried(self, at: int, start: int, reading: Reading, found: list[Frame]) -> Chain:
        """Who spoke last and agrees with the verb in gender; where nobody does, who spoke last («قالت اللجنة في بيان …. وأكد أن»)."""
        claimant = find_claimant(self.reader, at, start)
        if claimant is not None:
            return self.chain_of(claimant, at, reading)
        main = self.main_speaker(found, at)
        if reading.sense.number == "pl" and reading.conjunction and at > start:
            several = phrase_before(self.reader, self.memory, start, at)
            mention = several[0].mention if several is not None else None
            if several is not None and mention is not None and mention.number == "pl":
                return several[1]  # «قالت الوكالة إن …، بحسب شاهدين، وأضافوا أن»
        mine = [f for f in found if f.first < at and self._is_subject(f, reading)]
        before = [f.links for f in sorted(mine, key=lambda f: (f.links == main, f.cue), reverse=True)]
        if before:
            return before[0]
        if not any(f.first < at for f in found) and reading.conjunction and at > start:
            opening = self._opening_subject(start, at, reading)
            if opening is not None:
                return self.chain_of(opening, at, reading)
        more = "more" in reading.lexeme.tags
        slips = more and reading.sense.gender == "m"  # «قالت الوكالة …. وأضاف أن»: a feminine verb is of no man
        recent = self.memory.recent(0) if slips else self.memory.recent()
        fitting = next((chain for chain in recent if self._may_go_on(chain, reading)), ())
        fitting = fitting or (self.memory.chain if more else ())
        return fitting or (
            next(self.memory.recent(), ()) if reading.conjunction and reading.sense.number == "sg" else ()
        )

    def _is_subject(self, frame: Frame, reading: Reading) -> bool:
        """Say whether a verb may go on for the subject of an earlier telling of the sentence, as its words stand there."""
        for k in range(frame.first, frame.last + 1):
            mention = self.reader.mention_from.get(k)
            if mention is not None and not mention.preposition:
                return agrees(self.reader, mention, reading)
        return self._may_go_on(frame.links, reading)

    def _opening_subject(self, start: int, at: int, reading: Reading) -> Source | None:
        """«ويشمل تقرير … ويوثق»: the subject of the verb that opens the sentence goes on with a joined verb."""
        opens = any(r.is_verb for r in self.reader.readings[start])
        near = start + 1 in self.reader.mention_from or self.reader.forms[start + 1] in '«"'
        opening = find_source_after(self.reader, start, at) if opens and near else None
        mention = opening.mention if opening is not None else None
        if opening is None or mention is None or mention.preposition or "victim" in mention.tags:
            return None
        if not agrees(self.reader, mention, reading):
            return None
        return behind_document(self.reader, opening, at)

    def _may_go_on(self, chain: Chain, reading: Reading) -> bool:
        if not chain:
            return False
        mention = self.reader.mention_at.get(chain[-1].span.start)
        if chain[-1].channel == "statement" and reading.sense.gender == "m":
            return True  # «قالت الوزارة في بيان …. وأكد أن»: the statement goes on
        return mention is None or agrees(self.reader, mention, reading)

    def _written(self, at: int) -> str:
        return self.reader.tokens[at].span.of(self.reader.annotation.document.text)


def named(source: Source) -> Source:
    """Give a source as its own words, without the document before them."""
    mention = source.mention
    if mention is None or mention.first <= source.first or source.channel is None:
        return source
    return replace(source, first=mention.first, last=mention.last)
