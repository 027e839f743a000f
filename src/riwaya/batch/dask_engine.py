"""A cluster of Dask: the thin adapter. Dask moves tasks of a few words; all data goes through files that workers share."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from riwaya.batch.engines import Task
from riwaya.batch.manifest import Row
from riwaya.errors import ConfigError, RiwayaError, WorkersLost

_TRIES = 5
"""Workers that may be lost over one task before it is to blame: at a big loss many innocent tasks are lost with others."""
_AHEAD = 3
"""Tasks handed out for each thread of the cluster."""
_LOOK = 1.0
"""Seconds between looks at whether the cluster is still there."""


class DaskEngine:
    """Workers of a Dask cluster: one that runs already, or one of this machine that goes with the batch."""

    def __init__(self, scheduler: str | None = None, *, workers: int = 2, patience: float = 60.0) -> None:
        """Connect.

        Args:
            scheduler: Address of the scheduler, ``tcp://host:port``; a cluster of this machine is started without one.
            workers: Of that cluster.
            patience: Seconds without scheduler, or without any worker, after which the batch stops.

        Raises:
            ConfigError: Dask is not installed.
            WorkersLost: Nobody answers at the address.
        """
        distributed = _distributed()
        self._patience = patience
        self._cluster: Any = None
        try:
            if scheduler is None:
                self._cluster = distributed.LocalCluster(
                    n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
                )
            self._client: Any = distributed.Client(
                self._cluster if self._cluster is not None else scheduler,
                timeout=min(patience, 30),
            )
        except (OSError, ValueError) as error:
            raise WorkersLost(f"No Dask scheduler answers at {scheduler}: {error}.") from error

    def run(self, step: Callable[..., Row], tasks: Sequence[Task]) -> Iterator[tuple[int, Row]]:
        """Run a step over tasks; see `riwaya.batch.engines.Engine.run`."""
        waiting = deque(range(len(tasks)))
        running: dict[Any, int] = {}
        tries: dict[int, int] = {}
        alive = time.monotonic()
        while waiting or running:
            threads = self._threads()
            if not threads:
                self._check(alive)
                time.sleep(_LOOK)
                continue
            alive = time.monotonic()
            while waiting and len(running) < _AHEAD * threads:
                number = waiting.popleft()
                running[self._client.submit(step, *tasks[number], pure=False)] = number
            for future in self._wait(list(running)):
                number = running.pop(future)
                row = self._result(future, tasks[number], tries, number)
                if row is None:
                    waiting.append(number)
                else:
                    yield number, row

    def close(self) -> None:
        """Leave the cluster; one that was started for the batch goes."""
        for one in (self._client, self._cluster):
            if one is not None:
                one.close(timeout=10)

    def _wait(self, futures: list[Any]) -> list[Any]:
        """Give the futures that are done or lost, after a moment at most."""
        distributed = _distributed()
        try:
            return list(distributed.wait(futures, timeout=_LOOK, return_when="FIRST_COMPLETED").done)
        except (TimeoutError, distributed.TimeoutError):
            return []
        except distributed.CancelledError:  # the scheduler went; what it led is lost
            return [one for one in futures if one.done()]

    def _check(self, alive: float) -> None:
        """See whether a cluster without scheduler or workers may still come back."""
        if self._client.status == "closed" or time.monotonic() - alive > self._patience:
            raise WorkersLost(f"The cluster has had no scheduler or no worker for {self._patience:.0f} seconds.")

    def _result(self, future: Any, task: Task, tries: dict[int, int], number: int) -> Row | None:
        """Give the row of a task; None where it was lost and is to be run again."""
        distributed = _distributed()
        try:
            return cast("Row", future.result(timeout=30))
        except RiwayaError:
            raise
        except (distributed.KilledWorker, distributed.CancelledError, TimeoutError, OSError) as error:
            tries[number] = tries.get(number, 0) + 1
            if tries[number] >= _TRIES:
                raise WorkersLost(f"Task {task[1:]} was lost {tries[number]} times: {error}.") from error
            return None

    def _threads(self) -> int:
        """Give the threads of the workers that are there now; 0 without scheduler or workers."""
        if self._client.status != "running":
            return 0
        try:
            return sum(self._client.nthreads().values())
        except (OSError, TimeoutError, ValueError, RuntimeError):
            return 0


def _distributed() -> Any:
    try:
        import distributed  # pyright: ignore[reportMissingTypeStubs]
    except ModuleNotFoundError as error:
        raise ConfigError("Dask is not installed.", hint="Install it: pip install 'riwaya[cluster]'.") from error
    return cast("Any", distributed)
