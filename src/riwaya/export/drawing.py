"""Pictures of an event as SVG, drawn here and loading nothing from elsewhere: how accounts moved, how they came, where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import escape

from riwaya.export.happening import Happening
from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.actor import Actor
from riwaya.model.place import Place

_WIDTH = 760
_ROW = 26
_LEFT = 230
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
        parts.append(_text(_LEFT - 12, y + 4, _short(name), "end"))
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
    one: Happening, *, title: str = "", call: _Name = _usual, relay: Callable[[Actor], str] = lambda actor: actor.name
) -> str:
    """Draw the paths by which each account came: outlet, relays, originator; ``relay`` names who passed it on."""
    rows = [(account, path) for account in one.found.accounts for path in account.relays or ((),)]
    parts: list[str] = []
    for at, (account, path) in enumerate(rows):
        y = _ROW * at + 20
        names = [*map(relay, path), call(account)]
        x = 10.0
        for number, name in enumerate(names):
            shown = _short(name)
            width = 14 + 7.2 * len(shown)
            fill = "#e8eef4" if number < len(names) - 1 else "#fbe9dd"
            parts.append(
                f'<rect x="{x:.0f}" y="{y - 14}" width="{width:.0f}" height="20" rx="4" fill="{fill}" stroke="#c3ccd5"/>'
            )
            parts.append(_text(x + width / 2, y, shown, "middle"))
            x += width + 26
            if number < len(names) - 1:
                parts.append(_text(x - 13, y, "←", "middle"))
    return _svg(_ROW * len(rows) + 14, title or "how each account came", parts)


def draw_map(one: Happening, *, title: str = "", call: Callable[[Place], str] = lambda place: place.name) -> str:
    """Draw where the event lies on a grid of degrees, with its radius; empty where it has no point."""
    if one.point is None:
        return ""
    lat, lon = one.point
    side, span = 260, 6.0
    scale = side / span
    parts: list[str] = []
    for step in range(7):
        at = step * scale
        parts.append(
            f'<line x1="{at:.0f}" y1="0" x2="{at:.0f}" y2="{side}" stroke="#d5dbe1"/><line x1="0" y1="{at:.0f}" x2="{side}" y2="{at:.0f}" stroke="#d5dbe1"/>'
        )
    radius = (one.event.place.radius_km or 10) / 111 * scale if one.event.place else 4
    parts.append(
        f'<circle cx="{side / 2}" cy="{side / 2}" r="{max(4, radius):.1f}" fill="#b3541e" fill-opacity="0.3" stroke="#b3541e"/>'
    )
    parts.append(
        _text(
            side / 2,
            side / 2 - 10,
            f"{call(one.event.place) if one.event.place else ''} {lat:.2f}, {lon:.2f}",
            "middle",
        )
    )
    return _svg(side, title or "where", parts, width=side)


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


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="12" direction="ltr" unicode-bidi="plaintext">{escape(words)}</text>'


def _svg(height: float, title: str, parts: Sequence[str], *, width: int = _WIDTH) -> str:
    inside = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" width="{width}" role="img" font-family="sans-serif">'
        f"<title>{escape(title)}</title>{inside}</svg>"
    )
