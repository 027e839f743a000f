"""Link strands of two documents that speak of one happening."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.place import Place
from riwaya.stages.cluster.agree import WITHIN, score_counts, score_days, score_places
from riwaya.stages.cluster.copies import COPY, score_copy
from riwaya.stages.cluster.kinds import SPEECH, score_kinds
from riwaya.stages.cluster.profile import Profile, days_about, is_meeting
from riwaya.stages.cluster.reasons import NEVER, Reasons
from riwaya.stages.cluster.strand import Strand

LINK = 4.0
"""Points that two strands need: the same town and day, and one thing more that is told alike."""
_SAID_WITHIN_DAYS = 1
_TOLD_WITHIN_DAYS = 1
"""Two papers that name no day and came out longer apart may well tell of two days."""
_KIN = 0.2
"""Resemblance from which on the words point to one wording, cut and changed."""


_SAME_NAME = 1.5
_MOST_FIGURES = 2.0
_MOST_WORDS = 1.1
"""A point, and a little more for what floating point loses."""
_SAME_WORDS = 4.0
_MOST_KIND = 1.0


def score_link(one: Profile, other: Profile, *, in_full: bool = True) -> Reasons:
    """Score whether two strands of different documents speak of one happening; the order of the two changes nothing.

    Args:
        one: A strand.
        other: One of another document.
        in_full: Whether all points are wanted of strands that cannot reach `LINK` any more, too; most pairs are such.

    Returns:
        Points with what each was for; a link needs `LINK`.

    Source:
        Guideline, "Events across documents".
    """
    reasons = Reasons()
    mine, theirs = one.strand, other.strand
    if mine.family != theirs.family:
        reasons.add("other family", NEVER)
        return reasons
    if mine.summed != theirs.summed or mine.several != theirs.several:
        reasons.add("one and several", -3.0)
    if mine.types <= SPEECH:
        _weigh_words(one, other, reasons)
        _weigh_speech(one, other, reasons)
    else:
        _weigh_deed(one, other, reasons, in_full=in_full)
    return reasons


def _weigh_words(one: Profile, other: Profile, reasons: Reasons) -> bool:
    """Weigh how much of two passages is the same; say whether they are copies."""
    copied = score_copy(one.sketch, other.sketch, _KIN)
    if copied >= _KIN:
        reasons.add(f"the same words ({copied:.0%})", _SAME_WORDS if copied >= COPY else 2.0)
    return copied >= COPY


def _weigh_speech(one: Profile, other: Profile, reasons: Reasons) -> None:
    mine, theirs = one.strand, other.strand
    if mine.types != theirs.types or ("condemn" in mine.subtypes) != ("condemn" in theirs.subtypes):
        reasons.add("another kind of act", NEVER)
        return
    reasons.add("speaker", 2.0 if mine.speakers & theirs.speakers else -2.0 if mine.speakers and theirs.speakers else 0)
    gap = _days_between(one, other)
    if gap is None or gap > _SAID_WITHIN_DAYS:
        reasons.add("another occasion", -2.0)
    else:
        reasons.add("said on the same day" if gap == 0 else "said a day apart", 1.0)
    if mine.targets and theirs.targets:
        reasons.add("addressee", 1.0 if mine.targets & theirs.targets else -1.0)
    shared = len(mine.words & theirs.words)
    reasons.add("words shared", round(min(1.5, 0.25 * shared), 2))


def _days_between(one: Profile, other: Profile) -> int | None:
    gaps = [abs((a - b).days) for a in one.strand.told_on for b in other.strand.told_on]
    return min(gaps) if gaps else None


def _weigh_deed(one: Profile, other: Profile, reasons: Reasons, *, in_full: bool) -> None:
    mine, theirs = one.strand, other.strand
    most = _most_to_come(mine, theirs)
    apart = _weigh_days(one, other, reasons)
    apart = _weigh_place(one, other, reasons) or apart
    if reasons.total + most + _MOST_KIND + (0.0 if apart else _SAME_WORDS) < LINK and not in_full:
        return
    # A copy has the day and the place of what it was copied from: the same words of others are a formula.
    copied = not apart and _weigh_words(one, other, reasons)
    if mine.family == "violence":
        kind = score_kinds(mine.kinds, theirs.kinds)
        reasons.add("kind", 1.0 if kind > 0 else 1.5 * kind)
    else:
        reasons.add("kind", 0.5 if mine.subtypes & theirs.subtypes else -1.0)
    if reasons.total + most < LINK and not in_full:
        return
    figures = score_counts(mine.counts, theirs.counts, closely=True)
    reasons.add("figures", figures)
    _weigh_people(one, other, reasons)
    if (one.crowded or other.crowded) and figures <= 0.5 and not copied:
        # Where one paper tells of several there that day, place and day alone do not say which.
        reasons.add("several there that day", -2.0)
    reasons.add("words shared", round(min(1.0, 0.1 * len(mine.words & theirs.words)), 1))


def _most_to_come(mine: Strand, theirs: Strand) -> float:
    """Give no less than what figures, people and their words can add."""
    figures = _MOST_FIGURES if mine.counts and theirs.counts else 0.0
    met = (not mine.targets.isdisjoint(theirs.targets)) + (not mine.agents.isdisjoint(theirs.agents))
    names = 0.0 if mine.names.isdisjoint(theirs.names) else _SAME_NAME
    return figures + (met or 0.5) + names + _MOST_WORDS


def _weigh_days(one: Profile, other: Profile, reasons: Reasons) -> bool:
    """Weigh the days of two strands; say whether they are others."""
    mine, theirs = days_about(one), days_about(other)
    if not mine or not theirs:
        return False
    if not (one.days and other.days):
        if not any(is_meeting(a, b) for a in mine for b in theirs):
            reasons.add("told of another time", -3.0)
            return True
        if one.days or other.days or (_days_between(one, other) or 0) <= _TOLD_WITHIN_DAYS:
            reasons.add("days on which it was told", 0.5)
        else:
            reasons.add("told days apart", -0.5)
        return False
    alone = len(mine) == len(theirs) == 1
    fit = score_days(mine[0], theirs[0]) if alone else max(score_days(a, b) for a in mine for b in theirs)
    reasons.add("days" if fit > 0 else "other days", 1.5 if fit == 1 else 1.0 if fit > 0 else 5 * fit)
    return fit < 0


def _weigh_place(one: Profile, other: Profile, reasons: Reasons) -> bool:
    """Weigh the places of two strands; say whether they are others."""
    if not one.places or not other.places:
        return False
    fit = _fit_of_places(one.places, other.places)
    if fit < 0:
        reasons.add("another place", 4 * fit)
    elif fit >= WITHIN:
        reasons.add("place" if fit == 1 else "place within place", 2.0 if fit == 1 else 0.75)
    elif fit:
        reasons.add("somewhere in the country", -1.0)
    return fit < 0


def _fit_of_places(mine: Sequence[Place], theirs: Sequence[Place]) -> float:
    """Give how the places of two strands fit: the one that each names most with any of the other, the better of the two.

    What both name in passing (the next town, the province) makes no happening one.
    """
    if len(mine) == len(theirs) == 1:
        return score_places(mine[0], theirs[0])
    pairs = [(mine[0], other) for other in theirs] + [(one, theirs[0]) for one in mine[1:]]
    return max(score_places(one, other) for one, other in pairs)


def _weigh_people(one: Profile, other: Profile, reasons: Reasons) -> None:
    mine, theirs = one.strand, other.strand
    if mine.names & theirs.names:
        reasons.add("the same name", _SAME_NAME)
    met = False
    for role, a, b in (("targets", mine.targets, theirs.targets), ("agents", mine.agents, theirs.agents)):
        shared = a & b
        if shared:
            met = True
            reasons.add(role, 1.0 if shared & (mine.ids | theirs.ids) else 0.3)
    if not met and mine.ids and theirs.ids:
        reasons.add("parties" if mine.ids & theirs.ids else "other parties", 0.5 if mine.ids & theirs.ids else -1.0)
