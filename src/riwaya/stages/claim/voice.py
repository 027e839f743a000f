"""Active or passive, where both are written alike («قتل» kills or is killed)."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bare import CAPTIVES
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_BODIES = frozenset({"group", "force", "body"})
_ACTING = frozenset({"fighter", "group"})
_FIRE_REACH = 8
_DAMMA = "\u064f"
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
_PASSIVE = frozenset({"\u064f", "\u064f\u0650", "\u064f\u0650\u064e"})
"""Vowels that papers write on a passive, and no others in the word."""
_VICTIMS = frozenset({"civilian", "relative", "victim"})


def is_passive(
    scene: Scene, words: Arguments, trigger: Trigger, subject: Mention | None, obj: Mention | None, *, told: bool
) -> bool:
    """Say whether a verb that may be either is passive here.

    A count or a civilian right after it, and no second phrase, suffers; an army or group that nobody counts acts.

    Args:
        scene: The document.
        words: The phrases of the claim.
        trigger: The verb.
        subject: The phrase in the place of its subject.
        obj: The phrase in the place of its object.
        told: Its subject is the pronoun of who speaks («قالت إنها قتلت»).

    Source: agreement and word order of written Arabic (Ryding 2005, ch. 38).
    """
    if "passive-too" not in trigger.tags or trigger.reading.pronoun:
        return False
    if is_written_passive(scene, trigger):
        return True
    if trigger.lexeme.measure is None and trigger.reading.sense.number == "pl" and subject is None:
        return False  # «وأطلقوا النار»
    if trigger.lexeme.measure is None:
        return obj is None and (subject is None or _is_carried(scene, subject, trigger))
    if told:
        return False
    if subject is None:
        return True
    if subject.first < trigger.index:
        if _is_force(scene, subject, trigger):
            return False
        return obj is None and not words.counts_follow(trigger.index) and not _object_behind(scene, trigger)
    return _is_suffered(scene, words, trigger, subject, obj)


def is_written_passive(scene: Scene, trigger: Trigger) -> bool:
    """«قُتل», «استُهدف»: the vowel over the stem tells the passive of the past."""
    if trigger.reading.sense.shape != "past":
        return False
    written = scene.tokens[trigger.index].span.of(scene.text)[len(trigger.reading.conjunction) :]
    vowels = "".join(c for c in written if c in _VOWELS)
    stem = 3 if written[0] in "اٱ" else 1  # «اعتُقل», «قُتل»
    return vowels in _PASSIVE and written[stem : stem + 1] == _DAMMA


def _is_force(scene: Scene, subject: Mention, trigger: Trigger) -> bool:
    """«جيش البلاد أسر», «قوة خاصة احتجزت»: one army, force or body before its verb holds and kills; its men suffer («قتلوا»)."""
    if trigger.reading.sense.number != "sg" or subject.last != trigger.index - 1 or not _is_body(scene, subject):
        return False
    before = subject.first - 1
    return before < 0 or not (before in scene.counted or scene.forms[before] == "من")


def _is_carried(scene: Scene, subject: Mention, trigger: Trigger) -> bool:
    """«نقل الشاب إلى المستشفى»: a civilian right behind the verb, and nobody else; of «أطلق شاب النار» the fire is the object."""
    if fires(scene, subject.last + 1):
        return False
    return subject.first > trigger.index and bool(subject.tags & _VICTIMS) and subject.tags.isdisjoint(_ACTING)


def fires(scene: Scene, at: int) -> bool:
    """«أطلق شاب من أبناء القرية النار»: the fire may stand behind what is told of the shooter."""
    for k in range(at, min(at + _FIRE_REACH, len(scene.forms))):
        if scene.grammar["fire"].has(scene.forms[k]):
            return True
        if scene.forms[k] in ".،؛:" or scene.is_finite(k) or scene.is_that(k):
            return False
    return False


def _object_behind(scene: Scene, trigger: Trigger) -> bool:
    """«أوقفت عمليات القصف», «قتلت الرهينة»: a noun under no preposition right behind the verb is its object."""
    at = trigger.index + trigger.size
    if at >= len(scene.forms) or not scene.tokens[at].is_word or scene.forms[at] in PREPOSITIONS:
        return False
    found = scene.readings[at]
    if any(r.preposition or r.conjunction for r in found[:1]) or scene.is_finite(at) or scene.is_that(at):
        return False
    if any(a <= at < b for near in (scene.time_ranges, scene.place_ranges) for a, b, _ in near.near(at, at)):
        return False
    return scene.forms[at].startswith("ال") or (bool(found) and found[0].lexeme.table == "events")


def _is_suffered(scene: Scene, words: Arguments, trigger: Trigger, subject: Mention, obj: Mention | None) -> bool:
    """The phrase follows its verb: whether it suffers."""
    counted = any(
        trigger.index < a <= subject.first for a, _, _ in scene.quantity_ranges.near(trigger.index, subject.first)
    )
    if acts_on_kin(scene, subject, obj):
        return False
    armed = is_armed(subject.tags, subject.actor.kind)
    if armed and _is_object(scene, subject, obj) and not scene.forms[subject.head].endswith("ين"):
        return False
    if not counted and (words.counts_follow(subject.last) or _is_body(scene, subject)):
        return False
    closed = not subject.definite or scene.forms[subject.last].endswith("ون")  # «قتل المسلحون الرهائن»
    if closed and _object_follows(scene, subject.last + 1):
        return False
    if subject.tags & _VICTIMS and not subject.definite and "group" not in subject.tags:
        return True
    return counted or not _is_object(scene, subject, obj)


def acts_on_kin(scene: Scene, subject: Mention, obj: Mention | None) -> bool:
    """«قتلت امرأة زوجها»: a relative of the first right behind the first, joined by nothing, is the object."""
    if obj is None or "relative" not in obj.tags or obj.first != subject.last + 1 or obj.conjunction or obj.preposition:
        return False
    kin = any(r.pronoun and "relative" in r.lexeme.tags for r in scene.readings[obj.head])
    return kin and not _describes(scene, obj.head + 1)


def _describes(scene: Scene, at: int) -> bool:
    """«قتل طفل والده معتقل»: what is told of the relative without an article is a sentence of its own."""
    reading = scene.readings[at].somebody if at < len(scene.forms) else None
    return reading is not None and not (reading.definite or reading.conjunction or reading.preposition)


def _object_follows(scene: Scene, at: int) -> bool:
    """«خطف متشددون الرهينة», «قتل مسلحون رهينة»: what is definite, or a captive, right behind an indefinite phrase does not describe it."""
    if at >= len(scene.forms) or not scene.tokens[at].is_word:
        return False
    return scene.forms[at].startswith("ال") or scene.forms[at] in CAPTIVES


def _is_body(scene: Scene, mention: Mention) -> bool:
    """«قتلت الشرطة»: a body, an army, a movement; its members are another matter («قتل حوثيان»)."""
    form = scene.forms[mention.head]
    if form.endswith(("ان", "ين", "ون")) and not form.startswith("ال"):
        return False
    named = "name" in mention.tags and mention.actor.kind not in ("person", "head-of-state")
    return (named and is_armed(mention.tags, mention.actor.kind)) or (
        bool(mention.tags & _BODIES) and not mention.tags & _VICTIMS
    )


def _is_object(scene: Scene, subject: Mention, obj: Mention | None) -> bool:
    """A second phrase that is not joined to the first («جندي وثمانية مقاتلين»)."""
    if obj is None or obj.preposition or obj.conjunction:
        return False
    return not any(scene.forms[k][0] == "و" for k in range(subject.last + 1, obj.first))


def is_victim_after(scene: Scene, subject: Mention | None, trigger: Trigger) -> bool:
    """Say whether who is counted after the verb suffers, whoever they are («إنها قتلت 14 جنديا»)."""
    if subject is None or subject.first < trigger.index:
        return False
    counted = any(
        trigger.index < a < subject.first + 1 for a, _, _ in scene.quantity_ranges.near(trigger.index, subject.first)
    )
    return counted or "civilian" in subject.tags
