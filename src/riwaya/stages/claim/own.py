"""Deeds that a speaker tells as its own, and who opens what is told («أعلن الجيش تدمير …», «إن القوات استخدمت …»)."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.doers import find_helper
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import ARMED_KINDS, Trigger

DEATHS = frozenset("مقتل مصرع اصابه وفاه استشهاد فقدان سقوط خساره".split())
_DENIED_REACH = 7
"""«نفت البعثة الاتهامات الموجهة لها بقتل مدنيين»: words between what is denied and the deed."""
_MARKS = frozenset({'"', "«"})
_PRONOUNS = frozenset("انها انه انهم بانه بانها بانهم اننا قايله".split())
_OWN_HELPS = frozenset("نجاحها نجاحه نجاحهم تمكنها تمكنه تمكنهم".split())
"""«أعلنت عن نجاحها في نصب كمين»: the pronoun is of who speaks."""
_DEALINGS = frozenset({"AGREE", "CONCEDE", "SUPPORT", "MOBILIZE", "RETREAT", "COOPERATE"})
_UNNAMED = frozenset({"anonymous", "person", "head-of-state"})
_DYING = frozenset({"ar.verbs.توفي", "ar.verbs.مات"})


def announces_own(scene: Scene, happening: Happening, speaker: Actor) -> bool:
    """Say whether an armed body tells its own deed by a noun («أعلنت الشرطة اعتقال …»); a death («مقتل») is nobody's."""
    head = happening.head
    noun = any(r.lexeme is head.lexeme and r.sense.shape == "masdar" for r in scene.readings[head.index])  # «أسر»
    does = head.lexeme.object == "target" or head.lexeme.subtype == "seize"
    dead = head.is_verb and head.lexeme.measure == "killed"  # «قتل جندي»
    deed = noun and does and not (dead or head.reading.pronoun)
    if not deed or speaker.kind not in ARMED_KINDS or scene.forms[head.index].lstrip("بو") in DEATHS:
        return False
    frames = scene.frames_around[head.index]
    if frames and frames[-1].stance == "deny":
        return head.index - frames[-1].start <= _DENIED_REACH
    return bool(frames) and head.index - frames[-1].start <= 1 and not frames[-1].rule.endswith(("that", "quote"))


def announces_dealing(scene: Scene, head: Trigger) -> bool:
    """«أعلن الوزير استقالته», «أعربت فرنسا عن دعمها للحكومة», «أعلن الحلف هدنة»: a dealing right behind the telling is who tells it's own.

    A noun with a pronoun is theirs; one without, where it is an agreement that somebody declares.
    """
    noun = any(r.lexeme is head.lexeme and r.sense.shape in ("masdar", "noun") for r in scene.readings[head.index])
    if not noun or head.act is not None or head.lexeme.type not in _DEALINGS:
        return False
    frames = scene.frames_around[head.index]
    if not frames or frames[-1].stance == "deny" or frames[-1].rule.endswith(("that", "quote")):
        return False
    near = 0 <= head.index - frames[-1].start <= 1
    own = head.reading.pronoun in ("ه", "ها", "هم")
    return near and (own or (head.lexeme.type == "AGREE" and not head.reading.definite))


def speaks_of_own(scene: Scene, head: Trigger, speaker: Actor) -> bool:
    """Say whether the helper of a noun has the pronoun of who speaks («أعلن أنه تمكن من السيطرة»)."""
    if head.is_verb or head.act is not None or speaker.kind in _UNNAMED:
        return False
    helper = find_helper(scene, head.index)
    return helper is not None and (is_speakers(scene, helper) or scene.forms[helper] in _OWN_HELPS)


def is_speakers(scene: Scene, at: int) -> bool:
    """Say whether the verb at ``at`` stands behind a pronoun on «أن» that means who speaks («إنها قتلت»)."""
    before = scene.forms[at - 1] if at else ""
    if before in _MARKS and at > 1:  # «إنه "حيد" مسلحين»
        before = scene.forms[at - 2]
    return before in _PRONOUNS or (at > 1 and before == "قد" and scene.is_that(at - 2))


def find_opening(scene: Scene, words: Arguments, trigger: Trigger, start: int) -> Mention | None:
    """Give who opens what is told, the subject of its verb («إن القوات استخدمت …»); None where something else opens it."""
    if trigger.lexeme.type != "STATE":
        return None
    k = start if scene.is_finite(trigger.index) else trigger.index  # «أن المسلحين ناشطون»
    while k < trigger.index and not scene.tokens[k].is_word:
        k += 1
    mention = scene.mention_from.get(k)
    if mention is None or mention.preposition or words.is_led(k):
        return None
    if mention.last >= trigger.index and scene.is_finite(trigger.index):
        return None
    return mention if not mention.tags & {"document", "media"} else None


def dies(scene: Scene, at: int) -> bool:
    """Say whether the verb at ``at`` is one of dying, whose subject suffers."""
    return any(r.lexeme.id in _DYING for r in scene.readings[at])
