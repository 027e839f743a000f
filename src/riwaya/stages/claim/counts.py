"""Which word of harm a count belongs to."""

from __future__ import annotations

from riwaya.stages.claim.among import counts_others, find_toll_of
from riwaya.stages.claim.counted_doers import CountedDoers
from riwaya.stages.claim.fallen import FELL
from riwaya.stages.claim.harms import Harm, is_tolled
from riwaya.stages.claim.negated import is_negated
from riwaya.stages.claim.scene import COUNTABLE, PREPOSITIONS, Scene

_STATES = frozenset({"captured", "abducted", "arrested", "missing", "displaced"})
_FATES = frozenset({"freed", "killed", "wounded", "executed", "killed_or_wounded"})
_DOING = frozenset({"ar.verbs.سبق", "ar.verbs.تم", "ar.verbs.جرى"})
_DONE = frozenset({"المطلق", "المفرج"})
_TITLED_REACH = 18
_REACH, _TOLL_REACH, _DONE_REACH, _OBJECT_REACH = 9, 30, 6, 5
_COUNT_AFTER = 12
_BETWEEN_REACH = 16
"""Tokens from a number over the names of those counted to «بين قتيل وجريح»."""
_BY_REACH = 3
_ONE = frozenset({"واحد", "واحدا", "واحده"})
_OF_THEM = (("منهم",), ("منهن",))
_IN_CAPTIVITY = "ar.events.في-الأسر"
_OTHERS = frozenset({"اخرين", "اخرون", "اخر"})
_WITH = frozenset({"مع", "برفقه", "بصحبه"})
CASES = frozenset({"حاله", "حالات"})


_FUNERALS = frozenset("تشييع التشييع جنازه جنازات جنازته دفن عزاء جثمان جثامين ذكري ارواح".split())
_MOURNING = frozenset("شيع شيعت يشيع تشيع شيعوا ودع ودعت يودع نعي نعت ينعي".split())
"""Verbs of burying and mourning: who is counted behind them is alive."""


class Counts(CountedDoers):
    """The words of harm of a claim, asked by the counts that stand among them."""

    def __init__(self, scene: Scene, start: int, end: int, harms: list[Harm]) -> None:
        """Take the words of a claim and its words of harm, in order."""
        super().__init__(scene, start, end)
        self.harms = harms

    def between(self, last: int) -> str | None:
        """«سقوط العشرات … بين قتيل وجريح», «بين أسير وقتيل»: counted together."""
        for k in range(last, min(last + _BETWEEN_REACH, self.end - 2)):
            if self.scene.forms[k] in ".؛":
                return None
            if self.scene.forms[k] in ("بين", "مابين"):
                kinds = {h.measure for h in self.harms if k < h.at <= k + 2 and h.reading.sense.number == "sg"}
                if kinds == {"killed_or_wounded"}:
                    return "killed_or_wounded"
                if len(kinds) == 2:
                    return "killed_or_wounded" if kinds == {"killed", "wounded"} else "other"
        return None

    def harm_of(self, first: int, last: int) -> Harm | None:
        """Give the word of harm that a count of the tokens ``first`` to ``last`` belongs to; None where it has none."""
        if (one := self._one_of_harm(first)) is not None:
            return one
        lead = self.hedged_from(first)
        if lead and self.scene.forms[lead - 1].lstrip("وف") in _MOURNING:
            return None  # «شيع الآلاف جثمان قتيل»
        onto = any("with-ala" in h.reading.lexeme.tags for h in self.harms if h.at < lead)  # «قضوا في كمين على ستة»
        if self.is_aimed_at(lead) and self.noun_after(last) is None and not onto:
            return None
        after = self._done_to_victims(self.noun_after(last))
        if after is not None:
            return after if self._is_case(after, last) else self._fate_of(after, first) or after
        if joined := self._joined_verb(first, last) or self._done_before(last) or self._fallen_as(first, last):
            return joined
        if told := find_toll_of(self.scene, self.harms, self.hedged_from(first), last, self.is_broken):
            return told
        before = [h for h in self.harms if h.at < first and self._reaches(h, self.hedged_from(first))]
        if len(before) > 1 and "vague" in before[-1].reading.lexeme.tags and self._is_of(before[-2], first):
            return before[-2]
        if before and self._is_of(before[-1], first):
            return before[-1]
        if before and not ("harm" in before[-1].reading.lexeme.tags and not self._is_total(before[-1], first)):
            return before[-1]
        after = self._verb_after(first, last) or self._toll_after(first, last) or self._undergone_after(first, last)
        return after or self._forced_after(last)

    def _done_to_victims(self, noun: Harm | None) -> Harm | None:
        """«ثلاثة من الضحايا المدنيين قتلوا»: what befell the victims is told by the verb right behind them."""
        if noun is None or "vague" not in noun.reading.lexeme.tags or not noun.reading.definite:
            return noun
        behind = (h for h in self.harms if noun.at < h.at <= noun.at + _BY_REACH)
        verb = next((h for h in behind if h.reading.is_finite and h.reading.sense.number == "pl"), None)
        return noun if verb is None or verb.reading.conjunction else verb

    def _one_of_harm(self, first: int) -> Harm | None:
        """«قتيلا واحدا», «إصابة واحدة»: the number one stands behind the noun of harm that it counts."""
        if self.scene.forms[first] not in _ONE or first < 1:
            return None
        return next((h for h in self.harms if h.at == first - 1 and "harm" in h.reading.lexeme.tags), None)

    def _is_of(self, harm: Harm, first: int) -> bool:
        """«جثث ستة رجال», «جثث الرجال الستة»: an indefinite plural of harm right before a number, or before its people, is theirs whom it counts."""
        several = harm.reading.sense.number == "pl" or "collective" in harm.reading.lexeme.tags
        plural = several and not (harm.reading.definite or harm.reading.pronoun)
        if not plural or "harm" not in harm.reading.lexeme.tags:
            return False
        return harm.at == self.hedged_from(first) - 1 or self._is_of_known(harm, first)

    def _is_of_known(self, harm: Harm, first: int) -> bool:
        """«جثث الرجال الستة», «جثث الضحايا الستة»: how many they are whose bodies are told of stands behind them."""
        if harm.at != first - 2 or not self.scene.forms[first].startswith("ال"):
            return False
        people = self.scene.mention_over.get(first - 1)
        victims = any(h.at == first - 1 and h.reading.definite for h in self.harms)
        return victims or (people is not None and people.definite and people.number == "pl")

    def _fate_of(self, state: Harm, first: int) -> Harm | None:
        """«أعدم 20 أسيرا», «أفرج عن ثلاث رهائن»: what is done to captives counts, not that they are captives."""
        if state.measure == "wounded":
            return self._dead_of_hurt(state, first)
        if state.measure not in _STATES:
            return None
        told = state.measure == "missing" or state.reading.lexeme.id == _IN_CAPTIVITY
        fates = {"freed"} if told else _FATES  # who is killed is missing no more
        done = [
            h
            for h in self.harms
            if h.measure in fates
            and "harm" not in h.reading.lexeme.tags
            and h.at < first
            and self._reaches(h, self.hedged_from(first))
        ]
        return done[-1] if done else None

    def _dead_of_hurt(self, hurt: Harm, first: int) -> Harm | None:
        """«توفي ثلاثة جرحى», «وفاة اثنين من المصابين», «أعدموا ستة جرحى»: who was hurt before and is dead now."""
        lead = self.hedged_from(first)
        for harm in self.harms:
            killed = harm.measure in ("killed", "executed") and "harm" not in harm.reading.lexeme.tags
            if not killed or harm.counted or harm.at >= lead or self.scene.forms[first].startswith("و"):
                continue
            dies = "needs-wound" in harm.reading.lexeme.tags or hurt.reading.definite
            doer = self.scene.mention_from.get(harm.at + 1)
            near = lead - harm.at <= (_OBJECT_REACH if dies else 1) or (doer is not None and doer.last + 1 == lead)
            if near and "،" not in self.scene.forms[harm.at : lead] and not self.is_broken(harm.at + 1, lead):
                return harm
        return None

    def _toll_after(self, first: int, last: int) -> Harm | None:
        """«ارتفع إلى 14 بينهم 5 نساء عدد القتلى»: the toll is named behind its number."""
        if self.scene.forms[first - 1] != "الي" and not (first and self.hedged_from(first) != first):
            return None
        for harm in self.harms:
            if is_tolled(self.scene, harm.at, harm.reading) and last < harm.at <= last + _TOLL_REACH:
                return harm
        return None

    def _undergone_after(self, first: int, last: int) -> Harm | None:
        """«تعرض ثلاثة … للاختطاف», «ثلاثة … تعرضوا للخطف»: what those counted underwent."""
        for harm in self.harms:
            if harm.reading.preposition != "ل" or harm.reading.is_verb or not last <= harm.at <= last + _COUNT_AFTER:
                continue
            between = (first - 1, *range(last, harm.at))
            if any("undergo" in r.lexeme.tags for k in between if k >= self.start for r in self.scene.readings[k]):
                return harm
        return None

    def _forced_after(self, last: int) -> Harm | None:
        """«اضطر مليون شخص إلى النزوح»: what those counted were made to do."""
        for harm in self.harms:
            led = (
                harm.measure == "displaced"
                and not harm.reading.is_verb
                and self.scene.forms[harm.at - 1] in ("الي", "علي")
            )
            if led and last <= harm.at <= last + _COUNT_AFTER:
                return harm
        return None

    def _joined_verb(self, first: int, last: int) -> Harm | None:
        """«و32 أصيبوا», «11 شخصا قتلوا»: a plural verb of harm right after what is counted; not of the object of a verb before it."""
        if self._is_object(first):
            return None
        for harm in self.harms:
            passive = harm.reading.sense.shape.startswith("passive") and not harm.reading.definite
            verb = harm.reading.is_verb or passive
            if (
                verb
                and last <= harm.at <= last + 3
                and not counts_others(self.scene, last, harm.at)  # «45 بعد وفاة ثلاثة مصابين»
                and (harm.reading.sense.number != "sg" or harm.measure == "displaced")
                and not harm.reading.conjunction
                and not self._has_object(harm)
            ):
                return harm
        return None

    def _is_object(self, first: int) -> bool:
        """«قتل الحرس ثلاثة مهربين خطفوا راعيا», «أفرجوا عن ثلاثة خطفوهم»: whom a verb of harm counts before a relative clause."""
        lead = self.hedged_from(first)
        if self.scene.forms[lead][0] == "و" or self.scene.forms[lead - 1] == "و":
            return False
        return any(
            not h.counted and h.at < lead <= h.at + (_OBJECT_REACH if h.reading.is_finite else self._led_by(lead))
            and not self.is_broken(h.at + 1, lead)
            for h in self.harms
        )  # fmt: skip

    def _led_by(self, lead: int) -> int:
        """«سراح ثلاثة صحافيين خطفوا», «الإفراج عن ثلاثة خطفوا»: how far behind a noun its number stands."""
        return 1 + (self.scene.forms[lead - 1] in ("عن", "علي"))

    def _has_object(self, harm: Harm) -> bool:
        """«ثلاثة مهربين خطفوا راعيا»: whom a verb does something to stands right behind it."""
        whom = self.scene.mention_from.get(harm.at + 1)
        if whom is None or not harm.reading.is_finite or harm.reading.lexeme.subject == "target":
            return False
        return not (whom.preposition or whom.conjunction) and not whom.tags.isdisjoint(COUNTABLE)

    def _fallen_as(self, first: int, last: int) -> Harm | None:
        """«سبعة من رجال الحرس سقطوا قتلى», «سقط سبعة من رجال الحرس قتلى»: as what those counted fell."""
        fell = self.scene.forms[self.hedged_from(first) - 1] in FELL
        for harm in self.harms:
            if not last < harm.at <= last + _COUNT_AFTER:
                continue
            plain = (
                "harm" in harm.reading.lexeme.tags and harm.reading.sense.number == "pl" and not harm.reading.definite
            )
            verb = self.scene.forms[harm.at - 1] in FELL
            if not plain or harm.reading.conjunction or not (verb or fell) or is_negated(self.scene, harm.at):
                return None
            return None if self.is_broken(last, harm.at - 1 if verb else harm.at) else harm
        return None

    def _done_before(self, last: int) -> Harm | None:
        """«11 شخصا سبق إيقافهم», «20 ممن تم اعتقالهم»: what was done to those counted, the pronoun theirs."""
        for harm in self.harms:
            theirs = harm.reading.pronoun and not harm.reading.is_verb and last < harm.at <= last + _DONE_REACH
            if theirs and (done := self._done_at(harm.at)) is not None and not self.is_broken(last, done):
                return harm
        return None

    def _done_at(self, at: int) -> int | None:
        """«سبق إيقافهم», «تم إطلاق سراحهم», «المطلق سراحهم»: the word before a noun of harm that says that it was done."""
        for k in range(at - 1, max(0, at - 3), -1):
            if any(r.lexeme.id in _DOING for r in self.scene.readings[k][:1]) or self.scene.forms[k] in _DONE:
                return k
        return None

    def noun_after(self, last: int) -> Harm | None:
        """Give the noun of harm that stands behind a count, so that it is theirs («20 قتيلا», «عدد كبير من القتلى»); None for none."""
        for harm in self.harms:
            joined = harm.reading.conjunction == "و" and harm.at == last  # «20 والجرحى 40»
            among = bool(self.scene.phrases_in("including", last, harm.at))  # «ستة آخرين بينهم جريح»
            suffered = harm.at == last and harm.reading.sense.shape == "passive"  # «عشرات المصابين»
            told = suffered or "harm" in harm.reading.lexeme.tags or self._is_case(harm, last)
            told |= harm.reading.lexeme.id == _IN_CAPTIVITY
            if (
                last <= harm.at <= last + 2
                and told
                and not (joined or among)
                and not counts_others(self.scene, last, harm.at)
            ):
                return harm
        return None

    def case_of(self, last: int) -> Harm | None:
        """«133 حالة قتل»: give the deed whose cases a count counts; None where it counts none."""
        led = last < self.end and self.scene.forms[last] in CASES
        return next((h for h in self.harms if h.at == last + 1 and self._is_case(h, last)), None) if led else None

    def _is_case(self, harm: Harm, last: int) -> bool:
        """«106 إصابة», «25 حالة اعتقال»: the noun of a deed right behind a number, or behind its «حالة», counts those who suffered it."""
        bare = not (harm.reading.conjunction or harm.reading.preposition or harm.reading.definite)
        case = harm.at == last + 1 and self.scene.forms[last] in CASES
        return bare and (case or (harm.at == last and harm.reading.sense.shape == "masdar"))

    def _verb_after(self, first: int, last: int) -> Harm | None:
        """«22 مسلحا، بينهم قادة، قتلوا»: the next verb of harm, where no other harm stands between."""
        harm = next((h for h in self.harms if h.at >= last), None)
        if harm is not None and any(
            f.lstrip("و").removeprefix("ل") in _FUNERALS for f in self.scene.forms[last : harm.at]
        ):
            return None  # «شارك الآلاف في تشييع ثلاثة قتلوا …»
        if harm is None or (harm.reading.conjunction and harm.reading.sense.number == "sg"):  # «، وأصيب 20»: of others
            return None
        if self._befell_some(harm, last) or self._is_done_by(harm, last) or self._has_object(harm):
            return None
        near = harm.at - last <= (_TOLL_REACH if self._opens_clause(first) else _COUNT_AFTER)
        return harm if (near and harm.reading.is_verb) or harm.reading.sense.shape.startswith("passive") else None

    def _befell_some(self, harm: Harm, last: int) -> bool:
        """«60 جنديا كانوا في القاعدة قتل منهم 43»: how many there were stands before, how many of them suffered behind."""
        return harm.at > last and self.scene.forms[harm.at + 1 : harm.at + 2] in _OF_THEM

    def _is_done_by(self, harm: Harm, last: int) -> bool:
        """«المئات من المقاتلين الذين هاجموا وقتلوا 40», «هاجم ستة مسلحين الدير وقتلوا حارسه»: what those counted did to others."""
        acts = harm.reading.lexeme.object == "target" and harm.reading.is_finite and harm.reading.sense.number == "pl"
        if not acts or harm.reading.conjunction not in ("و", "ف"):
            return False
        if harm.reading.pronoun or self._has_own(harm.at + 1):
            return True
        follows = (a for a, _, _ in self.scene.quantity_ranges.near(harm.at + 1, harm.at + _DONE_REACH) if a > harm.at)
        first = next(follows, harm.at + _DONE_REACH + 1)
        return first <= harm.at + _DONE_REACH and not self.is_broken(harm.at + 1, first)

    def _has_own(self, at: int) -> bool:
        """«وقتلوا صاحبه», «وقتلوا حارسا»: whom a verb is done to stands right behind it."""
        whom = self.scene.mention_from.get(at)
        return whom is not None and not (whom.preposition or whom.conjunction)

    def _opens_clause(self, first: int) -> bool:
        """«إن خمسة حراس يعملون … قتلوا»: the count is the subject of its clause, however much is told of it."""
        lead = self.hedged_from(first)
        return lead > 0 and self.scene.is_that(lead - 1)

    def _reaches(self, harm: Harm, first: int) -> bool:
        """Say whether a count at ``first`` can still belong to the harm: near, or joined to one that does."""
        if not harm.counted and self._is_risen(harm, first):  # the relative clause of the dead parts it from no number
            return "." not in self.scene.forms[harm.at + 1 : first]
        if first - harm.at <= _REACH or self.without_asides(harm.at, first) <= _REACH:
            return not self.is_broken(harm.at + 1, first)
        if first - harm.at <= _TITLED_REACH and self._follows_titles(harm.at + 1, first):
            return True
        return harm.counted and not self.is_broken(harm.at + 1, first) and first - harm.at <= 40

    def _follows_titles(self, start: int, first: int) -> bool:
        """«قتل سالم المرعي نائب رئيس المجلس … واثنان من حراسه», «… مع ثلاثة من حراسه»: a number joined to somebody, his titles between."""
        who = self.scene.mention_from.get(start) or self.scene.mention_from.get(start + 2)  # «قتل على إثرها العقيد …»
        lead = self.hedged_from(first)
        added = self.scene.forms[first].startswith("و") or self.scene.forms[lead - 1] in _WITH
        joined = added and who is not None and who.number == "sg"
        return joined and not self.is_broken(start, first)

    def _is_risen(self, harm: Harm, first: int) -> bool:
        """«ارتفع عدد القتلى … قرب الجسر … إلى خمسة»: the new total may stand at the end of a long clause."""
        named = is_tolled(self.scene, harm.at, harm.reading)
        return named and self.scene.forms[self.hedged_from(first) - 1] == "الي" and first - harm.at <= _TOLL_REACH

    def _is_total(self, harm: Harm, first: int) -> bool:
        """«عدد القتلى … إلى 60», «والجرحى 40»: a running total."""
        if harm.at == first - 1 and harm.reading.definite and harm.reading.conjunction:
            return True
        if self.hedged_from(first) < harm.at:  # «تخطت الإصابات 300»
            return True
        if any(f in ("الي", "بلغ", "تجاوز", "نحو") for f in self.scene.forms[harm.at + 1 : first + 1]):
            return True
        among = harm.at > 0 and self.scene.forms[harm.at - 1] == "بين"
        return among or is_tolled(self.scene, harm.at, harm.reading)

    def is_of_things(self, harm: Harm, first: int, last: int) -> bool:
        """«مقتل ستة وتدمير عربة و3 مدافع»: a joined noun of another deed between the harm and a number of nobody known counts what it was done to."""
        noun = last < self.end and self.scene.tokens[last].is_word and self.scene.forms[last] not in PREPOSITIONS
        if not noun or self.scene.forms[last] in _OTHERS:
            return False
        return any(self.is_other_deed(k) for k in range(harm.at + 1, first))
