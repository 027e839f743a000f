"""What a strand says as a whole: what it is compared by with strands of other documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from riwaya.model.place import Place
from riwaya.model.record import record, replace
from riwaya.stages.cluster.agree import score_places
from riwaya.stages.cluster.copies import Sketch, sketch
from riwaya.stages.cluster.strand import Strand
from riwaya.stages.cluster.traits import Days, Traits
from riwaya.stages.cluster.words import Words, read_words

WINDOW_DAYS = 3
"""A paper tells what happened up to so many days before it came out, where it names no day."""
LONGEST_DAYS = 45
"""What is said to last longer (a campaign, «since 2012») has no day to be found by."""


@record
class Profile:
    """One strand, laid out for comparing."""

    strand: Strand
    id: str
    """Id of its first claim: a strand is known by it."""
    days: tuple[Days, ...]
    """Stretches of days that its words name; empty where they name none."""
    window: Days | None
    """Days on which it can have happened, going by when it was told; None where that is unknown or its words name days."""
    places: tuple[Place, ...]
    sketch: Sketch
    crowded: bool
    """Its document tells of another happening of the family at the same place on the same days."""

    def without_members(self) -> Profile:
        """Give the profile as strands of other documents are compared with: without the claims of the strand."""
        return replace(self, strand=self.strand.without_members())


def make_profiles(strands: Sequence[Strand], words: Words | None = None) -> list[Profile]:
    """Give the profiles of the strands of one document, in their order; the words about its claims are read unless given."""
    if not strands:
        return []
    words = words or read_words([one.told for strand in strands for one in strand.members])
    return [_make(strand, strands, words) for strand in strands]


def days_about(one: Profile) -> tuple[Days, ...]:
    """Give the days of a strand, else the days on which it can have happened; empty where nothing is known."""
    return one.days or ((one.window,) if one.window is not None else ())


def is_meeting(one: Days, other: Days) -> bool:
    """Say whether two stretches share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def _make(strand: Strand, strands: Sequence[Strand], words: Words) -> Profile:
    days = _days(strand)
    return Profile(
        strand=strand,
        id=strand.members[0].told.claim.id,
        days=days,
        window=None if days else _window(strand.members),
        places=_places(strand),
        sketch=sketch(_passage(strand, words)),
        crowded=any(other is not strand and _is_rival(strand, other) for other in strands),
    )


def _days(strand: Strand) -> tuple[Days, ...]:
    stretches = strand.own_days or strand.days
    return tuple(sorted({days for days in stretches if (days[1] - days[0]).days <= LONGEST_DAYS}))


def _window(members: Sequence[Traits]) -> Days | None:
    told = sorted(one.told.told_on for one in members if one.told.told_on is not None)
    return (_back(told[0], WINDOW_DAYS), told[0]) if told else None


def _back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, day.toordinal() - 1))


def _places(strand: Strand) -> tuple[Place, ...]:
    """Give the places named most, the first named where several are: others are on the way to it."""
    named = strand.own_places or strand.places
    counts = Counter((place.id, place.name) for place in named)
    first = {(place.id, place.name): place for place in reversed(named)}
    return tuple(first[key] for key, _ in counts.most_common())


def _passage(strand: Strand, words: Words) -> list[str]:
    """Give the words of the claims in the order of the text, each stretch once."""
    passage: list[str] = []
    done = 0
    for span in sorted(strand.spans):
        if span.end > done:
            passage += words.between(max(done, span.start), span.end)
            done = span.end
    return passage


def _is_rival(one: Strand, other: Strand) -> bool:
    if one.family != other.family or one.summed or other.summed:
        return False
    days = one.own_days or one.days
    others = other.own_days or other.days
    if days and others and not any(is_meeting(a, b) for a in days for b in others):
        return False
    places, elsewhere = one.own_places or one.places, other.own_places or other.places
    return any(score_places(a, b) > 0 for a in places for b in elsewhere)
