"""The phrases around a word of happening: its subject, its object, what it is of."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.word import Sense
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.partners import is_only_place
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, SUBORDINATORS, Scene
from riwaya.stages.claim.trigger import Trigger

_PARTS = frozenset("اي ايا عدد بعض العديد كل كلا جميع معظم اغلب غالبيه احد احدي عشرات مئات ميات مجموعه عناصر افراد".split())
_BESIDE_SUBJECT = frozenset(
    "كان كانت كانوا كانا كانتا يكون تكون يكونوا تمكن تمكنت تمكنوا قام قامت قاموا يزال تزال زال زالت زالوا يزالون ظل ظلت ظلوا بات باتت باتوا عاد عادت عادوا "
    "اصبح اصبحت اصبحوا بدا بدات بداوا واصل واصلت واصلوا يواصل تواصل يواصلون حاول حاولت حاولوا يحاول تحاول يحاولون استطاع استطاعت استطاعوا".split()
)
_BELONGING = frozenset("تابع تابعه تابعين تابعون تابعتين تابعان مواليه موال موالون موالين".split())
_LEADING = PREPOSITIONS | frozenset("و" + word for word in PREPOSITIONS)
"""Prepositions, with «و» before them too («وفي مديرية كذا نصبت …»)."""
_SUBJECT_REACH, _ASIDE_REACH = 24, 12
_BETWEEN = frozenset("قد لم لا لن كانوا كان كانت".split())
"""Words between a relative pronoun and its verb."""
_OF_MANY = frozenset("الذين والذين".split())
_MARCH, _DYING = "ar.events.مسيرة", "ar.events.قضى/مات"
_OF_DEEDS, _DEED_REACH = frozenset({"ar.people.انتحاري", "ar.people.انتحارية"}), 3
_PRONOUNS = ("ه", "ها", "هم", "هما")
_TAKEN_UP = frozenset("عليها عليه عليهم عليهما فيها فيه فيهما بها به منها منه اليها اليه ضدها ضده ضدهم".split())


class Arguments:
    """Reads the phrases beside the triggers of one claim."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        """Keep the scene and the claim's token range."""
        self.scene = scene
        self.start, self.end = start, end

    def arguments(self, trigger: Trigger) -> tuple[Mention | None, Mention | None]:
        """Subject and object of a verb: the phrases after it, or the one before and the one after."""
        after = self.phrases_after(trigger.index)
        if self._is_relative_subject(trigger):  # «الفكر الذي استهدف رجال الأمن»
            return self.antecedent(trigger), (after[0] if after else None)
        before = None if trigger.reading.pronoun else self._before(trigger, bool(after))
        if before is not None:
            return before, (after[0] if after else None)
        if after and self._has_plain_subject(trigger, after[0]):
            return None, after[0]
        if len(after) == 1 and not trigger.reading.pronoun and is_own_kin(self.scene, after[0]):
            return None, after[0]  # «وأصاب ابن عمه»; of «قتله ابن عمه» the relative is the doer
        if self._has_pronoun_subject(trigger) or trigger.reading.sense.number in ("pl", "du"):
            return None, (after[0] if after else None)
        return (after[0] if after else None), (after[1] if len(after) > 1 else None)

    def _has_plain_subject(self, trigger: Trigger, obj: Mention) -> bool:
        """«أصاب ثور أربعة أشخاص»: a noun that no list knows between a verb and those who are counted is the subject."""
        at = trigger.index + trigger.size
        scene = self.scene
        if trigger.lexeme.object != "target" or obj.first - at < 2 or obj.first - 1 not in scene.counted:
            return False
        if at in scene.hedging or at in scene.counted or scene.forms[at] in PREPOSITIONS or scene.forms[at] in _BETWEEN:
            return False
        return find_bare_phrase(scene, at, obj.first) is not None

    def _is_relative_subject(self, trigger: Trigger) -> bool:
        """«الذي استهدف المركز»: without a pronoun that takes it up, the relative pronoun is the subject of a verb that agrees."""
        sense, at = trigger.reading.sense, trigger.index
        if trigger.reading.pronoun or sense.number != "sg" or trigger.lexeme.object != "target" or not at:
            return False
        relative = self.scene.forms[at - 1]
        either = "passive-too" in trigger.tags and trigger.lexeme.measure is not None  # «الذي قتل أمس»
        if either or relative not in ("الذي", "التي"):
            return False
        return sense.gender in ("", "f" if relative.endswith("تي") else "m") and not self._resumes(at)

    def _has_pronoun_subject(self, trigger: Trigger) -> bool:
        """«إنها استهدفت …»: the pronoun on «إن» is the subject where it agrees with the verb; else the subject follows."""
        before = self.scene.forms[trigger.index - 1] if trigger.index else ""
        if before in ("قد", "لم") and trigger.index > 1:
            before = self.scene.forms[trigger.index - 2]
        if not self.scene.grammar["that"].has(before):
            return False
        gender = trigger.reading.sense.gender
        return (
            (before.endswith("ها") and gender == "f")
            or (before.endswith("ه") and gender == "m")
            or before.endswith(("نا", "هم"))
        )

    def phrases_after(self, at: int) -> list[Mention]:
        """At most two noun phrases after a verb, up to the next clause or a phrase under a preposition."""
        found: list[Mention] = []
        k = at + 1
        while k < self.end and len(found) < 2 and k - at < 16:
            mention = self.scene.mention_from.get(k)
            if mention is not None:
                if mention.preposition in ("ب", "ك") or self.is_led(k):
                    break
                opposed = self.scene.grammar["opposed"].has(self.scene.forms[k - 1])
                if mention.preposition == "ل" and (opposed or self.scene.forms[k - 1].removeprefix("ال") in _BELONGING):
                    k = mention.last + 1
                    continue
                if found and _tells_who(found[-1], mention):
                    break
                if mention.conjunction and found:
                    k = mention.last + 1
                    continue
                found.append(mention)
                k = mention.last + 1
                continue
            beside = self.scene.phrase("beside", k) or self.scene.phrase("helped_by", k)
            if beside:
                companion = self.scene.mention_from.get(k + beside)
                k = companion.last + 1 if companion is not None else k + beside
                continue
            form = self.scene.forms[k]
            if k in self.scene.hedging:  # «لا يقل عددهم عن ستة»
                k += 1
                continue
            if form in ".،؛:" or self.scene.is_that(k) or self.scene.is_finite(k) or self.is_event(k):
                break
            if form in PREPOSITIONS and k not in self.scene.hedging and not self._is_partitive(k):
                break
            if form not in ("منها", "منهم") and self.scene.phrase("including", k):
                break
            if form[0] == "ب" and self.scene.phrase("by_agent", k):  # «قتلوا أمس بنيران القوات»
                break
            k += 1
        return found

    def _is_partitive(self, k: int) -> bool:
        """«20 من المسلحين», «عدد من الجنود»: «من» after a count goes on with the phrase."""
        return self.scene.forms[k] == "من" and (k - 1 in self.scene.counted or self.scene.forms[k - 1] in _PARTS)

    def is_led(self, k: int) -> bool:
        """Say whether a preposition stands before token ``k``; «من» goes on with a phrase."""
        return self.scene.forms[k - 1] in _LEADING and self.scene.forms[k - 1] != "من"

    def _before(self, trigger: Trigger, followed: bool) -> Mention | None:
        if trigger.reading.conjunction or self._resumes(trigger.index):
            return None
        if (antecedent := self.antecedent(trigger)) is not None:
            return antecedent
        if trigger.lexeme.id == _DYING and self.scene.forms[trigger.index - 1] in RELATIVES:
            return None  # «القتلى الذين قضوا»
        if (aside := self._before_aside(trigger.index)) is not None:
            return aside
        near = self.subject_before(trigger.index, self.start)
        lone = not followed or trigger.reading.sense.number in ("pl", "du")
        return self.subject_before(trigger.index) if near is None and lone else near

    def _resumes(self, at: int) -> bool:
        """«التي تسيطر عليها القوات»: a pronoun takes up the noun before, so the subject follows."""
        before = self.scene.forms[max(0, at - 5) : at]
        after = self.scene.forms[at + 1 : at + 3]
        if not any(f in _TAKEN_UP for f in after):
            return False
        return any(f in RELATIVES for f in before) or (at - 1 in self.scene.mention_over) or not self._opens(at)

    def _opens(self, at: int) -> bool:
        return at == self.start or self.scene.forms[at - 1] in "،.؛:" or self.scene.is_that(at - 1)

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
            if self.is_event(k):
                return None
            if self.scene.is_finite(k) and self.scene.forms[k] not in _BESIDE_SUBJECT:
                return candidate or self._over_relative(k, floor, at)
            k -= 1
        return candidate

    def _takes_up_unknown(self, at: int) -> bool:
        """«فلان، الذي أعلن …»: the relative pronoun before the verb takes up a word that names nobody known."""
        k = at - 1
        while k > 0 and self.scene.forms[k] in _BETWEEN:
            k -= 1
        if k < 1 or self.scene.forms[k] not in RELATIVES or self.scene.forms[k][0] == "و":
            return False
        k -= 1
        while k > 0 and self.scene.forms[k] in '،,»")':
            k -= 1
        return k not in self.scene.mention_over and k not in self.scene.set_in

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
        prior = self.scene.mention_over.get(before) if mention.conjunction else None
        if prior is not None and (prior.preposition or self._is_governed(prior)):
            return True  # «من أنصار للحزب وفلان»
        return before >= 0 and self.scene.forms[before] in _LEADING and before not in self.scene.hedging

    def antecedent(self, verb: Trigger) -> Mention | None:
        """Give whom the relative pronoun right before a verb takes up («المسلحين الذين أطلقوا …»); None for none.

        Source: relative clauses of written Arabic (Ryding 2005, ch. 14).
        """
        k = verb.index - 1
        while k > 0 and self.scene.forms[k] in _BETWEEN:
            k -= 1
        if k <= 0 or self.scene.forms[k] not in RELATIVES:
            return None
        pronoun = k
        k -= 1
        while k > 0 and self.scene.forms[k] in '،,»")':
            k -= 1
        mention = self.scene.mention_over.get(k)
        return mention if mention is not None and _agrees(self.scene.forms[pronoun], verb.reading.sense, mention) else None

    def is_event(self, k: int) -> bool:
        """Say whether token ``k`` is a noun of happening that counts nobody; a drone is spelt like a march («مسيرة»)."""
        readings = self.scene.readings[k]
        return readings.uncounted_event and not (readings[0].lexeme.id == _MARCH and self._flies(k))

    def _flies(self, k: int) -> bool:
        march = self.scene.grammar["march_words"]
        return not any(march.has(form) for form in self.scene.forms[k + 1 : k + 4])

    def genitives(self, trigger: Trigger) -> list[Mention]:
        """At most two noun phrases that a noun of happening is of; [] where a pronoun is written on it."""
        if trigger.reading.pronoun:
            return []
        found: list[Mention] = []
        k = trigger.index + trigger.size
        while k < self.end and self._shares_object(k):
            k += 1
        while k < min(self.end, trigger.index + 14) and len(found) < 2:
            mention = self.scene.mention_from.get(k)
            form = self.scene.forms[k]
            if (
                mention is not None
                and k > trigger.index + 1
                and self.scene.grammar["fire"].has(self.scene.forms[k - 1])
            ):
                k = mention.last + 1  # «إطلاق نيران المدفعية»: with what, not by whom
                continue
            if mention is not None:
                if mention.preposition in ("ب", "ك") or (mention.preposition and found):
                    break
                if trigger.reading.definite and not self._may_follow(trigger, mention):
                    break
                if (mention.conjunction and found) or self.describes(mention):
                    k = mention.last + 1
                    continue
                found.append(mention)
                k = mention.last + 1
                continue
            if form in ".،؛:" or self.scene.is_finite(k) or self.scene.is_that(k) or self.is_event(k):
                break
            if form in PREPOSITIONS and k not in self.scene.hedging and not self._is_partitive(k):
                break
            k += 1
        return found

    def _shares_object(self, k: int) -> bool:
        """«قصف وتدمير موقع», «نهب ومصادرة مقرات»: nouns joined right behind a noun share what they are of with it."""
        first = self.scene.readings[k][:1]
        if not first or first[0].conjunction != "و" or first[0].definite or first[0].pronoun:
            return False
        return first[0].sense.shape == "masdar" and first[0].lexeme.table == "events"

    def _may_follow(self, trigger: Trigger, mention: Mention) -> bool:
        """«وقتل في الهجوم عددا من الجنود»: a noun with the article is of nobody but by «ل», in an adjective, or as a verb's object («نفذت الهجوم قوات …»)."""
        if mention.preposition == "ل" or self.describes(mention) or self.scene.is_finite(trigger.index - 1):
            return True
        return "name" in mention.tags and mention.first == trigger.index + 1 == mention.last

    def describes(self, mention: Mention) -> bool:
        """«هجوم انتحاري»: an adjective of the happening names nobody."""
        before = mention.first - 1
        lone = "adjective" in mention.tags and mention.first == mention.last and before >= 0
        if lone and mention.definite and mention.why in _OF_DEEDS:  # «هجوم أمس الانتحاري»
            return any(self.is_event(k) for k in range(max(0, before - _DEED_REACH), mention.first))
        one = mention.number == "sg" or self.scene.forms[before].endswith("ين")  # «تفجيرين انتحاريين»
        return lone and one and self.is_event(before)

    def counts_follow(self, at: int) -> bool:
        """Say whether somebody is counted right after token ``at``."""
        at = self._last_hedge(at)
        return any(
            at < a <= at + 3 and self.scene.forms[a][0] != "و" and not any(self._parts(k) for k in range(at + 1, a))
            for a, _, _ in self.scene.quantity_ranges.near(at, at + 3)
        )

    def _last_hedge(self, at: int) -> int:
        """«قتلوا على الأقل ستة»: the last word that loosens the count right behind ``at``; ``at`` where none does."""
        while at + 1 in self.scene.hedging and at + 1 not in self.scene.counted:
            at += 1
        return at

    def _parts(self, k: int) -> bool:
        """A happening, a verb or a preposition that opens no count («مع مسلحين اثنين») parts a verb from what is counted."""
        if self.scene.forms[k] in PREPOSITIONS and k not in self.scene.hedging:
            return True
        return self.scene.readings[k].happens or self.scene.is_finite(k)


def _tells_who(person: Mention, office: Mention) -> bool:
    """«قتل فلان المسؤول الأمني»: an office right behind a name, a closing mark between them or not, is who he is."""
    named = "named" in person.tags and bool(office.tags & {"official", "leader", "spokesman"})
    return named and office.first - person.last <= 2 and office.definite and not office.preposition


def is_own_kin(scene: Scene, mention: Mention) -> bool:
    """«قتل خاله», «أصاب ابن عمه»: a relative whose pronoun means the doer is the object."""
    if "relative" not in mention.tags:
        return False
    whose = any(r.pronoun for r in scene.readings[mention.head][:1])
    return whose or any(r.pronoun for r in scene.readings[mention.last])


def _agrees(pronoun: str, sense: Sense, mention: Mention) -> bool:
    """«الذين» takes up people, several of them, whose verb is plural; «الذي» and «التي» tell the gender of the verb."""
    if pronoun in _OF_MANY:
        return sense.number == "pl" and mention.number != "sg" and "thing" not in mention.tags
    return sense.number == "sg" and sense.gender in ("", "f" if pronoun.endswith("تي") else "m")
