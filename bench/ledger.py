"""What keeping costs: the rate of ingest as a share of the bare reading, and what a large ledger answers in.

Large ledgers are filled with claims of made-up documents, in bulk, without reading and without finding events: days, places, actors and kinds are
drawn with the skew of the news (a few of each have most of the claims).
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.clock import seconds_in_child
from bench.stream import StreamPage, load_real, make_stream, make_worst
from bench.texts import make_articles
from riwaya.inputs import Input
from riwaya.ledger.intake import make_arrival, taking_in
from riwaya.ledger.store import Ledger
from riwaya.ledger.writer import Writer
from riwaya.model.document import Hints
from riwaya.pipeline import analyze

HINTS = Hints(published="2024-07-30", outlet="Bench", url=None, language="ar")
TARGET_SHARE = 0.7
_READ_BEFORE = 100
"""Real pages that are read before those that are measured."""
_ROUNDS = 9
TARGET_JOIN_MS = 200.0
TARGET_EVENT_MS = 100.0


def measure_ingest(sentences: list[str], count: int = 400) -> dict[str, Any]:
    """Give the rate of ingest as a share of the rate of bare reading: made-up news, the worst case, real pages.

    Both are measured in turn in one run, the shortest of three rounds of processor time, each in a copy of a process that
    has read other pages before. What PostgreSQL's own processes do is not in it; wall time, with the load of the machine,
    is beside it.
    """
    streams = {
        "stream": (make_stream(20, seed=2), make_stream(count)),
        "worst": (make_stream(20, seed=2), make_worst(sentences)),
        "real": _part(load_real()),
    }
    found: dict[str, Any] = {"share_target": TARGET_SHARE}
    shares: dict[str, float] = {}
    for name, fresh in databases():
        for kind, (before, pages) in streams.items():
            if not pages:
                found["real"] = "skipped: no ../shared/corpus"
                continue
            one = _measure_share(fresh, before, pages)
            found[f"{name} {kind}"] = one
            shares[f"{name} {kind}"] = one["share"]
    return found | {"shares": shares, "holds": min(shares.values()) >= TARGET_SHARE}


def _part(pages: list[StreamPage]) -> tuple[list[StreamPage], list[StreamPage]]:
    """Part pages at random into those that are read before and those that are measured."""
    random.Random(5).shuffle(pages)
    return pages[:_READ_BEFORE], pages[_READ_BEFORE:]


def _measure_share(
    fresh: Callable[[], str], before: Sequence[StreamPage], pages: Sequence[StreamPage]
) -> dict[str, float]:
    """Measure over pages that the process has not read.

    A process that read the very pages before has all their words at hand, which no reader ever has.
    """
    for page in before:
        analyze(page.raw, name=page.name, hints=page.hints)
    bare: list[float] = []
    kept: list[float] = []
    walls: list[float] = []
    for _ in range(3):
        bare.append(seconds_in_child(lambda: [analyze(p.raw, name=p.name, hints=p.hints) for p in pages]))
        address = fresh()
        seconds_in_child(lambda address=address: Ledger(address, who="bench").close())
        began = time.monotonic()
        kept.append(seconds_in_child(lambda address=address: _keep_all(address, pages)))
        walls.append(time.monotonic() - began)
    return {
        "pages": len(pages),
        "bare_per_second": round(len(pages) / min(bare), 1),
        "per_second": round(len(pages) / min(kept), 1),
        "per_second_wall": round(len(pages) / min(walls), 1),
        "share": round(min(bare) / min(kept), 2),
    }


def measure_large(sentences: list[str], many: int | None = None) -> dict[str, Any]:
    """Give how long one new document takes to join a large ledger, and one event and some claims to be given.

    RIWAYA_BENCH_CLAIMS says how large; 100,000 claims unless told.
    """
    wanted = many or int(os.environ.get("RIWAYA_BENCH_CLAIMS", "100000"))
    articles = make_articles(sentences, _ROUNDS + 1)
    found: dict[str, Any] = {"claims": wanted}
    joins: dict[str, float] = {}
    events: dict[str, float] = {}
    searches: dict[str, float] = {}
    for name, fresh in databases():
        with Ledger(fresh(), who="bench") as ledger:
            began = time.monotonic()
            fill(ledger, articles[-1], wanted)
            found[f"{name}_fill_seconds"] = round(time.monotonic() - began, 1)
            joins[name] = _milliseconds(lambda number, to=ledger: _join(to, articles[number], number))
            ids = [event.id for event in ledger.events(limit=20)]
            events[name] = _milliseconds(lambda number, to=ledger, ids=ids: to.event(ids[number % len(ids)]))
            searches[name] = _milliseconds(lambda _, to=ledger: to.claims(place="bench:place-1", limit=50))
    return found | {
        "join_ms": joins, "event_ms": events, "claims_ms": searches,
        "join_ms_target": TARGET_JOIN_MS, "event_ms_target": TARGET_EVENT_MS,
        "holds": max(joins.values()) < TARGET_JOIN_MS and max(events.values()) < TARGET_EVENT_MS,
    }  # fmt: skip


def fill(ledger: Ledger, article: bytes, many: int, seed: int = 1) -> None:
    """Fill a ledger with about so many claims, each document a variant of one that was read."""
    from bench.filling import fill_in_bulk

    fill_in_bulk(ledger, analyze(article, name="model", hints=HINTS), many, seed)


def skewed(chance: random.Random, many: int) -> int:
    """Draw a number under a bound; the first ones come most often, as 1 / rank."""
    return min(many - 1, int(many ** chance.random()) - 1)


def day_of(chance: random.Random) -> date:
    """Draw a day of two years, the later ones more often."""
    return date(2022, 8, 1) + timedelta(days=int(730 * chance.random() ** 0.5))


def _keep_all(address: str, pages: Sequence[StreamPage]) -> None:
    """Keep pages as `riwaya ingest` does a folder of them."""
    with Ledger(address, who="bench") as ledger:
        run = ledger.new_run("ingest")
        read = lambda raw, arrival: analyze(raw, name=arrival.name, hints=arrival.hints)  # noqa: E731
        with taking_in(ledger.engine, Writer(ledger.engine, ledger.clusterer, run), run, read) as intake:
            for page in pages:
                intake.take(page.raw, make_arrival(Input(name=page.name, path=None, hints=page.hints), "bench"))
        assert all(one.status == "new" for one in intake.outcomes)


def _join(ledger: Ledger, article: bytes, number: int) -> None:
    ledger.ingest_text(article, name=f"join-{number}.txt", hints=replace(HINTS, published="2024-07-28"))


def _milliseconds(work: Callable[[int], object], rounds: int = _ROUNDS) -> float:
    times: list[float] = []
    for number in range(rounds):
        began = time.monotonic()
        work(number)
        times.append(time.monotonic() - began)
    return round(sorted(times)[rounds // 2] * 1000, 1)


def databases() -> Iterator[tuple[str, Callable[[], str]]]:
    """Give each database there is, with what makes a new place for a ledger on it."""
    from tests.ledger.servers import find_servers

    with tempfile.TemporaryDirectory(prefix="riwaya-bench-") as folder:
        numbers = iter(range(1_000))
        yield "sqlite", lambda: str(Path(folder) / f"{next(numbers)}.db")
    for server in find_servers()[:1]:
        with _running(server):
            yield f"postgresql {server.version}", server.new_database


@contextmanager
def _running(server: Any) -> Iterator[None]:
    try:
        server.start()
        yield
    finally:
        server.stop()
