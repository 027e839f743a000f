"""Deaths told by words that also tell of dying in bed: what makes them deaths by violence."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.claim.scene import Scene

_WOUND_REACH, _CAUSE_REACH, _BESIDE_REACH, _HURT_REACH, _DIED_REACH = 14, 16, 8, 5, 8
_INJURY = "ar.events.إصابة"
_CAUSES = frozenset("جراء اثر نتيجه بسبب بفعل في خلال اثناء بعد عقب تحت خلفيه".split())
"""Words before what somebody died of."""
_DEADLY = frozenset("attack ambush strike bombard bombing shoot clash raid massacre torture".split())
_BODILY = frozenset("قلبي قلبيه دماغيه دماغي مرض المرض السرطان سرطان".split())
"""«نوبة قلبية», «معركة مع المرض»: what the body suffers by itself."""


def dies_by_violence(scene: Scene, at: int) -> bool:
    """Say whether a word of dying at ``at`` tells of violence: by a wound, by a deed that it names, or by the hurt told beside it.

    «توفي متأثرا بجراحه», «قضى تحت التعذيب», «مات ثلاثة رعاة في انفجار لغم», «وفاة ستة عمال وإصابة 30»; not «توفي بعد معركة مع المرض».
    """
    if scene.phrases_in("wound_words", at + 1, at + _WOUND_REACH):
        return True
    return _by_deed(scene, at) or _is_beside_hurt(scene, at) or _is_of_hurt(scene, at)


def is_what_killed(scene: Scene, at: int) -> bool:
    """«توفي الجنديان جراء إصابات لحقت بهما»: the hurt of which somebody died counts nobody hurt."""
    found = scene.readings[at][:1]
    if not found or found[0].lexeme.measure != "wounded" or found[0].is_verb or _is_person(found[0]):
        return False
    if scene.forms[at - 1] not in _CAUSES or not at:
        return False
    for k in range(at - 2, max(-1, at - 2 - _DIED_REACH), -1):
        if scene.forms[k] in "،,.؛:":
            return False
        if any("needs-wound" in r.lexeme.tags for r in scene.readings[k][:2]):
            return True
    return False


def _is_of_hurt(scene: Scene, at: int) -> bool:
    """«توفي اثنان من الجرحى», «وفاة أحد المصابين»: who dies was hurt before."""
    stop = min(at + _HURT_REACH, scene.annotation.sentences[scene.sentence_of[at]][1])
    for k in range(at + 1, stop):
        if scene.forms[k] in "،,؛:" or scene.is_finite(k):
            return False
        if any(r.lexeme.measure == "wounded" and _is_person(r) for r in scene.readings[k][:1]):
            return not scene.readings[k][0].conjunction
    return False


def _is_person(reading: Reading) -> bool:
    """«جريح», «المصابين»: who is hurt, not the hurting."""
    hurt = reading.lexeme.pos == "noun" and "harm" in reading.lexeme.tags and reading.sense.shape == "noun"
    return (hurt and reading.lexeme.id != _INJURY) or (reading.sense.shape == "passive" and reading.definite)


def _by_deed(scene: Scene, at: int) -> bool:
    """«مات … جراء قصف», «فارق الحياة بانفجار لغم»: a deed of violence brought in as the cause, in the same clause."""
    stop = min(at + _CAUSE_REACH, scene.annotation.sentences[scene.sentence_of[at]][1])
    for k in range(at + 1, stop):
        if scene.is_that(k) or scene.is_finite(k) or scene.forms[k] in "،,؛:":
            return False
        found = scene.readings[k][:1]
        if not found or found[0].lexeme.table != "events" or found[0].is_verb:
            continue
        deed = found[0]
        led = deed.preposition == "ب" or scene.forms[k - 1] in _CAUSES
        if led and deed.lexeme.measure == "wounded" and not _is_person(deed):
            return True  # «توفي جراء إصابات لحقت به»
        if led and deed.lexeme.subtype in _DEADLY and deed.lexeme.measure is None:
            return _BODILY.isdisjoint(scene.forms[k + 1 : k + 5])
    return False


def _is_beside_hurt(scene: Scene, at: int) -> bool:
    """«وفاة ستة عمال وإصابة 30»: a noun of dying that counts, the hurt told beside it."""
    if scene.readings[at][0].is_verb:
        return False
    if not any(at - 2 <= a <= at + 2 for a, _, _ in scene.quantity_ranges.near(at - 2, at + 2)):
        return False
    return any(
        r.lexeme.measure == "wounded" and not scene.is_finite(k)
        for k in range(at + 1, min(at + _BESIDE_REACH, len(scene.forms)))
        for r in scene.readings[k][:1]
    )
