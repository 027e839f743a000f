"""Whose a position, a convoy or a thing is, who holds it, and of whom somebody is a part."""

from __future__ import annotations

from riwaya.lang.describe import adjectives, bare
from riwaya.lang.hedges import AT_LEAST
from riwaya.model.mention import Mention
from riwaya.stages.claim.partners import is_only_place
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import is_armed

_BELONGS = (
    ("تابعا",),
    ("تابعتين",),
    ("تابعين",),
    ("تابعه",),
    ("التابعه",),
    ("تابع",),
    ("التابع",),
    ("تعود",),
    ("يعود",),
    ("يتبع",),
    ("تتبع",),
)
_FOLLOWS = frozenset({"يتبع", "تتبع"})
_PARTS = frozenset(f"ar.people.{noun}" for noun in "مجموعة خلية قوة وحدة شخص فرد".split())
_OTHERS = (("اخرين",), ("اخرون",), ("اخر",), ("اخران",))
_IN_HANDS = frozenset("قبضه سيطره ايدي يد حوزه".split())
_LEADS = frozenset("في تحت ب".split())
_HANDED = frozenset("بيد بايدي بقبضه بحوزه".split())
_HOLDING = frozenset(
    "تسيطر يسيطر سيطر سيطرت تتمركز يتمركز تمركز تمركزت تتحصن يتحصن تحصن تحصنت يتواجد تتواجد ينتشر تنتشر".split()
)
_ON_IT = frozenset("عليه عليها عليهم عليهما فيه فيها فيهما به بها".split())
_USING = frozenset(
    "يستخدمه يستخدمها تستخدمه تستخدمها يتخذه يتخذها تتخذه تتخذها احتله احتلها تحتله تحتلها يحتله يحتلها".split()
)
_WAS = frozenset("كان كانت كانوا".split())
_WITH = frozenset({"لدي", "عند"})
_CARRYING = frozenset("يقودها يقوده تقودها تقوده تقل يقل اقلت تقلهم يستقلها يستقله تستقلها تستقله استقلها".split())
_HELD_REACH, _KEPT_REACH, _CARRIED_REACH, _DESCRIBED_REACH, _JOINED_REACH = 8, 5, 4, 4, 3
_POINTING = frozenset("تلك هذه هولاء هذا ذلك".split())
_OWNERS = frozenset({"name", "group", "body", "force", "fighter", "leader"})


def find_held_by(scene: Scene, last: int) -> Mention | None:
    """Give who holds or uses the position that ends with token ``last`` («موقع كان في قبضة المتمردين», «مبنى تتحصن فيه جماعة»); None where nobody is told to.

    Source: annotation guideline, field ``targets``: whom a deed against a position is done to.
    """
    told = False
    for k in range(last + 1, min(len(scene.forms) - 2, last + 1 + _HELD_REACH)):
        form = scene.forms[k]
        if form == "،" and k == last + 1 and scene.forms[k + 1] in RELATIVES:
            continue  # «مباني المجمع، التي تسيطر عليها الميليشيات»
        if form in ".،؛:" or scene.is_that(k):
            return None
        if form in PREPOSITIONS and scene.forms[k + 1] not in _IN_HANDS:
            return None
        told = told or form in RELATIVES or form in _WAS
        if form in _CARRYING and k - last <= _CARRIED_REACH:
            carried = scene.mention_from.get(k + 1)
            return carried if carried is not None and "thing" not in carried.tags and not carried.preposition else None
        if form in _USING:
            return _armed_at(scene, k + 1)
        if form in _HOLDING and scene.forms[k + 1] in _ON_IT:
            return _armed_at(scene, k + 2)
        if form in _HANDED or (form in _IN_HANDS and scene.forms[k - 1] in _LEADS):
            return _armed_at(scene, k + 1) if told else None
        if scene.is_finite(k) and form not in _WAS:
            return None
    return None


def find_keeping(scene: Scene, at: int, end: int) -> Mention | None:
    """Give with whom those are who were taken («محتجزون لدى الحركة», «أسرى عند المتمردين»); None where nobody is told."""
    for k in scene.words_in(_WITH, at + 1, min(end, at + _KEPT_REACH)):
        mention = scene.mention_from.get(k + 1)
        return mention if mention is not None and not mention.preposition else None
    return None


def _armed_at(scene: Scene, at: int) -> Mention | None:
    mention = scene.mention_from.get(at)
    armed = mention is not None and is_armed(mention.tags, mention.actor.kind) and not mention.preposition
    return mention if armed else None


def find_holder(scene: Scene, mention: Mention) -> Mention | None:
    """Give whose the position or convoy is («مواقع وتجمعات تابعة لـ…»); None for people and where nobody is named."""
    while "thing" in mention.tags:
        if (owner := _told_owner(scene, mention.last + 1)) is not None:
            return owner
        following = scene.mention_from.get(mention.last + 1)
        if following is None:
            return _owner_of_both(scene, mention.last + 1)
        if following.preposition == "ل":
            gathered = "thing" in following.tags and following.last > following.first  # «مقر لتجمع المسلحين»
            return following if gathered or is_armed(following.tags, following.actor.kind) else None
        if not following.conjunction:
            return None
        mention = following
    return None


def _told_owner(scene: Scene, at: int) -> Mention | None:
    """«رتلا عسكريا تابعا للمتمردين», «مخزنا للذخيرة يتبع الكتيبة»: whose a thing is said to be, behind what describes it; None where nobody is told."""
    if scene.forms[at : at + 1] and scene.forms[at] in _POINTING:  # «مواقع تلك المليشيات»
        return _armed_at(scene, at + 1)
    for k in range(at, min(len(scene.forms) - 1, at + _DESCRIBED_REACH)):
        form = scene.forms[k]
        if (form,) in _BELONGS:
            owner = scene.mention_from.get(k + 1)
            led = owner is not None and (owner.preposition == "ل" or form in _FOLLOWS)
            return owner if owner is not None and led and owner.tags & _OWNERS else None
        within = scene.mention_over.get(k)
        filled = within is not None and within.preposition == "ل" and "thing" in within.tags
        if within is not None and not filled and bare(form) not in adjectives("ar"):
            return None  # but «مستودعا للأسلحة تابعا …», «رتلا عسكريا تابعا …»
        if not scene.tokens[k].is_word or form in PREPOSITIONS or form in RELATIVES or k in scene.set_in:
            return None
        if scene.is_finite(k) or scene.is_that(k):
            return None
    return None


def find_led_owner(scene: Scene, last: int) -> Mention | None:
    """«قصف تعزيزات عسكرية للمتمردين»: whose it is that ends with token ``last``, by «ل» right behind; None where nobody armed is told."""
    owner = scene.mention_from.get(last + 1)
    led = owner is not None and owner.preposition == "ل" and "thing" not in owner.tags
    return owner if owner is not None and led and is_armed(owner.tags, owner.actor.kind) else None


def find_believed_owner(scene: Scene, weapon: Mention) -> Mention | None:
    """«مروحيات يعتقد أنها تابعة للتحالف»: whose a weapon is believed to be; None where nobody is told."""
    at = weapon.last + 1 + (scene.forms[weapon.last + 1 : weapon.last + 2] == ("،",))
    size = scene.phrase("believed", at) if at < len(scene.forms) else 0
    return _told_owner(scene, at + size) if size and scene.forms[at + size : at + size + 1] in _BELONGS else None


def _owner_of_both(scene: Scene, at: int) -> Mention | None:
    """«أرتالا وتعزيزات للمتمردين», «مقرين ونقطة تجمع للتنظيم»: whose the things are that «و» joins; None where nobody armed is told."""
    if at >= len(scene.forms) or scene.forms[at][0] != "و" or scene.is_finite(at):
        return None
    for k in range(at + 1, min(len(scene.forms), at + _JOINED_REACH)):
        owner = scene.mention_from.get(k)
        if owner is not None:
            armed = owner.preposition == "ل" and is_armed(owner.tags, owner.actor.kind)
            return owner if armed and "thing" not in owner.tags else None
        if not scene.tokens[k].is_word or scene.forms[k] in PREPOSITIONS or scene.is_finite(k) or k in scene.set_in:
            return None
    return None


def find_keeper(scene: Scene, last: int) -> Mention | None:
    """Give whose a thing is that ends with token ``last`` («عتاد تابع للحركة», «عربة "كذا" تعود للحركة»); None where nobody is told."""
    at = last + 1
    while scene.forms[at : at + 1] in (("»",), ('"',)):
        at += 1
    if scene.forms[at : at + 1] not in _BELONGS:
        return None
    following = scene.mention_from.get(at + 1)
    led = following is not None and (following.preposition == "ل" or scene.forms[at] in _FOLLOWS)
    return following if following is not None and led and is_armed(following.tags, following.actor.kind) else None


def find_whole(scene: Scene, mention: Mention, *, fighters: bool = False) -> Mention:
    """Give of whom somebody is a part («عناصر من التنظيم», «19 شخصا على الأقل من الشرطة»); the mention itself where it says who it is.

    Args:
        scene: The document.
        mention: Who is told.
        fighters: Whether fighters stand for the band that they are of («قتل ستة مقاتلين من الكتيبة»); of two sides that fight they do not.
    """
    part = "member" in mention.tags or (mention.why in _PARTS and not mention.definite)
    part = part or (fighters and "fighter" in mention.tags and not mention.definite)
    of = mention.last + 1
    of += scene.forms[of : of + 1] in _OTHERS
    if scene.forms[of : of + 2] in AT_LEAST:
        of += 2
    if not part or scene.forms[of : of + 1] != ("من",):
        return mention
    whole = scene.mention_from.get(of + 1)
    return mention if whole is None or "thing" in whole.tags or is_only_place(scene, whole) else whole
