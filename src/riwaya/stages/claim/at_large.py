"""Fighting at large: «مواجهة الإرهاب», «من قتل رجلا», «هاجم تمساح صيادا» speak of violence, and tell of no conflict."""

from __future__ import annotations

from riwaya.lang.normalize import fold_letters
from riwaya.model.word import Reading
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import ARMED_KINDS, Trigger

_TAKING_PLACE = frozenset(
    f"ar.verbs.{verb}"
    for verb in (
        "اندلع", "نشب", "دار", "وقع", "جرى", "حدث", "حصل", "تجدد", "تواصل", "استمر", "اشتد", "تصاعد", "شهد", "بدأ", "انتهى",
        "توقف", "امتد", "أعقب", "تلا", "تخلل", "احتدم", "انتقل", "هدأ", "استأنف", "سبق", "عاد", "تركز",
    )
)  # fmt: skip
"""Verbs that say of a fight that it took place."""
_STARTING = frozenset(
    "بدء بدايه انطلاق اطلاق اندلاع استيناف تجدد استمرار استمرارها استمراره وقوع نشوب مواصله مواصلتها مواصلته".split()
)
"""Nouns that say so («انطلاق معركة …»)."""
_TO_COME = frozenset({"سوف", "لن"})
_WHOEVER = frozenset("من ومن فمن".split())
_OPENS = frozenset('،,.؛:"«({') | {"كل", "وكل", "فكل", "ان", "بان", "انه", "او"}
"""What stands before «من» where it means anybody who does a thing."""
_EVERY = frozenset({"كل", "وكل", "فكل", "لكل"})
_RULING_REACH, _ANYBODY_REACH = 4, 6
_LASTING = frozenset({"SUPPORT", "AID"})
_FIGHTING = frozenset({"ar.events.قاتل", "ar.events.حارب"})
_WAGING = ARMED_KINDS - {"police", "security-forces"}
_SOLDIERS = frozenset({"hostile", "army"})
_MANY = 3
"""Words of beasts on a page that is about them."""
_BEFORE, _AFTER, _NEAR = 9, 5, 4


def is_at_large(scene: Scene, happening: Happening) -> bool:
    """Say whether a noun in the singular only speaks of fighting, with no word that tells of one fight.

    One fight is told by a verb or noun that says that it was fought, by its two sides («مواجهة بين …»), by its victims, or by
    a claim or denial of it.
    """
    head = happening.head
    if head.is_verb or head.reading.sense.number != "sg" or head.reading.sense.shape not in ("noun", "masdar"):
        return False
    if any(t.is_verb or t.is_harm for t in happening.triggers):
        return False
    if any(f.stance in ("deny", "claim-responsibility") for f in scene.frames_around[head.index]):
        return False
    if is_resolved_on(scene, head.index) or "بين" in scene.forms[head.index + 1 : head.index + _NEAR]:
        return False
    if not _STARTING.isdisjoint(scene.forms[max(0, head.index - _NEAR) : head.index]):
        return False
    first, last = scene.annotation.sentences[scene.sentence_of[head.index]]
    around = (
        *range(max(first, head.index - _BEFORE), head.index),
        *range(head.index + 1, min(last, head.index + _AFTER)),
    )
    return not any(r.lexeme.id in _TAKING_PLACE for k in around for r in scene.readings[k])


def is_of_anybody(scene: Scene, at: int) -> bool:
    """Say whether what is named at ``at`` is of anybody who ever does it, or is only ruled upon, and so is told of nobody.

    «من قتل رجلا …», «كل من يحرق بيتا» speak of whoever does so; «يحرم قتل الأسرى», «نهى عن الغدر» say what is allowed.
    """
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    whoever = scene.words_in(_WHOEVER, max(first, at - _ANYBODY_REACH), at)
    if (
        whoever
        and scene.forms[whoever[-1] - 1] in _EVERY
        and any(r.is_finite for r in scene.readings[whoever[-1] + 1][:1])
    ):
        return "،" not in scene.forms[whoever[-1] : at]  # «كل من يشارك في إضراب»
    if at > first and scene.forms[at - 1] in _WHOEVER and any(_may_be_done(scene, at, r) for r in scene.readings[at]):
        opens = at - 1 == first or scene.forms[at - 2] in _OPENS
        helped = opens and at - 1 > first and scene.forms[at - 2] in "،," and not _is_verb(scene, at)
        return opens and not helped and at + 1 < last and not _is_known(scene, at + 1)
    if not scene.phrases_in("rulings", max(first, at - _RULING_REACH), at):
        return False
    return any(r.sense.shape in ("masdar", "noun") for r in scene.readings[at])


def _is_verb(scene: Scene, at: int) -> bool:
    """Not «تمكنت القوة، ومعها الحرس، من قتل …»: there «من» is a preposition."""
    return any(r.is_finite for r in scene.readings[at])


def _may_be_done(scene: Scene, at: int, reading: Reading) -> bool:
    """A verb, or a noun of action spelt like one («من قتل»), which «من» lets through as a noun only."""
    past = fold_letters(reading.lexeme.id.rpartition(".")[2])
    return reading.is_finite or (reading.sense.shape == "masdar" and scene.forms[at] == past)


def _is_known(scene: Scene, at: int) -> bool:
    """A definite word, a name or a pronoun: somebody whom the reader knows."""
    mention = scene.mention_over.get(at)
    return scene.forms[at].startswith("ال") or (mention is not None and (mention.definite or "name" in mention.tags))


def describes(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a verb only describes somebody: «الفصائل التي تدعمها الحكومة», «القوات التي تقاتل التنظيم», «خلية تعتزم …»."""
    at = trigger.index
    trained = (
        trigger.lexeme.subtype == "military"
        and trigger.lexeme.object == "target"
        and trigger.reading.sense.shape == "past"
    )
    if trained and trigger.reading.pronoun and at and not trigger.reading.conjunction and at - 1 in scene.mention_over:
        return True  # «مقاتلون دربتهم الحكومة»
    if (
        not at
        or not (trained or trigger.reading.sense.shape == "present")
        or trigger.reading.conjunction
        or scene.forms[at - 1] not in RELATIVES
    ):
        return False
    return trained or trigger.lexeme.type in _LASTING or "plan" in trigger.tags or trigger.lexeme.id in _FIGHTING


def is_of_beasts(scene: Scene) -> bool:
    """Say whether a document is about beasts, and nobody who wages a conflict is told of in it."""
    size = len(scene.tokens)
    if len(scene.phrases_in("beasts", 0, size)) < _MANY:
        return False
    return not any(m.tags & _SOLDIERS or (m.actor.id and m.actor.kind in _WAGING) for m in scene.mentions_in(0, size))


def is_resolved_on(scene: Scene, at: int) -> bool:
    """Say whether somebody is said to be set on the fight that is named at ``at`` («عازمون على التصدي للمتمردين»)."""
    said = scene.phrases_in("will", max(0, at - _NEAR), at)
    return any(scene.forms[k] not in _TO_COME for k in said)
