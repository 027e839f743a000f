"""Do two fields agree: days, places, figures."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.gazetteer.geometry import distance_km
from riwaya.model.place import Place
from riwaya.stages.cluster.traits import Count, Days

Bounds = tuple[int | None, int | None]

_WIDE = frozenset({"country", "area", "country-part", "region"})
"""Precisions of a place that is an expanse and not a point."""
_SAME_KM = 15.0
"""Two points of one town differ by this much between gazetteers and wordings («جنوبي البلدة»)."""
_ON_THE_WAY = frozenset({"between", "toward", "from"})
"""What happened on the road between two towns, or on the way to one, may be told of either."""
_SLACK_KM = 10.0
_NEAR_KM = 25.0
"""By so much what is «near» a place reaches farther than the place."""
_DEFAULT_RADIUS_KM = 10.0
WITHIN = 0.5
"""Fit of a place in a region, or of two wordings of a road; a country holds too much to say that two things are one."""
_LONG_DAYS = 14
"""What lasts longer is a campaign; an attack inside it is another happening."""
_NEAR = 0.8
_FEW = 2
"""One man or «several» are counted in many attacks: such a number tells nothing."""


def score_days(one: Days, other: Days) -> float:
    """Say how two stretches of days fit: 1 the same length and meeting, 0.5 meeting, -0.5 a day in a campaign, -1 apart."""
    if one[0] > other[1] or other[0] > one[1]:
        return -1.0
    short, long = sorted(((one[1] - one[0]).days, (other[1] - other[0]).days))
    if long > _LONG_DAYS and short < long / 3:
        return -0.5
    return 1.0 if short == long else 0.5


def is_long(days: Days) -> bool:
    """Say whether a stretch of days is a campaign's, and no single attack's."""
    return (days[1] - days[0]).days > _LONG_DAYS


def is_on_the_map(place: Place) -> bool:
    """Say whether a place has a point; one that no gazetteer knows has a name alone."""
    return place.lat is not None and place.lon is not None


def score_places(one: Place, other: Place, *, closely: bool = False) -> float:
    """Say how two places fit: 1 the same, 0.5 one may lie in the other, 0 cannot be told, -0.5 likely apart, -1 apart.

    Args:
        one: A place.
        other: Another; where one text names both, the one that it names first.
        closely: One text names both: two names of it are two places however near they lie, unless one is a part of the other.
    """
    wide = one.precision in _WIDE or other.precision in _WIDE
    if one.id is not None and one.id == other.id:
        return 0.5 if wide and one.precision != "region" else 1.0
    if one.name == other.name:
        return 1.0
    if one.country is not None and other.country is not None and one.country != other.country:
        return -1.0
    if one.precision == other.precision == "region" and one.id is not None and other.id is not None:
        return -1.0
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    km = distance_km((one.lat, one.lon), (other.lat, other.lon))
    reach = (one.radius_km or _DEFAULT_RADIUS_KM) + (other.radius_km or _DEFAULT_RADIUS_KM)
    if km > reach + _SLACK_KM:
        return -0.5 if wide and km < 2 * reach else -1.0
    if wide:
        return 0.2 if "country" in (one.precision, other.precision) else 0.5
    if km <= _SAME_KM:
        return _score_neighbours(one, other, km) if closely else 1.0
    return 0.5 if one.relation in _ON_THE_WAY or other.relation in _ON_THE_WAY else -1.0


def _score_neighbours(one: Place, other: Place, km: float) -> float:
    """Say how two near points with two names fit: 0.5 where one may be a part of the other or lie on the way to it, -1 two."""
    if one.id is None and other.id is None:
        return -1.0  # two quarters of one city, which lent both its point
    if one.relation in _ON_THE_WAY or other.relation in _ON_THE_WAY or one.name in other.name or other.name in one.name:
        return 0.5
    if None in (one.id, other.id):
        return 0.5  # a quarter that no gazetteer knows has the point of its city
    if other.relation == "near" and one.relation != "near":
        return 0.0  # the village may be the one that lay near the town
    large, small = max(_reach(one), _reach(other)), min(_reach(one), _reach(other))
    return 0.5 if small < large and km <= large else -1.0


def _reach(place: Place) -> float:
    """Give how far a place itself reaches; what is near it reaches farther."""
    radius = place.radius_km or _DEFAULT_RADIUS_KM
    return radius - _NEAR_KM if place.relation == "near" else radius


def score_nearest(one: Place, others: Iterable[Place]) -> float:
    """Say how a place fits several of its text that belong together: as the best, yet apart from all if from a point."""
    fits = [(score_places(one, other, closely=True), other) for other in others]
    road = any(fit > 0 and other.relation in _ON_THE_WAY and other.precision not in _WIDE for fit, other in fits)
    if not road and one.precision not in _WIDE and any(fit < 0 and other.precision not in _WIDE for fit, other in fits):
        return -1.0
    return max(fit for fit, _ in fits)


def score_counts(one: Iterable[Count], other: Iterable[Count], *, closely: bool = False) -> float:
    """Say how figures fit: 2 the same people in numbers that fit, 1.5 the same number, 0.3 numbers that fit, -1 none fits.

    0 where there is nothing to compare. Numbers that say little (one, «several») are left out, and «dozens» fit without
    saying which dozens: of two numbers that fit at least one was counted, or none tells more than 0.3.

    Args:
        one: Some figures.
        other: Others.
        closely: The same people in numbers that fit tell no more than any numbers that fit, unless they are about the same:
            «more than 10» of an army fits every battle of the day.
    """
    best, worst = 0.0, 0.0
    others = [count for count in other if _tells(count)]
    for measure, low, high, of in filter(_tells, one):
        for measured, least, most, whom in others:
            if measure != measured:
                continue
            if not _fit(low, high, least, most):
                worst = -1.0
            else:
                best = max(best, _tell_alike((low, high), (least, most), of is not None and of == whom, closely))
    return best or worst


def _tell_alike(one: Bounds, other: Bounds, same_people: bool, closely: bool) -> float:
    """Say how much two numbers that fit tell."""
    counted = _is_counted(one), _is_counted(other)
    if not any(counted) or (closely and not all(counted)):
        return 0.3
    if same_people and (_is_near(one[0], other[0]) or not closely):
        return 2.0
    return 1.5 if one[0] == other[0] else 0.3


def _is_near(low: int | None, least: int | None) -> bool:
    """Say whether two numbers are about the same: the lower is four fifths of the higher."""
    return low is not None and least is not None and min(low, least) >= _NEAR * max(low, least)


def _is_counted(bounds: Bounds) -> bool:
    """Say whether somebody counted («26», «more than 25», «about 20»), and did not say «dozens»."""
    low, high = bounds
    return low is None or high is None or high < 2 * low


def _tells(count: Count) -> bool:
    _, low, high, _ = count
    return low is not None and low >= _FEW and not (low == _FEW and high is None)


def _fit(low: int | None, high: int | None, least: int | None, most: int | None) -> bool:
    return (high is None or least is None or least <= high) and (most is None or low is None or low <= most)
