"""A backup holds everything, from either database and into either."""

from __future__ import annotations

import json

import pytest

from riwaya.errors import BackupInvalid, LedgerTaken
from riwaya.ledger.backup import MANIFEST_SUFFIX, file_digest
from riwaya.ledger.store import Ledger
from riwaya.ledger.verify import verify_file
from tests.ledger.pages import AMBUSH, BINARY, HINTS, STRIKE


@pytest.fixture
def kept(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    ledger.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
    ledger.ingest_text(STRIKE + AMBUSH, name="strike.txt", hints=HINTS)
    ledger.ingest_text(BINARY, name="binary.txt", hints=HINTS)
    ledger.judge(ledger.claims()[0].id, "reject", why="wrong")
    return ledger


def everything(ledger: Ledger) -> tuple[object, ...]:
    return (
        ledger.digests(), ledger.claims().to_dicts(), ledger.events().to_dicts(), ledger.sources().to_dicts(),
        ledger.failures().to_dicts(), [one.id for one in ledger.claims(search="قتلت")], ledger.view.counts(),
    )  # fmt: skip


def test_a_backup_restored_gives_the_same_digests_and_the_same_answers(kept, home, tmp_path):
    manifest = kept.backup(tmp_path / "backup.db")
    assert verify_file(tmp_path / "backup.db").damages == ()
    for target in (home.empty(), str(tmp_path / "file.db")):
        with Ledger(target, who="tester") as restored:
            restored.restore(tmp_path / "backup.db")
            assert everything(restored) == everything(kept)
            assert restored.digests() == manifest.digests
            assert restored.verify().damages == ()
            assert restored.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS).status == "same"


def test_reading_a_backup_changes_none_of_its_bytes(kept, tmp_path):
    path = tmp_path / "backup.db"
    kept.backup(path)
    before = file_digest(path)
    verify_file(path)
    with Ledger(tmp_path / "restored.db") as restored:
        restored.restore(path)
    assert file_digest(path) == before
    assert sorted(one.name for one in tmp_path.glob("*backup*")) == ["backup.db", "backup.db" + MANIFEST_SUFFIX]


def test_a_damaged_backup_is_refused_and_named(file_ledger, tmp_path):
    path = tmp_path / "backup.db"
    file_ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    file_ledger.backup(path)
    with path.open("r+b") as file:
        file.seek(9000)
        file.write(b"damage")
    with Ledger(tmp_path / "new.db") as empty:
        with pytest.raises(BackupInvalid, match=r"backup\.db"):
            empty.restore(path)
        assert empty.view.counts()["claims"] == 0
        with pytest.raises(BackupInvalid):
            verify_file(path)
        with pytest.raises(BackupInvalid):
            empty.restore(tmp_path / "nothing.db")


def test_a_manifest_that_is_none_is_refused(file_ledger, tmp_path):
    path = tmp_path / "backup.db"
    file_ledger.backup(path)
    manifest = path.with_name(path.name + MANIFEST_SUFFIX)
    manifest.write_text(json.dumps({"file": "backup.db"}), encoding="utf8")
    with pytest.raises(BackupInvalid):
        verify_file(path)


def test_nothing_is_written_over_or_into_what_is_there(file_ledger, tmp_path):
    file_ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    file_ledger.backup(tmp_path / "backup.db")
    with pytest.raises(LedgerTaken):
        file_ledger.backup(tmp_path / "backup.db")
    before = file_ledger.digests()
    with pytest.raises(LedgerTaken):
        file_ledger.restore(tmp_path / "backup.db")
    assert file_ledger.digests() == before
