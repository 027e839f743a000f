"""Counts of a part of a toll: «القتلى بينهم ستة جنود», «ثلاثة من أبنائه سقطوا بين الجرحى», «أربعة سائقين ما زالوا مفقودين»."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from riwaya.stages.claim.fallen import FELL
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import Scene

_AMONG_REACH, _TOLL_REACH, _LISTED_REACH = 7, 5, 7
_AMONG = frozenset({"بين", "عداد", "ضمن"})
_THEY = frozenset("هم وهم هن وهن هما وهما".split())
_ONE = frozenset({"احد", "احدي"})
_BEING = frozenset("كان كانا كانوا كانت كن بات باتا باتوا باتت اصبح اصبحا اصبحوا هم هما ليسوا".split())
_REMAINING = frozenset("زالوا يزالون زالا يزالان زلن يزلن بتن باتوا اصبحوا ظلوا بقوا كانوا".split())
_COMPRISING = frozenset(
    "هم هن هما يشمل تشمل يشملون شمل شملت يضم تضم يضمون ضم ضمت تضمن تضمنت يتضمن تتضمن يتوزعون توزعوا ضمنهم وضمنهم".split()
)
"""Words between a toll and those whom it is made up of."""
_Broken = Callable[[int, int], bool]


def lead_of_part(scene: Scene, at: int) -> int:
    """Give how many tokens at ``at`` lead to a part of those told before («بينهم», «هم» before somebody who is counted); 0 for none."""
    if size := scene.phrase("including", at):
        return size
    return int(is_list(scene, at))


def is_list(scene: Scene, at: int) -> bool:
    """«سبعة مدنيين، هم امرأتان وطفل وأربعة شبان»: say whether the pronoun at ``at`` opens a list of who they are."""
    if scene.forms[at] not in _THEY or at + 1 >= len(scene.forms):
        return False
    if at + 1 in scene.counted or scene.forms[at + 1] in _ONE:
        return True
    who = scene.mention_from.get(at + 1)
    if who is None or who.definite or who.preposition or "victim" not in who.tags or who.number == "pl":
        return False
    for k in range(who.last + 1, min(who.last + 1 + _LISTED_REACH, len(scene.forms))):
        if k in scene.mention_from and (scene.forms[k].startswith("و") or scene.forms[k - 1] == "و"):
            return True  # «هما ضابط تجنيد في البحرية وشرطي»
        if k in scene.counted:
            return scene.forms[k].startswith("و") or scene.forms[k - 1] in "،و"
        if scene.forms[k] in ".؛:" or scene.is_finite(k):
            return False
    return False


def find_toll_of(scene: Scene, harms: Iterable[Harm], first: int, last: int, is_broken: _Broken) -> Harm | None:
    """Give the toll that those counted in tokens ``first`` to ``last`` are a part of; None where they stand in none.

    Args:
        scene: The document.
        harms: The words of harm of the claim.
        first: Where the number begins, its hedges taken in.
        last: Where it ends.
        is_broken: Says whether something else is told between two tokens.
    """
    told = [h for h in harms if "harm" in h.reading.lexeme.tags]
    return (
        _told_among(scene, told, last, is_broken)
        or _still_so(scene, told, last, is_broken)
        or _made_up_of(scene, told, first, is_broken)
    )


def _told_among(scene: Scene, harms: Iterable[Harm], last: int, is_broken: _Broken) -> Harm | None:
    """«اثنان من أبنائه بين القتلى», «ثلاثة منهم في عداد المفقودين», «سقطا بين الجرحى»: of whom those counted are a part."""
    for harm in harms:
        told = harm.reading.definite and not harm.reading.conjunction
        if told and last < harm.at <= last + _AMONG_REACH and scene.forms[harm.at - 1] in _AMONG:
            end = harm.at - 1
            while end > last and (scene.forms[end - 1] in FELL or scene.forms[end - 1] in _BEING):
                end -= 1
            return None if is_broken(last, end) or counts_others(scene, last, end) else harm
    return None


def counts_others(scene: Scene, last: int, end: int) -> bool:
    """«قتل ستة وبات سبعة في عداد المفقودين»: say whether another number stands between one that ends at ``last`` and the toll at ``end``."""
    return any(last < a < end for a, _, _ in scene.quantity_ranges.near(last, end))


def _still_so(scene: Scene, harms: Iterable[Harm], last: int, is_broken: _Broken) -> Harm | None:
    """«ثلاثة سائقين ما زالوا مفقودين»: as what those counted remain."""
    for harm in harms:
        several = harm.reading.sense.number == "pl" or harm.measure == "missing"  # «في عداد المفقودين»
        if (
            several
            and not harm.reading.definite
            and last < harm.at <= last + _AMONG_REACH
            and scene.forms[harm.at - 1] in _REMAINING
        ):
            return None if is_broken(last, harm.at - 1) or counts_others(scene, last, harm.at) else harm
    return None


def _made_up_of(scene: Scene, harms: Iterable[Harm], first: int, is_broken: _Broken) -> Harm | None:
    """«القتلى بينهم ستة جنود», «عدد الضحايا يشمل 40 رجلا»: who a toll without its own number is made up of."""
    harm = next((h for h in reversed([*harms]) if h.at < first), None)
    if harm is None or harm.counted or harm.reading.sense.number != "pl" or not harm.reading.definite:
        return None
    if harm.at == first - 1 and not harm.reading.conjunction and scene.forms[harm.at - 1] not in FELL:
        return harm if scene.is_that(harm.at - 1) else None  # «إن الجرحى 26 رجلا»
    for k in range(harm.at + 1, min(first, harm.at + _TOLL_REACH)):
        size = int(scene.forms[k] in _COMPRISING) or scene.phrase("including", k)
        if size and not is_broken(harm.at + 1, k) and not is_broken(k + size, first):
            return harm
    return None
