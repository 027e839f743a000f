"""Who suffers what a noun tells, where the verb beside it says so: «الخسائر التي تكبدها المتمردون», «تواجه البلاد هجمات»; and on whom fire was opened."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.doers import find_subject
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

_RELATIVE_REACH, _FACING_REACH, _ON_REACH = 3, 7, 4
_LOSING = ("تكبد", "يتكبد", "تتكبد", "مني", "تعرض", "يتعرض", "تتعرض", "تلق", "يتلق", "تتلق")
_FACING = frozenset("تواجه يواجه واجهت واجه يواجهون واجهوا وتواجه ويواجه وواجهت وواجه".split())
_BLOWS = frozenset({"attack", "strike", "bombard", "raid", "shoot", "bombing", "violence"})
_ON_HIM = {"عليه": "ه", "عليها": "ها", "عليهم": "هم", "باتجاهه": "ه", "باتجاههم": "هم", "نحوه": "ه", "نحوهم": "هم"}
_SHOTS = frozenset({"shoot", "bombard", "strike", "attack"})
_NOBODY = frozenset({"document", "media", "weak", "area", "source"})


def find_suffering(scene: Scene, words: Arguments, happening: Happening, end: int) -> Mention | None:
    """Give who suffers a noun of losses or blows by the verb beside it; None where no verb tells so.

    Source: the resumptive pronoun of relative clauses (Ryding 2005, ch. 14).
    """
    for trigger in happening.triggers:
        if trigger.act is not None or trigger.is_verb:
            continue
        if (loser := _of_relative(scene, words, trigger, end)) is not None:
            return loser
        if trigger.lexeme.subtype in _BLOWS and (facing := _facing(scene, words, trigger)) is not None:
            return facing
    return None


def _of_relative(scene: Scene, words: Arguments, trigger: Trigger, end: int) -> Mention | None:
    """«الخسائر الفادحة التي تكبدتها الحركة»: the subject behind the verb of the relative clause."""
    first = trigger.index + trigger.size
    relative = next((k for k in range(first, min(end, first + _RELATIVE_REACH)) if scene.forms[k] in RELATIVES), None)
    if relative is None or relative + 1 >= end or not scene.forms[relative + 1].startswith(_LOSING):
        return None
    verb = relative + 1
    if not scene.forms[verb].endswith(("ه", "ها")) and scene.forms[verb + 1 : verb + 2] not in (("لها",), ("له",)):
        return None
    return next(iter(words.phrases_after(verb)), None)


def _facing(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """«تواجه البلاد هجمات», «الجيش يواجه هجمات»: the subject of facing a blow."""
    first, _ = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    for k in range(trigger.index - 1, max(first, trigger.index - _FACING_REACH) - 1, -1):
        if scene.forms[k] in ".،؛:" or scene.is_that(k):
            return None
        if scene.forms[k] in _FACING:
            return find_subject(scene, words, k, trigger.index)
    return None


def find_fired_on(scene: Scene, happening: Happening, taken: frozenset[int]) -> Mention | None:
    """Give on whom fire was opened that only a pronoun tells of («عرفت الشرطة المهاجم وأطلقت النار عليه»); None for none.

    Args:
        scene: The document.
        happening: What is told.
        taken: First tokens of those who did it.

    Source: anaphora of the nearest fitting noun (Ryding 2005, ch. 12).
    """
    for trigger in happening.triggers:
        if trigger.act is not None or trigger.lexeme.subtype not in _SHOTS:
            continue
        behind = trigger.index + trigger.size
        for k in range(behind, min(len(scene.forms), behind + _ON_REACH)):
            pronoun = _ON_HIM.get(scene.forms[k])
            if pronoun is not None:
                return _named_last(scene, trigger.index, pronoun, taken)
            if scene.forms[k] in ".،؛:":
                break
    return None


def _named_last(scene: Scene, at: int, pronoun: str, taken: frozenset[int]) -> Mention | None:
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    for mention in reversed(list(scene.mentions_in(first, at))):
        if mention.first in taken or mention.tags & _NOBODY:
            continue
        feminine = scene.forms[mention.head].endswith(("ه", "ات")) and "person" not in mention.tags
        wanted = "هم" if mention.number == "pl" and "thing" not in mention.tags else "ها" if feminine else "ه"
        if wanted == pronoun:
            return mention
    return None
