"""Time things so that two figures of one run can be compared."""

from __future__ import annotations

import os
import time
from collections.abc import Callable


def pin_to_one_core() -> int | None:
    """Keep this process on one core, where the system lets one say so; give its number."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def best_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the shortest processor time of several rounds: what the work costs when nothing disturbs it."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)
