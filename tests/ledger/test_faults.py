"""What goes wrong from outside: kills at any moment, a full disk, many writers. Each is really done."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.cli.running import run
from riwaya.errors import LedgerBusy, LedgerFull, LedgerUnreachable
from riwaya.ledger import engine
from riwaya.ledger.store import Ledger
from tests.ledger.pages import AMBUSH, HINTS, write_pages


def held(ledger: Ledger) -> tuple[list[str], list[str], int]:
    """Give what does not depend on when and by whom it was kept: claims, members of events, pages."""
    claims = sorted(kept.id for kept in ledger.claims())
    members = sorted(told.claim.id for event in ledger.events() for told in event.claims)
    return claims, members, ledger.view.counts()["pages"]


def start(folder: Path, address: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "riwaya", "ingest", str(folder), "--ledger", address]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def kill_while_ingesting(folder: Path, address: str, chance: random.Random) -> bool:
    """Kill an ingest after a random while since its first page; give whether it was still at work."""
    process = start(folder, address)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(chance.uniform(0.0, 0.25))
    os.kill(process.pid, signal.SIGKILL)
    status = process.wait()
    process.stdout.close()
    return status == -signal.SIGKILL


def endure(home, tmp_path: Path, *, kills: int, pages: int) -> int:
    """Kill ingests of fresh folders until there were so many kills; each ledger ends as one that nobody disturbed."""
    chance = random.Random(20261129)
    done = rounds = 0
    while done < kills:
        folder = write_pages(tmp_path / f"round-{rounds}", pages)
        address = home.ledger()
        while done < kills and kill_while_ingesting(folder, address, chance):
            done += 1
            with Ledger(address, create=False) as survivor:
                assert survivor.verify().damages == ()
                claims, members, _ = held(survivor)
                assert len(set(claims)) == len(claims)
                assert sorted(claims) == members
        with Ledger(address, create=False) as survivor, Ledger(home.ledger()) as undisturbed:
            survivor.ingest(folder)
            undisturbed.ingest(folder)
            assert held(survivor) == held(undisturbed)
            assert survivor.view.counts()["pages"] == pages
            assert survivor.verify().damages == ()
            assert {one.status for one in survivor.ingest(folder).outcomes} == {"same"}
        rounds += 1
    return done


def test_a_kill_at_any_moment_loses_and_doubles_nothing(home, tmp_path):
    assert endure(home, tmp_path, kills=2, pages=25) == 2


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_kills_lose_and_double_nothing(home, tmp_path):
    assert endure(home, tmp_path, kills=100, pages=150) == 100


def _ingest_in_child(folder: str, address: str) -> None:
    with Ledger(address, create=False, who=f"writer {os.getpid()}") as opened:
        opened.ingest(folder)


def test_eight_writers_at_once_keep_everything_once(home, tmp_path):
    shared = write_pages(tmp_path / "shared", 6)
    folders = []
    for number in range(8):
        own = tmp_path / f"own-{number}"
        own.mkdir()
        (own / "own.txt").write_text(f"{AMBUSH}\nوأصيب {number + 40} آخرون بجروح.\n", encoding="utf8")
        folders.append(own)
    address = home.ledger()
    fork = multiprocessing.get_context("fork")
    jobs = [(shared, own) for own in folders]
    writers = [fork.Process(target=_ingest_both, args=(str(a), str(b), address)) for a, b in jobs]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(240)
    assert [writer.exitcode for writer in writers] == [0] * 8
    with Ledger(address, create=False) as together, Ledger(home.ledger()) as alone:
        for folder in (shared, *folders):
            alone.ingest(folder)
        assert held(together) == held(alone)
        assert together.view.counts()["pages"] == 14
        assert together.verify().damages == ()


def _ingest_both(shared: str, own: str, address: str) -> None:
    _ingest_in_child(shared, address)
    _ingest_in_child(own, address)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("a disk that fills needs a mount, and that needs root")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(folder)], check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_said_and_what_was_kept_before_stays(small_disk, tmp_path, capsys):
    pages = write_pages(tmp_path / "pages", 80)
    address = str(small_disk / "ledger.db")
    assert run(["ingest", str(pages), "--ledger", address]) == LedgerFull.exit_code
    err = capsys.readouterr().err
    assert "RW407" in err
    assert "same command again" in err
    subprocess.run(["mount", "-o", "remount,size=60m", str(small_disk)], check=True)
    with Ledger(address, create=False) as opened:
        kept = opened.view.counts()["pages"]
        assert 0 < kept < 80
        assert opened.verify().damages == ()
        opened.ingest(pages)
        assert opened.view.counts()["pages"] == 80
        assert opened.verify().damages == ()


def test_a_full_disk_under_a_backup_leaves_nothing_behind(small_disk, tmp_path):
    with Ledger(tmp_path / "ledger.db") as opened:
        opened.ingest(write_pages(tmp_path / "pages", 80))
        with pytest.raises(LedgerFull):
            opened.backup(small_disk / "backup.db")
    assert list(small_disk.iterdir()) == []


def test_a_writer_that_waits_too_long_says_so(home, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    address = home.ledger()
    with Ledger(address) as one, Ledger(address) as other, engine.writing(one.engine), pytest.raises(LedgerBusy):
        other.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)


def test_a_server_that_is_not_there_is_said(capsys):
    assert run(["claims", "--ledger", "postgresql://nobody:secret@/x?host=%2Fnowhere"]) == LedgerUnreachable.exit_code
    err = capsys.readouterr().err
    assert "RW409" in err
    assert "secret" not in err
