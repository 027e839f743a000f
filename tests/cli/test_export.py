"""`riwaya export`, `trace` and `verify-export` from a terminal."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from riwaya.cli.commands import Options, commands
from riwaya.cli.demo import open_samples


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("cli-export") / "ledger.db"
    with open_samples() as folder:
        run("ingest", "--ledger", str(path), str(folder / "01-ambush-claim.txt"), str(folder / "02-ambush-army.txt"))
    return str(path)


def run(*arguments: str):
    return CliRunner().invoke(commands, list(arguments), obj=Options(), catch_exceptions=True)


def test_data_goes_to_stdout_and_talk_to_stderr(address):
    done = run("export", "ucdp-ged", "--ledger", address)
    assert done.exit_code == 0
    assert done.stdout.startswith("id,relid,year,")
    assert "rows" in done.stderr or "row of" in done.stderr
    assert "left out" in done.stderr


@pytest.mark.parametrize(
    ("profile", "notice"),
    [("none", "nothing withheld: before you publish it, see --redact"), ("public", "withheld by the profile public")],
)
@pytest.mark.parametrize("shape", ["claims", "prov", "plover"])
def test_the_notice_of_what_is_withheld_never_stands_in_the_data(address, tmp_path, shape, profile, notice):
    done = run("export", shape, "--ledger", address, "--redact", profile)
    assert done.exit_code == 0
    assert notice in done.stderr
    assert "before you publish" not in done.stdout
    assert "withheld by the profile" not in done.stdout
    out = tmp_path / "given"
    told = run("export", shape, "--ledger", address, "--redact", profile, "-o", str(out))
    assert notice in told.stderr
    assert told.stdout == ""
    assert out.read_bytes() == done.stdout_bytes


def test_a_file_gets_its_manifest_and_can_be_verified_and_traced(address, tmp_path):
    out = tmp_path / "deep" / "claims.csv"
    assert run("export", "claims", "--ledger", address, "--measure", "killed", "-o", str(out)).exit_code == 0
    manifest = json.loads(out.with_name("claims.csv.manifest.json").read_text(encoding="utf8"))
    assert manifest["filters"] == {"measure": "killed"}
    checked = run("verify-export", str(out), "--ledger", address)
    assert checked.exit_code == 0
    assert "the ledger gives the same bytes" in checked.stdout
    assert manifest["file"]["sha256"] in checked.stdout
    row = out.read_text(encoding="utf8").splitlines()[1].split(",")[0]
    traced = run("trace", f"{out}:{row}:figure_words", "--ledger", address, "--width", "100")
    assert traced.exit_code == 0
    assert "Rule: the words that count" in traced.stdout
    assert "01-ambush-claim.txt" in traced.stdout
    form = json.loads(run("trace", f"claims:{row}:low", "--ledger", address, "--format", "json").stdout)
    assert form["value"] == 14
    assert form["words"][0]["span"]["text"] == "14"


def test_an_object_in_a_cell_is_shown_as_the_export_writes_it(address, tmp_path):
    out = tmp_path / "events.jsonl"
    run("export", "plover", "--ledger", address, "--measure", "killed", "-o", str(out))
    done = run("trace", f"{out}:#1:size", "--ledger", address)
    assert 'size = {"dead": 14}' in done.stdout


def test_a_changed_file_fails_with_its_code(address, tmp_path):
    out = tmp_path / "claims.csv"
    run("export", "claims", "--ledger", address, "-o", str(out))
    out.write_bytes(out.read_bytes() + b"x")
    done = run("verify-export", str(out), "--ledger", address)
    assert done.exit_code != 0
    assert done.exception.code == "RW604"
    assert run("verify-export", str(out), "--file-only").exception.code == "RW604"


def test_a_missing_ledger_points_to_the_check_of_the_file_alone(tmp_path, address):
    out = tmp_path / "claims.csv"
    run("export", "claims", "--ledger", address, "-o", str(out))
    done = run("verify-export", str(out), "--ledger", str(tmp_path / "none.db"))
    assert done.exception.code == "RW401"
    assert "--file-only" in str(done.exception)
    alone = run("verify-export", str(out), "--file-only")
    assert alone.exit_code == 0
    assert "as its manifest says" in alone.stdout


def test_the_list_names_everything_that_may_be_asked_for():
    said = run("export", "--list").stdout
    for word in ("ucdp-ged", "acled-conservative", "private-persons", "ucdp-dyad"):
        assert word in said
    assert run("export").stdout == said


def test_the_codebook_of_a_shape_is_printed():
    said = run("export", "acled", "--codebook").stdout
    assert "| `fatalities` | integer |" in said
    assert "ACLED-shaped, not ACLED's data" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", "nothing"), "RW601"),
        (("export", "acled", "--policy", "range-of-accounts"), "RW601"),
        (("export", "claims", "--redact", "everything"), "RW601"),
        (("export", "claims", "--since", "yesterday"), "RW105"),
        (("export", "ucdp-ged", "--ids", "no-such-table.csv"), "RW603"),
        (("trace", "acled:x"), "RW601"),
        (("trace", "acled:evt_00000000:deaths"), "RW601"),
        (("verify-export", "no-such-file.csv"), "RW604"),
    ],
)
def test_what_cannot_be_done_has_a_code(address, arguments, code):
    done = run(*arguments, "--ledger", address)
    assert done.exception.code == code
