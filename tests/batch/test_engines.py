"""Every engine gives the same, also while its workers are killed; a lost scheduler costs what was not done."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from riwaya.batch.dask_engine import DaskEngine
from riwaya.batch.engines import LocalEngine
from riwaya.errors import WorkerDiffers, WorkersLost
from tests.batch.batches import digests_of, make_reading, run
from tests.batch.clusters import Cluster
from tests.batch.papers import make_papers, write_jsonl

PAPERS = make_papers(60, seed=3)
SHARD = 6_000
MAP, SHUFFLE = ("extract",), ("lay", "meet", "weigh", "form")


@pytest.fixture(scope="module")
def news(tmp_path_factory) -> Path:
    return write_jsonl(tmp_path_factory.mktemp("news") / "news.jsonl", PAPERS)


@pytest.fixture(scope="module")
def expected(news, tmp_path_factory) -> dict[str, str]:
    """What one process gives."""
    result = run(news, out=tmp_path_factory.mktemp("one") / "out", shard_bytes=SHARD)
    assert len(result.row["shards"]) >= 8
    assert result.row["links"] > 20
    return digests_of(result)


class Killer:
    """Kills once, when the first task of one of some steps is done and others of it are not."""

    def __init__(self, kill: Callable[[], None], steps: tuple[str, ...], *, after: int = 1) -> None:
        self._kill, self._steps, self._after = kill, steps, after
        self.done: list[str] = []

    def __call__(self, step: str, done: int, many: int, row: dict[str, Any] | None) -> None:
        if row is not None and not self.done and step in self._steps and self._after <= done < many - 1:
            self.done.append(step)
            self._kill()


def kill_child() -> None:
    os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)


def local_with_a_kill(news: Path, out: Path, steps: tuple[str, ...]) -> dict[str, str]:
    killer = Killer(kill_child, steps)
    engine = LocalEngine(2)
    try:
        result = run(news, out=out, engine=engine, shard_bytes=SHARD, tell=killer)
    finally:
        engine.close()
    assert killer.done
    return digests_of(result)


def dask_with_a_kill(news: Path, out: Path, folder: Path, steps: tuple[str, ...]) -> dict[str, str]:
    with Cluster(folder) as cluster:
        killer = Killer(cluster.kill_worker, steps)
        engine = DaskEngine(cluster.address)
        try:
            result = run(news, out=out, engine=engine, shard_bytes=SHARD, tell=killer)
        finally:
            engine.close()
    assert killer.done
    return digests_of(result)


def test_local_processes_give_the_same_while_one_is_killed(news, expected, tmp_path):
    assert local_with_a_kill(news, tmp_path / "map", MAP) == expected


def test_a_cluster_gives_the_same_while_a_worker_is_killed_in_mid_shuffle(news, expected, tmp_path):
    assert dask_with_a_kill(news, tmp_path / "out", tmp_path, SHUFFLE) == expected


def test_a_lost_scheduler_costs_only_what_was_not_done(news, expected, tmp_path):
    stamps: dict[Path, int] = {}

    def kill() -> None:
        cluster.kill_scheduler()
        stamps.update({path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "rows").glob("extract-*")})

    with Cluster(tmp_path) as cluster:
        engine = DaskEngine(cluster.address, patience=20)
        with pytest.raises(WorkersLost, match="RW145"):
            run(news, out=tmp_path / "out", engine=engine, shard_bytes=SHARD, tell=Killer(kill, MAP, after=3))
        engine.close()
    assert len(stamps) >= 3
    again = run(news, out=tmp_path / "out", shard_bytes=SHARD)
    assert again.done_before >= len(stamps)
    assert digests_of(again) == expected
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_a_task_that_takes_its_worker_down_every_time_is_named():
    engine = LocalEngine(2)
    with pytest.raises(WorkersLost, match="RW145: Task 7 took its worker down"):
        list(engine.run(die_on_seven, [("x", number) for number in range(9)]))
    engine.close()


def die_on_seven(_: str, number: int) -> dict[str, Any]:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return {"number": number}


def test_workers_go_when_who_started_them_is_killed(news, tmp_path):
    command = [sys.executable, "-m", "riwaya", "batch", "run", "--input", str(news), "--output", str(tmp_path / "out")]
    driver = subprocess.Popen(
        [*command, "--workers", "2", "--shard-size", "10000"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 120
    while not list((tmp_path / "out" / "rows").glob("extract-*")) and time.monotonic() < until:
        time.sleep(0.1)
    driver.kill()
    # Workers hold the pipe too: it ends when the last of them is gone.
    assert driver.communicate(timeout=120)[0] == b""


def test_a_worker_of_another_version_reads_nothing(news, tmp_path):
    engine = LocalEngine(2)
    with pytest.raises(WorkerDiffers):
        run(news, out=tmp_path / "out", engine=engine, reading=make_reading(engine="eng_0"))
    engine.close()


def test_nobody_at_the_address_is_said():
    with pytest.raises(WorkersLost, match="RW145"):
        DaskEngine("tcp://127.0.0.1:9", patience=1)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("turn", range(5))
@pytest.mark.parametrize("steps", [MAP, SHUFFLE], ids=["map", "shuffle"])
def test_local_processes_give_the_same_whenever_one_is_killed(news, expected, tmp_path, steps, turn):
    assert local_with_a_kill(news, tmp_path / "out", steps if turn < 4 else steps[-1:]) == expected


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("turn", range(5))
@pytest.mark.parametrize("steps", [MAP, SHUFFLE], ids=["map", "shuffle"])
def test_a_cluster_gives_the_same_whenever_a_worker_is_killed(news, expected, tmp_path, steps, turn):
    wanted = steps if steps == MAP else (SHUFFLE[turn % len(SHUFFLE)],)
    assert dask_with_a_kill(news, tmp_path / "out", tmp_path, wanted) == expected
