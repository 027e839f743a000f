"""The subject that stands before its verb: before an aside, a relative clause, what is only believed of it, or right before it."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.word import Sense
from riwaya.stages.claim.partners import is_only_place
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, SUBORDINATORS, Scene
from riwaya.stages.claim.trigger import Trigger

_BESIDE_SUBJECT = frozenset(
    "كان كانت كانوا كانا كانتا يكون تكون يكونوا تمكن تمكنت تمكنوا قام قامت قاموا يزال تزال زال زالت زالوا يزالون ظل ظلت ظلوا بات باتت باتوا عاد عادت عادوا "
    "اصبح اصبحت اصبحوا بدا بدات بداوا واصل واصلت واصلوا يواصل تواصل يواصلون حاول حاولت حاولوا يحاول تحاول يحاولون استطاع استطاعت استطاعوا".split()
)
LEADING = PREPOSITIONS | frozenset("و" + word for word in PREPOSITIONS)
"""Prepositions, with «و» before them too («وفي مديرية كذا نصبت …»)."""
BETWEEN = frozenset("قد لم لا لن كانوا كان كانت".split())
"""Words between a relative pronoun and its verb."""
_SUBJECT_REACH, _ASIDE_REACH = 24, 12
_OF_MANY = frozenset("الذين والذين".split())
_THING = 3
"""Words that a thing before its verb may have («السيارة المفخخة»)."""
_MARCH = "ar.events.مسيرة"
_ABOARD = frozenset("متن ظهر ظهور".split())
_PRONOUNS = ("ه", "ها", "هم", "هما")
_MARKS = frozenset('،,»")')


class Subjects:
    """Reads the subjects of one document's verbs that stand before them."""

    def __init__(self, scene: Scene) -> None:
        """Keep the scene."""
        self.scene = scene

    def subject_before(self, at: int, floor: int = 0) -> Mention | None:
        """Give the phrase under no preposition that opens the clause of the verb at ``at``; None for none.

        Args:
            at: Token of the verb.
            floor: First token that may belong to the phrase; the sentence bounds it anyway.
        """
        first, _ = self.scene.annotation.sentences[self.scene.sentence_of[at]]
        floor = max(first, floor, at - _SUBJECT_REACH)
        if self._takes_up_unknown(at):
            return None
        candidate: Mention | None = None
        k = at - 1
        while k >= floor:
            if (over := self._before_belief(k)) < k:
                k = over
                continue
            if k in self.scene.telling or self.scene.is_that(k) or self.scene.forms[k] in ".؛:":
                break
            if self.scene.forms[k] in SUBORDINATORS:
                break
            mention = self.scene.mention_over.get(k)
            if mention is not None:
                led = mention.preposition or self._is_governed(mention) or is_only_place(self.scene, mention)
                if not led and self._may_precede(mention, at):
                    candidate = mention
                k = mention.first - 1
                continue
            if self.is_event(k) and not self.scene.phrase("beside", k):  # «القوات مدعومة بغطاء جوي تمكنت من»
                return None
            if self.scene.is_finite(k) and self.scene.forms[k] not in _BESIDE_SUBJECT:
                return self._over_relative(k, floor, at) or self._over_description(k, floor, at) or candidate
            k -= 1
        return candidate

    def has_thing_before(self, at: int) -> bool:
        """«أن العبوة استهدفت دورية»: a noun behind «أن», or a definite one that opens a sentence, that names nobody is the subject of a verb right behind it.

        Source: the noun behind «أن» (Ryding 2005, ch. 19).
        """
        scene, k = self.scene, at - 1
        first, _ = scene.annotation.sentences[scene.sentence_of[at]]
        while k >= first and at - k <= _THING and self._is_thing(k):
            k -= 1
        if k == at - 1:
            return False
        if k < first:
            return scene.forms[first].startswith("ال")
        return scene.is_that(k) and not scene.forms[k].endswith(_PRONOUNS)

    def _is_thing(self, k: int) -> bool:
        """A word that may be the name of a thing or tell more of it: no verb, nobody, no day and no place."""
        scene, form = self.scene, self.scene.forms[k]
        if not scene.tokens[k].is_word or form in LEADING or form in SUBORDINATORS or form in BETWEEN:
            return False
        if form in RELATIVES:
            return False
        known = k in scene.mention_over or k in scene.set_in or k in scene.counted or k in scene.hedging
        return not (known or scene.is_finite(k) or scene.is_that(k) or self.is_event(k))

    def _takes_up_unknown(self, at: int) -> bool:
        """«فلان، الذي أعلن …»: the relative pronoun before the verb takes up a word that names nobody known."""
        pronoun, k = self._taken_up(at)
        if pronoun < 0 or self.scene.forms[pronoun][0] == "و":
            return False
        return k not in self.scene.mention_over and k not in self.scene.set_in

    def _taken_up(self, at: int) -> tuple[int, int]:
        """Give the relative pronoun before the verb at ``at`` and the last word of what it takes up; -1 for both without one."""
        k = at - 1
        while k > 0 and self.scene.forms[k] in BETWEEN:
            k -= 1
        if k < 1 or self.scene.forms[k] not in RELATIVES:
            return -1, -1
        pronoun = k
        k -= 1
        while k > 0 and self.scene.forms[k] in _MARKS:
            k -= 1
        return pronoun, k

    def _before_belief(self, k: int) -> int:
        """«شخصين يعتقد أنهما نفذا …»: the token before what is only believed of the subject; ``k`` where nothing is."""
        if k < 2 or not self.scene.forms[k].endswith(_PRONOUNS) or not self.scene.is_that(k):
            return k
        return next((j - 1 for j in range(k - 1, max(0, k - 3), -1) if self.scene.phrase("believed", j) > k - j), k)

    def _may_precede(self, mention: Mention, at: int) -> bool:
        """«لحساب المتطرفين قتل»: several people before their verb have it in the plural.

        Source: agreement of the verb that follows its subject (Ryding 2005, ch. 4).
        """
        sense = self.scene.readings[at][0].sense if self.scene.readings[at] else None
        if sense is None or sense.number != "sg" or mention.number != "pl" or "thing" in mention.tags:
            return True
        return not self.scene.forms[mention.head].endswith(("ون", "ين"))

    def _over_description(self, k: int, floor: int, at: int) -> Mention | None:
        """«إن مسلحين يستقلون دراجات هاجموا …»: whom a clause without a pronoun, whose verb is ``k``, describes; None for none.

        Source: the asyndetic relative clause behind an indefinite noun (Ryding 2005, ch. 14).
        """
        mention = self.scene.mention_over.get(k - 1)
        if mention is None or mention.last != k - 1 or mention.first < floor or mention.definite or mention.preposition:
            return None
        opens = mention.first == floor or self.scene.is_that(mention.first - 1)
        joined = any(r.conjunction for r in self.scene.readings[at][:1])
        plural = bool(self.scene.readings[at]) and self.scene.readings[at][0].sense.number == "pl"
        if opens and not joined and self._may_go_on(mention, at, k):
            return mention  # «إن مجموعة تستقل سيارة أطلقت …»
        return mention if opens and plural and not joined and "thing" not in mention.tags else None

    def _may_go_on(self, mention: Mention, at: int, described: int) -> bool:
        """A band or one man whom a clause with nothing but things describes, and a verb that agrees with both."""
        readings, first = self.scene.readings[at], self.scene.readings[described]
        if not readings or not first or "thing" in mention.tags:
            return False
        one, other = readings[0].sense, first[0].sense
        between = self.scene.mentions_in(described + 1, at)
        things = all("thing" in m.tags or m.preposition for m in between)
        return things and (one.number, one.gender) == ("sg", other.gender) == (other.number, other.gender)

    def _over_relative(self, k: int, floor: int, at: int) -> Mention | None:
        """«المسؤول الذي كان يدير الملف قتل …»: whom a relative clause that holds token ``k`` describes; None for none."""
        readings = self.scene.readings[at]
        for r in reversed(self.scene.words_in(RELATIVES, floor, k)):
            mention = self.scene.mention_over.get(r - 1)
            if mention is None or mention.preposition or self._is_governed(mention) or mention.conjunction:
                return None
            return mention if readings and _agrees(self.scene.forms[r], readings[0].sense, mention) else None
        return None

    def _before_aside(self, at: int) -> Mention | None:
        """«القوات، بالتعاون مع الشرطة، داهمت …»: what stands between commas does not part a subject from its verb."""
        scene = self.scene
        first, _ = scene.annotation.sentences[scene.sentence_of[at]]
        if not at or scene.forms[at - 1] not in "،,":
            return None
        comma = next((k for k in range(at - 2, max(first, at - _ASIDE_REACH), -1) if scene.forms[k] in "،,"), None)
        if comma is None or scene.forms[comma + 1][0] not in "بو" or scene.is_finite(comma + 1):
            return None
        mention = scene.mention_over.get(comma - 1)
        if mention is None or mention.last != comma - 1 or mention.preposition or self._is_governed(mention):
            return None
        return mention if scene.is_that(mention.first - 1) else None

    def _is_governed(self, mention: Mention) -> bool:
        """A preposition stands before it, and is no part of a count («أكثر من مروحية»)."""
        before = mention.first - 1
        if before > 0 and self.scene.forms[before] in _ABOARD and self.scene.forms[before - 1] in LEADING:
            return True  # «على متن دراجات»
        prior = self.scene.mention_over.get(before) if mention.conjunction else None
        if prior is not None and (prior.preposition or self._is_governed(prior)):
            return True  # «من أنصار للحزب وفلان»
        return before >= 0 and self.scene.forms[before] in LEADING and before not in self.scene.hedging

    def antecedent(self, verb: Trigger) -> Mention | None:
        """Give whom the relative pronoun right before a verb takes up («المسلحين الذين أطلقوا …»); None for none.

        Source: relative clauses of written Arabic (Ryding 2005, ch. 14).
        """
        pronoun, k = self._taken_up(verb.index)
        mention = self.scene.mention_over.get(k) if pronoun >= 0 else None
        return (
            mention if mention is not None and _agrees(self.scene.forms[pronoun], verb.reading.sense, mention) else None
        )

    def is_event(self, k: int) -> bool:
        """Say whether token ``k`` is a noun of happening that counts nobody; a drone is spelt like a march («مسيرة»)."""
        readings = self.scene.readings[k]
        return readings.uncounted_event and not (readings[0].lexeme.id == _MARCH and self._flies(k))

    def _flies(self, k: int) -> bool:
        march = self.scene.grammar["march_words"]
        return march.singles.isdisjoint(self.scene.forms[k + 1 : k + 4])


def _agrees(pronoun: str, sense: Sense, mention: Mention) -> bool:
    """«الذين» takes up people, several of them, whose verb is plural; «الذي» and «التي» tell the gender of the verb."""
    if pronoun in _OF_MANY:
        return sense.number == "pl" and mention.number != "sg" and "thing" not in mention.tags
    return sense.number == "sg" and sense.gender in ("", "f" if pronoun.endswith("تي") else "m")
