"""A user's own table beside the ledger."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from riwaya import export
from riwaya.cli.commands import Options, commands
from riwaya.errors import TableInvalid
from riwaya.export.comparing import compare


def table_of(ledger, path, shape="acled", **asked):
    export.write_file(ledger.view, shape, path, **asked)
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf8"))))


def rewrite(path, rows):
    with path.open("w", encoding="utf8", newline="") as held:
        writer = csv.DictWriter(held, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("shape", ["ucdp-ged", "acled"])
def test_an_export_of_the_ledger_matches_itself(ledger, tmp_path, shape):
    rows = table_of(ledger, tmp_path / "mine.csv", shape)
    form, pairs = compare(ledger.view, tmp_path / "mine.csv")
    assert form == shape
    mine = [pair for pair in pairs if pair.row]
    assert len(mine) == len(rows)
    for pair, row in zip(mine, rows, strict=True):
        assert pair.event is not None
        assert pair.event.id in (row.get("relid") or row["event_id_cnty"])
        assert pair.kind in ("agrees", "no-figure", "figures-apart")
    if shape == "ucdp-ged":
        assert {pair.kind for pair in mine} == {"agrees"}


def test_a_changed_figure_a_lacking_row_and_an_unknown_row_are_told(ledger, tmp_path, ambush):
    path = tmp_path / "mine.csv"
    rows = table_of(ledger, path, "ucdp-ged")
    changed = next(row for row in rows if ambush in row["relid"])
    changed["best"] = "1"  # below every account; above, the range is open
    dropped = next(row for row in rows if row["date_start"].startswith("2031-04-17"))
    rows.remove(dropped)
    rows.append({**changed, "id": "1", "latitude": "60", "longitude": "10", "best": "3"})
    rewrite(path, rows)
    _, pairs = compare(ledger.view, path)
    told = {pair.row.id: pair for pair in pairs if pair.row}
    assert told[changed["id"]].kind == "figures-apart"
    assert any("«" in words for words in told[changed["id"]].accounts)
    assert told["1"].kind == "only-theirs"
    lacking = [pair.event.id for pair in pairs if pair.kind == "only-ours"]
    assert dropped["relid"].split("-")[-1] in lacking


def test_an_account_of_all_people_alike_is_one_of_the_accounts(ledger, tmp_path):
    path = tmp_path / "mine.csv"
    rows = table_of(ledger, path, "ucdp-ged")
    strike = next(row for row in rows if row["date_start"].startswith("2031-05-05"))  # 12 in all; 5 of the sides
    for best, kind in (("12", "agrees"), ("13", "figures-apart"), ("4", "figures-apart")):
        rewrite(path, [{**strike, "best": best}])
        _, [pair, *_] = compare(ledger.view, path)
        assert (pair.kind, pair.low, pair.high, pair.top) == (kind, 5, 12, 12)


def test_a_figure_above_every_number_told_is_said_to_be_so(ledger, ledger_file, tmp_path, ambush):
    path = tmp_path / "mine.csv"
    rows = table_of(ledger, path, "ucdp-ged")
    row = next(row for row in rows if ambush in row["relid"])
    said = {}
    for best in ("30", "99"):
        rewrite(path, [{**row, "best": best}])
        _, [pair, *_] = compare(ledger.view, path)
        assert (pair.kind, pair.high) == ("agrees", None)
        done = CliRunner().invoke(commands, ["compare", str(path), "--ledger", str(ledger_file)], obj=Options())
        said[best] = " ".join(done.stdout.split())
        assert f"{pair.low}–{pair.top} dead or more over the accounts" in said[best]
    assert "above every number told, and an account is open above" in said["99"]
    assert "above every number told" not in said["30"]


def test_each_event_is_matched_once(ledger, tmp_path):
    path = tmp_path / "mine.csv"
    rows = table_of(ledger, path, "ucdp-ged")
    rewrite(path, [*rows, *rows])
    _, pairs = compare(ledger.view, path)
    events = [pair.event.id for pair in pairs if pair.event]
    assert len(events) == len(set(events))
    assert any(pair.kind == "only-theirs" for pair in pairs)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "lacks"),
        ("id,date_start,latitude,longitude,best\n1,soon,1,1,3\n", "Line 2"),
        ("\udcff", "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused(ledger, tmp_path, text, says):
    path = tmp_path / "mine.csv"
    path.write_bytes(text.encode("utf8", "surrogateescape"))
    with pytest.raises(TableInvalid, match=says) as caught:
        compare(ledger.view, path)
    assert caught.value.code == "RW605"
    with pytest.raises(TableInvalid):
        compare(ledger.view, tmp_path / "absent.csv")


def test_the_command_prints_pairs_and_json(ledger, ledger_file, tmp_path):
    path = tmp_path / "mine.csv"
    table_of(ledger, path, "ucdp-ged")
    run = CliRunner()
    done = run.invoke(commands, ["compare", str(path), "--ledger", str(ledger_file), "--width", "100"], obj=Options())
    assert done.exit_code == 0
    assert "━━ agrees" in done.stdout
    assert "ucdp-ged:" in done.stderr
    told = json.loads(
        run.invoke(
            commands, ["compare", str(path), "--ledger", str(ledger_file), "--format", "json"], obj=Options()
        ).stdout
    )
    assert {pair["kind"] for pair in told["pairs"]} >= {"agrees"}
