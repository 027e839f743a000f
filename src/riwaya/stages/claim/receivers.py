"""Who gets what a happening gives: aid, captives, support; and against whom troops are moved."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.partners import find_behind, is_only_place
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_TO = frozenset({"الي"})
_TO_FIGHT, _AIM_REACH = (
    frozenset(
        "لقتال لمقاتله لمحاربه لمواجهه لمجابهه لمكافحه لملاحقه لمطارده لصد لاضعاف لطرد لتعقب لضرب لتوقيف لاعتقال لردع لدحر لتصفيه لتفكيك لاجتثاث لاستيصال".split()
    ),
    18,
)
_MEANT = frozenset({"operation", "strike", "attack", "bombard", "raid"})
_BY = frozenset("مع خلف وراء جانب بجانب".split())
_REACH, _POINTED_REACH = 9, 3


def find_recipient(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give to whom aid goes («أرسلت مساعدات إلى النازحين», «قدمت أسلحة للجيش»), at whom fingers point; None elsewhere, and for a place it goes to."""
    head = happening.head
    if head.lexeme.type != "AID" and head.lexeme.subtype not in ("accuse", "charge"):
        return None
    reach = _REACH if head.lexeme.type == "AID" or head.is_verb else _POINTED_REACH
    behind = scene.mentions_in(head.index + 1, min(end, head.index + head.size + reach))
    to = (m for m in behind if m.preposition == "ل" or scene.forms[m.first - 1] == "الي")
    carries = head.lexeme.object == "target"  # «نقلهم إلى مستشفيات»: a hospital gets nothing
    return next((m for m in to if not (is_only_place(scene, m) or (carries and "thing" in m.tags))), None)


def find_takers(scene: Scene, happening: Happening, end: int) -> list[Mention]:
    """Give to whom somebody is handed over, and who is where both are objects («سلمت الشرطة حارسا», «تسليمه إلى القضاء»); [] elsewhere."""
    head = happening.head
    if "needs-authority" not in head.tags:
        return []
    found: list[Mention] = []
    stop = min(end, head.index + _REACH)
    # «الحركة سلمت الشرطة حارسا»: behind a subject that stands before its verb both are objects
    double = head.is_verb and head.index - 1 in scene.mention_over and not scene.words_in(_TO, head.index, stop)
    for mention in scene.mentions_in(head.index + 1, stop):
        bare = not (mention.preposition or mention.conjunction)
        if mention.preposition == "ل" or scene.forms[mention.first - 1] == "الي":
            found += [mention] if "body" in mention.tags else []
        elif double and bare and mention.first == (found[-1].last if found else head.index) + 1:
            found += [mention] if found or "body" in mention.tags else []
    return found


def find_aim(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give against whom troops are moved or a blow is meant («نشر قوات لقتال المتمردين», «عملية لملاحقة المسلحين»); None where no aim is told."""
    head = happening.head
    meant = head.lexeme.subtype in _MEANT and not head.is_verb
    if head.lexeme.type != "MOBILIZE" and not meant:
        return None
    first = head.index + 1
    for k in scene.words_in(_TO_FIGHT, first, min(end, first + (_REACH if meant else _AIM_REACH))):
        mention = scene.mention_from.get(k + 1)
        if mention is not None and not mention.preposition and "thing" not in mention.tags:
            return mention
    return None


def find_stood_by(scene: Scene, trigger: Trigger, end: int) -> Mention | None:
    """Give by whom somebody stands («يقفون مع الأهالي», «نقف صفا واحدا خلف القيادة»); None where nobody is told."""
    for k in scene.words_in(_BY, trigger.index + 1, min(end, trigger.index + _REACH)):
        mention = find_behind(scene, k, end)
        if mention is not None and not mention.preposition and "thing" not in mention.tags:
            return mention
    return None
