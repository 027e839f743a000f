"""Whose a body is that was found: one person for one body, two for two."""

from __future__ import annotations

from dataclasses import replace

from riwaya.model.figure import Figure
from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.victims import single_victim

_BODIES = ("جثه", "جثمان")
_TWO_BODIES = ("جثتا", "جثتي", "جثماني", "جثمانا")


def is_two(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention may be of two by its form, as beside a verb in the dual («شرطيين», «ضابطي شرطة»)."""
    form = scene.forms[mention.head]
    return form.endswith("ين") or (form.endswith(("ي", "ا")) and mention.number == "du")


def body_of(scene: Scene, at: int, end: int) -> Figure | None:
    """Give the one whose body is told at ``at``, before ``end`` («عثر على جثة الناشط»); None where only a body is."""
    mention = scene.mention_from.get(at + 1)
    if mention is None or mention.preposition or mention.conjunction or mention.last >= end:
        return None
    return single_victim(scene, mention, "killed") if scene.forms[at].endswith(_BODIES) else None


def bodies_of(scene: Scene, at: int, end: int) -> list[Figure]:
    """Give whose the two bodies at ``at`` are («انتشال جثتي شابين», «جثتي امرأة وطفل»); [] where only bodies are told."""
    whose = scene.mention_from.get(at + 1)
    if whose is None or whose.preposition or whose.last >= end or not scene.forms[at].endswith(_TWO_BODIES):
        return []
    if is_two(scene, whose):
        two = single_victim(scene, replace(whose, number="du"), "killed")
        return [two] if two is not None else []
    other = scene.mention_from.get(whose.last + 1)
    if other is None or other.conjunction != "و" or "sg" != whose.number or "sg" != other.number:
        return []
    found = (single_victim(scene, one, "killed") for one in (whose, other))
    return [one for one in found if one is not None]
