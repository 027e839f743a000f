"""`riwaya batch` and `riwaya ingest --from-batch`, as a person calls them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import riwaya
from riwaya.cli.batch_progress import Rate, say_seconds
from riwaya.cli.running import run as main
from tests.batch.papers import make_papers, write_jsonl

PAPERS = make_papers(8, seed=7)


@pytest.fixture
def news(tmp_path) -> Path:
    file = write_jsonl(tmp_path / "news.jsonl", PAPERS)
    with file.open("a", encoding="utf8") as more:
        more.write("no JSON\n")
    return file


def test_a_batch_is_run_shown_and_loaded(news, tmp_path, capsys):
    out, ledger = tmp_path / "out", tmp_path / "l.db"
    # A page that could not be read: the status of the command says so, and everything else was done.
    assert main(["batch", "run", "--input", str(news), "--output", str(out), "--workers", "1"]) == 65
    told = capsys.readouterr()
    assert "Reading 1 of 1" in told.err
    assert "failures\t1" in told.out
    assert main(["batch", "show", str(out), "--failures"]) == 0
    assert "RW140" in capsys.readouterr().out
    assert main(["batch", "show", str(out), "--json"]) == 0
    manifest = json.loads(capsys.readouterr().out)
    assert manifest["digests"]["claims"] in told.out
    assert main(["ingest", "--from-batch", str(out), "--ledger", str(ledger)]) == 0
    assert "8 pages: " in capsys.readouterr().err
    assert main(["ingest", "--from-batch", str(out), "--ledger", str(ledger)]) == 0
    assert "already there" in capsys.readouterr().err
    with riwaya.open(ledger) as kept:
        assert len(kept.events()) == manifest["events"]


def test_what_is_no_batch_is_not_loaded(tmp_path, capsys):
    (tmp_path / "out").mkdir()
    assert main(["ingest", "--from-batch", str(tmp_path / "out"), "--ledger", str(tmp_path / "l.db")]) == 65
    assert "RW144" in capsys.readouterr().err


def test_a_batch_that_another_version_read_is_not_loaded(news, tmp_path, capsys):
    out = tmp_path / "out"
    main(["batch", "run", "--input", str(news), "--output", str(out), "--workers", "1"])
    row = json.loads((out / "manifest.json").read_text(encoding="utf8"))
    (out / "manifest.json").write_text(json.dumps(row | {"engine": "eng_0"}), encoding="utf8")
    assert main(["ingest", "--from-batch", str(out), "--ledger", str(tmp_path / "l.db")]) == 65
    assert "RW144" in capsys.readouterr().err


def test_it_runs_in_processes_of_its_own_from_the_shell(news, tmp_path):
    command = [sys.executable, "-m", "riwaya", "batch", "run", "--input", str(news), "--output", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--workers", "2", "--shard-size", "10000"], capture_output=True, text=True, timeout=250, check=False
    )
    assert done.returncode == 65, done.stderr
    assert "digest of events\t" in done.stdout


def test_nobody_listens_at_the_scheduler(news, tmp_path, capsys):
    command = [
        "batch",
        "run",
        "--input",
        str(news),
        "--output",
        str(tmp_path / "out"),
        "--scheduler",
        "tcp://127.0.0.1:9",
    ]
    assert main(command) == 65
    assert "RW145" in capsys.readouterr().err


def test_rate_and_remaining_time_are_told():
    clock = iter([100.0, 110.0])
    rate = Rate(now=lambda: next(clock))
    assert rate.count("extract", 4, None)
    assert not rate.count("extract", 6, {"seen": 500})
    assert rate.say(6, 12) == "50 pages/s, 30 s left"


@pytest.mark.parametrize(("seconds", "said"), [(45, "45 s"), (600, "10 min"), (12_000, "3 h 20 min")])
def test_time_is_said_in_words(seconds, said):
    assert say_seconds(seconds) == said
