"""Figures: how many of whom suffered what."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.figure import Figure, Quantity
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.counts import Counts
from riwaya.stages.claim.fallen import FELL, find_fallen_as
from riwaya.stages.claim.harms import Harm, harm_at, merge_pairs
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.victims import (
    COUNTABLE,
    ONE_OF,
    counted_figure,
    is_negated,
    named_victim,
    national_people,
    plain_figure,
    single_victim,
)

_ONE = frozenset("واحد واحده الواحد الواحده واحدي".split())
_TELLING_WHO = frozenset('هو هي هم هما كان كانت كل من ايضا " « ( :'.split())
_OF_THEM = (("منهم",), ("منهما",), ("منهن",))
_NO_PEOPLE = frozenset({"thing", "document", "media"})
_MORE = (("اخرين",), ("اخرون",))
_BEFORE_PEOPLE = frozenset(
    "كبير كبيرا قليل قليلا محدود محدودا اضافي اضافيا اضافيه اخرين اخرون اخر اخران قتيلا قتلي جريحا جرحي مصابا مصابين علي الاقل".split()
)
_INCLUDED_REACH = 10
_CAPTIVES = frozenset({"captive", "person", "relative"})
_FATES = frozenset({"freed", "killed", "executed"})
"""What becomes of people who were taken before."""
_COGNATE_REACH, _LED_REACH = 3, 7
_DOERS = frozenset({"fighter", "group", "force", "body", "name"})


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
        self.counts = Counts(scene, start, end, self.harms)

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
                found.extend(f for f in self._uncounted(harm) if f.high is not None or not self._is_told(f, found))
            elif (single := self._first_victim(harm)) and not any(f.span.overlaps(single.span) for f in found):
                found.append(single)
        found.extend(self._among(found))
        found.extend(self._joined(found))
        return sorted(found, key=lambda f: f.span)

    def _is_cognate(self, harm: Harm) -> bool:
        """«أصيبا إصابات خفيفة»: the noun of the verb right before says only how."""
        return any(h.measure == harm.measure and 0 < harm.at - h.at <= _COGNATE_REACH and h.reading.is_finite
                   and "harm" in harm.reading.lexeme.tags for h in self.harms)  # fmt: skip

    def _is_told(self, bare: Figure, found: list[Figure]) -> bool:
        """«حصيلة قتلى القصف بلغت 57 قتيلا»: a bare plural says nothing beside a number of the same."""
        return any(f.measure == bare.measure and f.span.start > bare.span.start for f in found)

    def _counts_nobody(self, first: int, last: int) -> bool:
        """Say whether what is counted is a thing or a time, not people, or the word only describes («أسرة واحدة»)."""
        if first and self.scene.forms[first - 1] == "ال":  # «من الجنود ال61»: how many they are, not how many suffered
            return True
        if first and self.scene.forms[first - 1] in ("ليس", "وليس", "ليسوا", "لا"):
            return True
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
        if mention is None and first and self.scene.forms[first - 1] == "في":
            return True  # «في 14 ولاية»
        if mention is not None:
            bodies = "body" in mention.tags and follow == last  # «ثلاث مديريات», not «ثلاثة من الشرطة»
            return (bodies or bool(mention.tags & _NO_PEOPLE)) and not mention.tags & COUNTABLE
        if follow < self.end and self.scene.tokens[follow].is_word:
            readings = self.scene.readings[follow]
            if not readings or readings[0].is_verb or self.scene.grammar["fate"].has(self.scene.forms[follow]):
                return False
            passive = readings[0].sense.shape.startswith("passive")
            return readings[0].lexeme.table == "events" and not passive and "harm" not in readings[0].lexeme.tags
        return False

    def _is_one_of(self, first: int) -> bool:
        """«ثلاثة من زملائه وأحد المدنيين», «واحد منهم»: folded alike, «وأحد» is one of them and «واحد» describes."""
        if self.scene.forms[first + 1 : first + 2] in _OF_THEM:
            return True
        token = self.scene.tokens[first]
        return self.scene.text[token.start : token.end].startswith(("وأحد", "وإحد"))

    def _counted(self, first: int, last: int, quantity: Quantity, found: list[Figure]) -> Figure | None:
        of = self._counted_people(last)
        if found and self._is_included(first, found[-1]):
            return counted_figure(found[-1].measure, quantity, of)
        harm = self.counts.harm_of(first, last)
        one_of = self.scene.forms[first] in _ONE
        if harm is None and found and self._goes_on_with(first, found[-1]):
            return counted_figure(found[-1].measure, quantity, of)
        if harm is None and found and (self.scene.forms[last : last + 1] in _MORE or one_of):
            return counted_figure(found[-1].measure, quantity, of)
        together = self.counts.between(last)
        if harm is None and together is None and not (of and of.tags & {"civilian", "fighter", "army"}):
            return None
        measure = together or (harm.measure if harm else "other")
        if measure == "freed" and of is not None and of.tags.isdisjoint(COUNTABLE | _CAPTIVES):
            return None  # «تحرير 12 وحدة إدارية»
        if harm:
            harm.counted = True
        figure = counted_figure(measure, quantity, of)
        if of is None and measure != "other" and (people := national_people(self.scene, last)) is not None:
            return replace(figure, of=people, of_span=self.scene.tokens[last].span)  # «20 سوريا»
        pair = self.scene.mention_over.get(first - 1) if quantity.low == quantity.high == 2 else None
        if pair is not None and self.scene.forms[pair.head].endswith(("ان", "ين")):
            return replace(figure, span=Span(pair.span.start, figure.span.end), of=pair.actor, of_span=pair.span)
        return figure

    def _goes_on_with(self, first: int, before: Figure) -> bool:
        """«9 بينهم رئيس البلدية وخمسة أطفال»: joined to a part of the number before."""
        _, after = self.scene.token_range(before.span)
        if not self.scene.forms[first].startswith("و") or first - after > _INCLUDED_REACH:
            return False
        parts = any(self.scene.phrase("including", k) for k in range(after, first))
        return parts and not self.counts.is_broken(after, first)

    def _is_included(self, first: int, before: Figure) -> bool:
        """«57 قتيلا بينهم 12 طفلا»: part of the number before, and of no harm told after."""
        _, after = self.scene.token_range(before.span)
        if first - after > _INCLUDED_REACH or self.counts.is_broken(after, first):
            return False
        lead = self.counts.hedged_from(first)
        parts = [k for k in range(max(after, lead - 3), lead) if self.scene.phrase("including", k)]
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
        scene, at = self.scene, harm.at
        token = scene.tokens[at]
        lexeme = harm.reading.lexeme
        if harm.reading.sense.shape == "masdar" and harm.reading.sense.number == "du":
            return [plain_figure(harm.measure, 2, 2, token.span)]  # «وقوع إصابتين»
        if "loss" in lexeme.tags and harm.reading.is_verb:
            return []
        if "loss" in lexeme.tags and (harm.reading.definite or any(h.counted for h in self.harms)):
            return []
        if "loss" in lexeme.tags and lexeme.measure == "missing":  # «فقدان مروحية»: a thing is no people
            victim = self._victim(harm)
            return [victim] if victim else []
        if "loss" in lexeme.tags:
            return [plain_figure("killed_or_wounded", 1, None, self._loss_span(at))]
        if "harm" in lexeme.tags:
            plural = harm.reading.sense.number == "pl"
            measure = self._done_to(harm)
            if "vague" in lexeme.tags or harm.reading.definite:
                return []
            if (fallen := find_fallen_as(scene, Arguments(scene, self.start, self.end), at)) is not None:
                figure = single_victim(scene, fallen, measure)
                return [figure] if figure else []
            if not plural and harm.reading.sense.number == "sg" and (dead := self._body_of(at)) is not None:
                return [dead]
            low = 2 if plural or harm.reading.sense.number == "du" else 1
            high = None if plural else low
            return [plain_figure(measure, low, high, token.span)] if plural or self._stands_alone(at) else []
        victim = self._victim(harm)
        return [victim] if victim else []

    def _done_to(self, harm: Harm) -> str:
        """«أعدمت القوات أسرى»: what is done to captives counts, not that they are captives."""
        if harm.measure not in ("captured", "abducted"):
            return harm.measure
        done = [h for h in self.harms if h.measure in _FATES and 0 < harm.at - h.at <= _LED_REACH]
        return done[-1].measure if done else harm.measure

    def _body_of(self, at: int) -> Figure | None:
        """«عثر على جثة الناشط»: the body of somebody is one."""
        mention = self.scene.mention_from.get(at + 1)
        if mention is None or mention.preposition or mention.conjunction or mention.last >= self.end:
            return None
        return single_victim(self.scene, mention, "killed") if self.scene.forms[at].endswith("جثه") else None

    def _first_victim(self, harm: Harm) -> Figure | None:
        """«اختطاف شقيقه واثنين …», «قتل جندي وثمانية …»: a single victim right after the harm, before the counted."""
        mention = self.scene.mention_from.get(harm.at + 1)
        if mention is None or mention.last >= self.end or mention.number == "pl" or mention.preposition:
            return None
        follow = self.scene.forms[mention.last + 1 : mention.last + 2]
        if harm.reading.is_verb and not (follow and follow[0].startswith("و")):
            return None  # «قتل مسلح 38 سائحا»: who is not joined to the counted did it
        return single_victim(self.scene, mention, harm.measure)

    def _among(self, found: list[Figure]) -> list[Figure]:
        """«امرأة وطفل من بين القتلى», «أحد جنوده»: single victims told apart from a toll."""
        more: list[Figure] = []
        for harm in self.harms:
            one = harm.at + 1
            if one < self.end and self.scene.forms[one] in ONE_OF and not harm.counted:
                figure = plain_figure(harm.measure, 1, 1, self.scene.tokens[one].span)
                more.extend([] if any(f.span.overlaps(figure.span) for f in found) else [figure])
            others = {"اخر": 1, "اخري": 1, "اخران": 2}.get(self.scene.forms[one]) if one < self.end else None
            if others and not harm.counted and harm.reading.sense.number != "pl":
                more.append(plain_figure(harm.measure, others, others, self.scene.tokens[one].span))
            before = self.scene.forms[harm.at - 1] if harm.at else ""
            if "harm" not in harm.reading.lexeme.tags or before not in ("بين", "احد", "احدي", "عداد"):
                continue
            for mention in (*self.scene.mentions_in(self.start, harm.at), *self._named_among(harm)):
                known = mention.definite and mention.first < harm.at and not mention.tags & {"named", "name"}
                counted = mention.first - 1 in self.scene.counted  # «20 شخصا بين قتيل وجريح»
                single = None if known or counted else single_victim(self.scene, mention, harm.measure)
                if single and not any(f.span.overlaps(single.span) for f in (*found, *more)):
                    more.append(single)
        return more

    def _named_among(self, harm: Harm) -> list[Mention]:
        """«بين القتلى امرأتان وزيدان البري», «أحد القتلى هو …»: who is told right behind the toll."""
        found: list[Mention] = []
        at = harm.at + 1
        while at < self.end:
            mention = self.scene.mention_from.get(at)
            if mention is not None and not mention.preposition and (not found or mention.conjunction):
                found.append(mention)
                at = mention.last + 1
            elif not found and self.scene.forms[at] in _TELLING_WHO:
                at += 1
            else:
                break
        return found

    def _stands_alone(self, at: int) -> bool:
        """«قتلى», «سقط قتيل وجريح»: several, or one who fell; of «بين قتيل وجريح» the number stands before."""
        if self.scene.readings[at][0].sense.number != "sg" or self.scene.forms[at - 1] in FELL:
            return True
        joined = self.scene.readings[at][0].conjunction == "و"
        return joined and any(h.at == at - 1 and self._stands_alone(h.at) for h in self.harms)

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

    def _victim(self, harm: Harm) -> Figure | None:
        """A single victim, a dual or a name as the object of harm."""
        if (undergone := self._undergone(harm)) is not None:
            return single_victim(self.scene, undergone, harm.measure)
        mention = self._aimed_at(harm) or self._struck(harm) or self._object(harm) or self._subject(harm)
        if mention is None or ("thing" in mention.tags and "victim" not in mention.tags):
            return named_victim(self.scene, harm, self.end)
        if (
            harm.reading.sense.number == "du"
            and mention.number == "pl"
            and self.scene.forms[mention.head].endswith("ين")
        ):
            mention = replace(mention, number="du")
        if self._is_many(mention, harm):
            head = self.scene.tokens[mention.head]
            return plain_figure(harm.measure, 2, None, Span(max(mention.span.start, head.start), head.end), mention)
        return single_victim(self.scene, mention, harm.measure)

    def _aimed_at(self, harm: Harm) -> Mention | None:
        """«أطلق النار على النائب … فأرداه»: the pronoun is of him who was aimed at."""
        reading = harm.reading
        if not reading.is_verb or reading.conjunction != "ف" or reading.pronoun not in ("ه", "ها"):
            return None
        aimed = [m for m in self.scene.mentions_in(self.start, harm.at) if self.scene.forms[m.first - 1] == "علي"]
        return aimed[-1] if aimed and aimed[-1].number == "sg" else None

    def _undergone(self, harm: Harm) -> Mention | None:
        """«تعرض موظفان للاختطاف»: who underwent the harm stands before it."""
        if harm.reading.preposition != "ل" or harm.reading.is_verb:
            return None
        for k in range(harm.at - 1, max(self.start, harm.at - 22), -1):
            if any("undergo" in r.lexeme.tags for r in self.scene.readings[k]):
                return next((m for m in self.scene.mentions_in(k + 1, harm.at) if not m.preposition), None)
        return None

    def _is_many(self, mention: Mention, harm: Harm) -> bool:
        """«مقتل جنود», «أسر عناصر مسلحة»: an indefinite plural of victims after a noun of harm is two or more."""
        plain = mention.number == "pl" and not mention.definite and "name" not in mention.tags
        after = mention.first == harm.at + 1 and not mention.conjunction
        return plain and after and bool(mention.tags & {"victim"}) and not harm.reading.is_verb

    def _object(self, harm: Harm) -> Mention | None:
        at = harm.at
        if "an-object" in harm.reading.lexeme.tags:  # «أفرج عن جنديين»
            about = next((k for k in range(at + 1, min(at + _LED_REACH, self.end)) if self.scene.forms[k] == "عن"), at)
            return next(iter(self.scene.mentions_in(about + 1, min(about + 2, self.end))), None) if about > at else None
        if harm.reading.is_verb and harm.reading.sense.number in ("du", "pl"):
            before = [m for m in self.scene.mentions_in(max(self.start, at - 8), at) if not m.preposition]
            if before:
                return before[-1]
        for k in range(at + 1, min(at + 4, self.end)):
            mention = self.scene.mention_from.get(k)
            if mention is not None and not mention.preposition:
                return mention
            if self.scene.forms[k] in PREPOSITIONS or self.scene.forms[k] in ".،":
                break
        before = [
            m for m in self.scene.mentions_in(max(self.start, at - 6), at)
            if not m.preposition and self.scene.forms[m.first - 1] not in PREPOSITIONS
        ]  # fmt: skip
        prior = self.scene.forms[at - 1] if at else ""
        if harm.reading.is_verb and before and (at - before[-1].last <= 4 or prior in ("قد", "فقد")):
            opening = Arguments(self.scene, self.start, self.end).subject_before(at)
            # «سالم حميد، أحد أبرز قادة التنظيم، قتل …»: who is told of, not whose he was
            return opening if opening is not None and opening.number == "sg" != before[-1].number else before[-1]
        return None

    def _struck(self, harm: Harm) -> Mention | None:
        """«اغتال مجهولون القيادي …», «مجهولون خطفوا موظفا»: behind the doer, or behind a verb whose doer stood before, the object."""
        sense, lexeme = harm.reading.sense, harm.reading.lexeme
        if not harm.reading.is_verb or lexeme.object != "target" or lexeme.subject != "agent" or harm.reading.pronoun:
            return None
        phrases = Arguments(self.scene, self.start, self.end).phrases_after(harm.at)
        if sense.number == "pl" and sense.person == 3:
            return phrases[0] if phrases and phrases[0].number != "pl" else None
        if len(phrases) < 2 or not phrases[0].tags & _DOERS or (phrases[0].number == "sg" and not phrases[0].definite):
            return None
        return phrases[1] if phrases[1].number != "pl" and not phrases[1].conjunction else None

    def _subject(self, harm: Harm) -> Mention | None:
        """«قائد المجموعة، الذي …، أصيب»: who stands at the head of the clause suffers what a passive verb tells."""
        passive = harm.reading.sense.shape.startswith("passive-") or harm.reading.lexeme.subject == "target"
        if not (harm.reading.is_finite and passive) or harm.reading.conjunction or harm.reading.sense.number == "pl":
            return None
        return Arguments(self.scene, self.start, self.end).subject_before(harm.at)

    def _joined(self, found: list[Figure]) -> list[Figure]:
        """«10 مدنيين وجندي», «بينهم طفل»: a single victim joined to a counted harm."""
        more: list[Figure] = []
        for mention in self.scene.mentions_in(self.start, self.end):
            if (
                mention.number not in ("sg", "du")
                or not mention.tags & COUNTABLE
                or mention.definite
                or "name" in mention.tags
            ):
                continue
            if any(f.span.overlaps(mention.span) for f in (*found, *more)):
                continue
            measure = self._joined_measure(mention, found)
            if measure and self.scene.forms[mention.first - 1] not in ("كل", "اي"):
                figure = single_victim(self.scene, mention, measure)
                if figure:
                    more.append(figure)
        return more

    def _joined_measure(self, mention: Mention, found: list[Figure]) -> str | None:
        before = [f for f in found if f.span.end <= mention.span.start]
        if not before:
            return None
        last = before[-1]
        _, after = self.scene.token_range(last.span)
        gap = mention.first - after
        if mention.conjunction == "و" and gap <= 4 and not self.counts.is_broken(after, mention.first):
            return last.measure
        included = any(self.scene.phrase("including", k) for k in range(max(after, mention.first - 3), mention.first))
        return last.measure if included and gap <= 14 else None
