"""The columns of UCDP: whose deaths stand under side a, side b, civilians or unknown."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.account import Reconciliation
from riwaya.model.reduction import Cell
from riwaya.stages.reconcile.parties import is_civilian, slug

COLUMNS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_STATE = ("armed-forces", "government", "security-forces", "police", "intelligence", "ministry", "state-body")


def find_columns(cells: Sequence[Cell], found: Reconciliation) -> dict[int, str]:
    """Give the column of each cell, by the cell's ``id()``.

    Side a is the side that a state stands on, else the first by key; all others of the event are side b. Who stands
    together is told by the sides of the event.
    """
    sides = {slug(actor): side.id for side in found.event.sides for actor in side.actors}
    parties = {slug(cell.side): cell for cell in cells if cell.side is not None and not is_civilian(cell.side)}
    groups: dict[str, list[str]] = {}
    for key in sorted(parties):
        groups.setdefault(sides.get(key, key), []).append(key)
    by_rank = sorted(groups.values(), key=lambda keys: (not any(_is_state(parties[key]) for key in keys), keys))
    first = set(by_rank[0]) if by_rank else set[str]()
    return {id(cell): _column(cell, first) for cell in cells}


def _column(cell: Cell, first: set[str]) -> str:
    if cell.side is None:
        return "deaths_unknown"
    if is_civilian(cell.side):
        return "deaths_civilians"
    return "deaths_a" if slug(cell.side) in first else "deaths_b"


def _is_state(cell: Cell) -> bool:
    return cell.side is not None and cell.side.kind in _STATE
