"""What every ledger does, whatever the database under it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select, update

import riwaya
from riwaya.errors import DateInvalid, EntryUnknown, InputError, LedgerMissing, LedgerSealed
from riwaya.ledger.blobs import digest_bytes
from riwaya.ledger.captures import Capture, keep_capture
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.journal import Journal
from riwaya.ledger.schema import SEALED
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from tests.ledger.pages import AMBUSH, BINARY, HINTS, STRIKE, write_pages


def test_a_page_gives_back_what_was_read_of_it(ledger):
    outcome = ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    read = analyze(AMBUSH, name="ambush.txt", hints=HINTS)
    assert outcome.status == "new"
    assert outcome.claims == len(read.claims) > 1
    assert tuple(kept.claim for kept in ledger.claims()) == read.claims
    assert [kept.document for kept in ledger.documents()] == [article.document for article in read.articles]


def test_the_same_page_twice_is_no_change(ledger):
    first = ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    before = ledger.digests()
    again = ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    assert (first.status, again.status, again.claims) == ("new", "same", 0)
    assert ledger.digests() == before


def test_a_changed_page_of_the_same_name_supersedes(ledger):
    ledger.ingest_text(AMBUSH, name="page.txt", hints=HINTS)
    outcome = ledger.ingest_text(STRIKE, name="page.txt", hints=HINTS)
    assert outcome.status == "changed"
    assert {kept.text for kept in ledger.claims()} == {STRIKE}
    assert {kept.kept.version for kept in ledger.claims()} == {2}
    assert [kept.is_live for kept in ledger.view.documents(superseded=True)] == [False, True]
    assert all(told.text == STRIKE for event in ledger.events() for told in event.claims)


def test_a_changed_page_of_the_same_address_supersedes_whatever_its_name(ledger):
    hints = replace(HINTS, url="https://example.org/a/1?x=1")
    ledger.ingest_text(AMBUSH, name="one.txt", hints=hints)
    moved = replace(hints, url="HTTPS://Example.org:443/a/1?x=1#top")
    assert ledger.ingest_text(STRIKE, name="two.txt", hints=moved).status == "changed"
    assert {kept.text for kept in ledger.claims()} == {STRIKE}


def test_a_name_used_again_for_another_address_is_another_page(ledger):
    ledger.ingest_text(AMBUSH, name="latest.txt", hints=replace(HINTS, url="https://example.org/1"))
    outcome = ledger.ingest_text(STRIKE, name="latest.txt", hints=replace(HINTS, url="https://example.org/2"))
    assert outcome.status == "new"
    assert len({kept.text for kept in ledger.claims()}) == 2


def test_an_older_version_that_comes_again_does_not_come_back(ledger):
    ledger.ingest_text(AMBUSH, name="page.txt", hints=HINTS)
    ledger.ingest_text(STRIKE, name="page.txt", hints=HINTS)
    assert ledger.ingest_text(AMBUSH, name="page.txt", hints=HINTS).status == "older"
    assert {kept.text for kept in ledger.claims()} == {STRIKE}


def test_another_date_of_publication_is_a_new_reading_and_the_first_one_can_return(ledger):
    later = replace(HINTS, published="2031-04-20")
    ledger.ingest_text(AMBUSH, name="page.txt", hints=HINTS)
    first = [kept.claim for kept in ledger.claims()]
    assert ledger.ingest_text(AMBUSH, name="page.txt", hints=later).status == "reread"
    assert [kept.claim for kept in ledger.claims()] != first
    assert ledger.ingest_text(AMBUSH, name="page.txt", hints=HINTS).status == "restored"
    assert [kept.claim for kept in ledger.claims()] == first


def test_the_same_words_in_two_papers_are_two_documents_with_ids_of_their_own(ledger):
    ledger.ingest_text(AMBUSH, name="one.txt", hints=HINTS)
    ledger.ingest_text(AMBUSH, name="two.txt", hints=replace(HINTS, outlet="Other Daily"))
    claims = ledger.claims()
    assert len({kept.id for kept in claims}) == len(claims) == 2 * len(analyze(AMBUSH, hints=HINTS).claims)
    assert {kept.kept.document.outlet.name for kept in claims} == {"Example Daily", "Other Daily"}


def test_the_same_file_under_two_names_is_one_page(ledger):
    ledger.ingest_text(AMBUSH, name="one.txt", hints=HINTS)
    assert ledger.ingest_text(AMBUSH, name="two.txt", hints=HINTS).status == "same"
    before = ledger.digests()
    assert ledger.ingest_text(AMBUSH, name="two.txt", hints=HINTS).status == "same"
    assert ledger.digests() == before
    assert "two.txt" in " ".join(turn.what for turn in ledger.history(ledger.documents()[0].page_id))


def test_a_page_met_under_a_second_name_can_be_superseded_under_it(ledger):
    ledger.ingest_text(AMBUSH, name="one.txt", hints=HINTS)
    ledger.ingest_text(AMBUSH, name="two.txt", hints=HINTS)
    assert ledger.ingest_text(STRIKE, name="two.txt", hints=HINTS).status == "changed"
    assert {kept.text for kept in ledger.claims()} == {STRIKE}
    assert ledger.verify().damages == ()


REPLY = Capture(
    id="cap_1", at="2031-03-13T10:00:00+00:00", asked="https://paper.example/1", url="https://paper.example/1", status=200,
    headers=(("Server", "test"),), hops=(), raw_digest=digest_bytes(b"page"), wire_size=4, origin="web", body=b"page",
)  # fmt: skip


@pytest.mark.parametrize("table", SEALED, ids=lambda table: table.name)
def test_the_database_itself_refuses_to_change_or_delete_what_is_kept(ledger, table):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    ledger.ingest_text(AMBUSH, name="again.txt", hints=HINTS)
    ledger.ingest_text(BINARY, name="binary.txt", hints=HINTS)
    ledger.judge(ledger.claims()[0].id, "accept", why="the words say so")
    with writing(ledger.engine) as connection:
        journal = Journal(connection, who="tester")
        keep_capture(connection, journal, REPLY, url_key="url_1")
        journal.seal("capture", REPLY.id)
    key = next(iter(table.primary_key.columns))
    with reading(ledger.engine) as connection:
        row = connection.execute(select(table).limit(1)).mappings().one()
    for statement in (update(table).values({key: row[key.name]}), delete(table)):
        with pytest.raises(LedgerSealed), writing(ledger.engine) as connection:
            connection.execute(statement)
    if ledger.engine.dialect.name == "sqlite":
        with pytest.raises(LedgerSealed), writing(ledger.engine) as connection:
            connection.execute(insert(table).prefix_with("OR REPLACE").values(dict(row)))
    else:
        with pytest.raises(LedgerSealed), writing(ledger.engine) as connection:
            connection.exec_driver_sql(f"TRUNCATE {table.name} CASCADE")


def test_a_folder_is_read_whole_and_what_is_bad_is_a_failure(ledger, tmp_path):
    folder = write_pages(tmp_path / "pages", 4)
    (folder / "zz-bad.txt").write_bytes(BINARY)
    report = ledger.ingest(folder)
    assert [one.status for one in report.outcomes] == ["new"] * 4 + ["failed"]
    (failure,) = ledger.failures()
    assert (failure.name, failure.code, failure.has_bytes) == ("zz-bad.txt", "RW103", True)
    assert failure.advice
    assert [one.status for one in ledger.ingest(folder).outcomes] == ["same"] * 4 + ["failed"]
    assert len(ledger.failures()) == 1


def test_a_failure_is_closed_when_its_page_is_read(ledger, tmp_path):
    folder = write_pages(tmp_path / "pages", 1)
    (folder / "bad.txt").write_bytes(BINARY)
    ledger.ingest(folder)
    assert [one.status for one in ledger.retry().outcomes] == ["failed"]
    (folder / "bad.txt").write_text(STRIKE, encoding="utf8")
    (failure,) = ledger.failures()
    assert [one.status for one in ledger.retry(failure.id).outcomes] == ["new"]
    assert list(ledger.failures()) == []
    with pytest.raises(EntryUnknown):
        ledger.retry("fal_0123456789abcdef")


def test_a_failure_without_its_file_is_tried_from_the_bytes(ledger, tmp_path):
    (tmp_path / "bad.txt").write_bytes(BINARY)
    ledger.ingest(tmp_path / "bad.txt")
    (tmp_path / "bad.txt").unlink()
    assert ledger.retry().outcomes[0].code == "RW103"


def test_a_missing_file_is_a_failure_that_can_be_tried_again(ledger, tmp_path):
    ledger.ingest(tmp_path / "absent.txt", **{"outlet": "Example Daily"})
    assert [one.code for one in ledger.failures()] == ["RW101"]
    (tmp_path / "absent.txt").write_text(AMBUSH, encoding="utf8")
    ledger.retry()
    assert list(ledger.failures()) == []
    assert ledger.documents()[0].document.outlet.name == "Example Daily"


def test_claims_are_found_by_every_field(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    ledger.ingest_text(STRIKE, name="strike.txt", hints=replace(HINTS, outlet="Other Daily"))
    everything = ledger.claims()
    assert {kept.kept.name for kept in ledger.claims(outlet="Other Daily")} == {"strike.txt"}
    assert {kept.kept.name for kept in ledger.claims(document="ambush.txt")} == {"ambush.txt"}
    assert all(kept.claim.type == "ASSAULT" for kept in ledger.claims(type="assault"))
    assert ledger.claims(measure="killed")
    assert all(any(f.measure == "killed" for f in kept.claim.figures) for kept in ledger.claims(measure="killed"))
    assert {kept.kept.name for kept in ledger.claims(place="Gao")} == {"strike.txt"}
    assert ledger.claims(actor="jnim")
    assert ledger.claims(source="Malian")
    assert len(ledger.claims(limit=1)) == 1
    assert list(ledger.claims(since="2031-06-01")) == []
    assert len(ledger.claims(since="2031-03-01", until="2031-03-31")) == len(everything)
    assert ledger.claims(event=everything[0].event_id)[0].id == everything[0].id
    with pytest.raises(DateInvalid):
        ledger.claims(since="soon")
    with pytest.raises(EntryUnknown):
        ledger.claims(event="evt_0123456789abcdef")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("القوات", "القوات"),
        ("قوات", "القوات"),
        ("الحكوميه", "الحكومية"),
        ("متاجر", "المتاجر"),
        ("إحراق", "وإحراق"),
        ("احراق", "وإحراق"),
    ],
)
def test_words_are_found_in_any_spelling_and_with_any_clitic(ledger, asked, found):
    ledger.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
    hits = ledger.claims(search=asked)
    assert hits
    assert {span.of(kept.text) for kept in hits for span in kept.found} == {found}


def test_words_that_do_not_all_stand_in_a_claim_find_nothing(ledger):
    ledger.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
    assert list(ledger.claims(search="المتاجر كيدال")) == []
    with pytest.raises(InputError, match="no word"):
        ledger.claims(search="«»")


def test_events_hold_the_claims_that_hold(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    events = ledger.events()
    held = [told.claim.id for event in events for told in event.claims]
    assert sorted(held) == sorted(kept.id for kept in ledger.claims() if kept.claim.type != "STATE")
    assert ledger.event(held[0]).id == ledger.event(events[0].id[:12]).id or len(events) > 1
    with pytest.raises(EntryUnknown):
        ledger.event("evt_0123456789abcdef")
    assert len(ledger.events(place="ML")) >= 1
    assert list(ledger.events(since="2032-01-01")) == []


def test_rows_become_a_data_frame(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    frame = ledger.claims().to_pandas()
    assert list(frame["file"]) == ["ambush.txt"] * len(frame)
    assert {"id", "type", "words", "start", "place"} <= set(frame.columns)
    assert len(ledger.events().to_pandas()) == len(ledger.events())


def test_what_a_database_refuses_in_words_is_kept_all_the_same(ledger):
    text = AMBUSH + "\nعلامة \x00 وأخرى \ud800 في النص.\n"
    outcome = ledger.ingest_text(text, name="od\x00d\ud800.txt", hints=Hints(published="2031-03-13", outlet="A\x00B"))
    assert outcome.status == "new"
    assert ledger.claims()[0].text == analyze(text.encode("utf8", "surrogatepass")).page.text
    assert ledger.verify().damages == ()


def test_a_ledger_that_is_not_there_is_missing(address):
    with pytest.raises(LedgerMissing):
        Ledger(address, create=False)
    with riwaya.open(address) as made:
        assert made.view.counts() == {"pages": 0, "documents": 0, "claims": 0, "events": 0}
    with Ledger(address, create=False) as opened:
        assert list(opened.claims()) == []
