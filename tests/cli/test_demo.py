from __future__ import annotations

import json
from contextlib import nullcontext

import pytest

from riwaya.cli import demo
from riwaya.cli.running import run
from tests.make import TEXT

pytestmark = pytest.mark.usefixtures("stub_reader")


@pytest.fixture
def samples(tmp_path, monkeypatch):
    """Two pages in the place of those that come with Riwaya."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("01-one.txt", "02-two.html"):
        (folder / name).write_text(TEXT, encoding="utf8")
    monkeypatch.setattr(demo, "open_samples", lambda: nullcontext(folder))


@pytest.mark.usefixtures("samples")
def test_the_sample_pages_are_printed_and_their_json_is_written_where_it_says(tmp_path, capsys):
    out = tmp_path / "out" / "demo"
    assert run(["demo", "--out", str(out), "--width", "100"]) == 0
    printed = capsys.readouterr().out
    assert "━━ 01-one.txt" in printed
    assert printed.splitlines()[-1] == f"2 claims on 2 sample pages. The JSON of each page is in {out}/*.json"
    assert sorted(path.name for path in out.iterdir()) == ["01-one.json", "02-two.json", "events"]
    assert "One happening on several of these pages" in printed
    assert "killed ≥ 20" in printed
    [event] = (out / "events").iterdir()
    assert json.loads(event.read_text(encoding="utf8"))["schema"] == "riwaya.events/1"
    form = json.loads((out / "01-one.json").read_text(encoding="utf8"))
    assert form["articles"][0]["claims"][0]["trigger"]["text"] == "قتلت"


@pytest.mark.usefixtures("samples")
def test_a_place_that_cannot_be_written_is_an_error_with_a_code(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert run(["demo", "--out", str(tmp_path / "file" / "out")]) == 65
    assert "RW100" in capsys.readouterr().err
