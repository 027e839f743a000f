"""Rows over stretches of tokens, asked for by place, so that a long document costs no more per claim than a short one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Ranges(Generic[_T]):
    """Rows of (first token, end, what stands there), in the order in which they were given."""

    def __init__(self, rows: Iterable[tuple[int, int, _T]]) -> None:
        """Keep the rows and sort their first tokens."""
        self.rows = list(rows)
        self._starts = [first for first, _, _ in self.rows]
        self._order: list[int] = []
        """The rows by their first tokens, where they do not stand so already."""
        self._in_order = self._starts == sorted(self._starts)
        if not self._in_order:
            self._order = sorted(range(len(self.rows)), key=lambda n: self.rows[n][0])
            self._starts.sort()
        self._longest = max([end - first for first, end, _ in self.rows], default=0)

    def __iter__(self) -> Iterator[tuple[int, int, _T]]:
        """Give all rows."""
        return iter(self.rows)

    def near(self, first: int, last: int) -> Sequence[tuple[int, int, _T]]:
        """Give the rows that touch tokens ``first`` to ``last``, both included, in their order.

        Some rows that end a little before ``first`` may be among them: callers look at the tokens themselves.
        """
        low, high = bisect_left(self._starts, first - self._longest), bisect_right(self._starts, last)
        if low >= high:
            return ()
        if self._in_order:
            return self.rows[low:high]
        return [self.rows[n] for n in sorted(self._order[low:high])]
