from __future__ import annotations

import json

import pytest

from riwaya.cli.running import run
from riwaya.evals.report import build_report


@pytest.fixture
def report(monkeypatch):
    """What an evaluation gives, without reading a page."""
    asked = []

    def evaluate(gold, texts):
        asked.append((gold.name, texts.name))
        return build_report([], ["a.yaml: no text"], asked_failed)

    asked_failed: list[str] = []
    monkeypatch.setattr("riwaya.evals.evaluate", evaluate)
    return asked, asked_failed


@pytest.fixture
def folders(tmp_path):
    for name in ("gold", "texts"):
        (tmp_path / name).mkdir()
    return [str(tmp_path / "gold"), str(tmp_path / "texts")]


def test_figures_are_printed_and_written(report, folders, tmp_path, capsys):
    path = tmp_path / "deep" / "report.json"
    assert run(["eval", *folders, "--json", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "claim_f1" in out
    assert "problem: a.yaml: no text" in out
    assert "report.json" in err
    assert json.loads(path.read_text(encoding="utf8"))["schema"] == "riwaya.eval/1"
    assert report[0] == [("gold", "texts")]


def test_a_page_that_cannot_be_read_is_the_exit_status(report, folders, capsys):
    report[1].append("a: RW103")
    assert run(["eval", *folders]) == 65
    assert "failed: a: RW103" in capsys.readouterr().out


def test_a_report_that_cannot_be_written_is_an_error_with_a_code(report, folders, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert run(["eval", *folders, "--json", str(tmp_path / "file" / "report.json")]) == 65
    assert "RW100" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path, capsys):
    assert run(["eval", str(tmp_path / "no"), str(tmp_path)]) == 2
    assert "does not exist" in capsys.readouterr().err
