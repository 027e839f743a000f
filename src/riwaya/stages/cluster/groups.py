"""Groups of things that are tied in pairs."""

from __future__ import annotations

from collections.abc import Iterable


def find_groups(count: int, ties: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Give the groups of ``0 … count - 1`` that ties hold together, each sorted, by their first; one alone is a group."""
    parents = list(range(count))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for one, other in ties:
        a, b = root(one), root(other)
        if a != b:
            parents[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for at in range(count):
        groups.setdefault(root(at), []).append(at)
    return list(groups.values())
