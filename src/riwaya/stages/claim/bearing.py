"""What bears on a conflict: words told without any happening that still say something of it."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import is_armed

_PUBLIC = frozenset({"body", "official", "leader"})
_PEOPLE = frozenset({"victim", "civilian", "fighter"})
_FALLEN_REACH = 4
_ARMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_LOOSE = frozenset({"light", "weak", "weak-armed", "background", "motion", "plan", "negated-only", "attributed-only"})
"""Tags of words of happening that say nothing of conflict by themselves."""


def bears_on_conflict(scene: Scene, start: int, end: int) -> bool:
    """Say whether the words in ``[start, end)`` hold a sign of a conflict: a party, an office, a deed, people counted, a place.

    People, days, opinions and things at large are no sign: «المشكلة كبيرة جدا» tells nothing of one.

    Source: annotation guideline, «A sentence whose only content is that somebody spoke is no claim», and background.
    """
    if any(m.actor.id or m.tags & _PUBLIC or is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, end)):
        return True
    if any(_is_deed(scene, k) for k in scene.happening_in(start, end)):
        return True
    if scene.phrases_in("conflict_words", start, end) or scene.phrases_in("refuted", start, end):
        return True
    if any(start <= first < end for first, _, _ in scene.place_ranges.near(start, end)):
        return True
    return any(
        start <= first < end and _counts_people(scene, last)
        for first, last, _ in scene.quantity_ranges.near(start, end)
    )


def _is_deed(scene: Scene, at: int) -> bool:
    """A word of happening that needs no company, a noun that says whose it is («تمركزهم», «انسحابها»), or people who fell."""
    found = [r for r in scene.readings[at] if r.lexeme.table == "events" and "light" not in r.lexeme.tags]
    if any(r.pronoun and not r.is_finite and r.lexeme.type in _ARMED for r in found):
        return True
    if found[:1] == [] and any(r.lexeme.subtype == "fall" for r in scene.readings[at][:1]):
        return any(m.tags & _PEOPLE for m in scene.mentions_in(at + 1, at + _FALLEN_REACH))
    return bool(found) and found[0] is scene.readings[at][0] and found[0].lexeme.tags.isdisjoint(_LOOSE)


def _counts_people(scene: Scene, end: int) -> bool:
    """Whoever is counted stands right behind the number, or was told before («أربعة منهم»)."""
    if scene.phrase("including", end):
        return True
    counted = scene.mention_from.get(end)
    return counted is not None and not counted.tags.isdisjoint(_PEOPLE)
