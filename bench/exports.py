"""What giving out costs: seconds and peak memory of every shape over a large ledger, and CSV beside what pandas writes.

Each shape is written in a process of its own, so that its peak is its own. The ledger is filled as `bench.million` does.
RIWAYA_BENCH_EXPORT_CLAIMS says how large; 100,000 claims unless told.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.million import fill_large
from riwaya import export
from riwaya.ledger.store import Ledger

TARGET_RATIO = 0.5
"""CSV at least half as fast as pandas writes the same table."""
_TIMEOUT = 3600


def measure_exports(names: tuple[str, ...] = export.NAMES, many: int | None = None) -> dict[str, Any]:
    """Give seconds and peak megabytes of each shape, and the ratio of CSV to pandas, all in one run."""
    wanted = many or int(os.environ.get("RIWAYA_BENCH_EXPORT_CLAIMS", "100000"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        with Ledger(path, who="bench") as ledger:
            fill_large(ledger, wanted)
        found: dict[str, Any] = {"claims": wanted}
        for name in ("pandas", *names):
            code = f"from bench.exports import measure_one; measure_one({str(path)!r}, {name!r})"
            done = subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=_TIMEOUT
            )
            found[name] = json.loads(done.stdout)
            sys.stderr.write(f"{name}: {json.dumps(found[name])}\n")
    return found


def measure_one(path: str, name: str) -> None:
    """Write one shape to nowhere and print what it took; for ``pandas``, write the table of claims both ways."""
    with Ledger(path, create=False) as ledger:
        told = _beside_pandas(ledger) if name == "pandas" else _shape(ledger, name)
    told["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    sys.stdout.write(json.dumps(told))


def _shape(ledger: Ledger, name: str) -> dict[str, Any]:
    with Path(os.devnull).open("wb") as nowhere:
        began = time.monotonic()
        made = export.write(ledger.view, name, nowhere)
    return {
        "seconds": round(time.monotonic() - began, 1),
        "rows": made.rows,
        "mb": round(made.content["file"]["bytes"] / 1e6),
    }


def _beside_pandas(ledger: Ledger) -> dict[str, Any]:
    """Write the same rows as CSV with our writer and with pandas, rows in memory: the writing alone."""
    import pandas as pd

    from riwaya.export.csvs import iter_csv, iter_rows
    from riwaya.export.registry import find_shape
    from riwaya.export.writing import make_job
    from riwaya.ledger.stream import streaming

    shape = find_shape("claims")
    names = [one.name for one in shape.columns]
    with streaming(ledger.view.engine) as stream:
        rows = list(
            iter_rows(
                shape.columns, make_job(stream, shape, None, export.Wanted(limit=50_000), export.Options()).items()
            )
        )
    frame = pd.DataFrame(rows, columns=names)
    began = time.monotonic()
    size = sum(len(text.encode()) for text in iter_csv(names, iter(rows)))
    ours = time.monotonic() - began
    held = io.StringIO()
    began = time.monotonic()
    frame.to_csv(held, index=False)
    theirs = time.monotonic() - began
    return {"rows": len(rows), "mb": round(size / 1e6), "ours_seconds": round(ours, 2), "pandas_seconds": round(theirs, 2),
            "speed_ratio": round(theirs / ours, 2), "target": TARGET_RATIO}  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure_exports(), indent=1) + "\n")
