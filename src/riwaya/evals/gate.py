"""The gate: no change may read worse than what was reached before.

    python -m riwaya.evals.gate check  [--floors evals/floors.json] [--set NAME] [--previous FILE]
    python -m riwaya.evals.gate update [--floors evals/floors.json] [--set NAME] [--allow-regression --reason WHY]

Exit codes: 0 the figures hold (or their gold is not here), 1 they do not, else those of the error table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from riwaya.errors import ConfigError, GoldInvalid, RiwayaError
from riwaya.evals.evaluation import evaluate
from riwaya.evals.floors import (
    Floors,
    GoldSet,
    Lowering,
    counts_from,
    falls,
    gold_digest,
    load_floors,
    raise_set,
    save_floors,
)
from riwaya.evals.report import EvalReport

Measure = Callable[[Path, Path], EvalReport]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says of one set of gold."""

    name: str
    faults: tuple[str, ...]
    notes: tuple[str, ...]
    report: EvalReport | None
    """None when the gold is not here."""


def check_set(name: str, one: GoldSet, root: Path, epsilon: float, measure: Measure = evaluate) -> Verdict:
    """Measure one set and hold it against its floors.

    Args:
        name: How the file of floors calls it.
        one: The set.
        root: The repository, which its folders are relative to.
        epsilon: How far under its floor a figure may be.
        measure: What evaluates a folder of gold over a folder of pages.

    Raises:
        GoldInvalid: The annotation does not fit its pages: figures over it would mean nothing.
        ConfigError: The set is part of the repository and is not there.
    """
    gold_dir, text_dir = root / one.gold, root / one.texts
    if not gold_dir.is_dir() or not text_dir.is_dir():
        if one.required:
            raise ConfigError(f"{name}: {one.gold} or {one.texts} is not there.")
        return Verdict(name=name, faults=(), notes=(f"skipped: {one.gold} is not here",), report=None)
    report = measure(gold_dir, text_dir)
    if report.problems:
        raise GoldInvalid(f"{name}: " + "; ".join(report.problems[:5]))
    faults = [f"could not be read: {line}" for line in report.failed]
    faults += _changed_gold(one, gold_digest(gold_dir, text_dir), report)
    faults += [
        f"{figure} is {now:.4f}, its floor {floor:.4f}"
        for figure, (floor, now) in falls(one.floors, report.figures, epsilon).items()
    ]
    notes = () if one.floors else ("no floors are set yet",)
    return Verdict(name=name, faults=tuple(faults), notes=notes, report=report)


def _changed_gold(one: GoldSet, digest: str, report: EvalReport) -> list[str]:
    if one.digest is None or one.digest == digest:
        return []
    now = counts_from(report.figures)
    moved = ", ".join(
        f"{what} {one.counts.get(what)} -> {now[what]}" for what in now if now[what] != one.counts.get(what)
    )
    return [f"the gold or its pages changed ({moved or 'same counts'}): set its floors anew with `gate update`"]


def update_set(
    name: str, one: GoldSet, root: Path, epsilon: float, reason: str | None, measure: Measure = evaluate
) -> tuple[GoldSet, tuple[Lowering, ...]]:
    """Give the set with its floors raised to what is measured now.

    Args:
        name: How the file of floors calls it.
        one: The set.
        root: The repository.
        epsilon: Falls up to this keep the old floor and are no regression.
        reason: Why floors may go down; None when they may not.
        measure: What evaluates a folder of gold over a folder of pages.

    Returns:
        The set, and every floor that went down.

    Raises:
        ConfigError: A floor would go down and no reason was given.
        GoldInvalid: The annotation does not fit its pages.
    """
    verdict = check_set(name, one, root, epsilon, measure)
    if verdict.report is None:
        return one, ()
    if verdict.report.failed:
        raise ConfigError(f"{name}: no floors from pages that could not be read: {verdict.report.failed[0]}")
    short = falls(one.floors, verdict.report.figures, epsilon)
    if short and reason is None:
        lines = ", ".join(f"{figure} {floor:.4f} -> {now:.4f}" for figure, (floor, now) in short.items())
        raise ConfigError(
            f"{name}: floors would go down: {lines}.", hint="Mend the reader, or use --allow-regression --reason WHY."
        )
    digest = gold_digest(root / one.gold, root / one.texts)
    lowered = tuple(
        Lowering(set=name, figure=figure, before=floor, after=now, reason=reason or "")
        for figure, (floor, now) in short.items()
    )
    return raise_set(one, digest, verdict.report.figures, lower=short), lowered


def find_quiet_lowerings(before: Floors, now: Floors) -> list[str]:
    """Give the floors that went down, or went away, between two files without being entered under ``lowered``."""
    if now.lowered[: len(before.lowered)] != before.lowered:
        return ["entries under `lowered` were changed or removed"]
    entered = {(one.set, one.figure, one.after) for one in now.lowered[len(before.lowered) :]}
    quiet: list[str] = []
    for name, one in before.sets.items():
        floors = now.sets[name].floors if name in now.sets else {}
        for figure, floor in one.floors.items():
            value = floors.get(figure, 0.0)
            if value < floor and (name, figure, value) not in entered:
                quiet.append(f"{name}: {figure} was lowered by hand, {floor:.4f} -> {value:.4f}")
    if now.epsilon > before.epsilon:
        quiet.append(f"epsilon was raised, {before.epsilon} -> {now.epsilon}")
    return quiet


@click.group()
def main() -> None:
    """Hold the figures that the reader reached."""


_floors = click.option("--floors", "path", type=click.Path(path_type=Path), default=Path("evals/floors.json"))
_set = click.option("--set", "chosen", multiple=True, help="Only this set of gold; may be repeated.")


@main.command()
@_floors
@_set
@click.option("--previous", type=click.Path(path_type=Path), help="The file of floors before the change.")
def check(path: Path, chosen: tuple[str, ...], previous: Path | None) -> None:
    """Exit 1 when a figure is under its floor, or a floor was lowered by hand."""
    floors = load_floors(path)
    faults = find_quiet_lowerings(load_floors(previous), floors) if previous else []
    for name, one in _choose(floors, chosen).items():
        verdict = check_set(name, one, _root(path), floors.epsilon)
        for note in verdict.notes:
            click.echo(f"{name}: {note}")
        faults += [f"{name}: {fault}" for fault in verdict.faults]
        if verdict.report is not None and not verdict.faults:
            click.echo(f"{name}: {len(one.floors)} floors hold over {verdict.report.figures['claims']} claims")
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(1)


@main.command()
@_floors
@_set
@click.option("--allow-regression", is_flag=True, help="Let floors go down; --reason says why.")
@click.option("--reason", help="Why, for those who read the file later.")
def update(path: Path, chosen: tuple[str, ...], allow_regression: bool, reason: str | None) -> None:
    """Raise the floors to what is measured now."""
    if allow_regression != bool(reason):
        raise click.UsageError("--allow-regression and --reason go together")
    floors = load_floors(path)
    for name, one in _choose(floors, chosen).items():
        raised, lowered = update_set(name, one, _root(path), floors.epsilon, reason)
        floors = replace(floors, sets={**floors.sets, name: raised}, lowered=floors.lowered + lowered)
        click.echo(f"{name}: {len(raised.floors)} floors, {len(lowered)} lowered")
    save_floors(path, floors)


def _choose(floors: Floors, chosen: tuple[str, ...]) -> dict[str, GoldSet]:
    unknown = [name for name in chosen if name not in floors.sets]
    if unknown:
        raise ConfigError(f"no set of gold is called {unknown[0]!r}; there are {', '.join(floors.sets)}.")
    return {name: one for name, one in floors.sets.items() if not chosen or name in chosen}


def _root(path: Path) -> Path:
    """Give the repository: floors lie in a folder of it."""
    return path.resolve().parent.parent


if __name__ == "__main__":
    try:
        main()
    except RiwayaError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
