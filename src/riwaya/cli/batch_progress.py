"""How far a batch is: a bar with rate and remaining time on a terminal, a line now and then in the log of a cluster."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

_NAMES = {
    "extract": "Reading", "choose": "Choosing", "lay": "Laying out", "meet": "Meeting", "weigh": "Weighing",
    "join": "Joining", "form": "Forming events",
}  # fmt: skip
_SECONDS = 15.0
"""Between two lines of a log."""

Tell = Callable[[str, int, int, "dict[str, Any] | None"], None]


class Rate:
    """Counts what one step has done, and tells rate and remaining time."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin."""
        self._now = now
        self._step = ""
        self._begun = 0.0
        self._before = 0
        self.pages = 0
        """Pages read since the step began."""

    def count(self, step: str, done: int, row: dict[str, Any] | None) -> bool:
        """Take what was done; say whether the step is a new one."""
        is_new = step != self._step
        if is_new:
            self._step, self._begun, self._before, self.pages = step, self._now(), done, 0
        self.pages += int(row.get("seen", 0)) if row is not None and step == "extract" else 0
        return is_new

    def say(self, done: int, many: int) -> str:
        """Give rate and remaining time in words; empty before anything can be told."""
        spent = self._now() - self._begun
        fresh = done - self._before
        if fresh <= 0 or spent <= 0:
            return ""
        told = [f"{self.pages / spent:,.0f} pages/s"] if self.pages else []
        left = round((many - done) * spent / fresh)
        if left:
            told.append(f"{say_seconds(left)} left")
        return ", ".join(told)


def say_seconds(seconds: int) -> str:
    """Give a stretch of time: 45 s, 12 min, 3 h 20 min."""
    if seconds < 90:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def batch_progress() -> Generator[Tell]:
    """Give what a batch tells its progress to."""
    rate = Rate()
    if sys.stderr.isatty():
        with _bar(rate) as tell:
            yield tell
        return
    last = [time.monotonic() - _SECONDS]

    def log(step: str, done: int, many: int, row: dict[str, Any] | None) -> None:
        is_new = rate.count(step, done, row)
        if not (is_new or done == many or time.monotonic() - last[0] >= _SECONDS):
            return
        last[0] = time.monotonic()
        said = rate.say(done, many)
        print(f"{_NAMES[step]} {done} of {many}{f', {said}' if said else ''}", file=sys.stderr, flush=True)  # noqa: T201

    yield log


@contextmanager
def _bar(rate: Rate) -> Generator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        TextColumn("{task.fields[told]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, many: int, row: dict[str, Any] | None) -> None:
            if rate.count(step, done, row):
                tasks[step] = bar.add_task(_NAMES[step], total=many, told="")
            bar.update(tasks[step], completed=done, told=rate.say(done, many))

        yield tell
