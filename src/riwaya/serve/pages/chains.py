"""The picture of who relays whom: from the originator over its relays to the pages that printed it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT = 196, 36
_GAP, _ROW = 64, 46
_HEAD = 30
_LETTERS = 24
"""As many letters of a name fit; the whole name stands in the title."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a path."""

    key: str
    name: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """One path by which an account reached us."""

    stops: tuple[Stop, ...]
    """Originator first, the page last."""
    claims: int = 1


@dataclass(frozen=True, slots=True)
class Box:
    """A stop as it is drawn."""

    x: int
    y: int
    name: str
    shown: str
    href: str
    kind: str
    """origin, relay or page."""

    @property
    def middle(self) -> int:
        """Where its name stands."""
        return self.x + _WIDTH // 2


@dataclass(frozen=True, slots=True)
class Wire:
    """From a stop to the next."""

    d: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    columns: tuple[int, int, int]
    """Middles of the columns of originators, of relays (0 where there are none) and of pages."""
    box_width: int = _WIDTH
    box_height: int = _HEIGHT


def draw_chains(paths: Sequence[Path], *, is_rtl: bool) -> Picture:
    """Lay out paths in columns: originators, relays by their distance from them, pages.

    Args:
        paths: In the order of the accounts.
        is_rtl: Whether the originators stand on the right.

    Returns:
        The picture; stops are one box in each column they stand in.
    """
    depth = max((len(path.stops) for path in paths), default=2)
    columns: list[dict[str, Stop]] = [{} for _ in range(depth)]
    for path in paths:
        for column, stop in _placed(path, depth):
            columns[column].setdefault(stop.key, stop)
    rows = max((len(column) for column in columns), default=1)
    height = _HEAD + rows * _ROW
    width = depth * _WIDTH + (depth - 1) * _GAP
    places = {
        (number, key): (_x(number, depth, is_rtl), _HEAD + int((rows - len(column)) * _ROW / 2) + at * _ROW)
        for number, column in enumerate(columns)
        for at, key in enumerate(_by_neighbours(column, number, paths, columns, depth))
    }
    boxes = tuple(
        Box(x, y, stop.name, _shorten(stop.name), stop.href, _kind(number, depth))
        for number, column in enumerate(columns)
        for key, stop in column.items()
        for x, y in [places[number, key]]
    )
    middles = [_x(number, depth, is_rtl) + _WIDTH // 2 for number in (0, 1, depth - 1)]
    return Picture(
        width=width,
        height=height,
        boxes=boxes,
        wires=tuple(_wires(paths, places, depth, is_rtl=is_rtl)),
        columns=(middles[0], middles[1] if depth > 2 else 0, middles[2]),
    )


def _placed(path: Path, depth: int) -> Iterable[tuple[int, Stop]]:
    """Give the stops of a path with their columns: the page always stands in the last."""
    yield from enumerate(path.stops[:-1])
    yield depth - 1, path.stops[-1]


def _by_neighbours(
    column: dict[str, Stop], number: int, paths: Sequence[Path], columns: Sequence[dict[str, Stop]], depth: int
) -> list[str]:
    """Order a column by where its neighbours on the side of the originators stand, so that few wires cross."""
    if number == 0:
        return list(column)
    origins = {key: at for at, key in enumerate(columns[0])}
    marks: dict[str, list[int]] = {key: [] for key in column}
    for path in paths:
        for at, stop in _placed(path, depth):
            if at == number:
                marks[stop.key].append(origins[path.stops[0].key])
    return sorted(column, key=lambda key: (sum(marks[key]) / max(1, len(marks[key])), key))


def _wires(
    paths: Sequence[Path], places: dict[tuple[int, str], tuple[int, int]], depth: int, *, is_rtl: bool
) -> Iterable[Wire]:
    many: dict[tuple[tuple[int, str], tuple[int, str]], int] = {}
    for path in paths:
        stops = [(column, stop.key) for column, stop in _placed(path, depth)]
        for pair in itertools.pairwise(stops):
            many[pair] = many.get(pair, 0) + path.claims
    for (one, other), claims in many.items():
        (x1, y1), (x2, y2) = places[one], places[other]
        start, end = (x1, x2 + _WIDTH) if is_rtl else (x1 + _WIDTH, x2)
        top, bottom = y1 + _HEIGHT // 2, y2 + _HEIGHT // 2
        bend = (start + end) // 2
        yield Wire(f"M{start} {top}C{bend} {top} {bend} {bottom} {end} {bottom}", min(6.0, 1 + claims / 2))


def _x(number: int, depth: int, is_rtl: bool) -> int:
    at = depth - 1 - number if is_rtl else number
    return at * (_WIDTH + _GAP)


def _kind(number: int, depth: int) -> str:
    return "origin" if number == 0 else "page" if number == depth - 1 else "relay"


def _shorten(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"
