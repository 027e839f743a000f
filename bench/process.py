"""What one call of `riwaya analyze` costs from the shell: seconds to the end, and peak memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.texts import ARTICLE_BYTES, make_long_text

TARGET_SECONDS = 1.5
TARGET_MB = 400
_LAUNCH = Path(__file__).with_name("launch.py")


def measure_process(sentences: list[str], rounds: int = 5) -> dict[str, Any]:
    """Give the median cold start on one article, and the peak memory on it and on 1 MB of text."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.txt", Path(folder) / "large.txt"
        small.write_bytes(make_long_text(sentences, ARTICLE_BYTES))
        large.write_bytes(make_long_text(sentences, 1_000_000))
        starts = [_run(small) for _ in range(rounds)]
        big = _run(large)
        bare = statistics.median(_run(None)["seconds"] for _ in range(rounds))
    seconds = statistics.median(start["seconds"] for start in starts)
    peak = max(big["peak_mb"], *(start["peak_mb"] for start in starts))
    return {
        "cold_start_seconds": round(seconds, 2),
        "cold_start_seconds_target": TARGET_SECONDS,
        "python_alone_seconds": round(bare, 3),
        "peak_mb_article": round(max(start["peak_mb"] for start in starts), 1),
        "peak_mb_1_mb_text": round(big["peak_mb"], 1),
        "peak_mb_target": TARGET_MB,
        "holds": seconds < TARGET_SECONDS and peak < TARGET_MB,
    }


def _run(page: Path | None) -> dict[str, Any]:
    """Time one process: `riwaya analyze` on a page, or Python doing nothing."""
    rest = (
        ["-c", ""]
        if page is None
        else ["-m", "riwaya", "analyze", str(page), "--published", "2024-07-30", "--format", "json"]
    )
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(_LAUNCH), sys.executable, *rest], capture_output=True, text=True, check=True
    )
    report: dict[str, Any] = json.loads(done.stdout)
    if report["exit"]:
        raise SystemExit(f"riwaya analyze failed with {report['exit']}: {done.stderr[-400:]}")
    return report
