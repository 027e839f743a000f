"""Families of happening: types that may speak of one event, and the kinds of violence that may be one."""

from __future__ import annotations

FAMILIES = {"ASSAULT": "violence", "COERCE": "violence"}
"""Type to family; a type that is not there is a family of its own."""
SPEECH = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"})
"""Types that are an act of speaking: one event for each speaker, occasion and kind of act."""

_KINDS = {
    "outcome": "kill injure losses destroy missing displace assassinate execute fall",
    "any": "attack operation violence responsibility escalate massacre thwart intercept atrocity",
    "explosion": "bombing",
    "fire": "bombard strike",
    "gunfire": "shoot",
    "ambush": "ambush",
    "battle": "clash repel advance invade raid rebellion seize pursue enter",
    "captive": "capture",
    "hold": "siege cut close curfew restrict impose ban force coup",
    "take": "abduct discover warrant try hostage arrest disappear confiscate loot sentence expel",
    "abuse": "sexual torture violate",
}
_KIND_OF = {subtype: kind for kind, subtypes in _KINDS.items() for subtype in subtypes.split()}
_MEANS = frozenset(
    frozenset(pair)
    for pair in (
        ("ambush", "explosion"), ("ambush", "gunfire"), ("explosion", "gunfire"), ("battle", "gunfire"), ("fire", "gunfire"),
        ("captive", "ambush"), ("captive", "battle"), ("captive", "gunfire"), ("captive", "take"),
    )
)  # fmt: skip
"""Kinds of which one is often a means of the other: an ambush begins with a mine and goes on with shots."""
_OPEN = frozenset({"outcome", "any"})
_ABUSE = "abuse"
OUTCOME_ALONE = frozenset({"outcome", "captive"})
"""Kinds that say what came of a deed, and not what was done."""


def family_of(type_: str) -> str:
    """Give the family of a type of happening."""
    return FAMILIES.get(type_, type_)


def kind_of(subtype: str | None) -> str:
    """Give the kind of violence of a subtype: what came of it (outcome), anything (any), or one that is told apart."""
    return _KIND_OF.get(subtype or "", "any")


def score_kinds(one: frozenset[str], other: frozenset[str]) -> int:
    """Say how the kinds of violence of two claims fit: 1 the same, 0 where one leaves it open, -1 where they differ.

    Abuse (rape, torture) is told apart even from an attack that is called no more than that.
    """
    if _ABUSE in one or _ABUSE in other:
        return 1 if one & other else -1
    told, others = one - _OPEN, other - _OPEN
    if not told or not others:
        return 0
    if told & others:
        return 1
    return 0 if any(frozenset((a, b)) in _MEANS for a in told for b in others) else -1
