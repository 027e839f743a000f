"""Words of happening that only say how or when something else was done, whose a place is, or of what somebody is accused."""

from __future__ import annotations

from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import clause_around

_ADVERBIAL = frozenset({"هربا", "فرارا", "حرقا", "شنقا", "رميا", "رجما", "سحقا", "فجرا", "احتجاجا", "تنديدا", "تضامنا"})
"""«غادروا هربا من القصف», «وقع فجرا»: only how or when something else was done."""
_FOR_THEM, _BANNER_REACH = frozenset({"دعما", "تاييدا", "نصره"}), 9
_ACCUSED = frozenset("يتهم تتهم يتهمون يتهمان اتهموا".split())
_STANDING = frozenset(f"ar.verbs.{verb}" for verb in ("وقع", "زال", "ظل", "بقي", "بات", "أصبح", "صار", "كان", "خضع"))
_LIFTED_REACH, _FREED_REACH, _CHARGE_REACH = 4, 8, 5


def is_adverbial(scene: Scene, at: int) -> bool:
    """«وقع فجرا», «تظاهروا دعما للأسرى», not «قدمت دعما للجيش»."""
    if scene.forms[at] in _ADVERBIAL:
        return True
    return scene.forms[at] in _FOR_THEM and any(
        r.lexeme.type in ("PROTEST", "MOBILIZE")
        for k in range(max(0, at - _BANNER_REACH), at)
        for r in scene.readings[k][:1]
    )


def is_lifted(scene: Scene, at: int) -> bool:
    """«رفعت القوات الحصار عن البلدة», «فك الحصار»: what is lifted is over."""
    if scene.readings[at][0].lexeme.subtype not in ("siege", "sanction") or not scene.readings[at][0].definite:
        return False
    before = range(max(0, at - _LIFTED_REACH), at)
    return any(r.lexeme.subtype == "lift" for k in before for r in scene.readings[k])


def is_only_under(scene: Scene, at: int) -> bool:
    """«قصفت مناطق تحت سيطرة المتمردين»: whose a place is; «لا تزال تحت سيطرتهم», «البلدة تحت سيطرتهم» tell it."""
    if at and scene.forms[at - 1] == "من" and scene.readings[at][0].lexeme.subtype == "seize":
        before = range(max(0, at - _FREED_REACH), at - 1)  # «تحرير البلدة من سيطرة المسلحين»
        return any(r.lexeme.subtype == "seize" for k in before for r in scene.readings[k][:1])
    if not at or scene.forms[at - 1] != "تحت" or scene.readings[at][0].lexeme.subtype != "seize":
        return False
    start, _ = clause_around(scene, at)
    verbs = [k for k in range(start, at - 1) if scene.is_finite(k)]
    return bool(verbs) and not any(r.lexeme.id in _STANDING for r in scene.readings[verbs[-1]])


def is_charge(scene: Scene, at: int) -> bool:
    """«بتهمة القتل», «متهمين بالضلوع في انتهاكات»: of what somebody is accused is not told to have happened."""
    if scene.grammar["charged"].has(scene.forms[at - 1]):
        return at > 0
    if at > 1 and scene.forms[at - 1] == "ارتكاب" and scene.grammar["charged"].has(scene.forms[at - 2]):
        return True  # «بتهمة ارتكاب جرائم»
    if at > 1 and scene.forms[at - 1] == "في" and scene.forms[at - 2][0] in "لب":  # «لتورطه في تفجير»
        return scene.grammar["charged"].has(scene.forms[at - 2])
    if (
        at
        and scene.readings[at][0].preposition == "ب"
        and any(r.lexeme.type == "THREATEN" and not r.is_finite for r in scene.readings[at - 1][:1])
    ):
        return True  # «تعرضه للتهديد بقتله»
    if at and scene.forms[at - 1].lstrip("وف") in _ACCUSED and scene.readings[at][0].preposition == "ب":
        return True  # «ويتهم بقتل ثلاثة»
    if scene.readings[at][0].is_finite and scene.forms[at - 1] in RELATIVES:
        return False  # «المتهم الذي اعتقلته الشرطة»
    return any(f.removeprefix("ال").startswith("متهم") for f in scene.forms[max(0, at - _CHARGE_REACH) : at])
