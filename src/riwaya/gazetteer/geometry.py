"""Distances and points on the globe, in degrees and kilometres."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

_DIAMETER_KM = 12742.0
KM_PER_DEGREE = 111.2
"""Of latitude."""
_BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
    "northwest": 315,
}  # fmt: skip
COMPASS = (*_BEARINGS, "center")
"""The parts a country can be said to have."""


def distance_km(a: Point, b: Point) -> float:
    """Give the great-circle distance of two points in kilometres (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = a, b
    half_lat, half_lon = math.radians(lat_b - lat_a) / 2, math.radians(lon_b - lon_a) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(math.radians(lat_a)) * math.cos(math.radians(lat_b)) * (
        math.sin(half_lon) ** 2
    )
    return _DIAMETER_KM * math.asin(min(1.0, math.sqrt(chord)))


def shift(point: Point, compass: str, km: float) -> Point:
    """Give the point ``km`` away in a compass direction; "center" stays where it is."""
    if compass not in _BEARINGS:
        return point
    bearing = math.radians(_BEARINGS[compass])
    lat = point[0] + km * math.cos(bearing) / KM_PER_DEGREE
    lon = point[1] + km * math.sin(bearing) / (KM_PER_DEGREE * max(0.1, math.cos(math.radians(point[0]))))
    return round(max(-90.0, min(90.0, lat)), 4), round((lon + 180) % 360 - 180, 4)


def centre(points: Sequence[Point]) -> Point:
    """Give the mean of one or more points that lie near each other."""
    return round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4)
