"""Run a batch in a test, and read what it gave."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from riwaya.batch.engines import Engine, SerialEngine
from riwaya.batch.extract import Reading
from riwaya.batch.running import Result, run_batch
from riwaya.batch.tables import iter_rows
from riwaya.ledger.identity import find_engine


def make_reading(**over: Any) -> Reading:
    """Give how pages are read."""
    return Reading(**({"engine": find_engine().id} | over))


def run(
    *inputs: Path | str, out: Path, engine: Engine | None = None, reading: Reading | None = None, **options: Any
) -> Result:
    """Run a batch in this process, unless an engine is given; repeats stay unless the test is about them."""
    options = {"keep_repeats": True} | options
    return run_batch(
        [str(one) for one in inputs], out, engine or SerialEngine(), reading=reading or make_reading(), **options
    )


def rows_of(result: Result, table: str) -> list[dict[str, Any]]:
    """Give the rows of a table of the result."""
    files = result.row["tables"][table]
    return [row for name in dict.fromkeys(files) for row in iter_rows(result.folder / table / name)]


def digests_of(result: Result) -> dict[str, str]:
    """Give the digests of claims and events."""
    return dict(result.row["digests"])
