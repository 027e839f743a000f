"""Time things so that two figures of one run can be compared."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable
from typing import NoReturn


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


def seconds_in_child(work: Callable[[], object]) -> float:
    """Give the processor time of work done in a copy of this process, which leaves no trace in it.

    What the work remembers (the words of pages it read) is gone with the copy, so that the next finds things as this did.

    Raises:
        RuntimeError: The work failed; its traceback stands on stderr.
    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        _work_and_leave(work, write)
    os.close(write)
    with os.fdopen(read) as answer:
        told = answer.read()
    os.waitpid(child, 0)
    if not told:
        raise RuntimeError("the work that was to be timed failed")
    return float(told)


def _work_and_leave(work: Callable[[], object], write: int) -> NoReturn:
    try:
        began = time.process_time()
        work()
        os.write(write, str(time.process_time() - began).encode())
    except Exception:  # noqa: BLE001 - whatever it is, the parent is told by the missing answer
        traceback.print_exc()
    finally:
        os._exit(0)
