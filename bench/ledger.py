"""What keeping costs: the rate of ingest as a share of the bare reading, and what a large ledger answers in.

Large ledgers are filled with claims of made-up documents, in bulk, without reading and without finding events: days, places, actors and kinds are
drawn with the skew of the news (a few of each have most of the claims).
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.clock import best_seconds
from bench.texts import make_articles
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints
from riwaya.pipeline import analyze

HINTS = Hints(published="2024-07-30", outlet="Bench", url=None, language="ar")
TARGET_SHARE = 0.7
_ROUNDS = 9
TARGET_JOIN_MS = 200.0
TARGET_EVENT_MS = 100.0


def measure_ingest(sentences: list[str], count: int = 150) -> dict[str, Any]:
    """Give articles of 3 kB per second that are read, and that are read and kept, on each database there is.

    Processor time of this process; what PostgreSQL's own processes do is not in it, wall time is beside it.
    """
    articles = make_articles(sentences, count)
    for article in articles[:20]:
        analyze(article, name="warm-up", hints=HINTS)
    bare = best_seconds(lambda: [analyze(article, name="bench", hints=HINTS) for article in articles], rounds=2)
    found: dict[str, Any] = {"articles": count, "bare_per_second": round(count / bare, 1), "share_target": TARGET_SHARE}
    shares: list[float] = []
    for name, fresh in databases():
        kept = best_seconds(lambda fresh=fresh: _keep_all(fresh(), articles), rounds=2)
        began = time.monotonic()
        _keep_all(fresh(), articles)
        shares.append(bare / kept)
        found[name] = {
            "per_second": round(count / kept, 1),
            "per_second_wall": round(count / (time.monotonic() - began), 1),
            "share": round(bare / kept, 2),
        }
    return found | {"shares": {name: one["share"] for name, one in found.items() if isinstance(one, dict)},
                    "holds": min(shares) >= TARGET_SHARE}  # fmt: skip


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


def _keep_all(address: str, articles: list[bytes]) -> None:
    with Ledger(address, who="bench") as ledger:
        for number, article in enumerate(articles):
            ledger.ingest_text(article, name=f"{number}.txt", hints=HINTS)


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
