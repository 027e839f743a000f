"""Figures: how many of whom suffered what."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.figure import Figure, Quantity
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.counts import CASES, Counts
from riwaya.stages.claim.courts import counts_judged
from riwaya.stages.claim.executed import find_executed
from riwaya.stages.claim.fallen import FELL, WHOSE_VICTIMS, find_fallen_as
from riwaya.stages.claim.harms import Harm, harm_at, merge_pairs
from riwaya.stages.claim.listed import Listed
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.sentences import CRIMES, is_sentence_of_death
from riwaya.stages.claim.singles import Singles
from riwaya.stages.claim.victims import (
    COUNTABLE,
    ONE_OF,
    counted_figure,
    is_negated,
    national_people,
    plain_figure,
    single_victim,
)

_ONE = frozenset("واحد واحدا واحده الواحد الواحده واحدي".split())
_OF_THEM = (("منهم",), ("منهما",), ("منهن",))
_OCCURRENCES = frozenset((word,) for word in "حاله حالات عمليه عمليات حادثه حوادث محاوله محاولات".split())
_OF_THEM_HERE = frozenset({"منهم", "منها", "فيه", "فيها", "منهن"})
_NO_PEOPLE = frozenset({"thing", "document", "media"})
_ONE_OF_SEVERAL = frozenset({"احد", "احدي"})
_NOT = frozenset({"ليس", "وليس", "ليسوا", "لا"})
_NTH = frozenset("اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split())
_MORE = (("اخرين",), ("اخرون",))
_OTHERS = frozenset({"اخرين"})
_BEFORE_PEOPLE = frozenset(
    "كبير كبيرا قليل قليلا محدود محدودا اضافي اضافيا اضافيه اخرين اخرون اخر اخران قتيلا قتلي جريحا جرحي مصابا مصابين علي الاقل".split()
)
_INCLUDED_REACH = 10
_CAPTIVES = frozenset({"captive", "person", "relative"})
_BODY = "ar.events.جثة"
_HELD = frozenset({"abducted", "captured"})
_FATES = frozenset({"freed", "killed", "executed"})
"""What becomes of people who were taken before."""
_FELL = frozenset(joined + verb for joined in ("", "و", "ف", "ب") for verb in "سقط سقطت سقوط سقطوا".split())
_VICTIMS = WHOSE_VICTIMS | {"ضحيه"}
_WENT = frozenset({"راح", "راحت", "ذهب", "ذهبت", "سقط", "سقطت", "يروح"})
_ADDED_REACH, _CAUSED_REACH, _LOSS_REACH = 7, 6, 5
_COGNATE_REACH, _LED_REACH, _COUNTED_REACH, _FEARED_REACH = 3, 7, 3, 5


def find_figures(scene: Scene, start: int, end: int) -> list[Figure]:
    """Give the figures of a claim's words, in text order.

    A count belongs to the word of harm before it («مقتل 20», «أصيب 15»), to the one right after it («20 قتيلا»)
    or to the verb whose subject it counts («22 مسلحا قتلوا»). Without a count, a plural of harm is two or
    more, a single victim or name one, a dual two.

    Source: annotation guideline, «Numbers» and «Settled cases».
    """
    return _FigureFinder(scene, start, end).find()


class _FigureFinder:
    def __init__(self, scene: Scene, start: int, end: int) -> None:
        self.scene = scene
        self.start, self.end = start, end
        self.harms = merge_pairs(scene, [h for k in scene.happening_in(start, end) if (h := harm_at(scene, k))])
        self.harms = [h for h in self.harms if not self._is_the_reason(h)]
        self.counts = Counts(scene, start, end, self.harms)
        self.singles = Singles(scene, start, end)
        self.listed = Listed(scene, start, end, self.harms, self.counts)

    def find(self) -> list[Figure]:
        found: list[Figure] = []
        counted: dict[int, str] = {}
        for first, last, quantity in self.scene.quantity_ranges.near(self.start, self.end):
            if self.start <= first < self.end and not self._counts_nobody(first, last):
                figure = self._counted(first, last, quantity, found)
                if figure:
                    found.append(figure)
                    counted[last] = figure.measure
        for harm in self.harms:
            if not harm.counted and counted.get(harm.at) in _FATES:  # «الإفراج عن عشرة رهائن»: who they were
                continue
            if not harm.counted and (is_negated(self.scene, harm.at) or self._is_cognate(harm)):
                continue
            if not harm.counted:
                fresh = (f for f in self._uncounted(harm) if not any(f.span.overlaps(k.span) for k in found))
                found.extend(f for f in fresh if f.high is not None or not self._is_told(f, found))
            elif (single := self.singles.first_victim(harm)) and not any(f.span.overlaps(single.span) for f in found):
                found.append(single)
        found.extend(self.listed.among(found))
        found.extend(self.listed.joined(found))
        return sorted(found, key=lambda f: f.span)

    def _is_the_reason(self, harm: Harm) -> bool:
        """«إعدام رجل لإقدامه على قتل جاره»: for what somebody is punished is another happening."""
        led = harm.at - 2 if self.scene.forms[harm.at - 1] == "علي" else harm.at - 1
        if led <= self.start or self.scene.forms[led] not in CRIMES:
            return False
        return any(h.at < led and h.measure in ("executed", "arrested") for h in self.harms)

    def _is_cognate(self, harm: Harm) -> bool:
        """«أصيبا إصابات خفيفة»: the noun of the verb right before says only how."""
        return any(h.measure == harm.measure and 0 < harm.at - h.at <= _COGNATE_REACH and h.reading.is_finite
                   and "harm" in harm.reading.lexeme.tags for h in self.harms)  # fmt: skip

    def _is_told(self, bare: Figure, found: list[Figure]) -> bool:
        """«حصيلة قتلى القصف بلغت 57 قتيلا», «عملية احتجاز رهائن انتهت بتحرير أربعة»: a bare plural says nothing beside a number of the same."""
        same = {bare.measure} if bare.measure not in _HELD else {bare.measure, "freed"}
        return any(f.measure in same and f.span.start > bare.span.start for f in found)

    def _counts_nobody(self, first: int, last: int) -> bool:
        """Say whether what is counted is a thing or a time, not people, or the word only describes («أسرة واحدة»)."""
        if first and (self._tells_a_whole(first) or self._describes_two(first)):
            return True
        follow = self.scene.forms[last] if last < len(self.scene.forms) else ""
        if self.scene.forms[first].startswith("وال") and follow in PREPOSITIONS and follow != "من":
            return True  # «في عصيفرة والأربعين في المدينة»
        if self.scene.forms[first] in _ONE and not any(h.at == first - 1 for h in self.harms):
            return not self._is_one_of(first)
        if self.scene.forms[first].startswith("ال") and (named := self.scene.mention_over.get(first - 1)) is not None:
            return "thing" in named.tags and not named.tags & COUNTABLE  # «القرى الخمس»
        follow = last
        if follow < self.end and self.scene.forms[follow] == "من":
            follow += 1
        mention = self.scene.mention_from.get(follow)
        if any(h.at == follow for h in self.harms):
            return False
        if self.scene.forms[follow : follow + 1] in _OCCURRENCES:  # «18 عملية», «25 حالة اعتقال» where another claim tells of it
            return self.scene.forms[follow] not in CASES or self._is_case_of_other(follow + 1)
        if mention is None and first and self.scene.forms[first - 1] == "في":
            return True  # «في 14 ولاية»
        if mention is not None:
            bodies = (
                not mention.tags.isdisjoint({"body", "group"}) and follow == last
            )  # «ثلاث مديريات», not «ثلاثة من الشرطة»
            return (bodies or bool(mention.tags & _NO_PEOPLE)) and not mention.tags & COUNTABLE
        if follow < self.end and self.scene.tokens[follow].is_word:
            readings = self.scene.readings[follow]
            if not readings or readings[0].is_verb or self.scene.grammar["fate"].has(self.scene.forms[follow]):
                return False
            passive = readings[0].sense.shape.startswith("passive")
            attached = readings[0].preposition or readings[0].conjunction  # «أصيب العشرات بقصف», «20 واعتقال …»
            told = readings[0].lexeme.table == "events" and not passive and "harm" not in readings[0].lexeme.tags
            return told and not attached
        return False

    def _tells_a_whole(self, first: int) -> bool:
        """«من الجنود ال61», «أحد السبعة», «ليس ستة»: how many there are, not how many suffered, or how many not."""
        before = self.scene.forms[first - 1]
        if before == "ال":
            return first - 1 not in self.scene.hedging
        return before in _NOT or (before in ONE_OF and self.scene.forms[first].startswith("ال"))

    def _is_case_of_other(self, at: int) -> bool:
        """«25 حالة اعتقال»: say whether the noun of a deed at ``at`` is no harm of this claim."""
        told = at < self.end and any(r.lexeme.table == "events" for r in self.scene.readings[at][:1])
        return told and not any(h.at == at for h in self.harms)

    def _describes_two(self, first: int) -> bool:
        """«عنصرين آخرين», «شرطيين آخرين أصيبا»: others than those told before, two by their noun or by its verb, and no number."""
        if self.scene.forms[first] not in _OTHERS:
            return False
        two = self.scene.mention_over.get(first - 1)
        if two is None or two.definite or not self.scene.forms[two.head].endswith("ين"):
            return False
        told = (r.is_finite and r.sense.number == "du" for r in self.scene.readings[first + 1][:1]) if first + 1 < self.end else ()
        return two.number == "du" or any(told)

    def _is_one_of(self, first: int) -> bool:
        """«ثلاثة من زملائه وأحد المدنيين», «واحد منهم»: folded alike, «وأحد» is one of them and «واحد» describes."""
        if self.scene.forms[first + 1 : first + 2] in _OF_THEM:
            return True
        token = self.scene.tokens[first]
        return self.scene.text[token.start : token.end].startswith(("وأحد", "وإحد"))

    def _counted(self, first: int, last: int, quantity: Quantity, found: list[Figure]) -> Figure | None:
        of = self._counted_people(last)
        if (case := self.counts.case_of(last)) is not None:
            case.counted = True
            return counted_figure(case.measure, quantity, of)
        if found and self._is_included(first, last, found[-1]):
            return counted_figure(found[-1].measure, quantity, of)
        if (whole := self._broken_down(first, last, found)) is not None:
            return counted_figure(whole.measure, quantity, of)
        doers = self.counts.is_of_doers(first)
        if doers and quantity.low == quantity.high == 2:
            return None
        harm = None if doers else self.counts.harm_of(first, last)
        if harm is not None and harm.at < first and self.scene.forms[first - 1] in _ONE_OF_SEVERAL:
            return None  # «قتل أحد سبعة حراس»
        one_of = self.scene.forms[first] in _ONE
        if harm is None and found and not doers and (one_of or self._goes_on(first, last, found[-1], of)):
            return counted_figure(found[-1].measure, quantity, of)
        together = self.counts.between(last)
        if harm is None and together is None and one_of:
            return None
        people = bool(of and of.tags & {"civilian", "fighter", "army"})
        if harm is None and together is None and not (people or counts_judged(self.scene, self.start, first, last)):
            return None
        if harm is not None and of is None and self.counts.is_of_things(harm, first, last):
            return None
        measure = together or (harm.measure if harm else "killed" if self._has_felled(first) else "other")
        if measure == "freed" and of is not None and of.tags.isdisjoint(COUNTABLE | _CAPTIVES):
            return None  # «تحرير 12 وحدة إدارية»
        if harm:
            harm.counted = True
        figure = counted_figure(measure, quantity, of)
        if of is None and measure != "other" and (people := national_people(self.scene, last)) is not None:
            return replace(figure, of=people, of_span=self.scene.tokens[last].span)  # «20 سوريا»
        two = quantity.low == quantity.high == 2 and not self.scene.forms[first].startswith("و")  # «حارسين واثنين من …»
        pair = self.scene.mention_over.get(first - 1) if two else None
        if pair is not None and self.scene.forms[pair.head].endswith(("ان", "ين")):
            return replace(figure, span=Span(pair.span.start, figure.span.end), of=pair.actor, of_span=pair.span)
        return figure

    def _goes_on(self, first: int, last: int, before: Figure, of: Mention | None) -> bool:
        """Say whether a number without its own harm only goes on with the one before: others, one more part, or joined to it."""
        more = self.scene.forms[last : last + 1] in _MORE
        return more or self._goes_on_with(first, before) or self._is_added(first, before, of)

    def _goes_on_with(self, first: int, before: Figure) -> bool:
        """«9 بينهم رئيس البلدية وخمسة أطفال»: joined to a part of the number before."""
        _, after = self.scene.token_range(before.span)
        if not self.scene.forms[first].startswith("و") or first - after > _INCLUDED_REACH:
            return False
        parts = any(self.scene.phrase("including", k) for k in range(after, first))
        return parts and not self.counts.is_broken(after, first)

    def _is_added(self, first: int, before: Figure, of: Mention | None) -> bool:
        """«31 قتيلا من المسلحين و17 مقاوما»: people joined to a number, with nothing else told between."""
        if of is None or of.tags.isdisjoint(COUNTABLE) or before.measure == "other":
            return False
        _, after = self.scene.token_range(before.span)
        joined = self.scene.forms[first].startswith("و") or self.scene.forms[first - 1] == "و"
        near = joined and 0 < first - after <= _ADDED_REACH
        return near and "،" not in self.scene.forms[after:first] and not self.counts.is_broken(after, first)

    def _has_felled(self, first: int) -> bool:
        """«سقوط 19 من المتمردين», «راح ضحيته 19 جنديا»: who falls or is a victim, told of as nothing else, is dead."""
        fell = self.counts.hedged_from(first) - 1
        fell -= fell > 0 and self.scene.forms[fell] in _OF_THEM_HERE
        if fell > 0 and self.scene.forms[fell] in _VICTIMS:
            return self.scene.forms[fell - 1].lstrip("و") in _WENT
        return fell >= 0 and self.scene.forms[fell] in _FELL

    def _broken_down(self, first: int, last: int, found: list[Figure]) -> Figure | None:
        """«ثمانية قتلى: ستة مدنيين وجنديان»: give the number whose parts are told behind a colon; None for no part."""
        colon = next((k for k in range(first - 1, max(self.start, first - _INCLUDED_REACH), -1)
                      if self.scene.forms[k] in ".؛:" or self.scene.is_finite(k)), None)  # fmt: skip
        if colon is None or self.scene.forms[colon] != ":":
            return None
        if any(colon < h.at <= last + 2 for h in self.harms):
            return None  # «: 20 قتيلا»
        before = [f for f in found if self.scene.token_range(f.span)[1] <= colon]
        near = bool(before) and colon - self.scene.token_range(before[-1].span)[1] <= _COUNTED_REACH
        return before[-1] if near else None

    def _is_included(self, first: int, last: int, before: Figure) -> bool:
        """«57 قتيلا بينهم 12 طفلا»: part of the number before, and of no harm told after."""
        _, after = self.scene.token_range(before.span)
        if first - after > _INCLUDED_REACH or self.counts.is_broken(after, first):
            return False
        lead = self.counts.hedged_from(first)
        parts = [k for k in range(max(after, lead - 3), lead) if self.scene.phrase("including", k)]
        apart = parts and not any(k + self.scene.phrase("including", k) == lead for k in parts)
        if apart and self.counts.noun_after(last) is not None:  # «بينهم طبيب و20 في عداد المفقودين»
            return False
        return bool(parts) and not any(parts[-1] < h.at < first for h in self.harms)  # «بينهم ضباط وإصابة 18»

    def _counted_people(self, last: int) -> Mention | None:
        step = last
        while step < self.end and self.scene.forms[step] in _BEFORE_PEOPLE:
            step += 1
        if step < self.end and self.scene.forms[step] == "من":
            step += 1
        mention = self.scene.mention_from.get(step)
        if mention is None and step + 1 < self.end and self.scene.forms[step] in '«"(':
            mention = self.scene.mention_from.get(step + 1)
        return mention

    def _uncounted(self, harm: Harm) -> list[Figure]:
        tags = harm.reading.lexeme.tags
        if is_sentence_of_death(harm.reading.lexeme):
            return find_executed(self.scene, harm.at + self.scene.annotation.phrases[harm.at], self.end)
        if harm.reading.sense.shape == "masdar" and harm.reading.sense.number == "du":
            return [plain_figure(harm.measure, 2, 2, self.scene.tokens[harm.at].span)]  # «وقوع إصابتين»
        if "loss" in tags:
            return self._lost(harm)
        if "harm" in tags:
            return self._hurt(harm)
        victim = self.singles.victim(harm)
        if victim is None:
            return []
        pair = self.singles.paired(harm, victim)
        return [victim] if pair is None else [pair, victim]

    def _lost(self, harm: Harm) -> list[Figure]:
        """«خسائر فادحة»: one or more, killed or wounded, where nobody is counted; whose loss is told by name is one."""
        if harm.reading.is_verb or harm.reading.definite or any(h.counted for h in self.harms):
            return []
        if harm.reading.lexeme.measure == "missing":  # «فقدان مروحية»: a thing is no people
            victim = self.singles.victim(harm)
            return [victim] if victim else []
        return [] if self._is_of_things(harm.at) else [plain_figure("killed_or_wounded", 1, None, self._loss_span(harm.at))]

    def _is_of_things(self, at: int) -> bool:
        """«خسائر في عتادهم», «خسائر مادية»: of things alone; of «خسائر في الأرواح والعتاد» people are told too."""
        told = [k for k in range(at + 1, min(at + _LOSS_REACH, self.end)) if self.scene.phrase("loss_of_things", k)]
        if not told:
            return False
        parted = next((k for k in range(at + 1, told[-1]) if self.scene.forms[k] in ".،؛:"), None)
        people = range(at + 1, min(told[-1] + _LOSS_REACH, self.end))
        return parted is None and not any(self.scene.phrase("loss_of_people", k) for k in people)

    def _hurt(self, harm: Harm) -> list[Figure]:
        """«قتلى», «سقط قتيل», «جثة الحارس»: who is told by a noun of harm alone."""
        scene, at = self.scene, harm.at
        token, lexeme, number = scene.tokens[at], harm.reading.lexeme, harm.reading.sense.number
        measure = self._done_to(harm)
        if harm.measure != measure and harm.reading.definite and number == "sg":
            return [plain_figure(measure, 1, 1, token.span)]  # «قتلت الجماعة الرهينة»
        if self._has_fallen(harm):
            return [plain_figure(measure, 2, None, token.span)]
        if "vague" in lexeme.tags or (harm.reading.definite and self._nth(at) is None) or self._only_shows(harm):
            return []
        if (fallen := find_fallen_as(scene, Arguments(scene, self.start, self.end), at)) is not None:
            figure = single_victim(scene, fallen, measure)
            return [figure] if figure else []
        if number == "sg" and (dead := self.singles.body_of(at)) is not None:
            return [dead]
        if number != "du" and (nth := self._nth(at)) is not None:
            return [plain_figure(measure, 1, 1, self.scene.span(nth, at + 1))]
        low = 1 if number == "sg" else 2
        plural = number == "pl"
        return (
            [plain_figure(measure, low, None if plural else low, token.span)]
            if plural or self._stands_alone(at)
            else []
        )

    def _nth(self, at: int) -> int | None:
        """«أول قتيل», «ثاني قتلاه»: give the token of the ordinal before a word of harm; None for none."""
        return at - 1 if at and self.scene.forms[at - 1].removeprefix("ل") in _NTH else None

    def _only_shows(self, harm: Harm) -> bool:
        """«صلب جثتيهما», «مشاهد لجثث», «بسبب وجود جرحى»: of those told before, or no toll."""
        if harm.reading.lexeme.id == _BODY and harm.reading.pronoun:
            return True
        return harm.reading.sense.number == "pl" and (harm.reading.preposition == "ل" or self._only_explains(harm.at))

    def _has_fallen(self, harm: Harm) -> bool:
        """«سقوط ضحايا من المدنيين»: some fell, killed or hurt; of «تجنب سقوط ضحايا» nobody has."""
        several = "vague" in harm.reading.lexeme.tags and harm.reading.sense.number == "pl"
        if not several or self.scene.forms[harm.at - 1] not in FELL or any(h.counted for h in self.harms):
            return False
        before = self.scene.forms[max(0, harm.at - _FEARED_REACH) : harm.at - 1]
        return not any(self.scene.grammar["feared"].has(f) for f in before)

    def _only_explains(self, at: int) -> bool:
        """«مرشح للارتفاع بسبب وجود جرحى»: why a toll may rise, and no toll."""
        before = self.scene.forms[at - 1]
        return before == "لوجود" or (before == "وجود" and self.scene.forms[at - 2] in ("بسبب", "نتيجه", "نظرا"))

    def _done_to(self, harm: Harm) -> str:
        """«أعدمت القوات أسرى»: what is done to captives counts, not that they are captives."""
        if harm.measure not in ("captured", "abducted"):
            return harm.measure
        done = [h for h in self.harms if h.measure in _FATES and 0 < harm.at - h.at <= _LED_REACH]
        return done[-1].measure if done else harm.measure

    def _stands_alone(self, at: int) -> bool:
        """«قتلى», «سقط قتيل وجريح»: several, or one who fell; of «بين قتيل وجريح» the number stands before."""
        if self.scene.readings[at][0].sense.number != "sg" or self.scene.forms[at - 1] in FELL:
            return True
        if self._is_caused(at):
            return True
        if self._opens_toll(at):
            return True
        joined = self.scene.readings[at][0].conjunction == "و"
        return joined and any(h.at == at - 1 and self._stands_alone(h.at) for h in self.harms)

    def _opens_toll(self, at: int) -> bool:
        """«شهيد وإصابتان», «قتيل وستة جرحى»: one, before several who are joined to him."""
        behind = at + 1
        if behind >= self.end or self.scene.readings[at][0].definite:
            return False
        if behind in self.scene.counted:
            return self.scene.forms[behind].startswith("و") and self._is_harmed(behind + 1)
        several = (r.conjunction == "و" and r.sense.number != "sg" for r in self.scene.readings[behind][:1])
        return any(several) and self._is_harmed(behind)

    def _is_harmed(self, at: int) -> bool:
        return any(h.at == at and not h.reading.is_finite for h in self.harms)

    def _is_caused(self, at: int) -> bool:
        """«أوقع القصف قتيلا», «أسفر عن قتيل وجريحين»: one, whom a verb of result leads to."""
        if at in self.scene.mention_over or self.scene.readings[at][0].conjunction:
            return False
        led = self.scene.forms[at - 1] in ("عن", "الي") or self.scene.forms[at].endswith("ا")
        if not led or self.scene.forms[at - 1] == "واحد":
            return False
        before = range(at - 1, max(self.start, at - _CAUSED_REACH) - 1, -1)
        cause = next((k for k in before if any("result" in r.lexeme.tags for r in self.scene.readings[k][:1])), None)
        return cause is not None and not self.counts.is_broken(cause + 1, at)

    def _loss_span(self, at: int) -> Span:
        stop = at + 1
        while (
            stop < self.end
            and self.scene.tokens[stop].is_word
            and self.scene.forms[stop] not in PREPOSITIONS
            and not (self.scene.is_finite(stop))
            and stop - at < 5
        ):
            stop += 1
        return self.scene.span(at, stop)
