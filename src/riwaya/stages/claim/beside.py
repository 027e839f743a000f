"""Victims told one by one: «العقيد سالم …، والنقيب زيد …», «دركي و14 حارسا»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.figure import Figure
from riwaya.model.mention import Mention
from riwaya.stages.claim.appositions import is_name_word
from riwaya.stages.claim.counts import Counts
from riwaya.stages.claim.scene import COUNTABLE, Scene
from riwaya.stages.claim.victims import single_victim

_PERSONS = frozenset({"person", "head-of-state"})
_TOLD = frozenset({"named", "name", "title", "leader", "official"})
_LIST_REACH = 8
"""Tokens between one of a list and the next: where each is from."""


def find_beside(scene: Scene, mention: Mention, found: Sequence[Figure], counts: Counts) -> Figure | None:
    """Give the figure of somebody who stands in one list with the figures found; None where they stand in none.

    Args:
        scene: The document.
        mention: Who it may be, one or two.
        found: The figures found so far.
        counts: What parts a harm from those who suffer it.

    Source: annotation guideline, «a named victim: 1, quoting the name».
    """
    behind = mention.last + 1
    if mention.preposition or (behind < len(scene.forms) and scene.is_finite(behind)):
        return None
    measure = _named_beside(scene, mention, found, counts) or _before_counted(scene, mention, found, counts)
    return single_victim(scene, mention, measure) if measure is not None else None


def _named_beside(scene: Scene, mention: Mention, found: Sequence[Figure], counts: Counts) -> str | None:
    """«مقتل العقيد سالم المرعي، والنقيب زيد البري»: what the person before suffered, to whom one more is joined by name."""
    if not _is_person(scene, mention):
        return None
    before = max((f for f in found if f.span.end <= mention.span.start), key=lambda f: f.span, default=None)
    if before is None or not before.low == before.high == 1 or before.measure == "other" or before.of is None:
        return None
    if before.of.kind not in _PERSONS:
        return None
    _, after = scene.token_range(before.span)
    if mention.conjunction == "و":
        return before.measure if _is_near(scene, after, mention.first, counts) else None
    listed = scene.forms[after : after + 1] == ("،",) and mention.first - after == 1
    return before.measure if listed and "named" in mention.tags and _goes_on(scene, mention.last + 1) else None


def _is_near(scene: Scene, after: int, first: int, counts: Counts) -> bool:
    return counts.without_asides(after, first) <= _LIST_REACH and not counts.is_broken(after, first)


def _goes_on(scene: Scene, at: int) -> bool:
    """«زيد البري، سالم المرعي، وعلي …»: a list without «و» ends with one joined to it."""
    at += scene.forms[at : at + 1] == ("،",)
    following = scene.mention_from.get(at)
    return following is not None and following.conjunction == "و" and _is_person(scene, following)


def _is_person(scene: Scene, mention: Mention) -> bool:
    behind = mention.last + 1
    titled = "title" in mention.tags and behind < len(scene.forms) and is_name_word(scene, behind)  # «والملازم قدرت …»
    named = bool(mention.tags & _TOLD) and (mention.first < mention.last or titled)
    return named and mention.actor.kind in _PERSONS and mention.number == "sg"


def _before_counted(scene: Scene, mention: Mention, found: Sequence[Figure], counts: Counts) -> str | None:
    """«القتلى هم دركي و14 حارسا»: what those suffer whose number is joined to one more right before it."""
    if mention.definite or not mention.tags & COUNTABLE or "thing" in mention.tags:
        return None
    if mention.first - 1 in scene.counted:  # «17 جنديا وأربعة مدنيين»
        return None
    lead = range(max(0, mention.first - 2), mention.first)
    if any(
        k + scene.phrase("including", k) == mention.first for k in lead
    ):  # «بينهم طبيب وستة …»: part of the toll before
        return None
    first = mention.last + 1
    first += scene.forms[first : first + 1] == ("،",)
    alone = scene.forms[first : first + 1] == ("و",)
    first += alone
    if first not in scene.counted or not (alone or scene.forms[first].startswith("و")):
        return None
    joined = next((f for f in found if scene.token_range(f.span)[0] == first), None)
    if joined is None or joined.measure == "other" or joined.low is None:
        return None
    harms = [h for h in counts.harms if h.measure == joined.measure]
    led = any(h.at < mention.first and not counts.is_broken(h.at + 1, mention.first) for h in harms)
    return joined.measure if led else None
