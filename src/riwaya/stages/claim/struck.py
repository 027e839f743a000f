"""What is struck where the subject of the verb is a happening («استهدف هجوم مركزا», «دمر انفجار حيا»)."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.happenings import Happening
from riwaya.stages.claim.partners import is_weapon
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

_REACH = 14


def has_event_before(happening: Happening, verb: Trigger) -> bool:
    """Say whether the subject of a verb is the happening named before it («غارة استهدفت …»)."""
    if verb.reading.conjunction or verb.reading.pronoun or verb.lexeme.object != "target":
        return False
    before = [t for t in happening.triggers if t.index < verb.index and not t.is_verb and not t.is_harm]
    return bool(before) and verb.index - before[-1].index <= _REACH


def find_event_subject(scene: Scene, happening: Happening, verb: Trigger) -> Trigger | None:
    """Give the happening right behind a verb that it is the subject of; None where somebody or nothing stands there."""
    if verb.lexeme.object != "target" or verb.reading.pronoun or verb.reading.sense.number != "sg":
        return None
    for other in happening.triggers:
        led = scene.forms[other.index - 1] in PREPOSITIONS  # «قتل في الغارة»
        if verb.index < other.index <= verb.index + 2 and not (other.is_verb or other.is_harm or led):
            return other if other.reading.preposition == "" and not other.reading.pronoun else None
    return None


def find_struck(scene: Scene, words: Arguments, event: Trigger, end: int) -> Mention | Participant | None:
    """Give the object behind a happening that is the subject, and behind what belongs to it; None where none is told.

    Source: verb-subject-object order of written Arabic (Ryding 2005, ch. 3).
    """
    k = event.index + event.size
    while k < min(end, event.index + _REACH):
        mention = scene.mention_from.get(k)
        if mention is not None:
            if _may_be_struck(scene, words, mention):
                return mention
            k = mention.last + 1
            continue
        if scene.forms[k] in ".،؛:" or scene.forms[k] in RELATIVES or scene.is_finite(k) or scene.is_that(k):
            return None
        bare = find_bare_phrase(scene, k, end) if _is_accusative(scene, words, k) else None
        if bare is not None:
            return bare
        k += 1
    return None


def _may_be_struck(scene: Scene, words: Arguments, mention: Mention) -> bool:
    if mention.preposition or words.is_led(mention.first) or "force" in mention.tags:
        return False
    return not (is_weapon(scene, mention) or words.describes(mention))


def _is_accusative(scene: Scene, words: Arguments, k: int) -> bool:
    """«مبنى», «مركزا», «حيا»: an indefinite object shows it by its ending."""
    return scene.forms[k].endswith(("ا", "ي")) and not words.is_led(k) and not scene.readings[k]
