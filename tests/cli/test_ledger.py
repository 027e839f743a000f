"""The commands on a ledger, with the real reader, on a file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from riwaya.cli.running import run
from riwaya.errors import DocumentBinary, EntryUnknown, InputError, LedgerDamaged, LedgerMissing
from riwaya.forms.schema import build_schema
from tests.ledger.pages import AMBUSH, BINARY, STRIKE, write_pages


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run([*arguments, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in lines(capsys)]


def test_a_folder_is_ingested_a_line_for_each_page_and_talk_apart(here, capsys):
    write_pages(here / "pages", 2)
    assert run(["ingest", "pages"]) == 0
    out, err = capsys.readouterr()
    assert [line.split("\t")[:2] for line in out.splitlines()] == [["page-000.txt", "new"], ["page-001.txt", "new"]]
    assert "2 pages: 2 new" in err
    assert (here / "riwaya.db").is_file()
    assert run(["ingest", "pages"]) == 0
    assert "2 already there; 0 claims" in capsys.readouterr().err


def test_the_setting_names_the_ledger(here, capsys, monkeypatch):
    monkeypatch.setenv("RIWAYA_DATABASE_URL", f"sqlite:///{here}/elsewhere.db")
    write_pages(here / "pages", 1)
    assert run(["ingest", "pages"]) == 0
    assert (here / "elsewhere.db").is_file()
    assert rows(capsys, "claims")


def test_what_is_known_comes_from_options_then_table_then_json_then_index(here, capsys):
    folder = here / "pages"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt", "d.txt"):
        (folder / name).write_text(f"{AMBUSH}\nوأصيب {len(name) + ord(name[-5])} آخرون.\n", encoding="utf8")
    head = "file\tpublished\toutlet\turl\tlanguage\n"
    index = "".join(f"{name}\t2031-01-01\tIndex\t\tar\n" for name in ("a.txt", "b.txt", "sub/c.txt", "d.txt"))
    (folder / "index.tsv").write_text(head + index, encoding="utf8")
    (folder / "b.json").write_text(json.dumps({"outlet": "Beside", "other": 1}), encoding="utf8")
    (folder / "sub" / "c.txt.json").write_text(json.dumps({"outlet": "Beside", "url": None}), encoding="utf8")
    (here / "facts.tsv").write_text(head + "sub/c.txt\t\tTable\thttps://example.org/c\t\n", encoding="utf8")
    assert run(["ingest", "pages", "--metadata", "facts.tsv", "--published", "2031-03-13"]) == 0
    held = {row["document"]["name"]: row["document"] for row in rows(capsys, "claims")}
    assert {name: one["outlet"]["name"] for name, one in held.items()} == {
        "a.txt": "Index", "b.txt": "Beside", "sub/c.txt": "Table", "d.txt": "Index",
    }  # fmt: skip
    assert {one["published"]["start"] for one in held.values()} == {"2031-03-13"}
    assert held["sub/c.txt"]["url"] == "https://example.org/c"


@pytest.mark.parametrize("beside", ["{", "[]", '{"outlet": 3}'])
def test_a_json_beside_a_page_that_is_none_is_a_failure_of_that_page_alone(here, capsys, beside):
    write_pages(here / "pages", 2)
    (here / "pages" / "page-000.json").write_text(beside, encoding="utf8")
    assert run(["ingest", "pages"]) == InputError.exit_code
    assert [line.split("\t")[1] for line in lines(capsys)] == ["failed", "new"]
    (here / "pages" / "page-000.json").unlink()
    assert run(["failures", "--retry"]) == 0
    assert run(["failures"]) == 0
    assert lines(capsys)[-1].split("\t")[1] == "new"


def test_failures_say_what_to_do(here, capsys):
    (here / "bad.txt").write_bytes(BINARY)
    assert run(["ingest", "bad.txt"]) == DocumentBinary.exit_code
    capsys.readouterr()
    assert run(["failures"]) == 0
    out = capsys.readouterr().out
    assert "RW103" in out
    assert DocumentBinary.hint in out
    (failure,) = rows(capsys, "failures")
    assert run(["failures", str(failure["id"]), "--retry"]) == DocumentBinary.exit_code
    assert run(["failures", "fal_0000000000000000", "--retry"]) == EntryUnknown.exit_code


def test_standard_input_is_a_page(here, capsys, monkeypatch):
    (here / "page.txt").write_text(AMBUSH, encoding="utf8")
    with (here / "page.txt").open() as given:
        monkeypatch.setattr("sys.stdin", given)
        assert run(["ingest", "-", "--published", "2031-03-13", "--format", "jsonl"]) == 0
    assert json.loads(lines(capsys)[0])["status"] == "new"


def test_claims_are_in_the_public_form(here, capsys):
    write_pages(here / "pages", 3)
    run(["ingest", "pages"])
    capsys.readouterr()
    assert run(["claims", "--format", "json", "--search", "جنود"]) == 0
    form = json.loads(capsys.readouterr().out)
    Draft202012Validator(build_schema("claims")).validate(form)
    assert form["claims"]
    assert all(claim["found"] and claim["event"] and claim["live"] for claim in form["claims"])


def test_the_table_of_claims_fits_its_width(here, capsys):
    write_pages(here / "pages", 2)
    run(["ingest", "pages"])
    capsys.readouterr()
    assert run(["claims", "--width", "100", "--actor", "jnim"]) == 0
    out = capsys.readouterr().out
    assert "page-001.txt" in out
    assert max(len(line.replace("\u2067", "").replace("\u2069", "")) for line in out.splitlines()) <= 100


def test_a_claim_is_judged_and_its_history_told(here, capsys):
    write_pages(here / "pages", 1)
    run(["ingest", "pages"])
    claim = str(rows(capsys, "claims")[0]["id"])
    why = ["--why", "seen", "--by", "mariam"]
    assert run(["judge", "accept", claim, *why]) == 0
    assert run(["judge", "correct", claim[:12], "--set", "subtype=airstrike", *why, "--json"]) == 0
    assert rows(capsys, "claims")[0]["subtype"] == "airstrike"
    assert run(["history", claim, "--json"]) == 0
    assert [json.loads(line)["who"] for line in lines(capsys)][-2:] == ["mariam", "mariam"]
    assert run(["judge", "reject", claim, *why]) == 0
    assert claim not in {row["id"] for row in rows(capsys, "claims")}
    assert run(["judge", "reset", claim, *why]) == 0
    assert claim in {row["id"] for row in rows(capsys, "claims")}
    assert run(["history", claim]) == 0
    assert "seen" in capsys.readouterr().out
    assert run(["judge", "correct", claim, "--set", "subtype", *why]) == 77
    assert run(["judge", "accept", "clm_0000000000000000", *why]) == EntryUnknown.exit_code


def test_events_are_merged_and_split(here, capsys):
    (here / "a.txt").write_text(AMBUSH, encoding="utf8")
    (here / "b.txt").write_text(STRIKE, encoding="utf8")
    run(["ingest", "a.txt", "b.txt", "--published", "2031-03-13"])
    found = rows(capsys, "claims")
    first, second = list(dict.fromkeys(str(row["event"]) for row in found))[:2]
    assert run(["judge", "merge", first, second, "--why", "one"]) == 0
    merged = lines(capsys)[0].split("\t")[-1]
    assert {row["event"] for row in rows(capsys, "claims", "--event", merged)} == {merged}
    member = str(rows(capsys, "claims", "--event", merged)[0]["id"])
    assert run(["judge", "split", merged, member, "--why", "two"]) == 0
    assert len(lines(capsys)[0].split("\t")[-1].split()) == 2


def test_a_ledger_is_backed_up_restored_and_verified(here, capsys):
    write_pages(here / "pages", 3)
    run(["ingest", "pages"])
    assert run(["backup", "backup.db"]) == 0
    assert run(["verify", "--backup", "backup.db"]) == 0
    assert run(["restore", "backup.db", "--ledger", "new.db"]) == 0
    capsys.readouterr()
    assert run(["verify"]) == 0
    head = lines(capsys)[0]
    assert run(["verify", "--ledger", "new.db", "--head", head]) == 0
    assert run(["verify", "--head", "0" * 63 + "1", "--json"]) == LedgerDamaged.exit_code
    assert json.loads(capsys.readouterr().out.partition("\n")[2])["damages"]


def test_sources_are_told(here, capsys):
    write_pages(here / "pages", 2)
    run(["ingest", "pages"])
    capsys.readouterr()
    assert run(["sources"]) == 0
    assert "Jama'at Nusrat" in capsys.readouterr().out
    assert run(["sources", "--json", "--limit", "1"]) == 0
    (one,) = [json.loads(line) for line in lines(capsys)]
    assert one["claims"] >= 1
    assert 0 <= one["directness"] <= 1


def test_a_ledger_is_made_anew(here, capsys):
    write_pages(here / "pages", 2)
    run(["ingest", "pages"])
    before = rows(capsys, "claims")
    assert run(["db", "rebuild"]) == 0
    assert rows(capsys, "claims") == before
    assert run(["db", "upgrade"]) == 0


@pytest.mark.parametrize(
    "command", [["claims"], ["sources"], ["failures"], ["verify"], ["history", "clm_00000000"], ["db", "upgrade"]]
)
def test_a_command_on_no_ledger_says_how_to_make_one_and_makes_none(here, command, capsys):
    assert run(command) == LedgerMissing.exit_code
    assert "riwaya ingest" in capsys.readouterr().err
    assert list(Path(os.curdir).iterdir()) == []


def test_help_loads_no_database():
    import subprocess
    import sys

    code = (
        "import sys; from riwaya.cli.running import run; run(['claims', '--help']); run(['ingest', '--help']);"
        "print(sorted({'sqlalchemy', 'alembic', 'psycopg', 'riwaya.ledger'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
