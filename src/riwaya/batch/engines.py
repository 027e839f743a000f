"""Who runs the tasks: this process, processes of this machine, or a cluster. All give the same."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Protocol

from riwaya.batch.manifest import Row
from riwaya.errors import WorkersLost

Task = tuple[Any, ...]
"""What a step is called with."""
_TRIES = 3
"""Times that a task may take its worker down before it is alone to blame."""


class Engine(Protocol):
    """Runs the tasks of one step at a time."""

    def run(self, step: Callable[..., Row], tasks: Sequence[Task]) -> Iterator[tuple[int, Row]]:
        """Run a step over tasks, in any order, and give the number and row of each as it is done.

        Raises:
            RiwayaError: What a task raised; those that were done stay done.
            WorkersLost: Workers, or who leads them, are gone for good.
        """
        ...

    def close(self) -> None:
        """Let the workers go."""
        ...


class SerialEngine:
    """This process, a task after the other."""

    def run(self, step: Callable[..., Row], tasks: Sequence[Task]) -> Iterator[tuple[int, Row]]:
        """Run a step over tasks; see `Engine.run`."""
        for number, task in enumerate(tasks):
            yield number, step(*task)

    def close(self) -> None:
        """There is nobody to let go."""


class LocalEngine:
    """Processes of this machine. One that is killed is replaced, and its task is run again.

    A task that took its worker down is run again alone, so that no other is blamed; when it does so three times, the
    batch stops there and says which.
    """

    def __init__(self, workers: int) -> None:
        """Keep how many; they start with the first step."""
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def run(self, step: Callable[..., Row], tasks: Sequence[Task]) -> Iterator[tuple[int, Row]]:
        """Run a step over tasks; see `Engine.run`."""
        waiting = deque(range(len(tasks)))
        suspects: deque[int] = deque()
        tries: dict[int, int] = {}
        while waiting or suspects:
            alone = not waiting
            lost: set[int] = set()
            for number, row in self._run_some(step, tasks, suspects if alone else waiting, lost, alone=alone):
                if row is not None:
                    yield number, row
            for number in sorted(lost):
                tries[number] = tries.get(number, 0) + 1
                if tries[number] >= _TRIES and alone:
                    raise WorkersLost(
                        f"Task {_say(tasks[number])} took its worker down {tries[number]} times.",
                        hint="It may need more memory than there is; see the system's log, and try with fewer --workers.",
                    )
                suspects.append(number)

    def _run_some(
        self, step: Callable[..., Row], tasks: Sequence[Task], queue: deque[int], lost: set[int], *, alone: bool
    ) -> Iterator[tuple[int, Row | None]]:
        """Run tasks of a queue until a worker is lost; tell which were on their way then."""
        running: dict[Future[Row], int] = {}
        pool = self._start()
        try:
            while (queue or running) and not lost:
                while queue and len(running) < (1 if alone else 2 * self._workers):
                    number = queue.popleft()
                    try:
                        running[pool.submit(step, *tasks[number])] = number
                    except BrokenProcessPool:
                        lost.add(number)
                        break
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    number = running.pop(future)
                    try:
                        yield number, future.result()
                    except BrokenProcessPool:
                        lost.add(number)
        finally:
            lost.update(running.values())
            if lost:
                self.close()

    def close(self) -> None:
        """Let the processes go, whatever they are at."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A new interpreter for each: a copy of this process would share its threads' locks and its memory's peak.
            self._pool = ProcessPoolExecutor(
                self._workers, mp_context=get_context("spawn"), initializer=_go_with_the_parent
            )
        return self._pool


def _go_with_the_parent() -> None:
    """End this worker when who started it is gone: else one that was killed leaves workers that wait for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()


def _say(task: Task) -> str:
    return " ".join(str(getattr(one, "name", one)) for one in task[1:])[:200]
