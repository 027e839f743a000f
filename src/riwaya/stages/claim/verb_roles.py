"""Who a verb of happening tells did it, and to whom: its subject and its object."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.cast import Cast
from riwaya.stages.claim.claimants import find_weapon_nation
from riwaya.stages.claim.doers import (
    find_sentence_subject,
    find_shared_subject,
    find_subject,
    find_taking_part,
    find_topic,
)
from riwaya.stages.claim.measures import find_measure
from riwaya.stages.claim.objects import find_object
from riwaya.stages.claim.partners import is_post
from riwaya.stages.claim.pronouns import find_taken_up
from riwaya.stages.claim.receivers import find_stood_by
from riwaya.stages.claim.struck import find_event_subject, find_struck, find_topic_verb, has_event_before
from riwaya.stages.claim.trigger import HARMS, Trigger, is_armed
from riwaya.stages.claim.voice import fires, is_passive, is_victim_after

_LED_REACH = 8
_TAKING = frozenset({"confiscate", "intercept"})
"""Weak words whose object may be anything."""
_ABSTRACT = frozenset({"ban", "restrict", "impose", "suspend"})
"""What is banned or suspended is no party and nothing that is hit."""


def read_verb(cast: Cast, trigger: Trigger) -> None:
    """Add whom a verb tells of to the cast.

    Source: verb-subject-object order of written Arabic (Ryding 2005, ch. 3).
    """
    lexeme, sense = trigger.lexeme, trigger.reading.sense
    if trigger.is_result or lexeme.subject == "none":
        return
    if "shakes" in lexeme.tags:
        _by_shock(cast, trigger)
        return
    if sense.shape == "active" and not trigger.reading.definite and lexeme.object == "target":
        cast.add_target(next(iter(cast.words.phrases_after(trigger.index)), None))
        return
    if _by_event(cast, trigger):
        return
    subject, obj = cast.words.arguments(trigger)
    if subject is None and obj is None and (sense.shape.startswith("passive") or lexeme.measure in HARMS):
        subject = find_topic(cast.scene, cast.words, trigger)
    if subject is not None and _by_topic(cast, trigger, subject, obj):
        return
    if subject is not None and obj is None and _is_its_object(cast, trigger, subject):
        _by_frame(cast, trigger, None, subject)
    else:
        _by_frame(cast, trigger, subject, obj)


def _is_its_object(cast: Cast, trigger: Trigger, after: Mention) -> bool:
    """Say whether the only phrase beside a verb, which looks like its subject, is what it struck."""
    return _is_shot_down(cast, trigger, after) or _goes_on(cast, trigger, after) or _is_driven_out(cast, trigger, after)


def _is_driven_out(cast: Cast, trigger: Trigger, after: Mention) -> bool:
    """«سيطرت القوات على الجبل وطردت فصائل المعارضة منه»: who alone stands behind a joined verb of driving out was driven out."""
    if not trigger.reading.conjunction or trigger.lexeme.subtype != "expel" or after.first < trigger.index:
        return False
    shared = find_shared_subject(cast.scene, cast.words, trigger)
    return shared is not None and is_armed(shared.tags, shared.actor.kind) and shared.actor != after.actor


def _goes_on(cast: Cast, trigger: Trigger, after: Mention) -> bool:
    """«إن القوات ردت على النيران وطاردت الجماعات»: behind a verb whose subject stood before it, the next feminine verb has the same one."""
    sense, lexeme, scene = trigger.reading.sense, trigger.lexeme, cast.scene
    if trigger.reading.conjunction != "و" or lexeme.object != "target" or "passive-too" in trigger.tags:
        return False
    if (sense.number, sense.gender) != ("sg", "f") or after.first != trigger.index + trigger.size or after.preposition:
        return False
    shared = find_shared_subject(scene, cast.words, trigger)
    if shared is None or shared.first >= trigger.index:
        return False
    verb = next((k for k in range(trigger.index - 1, shared.last, -1) if scene.is_finite(k)), None)
    return verb is not None and is_armed(shared.tags, shared.actor.kind)


def _by_event(cast: Cast, trigger: Trigger) -> bool:
    """«غارة استهدفت مركزا», «استهدف هجوم مركزا»: where a happening is the subject, it only tells whom it struck."""
    if has_event_before(cast.scene, cast.happening, trigger):
        behind = trigger.index + trigger.size
        struck = next(iter(cast.words.phrases_after(trigger.index)), None)
        cast.take_target(struck or find_object(cast.scene, behind, cast.end))
        return True
    event = find_event_subject(cast.scene, cast.happening, trigger)
    if event is not None:
        cast.take_target(find_struck(cast.scene, cast.words, event, cast.end))
    return event is not None


def _by_shock(cast: Cast, trigger: Trigger) -> None:
    """«انفجار هز سوقا»: the building or vehicle that a blast shook was hit; of a town that it shook it is told where it was."""
    shaken = next(iter(cast.words.phrases_after(trigger.index)), None)
    if shaken is not None and not shaken.preposition and is_post(shaken) and not cast.targets.get(shaken.first):
        cast.add_one_target(shaken)


def _by_topic(cast: Cast, trigger: Trigger, subject: Mention, obj: Mention | None) -> bool:
    """«هجوم شنه مسلحون واستهدف مركزا»: whoever did what is told of did this too."""
    if obj is not None and not obj.preposition:
        return False
    topic = find_topic_verb(cast.scene, trigger)
    if topic is None:
        return False
    cast.add_agent(find_subject(cast.scene, cast.words, topic, trigger.index))
    cast.add_target(subject)
    return True


def _by_frame(cast: Cast, trigger: Trigger, subject: Mention | None, obj: Mention | None) -> None:
    """Give subject and object the roles that the verb's entry tells, or its voice."""
    lexeme, sense = trigger.lexeme, trigger.reading.sense
    own = cast.refers_to_speaker(trigger.index)
    shared = (
        lexeme.measure is None
        and subject is None
        and trigger.reading.conjunction
        and find_shared_subject(cast.scene, cast.words, trigger) is not None
    )
    suffers = not shared and is_passive(cast.scene, cast.words, trigger, subject, obj, told=own)
    if sense.shape.startswith("passive") or suffers:
        cast.add_target(subject or obj)
    elif "leaves" in lexeme.tags and find_measure(cast.scene, trigger.index, trigger.reading) == "displaced":
        cast.add_target(subject or obj)
    elif lexeme.subject == "target" or (lexeme.object == "target" and obj is None and _is_mere_thing(subject)):
        cast.add_target(subject)
    elif lexeme.subject == "agent" and own and is_victim_after(cast.scene, subject, trigger):
        _add_doer(cast, None, trigger)
        cast.add_target(subject if lexeme.object == "target" else None)
    else:
        if lexeme.subject == "agent":
            fired = subject is not None and fires(cast.scene, subject.last + 1)
            _add_doer(cast, subject, trigger, acts=fired or obj is not None)
        taken = find_taken_up(cast.scene, trigger)
        if taken is not None and taken is not subject:
            cast.add_target(taken)
        else:
            _add_object(cast, trigger, subject, obj)


def _is_shot_down(cast: Cast, trigger: Trigger, subject: Mention) -> bool:
    """«اعترضت الدفاعات ودمرت أربع طائرات»: a count of things behind a verb that goes on with another's subject is its object."""
    if not trigger.reading.conjunction or trigger.lexeme.object != "target" or "thing" not in subject.tags:
        return False
    counted = any(k in cast.scene.counted for k in range(trigger.index + 1, subject.first))
    return counted and find_shared_subject(cast.scene, cast.words, trigger) is not None


def _is_mere_thing(mention: Mention | None) -> bool:
    return mention is not None and "thing" in mention.tags and "force" not in mention.tags


def _add_object(cast: Cast, trigger: Trigger, subject: Mention | None, obj: Mention | None) -> None:
    lexeme = trigger.lexeme
    if lexeme.object == "target" and obj is not None:
        cast.add_target(obj)
    elif lexeme.object == "target" and not trigger.reading.pronoun:
        at = _object_place(trigger, subject)
        if "weak" not in trigger.tags or lexeme.subtype in _TAKING:
            cast.add_bare_target(at)
        if not cast.targets and lexeme.subtype not in _ABSTRACT:
            cast.take_target(find_object(cast.scene, at, cast.end))
    elif (led := _led_object(cast, trigger)) is not None:
        cast.take_target(led)
    elif lexeme.object == "agent" and obj is not None:
        cast.add_agent(obj)
    elif lexeme.type == "SUPPORT" and (stood_by := find_stood_by(cast.scene, trigger, cast.end)) is not None:
        cast.add_target(stood_by)
    elif lexeme.type in ("COOPERATE", "AID", "SUPPORT", "CONCEDE"):
        cast.add_target(_dative(cast, trigger))


def _led_object(cast: Cast, trigger: Trigger) -> Mention | Participant | None:
    """«أطاح بالرئيس», «أفرج عن جنديين»: whom a verb takes by a preposition that its entry tells."""
    scene = cast.scene
    for k in range(trigger.index + trigger.size, min(cast.end, trigger.index + _LED_REACH)):
        if scene.is_finite(k) or scene.forms[k] in ".؛" or scene.is_that(k):
            return None
        mention = scene.mention_from.get(k)
        if "bi-object" in trigger.tags and mention is not None and mention.preposition == "ب":
            return mention
        if "fi-object" in trigger.tags and scene.forms[k] == "في" and k + 1 < cast.end:
            return next((m for m in scene.mentions_in(k + 1, min(cast.end, k + _LED_REACH)) if _burns(m)), None)
        if "an-object" in trigger.tags and scene.forms[k] == "عن":
            near = scene.mentions_in(k + 1, min(cast.end, k + _LED_REACH))
            return next((m for m in near if not m.preposition), None) or find_bare_phrase(scene, k + 1, cast.end)
    return None


def _burns(mention: Mention) -> bool:
    """A building, a vehicle or a village; an area is only where it was."""
    return "thing" in mention.tags and "area" not in mention.tags


def _object_place(trigger: Trigger, subject: Mention | None) -> int:
    """Where the object stands: behind the subject that follows the verb, else behind the verb."""
    after = subject is not None and subject.first > trigger.index
    return subject.last + 1 if subject is not None and after else trigger.index + trigger.size


def _dative(cast: Cast, trigger: Trigger) -> Mention | None:
    """«سمحت … للتحالف»: to whom."""
    near = cast.scene.mentions_in(trigger.index + 1, min(cast.end, trigger.index + 9))
    return next((m for m in near if m.preposition == "ل"), None)


def _add_doer(cast: Cast, subject: Mention | None, trigger: Trigger, *, acts: bool = False) -> None:
    if subject is not None:
        cast.add_agent(subject, told="passive-too" not in trigger.tags or acts)
    elif cast.chain and (trigger.reading.sense.person == 1 or trigger.reading.pronoun == "نا"):
        cast.add_speaker()  # «قال القائد: دحرنا القوات»
    elif (taking := find_taking_part(cast.scene, trigger)) is not None:
        cast.add_agent(taking, told=True)
    elif (carried := find_sentence_subject(cast.scene, cast.words, trigger)) is not None:
        cast.add_agent(carried)
    elif (shared := find_shared_subject(cast.scene, cast.words, trigger)) is not None:
        cast.add_agent(shared)
    elif (nation := find_weapon_nation(cast.scene, trigger.index)) is not None:
        cast.take(cast.agents, nation)
    elif cast.refers_to_speaker(trigger.index):
        cast.add_speaker()
