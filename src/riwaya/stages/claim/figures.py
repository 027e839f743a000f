"""Figures: how many of whom suffered what."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.figure import Figure, Quantity
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.among import lead_of_part
from riwaya.stages.claim.counts import Counts
from riwaya.stages.claim.courts import find_penalty
from riwaya.stages.claim.crowds import counts_people
from riwaya.stages.claim.fallen import WHOSE_VICTIMS
from riwaya.stages.claim.harms import TOLLS, Harm, harm_at, merge_pairs
from riwaya.stages.claim.listed import Listed
from riwaya.stages.claim.negated import is_negated
from riwaya.stages.claim.nobody import ONE, Nobody
from riwaya.stages.claim.scene import COUNTABLE, Scene
from riwaya.stages.claim.sentences import CRIMES
from riwaya.stages.claim.singles import Singles
from riwaya.stages.claim.taken_up_counts import with_fates
from riwaya.stages.claim.uncounted import FATES, Uncounted
from riwaya.stages.claim.victims import (
    counted_figure,
    national_people,
)

_OF_THEM_HERE = frozenset({"منهم", "منها", "فيه", "فيها", "منهن"})
_ONE_OF_SEVERAL = frozenset({"احد", "احدي"})
_MORE = (("اخرين",), ("اخرون",), ("منهم",))
_BEFORE_PEOPLE = frozenset(
    "كبيره غير محدد محددا معروف معروفا معلوم معلوما كبير كبيرا ضخم ضخما هايل هايلا قليل قليلا محدود محدودا اضافي اضافيا اضافيه اخرين اخرون اخر اخران قتيلا قتلي جريحا جرحي مصابا مصابين علي الاقل".split()
)
_INCLUDED_REACH = 10
_CAPTIVES = frozenset({"captive", "person", "relative"})
_HELD = frozenset({"abducted", "captured"})
_FELL = frozenset(joined + verb for joined in ("", "و", "ف") for verb in "سقط سقطت سقطوا".split()) | frozenset(
    joined + "سقوط" for joined in ("", "و", "ف", "ب", "ل")
)
_ARMED = frozenset({"force", "army", "body", "group"})
_DISPLACED = frozenset(f"ar.people.{word}" for word in ("لاجئ", "نازح", "مشرد", "لاجئة", "نازحة"))
"""Who fled before, whatever is told of them now."""
_SAVE, _SAVED = "ar.events.أنقذ", frozenset(f"ar.people.{word}" for word in ("مهاجر", "عامل", "راكب", "بحار", "صياد"))
_BLOWS = frozenset(
    "طلقات رصاصات طعنات طعنه رصاصتين طلقه طلقتين طلقتان طعنتين جروح جراح كسور كدمات حروق ضربات شظايا".split()
)
_FATE_OF = frozenset({"مصير", "ومصير"})
_VICTIMS = WHOSE_VICTIMS | {"ضحيه"}
_WENT = frozenset({"راح", "راحت", "ذهب", "ذهبت", "سقط", "سقطت", "يروح"})
_ADDED_REACH, _COGNATE_REACH, _COUNTED_REACH = 7, 3, 3


def find_figures(scene: Scene, start: int, end: int) -> list[Figure]:
    """Give the figures of a claim's words, in text order.

    A count belongs to the word of harm before it («مقتل 20», «أصيب 15»), to the one right after it («20 قتيلا»)
    or to the verb whose subject it counts («22 مسلحا قتلوا»). Without a count, a plural of harm is two or
    more, a single victim or name one, a dual two.

    Source: annotation guideline, «Numbers» and «Settled cases».
    """
    harms = [h for k in scene.happening_in(start, end) if (h := harm_at(scene, k))]
    if not harms and not any(start <= first < end for first, _, _ in scene.quantity_ranges.near(start, end)):
        return []  # nobody is hurt and nothing counted
    return _FigureFinder(scene, start, end, harms).find()


class _FigureFinder:
    def __init__(self, scene: Scene, start: int, end: int, harms: list[Harm]) -> None:
        self.scene = scene
        self.start, self.end = start, end
        self.harms = merge_pairs(scene, harms)
        self.harms = [h for h in self.harms if not self._is_the_reason(h)]
        self.counts = Counts(scene, start, end, self.harms)
        self.singles = Singles(scene, start, end)
        self.listed = Listed(scene, start, end, self.harms, self.counts)
        self.nobody = Nobody(scene, end, self.harms)
        self.uncounted = Uncounted(scene, start, end, self.harms, self.counts, self.singles)

    def find(self) -> list[Figure]:
        found: list[Figure] = []
        counted: dict[int, str] = {}
        for first, last, quantity in self.scene.quantity_ranges.near(self.start, self.end):
            if self.start <= first < self.end and not self.nobody.is_counted(first, last):
                figure = self._counted(first, last, quantity, found)
                if figure:
                    found.append(figure)
                    counted[last] = figure.measure
        for harm in self.harms:
            of = harm.at - (self.scene.forms[harm.at - 1] == "من")
            if not harm.counted and counted.get(of) in FATES:  # «الإفراج عن عشرة رهائن»: who they were
                continue
            if not harm.counted and (is_negated(self.scene, harm.at) or self._is_cognate(harm)):
                continue
            if not harm.counted and self._takes_up(harm, found):
                continue
            if not harm.counted:
                fresh = (f for f in self.uncounted.find(harm) if not any(f.span.overlaps(k.span) for k in found))
                found.extend(
                    f
                    for f in fresh
                    if not self._is_counted_noun(f) and (f.high is not None or not self._is_told(f, found))
                )
            elif (
                (single := self.singles.first_victim(harm))
                and not any(f.span.overlaps(single.span) for f in found)
                and not self._is_counted_noun(single)
            ):
                found.append(single)
        found.extend(self.listed.among(found))
        found.extend(self.listed.joined(found))
        return sorted(with_fates(self.scene, self.harms, found), key=lambda f: f.span)

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

    def _takes_up(self, harm: Harm, found: list[Figure]) -> bool:
        """«خطف سائح … ومكان احتجازه»: the pronoun on a noun of harm is of who was told before it."""
        noun = harm.reading.sense.shape == "masdar" and bool(harm.reading.pronoun)
        return noun and any(f.measure == harm.measure and f.span < self.scene.tokens[harm.at].span for f in found)

    def _is_counted_noun(self, single: Figure) -> bool:
        """«20 شخصا قتلوا», «29 قتيلا مدنيا»: behind a number the singular is of all whom it counts, and nobody more."""
        if single.low != 1 or single.high != 1:
            return False
        first, _ = self.scene.token_range(single.span)
        before = first - 1
        if before - 1 in self.scene.counted and any(h.at == before for h in self.harms):
            before -= 1
        return before in self.scene.counted and not self.scene.forms[first].startswith(("و", "ال"))

    def _is_told(self, bare: Figure, found: list[Figure]) -> bool:
        """«حصيلة قتلى القصف بلغت 57 قتيلا», «عملية احتجاز رهائن انتهت بتحرير أربعة»: a bare plural says nothing beside a number of the same."""
        same = {bare.measure} if bare.measure not in _HELD else {bare.measure, "freed"}
        return any(f.measure in same and f.span.start > bare.span.start for f in found)

    def _counted(self, first: int, last: int, quantity: Quantity, found: list[Figure]) -> Figure | None:
        if self._is_of_blows(last):
            return None
        of = self._counted_people(last)
        if (part := self._part_of(first, last, found)) is not None:
            return counted_figure(part, quantity, of)
        if self.scene.forms[self.counts.hedged_from(first) - 1] in _FATE_OF:  # «لا يزال مصير ستة آخرين مجهولا»
            return self._with_people(counted_figure("missing", quantity, of), first, last)
        doers = self.counts.is_of_doers(first)
        if doers and quantity.low == quantity.high == 2:
            return None
        harm = None if doers else self.counts.harm_of(first, last)
        if harm is not None and self._is_of_others(harm, first, last, of):
            return None
        penalty = find_penalty(self.scene, self.start, self.counts.hedged_from(first)) if harm is None else None
        if penalty is not None:
            return counted_figure(penalty, quantity, of)
        one_of = last == first + 1 and self.scene.forms[first] in ONE
        if harm is None and found and not doers and (one_of or self._goes_on(first, last, found[-1], of)):
            return counted_figure(found[-1].measure, quantity, of)
        together = self.counts.between(last)
        if (
            harm is None
            and together is None
            and (one_of or not counts_people(self.scene, self.start, first, last, self.counts.hedged_from(first), of))
        ):
            return None
        told = together or (harm.measure if harm else "killed" if self._has_felled(first) else "other")
        measure = self._measure_of(told, harm, of)
        if measure == "freed" and of is not None and of.tags.isdisjoint(COUNTABLE | _CAPTIVES):
            return None  # «تحرير 12 وحدة إدارية»
        if harm:
            harm.counted = True
        return self._with_people(counted_figure(measure, quantity, of), first, last)

    def _measure_of(self, told: str, harm: Harm | None, of: Mention | None) -> str:
        """«أنقذ خفر السواحل 120 مهاجرا», «استقبلت ستة نازحين»: what a number measures, given whom it counts."""
        if of is None:
            return told
        if harm is not None and harm.reading.lexeme.id == _SAVE and of.why in _SAVED:
            return "other"
        return "displaced" if told == "other" and of.why in _DISPLACED else told

    def _is_of_blows(self, last: int) -> bool:
        """«أصيب بعدة طلقات», «قتل بثلاث طعنات»: what somebody was hit with is counted, and nobody."""
        form = self.scene.forms[last] if last < self.end else ""
        return form.removeprefix("ال") in _BLOWS or self.scene.grammar["hails"].has(form)

    def _part_of(self, first: int, last: int, found: list[Figure]) -> str | None:
        """Give what a number measures that counts cases or a part of the number before; None for any other number."""
        if (case := self.counts.case_of(last)) is not None:
            case.counted = True
            return case.measure
        if found and self._is_included(first, last, found[-1]):
            return found[-1].measure
        whole = self._broken_down(first, last, found)
        return None if whole is None else whole.measure

    def _is_of_others(self, harm: Harm, first: int, last: int, of: Mention | None) -> bool:
        """«قتل أحد سبعة حراس», «مقتل ستة وتدمير عربة و3 مدافع»: say whether a harm did not happen to those counted."""
        if harm.at < first and self.scene.forms[first - 1] in _ONE_OF_SEVERAL:
            return True
        return of is None and self.counts.is_of_things(harm, first, last)

    def _with_people(self, figure: Figure, first: int, last: int) -> Figure:
        """«20 سوريا», «حارسين اثنين»: the figure with those told by their nationality, or by the dual before the number."""
        if figure.of is None and figure.measure != "other":
            people = national_people(self.scene, last)
            if people is not None:
                return replace(figure, of=people, of_span=self.scene.tokens[last].span)
        two = figure.low == figure.high == 2 and not self.scene.forms[first].startswith("و")  # «حارسين واثنين من …»
        pair = self.scene.mention_over.get(first - 1) if two else None
        if pair is not None and self.scene.forms[pair.head].endswith(("ان", "ين")):
            return replace(figure, span=Span(pair.span.start, figure.span.end), of=pair.actor, of_span=pair.span)
        return figure

    def _goes_on(self, first: int, last: int, before: Figure, of: Mention | None) -> bool:
        """Say whether a number without its own harm only goes on with the one before: others, one more part, or joined to it."""
        more = self.scene.forms[last : last + 1] in _MORE and not self.counts.is_other_deed(first - 1)
        return more or self._goes_on_with(first, before) or self._is_added(first, last, before, of)

    def _goes_on_with(self, first: int, before: Figure) -> bool:
        """«9 بينهم رئيس البلدية وخمسة أطفال»: joined to a part of the number before."""
        _, after = self.scene.token_range(before.span)
        if not self.scene.forms[first].startswith("و") or first - after > _INCLUDED_REACH:
            return False
        parts = any(lead_of_part(self.scene, k) for k in range(after, first))
        return parts and not self.counts.is_broken(after, first)

    def _is_added(self, first: int, last: int, before: Figure, of: Mention | None) -> bool:
        """«31 قتيلا من المسلحين و17 مقاوما», «خمسة عمال وأربعة من الحرس»: people joined to a number, with nothing else told between."""
        if of is None or before.measure == "other":
            return False
        members = self.scene.forms[last] == "من" and not of.tags.isdisjoint(_ARMED)
        if of.tags.isdisjoint(COUNTABLE) and not members:
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
        if self._is_toll_of_them(lead):
            return False
        parts = [k for k in range(max(after, lead - 3), lead) if lead_of_part(self.scene, k)]
        apart = parts and not any(k + lead_of_part(self.scene, k) == lead for k in parts)
        if apart and self.counts.noun_after(last) is not None:  # «بينهم طبيب و20 في عداد المفقودين»
            return False
        return bool(parts) and not any(parts[-1] < h.at < first for h in self.harms)  # «بينهم ضباط وإصابة 18»

    def _is_toll_of_them(self, lead: int) -> bool:
        """«عدد المصابين منهم 97»: the toll of others of them, behind its word of harm."""
        hurt = next((h for h in self.harms if h.at == lead - 2), None)
        told = self.scene.forms[lead - 1] in _OF_THEM_HERE and hurt is not None
        return told and hurt is not None and self.scene.forms[hurt.at - 1] in TOLLS

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
