"""The type of a claim: that of the word that names it, unless its tense or an attempt makes it another."""

from __future__ import annotations

from riwaya.stages.claim.at_large import is_resolved_on
from riwaya.stages.claim.charges import is_charged
from riwaya.stages.claim.falling import is_taken
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.homographs import is_comment
from riwaya.stages.claim.measures import find_measure
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.sentences import is_carried_out, is_sentence_of_death
from riwaya.stages.claim.trigger import VIOLENT, Trigger, clause_around, is_armed

_ATTEMPT_REACH = 6
_ACCIDENT_REACH, _FAR_ACCIDENT, _MOVED_REACH = 8, 13, 6
_MUST_REACH, _HELPED_REACH, _OPERATION_REACH = 5, 6, 4
_CROWDS, _CROWD_REACH = "ar.events.احتشد", 5
_ATTACKS = frozenset({"ar.events.هجوم", "ar.events.هاجم"})
_VERBAL_REACH, _SOUGHT_REACH = 5, 7
_NO_BATTLE = (("غير", "حربيه"), ("غير", "قتاليه"), ("غير", "قتالي"), ("غير", "حربي"))
_ILL = frozenset("قلبيه دماغيه طبيعيه مرض امراض حادث حوادث".split())
_SESSION, _KIND_REACH = "ar.events.جلسة", 4
_DOES = "ar.verbs.قام"
_FORCING = frozenset({"ar.verbs.اضطر", "ar.events.أجبر", "ar.events.أرغم", "ar.events.دفع"})
_FORCED_REACH = 12
_STAFF = frozenset({"ar.people.موظف", "ar.people.دبلوماسي"})
"""Whoever sends them calls them back."""
_LASTING_REACH, _DUTY_REACH = 6, 8
_LASTING = frozenset(f"ar.verbs.{verb}" for verb in ("وقع", "زال", "ظل", "بقي", "بات", "كان", "خضع"))
_MOODS = frozenset("ان لن لم كي حتي سوف".split())
"""After these a present tells of no lasting state."""


def find_type(scene: Scene, happening: Happening, *, denied: bool = False) -> str:
    """Give the PLOVER type or STATE; ``denied`` where the source says that it did not happen.

    «يسيطر», «يتمركز» in the present tell how things stand; an attempt to take a place is an attack on it.

    Source: annotation guideline, «STATE for a relation or condition (… control, presence …)».
    """
    head = happening.head
    if head.act is not None and head.act.act is not None:
        return head.act.act
    if _is_state(scene, head):
        return "STATE"
    if head.lexeme.id == _CROWDS and not any(
        is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(head.index + 1, head.index + _CROWD_REACH)
    ):
        return "PROTEST"  # «احتشد آلاف السكان في الساحة»
    if not (head.is_verb or head.is_harm) and _is_called_for(scene, head.index):
        return "REQUEST"
    if not denied and is_charged(scene, head):
        return "ACCUSE"
    if (named := _of_kind(scene, head)) is not None:
        return named
    if head.lexeme.type in VIOLENT and _is_to_come(scene, happening):
        return "THREATEN"
    return _by_company(scene, happening) or head.lexeme.type or "STATE"


def _by_company(scene: Scene, happening: Happening) -> str | None:
    """«حملة اعتقالات», «قتلا في تحطم مروحية», «محاولة السيطرة على»: what stands with the word makes it another type."""
    head = happening.head
    if head.lexeme.subtype == "operation" and _takes_people(happening):
        return "COERCE"
    if (is_taken(scene, head) and not head.is_harm) or _is_only_judged(scene, head):
        return "COERCE"
    if head.is_harm and _is_accident(scene, happening):
        return "STATE"
    if head.lexeme.subtype == "suspend" and head.reading.sense.shape == "masdar" and is_comment(scene, head.index):
        return "STATE"
    if head.lexeme.subtype == "seize" and not head.is_verb and _is_tried(scene, head.index):
        return "ASSAULT"
    if _are_driven_out(scene, head):
        return "COERCE"
    return None


def _is_state(scene: Scene, head: Trigger) -> bool:
    """«يسيطر على المدينة», «لا تزال تحت سيطرتهم»: how things stand."""
    if "state-present" in head.tags and _stands(scene, head.index, head.reading.sense.shape, head.reading.preposition):
        return True
    return head.index > 0 and scene.forms[head.index - 1] == "تحت" and _lasts(scene, head.index)


def _of_kind(scene: Scene, head: Trigger) -> str | None:
    """«جلسة لمحاكمة متهمين» is no talk, «انتهكوا الهدنة» breaks it by force: what a word is of makes it another type."""
    behind = range(head.index + head.size, min(head.index + head.size + _KIND_REACH, len(scene.forms)))
    if head.lexeme.id == _SESSION and any("محاكم" in scene.forms[k] for k in behind):
        return "COERCE"
    if _is_verbal(scene, head):
        return "ACCUSE"
    if head.lexeme.subtype == "search" and scene.phrases_in("sought", head.index, head.index + _SOUGHT_REACH):
        return "AID"  # «عملية البحث عن الضحايا»
    if head.lexeme.subtype == "violate" and any(r.lexeme.type == "AGREE" for k in behind for r in scene.readings[k]):
        return "ASSAULT"
    return None


def _is_verbal(scene: Scene, head: Trigger) -> bool:
    """«شن هجوما لاذعا على الوزير», «هاجم النائب سياسات الحكومة», «هاجم خصومه في خطاب»: an attack in words accuses."""
    if head.lexeme.subtype != "attack" or head.lexeme.id not in _ATTACKS:
        return False
    start, end = clause_around(scene, head.index)
    if scene.phrases_in("fire", start, end) or any(
        is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, end)
    ):
        return False
    reach = min(end, head.index + _VERBAL_REACH)
    return bool(scene.phrases_in("verbal", head.index + 1, reach) or scene.phrases_in("by_words", head.index + 1, end))


def _is_only_judged(scene: Scene, head: Trigger) -> bool:
    """«أصدرت حكم الإعدام بحق خمسة»: a sentence of death that nobody carries out yet."""
    return is_sentence_of_death(head.lexeme) and not is_carried_out(scene, head.index)


def _are_driven_out(scene: Scene, head: Trigger) -> bool:
    """«فرت 300 أسرة», «أجلت السلطات سكان القرية», «أجبرهم على النزوح»: civilians leave because they must."""
    if "leaves" in head.tags and find_measure(scene, head.index, head.reading) == "displaced":
        return True
    if head.lexeme.subtype == "evacuate" and _moves_civilians(scene, head.index):
        return True
    return head.lexeme.measure == "displaced" and _is_forced(scene, head.index)


def _moves_civilians(scene: Scene, at: int) -> bool:
    """«أجلت السلطات سكان القرية», «تم إجلاء 300 شخص»: they do not go of themselves."""
    moved = scene.mentions_in(at + 1, at + _MOVED_REACH)
    return any(
        "civilian" in m.tags and "fighter" not in m.tags and not m.preposition and m.why not in _STAFF for m in moved
    )


def _is_called_for(scene: Scene, at: int) -> bool:
    """«لا بد من دعم العشائر», «أكد ضرورة انسحابهم», «يجب الإفراج عنهم»: what must be done is called for, not told."""
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    if _is_duty(scene, first, at):
        return True
    said = scene.phrases_in("obligation", max(first, at - _MUST_REACH), at)
    return bool(said) and not any(scene.is_finite(k) or scene.forms[k] in "،,؛" for k in range(said[-1] + 1, at))


def _is_duty(scene: Scene, first: int, at: int) -> bool:
    """«على الوزير أن يأمر بفتح تحقيق»: what somebody has to see to."""
    told = next((k for k in range(at - 1, max(first, at - _DUTY_REACH), -1) if scene.forms[k] == "ان"), None)
    if told is None or not any(r.sense.shape.endswith("present") for r in scene.readings[told + 1][:1]):
        return False
    duty = [k for k in range(max(first, told - _DUTY_REACH), told) if scene.forms[k] in ("علي", "وعلي")]
    return (
        bool(duty) and duty[-1] + 1 in scene.mention_from and (duty[-1] == first or scene.forms[duty[-1] - 1] in "،:«")
    )


def _is_to_come(scene: Scene, happening: Happening) -> bool:
    """«سيهاجم الجيش المدينة», «سوف نقصفهم», «سيشن غارات», «سيعدمونه», «سيقوم بمهاجمة مواقعهم»: violence that somebody says will be is a threat."""
    head = happening.head
    if head.is_harm:
        acts = head.is_verb and head.reading.sense.shape == "present" and head.lexeme.object == "target"
        return acts and head.reading.preposition == "س"
    if any(t.is_verb and t.is_light and t.reading.preposition == "س" for t in happening.triggers):
        return True
    if not head.is_verb and any(
        r.is_finite and r.preposition == "س" for r in scene.readings[max(0, head.index - 1)][:1]
    ):
        return True
    if head.reading.preposition == "س" or (head.index and scene.forms[head.index - 1].lstrip("وف") == "سوف"):
        return True
    if head.is_verb:
        return False
    if "general" in head.tags and is_resolved_on(scene, head.index):
        return True
    if head.reading.preposition != "ب":
        return False
    before = range(max(0, head.index - _HELPED_REACH), head.index)
    return any(r.lexeme.id == _DOES and r.preposition == "س" for k in before for r in scene.readings[k][:1])


def _takes_people(happening: Happening) -> bool:
    """«عملية احتجاز رهائن», «حملة اعتقالات», «عملية لاعتقال …»: what an operation does to people right behind it says what it is."""
    near = [t for t in happening.triggers if 0 < t.index - happening.head.index <= _OPERATION_REACH and not t.is_light]
    return bool(near) and all(t.lexeme.type == "COERCE" and t.lexeme.measure and not t.is_verb for t in near)


def _stands(scene: Scene, at: int, shape: str, preposition: str) -> bool:
    return shape == "present" and not preposition and (not at or scene.forms[at - 1] not in _MOODS)


def _lasts(scene: Scene, at: int) -> bool:
    """«لا تزال تحت سيطرتهم», not «أصبحت»."""
    before = range(max(0, at - _LASTING_REACH), at - 1)
    return any(r.lexeme.id in _LASTING for k in before for r in scene.readings[k])


def _is_forced(scene: Scene, at: int) -> bool:
    """«اضطر كثيرون إلى النزوح», «أجبرهم على النزوح»: flight that somebody was driven to."""
    if not at or scene.forms[at - 1] not in ("الي", "علي"):
        return False
    return any(r.lexeme.id in _FORCING for k in range(max(0, at - _FORCED_REACH), at) for r in scene.readings[k])


def _is_accident(scene: Scene, happening: Happening) -> bool:
    """«قتلا في حادث سير»: nobody did it to them (guideline: death by illness is a STATE)."""
    told = scene.phrases_in("accidents", happening.last, happening.last + _FAR_ACCIDENT)
    if not told:
        return False
    between = range(happening.last, told[0])
    return told[0] < happening.last + _ACCIDENT_REACH or not any(scene.readings[k].uncounted_event for k in between)


def is_illness(scene: Scene, happening: Happening) -> bool:
    """«توفي بأزمة قلبية», «قتلوا في حادث سير»: a death that nobody counts among victims; a crash of a helicopter has its dead."""
    behind = scene.forms[happening.last : happening.last + _ACCIDENT_REACH]
    apart = any(behind[k : k + 2] in _NO_BATTLE for k in range(len(behind)))  # «في أعمال غير حربية»
    return apart or any(form.removeprefix("ال") in _ILL for form in behind)


def _is_tried(scene: Scene, at: int) -> bool:
    """«محاولة السيطرة على», «حاولوا الاستيلاء على»."""
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    return bool(scene.phrases_in("attempts", max(first, at - _ATTEMPT_REACH), at))
