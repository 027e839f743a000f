"""A real Dask cluster on this machine's loopback: a scheduler and workers, each a process that can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 60


class Cluster:
    """A scheduler and two workers without nannies: a worker that dies is a machine that is lost."""

    def __init__(self, folder: Path, *, workers: int = 2) -> None:
        self._folder = folder
        self._wanted = workers
        self._port = _free_port()
        self.address = f"tcp://127.0.0.1:{self._port}"
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []
        self._all: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self.start_scheduler()
        for _ in range(self._wanted):
            self.start_worker()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._all:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=30)

    def start_scheduler(self) -> None:
        self.scheduler = self._start(
            "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(self._port), "--no-dashboard"
        )
        _wait_for(self._port)

    def start_worker(self) -> None:
        self.workers.append(
            self._start(
                "distributed.cli.dask_worker", self.address, "--host", "127.0.0.1", "--no-nanny", "--nthreads", "1",
                "--memory-limit", "2GB", "--no-dashboard", "--local-directory", str(self._folder), "--death-timeout", "30",
            )
        )  # fmt: skip

    def kill_worker(self) -> None:
        """Kill the oldest worker, with no chance to say anything, and put another in its place."""
        victim = self.workers.pop(0)
        os.kill(victim.pid, signal.SIGKILL)
        victim.wait(timeout=30)
        self.start_worker()

    def kill_scheduler(self) -> None:
        assert self.scheduler is not None
        os.kill(self.scheduler.pid, signal.SIGKILL)
        self.scheduler.wait(timeout=30)

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "20s",
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10",
        }
        with (self._folder / f"log-{len(self._all)}.txt").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments], env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        self._all.append(process)
        return process


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens at {port}")
