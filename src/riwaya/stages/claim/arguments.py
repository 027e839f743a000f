"""The phrases around a word of happening: its subject, its object, what it is of."""

from __future__ import annotations

from riwaya.lang.describe import adjectives, bare
from riwaya.lang.registry import load_registry
from riwaya.model.mention import Mention
from riwaya.stages.claim.bare import CAPTIVES, find_bare_phrase
from riwaya.stages.claim.between_commas import opens_behind, over_aside
from riwaya.stages.claim.describing import Describing
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.subjects import BETWEEN, LEADING
from riwaya.stages.claim.trigger import Trigger, is_armed

_PARTS = frozenset("اي ايا عدد بعض العديد كل كلا جميع معظم اغلب غالبيه احد احدي عشرات ميات مجموعه عناصر افراد".split())
_BELONGING = frozenset("تابع تابعه تابعين تابعون تابعتين تابعان مواليه موال موالون موالين".split())
_DYING = "ar.events.قضى/مات"
_SOME = frozenset("بعض بضع بضعه".split())
_BELIEF = 14
_BELIEF_OPENS = 3
_THEIRS = ("هم", "ها", "هما", "انه", "بانه")
_OF_WHOM = (("من",), ("الي",), ("تابعون",), ("تابعه",))
_LONGEST_WEAPON = 2
_SPLINTERS = frozenset("شظيه شظايا شظاياها الشظايا".split())
_SHORTEST_PURPOSE = 5
_TAKEN_UP = frozenset("عليها عليه عليهم عليهما فيها فيه فيهما بها به منها منه اليها اليه ضدها ضده ضدهم".split())


class Arguments(Describing):
    """Reads the phrases beside the triggers of one claim."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        """Keep the scene and the claim's token range."""
        super().__init__(scene)
        self.start, self.end = start, end

    def arguments(self, trigger: Trigger) -> tuple[Mention | None, Mention | None]:
        """Subject and object of a verb: the phrases after it, or the one before and the one after."""
        after = self.phrases_after(trigger.index)
        if len(after) > 1 and _tells_who(
            after[0], after[1], ends_in_alef=self.scene.forms[after[1].head].endswith("ا")
        ):
            after = after[:1]
        if self._is_relative_subject(trigger):  # «الفكر الذي استهدف رجال الأمن»
            return self.antecedent(trigger), (after[0] if after else None)
        if trigger.reading.sense.person == 1 or trigger.reading.pronoun == "نا":
            return None, (after[0] if after else None)  # «قتلنا ثلاثة مسلحين»
        before = None if trigger.reading.pronoun else self._before(trigger, bool(after))
        if before is not None:
            return before, (after[0] if after else None)
        if after and self.scene.forms[trigger.index + trigger.size] == "عددا":  # «هاجمت عددا من وحداتها»
            return None, after[0]
        if after and self._is_thing_s_deed(trigger, after[0]):
            return None, after[0]
        if len(after) == 1 and not trigger.reading.pronoun and is_own_kin(self.scene, after[0]):
            return None, after[0]  # «وأصاب ابن عمه»; of «قتله ابن عمه» the relative is the doer
        if self._has_pronoun_subject(trigger) or trigger.reading.sense.number in ("pl", "du"):
            return None, (after[0] if after else None)
        return (after[0] if after else None), (after[1] if len(after) > 1 else None)

    def _is_thing_s_deed(self, trigger: Trigger, obj: Mention) -> bool:
        """A subject that is nobody stands before the verb, between it and its object, or cannot be the phrase behind it."""
        between = (
            self._has_plain_subject(trigger, obj) or self._disagrees(trigger, obj) or self._is_by_fire(trigger, obj)
        )
        return between or self.has_thing_before(trigger.index)

    def _has_plain_subject(self, trigger: Trigger, obj: Mention) -> bool:
        """«أصاب ثور أربعة أشخاص»: a noun that no list knows between a verb and those who are counted is the subject."""
        at = trigger.index + trigger.size
        scene = self.scene
        if trigger.lexeme.object != "target" or obj.first - at < 2 or obj.first - 1 not in scene.counted:
            return False
        if at in scene.hedging or at in scene.counted or scene.forms[at] in PREPOSITIONS or scene.forms[at] in BETWEEN:
            return False
        return find_bare_phrase(scene, at, obj.first) is not None

    def _is_by_fire(self, trigger: Trigger, obj: Mention) -> bool:
        """«أصابت رصاصة طفلا», «أصابت شظايا القذيفة امرأة»: what is fired is the subject, and whoever stands behind it was hit."""
        at = trigger.index + trigger.size
        if trigger.lexeme.object != "target" or not at < obj.first <= at + _LONGEST_WEAPON or obj.preposition:
            return False
        return self.scene.forms[at] in _SPLINTERS or self.scene.grammar["fire"].has(self.scene.forms[at])

    def _disagrees(self, trigger: Trigger, obj: Mention) -> bool:
        """«دول جاءت بمرتزقة ساعدت الجيش»: one who is masculine right behind a feminine verb is what it is done to.

        Source: agreement of verb and subject (Ryding 2005, ch. 3).
        """
        sense = trigger.reading.sense
        if (sense.shape, sense.number, sense.gender) != ("past", "sg", "f") or trigger.lexeme.object != "target":
            return False
        if trigger.reading.pronoun or obj.first != trigger.index + trigger.size or obj.preposition:
            return False
        somebody = self.scene.readings[obj.head][:1]
        masculine = somebody and somebody[0].lexeme.table == "people" and somebody[0].sense.gender == "m"
        return bool(masculine) and obj.number == "sg" and obj.definite and "army" in obj.tags

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
        if before in ("قد", "لم", '"', "«") and trigger.index > 1:
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
            if len(found) == 1 and (over := self._over_belief(k)) > k:
                k = over
                continue
            mention = self.scene.mention_from.get(k)
            if mention is not None:
                if mention.preposition in ("ب", "ك") or self.is_led(k):
                    break
                if not self._is_aside(mention, found):
                    found.append(mention)
                k = mention.last + 1
                continue
            if (over := self._over_company(k, found)) > k or (over := opens_behind(self.scene, at, k, found)) > k:
                k = over
                continue
            if self._ends_phrases(k):
                break
            k += 1
        return found

    def _is_aside(self, mention: Mention, found: list[Mention]) -> bool:
        """«المعادين للحكومة», «الجنود وأسرهم», «عناصر من الحرس»: who only tells more of those told before, or is joined to them."""
        before = self.scene.forms[mention.first - 1]
        opposed = self.scene.grammar["opposed"].has(before) or before.removeprefix("ال") in _BELONGING
        if mention.preposition == "ل" and opposed:
            return True
        return bool(mention.conjunction and found) or self._belongs(mention, found)

    def _over_company(self, k: int, found: list[Mention]) -> int:
        """Give the token behind who is beside the subject, a loose count, a belief or a day between commas; ``k`` itself for none."""
        beside = self.scene.phrase("beside", k) or self.scene.phrase("helped_by", k)
        if beside:
            companion = self.scene.mention_from.get(k + beside)
            return companion.last + 1 if companion is not None else k + beside
        if k in self.scene.hedging:  # «لا يقل عددهم عن ستة»
            return k + 1
        return over_aside(self.scene, k, self.end, found) if self.scene.forms[k] in "،," else k

    def _ends_phrases(self, k: int) -> bool:
        """Say whether no phrase of a verb may follow token ``k``: a clause, a phrase under a preposition, who is counted among others."""
        form = self.scene.forms[k]
        if form in ".،؛:" or self.scene.is_that(k) or self.scene.is_finite(k) or self.is_event(k):
            return True
        if form in PREPOSITIONS:
            if k not in self.scene.hedging and not self._is_partitive(k):
                return True
        elif form[0] == "ب" and (self._opens_amount(k) or self.scene.phrase("by_agent", k)):
            return True  # «اقتحموا بعشرات السيارات القرية», «قتلوا أمس بنيران القوات»
        if form[:2] == "لل" and self._tells_purpose(k):
            return True
        return form not in ("منها", "منهم") and bool(self.scene.phrase("including", k))

    def _belongs(self, mention: Mention, found: list[Mention]) -> bool:
        """«عناصر من قوات الأمن», «مفارز للجيش»: whose those told right before are."""
        if not found or mention.first - found[-1].last > 2:
            return False
        before = found[-1]
        if mention.first == before.last + 2:
            people = mention.tags.isdisjoint({"thing", "country", "capital"})
            return self.scene.forms[before.last + 1] == "من" and mention.preposition == "" and people
        fights = is_armed(mention.tags, mention.actor.kind) and is_armed(before.tags, before.actor.kind)
        return mention.preposition == "ل" and fights and not before.definite and "thing" not in before.tags

    def _over_belief(self, k: int) -> int:
        """«مسلحون يعتقد أنهم من جماعة كذا سبعة عمال», «… قرية»: what stands behind what is only believed of the subject; ``k`` where nothing is."""
        if not (self.scene.phrase("believed", k) or self.scene.phrase("suspected", k)):
            return k
        if (behind := self._behind_believed(k)) > k:
            return behind
        for step in range(k + 1, min(self.end, k + _BELIEF)):
            if step in self.scene.counted and step not in self.scene.mention_over:
                return step
            if self.scene.forms[step] in ".،؛:" or (self.scene.is_finite(step) and step > k + 1):
                return k
        return k

    def _behind_believed(self, k: int) -> int:
        """«يعتقد أنهم من جماعة كذا», «يعتقد أنها روسية», «يشتبه بانتمائهم لها»: give the token behind it; ``k`` where more is told than whose they are."""
        scene = self.scene
        at = next((j + 1 for j in range(k, min(k + _BELIEF_OPENS, self.end)) if scene.forms[j].endswith(_THEIRS)), k)
        whose = at + (scene.forms[at : at + 1] in _OF_WHOM)
        mention = scene.mention_from.get(whose)
        if at == k or mention is None or mention.last + 1 >= self.end:
            return k
        return mention.last + 1

    def _opens_amount(self, k: int) -> bool:
        """«بعشرات», «بأكثر من عشرين»: with how many something was done."""
        return (k in self.scene.counted or k in self.scene.hedging) and self.scene.forms[k] not in _SOME

    def _is_partitive(self, k: int) -> bool:
        """«20 من المسلحين», «عدد من الجنود»: «من» after a count goes on with the phrase."""
        return self.scene.forms[k] == "من" and (k - 1 in self.scene.counted or self.scene.forms[k - 1] in _PARTS)

    def is_led(self, k: int) -> bool:
        """Say whether a preposition stands before token ``k``; «من» goes on with a phrase."""
        return self.scene.forms[k - 1] in LEADING and self.scene.forms[k - 1] != "من"

    def _before(self, trigger: Trigger, followed: bool) -> Mention | None:
        if trigger.reading.conjunction or trigger.reading.sense.person == 1:
            return None
        if self._resumes(trigger.index):
            return self._nominative_before(trigger)
        if self._has_nominative_behind(trigger):
            return None
        if (antecedent := self.antecedent(trigger)) is not None:
            return antecedent
        if trigger.lexeme.id == _DYING and self.scene.forms[trigger.index - 1] in RELATIVES:
            return None  # «القتلى الذين قضوا»
        if (aside := self._before_aside(trigger.index)) is not None:
            return aside
        near = self.subject_before(trigger.index, self.start)
        sense = trigger.reading.sense
        if near is not None and near.number == "du" and (sense.number, sense.gender) == ("sg", "f"):
            return None  # «خطفت عصابة راعيين ثم أخلت سبيل أحدهما»
        lone = not followed or trigger.reading.sense.number in ("pl", "du")
        return self.subject_before(trigger.index) if near is None and lone else near

    def _has_nominative_behind(self, trigger: Trigger) -> bool:
        """«السوق الذي يحرس المتمردون بابه»: a sound plural in the nominative right behind a singular verb is its subject.

        Source: agreement of the verb before its subject (Ryding 2005, ch. 4).
        """
        at = trigger.index + trigger.size
        behind = self.scene.mention_from.get(at)
        if behind is None or behind.preposition or behind.conjunction or trigger.reading.sense.number != "sg":
            return False
        return self.scene.forms[behind.head].endswith("ون") and "passive-too" not in trigger.tags

    def _nominative_before(self, trigger: Trigger) -> Mention | None:
        """«البلدة التي لا يزال المتمردون يسيطرون عليها»: a sound plural in the nominative right before a plural verb; None for none."""
        before = self.scene.mention_over.get(trigger.index - 1)
        if before is None or trigger.reading.sense.number != "pl" or before.preposition:
            return None
        return before if self.scene.forms[before.head].endswith("ون") else None

    def _resumes(self, at: int) -> bool:
        """«التي تسيطر عليها القوات»: a pronoun takes up the noun before, so the subject follows."""
        before = self.scene.forms[max(0, at - 5) : at]
        after = self.scene.forms[at + 1 : at + 3]
        if _TAKEN_UP.isdisjoint(after):
            return False
        return not RELATIVES.isdisjoint(before) or (at - 1 in self.scene.mention_over) or not self._opens(at)

    def _opens(self, at: int) -> bool:
        return at == self.start or self.scene.forms[at - 1] in "،.؛:" or self.scene.is_that(at - 1)

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
                if mention.preposition in ("ب", "ك") or (mention.preposition and (found or self._counts(trigger, k))):
                    found += self._whose_weapon(mention, found)
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
            if form[0] == "ل" and self._tells_purpose(k):
                break  # «غارات لإضعاف التنظيم»
            k += 1
        return found

    def _counts(self, trigger: Trigger, k: int) -> bool:
        """«أعطبت غارة أخرى أربعة أطقم للمتمردين»: who «ل» leads to behind what is counted is whose that is."""
        return any(j in self.scene.counted for j in range(trigger.index + 1, k))

    def _whose_weapon(self, weapon: Mention, found: list[Mention]) -> list[Mention]:
        """«هجوم بطائرة مسيرة للمتمردين»: behind what a blow was struck with, «ل» leads to whose it is."""
        owner = self.scene.mention_from.get(weapon.last + 1)
        long = weapon.last - weapon.first > _LONGEST_WEAPON
        if found or weapon.preposition != "ب" or long or owner is None or owner.preposition != "ل":
            return []
        strikes = "thing" in weapon.tags or "force" in weapon.tags
        return [owner] if strikes and is_armed(owner.tags, owner.actor.kind) else []

    def _tells_purpose(self, k: int) -> bool:
        """«لإضعاف», «للاشتباه», «لصالح»: a word with «ل» before it that is nobody, no count and no adjective."""
        form, scene = self.scene.forms[k], self.scene
        if len(form) < _SHORTEST_PURPOSE or k in scene.counted or k in scene.hedging or k in scene.set_in:
            return False
        return not (
            bare(form) in CAPTIVES
            or bare(form) in adjectives("ar")
            or load_registry().is_demonym(form)
            or k in scene.mention_over
        )

    def _shares_object(self, k: int) -> bool:
        """«قصف وتدمير موقع», «نهب ومصادرة مقرات»: nouns joined right behind a noun share what they are of with it."""
        first = self.scene.readings[k][:1]
        if not first or first[0].conjunction != "و" or first[0].definite or first[0].pronoun:
            return False
        return first[0].sense.shape == "masdar" and first[0].lexeme.table == "events"

    def _may_follow(self, trigger: Trigger, mention: Mention) -> bool:
        """«أصيب في الهجوم بعض الحراس»: a noun with the article is of nobody but by «ل», in an adjective, or as a verb's object («نفذت الهجوم قوات …»)."""
        if mention.preposition == "ل" or self.describes(mention):
            return True
        if self.scene.is_finite(trigger.index - 1):  # «استهدف الهجوم قوات …» is another matter
            return self.scene.readings[trigger.index - 1][0].lexeme.object != "target"
        return "name" in mention.tags and mention.first == trigger.index + 1 == mention.last

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


def _tells_who(person: Mention, office: Mention, *, ends_in_alef: bool) -> bool:
    """«قتل فلان المسؤول الأمني», «عنصر من قوات كذا "قكذ"»: an office right behind a name, or the same name once more, is who it is."""
    again = person.actor.id is not None and person.actor.id == office.actor.id and office.first - person.last == 2
    if again and not (office.preposition or office.conjunction):
        return True
    named = "named" in person.tags and bool(office.tags & {"official", "leader", "spokesman"})
    told = office.definite or (not ends_in_alef and office.last > office.first)  # «قتل فلان نائب رئيس حزب كذا»
    return named and office.first - person.last <= 2 and told and not office.preposition


def is_own_kin(scene: Scene, mention: Mention) -> bool:
    """«قتل خاله», «أصاب ابن عمه»: a relative whose pronoun means the doer is the object."""
    if "relative" not in mention.tags:
        return False
    whose = any(r.pronoun for r in scene.readings[mention.head][:1])
    return whose or any(r.pronoun for r in scene.readings[mention.last])
