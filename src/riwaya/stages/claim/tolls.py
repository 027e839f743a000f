"""Tolls taken apart: who the dead were, who was found among them, and one more beside a single victim."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.figure import Figure
from riwaya.stages.claim.fallen import FELL
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.victims import plain_figure

_WHO_REACH, _AMONG_REACH, _OTHER_REACH, _RELATIVE_REACH, _BROUGHT_REACH = 5, 9, 5, 9, 12
_ARE = frozenset({"هم", "كانوا", "كان"})
_AMONG = frozenset({"بين", "ضمن", "عداد"})
_ONES = frozenset("احد احدي".split())
_BRINGING = frozenset({"ar.events.أوقع", "ar.events.خلف"})
_OTHERS = {"واخر": 1, "واخري": 1, "واخران": 2}


def find_toll_of(scene: Scene, harms: Sequence[Harm], first: int, last: int) -> Harm | None:
    """Give the toll that the number of the tokens ``first`` to ``last`` is a part of; None where it is part of none told so.

    «القتلى بينهم خمسة جنود», «الجرحى هم ستة», «اثنان من الحراس سقطا بين الجرحى».
    """
    for harm in harms:
        sense = harm.reading.sense
        if "harm" not in harm.reading.lexeme.tags or sense.number != "pl" or not harm.reading.definite:
            continue
        if harm.at < first <= harm.at + _WHO_REACH and _tells_who(scene, harm.at + 1):
            return harm
        if last < harm.at <= last + _AMONG_REACH and scene.forms[harm.at - 1] in _AMONG:
            between = range(last, harm.at)
            fell = any(scene.forms[k] in FELL or scene.forms[k][:-1] in FELL for k in between)
            if fell and not any(scene.forms[k] in "،,.؛:" for k in between):
                return harm
    return None


def _tells_who(scene: Scene, at: int) -> bool:
    return scene.phrase("including", at) > 0 or scene.forms[at] in _ARE


def find_others(scene: Scene, figure: Figure, end: int) -> Figure | None:
    """«قتل جندي وآخر من حرس الحدود»: who is joined as another to a single victim; None where nobody is."""
    if figure.low != 1 or figure.high != 1 or figure.measure == "other":
        return None
    _, after = scene.token_range(figure.span)
    for k in range(after, min(after + _OTHER_REACH, end)):
        many = _OTHERS.get(scene.forms[k])
        if many is not None and k not in scene.counted:
            return plain_figure(figure.measure, many, many, scene.tokens[k].span)
        if scene.forms[k] in "،,.؛:" or scene.is_finite(k) or scene.forms[k] in PREPOSITIONS - {"من"}:
            return None
    return None


def is_brought(scene: Scene, start: int, at: int) -> bool:
    """«أوقع القصف قتيلا», «خلف الانفجار جريحا وأضرارا»: say whether a verb of result takes the one at ``at`` for its object."""
    reading = scene.readings[at][0]
    if reading.sense.number != "sg" or not scene.forms[at].endswith("ا") or reading.preposition:
        return False
    before = range(max(start, at - _BROUGHT_REACH), at)
    return any(r.lexeme.id in _BRINGING and r.is_verb for k in before for r in scene.readings[k][:1])


def skip_relative(scene: Scene, at: int, end: int) -> int:
    """«القتلى الذين سقطوا في التفجير أحد الحراس»: give the token behind the few words that say where they fell; ``at`` for none."""
    if at + 1 >= end or scene.forms[at] not in RELATIVES or scene.forms[at + 1] not in FELL:
        return at
    for k in range(at + 2, min(at + _RELATIVE_REACH, end)):
        mention = scene.mention_from.get(k)
        if scene.forms[k] in _ONES or (mention is not None and not mention.preposition and k not in scene.set_in
                                       and scene.forms[k - 1] not in PREPOSITIONS):  # fmt: skip
            return k
    return at
