"""Floors: the figures that were reached once and are not given up unseen.

A floor belongs to one set of gold, named by its digest: of other gold it says nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from riwaya.errors import ConfigError
from riwaya.evals.corpus import LonelyGold, iter_gold_pages
from riwaya.evals.tally import COUNTS, Figures

SCHEMA = "riwaya.floors/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """One set of gold with its floors. Folders are relative to the repository."""

    gold: str
    texts: str
    required: bool
    """It is part of the repository, so that its absence is an error and no reason to skip."""
    digest: str | None = None
    """Of annotations, pages and hints; None before floors were set first."""
    counts: dict[str, int] = field(default_factory=dict[str, int])
    """Documents, articles and claims that the floors were measured on."""
    floors: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowering:
    """A floor that was lowered on purpose."""

    set: str
    figure: str
    before: float
    after: float
    """A figure that cannot be measured any more counts as nought."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Everything that `floors.json` says."""

    epsilon: float
    epsilon_reason: str
    sets: dict[str, GoldSet]
    lowered: tuple[Lowering, ...] = ()
    """Oldest first, never shortened."""


def load_floors(path: Path) -> Floors:
    """Give the floors of a file.

    Raises:
        ConfigError: It is not there or is no file of floors.
    """
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
        if raw["schema"] != SCHEMA:
            raise ConfigError(f"{path.name}: schema {raw['schema']!r} is not {SCHEMA!r}.")
        return Floors(
            epsilon=raw["epsilon"],
            epsilon_reason=raw["epsilon_reason"],
            sets={name: GoldSet(**one) for name, one in raw["sets"].items()},
            lowered=tuple(Lowering(**one) for one in raw["lowered"]),
        )
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise ConfigError(f"{path.name} holds no floors: {error}") from error


def save_floors(path: Path, floors: Floors) -> None:
    """Write floors so that a change of one is a change of one line."""
    raw = {
        "schema": SCHEMA,
        "epsilon": floors.epsilon,
        "epsilon_reason": floors.epsilon_reason,
        "sets": {
            name: {
                "gold": one.gold, "texts": one.texts, "required": one.required, "digest": one.digest,
                "counts": one.counts, "floors": one.floors,
            }
            for name, one in floors.sets.items()
        },
        "lowered": [
            {"set": one.set, "figure": one.figure, "before": one.before, "after": one.after, "reason": one.reason}
            for one in floors.lowered
        ],
    }  # fmt: skip
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=2) + "\n", encoding="utf8")


def gold_digest(gold_dir: Path, text_dir: Path) -> str:
    """Give the SHA-256 over every annotation, its page and its hints, in the order of their names."""
    digest = hashlib.sha256()
    for page in iter_gold_pages(gold_dir, text_dir):
        parts = [page.gold_path.name.encode(), page.gold_path.read_bytes()]
        if not isinstance(page, LonelyGold):
            parts += [page.path.read_bytes(), repr(page.hints).encode("utf8", "surrogatepass")]
        for part in parts:
            digest.update(f"{len(part)}:".encode() + part)
    return digest.hexdigest()


def floors_from(figures: Figures) -> dict[str, float]:
    """Give the figures that can be a floor: how well, not how much, and measured."""
    return {name: float(value) for name, value in figures.items() if name not in COUNTS and value is not None}


def counts_from(figures: Figures) -> dict[str, int]:
    """Give how much was measured."""
    return {name: int(figures[name] or 0) for name in COUNTS}


def falls(floors: dict[str, float], figures: Figures, epsilon: float) -> dict[str, tuple[float, float]]:
    """Give the figures under their floor as (floor, figure); one that has no value any more counts as nought."""
    short: dict[str, tuple[float, float]] = {}
    for name, floor in floors.items():
        figure = float(figures.get(name) or 0)
        if figure < floor - epsilon:
            short[name] = (floor, figure)
    return short


def raise_set(one: GoldSet, digest: str, figures: Figures, lower: Collection[str]) -> GoldSet:
    """Give the set with floors at what was measured; a floor goes down only if named in ``lower``."""
    measured = floors_from(figures)
    kept = {name: floor for name, floor in one.floors.items() if name not in lower}
    return replace(
        one,
        digest=digest,
        counts=counts_from(figures),
        floors={name: max(measured.get(name, 0.0), kept.get(name, 0.0)) for name in {**kept, **measured}},
    )
