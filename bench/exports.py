"""What giving out costs: seconds and peak memory of every shape over a large ledger, and CSV beside what pandas writes.

Each shape is written in a process of its own, so that its peak is its own. The ledger is filled as `bench.million` does.
RIWAYA_BENCH_EXPORT_CLAIMS says how large; 100,000 claims unless told. RIWAYA_BENCH_EXPORT_LEDGER names a file that is kept: it is
filled where there is none, and used as it is where there is one. Names of shapes measure only those.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.million import fill_large
from riwaya import export
from riwaya.ledger.store import Ledger
from riwaya.model.actor import Actor
from riwaya.model.attribution import Attribution
from riwaya.model.event import ToldClaim
from riwaya.model.record import replace

PANDAS = "pandas"
"""In place of a shape: CSV beside what pandas writes."""
TARGET_RATIO = 0.5
"""CSV at least half as fast as pandas writes the same table."""
_TIMEOUT = 3600
_COUNTRIES = ("ML", "NE", "BF", "NG", "SD", "LY", "SO", "YE", "SY", "IQ", "AF", "UA")
_CIVILIANS = Actor(id=None, name="civilians", kind="civilians")
_TELLERS = 40
_TOLD_BY_OTHERS = 7
"""Of ten documents, those that name who tells it; the others speak for themselves."""


def measure_exports(names: tuple[str, ...] = (PANDAS, *export.NAMES), many: int | None = None) -> dict[str, Any]:
    """Give seconds and peak megabytes of each shape, and the ratio of CSV to pandas, all in one run."""
    wanted = many or int(os.environ.get("RIWAYA_BENCH_EXPORT_CLAIMS", "100000"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(os.environ.get("RIWAYA_BENCH_EXPORT_LEDGER") or Path(folder) / "large.db")
        found: dict[str, Any] = {"claims": _fill(path, wanted)}
        for name in names:
            code = f"from bench.exports import measure_one; measure_one({str(path)!r}, {name!r})"
            done = subprocess.run(
                [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, timeout=_TIMEOUT
            )
            found[name] = json.loads(done.stdout)
            sys.stderr.write(f"{name}: {json.dumps(found[name])}\n")
    return found


def _fill(path: Path, wanted: int) -> int:
    """Fill the ledger unless it is filled already, and give how many claims it has."""
    is_new = not path.exists()
    with Ledger(path, who="bench") as ledger:
        if is_new:
            fill_large(ledger, wanted, _as_told)
        return ledger.view.counts()["claims"]


def _as_told(told: ToldClaim) -> ToldClaim:
    """Give a claim as papers of the world have it: in a country, of one of many tellers, a fifth of those hit civilians."""
    number = int(told.document_id.removeprefix("doc_"))
    claim = told.claim
    chain: tuple[Attribution, ...] = ()
    if number % 10 < _TOLD_BY_OTHERS:
        teller = Actor(id=f"teller-{number % _TELLERS}", name=f"Teller {number % _TELLERS}", kind="militant-group")
        chain = (Attribution(source=teller, span=claim.trigger, verb=None),)
    place, targets, figures = claim.place, claim.targets, claim.figures
    if place is not None:
        country = _COUNTRIES[int(str(place.place.id)[1:]) % len(_COUNTRIES)]
        place = replace(place, place=replace(place.place, country=country))
        if int(str(place.place.id)[1:]) % 5 == 0:
            targets = tuple(replace(one, actor=_CIVILIANS) for one in targets)
            figures = tuple(replace(one, of=_CIVILIANS) for one in figures)
    return replace(told, claim=replace(claim, chain=chain, place=place, targets=targets, figures=figures))


def measure_one(path: str, name: str) -> None:
    """Write one shape to nowhere and print what it took; for ``pandas``, write the table of claims both ways."""
    with Ledger(path, create=False) as ledger:
        told = _beside_pandas(ledger) if name == PANDAS else _shape(ledger, name)
    told |= {"peak_mb": _memory("VmHWM"), "own_mb": _memory("RssAnon")}
    sys.stdout.write(json.dumps(told))


def _memory(name: str) -> int:
    """Give megabytes of this program: VmHWM, the most it had, up to 256 of them pages of the ledger's file; RssAnon, what is its own.

    What `getrusage` tells of a peak is at least what the program that started it had.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return round(int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024)


def _shape(ledger: Ledger, name: str) -> dict[str, Any]:
    with Path(os.devnull).open("wb") as nowhere:
        began, mine = time.monotonic(), time.process_time()
        made = export.write(ledger.view, name, nowhere)
    return {
        "seconds": round(time.monotonic() - began, 1),
        "processor_seconds": round(time.process_time() - mine, 1),
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
    asked = tuple(sys.argv[1:])
    sys.stdout.write(json.dumps(measure_exports(asked) if asked else measure_exports(), indent=1) + "\n")
