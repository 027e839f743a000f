"""Pictures of an event as SVG, drawn here and loading nothing from elsewhere: how accounts moved, how they came, where it lies."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import escape

from riwaya.export.happening import Happening
from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.actor import Actor
from riwaya.model.place import Place

_WIDTH = 760
_ROW = 26
_LEFT = 260
_LONGEST_NAME, _LONGEST_LINK = 36, 60
"""Letters of a name beside a line of the timeline, and in a chain."""
_GAP = 26.0
"""Between two boxes of a chain."""
_MAP = 260
"""Side of a map, and how many degrees it shows."""
_SPAN = 6.0
_KM = 111.0
"""Of a degree of latitude."""
_COLOURS = ("#1b5e8c", "#b3541e", "#4f772d", "#7a3b69", "#8a6d1d", "#2f6f73", "#8c2f39", "#4b5563")


_Name = Callable[[Account], str]


def _usual(account: Account) -> str:
    return account.originator.name


def draw_timeline(one: Happening, measure: str = "killed", *, title: str = "", call: _Name = _usual) -> str:
    """Draw what each account counts of a measure on the days on which it told it; empty where no account that counts has a day.

    Args:
        one: The event.
        measure: What is counted.
        title: Of the picture; English when left out.
        call: Names whose account it is.
    """
    told_on = {id_: kept.told_on for id_, kept in one.by_id.items()}
    return draw_accounts(one.found, told_on, measure, title=title, call=call)


def draw_accounts(
    found: Reconciliation,
    told_on: Mapping[str, date | None],
    measure: str = "killed",
    *,
    title: str = "",
    call: _Name = _usual,
) -> str:
    """Draw the same of accounts without a ledger, with the day on which each claim was told, by its id."""
    points = sorted(_points(found, told_on, measure, call), key=lambda point: (point[0], point[1], point[2]))
    if not points:
        return ""
    first, last = points[0][0].toordinal(), max(point[0] for point in points).toordinal()
    names = list(dict.fromkeys(point[1] for point in points))
    height = _ROW * (len(names) + 2)
    parts = [
        _text(_x(day, first, last), 14, day.isoformat(), "middle") for day in sorted({point[0] for point in points})[:6]
    ]
    for at, name in enumerate(names):
        y = _ROW * (at + 1) + 14
        colour = _COLOURS[at % len(_COLOURS)]
        parts.append(_text(_LEFT - 12, y + 4, _cut(name, _LONGEST_NAME), "end"))
        parts.append(f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - 20}" y2="{y}" stroke="#d5dbe1"/>')
        for day in sorted({day for day, told, _ in points if told == name}):
            # Several counts of one day, of different people, stand beside each other and not on each other.
            label = ", ".join(dict.fromkeys(label for on, told, label in points if (on, told) == (day, name)))
            x = _x(day, first, last)
            is_left = x + 8 + 7.2 * len(label) < _WIDTH
            words = _text(x + 8 if is_left else x - 8, y - 5, label, "start" if is_left else "end")
            parts.append(f'<circle cx="{x:.1f}" cy="{y}" r="5" fill="{colour}"/>' + words)
    return _svg(height, title or f"{measure}: accounts by day", parts)


def draw_chains(
    one: Happening,
    *,
    title: str = "",
    call: _Name = _usual,
    relay: Callable[[Actor], str] = lambda actor: actor.name,
    is_right_to_left: bool = False,
) -> str:
    """Draw the paths by which each account came: outlet, relays, originator.

    Args:
        one: The event.
        title: Of the picture; English when left out.
        call: Names whose account it is.
        relay: Names who passed it on.
        is_right_to_left: Begin at the right, as Arabic is read.
    """
    paths = [
        [_cut(name, _LONGEST_LINK) for name in (*map(relay, path), call(account))]
        for account in one.found.accounts
        for path in account.relays or ((),)
    ]
    width = max((_chain_width(names) for names in paths), default=0.0)
    width = max(float(_WIDTH), width)
    parts = [
        part
        for at, names in enumerate(paths)
        for part in _chain(names, _ROW * at + 20, width if is_right_to_left else 0.0)
    ]
    return _svg(_ROW * len(paths) + 14, title or "how each account came", parts, width=round(width))


def _chain_width(names: Sequence[str]) -> float:
    return 10 + sum(_box(name) + _GAP for name in names)


def _box(name: str) -> float:
    return 14 + 7.2 * len(name)


def _chain(names: Sequence[str], y: float, right: float) -> Iterator[str]:
    """Draw one path from the left edge; from the right one where ``right`` is not nought."""
    x = 10.0
    for number, name in enumerate(names):
        width = _box(name)
        left = right - x - width if right else x
        fill = "#e8eef4" if number < len(names) - 1 else "#fbe9dd"
        yield f'<rect x="{left:.0f}" y="{y - 14}" width="{width:.0f}" height="20" rx="4" fill="{fill}" stroke="#c3ccd5"/>'
        yield _text(left + width / 2, y, name, "middle")
        x += width + _GAP
        if number < len(names) - 1:
            yield _text(right - x + _GAP / 2, y, "→", "middle") if right else _text(x - _GAP / 2, y, "←", "middle")


def draw_map(one: Happening, *, title: str = "", call: Callable[[Place], str] = lambda place: place.name) -> str:
    """Draw where the event lies on a grid of degrees, with its radius; empty where it has no point."""
    if one.point is None:
        return ""
    lat, lon = one.point
    middle, scale = _MAP / 2, _MAP / _SPAN
    parts: list[str] = []
    for degree in range(math.ceil(lon - _SPAN / 2), math.floor(lon + _SPAN / 2) + 1):
        x = middle + (degree - lon) * scale
        parts.append(_line(x, 0, x, _MAP) + _text(x, _MAP + 14, f"{degree}°", "middle"))
    for degree in range(math.ceil(lat - _SPAN / 2), math.floor(lat + _SPAN / 2) + 1):
        y = middle - (degree - lat) * scale
        parts.append(_line(0, y, _MAP, y) + _text(_MAP + 4, y + 4, f"{degree}°", "start"))
    radius = max(4.0, (one.event.place.radius_km or 10) / _KM * scale if one.event.place else 4.0)
    parts.append(
        f'<circle cx="{middle}" cy="{middle}" r="{radius:.1f}" fill="#b3541e" fill-opacity="0.3" stroke="#b3541e"/>'
    )
    if one.event.place is not None:
        parts.append(_text(middle, middle - radius - 18, call(one.event.place), "middle"))
    parts.append(_text(middle, middle - radius - 4, f"{lat:.2f}, {lon:.2f}", "middle"))
    return _svg(_MAP + 20, title or "where", parts, width=_MAP + 40)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#d5dbe1"/>'


def _points(
    found: Reconciliation, told_on: Mapping[str, date | None], measure: str, call: _Name
) -> Iterator[tuple[date, str, str]]:
    for account in found.accounts:
        for toll in (*account.former_tolls, *account.tolls):
            day = _told(told_on, account, toll)
            if toll.measure == measure and not toll.is_part and day is not None:
                yield day, call(account), _count(toll)


def _told(told_on: Mapping[str, date | None], account: Account, toll: Toll) -> date | None:
    days = [told_on.get(id_) for id_ in toll.claim_ids]
    return min((day for day in days if day is not None), default=account.first_told_on)


def _count(toll: Toll) -> str:
    if toll.low is None and toll.high is None:
        return "?"
    if toll.high is None:
        return f"≥{toll.low}"
    if toll.low is None:
        return f"≤{toll.high}"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"


def _x(day: date, first: int, last: int) -> float:
    room = _WIDTH - 80 - _LEFT
    return _LEFT + 20 + (room * (day.toordinal() - first) / (last - first) if last > first else room / 2)


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" direction="ltr" unicode-bidi="plaintext">{escape(words)}</text>'


def _svg(height: float, title: str, parts: Sequence[str], *, width: int = _WIDTH) -> str:
    inside = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" width="{width}" role="img" font-family="sans-serif">'
        f"<title>{escape(title)}</title>{inside}</svg>"
    )
