"""Doers carried over from the claim before, where the words of a claim only go on («وانسحبوا», «وغارة أخرى», «وتدمير مركبة»)."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.claim import Claim
from riwaya.model.mention import Mention
from riwaya.model.record import replace
from riwaya.stages.claim.condemned import is_on_them
from riwaya.stages.claim.doers import find_helper
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import VIOLENT, Trigger

_ANOTHER = frozenset(
    "اخر اخري اخرين ثان ثانيه ثالث ثالثه رابع رابعه خامس خامسه سادس سادسه مماثل مماثله مماثلا مماثلين مماثلتين".split()
)
_OTHERS = (("اخرون",), ("اخرين",), ("اخر",), ("بعضهم",), ("معظمهم",), ("الباقون",), ("عشرات",), ("عدد",), ("ميات",))
_NEXT_WORDS = 3
_GOING_ON = frozenset({"كما", "ثم"})
_STRIKES = frozenset({"strike", "bombard"})
_THROUGH, _WITH = frozenset("بعد اثر عقب خلال في اثناء وسط".split()), frozenset({"مع"})
_WITH_REACH = 5
_BETWEEN_THEM = frozenset({"بينها", "بينهم", "بينه", "بينهما"})
_BESIDES = (("بالاضافه", "الي"), ("اضافه", "الي"), ("فضلا", "عن"), ("من", "خلال"), ("عن", "طريق"))
_GAINS = frozenset({"seize", "enter", "advance"})
_JUDGES = frozenset({"court", "state-body", "government", "ministry"})
_FAR = 3
"""Sentences over which «القصف», «الغارات» are still those told of."""


class DoerMemory:
    """Remembers who did what the claims before tell."""

    def __init__(self, scene: Scene) -> None:
        """Start with nobody."""
        self.scene = scene
        self._last: tuple[int, Claim] | None = None

    def complete(self, claim: Claim, happening: Happening) -> Claim:
        """Give the claim with the doer of the one before, where its words plainly go on; else as it is.

        Speech acts take nobody's: their doer is who speaks.

        Source: annotation guideline, field ``agents``.
        """
        sentence = self.scene.sentence_of[happening.first]
        if not claim.agents and self._last is not None and happening.triggers[0].act is None:
            told, before = self._last
            far = _FAR if _is_same_strike(happening, before) else 1
            suffer = {p.actor.id for p in claim.targets if p.actor.id}
            itself = any(p.actor.id in suffer for p in before.agents)  # «واشتباكات مع مسلحي التنظيم» after their deed
            if not itself and sentence - told <= far and self._goes_on(claim, happening, before, sentence == told):
                claim = replace(claim, agents=before.agents)
        if not claim.targets and self._last is not None and is_on_them(self.scene, happening):
            told, before = self._last
            if sentence - told <= 1 and before.targets:
                claim = replace(claim, targets=before.targets, agents=claim.agents or _courts(before))
        if claim.agents and not _are_troops(happening):
            self._last = (sentence, claim)
        return claim

    def _goes_on(self, claim: Claim, happening: Happening, before: Claim, together: bool) -> bool:
        first, head = happening.triggers[0], happening.head
        same_chain = [k.span for k in before.chain] == [k.span for k in claim.chain]
        subjectless = first.is_verb and first.lexeme.subject == "agent"
        if together and not first.is_verb and self._led_there(claim, happening, before):
            return True
        if not same_chain:
            return _is_same_strike(happening, before) and not claim.polarity == "denied"
        if subjectless and not self._may_do(claim, first, before):
            return False
        if subjectless and (first.reading.conjunction or self._is_more(happening)):
            return True
        named = not head.is_verb or self._may_be_noun(first)
        if before.type == "RETREAT" and claim.type in VIOLENT and named:
            return False  # «انسحبوا بعد قصف الجبل»
        if subjectless or (not head.is_verb and find_helper(self.scene, head.index) is not None):
            return together
        if together and self._is_fight(claim, happening, before):
            return True
        if head.reading.definite and not (head.is_verb or head.is_harm) and claim.type == before.type:
            return head.lexeme.subtype != "clash" or before.subtype not in _STRIKES
        if _is_same_strike(happening, before):
            return True
        if claim.type not in VIOLENT or before.type not in VIOLENT:
            return False
        return (
            self._is_another(happening) or self._same_victim(claim, before) or (together and self._is_joined(happening))
        )

    def _may_do(self, claim: Claim, verb: Trigger, before: Claim) -> bool:
        """«رفعت السلطات …، وقتل شخص», «زرع مهاجم …، لكن الشرطة … وأطلقت»: a verb goes on only with a doer that it agrees with.

        Source: agreement of the verb behind its subject (Ryding 2005, ch. 4).
        """
        sense = verb.reading.sense
        if sense.shape.startswith("passive") or self._has_own_subject(verb):
            return False
        if sense.person == 1:
            return bool(claim.chain) and before.agents[0].actor == claim.chain[-1].source
        if self._may_be_noun(verb) or self._has_event_subject(verb):
            return True
        doer = self.scene.mention_over.get(self.scene.token_range(before.agents[0].span)[0])
        return doer is None or sense.person != 3 or _agree(verb, doer, self.scene.forms[doer.head])

    def _may_be_noun(self, verb: Trigger) -> bool:
        """«بعد دحر المتمردين», «وقطع الإمدادات»: a word that may be the noun agrees with nobody; a killing more likely happens to somebody."""
        sense = verb.reading.sense
        if verb.lexeme.measure is not None or (sense.shape, sense.number, sense.gender) != ("past", "sg", "m"):
            return False
        readings = self.scene.readings[verb.index]
        return any(r.sense.shape in ("masdar", "noun") for r in readings)

    def _has_event_subject(self, verb: Trigger) -> bool:
        """«كما استهدفت الغارات مواقع»: the verb agrees with the deed, not with who did it."""
        at = verb.index + verb.size
        return at < len(self.scene.readings) and self.scene.readings[at].uncounted_event

    def _has_own_subject(self, verb: Trigger) -> bool:
        """«وهرب آخرون», «الجنود الذين قتلوا»: who did it, or suffered it, is told beside the verb."""
        at = verb.index + verb.size
        if verb.lexeme.type == "RETREAT" and (at in self.scene.counted or self.scene.forms[at : at + 1] in _OTHERS):
            return True
        harms = "passive-too" in verb.tags and verb.lexeme.measure is not None and not verb.reading.pronoun
        return harms and self.scene.forms[verb.index - 1] in RELATIVES

    def _is_fight(self, claim: Claim, happening: Happening, before: Claim) -> bool:
        """«سيطروا على البلدة بعد معارك مع الجيش»: whoever did the deed fought those who stand behind «مع»."""
        head = happening.head
        if head.is_verb or head.lexeme.subtype != "clash" or before.type not in VIOLENT or not claim.targets:
            return False
        led = self.scene.forms[happening.first - 1] in _THROUGH
        known = {p.actor for p in (*before.targets, *claim.targets)}
        with_whom = self.scene.words_in(_WITH, head.index + 1, head.index + 1 + _WITH_REACH)
        return led and bool(with_whom) and known.isdisjoint(p.actor for p in before.agents)

    def _led_there(self, claim: Claim, happening: Happening, before: Claim) -> bool:
        """«سيطرت على التلة بعد هجوم شنته», «عقب سيطرتها على البلدة», «… بعد استعادة الجسر»: what went before a deed, or by which it was done, has the same doer."""
        first = happening.triggers[0]
        led = self.scene.forms[happening.first - 1] if happening.first else ""
        pair = self.scene.forms[max(0, happening.first - 2) : happening.first]
        doers = {p.actor for p in before.agents}
        if claim.type not in VIOLENT or first.is_harm or not doers.isdisjoint(p.actor for p in claim.targets):
            return False
        if led == "عبر" or pair in _BESIDES:
            return before.type in VIOLENT and first.lexeme.object == "target"
        if led not in _THROUGH:
            return False
        if first.lexeme.subtype == "clash":
            return bool(claim.targets) and self._has_with(first)
        if first.lexeme.subtype in _GAINS:
            return before.type in VIOLENT
        verb = next((t for t in happening.triggers[1:] if t.is_verb), None)
        hidden = verb is not None and verb.reading.pronoun and verb.index + verb.size not in self.scene.mention_from
        return bool(hidden) and verb is not None and "light" in verb.tags

    def _has_with(self, clash: Trigger) -> bool:
        """«معارك مع الجيش», «اشتباكات بينها وبين الحوثيين»."""
        behind = range(clash.index + 1, min(len(self.scene.forms), clash.index + 1 + _WITH_REACH))
        return any(self.scene.forms[k] in _WITH or self.scene.forms[k] in _BETWEEN_THEM for k in behind)

    def _is_more(self, happening: Happening) -> bool:
        """«كما قصف مخازن», «ثم أحرقوا المخازن»; of «كما قتل خمسة» nobody says who killed them."""
        first = happening.triggers[0]
        return self.scene.forms[first.index - 1] in _GOING_ON and first.lexeme.measure is None

    def _is_another(self, happening: Happening) -> bool:
        """«غارة خامسة», «هجوم آخر»."""
        at = happening.head.index
        follow = self.scene.forms[at + 1 : at + 1 + _NEXT_WORDS]
        return not happening.head.is_verb and not _ANOTHER.isdisjoint(follow)

    def _same_victim(self, claim: Claim, before: Claim) -> bool:
        known = {p.actor.id for p in before.targets if p.actor.id}
        return claim.type == before.type and any(p.actor.id in known for p in claim.targets)

    def _is_joined(self, happening: Happening) -> bool:
        """«… وتدمير مركبة»: a noun joined to the happening before."""
        first = happening.triggers[0]
        counted = first.index - 1 in self.scene.counted and self.scene.forms[first.index - 1].startswith("و")
        return not first.is_verb and (first.reading.conjunction == "و" or counted)


def _agree(verb: Trigger, doer: Mention, head: str) -> bool:
    """Say whether a verb of the third person may have a doer told before as its subject; names and groups agree in many ways."""
    sense, feminine = verb.reading.sense, head.endswith(("ه", "ات"))
    many = not doer.tags.isdisjoint({"force", "group", "name"})
    if sense.number == "pl":
        return doer.number == "pl" or many
    if (
        sense.number == "sg"
        and "passive-too" in verb.tags
        and verb.lexeme.measure is not None
        and not verb.reading.pronoun
    ):
        several = doer.number == "pl" and not many and "body" not in doer.tags
        return not several and (sense.gender != "m" or not feminine)
    lone = doer.number == "sg" and not many
    return not (lone and sense.number == "sg" and sense.gender == ("m" if feminine else "f"))


def _are_troops(happening: Happening) -> bool:
    """«استهدفت الغارة تعزيزات للحركة»: troops named beside the deed of others go on with nothing."""
    return happening.head.lexeme.subtype == "reinforce" and not happening.head.is_verb


def _courts(before: Claim) -> tuple[Participant, ...]:
    return tuple(p for p in before.agents if p.actor.kind in _JUDGES)


def _is_same_strike(happening: Happening, before: Claim) -> bool:
    known = (t for t in happening.triggers if t.reading.definite and not t.is_verb)
    return before.subtype in _STRIKES and any(t.lexeme.subtype in _STRIKES for t in known)
