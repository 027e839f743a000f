"""Refusals: who says no, and who only does not do it."""

from __future__ import annotations

from riwaya.model.attribution import Attribution, Chain, join_chains
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_WORDS = frozenset(
    "تاكيد التاكيد تعليق التعليق التعقيب كشف الكشف الافصاح الادلاء الرد ذكر اعطاء تقديم الحديث التحدث الخوض تفسير توضيح نفي اي".split()
)
"""What somebody who answers nothing refuses: «رفض تأكيد …», «رفضت التعليق»."""
_MUTE = frozenset({"fighter", "civilian", "thing", "victim", "member", "document"})
_SPEAKING = frozenset(
    {"official", "spokesman", "leader", "group", "body", "media", "source", "country", "name", "title"}
)
_GROUPS = frozenset({"rebel-group", "militant-group", "militia", "separatist-group", "private-military", "coalition"})
_ANSWER_REACH = 3
_TOLD = (":that", ":quote", ":colon")


def without_refuser(scene: Scene, head: Trigger, chain: Chain) -> Chain:
    """Give the chain without who refuses, where they do so by deed or another tells it; any other chain as it is.

    «قال القائد إن المسلحين رفضوا الاستسلام» is the commander's; «رفض السائقون الدفع» is the paper's; «رفضت الحكومة الهدنة» and
    «رفض التعليق» are said by whom they are told of.

    Source: annotation guideline, chain: who told it.
    """
    act = head.act
    if act is None or act.act != "REJECT" or not act.links or act.first == act.cue == act.last:
        return chain
    if not _WORDS.isdisjoint(scene.forms[head.index + 1 : act.last + 1 + _ANSWER_REACH]):
        return chain
    around = scene.frames_around[head.index]
    outer = join_chains(frame.links for frame in around if frame is not act and frame.act is None)
    told = any(frame.rule.endswith(_TOLD) for frame in around if frame is not act and frame.act is None)
    mute = all(_is_mute(scene, link) for link in act.links)
    return outer if mute or (told and outer) else chain


def _is_mute(scene: Scene, link: Attribution) -> bool:
    mention = next((m for m in scene.annotation.mentions if m.span.start == link.span.start), None)
    if mention is None:
        return link.source.kind == "unknown"
    if mention.tags & _SPEAKING or mention.actor.kind in _GROUPS:
        return False
    return bool(mention.tags & _MUTE)
