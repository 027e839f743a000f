"""Who did it, to whom: agents and targets of a happening."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.attribution import Chain
from riwaya.model.mention import Mention
from riwaya.stages.claim.addressees import find_addressee, find_blamed
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.claimants import find_claimant, find_nation
from riwaya.stages.claim.doers import (
    find_helper_subject,
    find_sentence_subject,
    find_shooter,
    find_subject,
    find_told_doers,
)
from riwaya.stages.claim.happenings import Happening
from riwaya.stages.claim.own import announces_own, dies, find_opening, is_speakers, speaks_of_own
from riwaya.stages.claim.partners import (
    find_against,
    find_between,
    find_foe,
    find_holder,
    find_joined,
    find_owner,
    find_site,
    first_of_run,
    is_only_place,
    is_weapon,
)
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.struck import find_event_subject, find_struck, has_event_before
from riwaya.stages.claim.triggers import Trigger, is_armed
from riwaya.stages.claim.voice import is_passive, is_victim_after

_AMONG = frozenset("صفوف اوساط من بين في علي الاقل بينهم بينها منهم غالبيتهم معظمهم اغلبهم جميعهم كلهم".split())
_SPOKEN = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT"})
"""Happenings that are words: whoever tells them does them."""
_DONE = frozenset("تم تمت يتم تتم جري جرت يجري تجري".split())
_DONE_TO = frozenset({"repel", "expel", "pursue", "arrest", "free"})
_TWO_SIDED = frozenset({"clash", "negotiate", "meet", "agree"})
_SKIPPED = frozenset({"document", "media", "title"})


class RoleFinder:
    """Finds the participants of one happening in its words."""

    def __init__(self, scene: Scene, happening: Happening, start: int, end: int, chain: Chain) -> None:
        """Keep the happening, its token range and who tells it."""
        self.scene = scene
        self.happening = happening
        self.start, self.end = start, end
        self.words = Arguments(scene, start, end)
        self.chain = chain
        self.agents: dict[int, Participant] = {}
        self.targets: dict[int, Participant] = {}

    def find(self) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Give agents and targets, each in text order.

        Grammar first (subject, object, «على», «من قبل», «بين … و…»), nearness never: a role that no rule fills
        stays empty. Nobody is both unless the text names them twice.

        Source: annotation guideline, fields ``agents`` and ``targets``.
        """
        self._by_doers()
        for trigger in self.happening.triggers:
            if trigger.act is not None:
                self._speech_act(trigger)
            elif trigger.is_verb:
                self._verb(trigger)
            else:
                self._noun(trigger)
        self._by_phrases()
        head = self.happening.head
        if not self.agents and head.act is None and not head.is_verb and not head.is_harm:
            self._add(self.agents, find_helper_subject(self.scene, self.words, head.index))
        if (
            not self.agents
            and self.chain
            and (
                announces_own(self.scene, self.happening, self.chain[-1].source)
                or speaks_of_own(self.scene, self.happening.head, self.chain[-1].source)
            )
        ):
            link = self.chain[-1]
            self.agents[link.span.start] = Participant(actor=link.source, span=link.span)
        if not self.agents and head.lexeme.type in _SPOKEN and self.chain:
            link = self.chain[-1]
            self.agents[link.span.start] = Participant(actor=link.source, span=link.span)
        for index in set(self.agents) & set(self.targets):
            del self.agents[index]
        return self._listed(self.agents), self._listed(self.targets)

    def _listed(self, roles: dict[int, Participant]) -> tuple[Participant, ...]:
        return tuple(roles[k] for k in sorted(roles))

    def _add(self, roles: dict[int, Participant], mention: Mention | None, *, told: bool = False) -> None:
        """Take a mention and those joined to it; of positions and convoys, whose they are.

        ``told``: the words say that it is the doer («نفذته …»), so that anybody may be.
        """
        if roles is self.targets and mention is not None:
            mention = find_holder(self.scene, mention) or mention
        while mention is not None:
            self._add_one(roles, mention, told=told)
            mention = find_joined(self.scene, mention, self.end)

    def _add_one(self, roles: dict[int, Participant], mention: Mention, *, told: bool = False) -> None:
        if mention.tags & _SKIPPED or is_only_place(self.scene, mention) or self.words.describes(mention):
            return
        if roles is self.targets and self.happening.head.lexeme.subtype == "seize" and self._is_place(mention):
            return
        if roles is self.agents and not self._can_do(mention, told):
            return
        if roles is self.targets and is_weapon(self.scene, mention):
            return
        roles.setdefault(mention.first, Participant(actor=mention.actor, span=mention.span))

    def _can_do(self, mention: Mention, told: bool) -> bool:
        """Things do nothing, and nobody who is only counted among civilians does violence."""
        if "thing" in mention.tags:
            return "force" in mention.tags
        violent = self.happening.head.lexeme.type in ("ASSAULT", "COERCE")
        return told or not (violent and "civilian" in mention.tags and not mention.tags & {"fighter", "group"})

    def _is_place(self, mention: Mention) -> bool:
        return any(
            a <= mention.last and mention.first < b
            for a, b, _ in self.scene.place_ranges.near(mention.first, mention.last)
        )

    def _speech_act(self, trigger: Trigger) -> None:
        links = self.chain[-1:]
        for link in links:
            self.agents.setdefault(link.span.start, Participant(actor=link.source, span=link.span))
        frame = trigger.act
        if frame is None:
            return
        source = links[0].span if links else None
        addressee = find_addressee(self.scene, self.words, trigger, self.end, source)
        self._add(self.targets, addressee)
        if not self.targets:
            for blamed in find_blamed(self.scene, self.words, trigger, self.end):
                self.targets.setdefault(blamed.span.start, blamed)

    def _verb(self, trigger: Trigger) -> None:
        lexeme, sense = trigger.lexeme, trigger.reading.sense
        if trigger.is_result or lexeme.subject == "none":
            return
        if sense.shape == "active" and not trigger.reading.definite and lexeme.object == "target":
            self._add(self.targets, next(iter(self.words.phrases_after(trigger.index)), None))
            return
        if has_event_before(self.happening, trigger):
            self._add(self.targets, next(iter(self.words.phrases_after(trigger.index)), None))
            return
        if (event := find_event_subject(self.happening, trigger)) is not None:
            struck = find_struck(self.scene, self.words, event, self.end)
            if isinstance(struck, Participant):
                self.targets.setdefault(self.scene.token_range(struck.span)[0], struck)
            else:
                self._add(self.targets, struck)
            return
        subject, obj = self.words.arguments(trigger)
        if sense.shape.startswith("passive") or is_passive(
            self.scene, self.words, trigger, subject, obj, told=self._refers_to_speaker(trigger)
        ):
            self._add(self.targets, subject or obj)
        elif lexeme.subject == "target" or (lexeme.object == "target" and obj is None and self._is_mere_thing(subject)):
            self._add(self.targets, subject)
        elif (
            lexeme.subject == "agent"
            and self._refers_to_speaker(trigger)
            and is_victim_after(self.scene, subject, trigger)
        ):
            self._add_agent(None, trigger)
            self._add(self.targets, subject if lexeme.object == "target" else None)
        else:
            if lexeme.subject == "agent":
                self._add_agent(subject, trigger)
            self._object(trigger, subject, obj)

    def _is_mere_thing(self, mention: Mention | None) -> bool:
        return mention is not None and "thing" in mention.tags and "force" not in mention.tags

    def _object(self, trigger: Trigger, subject: Mention | None, obj: Mention | None) -> None:
        lexeme = trigger.lexeme
        if lexeme.object == "target" and obj is not None:
            self._add(self.targets, obj)
        elif lexeme.object == "target" and not trigger.reading.pronoun and "weak" not in trigger.tags:
            self._add_bare(self._object_place(trigger, subject))
        elif lexeme.object == "agent" and obj is not None:
            self._add(self.agents, obj)
        elif lexeme.type in ("COOPERATE", "AID", "SUPPORT", "CONCEDE"):
            self._add(self.targets, self._dative(trigger))

    def _object_place(self, trigger: Trigger, subject: Mention | None) -> int:
        """Where the object stands: behind the subject that follows the verb, else behind the verb."""
        after = subject is not None and subject.first > trigger.index
        return subject.last + 1 if subject is not None and after else trigger.index + trigger.size

    def _add_bare(self, at: int, *, genitive: bool = False) -> None:
        """Take as target what stands where an object must, though no list knows it («استهدفت دراجة نارية»)."""
        phrase = find_bare_phrase(self.scene, at, self.end, genitive=genitive)
        if phrase is not None:
            self.targets.setdefault(self.scene.token_range(phrase.span)[0], phrase)

    def _dative(self, trigger: Trigger) -> Mention | None:
        """«سمحت … للتحالف»: to whom."""
        near = self.scene.mentions_in(trigger.index + 1, min(self.end, trigger.index + 9))
        return next((m for m in near if m.preposition == "ل"), None)

    def _add_agent(self, subject: Mention | None, trigger: Trigger) -> None:
        if subject is not None:
            self._add(self.agents, subject)
        elif (carried := find_sentence_subject(self.scene, self.words, trigger)) is not None:
            self._add(self.agents, carried)
        elif self._refers_to_speaker(trigger):
            link = self.chain[-1]
            self.agents.setdefault(link.span.start, Participant(actor=link.source, span=link.span))

    def _refers_to_speaker(self, trigger: Trigger) -> bool:
        """«قالت إنها قتلت»: the pronoun of «أن» is who speaks."""
        return bool(self.chain) and is_speakers(self.scene, trigger.index)

    def _noun(self, trigger: Trigger) -> None:
        lexeme = trigger.lexeme
        if (
            lexeme.table == "statement"
            and (opening := find_opening(self.scene, self.words, trigger, self.start)) is not None
        ):
            self._add(self.targets if dies(self.scene, trigger.index) else self.agents, opening, told=True)
        if lexeme.subtype == "seize" and trigger.index and self.scene.forms[trigger.index - 1] == "تحت":
            return
        if "harm" in lexeme.tags:
            self._harm_noun(trigger)
            return
        if self._between(trigger):
            return
        after = self.words.genitives(trigger)
        if not after:
            self._nationality(trigger)
        self._by_frame(trigger, after)
        self._nationality(trigger)

    def _by_frame(self, trigger: Trigger, after: list[Mention]) -> None:
        """Give the phrases that a noun of happening is of the roles its entry tells."""
        lexeme, reading = trigger.lexeme, trigger.reading
        if reading.sense.shape == "masdar" and lexeme.object == "target":
            self._masdar(trigger, after)
        elif lexeme.subject == "agent" or lexeme.object == "agent":
            doers = [m for m in after[:1] if "thing" not in m.tags]
            for mention in doers:
                self._add(self.agents, mention)
            if not doers:
                self._helper_subject(trigger)
        elif lexeme.object == "target":
            for mention in after[:1]:
                self._add(self.targets, mention)
            self._helper_subject(trigger)
        elif "with-ala" in lexeme.tags:
            self._helper_subject(trigger)
        elif lexeme.subject == "target":
            for mention in after[:1]:
                self._add(self.targets, mention)

    def _masdar(self, trigger: Trigger, after: list[Mention]) -> None:
        """«قتل الجيش ثلاثة»: two phrases are doer and object; one alone is the object where the word harms."""
        helped = find_helper_subject(self.scene, self.words, trigger.index)
        harmful = trigger.lexeme.measure is not None or helped is not None
        if len(after) > 1 and not harmful:
            self._add(self.agents, after[0])
            self._add(self.targets, after[1])
        elif after and not harmful and self._is_doer(trigger, after[0]):
            self._add(self.agents, after[0])
            self._add_bare(after[0].last + 1)
        elif after:
            self._add(self.targets, after[0])
            self._helper_subject(trigger)
        else:
            if not (trigger.reading.pronoun or trigger.reading.definite):
                self._add_bare(trigger.index + trigger.size, genitive=True)
            self._helper_subject(trigger)

    def _is_doer(self, trigger: Trigger, mention: Mention) -> bool:
        """«قصف الجيش» is its doing; «طرد المسلحين», «تم قصف الجيش», «الاستهداف للعناصر» are done to them."""
        if (
            (mention.preposition == "ل" and trigger.reading.definite)
            or trigger.lexeme.subtype in _DONE_TO
            or self._is_done(trigger.index)
        ):
            return False
        return is_armed(mention.tags, mention.actor.kind) and self._can_do(mention, True)

    def _is_done(self, at: int) -> bool:
        """«تم طرد …», «جرى اعتقال …», «يجري قصف …»: a verb that makes the noun passive."""
        return at > 0 and self.scene.forms[at - 1].lstrip("وف") in _DONE

    def _helper_subject(self, trigger: Trigger) -> None:
        """«تمكنت القوات من استعادة»: the doer is the subject of the verb before."""
        if self.agents:
            return
        helped = find_helper_subject(self.scene, self.words, trigger.index)
        if helped is not None:
            self._add(self.agents, helped)
            return
        if trigger.lexeme.measure == "killed" or any(t.is_harm for t in self.happening.triggers):
            return
        for mention in reversed(list(self.scene.mentions_in(self.start, trigger.index))):
            if mention.preposition or mention.first in self.targets:
                continue
            if mention.first and self.scene.forms[mention.first - 1] in PREPOSITIONS:
                continue
            if is_armed(mention.tags, mention.actor.kind) or mention.tags & {"body", "name"}:
                self._add(self.agents, first_of_run(self.scene, mention))
            return

    def _harm_noun(self, trigger: Trigger) -> None:
        """«قتلى من الجيش», «جرحى في صفوف المدنيين», «القتلى المدنيون»: whose the victims are."""
        for k in range(trigger.index + 1, min(trigger.index + 6, self.end)):
            mention = self.scene.mention_from.get(k)
            if mention is not None:
                self._add(self.targets, mention)
                return
            if self.scene.forms[k] not in _AMONG and self.scene.readings[k]:
                return
            if self.scene.forms[k] in ".،" or self.scene.forms[k] in PREPOSITIONS - _AMONG:
                return

    def _between(self, trigger: Trigger) -> bool:
        first, other = find_between(self.scene, trigger, self.end)
        if not first and trigger.lexeme.subtype in _TWO_SIDED:
            first, other = find_between(
                self.scene, trigger, self.scene.annotation.sentences[self.scene.sentence_of[trigger.index]][1]
            )
        talks = trigger.lexeme.type in ("CONSULT", "AGREE", "COOPERATE")
        for mention in first:
            self._add_one(self.agents, mention)
        for mention in other:
            self._add_one(self.agents if talks else self.targets, mention)
        return bool(first)

    def _by_doers(self) -> None:
        """«من قبل …», «على يد …», «نفذه …» name the doer, before any other rule."""
        if self.happening.triggers[0].act is not None:
            return
        for mention in find_told_doers(self.scene, self.happening.first, self.end):
            self._add(self.agents, mention, told=True)
        if not self.agents:
            shooters = (find_shooter(self.scene, t, self.end) for t in self.happening.triggers)
            self._add(self.agents, next((m for m in shooters if m is not None), None), told=True)

    def _by_phrases(self) -> None:
        """«على …», «ضد …», «مع …» name whom it is done to; «تعرض» who suffers."""
        if self.happening.triggers[0].act is not None:
            return
        for k in self.scene.happening_in(self.happening.first, self.end):
            if "undergo" in self._tags(k):
                self._add(self.targets, self._sufferer(k))
        if self.targets and not self.agents and (foe := find_foe(self.scene, self.happening, self.end)):
            self._add(self.agents, foe)
        elif target := find_against(self.scene, self.happening, self.end):
            self._add(self.targets, target)
        if not self.targets and (site := find_site(self.scene, self.happening, self.end)):
            self._add_one(self.targets, site)
        for trigger in self.happening.triggers:
            if (
                not self.agents
                and not trigger.is_verb
                and not trigger.is_harm
                and (owner := find_owner(self.scene, trigger, self.start))
            ):
                self._add(self.agents, first_of_run(self.scene, owner))
        self._claimed()

    def _claimed(self) -> None:
        """Who claims responsibility is the doer."""
        claimant = find_claimant(self.scene, self.happening, self.chain, told=bool(self.agents))
        if claimant is None:
            return
        self.agents.clear()
        if isinstance(claimant, Participant):
            self.agents[claimant.span.start] = claimant
        else:
            self._add_one(self.agents, claimant)

    def _nationality(self, trigger: Trigger) -> None:
        if not self.agents and (nation := find_nation(self.scene, trigger, self.end)) is not None:
            self.agents[self.scene.token_range(nation.span)[0]] = nation

    def _tags(self, k: int) -> frozenset[str]:
        found = self.scene.readings[k][:1]
        return found[0].lexeme.tags if found and found[0].lexeme.table == "events" else frozenset()

    def _sufferer(self, k: int) -> Mention | None:
        """«تعرضت القافلة لهجوم», «القافلة تعرضت لهجوم من …»: who undergoes stands right after the verb or before it."""
        return find_subject(self.scene, self.words, k, min(k + 10, self.end))
