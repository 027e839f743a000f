"""Compass parts and borders of countries: where «the north of X» is, from where its people live.

A part is the mean of the populated places in the outer third of the country's extent (a half each way for the corners,
the middle third for the centre); extents leave out the outermost twentieth on each side, so that islands far off do not
stretch a country. Curated points override. A border lies between the squares of half a degree in which people of one
country live near such squares of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from riwaya.gazetteer.geometry import COMPASS, Point, centre, distance_km

_TRIM = 0.03
_LEAST_KM, _MOST_KM = 30, 800
_SQUARE = 0.5
_REACH = 3  # squares: so empty are the borders of deserts


def build_parts(cities: Iterable[Mapping[str, Any]], curated: Mapping[str, Mapping[str, Sequence[float]]]) -> str:
    """Give a table of country, part, latitude, longitude and radius in km, sorted, tab-separated, with a head line.

    Args:
        cities: GeoNames towns.
        curated: Country to part to (lat, lon, km).
    """
    by_country: dict[str, list[Point]] = {}
    for city in cities:
        by_country.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    lines = ["# country\tpart\tlat\tlon\tradius_km"]
    for country in sorted(by_country):
        for part in COMPASS:
            given = curated.get(country, {}).get(part)
            lat, lon, km = given or _part(sorted(by_country[country]), part)
            lines.append(f"{country}\t{part}\t{lat:.2f}\t{lon:.2f}\t{km:.0f}")
    return "\n".join(lines) + "\n"


def _part(points: list[Point], part: str) -> tuple[float, float, float]:
    south, north = _extent([p[0] for p in points])
    west, east = _extent([p[1] for p in points])
    low_lat, high_lat = _band(part, "south", "north", south, north)
    low_lon, high_lon = _band(part, "west", "east", west, east)
    inside = [p for p in points if low_lat <= p[0] <= high_lat and low_lon <= p[1] <= high_lon]
    middle = centre(inside or [((low_lat + high_lat) / 2, (low_lon + high_lon) / 2)])
    reach = sorted(distance_km(middle, p) for p in inside) or [_LEAST_KM]
    return *middle, min(_MOST_KM, max(_LEAST_KM, reach[int(len(reach) * 0.9)]))


def _extent(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(len(ordered) * _TRIM)
    return ordered[cut], ordered[-1 - cut]


def _band(part: str, low_word: str, high_word: str, low: float, high: float) -> tuple[float, float]:
    third, half = (high - low) / 3, (high - low) / 2
    corner = part not in (low_word, high_word, "center") and (low_word in part or high_word in part)
    width = half if corner else third
    if high_word in part:
        return high - width, high + 1
    if low_word in part:
        return low - 1, low + width
    if part == "center":
        return low + third, high - third
    return low - 1, high + 1


def build_borders(cities: Iterable[Mapping[str, Any]]) -> str:
    """Give a table of two countries and the middle of their border with its reach in km, sorted, tab-separated."""
    squares: dict[tuple[int, int], set[str]] = {}
    for city in cities:
        square = (int(city["latitude"] // _SQUARE), int(city["longitude"] // _SQUARE))
        squares.setdefault(square, set()).add(city["countrycode"])
    near: dict[tuple[str, str], dict[int, list[Point]]] = {}
    for square in sorted(squares):
        for other, gap in _around(square):
            for a in squares[square]:
                for b in squares.get(other, ()):
                    if a < b:
                        middle = centre([_middle(square), _middle(other)])
                        near.setdefault((a, b), {}).setdefault(gap, []).append(middle)
    lines = ["# country\tcountry\tlat\tlon\tradius_km"]
    for (a, b), by_gap in sorted(near.items()):
        points = sorted(by_gap[min(by_gap)])
        lat, lon = centre(points)
        reach = sorted(distance_km((lat, lon), p) for p in points)[int(len(points) * 0.9)]
        lines.append(f"{a}\t{b}\t{lat:.2f}\t{lon:.2f}\t{min(_MOST_KM, max(_LEAST_KM, reach)):.0f}")
    return "\n".join(lines) + "\n"


def _around(square: tuple[int, int]) -> list[tuple[tuple[int, int], int]]:
    steps = range(-_REACH, _REACH + 1)
    # Neighbouring squares count alike: a border runs through and between them.
    return [((square[0] + y, square[1] + x), max(1, abs(y), abs(x))) for y in steps for x in steps]


def _middle(square: tuple[int, int]) -> Point:
    return (square[0] + 0.5) * _SQUARE, (square[1] + 0.5) * _SQUARE
