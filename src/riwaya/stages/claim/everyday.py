"""Everyday words spelt like words of happening: families («أسرته»), faith («يؤمن بـ»), dawn («ذات فجر»), crowds and ambulances."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.claim.scene import RELATIVES, TEMPORAL, Scene
from riwaya.stages.claim.trigger import ARMED_KINDS

_CAPTURES, _SECURES, _BLOWS_UP, _GATHERS, _PLANTS, _NURSES = (
    f"ar.events.{word}" for word in ("أسر", "أمن", "فجر", "حشد", "زرع", "أسعف")
)
_TARGETS, _REAPS, _REAPED_REACH = "ar.events.استهدف", "ar.events.حصد", 8
_OF_DAWN = frozenset("ذات كل صلاه وقت حتي مطلع طلوع قبيل قبل".split())
_MEMORY = frozenset("ذكري الذكري بذكري وذكري لذكري".split())
_TO_IT = frozenset("اليه اليها اليهم".split())
_FIGHTERS = frozenset({"fighter", "army", "group", "force", "police"})
_FAITH_REACH, _CROWD_REACH, _PUT_REACH, _BOMB_REACH, _AIMED_REACH, _PLAN_REACH, _HIT_REACH = 4, 5, 4, 12, 3, 7, 9
_THAT = frozenset({"ان", "بان", "بانه", "بانها", "بانهم"})


def is_everyday(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether ``reading`` of the word at ``at`` is an everyday word that only its letters or its company make one of happening."""
    lexeme = reading.lexeme.id
    if lexeme == _CAPTURES:
        return _are_families(scene, at, reading)
    if lexeme == _SECURES:
        return _is_faith(scene, at, reading)
    if lexeme == _BLOWS_UP:
        return scene.forms[at] == "فجر" and at > 0 and scene.forms[at - 1] in _OF_DAWN
    if lexeme == _GATHERS:
        return not reading.is_finite and not _are_troops(scene, at)
    if lexeme == _NURSES:
        return reading.definite  # «سيارات الإسعاف»
    if lexeme == _REAPS:
        return bool(scene.phrases_in("harvested", at + 1, at + _REAPED_REACH))  # «حصد الحزب 13 في المئة من الأصوات»
    if lexeme == _TARGETS:
        return _aims_at_thoughts(scene, at)
    if not reading.is_finite and at and scene.forms[at - 1] in _MEMORY:
        return True  # «في ذكرى مقتل الإمام»
    if reading.lexeme.subtype == "advance" and reading.is_finite and reading.pronoun:
        return True  # «التحالف تتقدمه المملكة»: at whose head somebody is
    if reading.lexeme.subtype == "advance" and scene.phrases_in("put_forward", at + 1, at + _PUT_REACH):
        return True  # «تقدمت المنظمة بأسئلة»
    if "motion" in reading.lexeme.tags and reading.is_finite and at and scene.forms[at - 1] in RELATIVES:
        return scene.forms[at + 1 : at + 2] != () and scene.forms[at + 1] in _TO_IT  # «اليأس الذي وصلت إليه الجماعة»
    return reading.lexeme.type == "MOBILIZE" and not reading.is_finite and _is_hit(scene, at, reading)


def is_planted_bomb(scene: Scene, at: int, reading: Reading) -> bool:
    """«انفجار عبوة زرعت على الطريق»: where the bomb that went off had lain is told with it."""
    if reading.lexeme.id != _PLANTS or not reading.is_finite or reading.pronoun or reading.conjunction:
        return False
    first = scene.annotation.sentences[scene.sentence_of[at]][0]
    if not scene.phrases_in("fire", max(first, at - 3), at):
        return False
    deeds = scene.happening_in(max(first, at - _BOMB_REACH), at)
    return any(r.lexeme.type == "ASSAULT" for k in deeds for r in scene.readings[k][:1])


def _are_families(scene: Scene, at: int, reading: Reading) -> bool:
    """«إصلاح أسرته وأبنائه», «وأسرهم»; «الجنود الذين أسرتهم الحركة», «بعد أسرهم» are taken."""
    if not reading.pronoun or not at or scene.forms[at - 1] in RELATIVES or scene.forms[at - 1] in TEMPORAL:
        return False
    before, behind = scene.mention_over.get(at - 1), scene.mention_from.get(at + 1)
    if before is not None and not (before.definite or reading.conjunction):
        return False  # «حارسان أسرتهما الحركة»
    if reading.is_finite:
        return behind is None or bool(behind.preposition) or behind.tags.isdisjoint(_FIGHTERS)
    return reading.conjunction != "" and scene.forms[at - 1].endswith(("هم", "ها", "نا", "ه"))


def _is_faith(scene: Scene, at: int, reading: Reading) -> bool:
    """«يؤمنون بأن …», «يؤمن بالحوار» believe; «حسدوا أمننا» is our security."""
    if reading.sense.shape.endswith("present"):
        near = range(at + 1, min(at + _FAITH_REACH, len(scene.forms)))
        return any(scene.forms[k] in _THAT or any(r.preposition == "ب" for r in scene.readings[k][:1]) for k in near)
    if not reading.pronoun or not reading.is_finite or (at and scene.forms[at - 1] in RELATIVES):
        return False
    behind = scene.mention_from.get(at + 1)
    return behind is None or behind.tags.isdisjoint(_FIGHTERS)


def _are_troops(scene: Scene, at: int) -> bool:
    """«حشود عسكرية», «حشد للقوات», not «وسط حشد من المصلين»."""
    stop = min(at + _CROWD_REACH, len(scene.forms))
    if any("عسكري" in form for form in scene.forms[at + 1 : stop]):
        return True
    return any(m.tags & _FIGHTERS or m.actor.kind in ARMED_KINDS for m in scene.mentions_in(at + 1, stop))


def _aims_at_thoughts(scene: Scene, at: int) -> bool:
    """«مخططات تستهدف أمن البلاد», «حملة تطعيم تستهدف مليون طفل»: no deed hits a thought, and no programme strikes."""
    if scene.phrases_in("abstract_targets", at + 1, at + _AIMED_REACH):
        return True
    first = scene.annotation.sentences[scene.sentence_of[at]][0]
    return bool(scene.phrases_in("programmes", max(first, at - _PLAN_REACH), at))


def _is_hit(scene: Scene, at: int, reading: Reading) -> bool:
    """«استهدف كمين تعزيزات للمسلحين», «غارات على تعزيزات»: the troops that are hit; «هاجموا البلدة ووصلت تعزيزات» tells of more."""
    if reading.definite or reading.preposition or reading.sense.shape == "masdar":
        return False
    first = scene.annotation.sentences[scene.sentence_of[at]][0]
    for k in range(at - 1, max(first, at - _HIT_REACH) - 1, -1):
        if scene.forms[k] in "،,.؛:":
            return False
        found = scene.readings[k][:1]
        deed = any(r.lexeme.table == "events" and r.lexeme.type == "ASSAULT" for r in found)
        if deed and any(r.lexeme.object == "target" for r in found):
            return True
        if deed and scene.forms[at - 1] == "علي":
            return True
        if scene.is_finite(k):
            return False
    return False
