"""Whether two figures can both be right, and why."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.account import Toll
from riwaya.model.reason import Reason
from riwaya.model.record import record
from riwaya.stages.reconcile.reasons import because, many_of, say_bounds

ABOUT_SHARE = 10
"""«About 20» may be off by a tenth, and by one at least: 18 to 22. Newspapers round to the next ten."""


@record(kw_only=False)
class Bounds:
    """How many, both inclusive; None is open."""

    low: int | None
    high: int | None
    about: bool = False

    def widened(self) -> Bounds:
        """Give the numbers that «about» may mean; any other bounds as they are."""
        if not self.about:
            return self
        return Bounds(
            None if self.low is None else max(0, self.low - max(1, self.low // ABOUT_SHARE)),
            None if self.high is None else self.high + max(1, self.high // ABOUT_SHARE),
        )

    def meets(self, other: Bounds) -> bool:
        """Say whether a number lies in both."""
        one, two = self.widened(), other.widened()
        return _reaches(one.high, two.low) and _reaches(two.high, one.low)

    def holds(self, other: Bounds) -> bool:
        """Say whether every number of the other lies in these."""
        one, two = self.widened(), other.widened()
        low = one.low is None or (two.low is not None and two.low >= one.low)
        return low and (one.high is None or (two.high is not None and two.high <= one.high))

    def common(self, other: Bounds) -> Bounds:
        """Give the numbers of both, where they meet."""
        lows = [one for one in (self.low, other.low) if one is not None]
        highs = [one for one in (self.high, other.high) if one is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if low is not None and high is not None and low > high:  # they meet only through «about»
            return self
        return Bounds(low, high, about=self.about and other.about)

    def hull(self, other: Bounds) -> Bounds:
        """Give the numbers of either and all between."""
        return Bounds(
            None if self.low is None or other.low is None else min(self.low, other.low),
            None if self.high is None or other.high is None else max(self.high, other.high),
            about=self.about or other.about,
        )

    def say(self) -> str:
        """Say them in words: ``50``, ``at least 20``, ``up to 40``, ``20 to 99``, ``about 20``."""
        return say_bounds(self.low, self.high, about=self.about)


def bounds_of(toll: Toll) -> Bounds:
    """Give the bounds of a toll."""
    return Bounds(toll.low, toll.high, toll.about)


def add_up(parts: Iterable[Bounds]) -> Bounds:
    """Give the sum; open where a part is open."""
    low, high, about = 0, 0, False
    is_open = False
    for part in parts:
        low += part.low or 0
        is_open = is_open or part.high is None
        high += part.high or 0
        about = about or part.about
    return Bounds(low, None if is_open else high, about)


def compare(one: Bounds, other: Bounds) -> tuple[str, Reason]:
    """Say how two figures of one matter stand to each other: the kind of relation, and why."""
    if one == other:
        return "same", because("same-number", one=many_of(one))
    mine, theirs = many_of(one), many_of(other)
    if not one.meets(other):
        return "number-conflict", because("no-number", one=mine, other=theirs)
    if one.holds(other) and not other.holds(one):
        return "compatible", because("within", one=theirs, other=mine)
    if other.holds(one) and not one.holds(other):
        return "compatible", because("within", one=mine, other=theirs)
    return "compatible", because("both-right", one=mine, other=theirs)


def _reaches(high: int | None, low: int | None) -> bool:
    return high is None or low is None or high >= low
