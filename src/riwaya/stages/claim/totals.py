"""The total behind an inserted clause: «ارتفعت حصيلة قتلى المعارك، التي تدور في المدينة، إلى 11»."""

from __future__ import annotations

from riwaya.stages.claim.harms import is_tolled
from riwaya.stages.claim.measures import is_amounting
from riwaya.stages.claim.scene import RELATIVES, Scene

_VERB_REACH, _INSERTED_REACH = 4, 34
_LEADING = frozenset({"الي", "عن", "علي"})


def find_total_end(scene: Scene, start: int, end: int, last: int) -> int:
    """Give the token behind the total of a toll that stands behind an inserted clause; ``end`` where none does.

    Args:
        scene: The document.
        start: First token of a claim.
        end: Where its clause closes without it.
        last: End of the sentence.
    """
    tolled = _find_tolled(scene, start, end)
    if tolled is None or not _has_risen(scene, tolled):
        return end
    if any(tolled < a < end for a, _, _ in scene.quantity_ranges.near(tolled, end)):
        return end
    opened = next((k for k in range(tolled + 1, min(end + 2, last - 1)) if scene.forms[k] in "،,"), None)
    if opened is None or scene.forms[opened + 1] not in RELATIVES:
        return end
    for k in range(opened + 2, min(opened + _INSERTED_REACH, last - 1)):
        if scene.forms[k] in ".؛:":
            return end
        if scene.forms[k] in "،," and scene.forms[k + 1] in _LEADING:
            return _behind_count(scene, k + 2, last) or end
        if scene.forms[k] == "الي" and (total := _behind_count(scene, k + 1, last)) is not None:
            return total
    return end


def _find_tolled(scene: Scene, start: int, end: int) -> int | None:
    """«حصيلة قتلى المعارك»: the first word of harm of which a toll is told; None where there is none."""
    for k in range(start, end):
        readings = scene.readings[k]
        if readings and "harm" in readings[0].lexeme.tags and is_tolled(scene, k, readings[0]):
            return k
    return None


def _has_risen(scene: Scene, at: int) -> bool:
    return any(is_amounting(scene, k) for k in range(max(0, at - _VERB_REACH), at))


def _behind_count(scene: Scene, at: int, last: int) -> int | None:
    """«إلى 11 شخصا», «إلى نحو 30 قتيلا»: the token behind a number at ``at`` and its noun; None where none stands there."""
    while at < last and at in scene.hedging and at not in scene.counted:
        at += 1
    for first, behind, _ in scene.quantity_ranges.near(at, at):
        if first == at:
            noun = behind < last and scene.tokens[behind].is_word and not scene.is_finite(behind)
            return behind + noun
    return None
