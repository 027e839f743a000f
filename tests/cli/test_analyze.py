from __future__ import annotations

import io
import json
import sys

import pytest

from riwaya.cli.running import run
from tests.make import SENTENCE, TEXT

pytestmark = pytest.mark.usefixtures("stub_reader")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


@pytest.fixture
def folder(tmp_path):
    """Three pages, one of them bad, one in a folder below, and a file that is no page."""
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "b.html").write_bytes(b"\0\1\2")
    (tmp_path / "below" / "c.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "notes.md").write_text("no page", encoding="utf8")
    return tmp_path


def test_one_page_as_json_is_one_object(page, capsys):
    assert run(["analyze", str(page), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    form = json.loads(out)
    assert (form["schema"], form["input"]["name"], err) == ("riwaya.analysis/1", "page.txt", "")
    assert form["articles"][0]["claims"][0]["trigger"]["text"] == "قتلت"


def test_letters_stay_letters_in_json(page, capsys):
    run(["analyze", str(page), "--format", "json"])
    assert "قتلت" in capsys.readouterr().out


def test_a_table_is_what_a_person_gets(page, capsys):
    assert run(["analyze", str(page), "--width", "100"]) == 0
    out = capsys.readouterr().out
    assert "Rayah Group" in out
    assert "killed ≥ 20" in out


def test_standard_input_is_a_dash(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run(["analyze", "-", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["input"]["name"] == "-"


def test_a_folder_is_a_line_for_each_page_and_a_bad_page_stops_no_other(folder, capsys):
    assert run(["analyze", str(folder)]) == 65
    out, err = capsys.readouterr()
    assert [json.loads(line)["input"]["name"] for line in out.splitlines()] == ["a.txt", "below/c.txt"]
    assert err == "b.html\tRW103\tb.html is no text.\n"


def test_a_bug_on_one_page_of_many_is_a_row_too(folder, capsys):
    (folder / "b.html").write_bytes(b"break")
    assert run(["analyze", str(folder), "--format", "json"]) == 70
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == "b.html\tRW900\tZeroDivisionError: a bug in two lines.\n"


def test_several_files_may_be_a_table(page, capsys):
    assert run(["analyze", str(page), str(page), "--format", "table"]) == 0
    assert capsys.readouterr().out.count("━━ page.txt") == 2


def test_the_index_of_a_folder_tells_and_an_option_tells_louder(folder, capsys, monkeypatch):
    seen = []
    from riwaya import pipeline

    read = pipeline.analyze

    def watch(source, **rest):
        seen.append(rest["hints"])
        return read(source, **rest)

    monkeypatch.setattr(sys.modules["riwaya.pipeline"], "analyze", watch)
    (folder / "b.html").unlink()
    rows = 'file\tpublished\toutlet\turl\tlanguage\na.txt\t2024-07-30\tSada "al"\t\tar\nbelow/c.txt\t2024-08-01\t\t\t\n'
    (folder / "index.tsv").write_text(rows, encoding="utf8")
    assert run(["analyze", str(folder), "--outlet", "Mine"]) == 0
    assert [(one.published, one.outlet, one.language) for one in seen] == [
        ("2024-07-30", "Mine", "ar"),
        ("2024-08-01", "Mine", None),
    ]
    capsys.readouterr()


def test_an_index_that_cannot_be_read_says_so(folder, capsys):
    (folder / "index.tsv").write_bytes(b"file\tpublished\n\xff\xfe\xff\t\n")
    assert run(["analyze", str(folder)]) == 65
    assert "index.tsv cannot be read" in capsys.readouterr().err


def test_an_empty_folder_says_what_a_page_is(tmp_path, capsys):
    assert run(["analyze", str(tmp_path)]) == 65
    assert "Pages end in .txt, .html" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nothing.txt", "null\0byte.txt"])
def test_a_file_that_is_not_there_is_an_error_with_a_code(name, tmp_path, capsys):
    assert run(["analyze", str(tmp_path / name)]) == 65
    err = capsys.readouterr().err
    assert err.startswith("RW101: ")
    assert "Traceback" not in err


def test_a_page_over_the_bound_is_not_read(page, capsys, monkeypatch):
    monkeypatch.setenv("RIWAYA_MAX_BYTES", "10")
    assert run(["analyze", str(page)]) == 65
    assert capsys.readouterr().err.startswith("RW102: ")


def test_a_wrong_setting_is_said_before_anything_is_read(page, capsys, monkeypatch):
    monkeypatch.setenv("RIWAYA_MAX_BYTES", "lots")
    assert run(["analyze", str(page)]) == 78
    assert capsys.readouterr().err.startswith("RW300: ")


def test_an_empty_page_is_a_table_without_claims(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")
    assert run(["analyze", str(tmp_path / "empty.txt")]) == 0
    assert "No article on this page." in capsys.readouterr().out


def test_a_lone_surrogate_is_escaped_in_json(capsys, monkeypatch, page):
    from tests.make import make_analysis, make_page

    odd = make_analysis(text=TEXT.replace(SENTENCE, f"\ud800 {SENTENCE}"), page=make_page(name="\ud800.txt"))
    monkeypatch.setattr(sys.modules["riwaya.pipeline"], "analyze", lambda source, **rest: odd)
    assert run(["analyze", str(page), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["input"]["name"] == "\ud800.txt"
    assert run(["analyze", str(page), "--format", "table"]) == 0
    assert "Rayah Group" in capsys.readouterr().out
