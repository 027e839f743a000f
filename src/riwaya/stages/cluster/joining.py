"""How well a claim joins a strand: the claims of its document that speak of one happening, told before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from riwaya.lang.discourse import bare_noun, load_discourse
from riwaya.stages.cluster.agree import WITHIN, is_long, is_on_the_map, score_counts, score_days, score_nearest
from riwaya.stages.cluster.kinds import OUTCOME_ALONE, SPEECH, kind_of, score_kinds
from riwaya.stages.cluster.pointing import (
    BATTLE,
    is_beside,
    is_day_of,
    is_known,
    is_of_old,
    is_one_of_many,
    is_told_by_another,
    names_others,
    speaks_of,
)
from riwaya.stages.cluster.reasons import NEVER, Reasons
from riwaya.stages.cluster.strand import Strand
from riwaya.stages.cluster.traits import Traits

ONLY = 0.75
"""Enough that an outcome told a few sentences on needs no word that points back; too little to join what the text parts."""
_ENOUGH_WORDS = 3
_LONG_WORD = 4
_LARGE_KM = 15.0
_TAKEN = "seize"
_OTHER_KIND = -3.0


class Standing(NamedTuple):
    """How a strand stands among those of its family so far."""

    current: bool = False
    """It was spoken of last."""
    only: bool = False
    """It is the one that has a day or a place."""
    only_there: bool = False
    """It is the one fight told of the place that the claim names (`is_there`)."""


def score_joining(one: Traits, strand: Strand, standing: Standing) -> Reasons:
    """Score whether a claim goes on with a strand.

    Args:
        one: The claim.
        strand: Claims that stand before it in the document.
        standing: How the strand stands among the others.

    Returns:
        Points with what each was for; `NEVER` where it cannot be.

    Source:
        Guideline, "Events across documents"; the ties of a text are those of Halliday and Hasan (``packs/ar/discourse.toml``).
    """
    reasons = Reasons()
    if one.family != strand.family:
        reasons.add("other family", NEVER)
    elif one.told.claim.type in SPEECH:
        _weigh_speech(one, strand, reasons)
    else:
        _weigh_deed(one, strand, reasons, standing)
    return reasons


def _weigh_speech(one: Traits, strand: Strand, reasons: Reasons) -> None:
    """One event for each speaker, occasion and kind of act; a condemnation is no accusation."""
    if (one.told.claim.subtype == "condemn") != ("condemn" in strand.subtypes):
        reasons.add("another kind of act", NEVER)
    if one.speaker is not None and strand.speakers:
        reasons.add("speaker", 2.0 if one.speaker in strand.speakers else -3.0)
    reasons.add("near", 1.5 if strand.gap(one) <= 1 else 0.7)
    if one.targets and strand.targets:
        reasons.add("addressee", 1.0 if one.targets & strand.targets else -0.5)


def _weigh_deed(one: Traits, strand: Strand, reasons: Reasons, standing: Standing) -> None:
    current, only, only_there = standing
    if one.another and not any(member.another and member.head == one.head for member in strand.members):
        reasons.add("another one", -4.0)
    if strand.summed != one.summed:
        reasons.add("a sum over several", -4.0)
    _weigh_days(one, strand, reasons)
    there = _weigh_place(one, strand, reasons)
    if is_day_of(one, strand):
        reasons.add("a day of the battle", 2.0)
    kind = _weigh_kind(one, strand, reasons, only=only)
    again = there and kind > 0 and one.is_deed and _is_told_again(one, strand)
    if again:
        reasons.add("the same there, told again", 1.5)
    _weigh_reference(one, strand, kind, reasons, again=again)
    if not one.new_setting:
        reasons.add("no setting of its own", 1.0 if current else 0.3)
        if current and one.kinds <= OUTCOME_ALONE and not one.also:
            reasons.add("an outcome without its cause", 0.5)
        if only and not is_one_of_many(one, strand):
            reasons.add("no other told with day and place", ONLY)
    elif only_there:
        reasons.add("no other fight told there", ONLY)
    _weigh_nearness(one, strand, reasons)
    _weigh_counts(one, strand, reasons)
    _weigh_people(one, strand, reasons)
    shared = len(one.words & strand.words)
    reasons.add("words shared", round(min(0.6, 0.2 * shared), 1))
    if not (shared or one.refers or one.tolls_back or one.names & strand.names) and len(one.words) >= _ENOUGH_WORDS:
        reasons.add("no word shared", -0.3)


def _is_told_again(one: Traits, strand: Strand) -> bool:
    """Say whether a deed may be one told before of its place: not in one sentence, where deeds are told side by side.

    A place so large that several fights of one kind may be told there says nothing, and a place is taken after the fight.
    """
    small = one.place is not None and (one.place.radius_km or 0.0) <= _LARGE_KM
    return small and strand.gap(one) > 0 and (_TAKEN in one.subtypes) == (_TAKEN in strand.subtypes)


def _weigh_days(one: Traits, strand: Strand, reasons: Reasons) -> None:
    days = strand.own_days or strand.days
    if one.days is None:
        return
    if not days:
        if one.own_days and (is_of_old(one) or is_long(one.days)):
            reasons.add("of another time", -2.0)
        return
    fit = max(score_days(one.days, other) for other in days)
    if one.own_days and strand.own_days:
        reasons.add("days", 4 * fit if fit < 0 else 0.5 * fit if one.is_deed else fit)
    elif one.own_days or strand.own_days:
        reasons.add("days carried over", 0.5 if fit > 0 else 2 * fit)


def _weigh_place(one: Traits, strand: Strand, reasons: Reasons) -> bool:
    """Weigh the place of a claim; say whether both name the same themselves."""
    places = strand.own_places or strand.places
    if one.place is None or not places:
        return False
    fit = score_nearest(one.place, places)
    if not (one.own_place and strand.own_places):
        reasons.add("place carried over", 0.5 if fit >= WITHIN else min(0.0, 0.5 * fit))
    elif fit < 0:
        reasons.add("another place", 4 * fit)
    elif fit == 1:
        reasons.add("place", 1.5 if one.refers else 0.5 if one.is_deed else 1.0)
    elif fit >= WITHIN:
        reasons.add("place within place", 1.0 if one.refers else 0.0 if one.is_deed else 0.5)
    elif fit > 0 and one.is_deed:
        reasons.add("somewhere in the country", -2.0)
    elif fit == 0 and not one.refers and not any(is_on_the_map(one.place) and is_on_the_map(other) for other in places):
        reasons.add("a place by another name", -2.0)
    return fit == 1 and one.own_place and bool(strand.own_places)


def _weigh_kind(one: Traits, strand: Strand, reasons: Reasons, *, only: bool) -> int:
    if one.family != "violence":
        reasons.add("kind", 0.5 if one.told.claim.subtype in strand.subtypes else -1.0)
        return 0
    kind = score_kinds(one.kinds, strand.kinds)
    if kind < 0 and speaks_of(one, strand):
        kind = 0  # «clashes» right after «the convoy» are its ambush
    if kind < 0 and only and one.refers and not one.new_setting and kind_of(one.told.claim.subtype) in OUTCOME_ALONE:
        kind = 0  # «the clash» can be no other than the ambush where nothing else was told
    reasons.add("kind", _OTHER_KIND if kind < 0 else kind * (1.0 if one.refers else 0.5))
    if kind > 0 and one.is_deed and _TAKEN in one.subtypes - strand.subtypes:
        reasons.add("taken, not fought for", -1.5)
    if one.several != strand.several:
        reasons.add("one and several", -2.5)
    return kind


_POINTS_BACK = {0: 1.2, 1: 1.2, 2: 0.6}
"""By how many sentences lie between: «the attack» is the one told right before, or the one that has its name."""


def _weigh_reference(one: Traits, strand: Strand, kind: int, reasons: Reasons, *, again: bool) -> None:
    kinds = load_discourse().kinds
    if one.picked:
        reasons.add("one of several", -2.0)
    elif one.refers & (strand.heads | strand.nouns):
        reasons.add("names it again", 2.0)
    elif one.refers:
        reasons.add("points back", _POINTS_BACK.get(strand.gap(one), 0.0) if kind >= 0 else 0.0)
    elif one.tolls_back:
        reasons.add("its outcome", 1.2)
    elif any(kinds[noun] != "any" for noun in one.nouns & strand.nouns):
        reasons.add("same noun", 0.5)
    elif one.head in kinds and one.head not in strand.nouns and not again and not is_known(one, strand):
        reasons.add("brought in anew", -1.5)
    if one.refers and one.told.claim.subtype == "responsibility":
        reasons.add("responsibility for it", 1.0)
    if is_beside(one, strand):
        reasons.add("told beside it", -3.0 if one.is_deed else 0.0 if one.tolls_back else -1.0)
    elif one.also and not one.refers and not one.kinds <= OUTCOME_ALONE:
        reasons.add("one more", -1.0)


_FAR = -0.3
_BY_GAP = {1: 1.0, 2: 0.5}
_DEED_BY_GAP = {1: 1.25}


def _weigh_nearness(one: Traits, strand: Strand, reasons: Reasons) -> None:
    gap = strand.gap(one)
    if gap == 0:
        nested = any(span.overlaps(one.told.claim.span) for span in strand.spans)
        points = (1.25 if nested and not one.joined else 0.75) if one.is_deed else 2.0 if nested else 1.0
        reasons.add("within its words" if nested else "same sentence", points)
        if one.outcome:
            reasons.add("came of it", 1.5)
        return
    near = _DEED_BY_GAP if one.is_deed else _BY_GAP
    if gap in near:
        reasons.add("near", near[gap])
    elif one.new_setting or not one.refers & (strand.heads | strand.nouns):
        reasons.add("far", _FAR)
    if one.turns:
        reasons.add("turns to something else", -0.5 if one.refers & (strand.heads | strand.nouns) else -2.0)


def _are_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether some of two are described by a word in common («tourists», «foreign tourists»)."""
    return not _words_of(mine).isdisjoint(_words_of(theirs))


def _words_of(names: Iterable[str]) -> set[str]:
    return {bare_noun(word) for name in names for word in name.split() if len(word) >= _LONG_WORD}


_SAME_PEOPLE = 2.0


def _weigh_counts(one: Traits, strand: Strand, reasons: Reasons) -> None:
    """Numbers that differ part two attacks, unless the words point back: then one is the other's update."""
    fit = score_counts(one.counts, strand.counts, closely=one.new_setting)
    rival_voice = is_told_by_another(one, strand)
    rival = fit < 0 and rival_voice
    if fit == _SAME_PEOPLE and rival_voice and not one.new_setting:
        reasons.add("another voice counts the same people", 1.0)
    if fit < 0 and one.others and strand.gap(one) > 0 and not rival:
        reasons.add("others, counted anew", -2.0)
    if fit > 0 or not (one.refers or one.tolls_back or (rival and not one.new_setting)):
        reasons.add("figures", fit)


def _weigh_people(one: Traits, strand: Strand, reasons: Reasons) -> None:
    known = bool(one.things & strand.words)
    if known:
        reasons.add("a thing told of before", 1.5)
    elif speaks_of(one, strand):
        known = True
        reasons.add("right after a thing told of before", 2.0)
    if one.names & strand.names:
        reasons.add("the same name", 2.5)
    pairs: Iterable[tuple[str, frozenset[str], frozenset[str]]] = (
        ("targets", one.targets, strand.targets),
        ("agents", one.agents, strand.agents),
    )
    met = False
    # Another voice tells the same strike of others: of fighters and not of neighbours.
    rival = not one.new_setting and is_told_by_another(one, strand)
    # Who fights in a battle is told of one side and of the other.
    battle = BATTLE in one.kinds & strand.kinds or is_day_of(one, strand)
    for role, mine, theirs in pairs:
        if mine & theirs:
            met = True
            reasons.add(role, 0.5 if role == "agents" and one.is_deed else 1.0)
        elif (
            (mine if one.is_deed else mine - one.objects)
            and (theirs if one.is_deed else theirs - strand.objects)
            and not _are_alike(mine - one.ids, theirs - strand.ids)
            and (role == "targets" or (mine & one.ids and theirs & strand.ids))
            and not (known or battle or one.refers or one.tolls_back or rival)
        ):
            reasons.add(f"other {role}", -1.0 if one.is_deed or role == "targets" else -0.5)
    if not met and not known:
        if one.ids & (strand.ids | strand.sources) or one.sources & strand.ids:
            reasons.add("parties", 0.5)
        elif not battle and names_others(one, strand):
            reasons.add("other parties", -1.0)
    if one.sources & strand.sources and strand.gap(one) > 1:
        reasons.add("source", 0.5)
