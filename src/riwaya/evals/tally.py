"""Counts behind the figures, and the figures they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Figures = dict[str, "int | float | None"]
"""Figure by name, in the order of the scorer; None where there is nothing to measure."""


@dataclass(slots=True)
class Count:
    """How many were annotated, how many read, how many right."""

    gold: int = 0
    read: int = 0
    right: int = 0


@dataclass(slots=True)
class Tally:
    """Counts by field. Overlaps are kept one by one: their sum must not depend on how documents are grouped."""

    counts: dict[str, Count] = field(default_factory=dict[str, Count])
    overlaps: list[float] = field(default_factory=list[float])

    def add(self, name: str, *, gold: int = 0, read: int = 0, right: int = 0) -> None:
        """Add to the counts of one field."""
        count = self[name]
        count.gold += gold
        count.read += read
        count.right += right

    def __getitem__(self, name: str) -> Count:
        """Give the counts of a field, all nought at first."""
        return self.counts.setdefault(name, Count())


def merge(tallies: Iterable[Tally]) -> Tally:
    """Give the sum of tallies, in their order."""
    total = Tally()
    for tally in tallies:
        for name, count in tally.counts.items():
            total.add(name, gold=count.gold, read=count.read, right=count.right)
        total.overlaps.extend(tally.overlaps)
    return total


def share(part: float, whole: float) -> float | None:
    """Give part of whole to four digits, None of nothing."""
    return round(part / whole, 4) if whole else None


def f1(count: Count) -> float | None:
    """Give the harmonic mean of precision and recall to four digits, None where there is neither gold nor reading."""
    whole = count.read + count.gold
    return round(2 * count.right / whole, 4) if whole else None


def _recall(field_name: str) -> Callable[[Tally], float | None]:
    return lambda tally: share(tally[field_name].right, tally[field_name].gold)


def _precision(field_name: str) -> Callable[[Tally], float | None]:
    return lambda tally: share(tally[field_name].right, tally[field_name].read)


def _f1(field_name: str) -> Callable[[Tally], float | None]:
    return lambda tally: f1(tally[field_name])


def _gold(field_name: str) -> Callable[[Tally], int]:
    return lambda tally: tally[field_name].gold


def _mean_overlap(tally: Tally) -> float | None:
    total = 0.0
    for overlap in tally.overlaps:  # one by one: sum() compensates rounding from Python 3.12 on
        total += overlap
    return share(total, len(tally.overlaps))


FIGURES: dict[str, Callable[[Tally], int | float | None]] = {
    "documents": _gold("documents"),
    "articles": _gold("articles"),
    "claims": _gold("claims"),
    "article_recall": _recall("articles"),
    "claim_precision": _precision("claims"),
    "claim_recall": _recall("claims"),
    "claim_f1": _f1("claims"),
    "span_iou": _mean_overlap,
    "type_accuracy": _recall("type"),
    "denial_f1": _f1("denial"),
    "doubt_f1": _f1("doubt"),
    "polarity_accuracy": _recall("polarity"),
    "certainty_accuracy": _recall("certainty"),
    "chain_accuracy": _recall("chain"),
    "sourced_chain_accuracy": _recall("sourced chain"),
    "nested_chain_accuracy": _recall("nested chain"),
    "originator_accuracy": _recall("originator"),
    "figure_f1": _f1("figures"),
    "participant_f1": _f1("people"),
    "time_accuracy": _recall("time"),
    "place_accuracy": _recall("place"),
    "fully_right": _recall("whole claims"),
}
COUNTS = ("documents", "articles", "claims")
"""Figures that say how much was measured, not how well."""


def figures_of(tally: Tally) -> Figures:
    """Give every figure of a tally."""
    return {name: figure(tally) for name, figure in FIGURES.items()}
