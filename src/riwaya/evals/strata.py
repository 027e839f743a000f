"""Strata: the same figures where reading is easy and where it is hard."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.evals.gold import GoldClaim, GoldFigure
from riwaya.evals.tally import Tally, share

ORDER = (
    "claims: no source named",
    "claims: one source",
    "claims: relayed (two or more)",
    "claims: denied",
    "claims: hedged or unknown",
    "figures: exact",
    "figures: hedged",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumRow:
    """One stratum: for claims ``right`` counts right chains, for figures right figures."""

    name: str
    gold: int
    """Annotated."""
    found: int
    """In claims that were found."""
    right: int

    @property
    def recall(self) -> float | None:
        """Found of annotated."""
        return share(self.found, self.gold)

    @property
    def accuracy(self) -> float | None:
        """Right of found."""
        return share(self.right, self.found)


def strata_of_claim(claim: GoldClaim) -> tuple[str, ...]:
    """Give the strata of a claim: its depth of relay, and whether it denies or doubts."""
    depth = ORDER[min(len(claim.chain), 2)]
    denied = (ORDER[3],) if claim.polarity == "denied" else ()
    unsure = (ORDER[4],) if claim.certainty != "stated" else ()
    return (depth, *denied, *unsure)


def stratum_of_figure(figure: GoldFigure) -> str:
    """Give the stratum of a figure: one exact number, or anything vaguer."""
    return ORDER[6] if figure.hedged else ORDER[5]


def rows_of(tally: Tally) -> tuple[StratumRow, ...]:
    """Give all strata in a fixed order, empty ones too."""
    return tuple(
        StratumRow(name=name, gold=tally[name].gold, found=tally[name].read, right=tally[name].right) for name in ORDER
    )
