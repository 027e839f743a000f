"""A worker that follows in quick time, to be killed: `python -m tests.collect.watching LEDGER PORT SITES SPEED START UNTIL`."""

from __future__ import annotations

import sys
import time

from riwaya.collect import watch
from riwaya.collect.fetcher import Fetcher, Limits
from riwaya.collect.manners import Manners
from riwaya.collect.urls import Asker
from riwaya.collect.watch import Watcher
from riwaya.ledger.store import Ledger


class QuickClock:
    """Time that runs faster, the same for every worker that knows when it began."""

    def __init__(self, began: float, speed: float) -> None:
        self._began = began
        self._speed = speed

    def now(self) -> float:
        return self._began + (time.time() - self._began) * self._speed

    def sleep(self, seconds: float) -> None:
        time.sleep(min(seconds / self._speed, 1.0))


def make_asker(port: int, sites: int, clock: QuickClock) -> Asker:
    """Give what asks sites that all live on one port of loopback under names of their own."""
    allowed = [f"site-{number}.example:{port}" for number in range(sites)]
    fetcher = Fetcher(limits=Limits(seconds=10, wait=5), allowed=allowed, resolver=lambda _host, _port: ["127.0.0.1"])
    return Asker(fetcher, clock=clock, manners=Manners(pause=1))


def main(address: str, port: str, sites: str, speed: str, began: str, until: str) -> int:
    """Follow until a time."""
    clock = QuickClock(float(began), float(speed))
    with Ledger(address, create=False, who="worker") as ledger:
        watcher = Watcher(ledger=ledger, asker=make_asker(int(port), int(sites), clock))
        watcher.run(tell=lambda _step: None, until=float(until))
    return 0


if __name__ == "__main__":
    watch.LEASE = 60.0  # a minute of quick time, so that a killed worker's job is taken again soon
    sys.exit(main(*sys.argv[1:]))
