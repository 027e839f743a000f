"""Who sends troops, where a noun of sending stands under a word of deciding («قرر الرئيس إرسال قوات»)."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.doers import find_subject
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_SENDING = frozenset({"reinforce", "deploy", "patrol"})
_DECIDING = frozenset(
    f"ar.{verb}"
    for verb in "verbs.درس events.وافق verbs.أمر verbs.اعتزم events.اعتزم events.نوى verbs.أراد verbs.خطط verbs.قرر speech.قرر speech.أعلن speech.أكد".split()
)
_PURPOSES = frozenset("قرار قراره قرارها عزم عزمه عزمها نيه نيته نيتها اعتزام اعتزامه اعتزامها خطه خطط".split())
_REACH = 8


def find_sender(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """Give who decides that troops are sent («عزم الوزير نشر كتيبة»); None where the noun of sending stands under no such word.

    Source: PLOVER codebook, MOBILIZE: the actor is who mobilises, not who is mobilised.
    """
    if trigger.is_verb or trigger.lexeme.subtype not in _SENDING:
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    for k in range(trigger.index - 1, max(first, trigger.index - _REACH) - 1, -1):
        if scene.forms[k] in ".؛:" or scene.is_that(k):
            return None
        if scene.forms[k].removeprefix("ب") in _PURPOSES:
            behind = scene.mention_from.get(k + 1)
            return behind if behind is not None and not behind.preposition and behind.last < trigger.index else None
        if k not in scene.mention_over and any(r.is_finite and r.lexeme.id in _DECIDING for r in scene.readings[k][:2]):
            sender = find_subject(scene, words, k, trigger.index)
            return sender if sender is not None and "thing" not in sender.tags else None
    return None
