"""Run a batch from patterns to events; started again, it does what is not done yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from riwaya.batch import choose, extract, form, join, lay, meet, weigh
from riwaya.batch.engines import Engine, Task
from riwaya.batch.extract import Reading, extract_shard
from riwaya.batch.manifest import (
    RESULT,
    ROWS,
    STEPS,
    TABLES,
    Row,
    add_digests,
    open_folder,
    read_row,
    row_path,
    write_row,
)
from riwaya.batch.plan import SHARD_BYTES, Shard, plan_shards
from riwaya.batch.stage import Stage, write_stage
from riwaya.model.ids import content_id

_CLAIMS_IN_BUCKET = 25_000
"""Claims for each bucket of keys: some 300,000 keys, about 100 MB as numbers of Python."""
_BUCKETS = 4_096

Told = Callable[[str, int, int, Row | None], None]
"""Called with the step, how many of its tasks are done, how many there are, and the row of the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a batch gave."""

    folder: Path
    row: Row
    """As `manifest.json` holds it."""
    done_before: int
    """Shards that an earlier run had read."""

    @property
    def broken(self) -> int:
        """Shards that could not be read, or not to their end."""
        return int(self.row["broken"])


def run_batch(
    patterns: Sequence[str],
    folder: Path,
    engine: Engine,
    *,
    reading: Reading,
    shard_bytes: int = SHARD_BYTES,
    keep_repeats: bool = False,
    keep_steps: bool = False,
    tell: Told = lambda step, done, many, row: None,
) -> Result:
    """Read all that patterns name, and find its events.

    Args:
        patterns: Files, folders or patterns.
        folder: Where the result goes; on a cluster a place that all workers see under the same name.
        engine: Who runs the tasks.
        reading: How pages are read.
        shard_bytes: About how much goes into one shard.
        keep_repeats: Keep pages that repeat another of their outlet.
        keep_steps: Keep what the steps handed on, to look at.
        tell: Told of each task that is done.

    Returns:
        The result, which is also `manifest.json` of the folder, with a row for each shard in `rows`.

    Raises:
        BatchInputMissing: A pattern names no file.
        BatchFolderTaken: The folder holds something else.
        WorkersLost: Workers are gone; the same call goes on where this one stopped.
    """
    open_folder(folder, create=True)
    shards = plan_shards(patterns, about=reading.about, shard_bytes=shard_bytes)
    rows, before = _extract(folder, engine, shards, reading, tell)
    stage = _stage(folder, rows, reading, keep_repeats=keep_repeats)
    known = read_row(folder / RESULT)
    if known is not None and known["grouping"] == stage.key and _is_whole(folder, known):
        return Result(folder=folder, row=known, done_before=before)
    write_stage(stage)
    chosen = _choose(stage, keep_repeats=keep_repeats, tell=tell)
    _group(stage, engine, tell)
    result = _sum_up(stage, rows, chosen, reading)
    write_row(folder / RESULT, result)
    if not keep_steps:
        _clear(folder, result)
    return Result(folder=folder, row=result, done_before=before)


def _group(stage: Stage, engine: Engine, tell: Told) -> None:
    """Run the steps that make events of claims, each over all of its parts."""
    shards = range(len(stage.shards))
    _each(stage, engine, lay.STEP, lay.lay_shard, shards, tell)
    laid = [stage.row(lay.STEP, at) for at in shards]
    stage.number("strands", [int(row["strands"]) for row in laid])
    stage.number("documents", [int(row["documents"]) for row in laid])
    _each(stage, engine, meet.STEP, meet.meet_keys, range(stage.buckets), tell)
    _each(stage, engine, weigh.STEP, weigh.weigh_pairs, shards, tell)
    _each(stage, engine, join.STEP, join.join_links, range(1), tell)
    _each(stage, engine, form.STEP, form.form_events, shards, tell)


def _sum_up(stage: Stage, rows: Sequence[Row], chosen: Row, reading: Reading) -> Row:
    shards = range(len(rows))
    laid, formed = ([stage.row(step, at) for at in shards] for step in (lay.STEP, form.STEP))
    return {
        "format": "riwaya.batch/1",
        "engine": reading.engine,
        "grouping": stage.key,
        "languages": list(reading.languages),
        "shards": [row["key"] for row in rows],
        "broken": sum(row["status"] != "done" for row in rows),
        "failures": _sum(row["failures"] for row in rows),
        "seen": sum(int(row["seen"]) for row in rows),
        "bytes": sum(int(row["bytes"]) for row in rows),
        "by_language": _sum(row["languages"] for row in rows),
        "pages": chosen["pages"],
        "claims": sum(int(row["claims"]) for row in laid),
        "strands": sum(int(row["strands"]) for row in laid),
        "pairs": sum(int(stage.row(meet.STEP, at)["pairs"]) for at in range(stage.buckets)),
        "links": sum(int(stage.row(weigh.STEP, at)["links"]) for at in shards),
        "events": sum(int(row["events"]) for row in formed),
        "digests": {
            "claims": add_digests(row["digest"] for row in laid),
            "events": add_digests(row["digest"] for row in formed),
        },
        "tables": {
            "pages": [row["files"]["pages"] for row in rows],
            "failures": [row["files"]["failures"] for row in rows if row["failures"]],
            "claims": [row["files"]["claims"] for row in laid],
            "events": [row["files"]["events"] for row in formed],
        },
    }


def _is_whole(folder: Path, result: Row) -> bool:
    return all((folder / kind / name).is_file() for kind in TABLES for name in result["tables"][kind])


def is_done(folder: Path, row: Row | None) -> bool:
    """Say whether a shard was read whole and its pages are still there."""
    return row is not None and row["status"] == "done" and (folder / "pages" / row["files"]["pages"]).is_file()


def _extract(
    folder: Path, engine: Engine, shards: Sequence[Shard], reading: Reading, tell: Told
) -> tuple[list[Row], int]:
    rows: dict[str, Row] = {}
    for shard in shards:
        row = read_row(row_path(folder, extract.STEP, shard.key))
        if row is not None and is_done(folder, row):
            rows[shard.key] = row
    before = len(rows)
    todo = [shard for shard in shards if shard.key not in rows]
    tell(extract.STEP, before, len(shards), None)
    # The largest first: the last tasks of a step are then small ones.
    todo.sort(key=lambda shard: -shard.bytes)
    for _, row in engine.run(extract_shard, [(str(folder), shard, reading) for shard in todo]):
        rows[row["key"]] = row
        tell(extract.STEP, len(rows), len(shards), row)
    return [rows[shard.key] for shard in shards], before


def _stage(folder: Path, rows: Sequence[Row], reading: Reading, *, keep_repeats: bool) -> Stage:
    tables = tuple((str(row["key"]), str(row["files"]["pages"])) for row in rows)
    claims = sum(int(row["claims"]) for row in rows)
    buckets = min(_BUCKETS, max(4, claims // _CLAIMS_IN_BUCKET))
    key = content_id("grp", reading.engine, keep_repeats, buckets, *(part for table in tables for part in table))
    stage = Stage(folder=folder, key=key.removeprefix("grp_"), shards=tables, buckets=buckets, engine=reading.engine)
    return stage


def _choose(stage: Stage, *, keep_repeats: bool, tell: Told) -> Row:
    """Choose in this process: it is quick, and the one task that compares all pages."""
    tell(choose.STEP, 0, 1, None)
    row = read_row(row_path(stage.folder, choose.STEP, stage.key))
    if row is None or not all(_is_chosen(stage, shard) for shard, _ in stage.shards):
        row = choose.choose_pages(str(stage.folder), stage.key, stage.shards, keep_repeats=keep_repeats)
    tell(choose.STEP, 1, 1, row)
    return row


def _is_chosen(stage: Stage, shard: str) -> bool:
    row = read_row(choose.standing_path(stage.folder, shard))
    return row is not None and row["key"] == stage.key


def _each(
    stage: Stage, engine: Engine, name: str, step: Callable[..., Row], numbers: Iterable[int], tell: Told
) -> None:
    """Run a step for all numbers whose row is not there."""
    wanted = list(numbers)
    todo = [number for number in wanted if not _has_files(stage, name, number)]
    done = len(wanted) - len(todo)
    tell(name, done, len(wanted), None)
    tasks: list[Task] = [(str(stage.folder), stage.key, number) for number in todo]
    for _, row in engine.run(step, tasks):
        done += 1
        tell(name, done, len(wanted), row)


def _has_files(stage: Stage, name: str, number: int) -> bool:
    row = read_row(stage.path(name, number))
    if row is None:
        return False
    for kind, file in row["files"].items():
        folder = stage.folder / kind if kind in TABLES else stage.steps
        names = cast("list[str]", file) if isinstance(file, list) else [str(file)]
        if not all((folder / one).is_file() for one in names):
            return False
    return True


def _sum(parts: Iterable[dict[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        for name, count in part.items():
            found[name] = found.get(name, 0) + int(count)
    return dict(sorted(found.items()))


def _clear(folder: Path, result: Row) -> None:
    """Remove what steps handed on, and tables of earlier runs that the result does not name."""
    for kind in TABLES:
        named = set(result["tables"][kind])
        for file in (folder / kind).iterdir():
            if file.name not in named:
                file.unlink(missing_ok=True)
    for file in (folder / STEPS).iterdir():
        file.unlink(missing_ok=True)
    kept = {extract.STEP, "standing"}
    for file in (folder / ROWS).iterdir():
        if file.name.partition("-")[0] not in kept:
            file.unlink(missing_ok=True)
