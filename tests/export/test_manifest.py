"""An export is the same bytes for the same ledger, and its manifest can be checked."""

from __future__ import annotations

import io
import json
import shutil

import pytest

import riwaya
from riwaya import export
from riwaya.errors import DateInvalid, DocumentMissing, ExportDiffers, ExportError

NAMES = list(export.NAMES)


def write_all(ledger, folder, names=NAMES):
    folder.mkdir()
    for name in names:
        export.write_file(ledger.view, name, folder / f"{name}{export.find_shape(name).suffix}")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_ledger_gives_the_same_bytes_and_manifests(ledger, tmp_path):
    assert write_all(ledger, tmp_path / "one") == write_all(ledger, tmp_path / "two")


def test_a_restored_backup_gives_the_same_bytes(ledger, tmp_path):
    ledger.backup(tmp_path / "backup.db")
    with riwaya.open(tmp_path / "again.db", who="somebody else") as again:
        again.restore(tmp_path / "backup.db")
        one, two = (io.BytesIO(), io.BytesIO())
        export.write(ledger.view, "claims", one)
        export.write(again.view, "claims", two)
    assert one.getvalue().splitlines() == two.getvalue().splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_an_export_is_verified_against_its_manifest_and_its_ledger(ledger, tmp_path, name):
    path = tmp_path / "given-out"
    export.write_file(ledger.view, name, path)
    checked = export.verify_export(path, ledger.view)
    assert (checked.problems, checked.remarks, checked.is_remade) == ((), (), True)


def test_the_manifest_tells_how_the_export_was_made(ledger, tmp_path):
    wanted = export.Wanted(place="ML", limit=3)
    made = export.write_file(ledger.view, "ucdp-ged", tmp_path / "events.csv", wanted=wanted)
    told = json.loads((tmp_path / "events.csv.manifest.json").read_text(encoding="utf8"))
    assert told == made.content
    assert told["policy"]["name"] == "ucdp"
    assert told["policy"]["rule"].startswith("Deaths in four columns")
    assert told["filters"] == {"place": "ML", "limit": 3}
    assert told["ledger"]["digest"] == ledger.verify().head
    assert told["at"] == told["ledger"]["at"]
    assert told["made_by"]["riwaya"] == riwaya.__version__
    assert "rows" in told


def test_a_changed_file_or_manifest_is_found(ledger, tmp_path):
    path = tmp_path / "events.csv"
    export.write_file(ledger.view, "acled", path)
    sound, beside = path.read_bytes(), tmp_path / "events.csv.manifest.json"
    told = beside.read_text(encoding="utf8")
    path.write_bytes(sound.replace(b",0,", b",9,", 1))
    assert "not the one" in export.verify_export(path).problems[0]
    path.write_bytes(sound)
    beside.write_text(told.replace('"acled-conservative"', '"ucdp"', 1), encoding="utf8")
    assert export.verify_export(path, ledger.view).problems
    beside.write_text(told.replace('"rows": ', '"rows": 9', 1), encoding="utf8")
    assert export.verify_export(path, ledger.view).problems == ("the manifest was changed: rows",)
    beside.write_text("{}", encoding="utf8")
    with pytest.raises(ExportDiffers, match="no manifest"):
        export.verify_export(path)
    path.unlink()
    beside.write_text(told, encoding="utf8")
    with pytest.raises(DocumentMissing):
        export.verify_export(path)


def test_a_ledger_that_went_on_and_another_ledger_are_told_apart(ledger, ledger_file, tmp_path):
    path = tmp_path / "claims.csv"
    export.write_file(ledger.view, "claims", path)
    shutil.copyfile(ledger_file, tmp_path / "later.db")
    with riwaya.open(tmp_path / "later.db", who="tester") as later:
        later.judge(later.claims()[0].id, "accept", why="checked")
        checked = export.verify_export(path, later.view)
        assert checked.problems == ()
        assert "gone on" in checked.remarks[0]
    with riwaya.open(tmp_path / "other.db", who="tester") as other:
        assert "another one" in export.verify_export(path, other.view).problems[0]


def test_the_time_may_be_given(ledger):
    made = export.write(ledger.view, "claims", io.BytesIO(), options=export.Options(at="2031-05-01T12:00:00+02:00"))
    assert made.content["at"] == "2031-05-01T10:00:00+00:00"
    with pytest.raises(DateInvalid):
        export.write(ledger.view, "claims", io.BytesIO(), options=export.Options(at="yesterday"))


def test_a_failed_export_leaves_no_file(ledger, tmp_path, monkeypatch):
    from riwaya.export.shapes import ucdp_ged

    def broken(_):
        raise ExportError("a check failed")

    monkeypatch.setattr(ucdp_ged, "_why_not", broken)
    with pytest.raises(ExportError):
        export.write_file(ledger.view, "ucdp-ged", tmp_path / "events.csv")
    with pytest.raises(ExportError, match="cannot be written"):
        export.write_file(ledger.view, "claims", "/dev/null/events.csv")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_ledger_gives_a_header_and_a_manifest(tmp_path):
    with riwaya.open(tmp_path / "empty.db", who="tester") as empty:
        for name in ("claims", "ucdp-ged"):
            held = io.BytesIO()
            made = export.write(empty.view, name, held)
            assert made.rows == 0
            assert held.getvalue().count(b"\n") == 1
