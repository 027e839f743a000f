"""Harms and results that tell more of one happening: the wounded beside the killed, the other half of a toll."""

from __future__ import annotations

from riwaya.stages.claim.apart import PLUS, has_own_cause
from riwaya.stages.claim.clauses import clauses_in
from riwaya.stages.claim.fallen import FELL
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.harms import is_tolled
from riwaya.stages.claim.measures import AMOUNTING, is_amounting
from riwaya.stages.claim.scene import RELATIVES, TEMPORAL, Scene
from riwaya.stages.claim.trigger import Trigger

_REACH_CONNECTED, _REACH_TOLL, _REACH_NEAR = 30, 14, 8
_FELLS, _REACH_FELLED = "ar.events.أردى", 45
"""«أطلق النار على فلان، …، فأرداه»: who he was may be told at length."""
_FAR_CAUSE = 18
_TOLL_WORDS = 2
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_DAMAGE = frozenset({"اضرار", "اضرارا"})
_AND_NOT = frozenset({"ولم", "ولن"})
_REACH_HARM, _REACH_JOINED, _REACH_RESULT, _REACH_IN_IT = 16, 26, 14, 10
_CONTRAST = frozenset("كما بينما فيما لكن حين وكما حيث كذلك".split())


def joins_result(prev: Trigger, new: Trigger, between: list[str]) -> bool:
    """Say whether a word of result goes on with the trigger before it («قصفوا السوق، ما أسفر عن …»)."""
    if new.reading.conjunction:
        return len(between) <= _REACH_CONNECTED and prev.lexeme.type == "ASSAULT" and bool(between)
    return len(between) <= _REACH_CONNECTED + 10


def joins_harm(scene: Scene, group: Happening, prev: Trigger, new: Trigger, between: list[str]) -> bool:
    """Say whether a word of harm tells more of the happening before it («قتل ثلاثة وجرح خمسة», «…، فيما أصيب خمسة»).

    Source: annotation guideline, «What counts as a claim»: several figures of one happening are one claim.
    """
    gap = len(between)
    if _is_further_taking(scene, group, new):
        return False
    if _goes_straight_on(new, gap) or _adds_to_damage(scene, group, new, between):
        return True
    if new.reading.conjunction == "و" and new.is_verb and gap <= _REACH_JOINED and not _other_clause(scene, new, gap):
        return not (has_own_cause(scene, new) and any(_is_attack(t) for t in group.triggers))
    harm = any(t.is_harm for t in group.triggers)
    if harm and new.is_verb and between and between[-1] in ("فيما", "بينما") and gap <= _REACH_JOINED:
        caused = any(_is_attack(t) for t in group.triggers)
        own = has_own_cause(scene, new, _FAR_CAUSE, shared=True) if caused else has_own_cause(scene, new)
        alike = new.lexeme.type == "ASSAULT" and not own
        return alike or _is_suffered(scene, group, new)
    if harm and gap <= _REACH_TOLL and _is_more_of_toll(scene, group, new):
        return True
    if any(t.is_result for t in group.triggers) and gap <= _REACH_RESULT + 6:
        return not in_new_clause(scene, new, between)
    if _has_result(scene, prev.index + prev.size, new.index):
        return True
    if harm and new.reading.conjunction == "و" and gap <= _REACH_HARM:
        return _CONTRAST.isdisjoint(between[-3:])
    if harm and any(b in PLUS or b[1:] in PLUS for b in between) and gap <= _REACH_HARM:
        return True
    if _counts_toll(scene, group, prev, new, between):
        return True
    counted = new.index - 1 in scene.counted and new.reading.sense.number == "pl"  # «وقتل راع و32 أصيبوا»
    opened = prev.reading.conjunction == "" or counted
    if harm and new.is_verb and gap <= 3 and opened and (new.is_harm or "،" not in between):
        return True
    follows = scene.forms[new.index + 1 : new.index + 4]
    fight = follows[:1] and follows[0] in _IN_IT and group.head.lexeme.type == "ASSAULT"
    far = fight and scene.forms[new.index - 1] not in RELATIVES  # not «القرية التي قتل فيها»
    return any(f in _IN_IT for f in follows) and gap <= (_REACH_JOINED if far else _REACH_IN_IT)


def falls_in_it(scene: Scene, new: Trigger, between: list[str]) -> bool:
    """«معارك مع المتمردين وحلفائهم سقط خلالها جرحى», «…، سقط فيها - حتى الآن - ستة قتلى»: say whether a fall takes up the fight before it by a pronoun."""
    fell = scene.forms[new.index] in FELL and new.is_verb and not new.reading.conjunction
    return fell and scene.forms[new.index + 1] in _IN_IT and len(between) <= _REACH_TOLL


def _adds_to_damage(scene: Scene, group: Happening, new: Trigger, between: list[str]) -> bool:
    """«سقط صاروخ، ما أدى إلى أضرار كما جرح شخص»: whom it hurt is told after what it damaged."""
    if any(t.is_harm and t.lexeme.subtype != "losses" for t in group.triggers):
        return False
    told = any(t.is_result for t in group.triggers) or bool(_DAMAGE & set(between))
    also = between[-1:] == ["كما"] and new.is_verb and len(between) <= _REACH_HARM
    return (
        told and also and not has_own_cause(scene, new) and not any(scene.place_ranges.near(new.index, new.index + 6))
    )


def _goes_straight_on(new: Trigger, gap: int) -> bool:
    """«فقتل ثلاثة», «فأرداه»."""
    reach = _REACH_FELLED if new.lexeme.id == _FELLS else _REACH_JOINED
    return new.reading.conjunction == "ف" and new.is_verb and gap <= reach


def _counts_toll(scene: Scene, group: Happening, prev: Trigger, new: Trigger, between: list[str]) -> bool:
    """«مقتل ستة وسقوط جرحى», «حصيلة قتلى القصف بلغت 57 قتيلا»: a noun of harm near another, or behind a toll and its amount."""
    counted = new.reading.sense.shape == "passive" and new.index - 1 in scene.counted  # «150 شهيدا و300 مصاب»
    if not ("harm" in new.tags or counted) or any(b in "،," for b in between):
        return False
    gap = len(between)
    tolled = any(is_tolled(scene, t.index, t.reading) for t in group.triggers)
    if (prev.is_harm or tolled) and gap <= _REACH_NEAR:
        return True
    return tolled and gap <= _REACH_TOLL and any(is_amounting(scene, k) for k in range(new.index - gap, new.index))


def _is_more_of_toll(scene: Scene, group: Happening, new: Trigger) -> bool:
    """«ارتفعت الحصيلة إلى 12 قتيلا، فيما بلغ عدد الجرحى 40», «قتلوهم ليلا، وبلغ عدد القتلى 20»: what the toll before lacked."""
    if new.is_verb or new.index < _TOLL_WORDS or scene.forms[new.index - 1] != "عدد":
        return False
    if not any(r.lexeme.id in AMOUNTING for r in scene.readings[new.index - 2][:1]):
        return False
    if all(t.lexeme.measure != new.lexeme.measure for t in group.triggers):
        return True
    return scene.counted.isdisjoint(range(group.first, new.index))


def _is_further_taking(scene: Scene, group: Happening, new: Trigger) -> bool:
    """«قتلوا 26 صيادا وخطفوا سبع نساء»: who is taken by an active verb joined to another deed is a happening of its own."""
    active = new.is_verb and new.reading.sense.shape in ("past", "present") and new.reading.conjunction == "و"
    if active and new.lexeme.type == "ASSAULT" and _is_killing_after_taking(group, new):
        return True
    if not active or new.lexeme.type != "COERCE" or _is_suffered(scene, group, new):
        return False
    if group.head.lexeme.type == "COERCE":
        return not any(t.is_harm for t in group.triggers)
    return (group.head.is_verb or group.triggers[0].is_verb) and not _is_dual_subject(scene, new.index + 1)


def _is_killing_after_taking(group: Happening, new: Trigger) -> bool:
    """«احتجزوا الحافلة وقتلوا سائقها»: the same people did both, and each is a deed of its own."""
    if group.head.lexeme.type != "COERCE" or not group.head.is_verb or new.lexeme.measure not in ("killed", "wounded"):
        return False
    if group.last == new.index:  # «طاردوا وقتلوا ستة»
        return False
    before, after = group.head.reading.sense, new.reading.sense
    doers = after.number == "pl" and before.person == after.person and not new.reading.pronoun
    return doers and not any(t.is_harm and t.lexeme.type == "ASSAULT" for t in group.triggers)


def _is_suffered(scene: Scene, group: Happening, new: Trigger) -> bool:
    """«قتل 13 مسلحا وأسر ثلاثة»: who is counted right behind both verbs suffered both, in one fight."""
    capture = new.lexeme.measure == "captured" and new.reading.sense.number == "sg" and "passive-too" in new.tags
    return capture and new.index + 1 in scene.counted and group.head.is_harm and group.head.index + 1 in scene.counted


def _is_dual_subject(scene: Scene, at: int) -> bool:
    """«وأسر اثنان»: two in the nominative suffer what is told."""
    return at < len(scene.forms) and scene.forms[at].endswith("ان")


def _is_attack(trigger: Trigger) -> bool:
    return not trigger.is_harm and not trigger.is_light and trigger.lexeme.type == "ASSAULT"


def _other_clause(scene: Scene, new: Trigger, gap: int) -> bool:
    """Say whether a clause about something else stands between («وحظرت … وقتل»)."""
    return bool(clauses_in(scene, new.index - gap, new.index))


def _has_result(scene: Scene, start: int, end: int) -> bool:
    return bool(scene.phrases_in("results", start, end))


def in_new_clause(scene: Scene, new: Trigger, between: list[str]) -> bool:
    """Say whether a clause of its own begins between two triggers, the words ``between`` them: a contrast, «أن», a joined verb."""
    if new.is_verb and new.reading.conjunction and not new.is_harm:
        return True
    start = new.index - len(between)
    for k in range(start, new.index):
        form = scene.forms[k]
        if form in _CONTRAST and k > start:
            return True
        if scene.is_that(k) and not (k and scene.forms[k - 1] in TEMPORAL):
            return True
        if form in _AND_NOT and k > start:
            return True  # «…، ولم تحدد الجهة التي أطلقت القذائف»
        if form[0] in "وف" and scene.readings[k].joined_verb and not any(r.lexeme.measure for r in scene.readings[k]):
            return True
    return False
