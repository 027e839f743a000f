"""Keys by which strands that may speak of one happening meet: who shares none is never compared."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

from riwaya.gazetteer.geometry import KM_PER_DEGREE
from riwaya.model.place import Place
from riwaya.stages.cluster.copies import sketch_keys
from riwaya.stages.cluster.kinds import SPEECH
from riwaya.stages.cluster.profile import Profile, days_about

_CELL_DEGREES = 0.5
_REACH_KM = 20.0
"""Points this near lie in a cell of both: twice the slack that two wordings of a town have."""
_ROAD_KM = 60.0
"""Of a longer road only the middle is looked about."""
_MOST_DAYS = 8
"""Stretches longer than a week are looked for under their first days and their last."""
_POINTS = frozenset({"town", "district", "unknown", "facility", "locality"})
_PRINT_DAYS = 4
"""Papers print what an agency sent within this many days."""
_LEAST_TOLD = 3
"""Smaller numbers are told of every attack."""


def block_keys(one: Profile) -> tuple[str, ...]:
    """Give the keys of a strand, sorted, without repeats.

    Each key joins the kind of happening and a day with one thing more: a cell of the map, an actor and a number, two
    actors, a place by name. A speech act is found by its speaker and day, a copy by its words and about when it was told.
    """
    found = {f"{key}|{when}" for key, when in product(sketch_keys(one.sketch), _print_runs(one))}
    if one.strand.types <= SPEECH:
        found.update(_speech_keys(one))
    else:
        found.update(_deed_keys(one))
    return tuple(sorted(found))


def _speech_keys(one: Profile) -> Iterator[str]:
    for kind, day, speaker in product(sorted(one.strand.types), _told_days(one), sorted(one.strand.speakers)):
        yield f"{kind}|{day}|{speaker}"


def _print_runs(one: Profile) -> list[int]:
    """Give the stretches of days in which copies are looked for: two strands told up to three days apart share one.

    A turn of phrase that papers have used for years would otherwise tie what has nothing to do with each other, more
    and more as a ledger grows, and then, as too common a key, nothing at all.
    """
    days = [day.toordinal() for day in one.strand.told_on]
    return sorted({at // _PRINT_DAYS for day in days for at in (day, day + _PRINT_DAYS - 1)}) or [0]


def _told_days(one: Profile) -> list[int]:
    """Give the days on which the words were said, and the day after: papers come out in the morning."""
    return sorted({day.toordinal() + late for day in one.strand.told_on for late in (0, 1)})


def _deed_keys(one: Profile) -> Iterator[str]:
    strand = one.strand
    about = [*_places(one), *_people(one)]
    for day, what in product(_days(one), about):
        yield f"{strand.family}|{day}|{what}"


def _days(one: Profile) -> list[int]:
    found: set[int] = set()
    for start, end in days_about(one):
        first, last = start.toordinal(), end.toordinal()
        if last - first < _MOST_DAYS:
            found.update(range(first, last + 1))
        else:
            half = _MOST_DAYS // 2
            found.update((*range(first, first + half), *range(last - half + 1, last + 1)))
    return sorted(found)


def _places(one: Profile) -> Iterator[str]:
    for place in one.places:
        if place.precision in _POINTS and place.lat is not None and place.lon is not None:
            for cell in _cells(place.lat, place.lon, _reach(place)):
                yield f"c{cell[0]}:{cell[1]}"
        elif place.id is not None:
            yield f"p{place.id}"
        else:
            yield f"p{place.name}"


def _reach(place: Place) -> float:
    """Give how far about a point it is looked for; a road between two towns up to their ends."""
    return min(place.radius_km or 0.0, _ROAD_KM) if place.relation == "between" else _REACH_KM / 2


def _cells(lat: float, lon: float, reach_km: float) -> list[tuple[int, int]]:
    """Give the cells that hold a point or lie within reach of it: one to four, more for a road."""
    high = reach_km / KM_PER_DEGREE
    wide = high / max(0.1, math.cos(math.radians(lat)))
    return list(product(_steps(lat - high, lat + high), _steps(lon - wide, lon + wide)))


def _steps(low: float, high: float) -> range:
    return range(math.floor(low / _CELL_DEGREES), math.floor(high / _CELL_DEGREES) + 1)


def _people(one: Profile) -> Iterator[str]:
    """Give pairs of actors, and actors with numbers: one actor on one day is in too many happenings."""
    strand = one.strand
    ids = sorted(strand.ids)
    for at, actor in enumerate(ids):
        for other in ids[at + 1 :]:
            yield f"a{actor}+{other}"
        for measure, low, _, _ in strand.counts:
            if low is not None and low >= _LEAST_TOLD:
                yield f"a{actor}#{measure}:{low}"
