"""Points for and against, with the words that say what for."""

from __future__ import annotations

from dataclasses import dataclass, field

NEVER = -9.0
"""Outweighs everything that can speak for joining."""


@dataclass(slots=True)
class Reasons:
    """Adds up points and keeps what each was for, in the order of adding."""

    total: float = 0.0
    given: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])

    def add(self, what: str, points: float) -> None:
        """Add points; 0 leaves no trace."""
        if points:
            self.total += points
            self.given.append((what, points))

    def words(self) -> tuple[str, ...]:
        """Give each reason with its points: ``names it again +2.0``; the sum first."""
        return (f"joined {self.total:+.1f}", *(f"{what} {points:+.1f}" for what, points in self.given))
