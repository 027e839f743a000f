"""How a claim points at what its document told before, or away from it: what its words and fields say of the two."""

from __future__ import annotations

from riwaya.stages.cluster.agree import score_nearest
from riwaya.stages.cluster.strand import Strand
from riwaya.stages.cluster.traits import Traits

BATTLE = "battle"
OLD_DAYS = 60
"""What ended longer ago than this is told as background."""


def is_one_of_many(one: Traits, strand: Strand) -> bool:
    """Say whether a claim may well tell of another happening than the only one with a setting: on a front there are many."""
    apart = (
        (one.is_deed and is_beside(one, strand))
        or one.turns
        or one.another
        or one.picked
        or one.several
        or strand.several
    )
    return apart or BATTLE in strand.members[0].kinds | one.kinds


def is_told_by_another(one: Traits, strand: Strand) -> bool:
    """Say whether somebody tells a claim who is none of those who told of the strand so far."""
    return one.speaker is not None and bool(strand.speakers) and one.speaker not in strand.speakers


def is_beside(one: Traits, strand: Strand) -> bool:
    """Say whether a claim stands behind a word that puts it beside what was told last («بينما»)."""
    return one.beside_at is not None and one.beside_at > strand.last


def is_day_of(one: Traits, strand: Strand) -> bool:
    """Say whether a claim tells what was done on one day of a battle of several, and names no other place.

    A party to the battle takes part in it, or tells of it.
    """
    if not one.own_days or one.days is None or one.own_place or BATTLE not in strand.kinds:
        return False
    if not (one.ids | one.sources) & strand.ids:
        return False
    start, end = one.days
    return any(
        (last - first).days > (end - start).days + 1 and first <= start and end <= last
        for first, last in strand.own_days
    )


def is_there(one: Traits, strand: Strand) -> bool:
    """Say whether a claim and a strand tell of a fight at one place that both name; days of its own part the claim."""
    if one.own_days or not one.own_place or one.place is None or BATTLE not in one.kinds & strand.kinds:
        return False
    return bool(strand.own_places) and score_nearest(one.place, strand.own_places) == 1


def is_of_old(one: Traits) -> bool:
    """Say whether a claim names days long past when it was told: background to news that names none."""
    told = one.told.told_on
    return told is not None and one.days is not None and (told - one.days[1]).days > OLD_DAYS


def speaks_of(one: Traits, strand: Strand) -> bool:
    """Say whether what was hit in a strand is named right before a claim that brings no setting of its own."""
    return bool(one.before & strand.hit) and not one.new_setting and not one.turns


def is_known(one: Traits, strand: Strand) -> bool:
    """Say whether a noun of happening without the article is no new one: its thing or its battle was told of before."""
    return bool(one.things & strand.words) or speaks_of(one, strand) or is_day_of(one, strand)


def names_others(one: Traits, strand: Strand) -> bool:
    """Say whether both name known actors in one role; a doer named for the first time is no other one."""
    return any(
        mine & one.ids and theirs & strand.ids
        for mine, theirs in ((one.agents, strand.agents), (one.targets, strand.targets))
    )
