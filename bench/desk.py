"""The desk under load: server time of its pages over a ledger that exists, one at a time and for many readers at once.

`python -m bench.desk LEDGER [--readers N] [--seconds S]` runs the desk itself as a process, signs readers in, and prints
JSON: for each kind of page the milliseconds from request to whole answer (median, 95th of a hundred, most) of single
requests that nobody asked before, with the processor time that the server itself spent on them (in steps of 10), which
the load of the machine does not lengthen as much, then the same for readers who all ask at once without a pause, with errors and the
memory of the server at the beginning and at the end of each minute. The readers share the machine with the server.

With `--fill CLAIMS` the ledger is filled first where there is none (`bench.million`). `postgresql` in place of a ledger
brings up a PostgreSQL of its own for the run.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.ledger import databases
from bench.million import fill_large
from riwaya.ledger.store import Ledger
from riwaya.people.accounts import add_person, list_people
from riwaya.people.tokens import make_token

_SINGLE = 40
"""Requests of each kind, one at a time."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk")
    parser.add_argument("ledger")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--port", type=int, default=18765)
    parser.add_argument("--fill", type=int, default=0, metavar="CLAIMS")
    given = parser.parse_args()
    if given.ledger != "postgresql":
        _run(given)
        return
    for name, fresh in databases():
        if name.startswith("postgresql"):
            given.ledger = fresh()
            _run(given)
            return
    raise SystemExit("there is no PostgreSQL to bring up")


def _run(given: argparse.Namespace) -> None:
    if given.fill and (given.ledger.startswith("postgresql") or not Path(given.ledger).exists()):
        with Ledger(given.ledger, who="bench") as ledger:
            fill_large(ledger, given.fill)
    key, pages = _prepare(given.ledger)
    command = [sys.executable, "-m", "riwaya", "serve", "--ledger", given.ledger, "--port", str(given.port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(given.port, server)
            found: dict[str, Any] = {"single_ms": _singly(given.port, key, pages, server.pid)}
            sys.stderr.write(json.dumps(found) + "\n")
            memory = _Memory(server.pid)
            found |= {"readers": given.readers, **_together(given, key, pages)}
            found["server_mb_each_minute"] = memory.end()
        finally:
            server.terminate()
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


def _prepare(address: str) -> tuple[str, dict[str, list[str]]]:
    with Ledger(address, create=False, who="bench") as ledger:
        if not any(one.name == "bench" for one in list_people(ledger.engine)):
            add_person(ledger.engine, "bench", "reader", by="bench")
        key, _ = make_token(ledger.engine, "bench", "load", ["read"], days=1, by="bench")
        events = ledger.view.list_events(limit=400).records
        contested = ledger.view.list_events(order="contested", limit=200).records
        documents = ledger.view.list_documents(limit=400).records
        actors = sorted({one.name for letter in "abcdsjm" for one in ledger.view.suggest("actor", letter, limit=20)})
    words = ["قتل", "جنود", "الشرطة", "هجوم", "المدينة", "الثلاثاء"]
    chance = random.Random(7)
    filters = [
        f"/?limit=25&type={kind}&order={order}" for kind in ("ASSAULT", "AGREE") for order in ("latest", "contested")
    ]
    filters += [f"/?since={year}-01-01&until={year}-12-31" for year in range(2018, 2036)]
    filters += [f"/?actor={quote(one)}" for one in actors[:20]]
    return key, {
        "overview": ["/", *filters],
        "event": [f"/events/{quote(one.id)}" for one in chance.sample([*events, *contested], 200)],
        "document": [f"/documents/{quote(one.document.id)}" for one in chance.sample(list(documents), 200)],
        "search": [f"/search?words={quote(one)}&kind={kind}" for one in words for kind in ("texts", "claims")],
    }


def _singly(port: int, key: str, pages: dict[str, list[str]], pid: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for kind, paths in pages.items():
        times: list[float] = []
        own: list[float] = []
        for path in paths[:_SINGLE]:
            before = _spent(pid)
            times.append(_ask(port, key, path)[0])
            own.append(_spent(pid) - before)
        found[kind] = _say(times) | {"own_p95": _say(own)["p95"], "own_most": _say(own)["most"]}
    return found


def _spent(pid: int) -> float:
    """Give the milliseconds of processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf8").rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _together(given: argparse.Namespace, key: str, pages: dict[str, list[str]]) -> dict[str, Any]:
    times: dict[str, list[float]] = defaultdict(list)
    errors: list[str] = []
    until = time.monotonic() + given.seconds

    def read(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < until:
            kind = chance.choice(["overview", "event", "event", "document", "document", "search"])
            path = chance.choice(pages[kind])
            try:
                took, status = _ask(given.port, key, path)
            except (OSError, http.client.HTTPException) as error:
                errors.append(f"{type(error).__name__} {path}")
                continue
            times[kind].append(took)
            if status != 200:
                errors.append(f"{status} {path}")

    threads = [threading.Thread(target=read, args=(at,)) for at in range(given.readers)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    asked = sum(len(one) for one in times.values())
    return {
        "seconds": given.seconds,
        "requests": asked,
        "per_second": round(asked / given.seconds, 1),
        "errors": len(errors),
        "first_errors": errors[:5],
        "together_ms": {kind: _say(found) for kind, found in sorted(times.items())},
    }


def _ask(port: int, key: str, path: str) -> tuple[float, int]:
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", path, headers={"Authorization": f"Bearer {key}", "Accept": "text/html"})
        came = connection.getresponse()
        came.read()
        return 1000 * (time.monotonic() - began), came.status
    finally:
        connection.close()


def _say(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "count": len(ordered),
        "median": round(ordered[len(ordered) // 2], 1),
        "p95": round(ordered[int(len(ordered) * 0.95)], 1),
        "most": round(ordered[-1], 1),
    }


class _Memory:
    """Memory of a process at the beginning, at the end of each minute, and at the end."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._found = [_memory(pid)]
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        while not self._is_over.wait(60):
            self._found.append(_memory(self._pid))

    def end(self) -> list[float]:
        """Give megabytes, in order."""
        self._is_over.set()
        self._thread.join()
        return [*self._found, _memory(self._pid)]


def _memory(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf8").splitlines():
        if line.startswith("VmRSS"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit("the desk ended at once: run `riwaya serve` over this ledger to see why")
        try:
            _ask(port, "", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the desk does not listen")


if __name__ == "__main__":
    main()
