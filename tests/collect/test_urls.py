from __future__ import annotations

import pytest

from riwaya.collect.urls import ingest_urls
from riwaya.errors import AddressRefused, EntryUnknown, ListInvalid, RobotsForbid, StatusRefused
from riwaya.ledger.captures import find_captures
from riwaya.model.document import Hints
from tests.collect.test_lists import FEED

PAGE = (
    "<html><head><title>كمين</title></head><body><article><h1>مقتل جنود في كمين</h1>"
    "<p>أعلنت جماعة أنصار النور أنها قتلت 14 جنديا ماليا في كمين قرب مدينة غاو يوم الثلاثاء.</p></article></body></html>"
)
HINTS = Hints(published="2031-03-13")


def test_a_page_is_fetched_kept_as_evidence_and_read(server, asker, book):
    url = server.page("/a", PAGE, Server="test") + "?utm_source=x"
    report = ingest_urls(book, [url], HINTS, asker=asker)
    (outcome,) = report.outcomes
    assert (outcome.status, outcome.name) == ("new", server.url("/a"))
    (kept,) = book.claims()
    assert kept.kept.url == server.url("/a")
    for name in (outcome.page_id, kept.kept.document.id, kept.claim.id):
        (evidence,) = find_captures(book.engine, name)
        assert (evidence.body.decode(), evidence.status) == (PAGE, 200)
        assert ("Server", "test") in evidence.headers
    assert book.verify().damages == ()


def test_the_same_page_twice_is_one_page_with_two_replies(server, asker, book):
    url = server.page("/a", PAGE)
    ingest_urls(book, [url], HINTS, asker=asker)
    (again,) = ingest_urls(book, [url], HINTS, asker=asker).outcomes
    assert again.status == "same"
    assert len(find_captures(book.engine, again.page_id)) == 2


def test_a_page_that_changed_is_a_new_version(server, asker, book):
    ingest_urls(book, [server.page("/a", PAGE)], HINTS, asker=asker)
    (again,) = ingest_urls(book, [server.page("/a", PAGE.replace("14", "16"))], HINTS, asker=asker).outcomes
    assert again.status == "changed"
    assert [figure.low for kept in book.claims() for figure in kept.claim.figures] == [16]


@pytest.mark.parametrize(
    ("path", "code"),
    [("/gone", StatusRefused.code), ("/secret", RobotsForbid.code), ("/feed", ListInvalid.code)],
)
def test_what_cannot_be_had_is_a_failure_and_the_others_go_on(server, asker, book, path, code):
    server.page("/robots.txt", "User-agent: *\nDisallow: /secret\n")
    server.page("/feed", FEED)
    report = ingest_urls(book, [server.url(path), server.page("/a", PAGE)], HINTS, asker=asker)
    assert [outcome.status for outcome in report.outcomes] == ["failed", "new"]
    (failure,) = book.failures()
    assert (failure.code, failure.name) == (code, server.url(path))


def test_an_address_inside_the_network_is_a_failure(asker, book):
    (outcome,) = ingest_urls(book, ["http://169.254.169.254/latest"], HINTS, asker=asker).outcomes
    assert (outcome.status, outcome.code) == ("failed", AddressRefused.code)


def test_a_failure_is_closed_by_the_page_that_comes_at_last(server, asker, book):
    url = server.url("/late")
    ingest_urls(book, [url], HINTS, asker=asker)
    assert len(book.failures()) == 1
    server.page("/late", PAGE)
    ingest_urls(book, [url], HINTS, asker=asker)
    assert len(book.failures()) == 0


def test_a_host_is_asked_with_pauses(server, asker, book, clock):
    urls = [server.page(f"/{number}", PAGE.replace("14", str(number))) for number in range(1, 4)]
    before = clock.now()
    ingest_urls(book, urls, HINTS, asker=asker)
    assert clock.now() - before >= 4


def test_what_was_read_from_a_file_has_no_evidence_of_the_web(book, tmp_path):
    page = tmp_path / "a.html"
    page.write_text(PAGE)
    (outcome,) = book.ingest(page, published="2031-03-13").outcomes
    with pytest.raises(EntryUnknown):
        find_captures(book.engine, outcome.page_id)
