"""Victims of a claim told without a number: who suffers a word of harm."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lang.hedges import bounds_of, read_hedge_before
from riwaya.model.figure import Figure
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.model.word import Reading
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bodies import is_two
from riwaya.stages.claim.found import find_found
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.late_subjects import find_late_subject
from riwaya.stages.claim.passing import before_aside, past_time
from riwaya.stages.claim.pronoun_victims import find_pronoun_victim
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.several import are_several, find_several
from riwaya.stages.claim.singled_out import object_start
from riwaya.stages.claim.topics import find_topic
from riwaya.stages.claim.victims import named_victim, plain_figure, single_victim
from riwaya.stages.claim.voice import acts_on_kin

_PERSONS = frozenset({"official", "title", "leader", "named", "relative"})
_THESE = (("هولاء",), ("اوليك",))
_WITH = frozenset({"مع", "برفقه", "ومعه", "ومعها", "بصحبه"})
_MEANT = frozenset({"arrested", "freed", "captured", "abducted"})
_SUFFERED = frozenset({"killed", "wounded", "killed_or_wounded", "executed", "abducted"})
_OF_RELATIVE = frozenset("كان كانت الذي التي قد".split())
_ONE_PERSON = frozenset({"victim", "relative", "official", "title", "leader", "named"})
_NAMED = frozenset({"named", "name"})
_SENTENCED = frozenset("في بحق علي ضد المدعو المدعوه المواطن المواطنه المقيم".split())
_SENTENCE_REACH, _HEDGED_REACH, _TITLED_REACH = 8, 7, 16
_COMPLEMENT_REACH, _SET_OUT_REACH, _BOTH_REACH, _BOTH_LETTERS = 8, 7, 8, 4
_ANOTHER = (("اخر",), ("اخري",))
_AND_THEN = frozenset("فيما بينما عندما حين حينما لدي بعدما حيث كما اثر جراء نتيجه".split())
_WHO_IS = frozenset("وهو وهي وهما وهم هو هي هما هم".split())
_DOERS = frozenset({"fighter", "group", "force", "body", "name"})


def _is_suffered(reading: Reading) -> bool:
    """Say whether a verb may tell what its subject suffers: passive by its form or spelt alike, or of dying."""
    passive = reading.sense.shape.startswith("passive") or "passive-too" in reading.lexeme.tags
    return passive or reading.lexeme.subject == "target"


class Singles:
    """Finds the victims that no number counts in the words of one claim."""

    def __init__(self, scene: Scene, start: int, end: int) -> None:
        """Take the words of a claim."""
        self.scene = scene
        self.start, self.end = start, end

    def first_victim(self, harm: Harm) -> Figure | None:
        """«اختطاف شقيقه واثنين …», «قتل جندي وثمانية …»: a single victim right after the harm, before the counted."""
        behind = harm.at + 1
        paired = harm.measure == "killed_or_wounded" and behind < self.end
        pair = paired and any(r.conjunction for r in self.scene.readings[behind][:1])
        mention = self.scene.mention_from.get(
            past_time(self.scene, harm.at + 1 + pair, self.end)
        )  # «مقتل وإصابة ضابط …»
        if mention is None and (national := self._of_a_nation(harm)) is not None:
            return national
        mention = mention or find_late_subject(self.scene, harm, self.start, self.end)
        if (
            mention is None
            or mention.last >= self.end
            or mention.number == "pl"
            or mention.preposition
            or mention.conjunction
        ):
            return self._told_before(harm)
        joined = self._is_joined(mention.last + 1) or self._leads_to_number(mention)
        if (harm.reading.is_verb or harm.reading.pronoun) and not joined:
            return None  # «قتل مسلح 38 سائحا»: who is not joined to the counted did it
        return single_victim(self.scene, mention, harm.measure)

    def _of_a_nation(self, harm: Harm) -> Figure | None:
        """«استشهاد فلسطيني وأطفاله الثلاثة»: one told by nationality, the counted joined to him."""
        behind = harm.at + 2
        behind += self.scene.forms[behind : behind + 1] in _ANOTHER
        if harm.reading.pronoun or not self._is_joined(behind):
            return None
        return named_victim(self.scene, harm, self.end)

    def _leads_to_number(self, mention: Mention) -> bool:
        """«سالم المرعي نائب رئيس المجلس … واثنان …», «ضابط في الحرس وستة جنود»: a number is joined to somebody, nothing but what tells who he is between."""
        reach = _COMPLEMENT_REACH if mention.tags.isdisjoint(_NAMED) else _TITLED_REACH
        behind = self.scene.quantity_ranges.near(mention.last + 1, min(mention.last + reach, self.end - 1))
        first = next((a for a, _, _ in behind if a > mention.last), None)
        if first is None or not (self.scene.forms[first].startswith("و") or self.scene.forms[first - 1] in _WITH):
            return False
        return not any(self.scene.forms[k] in ".؛:" or self.scene.is_finite(k) for k in range(mention.last + 1, first))

    def _is_joined(self, at: int) -> bool:
        """Say whether somebody else is joined to who ends before ``at`` («وثمانية», «مع ثمانية», «إلى جانب ثمانية»)."""
        if at >= self.end:
            return False
        if self.scene.forms[at] == "،":  # «ضابط، ومجندان، وستة …», no «ضابط، وفق الشرطة، ستة …»
            joined = self.scene.mention_from.get(at + 1)
            return at + 1 in self.scene.counted or (joined is not None and joined.conjunction == "و")
        return (
            self.scene.forms[at].startswith("و")
            or self.scene.forms[at] in _WITH
            or bool(self.scene.phrase("beside", at))
        )

    def _told_before(self, harm: Harm) -> Figure | None:
        """«قيادي في الحركة قتل مع حارسين», «إن قائدا وأربعة حراس قتلوا»: a single victim before the verb, beside the counted."""
        if not harm.reading.is_finite or harm.reading.conjunction or not _is_suffered(harm.reading):
            return None
        words = Arguments(self.scene, self.start, self.end)
        if harm.reading.sense.number == "sg":
            told = (
                (words.subject_before(harm.at) or find_topic(self.scene, harm.at))
                if self._is_joined(harm.at + 1)
                else None
            )
        else:
            joined = (
                a for a, b, _ in self.scene.quantity_ranges.near(self.start, harm.at) if a > self.start and b <= harm.at
            )
            first = next(
                (a for a in joined if self.scene.forms[a].startswith("و") or self.scene.forms[a - 1] == "و"), None
            )
            told = None if first is None else words.subject_before(first)
        if told is None or told.number == "pl" or told.first - 1 in self.scene.counted:
            return None
        return single_victim(self.scene, told, harm.measure)

    def victim(self, harm: Harm) -> Figure | None:
        """A single victim, a dual, a name or an indefinite plural as the object of harm, or whom its pronoun tells of."""
        return (
            self._told(harm)
            or find_several(self.scene, harm, self.start, self.end)
            or find_pronoun_victim(self.scene, harm, self.start)
        )

    def _told(self, harm: Harm) -> Figure | None:
        if (undergone := self._undergone(harm)) is not None:
            return single_victim(self.scene, undergone, harm.measure)
        if (pair := self._hedged_pair(harm)) is not None:
            return pair
        meant = harm.measure in _MEANT and harm.reading.sense.shape == "masdar"
        if meant and harm.reading.preposition == "ل" and self._undergone(harm) is None:
            return None  # «عملية لاعتقال قيادي»: what is meant to be done
        if harm.reading.is_verb and harm.reading.pronoun and self._aimed_at(harm) is None:
            before = self._taken_up_by(harm)  # «اختطفه رجلان»: who follows did it
            if before is not None and harm.reading.pronoun == "هما":
                before = replace(before, number="du")
            return single_victim(self.scene, before, harm.measure) if before is not None else None
        mention = (
            find_found(self.scene, harm) or self._set_out(harm) or self._acted_on(harm) or self._put_to_death(harm) or self._aimed_at(harm) or self._struck(harm) or self._topic(harm) or self._object(harm) or self._subject(harm)
            or self._taken_up(harm) or self._joined_on(harm) or find_late_subject(self.scene, harm, self.start, self.end)
        )  # fmt: skip
        if self.scene.forms[harm.at + 1 : harm.at + 2] in _THESE:
            return None  # «فقدان هؤلاء الشهداء»
        if mention is None or ("thing" in mention.tags and "victim" not in mention.tags):
            return named_victim(self.scene, harm, self.end)
        both = harm.reading.sense.number == "du" or (not mention.definite and self._are_both(mention))
        if both and is_two(self.scene, mention):
            mention = replace(mention, number="du")
        if are_several(self.scene, mention, harm):
            head = self.scene.tokens[mention.head]
            return plain_figure(harm.measure, 2, None, Span(max(mention.span.start, head.start), head.end), mention)
        return single_victim(self.scene, mention, harm.measure)

    def _hedged_pair(self, harm: Harm) -> Figure | None:
        """«قتل على الأقل شرطيان», «جرح ما لا يقل عن شرطيين», «ما لا يقل عن شرطيين قتلا»: the dual behind words that loosen it."""
        if harm.reading.is_finite and harm.reading.sense.number == "du" and not harm.reading.conjunction:
            two = self.scene.mention_over.get(harm.at - 1)
            hedge = None if two is None else read_hedge_before(self.scene.tokens, two.first)
            return None if two is None or hedge is None else self._loose_pair(two, harm, hedge.effect)
        for k in range(harm.at + 2, min(harm.at + _HEDGED_REACH, self.end)):
            mention = self.scene.mention_from.get(k)
            if mention is None:
                continue
            if mention.definite or not (mention.number == "du" or is_two(self.scene, mention)):
                return None
            hedge = read_hedge_before(self.scene.tokens, k)
            if hedge is None or hedge.start != harm.at + 1:
                return None
            return self._loose_pair(mention, harm, hedge.effect)
        return None

    def _loose_pair(self, mention: Mention, harm: Harm, effect: str) -> Figure | None:
        single = single_victim(self.scene, replace(mention, number="du"), harm.measure)
        low, high = bounds_of(effect, 2, 2)
        return replace(single, low=low, high=high, about=effect == "about") if single is not None else None

    def _acted_on(self, harm: Harm) -> Mention | None:
        """«قتل رجل لزوجته», «خطف الجماعة لمهندسين»: behind a noun and its doer, «ل» leads to whom it happens to."""
        if harm.reading.lexeme.object != "target" or harm.reading.conjunction or harm.reading.pronoun:
            return None
        doer = self.scene.mention_from.get(harm.at + 1)
        whom = self.scene.mention_from.get(doer.last + 1) if doer is not None and not doer.preposition else None
        if whom is None or whom.preposition != "ل":
            return None
        if "relative" in whom.tags and any(r.pronoun for r in self.scene.readings[whom.head]):
            return whom
        return whom if harm.reading.sense.shape == "masdar" and "victim" in whom.tags else None

    def _put_to_death(self, harm: Harm) -> Mention | None:
        """«تنفيذ حكم الإعدام قصاصا في سالم المرعي», «حكم القتل بالجاني»: who is led to behind the sentence."""
        if harm.measure != "executed" or harm.reading.is_finite:
            return None
        for k in range(harm.at + 1, min(harm.at + _SENTENCE_REACH, self.end)):
            mention = self.scene.mention_from.get(k)
            if mention is not None:
                led = mention.preposition == "ب" or self.scene.forms[k - 1] in _SENTENCED
                return mention if led and mention.tags.isdisjoint({"thing", "body"}) else None
            if self.scene.forms[k] in ".،؛:" or self.scene.is_finite(k):
                return None
        return None

    def _topic(self, harm: Harm) -> Mention | None:
        """«كان زيدان البري الذي يقود الحركة قتل في غارة»: whom the clause is about suffers where no object follows."""
        if not harm.reading.is_finite or harm.reading.conjunction or harm.reading.sense.number != "sg":
            return None
        if not (_is_suffered(harm.reading) and self._stops(harm.at + 1)):
            return None
        topic = find_topic(self.scene, harm.at)
        return topic if topic is not None and topic.number == "sg" else None

    def _taken_up(self, harm: Harm) -> Mention | None:
        """«كمين لقائد اللواء أدى إلى إصابته»: the pronoun on a noun of harm is of the last person named before it."""
        if harm.reading.is_verb or harm.reading.pronoun not in ("ه", "ها") or "harm" in harm.reading.lexeme.tags:
            return None
        if self.scene.grammar["fate"].has(self.scene.forms[harm.at]) or harm.measure not in _SUFFERED:
            return None  # «لقي مصرعه», «المدينة بعد تحريرها»
        before = [m for m in self.scene.mentions_in(self.start, harm.at) if m.number == "sg" and m.tags & _PERSONS]
        return before[-1] if before and before[-1].tags.isdisjoint({"thing", "body", "group"}) else None

    def _taken_up_by(self, harm: Harm) -> Mention | None:
        """«أرملة قائد كانت تعتقلها القوات», «الطبيب الذي خطفه المسلحون», «جنديين أسرتهما»: the pronoun on a verb is of who stands before it."""
        sense, lexeme = harm.reading.sense, harm.reading.lexeme
        number = "du" if harm.reading.pronoun == "هما" else "sg"
        if harm.reading.pronoun not in ("ه", "ها", "هما") or lexeme.object != "target" or harm.reading.conjunction:
            return None
        k = harm.at - 1
        while k > self.start and self.scene.forms[k] in _OF_RELATIVE:
            k -= 1
        who = self.scene.mention_over.get(k) if k < harm.at - 1 or sense.number == "sg" else None
        if who is None or who.first < self.start or not who.tags & (_ONE_PERSON | {"civilian"}):
            return None
        return who if who.number == number or (number == "du" and is_two(self.scene, who)) else None

    def _joined_on(self, harm: Harm) -> Mention | None:
        """«سالم المرعي قائد الكتيبة، وقتل في مايو»: a passive verb joined to what was told of somebody, with no other subject behind it."""
        if harm.reading.conjunction != "و" or not harm.reading.is_finite or harm.reading.sense.number != "sg":
            return None
        if not (_is_suffered(harm.reading) and self._stops(harm.at + 1)):
            return None
        first, _ = self.scene.annotation.sentences[self.scene.sentence_of[harm.at]]
        told = [m for m in self.scene.mentions_in(first, harm.at) if m.number == "sg" and m.tags & _PERSONS]
        free = (m for m in told if not m.preposition and self.scene.forms[m.first - 1] not in PREPOSITIONS)
        return next((m for m in free if m.first not in self.scene.telling), None)

    def _stops(self, at: int) -> bool:
        """Say whether no phrase stands at ``at`` that a verb before it could act on."""
        if at >= self.end or self.scene.forms[at] in PREPOSITIONS or self.scene.forms[at] in ".،":
            return True
        if self.scene.grammar["fate"].has(self.scene.forms[at]):  # «الحارس، الذي …، لقي مصرعه»
            return True
        if self.scene.phrase("wound_words", at) or self.scene.forms[at] in _AND_THEN:  # «الشاب … قتل برصاص الحرس»
            return True
        return at in self.scene.set_in and at not in self.scene.mention_over

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

    def _are_both(self, mention: Mention) -> bool:
        """«قتل شرطيين وعثر على جثتيهما»: a pronoun of two behind says how many the oblique is."""
        behind = self.scene.forms[mention.last + 1 : min(mention.last + _BOTH_REACH, self.end + _BOTH_REACH)]
        stop = next((k for k, form in enumerate(behind) if form in ".؛"), len(behind))
        return any(len(form) > _BOTH_LETTERS and form.endswith("هما") for form in behind[:stop])

    def _object(self, harm: Harm) -> Mention | None:
        at = harm.at
        onto = object_start(self.scene, harm, self.end)
        if onto != at + 1:  # «أفرج عن جنديين», «القبض على رجلين»
            return self.scene.mention_from.get(onto) if onto is not None and onto < self.end else None
        if harm.reading.is_finite and harm.reading.sense.number in ("du", "pl"):
            before = [m for m in self.scene.mentions_in(max(self.start, at - 8), at) if not m.preposition]
            two = [m for m in before if is_two(self.scene, m)] if harm.reading.sense.number == "du" else []
            if before:
                return (two or before)[-1]
        past = past_time(self.scene, at + 1, self.end) - 1
        for k in range(past + 1, min(past + 4, self.end)):
            mention = self.scene.mention_from.get(k)
            if mention is not None and not mention.preposition:
                return mention
            if self.scene.forms[k] in PREPOSITIONS or self.scene.forms[k] in ".،" or self.scene.is_that(k):
                break
            if self.scene.phrase("wound_words", k) and not self.scene.forms[k].startswith("بال"):
                break  # «قتل برصاص مسلح»
            if any(r.conjunction for r in self.scene.readings[k] if r.lexeme.table == "events"):
                break  # «إصابته وقتل ثلاثة جنود»
        near = before_aside(self.scene, at, self.start)
        before = [
            m for m in self.scene.mentions_in(max(self.start, near - 6), near)
            if not m.preposition and self.scene.forms[m.first - 1] not in PREPOSITIONS
        ]  # fmt: skip
        prior = self.scene.forms[at - 1] if at else ""
        if (
            harm.reading.is_verb
            and before
            and not harm.reading.conjunction
            and (near - before[-1].last <= 4 or prior in ("قد", "فقد"))
        ):
            opening = Arguments(self.scene, self.start, self.end).subject_before(at)
            # «سالم حميد، أحد أبرز قادة التنظيم، قتل …»: who is told of, not whose he was
            return opening if opening is not None and opening.number == "sg" != before[-1].number else before[-1]
        return None

    def _set_out(self, harm: Harm) -> Mention | None:
        """«أما الجنديان فأصيبا»: whom the sentence sets out with «أما»."""
        if not harm.reading.is_finite or harm.reading.conjunction != "ف" or not _is_suffered(harm.reading):
            return None
        reach = range(harm.at - 1, max(-1, harm.at - _SET_OUT_REACH), -1)
        said = next((k for k in reach if self.scene.forms[k] in ("اما", "واما")), None)
        return None if said is None else self.scene.mention_from.get(said + 1)

    def _struck(self, harm: Harm) -> Mention | None:
        """«اغتال مجهولون القيادي …», «مجهولون خطفوا موظفا»: behind the doer, or behind a verb whose doer stood before, the object."""
        sense, lexeme = harm.reading.sense, harm.reading.lexeme
        if not harm.reading.is_verb or lexeme.object != "target" or lexeme.subject != "agent" or harm.reading.pronoun:
            return None
        phrases = Arguments(self.scene, self.start, self.end).phrases_after(harm.at)
        if sense.number == "pl" and sense.person == 3:
            return phrases[0] if phrases and phrases[0].number != "pl" else None
        if len(phrases) > 1 and acts_on_kin(self.scene, phrases[0], phrases[1]):
            return phrases[1]
        if len(phrases) < 2 or not phrases[0].tags & _DOERS or self.scene.forms[phrases[1].first - 1] in _WHO_IS:
            return None
        if phrases[0].number == "sg" and not (phrases[0].definite or self._is_accusative(phrases[1])):
            return None
        return phrases[1] if phrases[1].number != "pl" and not phrases[1].conjunction else None

    def _is_accusative(self, mention: Mention) -> bool:
        """«قتل مسلح جنديين», «ضابطا»: by its form the object."""
        form = self.scene.forms[mention.head]
        return form.endswith("ا") or (mention.number == "du" and form.endswith("ين"))

    def _subject(self, harm: Harm) -> Mention | None:
        """«قائد المجموعة، الذي …، أصيب»: who stands at the head of the clause suffers what a passive verb tells."""
        passive = harm.reading.sense.shape.startswith("passive-") or harm.reading.lexeme.subject == "target"
        passive = passive or ("passive-too" in harm.reading.lexeme.tags and self._stops(harm.at + 1))
        if not (harm.reading.is_finite and passive) or harm.reading.conjunction or harm.reading.sense.number == "pl":
            return None
        return Arguments(self.scene, self.start, self.end).subject_before(harm.at) or find_topic(self.scene, harm.at)

    def paired(self, harm: Harm, victim: Figure) -> Figure | None:
        """«إن ضابطا وجنديين استشهدا»: who stands before one joined by «و», both before their verb."""
        if not harm.reading.is_finite or harm.reading.sense.number == "sg":
            return None
        first, _ = self.scene.token_range(victim.span)
        mention = self.scene.mention_over.get(first)
        if first >= harm.at or mention is None or mention.conjunction != "و":
            return None
        told = Arguments(self.scene, self.start, self.end).subject_before(mention.first)
        if told is None or told.number == "pl":
            return None
        between = range(told.last + 1, mention.first)
        if any(k in self.scene.counted or self.scene.readings[k].uncounted_event for k in between):
            return None  # «أكد الطبيب تلقي ستة جرحى، بينهم طفل وشرطي أصيبوا»
        return single_victim(self.scene, told, harm.measure)
