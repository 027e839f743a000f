"""The cast of one happening: who is taken in as doer or as who suffers, and who may not be either."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.attribution import Chain
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.appositions import find_bearer_end
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.claimants import find_believed_nation
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.holders import (
    find_believed_owner,
    find_held_by,
    find_holder,
    find_keeper,
    find_led_owner,
    find_whole,
)
from riwaya.stages.claim.joined import find_joined
from riwaya.stages.claim.own import is_speakers
from riwaya.stages.claim.partners import is_only_place, is_weapon, names_bomb
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import is_armed

_SKIPPED = frozenset({"document", "media"})
_LIVED_IN = "سكني"
_HELD = (("سيطره",), ("نفوذ",))
_NO_OBJECT = (("في",), *_HELD)
_SEVERAL = frozenset("اخري متفرقه مختلفه عده".split())
"""Adjectives of areas between them and where they are."""
_SHUTTING = frozenset({"cut", "close"})
_WAYS = frozenset("طرق طريق شارع شوارع خطوط خط امداد امدادات معابر منافذ جسور".split())
"""What is cut or closed to somebody, and is nobody («قطع طرق الإمداد», «أغلق الشوارع»)."""
_NAMED = frozenset({"name", "country", "capital"})
_OFFICES = frozenset({"official", "leader", "spokesman"})
_STRIKES = frozenset({"bombard", "strike", "attack", "fall"})


class Cast:
    """Agents and targets found so far, by the token at which each begins."""

    def __init__(self, scene: Scene, happening: Happening, start: int, end: int, chain: Chain) -> None:
        """Begin with nobody."""
        self.scene = scene
        self.happening = happening
        self.start, self.end = start, end
        self.words = Arguments(scene, start, end)
        self.chain = chain
        self.agents: dict[int, Participant] = {}
        self.targets: dict[int, Participant] = {}

    def add_agent(self, mention: Mention | None, *, told: bool = False) -> None:
        """Take a mention and those joined to it as doers.

        ``told``: the words say that it is the doer («نفذته …»), so that anybody may be.
        """
        if mention is not None and "force" in mention.tags:  # «طائرة تابعة للجيش»
            if (nation := find_believed_nation(self.scene, mention, self.end)) is not None:
                self.take(self.agents, nation)
                return
            mention = find_believed_owner(self.scene, mention) or find_holder(self.scene, mention) or mention
        while mention is not None:
            self.add_one_agent(find_whole(self.scene, mention), told=told)
            mention = find_joined(self.scene, mention, self.end, doers=True)

    def add_target(self, mention: Mention | None) -> None:
        """Take a mention and those joined to it as targets; of positions and convoys, whose they are."""
        if mention is not None and "thing" in mention.tags and (held := find_held_by(self.scene, mention.last)):
            self._take_whole(mention, held)
            mention = find_joined(self.scene, held, self.end)
        if mention is not None:
            mention = find_holder(self.scene, mention) or mention
        while mention is not None:
            apart = self.happening.head.lexeme.subtype != "clash"
            self.add_one_target(find_whole(self.scene, mention, fighters=apart))
            mention = find_joined(self.scene, mention, self.end)

    def _take_whole(self, thing: Mention, holder: Mention) -> None:
        """«موقع كان في قبضة المتمردين», «مبنى تتحصن فيه جماعة»: the words tell the position and whose it is; whose it is, is who is struck."""
        if self._is_nobody(holder):
            return
        span = Span(start=thing.span.start, end=holder.span.end)
        self.targets.setdefault(thing.first, Participant(actor=holder.actor, span=span))

    def add_one_agent(self, mention: Mention, *, told: bool = False) -> None:
        """Take one mention as doer, where it can be one."""
        if self._is_nobody(mention) or not self.can_do(mention, told):
            return
        self.agents.setdefault(mention.first, Participant(actor=mention.actor, span=self._with_name(mention)))

    def add_one_target(self, mention: Mention) -> None:
        """Take one mention as target, where it can be one."""
        if self._is_nobody(mention) or is_weapon(self.scene, mention) or self._is_area(mention):
            return
        subtype = self.happening.head.lexeme.subtype
        if (subtype == "seize" and self._is_place(mention)) or (subtype == "enter" and self._is_named_place(mention)):
            return
        self.targets.setdefault(mention.first, Participant(actor=mention.actor, span=self._with_name(mention)))

    def _with_name(self, mention: Mention) -> Span:
        """«القيادي في الحركة سالم المرعي», «مدير المكتب، سالم المرعي»: who is told by an office and by name is told by both."""
        if mention.number != "sg" or mention.tags.isdisjoint(_OFFICES) or mention.tags & _NAMED:
            return mention.span
        return Span(start=mention.span.start, end=find_bearer_end(self.scene, mention))

    def add_bare_target(self, at: int, *, genitive: bool = False) -> None:
        """Take as target what stands where an object must, though no list knows it («استهدفت دراجة نارية»)."""
        phrase = find_bare_phrase(self.scene, at, self.end, genitive=genitive)
        if phrase is not None:
            self._take_thing(phrase)

    def take_target(self, told: Mention | Participant | None) -> None:
        """Take as target a mention with those joined to it, or the words of who is told without one."""
        if isinstance(told, Participant):
            self._take_thing(told)
        else:
            self.add_target(told)

    def _take_thing(self, thing: Participant) -> None:
        """Take what is told without a mention as target; where somebody armed is told whose it is, them."""
        first, end = self.scene.token_range(thing.span)
        words = {form.removeprefix("ال") for form in self.scene.forms[first:end]}
        if self.happening.head.lexeme.subtype in _SHUTTING and words & _WAYS:
            return
        if self.happening.head.lexeme.subtype == "bombing" and names_bomb(self.scene, thing.span):
            return  # «فجر انتحاري حزامه الناسف»
        last = self.scene.token_range(thing.span)[1] - 1
        keeper = find_keeper(self.scene, last) or find_led_owner(self.scene, last)
        if keeper is not None:
            self.add_target(keeper)
        else:
            self.take(self.targets, thing)

    def add_speaker(self) -> None:
        """Take the originator as doer; nobody where nobody tells."""
        for link in self.chain[-1:]:
            several = self._joined_in(link.span)
            if len(several) > 1 and all(m.tags & _NAMED for m in several):  # «دعت فرنسا وبريطانيا»
                for mention in several:
                    self.take(self.agents, Participant(actor=mention.actor, span=mention.span))
            else:
                self.take(self.agents, Participant(actor=link.source, span=link.span))

    def _joined_in(self, span: Span) -> list[Mention]:
        """Give those whom «و» joins inside the words of one source, in order."""
        first, end = self.scene.token_range(span)
        mention, found = self.scene.mention_from.get(first), list[Mention]()
        while mention is not None and mention.last < end:
            found.append(mention)
            mention = find_joined(self.scene, mention, end)
        return found

    def take(self, roles: dict[int, Participant], participant: Participant) -> None:
        """Take who is told by words that are no mention."""
        roles.setdefault(self.scene.token_range(participant.span)[0], participant)

    def refers_to_speaker(self, at: int) -> bool:
        """«قالت إنها قتلت»: the pronoun of «أن» before the verb at ``at`` is who speaks."""
        return bool(self.chain) and is_speakers(self.scene, at)

    def can_do(self, mention: Mention, told: bool) -> bool:
        """Things do nothing, and nobody who is only counted among civilians does violence, unless the words tell so."""
        if "thing" in mention.tags:
            return "force" in mention.tags
        violent = self.happening.head.lexeme.type in ("ASSAULT", "COERCE")
        harmless = "civilian" in mention.tags and not is_armed(mention.tags, mention.actor.kind)
        return told or not (violent and harmless)  # «رجال المقاومة» are no civilians

    def _is_nobody(self, mention: Mention) -> bool:
        if "title" in mention.tags and mention.last == mention.head:  # the name behind it is a mention of its own
            return True
        return (
            not mention.tags.isdisjoint(_SKIPPED) or is_only_place(self.scene, mention) or self.words.describes(mention)
        )

    def _is_area(self, mention: Mention) -> bool:
        """An area is where it was; a quarter where people live, or parts of a town, are what was hit («مناطق سكنية», «مناطق أخرى في البلدة», «مناطق سيطرة …»)."""
        if "area" not in mention.tags or self.scene.forms[mention.last].startswith(_LIVED_IN):
            return False
        if mention.number == "pl" and self.scene.forms[mention.head + 1 : mention.head + 2] in _HELD:
            return False
        if mention.definite or self.happening.head.lexeme.subtype not in _STRIKES:
            return True
        at = mention.last + 1
        while at < self.end and self.scene.forms[at] in _SEVERAL:
            at += 1
        return self.scene.forms[at : at + 1] not in _NO_OBJECT

    def _is_named_place(self, mention: Mention) -> bool:
        """«دخلوا المدينة» tells where; «دخلوا جامعة الأنبار» tells what."""
        return any(a <= mention.head < b for a, b, _ in self.scene.place_ranges.near(mention.head, mention.head))

    def _is_place(self, mention: Mention) -> bool:
        return any(
            a <= mention.last and mention.first < b
            for a, b, _ in self.scene.place_ranges.near(mention.first, mention.last)
        )
