"""A ledger of another version is brought up to date, or refused with the command to run."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

import riwaya.ledger
from riwaya.cli.running import run
from riwaya.errors import LedgerInvalid, LedgerMissing, LedgerNewer, LedgerOutdated
from riwaya.ledger import people_tables, schema
from riwaya.ledger.engine import connect, parse_address, writing
from riwaya.ledger.store import Ledger
from riwaya.ledger.upgrade import upgrade_ledger
from riwaya.ledger.versions import HEAD, find_version, make_current
from tests.ledger.counted import check_counts, kept_days
from tests.ledger.first_schema import fill_first
from tests.ledger.pages import AMBUSH, HINTS, STRIKE


def test_the_number_of_this_version_is_the_newest_step():
    folder = f"{next(iter(riwaya.ledger.__path__))}/migrations"
    assert ScriptDirectory(folder).get_current_head() == HEAD


def test_the_steps_make_what_the_tables_say(ledger):
    with ledger.engine.connect() as connection, connection.begin():
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _parents: (
                    kind != "table" or not (name.startswith("words") or name == "riwaya_schema")
                ),
            },
        )
        assert compare_metadata(context, schema.metadata) == []
        assert people_tables.person.metadata is schema.metadata


def test_a_ledger_of_the_first_schema_is_refused_upgraded_and_loses_nothing(address, capsys):
    engine = connect(parse_address(address), create=True)
    make_current(engine, to="0001")
    before = fill_first(engine)
    engine.dispose()
    with pytest.raises(LedgerOutdated, match="riwaya db upgrade"):
        Ledger(address)
    assert run(["db", "upgrade", "--ledger", address]) == 0
    assert capsys.readouterr().out == f"0001\t{HEAD}\n"
    with Ledger(address, create=False) as upgraded:
        assert {name: digest for name, digest in upgraded.digests().items() if name in before} == before
        assert upgraded.verify().damages == ()
        claims = upgraded.claims()
        assert [kept.claim.type for kept in claims] == ["ASSAULT"]
        assert claims[0].verdict == "accepted"
        assert upgraded.event(claims[0].id).claims[0].claim == claims[0].claim
        assert [kept.id for kept in upgraded.claims(search="قتلت")] == [claims[0].id]
        assert upgraded.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS).status == "new"
        assert upgraded.verify().damages == ()
    assert upgrade_ledger(address) == (HEAD, HEAD)


def test_what_is_counted_is_filled_from_what_is_there(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    ledger.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
    with writing(ledger.engine) as connection:
        held = kept_days(connection), connection.execute(select(schema.event).order_by(schema.event.c.id)).all()
        connection.execute(text("DROP TABLE event_day"))
        connection.execute(text("DROP TABLE holding"))
        connection.execute(text("DROP INDEX ix_event_point"))
        connection.execute(text("UPDATE riwaya_schema SET version_num = '0006'"))
    assert held[0]
    counts = ledger.view.list_events(limit=100).records
    address = ledger.engine.url.render_as_string(hide_password=False).removeprefix("sqlite:///")
    assert upgrade_ledger(address) == ("0006", HEAD)
    with writing(ledger.engine) as connection:
        again = kept_days(connection), connection.execute(select(schema.event).order_by(schema.event.c.id)).all()
    assert again == held
    assert ledger.view.list_events(limit=100).records == counts
    check_counts(ledger)
    ledger.ingest_text(STRIKE + "\nوقتل ثلاثة جنود.\n", name="strike.txt", hints=HINTS)


def test_a_newer_ledger_is_refused_with_the_command_to_run(ledger, capsys):
    with writing(ledger.engine) as connection:
        connection.execute(text("UPDATE riwaya_schema SET version_num = '9999'"))
    address = ledger.engine.url.render_as_string(hide_password=False).removeprefix("sqlite:///")
    with pytest.raises(LedgerNewer, match="pip install --upgrade riwaya"):
        Ledger(address)
    with pytest.raises(LedgerNewer):
        upgrade_ledger(address)
    assert run(["claims", "--ledger", address]) == LedgerNewer.exit_code
    assert "RW404" in capsys.readouterr().err


def test_a_database_of_something_else_is_left_alone(address):
    engine = connect(parse_address(address), create=True)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE guests (name TEXT)"))
    with pytest.raises(LedgerInvalid, match="something else"):
        Ledger(address)
    engine.dispose()


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(
        "some notes that are no database, long enough to have a header of their own\n" * 50, encoding="utf8"
    )
    with pytest.raises(LedgerInvalid):
        Ledger(path)
    assert path.read_text(encoding="utf8").startswith("some notes")


@pytest.mark.parametrize("address", ["mysql://host/name", "sqlite://", "://", "postgresql://host:port/x"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(LedgerInvalid):
        Ledger(address)


def test_an_empty_database_has_nothing_to_upgrade(tmp_path):
    with pytest.raises(LedgerMissing):
        upgrade_ledger(str(tmp_path / "absent.db"))
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(LedgerMissing):
        upgrade_ledger(str(empty))
    engine = connect(parse_address(str(empty)), create=False)
    assert find_version(engine) is None
    engine.dispose()
