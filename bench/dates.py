"""Date expressions read right: ours and dateparser, on one list, side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.date_list import DateItem, load_dates
from bench.date_readers import Reading, read_with_dateparser, read_with_riwaya

READERS: dict[str, Callable[[DateItem], list[Reading]]] = {
    "riwaya": read_with_riwaya,
    "dateparser": read_with_dateparser,
}


def measure_dates() -> dict[str, Any]:
    """Give how many of the list each reader reads right, in all and by group, and what ours gets wrong."""
    items = load_dates()
    groups: dict[str, dict[str, int]] = {}
    wrong: list[str] = []
    near = dict.fromkeys(READERS, 0)
    for item in items:
        group = groups.setdefault(item.group, dict.fromkeys(["of", *READERS], 0))
        group["of"] += 1
        for name, read in READERS.items():
            readings = _over(item, read(item))
            group[name] += _is_right(item, readings)
            near[name] += _is_near(item, readings)
            if name == "riwaya" and not _is_right(item, readings):
                wrong.append(_say(item, readings))
    totals = {name: sum(group[name] for group in groups.values()) for name in READERS}
    return {
        "of": len(items),
        **totals,
        "starts_right": near,
        "groups": groups,
        "riwaya_wrong": wrong,
        "holds": totals["riwaya"] > totals["dateparser"],
    }


def _over(item: DateItem, readings: list[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading[0] < item.end and item.start < reading[1]]


def _is_right(item: DateItem, readings: list[Reading]) -> bool:
    """Both days right in one reading that touches the expression; for a trap, no reading that touches it."""
    if item.days is None:
        return not readings
    return any((first, last) == item.days for _, _, first, last in readings)


def _is_near(item: DateItem, readings: list[Reading]) -> bool:
    """The first day right, however wide the reading: kinder to readers that know only points in time."""
    if item.days is None:
        return not readings
    return any(first == item.days[0] for _, _, first, _ in readings)


def _say(item: DateItem, readings: list[Reading]) -> str:
    words = item.sentence[item.start : item.end]
    got = ", ".join(f"{first}..{last}" for _, _, first, last in readings) or "nothing"
    want = f"{item.days[0]}..{item.days[1]}" if item.days else "nothing"
    return f"{item.group} {item.published} «{words}»: wanted {want}, read {got}"
