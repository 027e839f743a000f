"""Harms that no number counts: «قتلى», «سقط قتيل», «خسائر فادحة», a victim by name."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.hedges import AT_LEAST
from riwaya.model.figure import Figure
from riwaya.model.span import Span
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bodies import bodies_of, body_of
from riwaya.stages.claim.counts import Counts
from riwaya.stages.claim.executed import find_executed
from riwaya.stages.claim.fallen import FELL, find_fallen_as
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.sentences import is_sentence_of_death
from riwaya.stages.claim.singles import Singles
from riwaya.stages.claim.victims import plain_figure, single_victim

FATES = frozenset({"freed", "killed", "executed"})
"""What becomes of people who were taken before."""
_NTH = frozenset("اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split())
_BODY = "ar.events.جثة"
_SUFFERS = "ar.events.تكبد"
_INJURY = "ar.events.إصابة"
_TAKEN = frozenset({"captured", "abducted"})
_SHOWING = frozenset(
    joined + noun for joined in ("", "و", "ل", "ب", "ال")
    for noun in "صور صوره مشاهد لقطات علاج معالجه مداواه اسعاف تبادل مبادله جنازه جنازات تشييع دفن اهالي ذوي عايلات اسر تعازي زياره عياده".split()
)  # fmt: skip
"""Words before the dead, the hurt or captives who were told of before: what is shown of them or done for them."""
_CAUSED_REACH, _LOSS_REACH, _LED_REACH, _FEARED_REACH = 6, 5, 7, 5


class Uncounted:
    """Finds whom the words of harm of one claim tell of without a number."""

    def __init__(
        self, scene: Scene, start: int, end: int, harms: Sequence[Harm], counts: Counts, singles: Singles
    ) -> None:
        """Take the words of a claim, its words of harm in order, and what tells their counts and single victims."""
        self.scene = scene
        self.start, self.end = start, end
        self.harms = harms
        self.counts = counts
        self.singles = singles

    def find(self, harm: Harm) -> list[Figure]:
        """Give the figures that a word of harm tells without a number, in no order; none where it tells of nobody."""
        tags = harm.reading.lexeme.tags
        if is_sentence_of_death(harm.reading.lexeme):
            return find_executed(self.scene, harm.at + self.scene.annotation.phrases[harm.at], self.end)
        if harm.reading.sense.shape == "masdar" and harm.reading.sense.number == "du":
            least = self.scene.forms[harm.at + 1 : harm.at + 3] in AT_LEAST  # «وقوع إصابتين على الأقل»
            return [plain_figure(harm.measure, 2, None if least else 2, self.scene.tokens[harm.at].span)]
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
        if harm.reading.is_verb or any(h.counted for h in self.harms):
            return []
        if harm.reading.definite and not self._are_suffered(harm.at):
            return []
        if (
            harm.reading.sense.number == "sg"
            and self.scene.forms[harm.at + 1 : harm.at + 2]
            and (self.scene.forms[harm.at + 1].startswith("ال") and harm.at + 1 not in self.scene.mention_from)
        ):
            return []  # «خسارة الأغلبية»
        if harm.reading.lexeme.measure == "missing":  # «فقدان مروحية»: a thing is no people
            victim = self.singles.victim(harm)
            return [victim] if victim else []
        return (
            []
            if self._is_of_things(harm.at)
            else [plain_figure("killed_or_wounded", 1, None, self._loss_span(harm.at))]
        )

    def _are_suffered(self, at: int) -> bool:
        """«الخسائر الفادحة التي تكبدتها الجماعة»: whoever suffered them is told here."""
        behind = range(at + 1, min(at + _LOSS_REACH, self.end - 1))
        told = next((k for k in behind if self.scene.forms[k] in RELATIVES), None)
        return told is not None and any(r.lexeme.id == _SUFFERS for r in self.scene.readings[told + 1])

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
            named = scene.mention_from.get(at + 1)
            told = named is not None and "named" in named.tags  # «استشهد الأسير سالم المرعي»
            return [] if told else [plain_figure(measure, 1, 1, token.span)]  # «قتلت الجماعة الرهينة»
        if self._has_fallen(harm):
            return [plain_figure(measure, 2, None, token.span)]
        if "vague" in lexeme.tags or (harm.reading.definite and self._nth(at) is None) or self._only_shows(harm):
            return []
        if number == "pl" and harm.reading.pronoun and self._nth(at) is None and scene.forms[at - 1] not in FELL:
            return []  # «دماء شهدائنا»: theirs, who are known
        if (fallen := find_fallen_as(scene, Arguments(scene, self.start, self.end), at)) is not None:
            figure = single_victim(scene, fallen, measure)
            return [figure] if figure else []
        if number == "sg" and (dead := body_of(scene, at, self.end)) is not None:
            return [dead]
        if number == "du" and (two := bodies_of(scene, at, self.end)):
            return two
        if number != "du" and (nth := self._nth(at)) is not None:
            return [plain_figure(measure, 1, 1, self.scene.span(nth, at + 1))]
        if number == "du" and scene.forms[at - 1].endswith("هما"):  # «فأرداهما قتيلين»
            return [plain_figure(measure, 2, 2, token.span)]
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
        """«صلب جثتيهما», «متأثرين بإصاباتهم», «مشاهد لجثث», «بسبب وجود جرحى», «كأسرى حرب», «علاج جرحى»: of those told before, or no toll."""
        if harm.reading.preposition == "ب" and (harm.reading.pronoun or self._is_manner(harm)):
            return True
        if harm.reading.preposition == "ك" or self.scene.forms[harm.at - 1] in _SHOWING:
            return True
        if harm.reading.lexeme.id == _INJURY and (harm.reading.pronoun or self._is_quoted_manner(harm.at)):
            return True
        if self._are_known(harm):
            return True
        if harm.reading.lexeme.id == _BODY and harm.reading.pronoun:
            return True
        return harm.reading.sense.number == "pl" and (harm.reading.preposition == "ل" or self._only_explains(harm.at))

    def _is_quoted_manner(self, at: int) -> bool:
        """«إصابة النائب بـ"إصابات طفيفة"»: likewise, within marks of quotation."""
        quoted = self.scene.forms[at - 1] in '«"'
        return self.scene.forms[at - 1 - quoted] in ("ب", "بـ")

    def _is_manner(self, harm: Harm) -> bool:
        """«إصابة الوزير بإصابات طفيفة»: how somebody was hurt; what brings hurt about («تسبب بإصابات») tells of others."""
        brought = any("result" in r.lexeme.tags for r in self.scene.readings[harm.at - 1])
        return harm.reading.lexeme.id == _INJURY and not harm.reading.definite and not brought

    def _are_known(self, harm: Harm) -> bool:
        """«أسرى المقاومة», «جثث الضحايا»: whose captives they are was told before; who fell («سقوط قتلى الحرس») is told here."""
        if harm.reading.sense.number != "pl" or harm.reading.definite or self.scene.forms[harm.at - 1] in FELL:
            return False
        whose = self.scene.mention_from.get(harm.at + 1)
        return (
            harm.measure in _TAKEN
            and whose is not None
            and whose.definite
            and not (whose.preposition or whose.conjunction)
        )

    def _has_fallen(self, harm: Harm) -> bool:
        """«سقوط ضحايا من المدنيين»: some fell, killed or hurt; of «تجنب سقوط ضحايا» nobody has."""
        several = "vague" in harm.reading.lexeme.tags and harm.reading.sense.number == "pl"
        if not several or self.scene.forms[harm.at - 1] not in FELL or any(h.counted for h in self.harms):
            return False
        before = self.scene.forms[max(0, harm.at - _FEARED_REACH) : harm.at - 1]
        return self.scene.grammar["feared"].singles.isdisjoint(before)

    def _only_explains(self, at: int) -> bool:
        """«مرشح للارتفاع بسبب وجود جرحى»: why a toll may rise, and no toll."""
        before = self.scene.forms[at - 1]
        return before == "لوجود" or (before == "وجود" and self.scene.forms[at - 2] in ("بسبب", "نتيجه", "نظرا"))

    def _done_to(self, harm: Harm) -> str:
        """«أعدمت القوات أسرى», «توفي جريحان»: what is done to captives or the hurt counts, not that they are."""
        if harm.measure == "wounded" and any(
            h.at == harm.at - 1 and h.measure == "killed" and "needs-wound" in h.reading.lexeme.tags for h in self.harms
        ):
            return "killed"  # «توفي جريحان»
        if harm.measure not in ("captured", "abducted"):
            return harm.measure
        done = [h for h in self.harms if h.measure in FATES and 0 < harm.at - h.at <= _LED_REACH]
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
