"""Running tolls that a happening brings higher («…، ما يرفع عدد القتلى إلى 40»): told beside it, and a claim of their own."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.stages.claim.harms import TOLLS
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_RAISING = frozenset(
    f"ar.verbs.{verb}" for verb in "رفع ارتفع ازداد زاد وصل بلغ أصبح تجاوز ناهز صار بات كان".split()
) | {"ar.events.رفع"}
_LOSSES = "ar.events.خسارة"
_ESTIMATES = frozenset({"تقديرات", "تقدير"})
_BY_THIS = frozenset("ما مما بما وما وهو وهي وبذلك بذلك وبهذا بهذا".split())
"""Words that tie a toll to what was told right before."""
_MEANWHILE = frozenset("فيما بينما حين في وقت الوقت".split())
_TOLL = frozenset({"ال" + word for word in ("عدد", "حصيله", "مجموع")})
_VERB_REACH, _COUNT_REACH, _LED_REACH = 7, 16, 3


def find_raised(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> int | None:
    """Give the token at which the clause of a running toll begins whose dead or hurt ``new`` names; None where it names none.

    «قتل جندي أمس، ليرتفع عدد قتلى الجيش إلى 40», «…، وهو ما يرفع خسائره إلى 15 قتيلا»: the sum of many happenings is none of one of them.

    Args:
        scene: The document.
        triggers: Those of the happening told before, in its sentence.
        new: A word of harm behind them.

    Source: annotation guideline, «A cumulative toll counts», and its events («an update of a toll»).
    """
    if new.is_verb or not _is_of_dead_or_hurt(new):
        return None
    verb = _verb_before(scene, triggers[-1].index + triggers[-1].size, new)
    if verb is None or not _comes_to_number(scene, verb, new.index):
        return None
    opening = _opening(scene, verb)
    tied = opening < verb or scene.readings[verb][0].preposition == "ل"
    counted = any(t.is_harm for t in triggers) and _is_counted(scene, triggers, opening)
    alike = {t.lexeme.measure for t in triggers if t.is_harm}
    same = new.lexeme.measure in alike or "vague" in new.tags or new.lexeme.id == _LOSSES
    return opening if same and (counted or (tied and bool(alike))) else None


def _is_of_dead_or_hurt(new: Trigger) -> bool:
    """«القتلى», «خسائرها», «المصابين»: a noun of harm, or the participle of its verb."""
    return "harm" in new.tags or (new.reading.sense.shape == "passive" and new.reading.definite)


def _verb_before(scene: Scene, first: int, new: Trigger) -> int | None:
    """«يرفع», «ليرتفع»: the verb that raises the toll, nothing of another clause between."""
    for k in range(new.index - 1, max(first, new.index - _VERB_REACH) - 1, -1):
        if scene.forms[k] in "،؛:.":
            return None
        if any(r.lexeme.id in _RAISING and r.is_finite for r in scene.readings[k][:2]):
            return k if _is_of_toll(scene, k, new) else None
    return None


def _is_of_toll(scene: Scene, verb: int, new: Trigger) -> bool:
    """«عدد القتلى», «خسائره», «الحصيلة إلى 19 قتيلا»: what the verb raises is a toll."""
    if new.lexeme.id == _LOSSES:
        return True
    between = scene.forms[verb + 1 : new.index]
    return any(form in TOLLS or form in _TOLL or form in _ESTIMATES for form in between)


def _comes_to_number(scene: Scene, verb: int, at: int) -> bool:
    """«… إلى 40», «بلغ 40», «لتصبح الحصيلة ثمانية قتلى»: the number stands behind the toll, or before its noun."""
    return any(first > verb for first, _, _ in scene.quantity_ranges.near(verb + 1, at + _COUNT_REACH))


def _opening(scene: Scene, verb: int) -> int:
    """Give the first token of the clause that the verb opens, «ما», «وهو ما», «وبذلك» taken in."""
    at = verb
    while at - 1 > 0 and verb - at < _LED_REACH and scene.forms[at - 1] in _BY_THIS | _MEANWHILE:
        at -= 1
    return at


def _is_counted(scene: Scene, triggers: Sequence[Trigger], end: int) -> bool:
    """Say whether a number is told of the happening before the toll («قتلوهم ليلا، وبلغ عدد القتلى 20» tells it first)."""
    return not scene.counted.isdisjoint(range(triggers[0].index, end))
