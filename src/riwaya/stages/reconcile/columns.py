"""The columns of UCDP: whose deaths stand under side a, side b, civilians or unknown."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.account import Reconciliation
from riwaya.model.actor import Actor
from riwaya.model.reduction import Cell
from riwaya.stages.reconcile.parties import is_civilian, slug

COLUMNS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_STATE = ("armed-forces", "government", "security-forces", "police", "intelligence", "ministry", "state-body")


def find_two_sides(cells: Sequence[Cell], found: Reconciliation) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Give who stands on side a, and who on side b: all other parties of the event.

    Side a is the side that a state stands on, else the first by key. Who stands together is told by the sides of the
    event; a party that is only counted stands alone. Both are empty where nobody is a party, b where one side is.
    """
    groups: dict[str, dict[str, Actor]] = {
        side.id: {slug(actor): actor for actor in side.actors} for side in found.event.sides
    }
    home = {key: id_ for id_, actors in groups.items() for key in actors}
    for cell in cells:
        if cell.side is not None and not is_civilian(cell.side):
            key = slug(cell.side)
            groups.setdefault(home.get(key, key), {}).setdefault(key, cell.side)
    ranked = sorted(groups.values(), key=lambda one: (not any(map(is_state, one.values())), sorted(one)))
    first = tuple(ranked[0].values()) if ranked else ()
    return first, tuple(actor for one in ranked[1:] for actor in one.values())


def find_columns(cells: Sequence[Cell], found: Reconciliation) -> dict[int, str]:
    """Give the column of each cell, by the cell's ``id()``."""
    first = {slug(actor) for actor in find_two_sides(cells, found)[0]}
    return {id(cell): column_of(cell, first) for cell in cells}


def column_of(cell: Cell, first: set[str]) -> str:
    """Give the column of one cell, where side a is the actors of some keys."""
    if cell.side is None:
        return "deaths_unknown"
    if is_civilian(cell.side):
        return "deaths_civilians"
    return "deaths_a" if slug(cell.side) in first else "deaths_b"


def is_state(actor: Actor) -> bool:
    """Say whether an actor is a state or a body of one."""
    return actor.kind in _STATE
