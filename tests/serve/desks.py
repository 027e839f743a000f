"""Desks that really run: the command itself, in a process of its own, on a port of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.serve.client import Client


@dataclass
class RunningDesk:
    """One desk and how to reach it."""

    port: int
    ledger: str
    process: subprocess.Popen[str]
    link: str

    def client(self, **headers: str) -> Client:
        """Give a browser in which nobody is signed in."""
        return Client(self.port, {name.replace("_", "-"): value for name, value in headers.items()})

    def bearer(self, key: str) -> Client:
        """Give a program with a token."""
        return Client(self.port, {"Authorization": f"Bearer {key}"})

    def signed_in(self, name: str, password: str) -> Client:
        """Give a browser in which somebody signed in by password."""
        client = self.client()
        came = client.post("/sign-in", {"name": name, "password": password})
        assert came.status == 303, came.text
        return client

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)


@contextmanager
def running_desk(ledger: str | Path, *options: str, environment: dict[str, str] | None = None) -> Iterator[RunningDesk]:
    """Run `riwaya serve` on a free port until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "riwaya", "serve", "--ledger", str(ledger), "--port", str(port), *options]
    env = {**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    try:
        assert process.stdout is not None
        link = process.stdout.readline().strip() if "--public-url" not in options else ""
        desk = RunningDesk(port, str(ledger), process, link)
        _wait(desk)
        yield desk
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate(timeout=30)


def _wait(desk: RunningDesk) -> None:
    for _ in range(400):
        if desk.process.poll() is not None:
            raise AssertionError(f"the desk ended: {desk.process.communicate()}")
        with socket.socket() as one:
            one.settimeout(1)
            if one.connect_ex(("127.0.0.1", desk.port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the desk does not listen")


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
