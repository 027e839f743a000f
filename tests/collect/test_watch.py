from __future__ import annotations

import pytest

from riwaya.collect import follow
from riwaya.collect.watch import LEASE, TRIES, Step, Watcher
from riwaya.errors import AddressRefused, EntryUnknown, ListInvalid, StatusRefused
from riwaya.ledger.captures import find_captures
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.jobs import find_dead, revive, take_job
from tests.collect.server import Request
from tests.collect.test_lists import INDEX, NEWS
from tests.collect.test_urls import PAGE


def feed(*paths: str, date: str = "Mon, 01 Jan 2024 10:00:00 GMT") -> str:
    items = "".join(f"<item><title>خبر</title><link>{path}</link><pubDate>{date}</pubDate></item>" for path in paths)
    return f'<rss version="2.0"><channel><title>ص</title>{items}</channel></rss>'


def page(number: int) -> str:
    return PAGE.replace("14", str(number))


def run_for(watcher: Watcher, seconds: float) -> list[Step]:
    told: list[Step] = []
    watcher.run(tell=told.append, until=watcher.asker.clock.now() + seconds)
    return told


@pytest.fixture
def watcher(book, asker) -> Watcher:
    return Watcher(ledger=book, asker=asker)


def test_a_feed_is_followed_and_its_pages_are_read_once(server, asker, book, watcher):
    for number in (1, 2, 3):
        server.page(f"/{number}", page(number))
    url = server.page("/feed", feed("/1", "/2"))
    assert follow.add(book, url, asker=asker, outlet="صحيفة") == [url]
    assert follow.add(book, url, asker=asker) == [url]
    run_for(watcher, 1000)
    server.page("/feed", feed("/3", "/2", "/1"))
    run_for(watcher, 4000)
    assert {path: server.hits[path] for path in ("/1", "/2", "/3")} == {"/1": 1, "/2": 1, "/3": 1}
    assert len(book.documents()) == 3
    (standing,) = follow.list_all(book)
    assert (standing.done, standing.waiting, standing.dead, standing.followed.kind) == (3, 0, 0, "feed")
    assert [str(kept.document.published.start) for kept in book.documents()] == ["2024-01-01"] * 3


def test_a_list_that_did_not_change_is_not_sent_again(server, asker, book, watcher):
    def answer(request: Request) -> None:
        if request.headers.get("if-none-match") == '"v1"':
            request.send(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
        else:
            request.reply(feed("/1").encode(), ETag='"v1"')

    server.pages["/feed"] = answer
    server.page("/1", page(1))
    follow.add(book, server.url("/feed"), asker=asker)
    told = run_for(watcher, 6000)
    assert [step.status for step in told if step.kind == "list"] == ["looked", "unchanged", "unchanged", "unchanged"]


def test_a_page_whose_date_changed_in_the_list_is_read_again(server, asker, book, watcher):
    server.page("/1", page(1))
    follow.add(book, server.page("/feed", feed("/1")), asker=asker)
    run_for(watcher, 100)
    server.page("/1", page(9))
    server.page("/feed", feed("/1", date="Tue, 02 Jan 2024 10:00:00 GMT"))
    told = run_for(watcher, 2000)
    assert [step.status for step in told if step.kind == "page"] == ["changed"]
    assert [figure.low for kept in book.claims() for figure in kept.claim.figures] == [9]


def test_an_index_of_sitemaps_is_followed_down_and_an_index_in_it_is_not(server, asker, book, watcher):
    server.page("/n1", page(1))
    server.page("/n2", page(2))
    news = NEWS.replace("https://paper.example", server.base)
    server.page("/s1.xml", news, kind="application/xml")
    server.page("/s2.xml.gz", INDEX, kind="application/xml")
    follow.add(book, server.page("/sitemap.xml", INDEX, kind="application/xml"), asker=asker)
    told = run_for(watcher, 60)
    assert sorted(step.url for step in told if step.kind == "page") == [server.url("/n1"), server.url("/n2")]
    assert [step.code for step in told if step.url.endswith("s2.xml.gz")] == [ListInvalid.code] * 2


def test_a_page_that_is_gone_is_given_up_at_once_and_can_be_revived(server, asker, book, watcher):
    follow.add(book, server.page("/feed", feed("/gone")), asker=asker)
    told = run_for(watcher, 100)
    assert [step.status for step in told if step.kind == "page"] == ["dead"]
    with reading(book.engine) as connection:
        (dead,) = find_dead(connection)
    assert (dead.url, dead.code, dead.attempts) == (server.url("/gone"), StatusRefused.code, 1)
    server.page("/gone", page(5))
    with writing(book.engine) as connection:
        assert revive(connection, now=asker.clock.now()) == 1
    assert [step.status for step in run_for(watcher, 100) if step.kind == "page"] == ["new"]


def test_a_server_that_refuses_is_left_alone_as_it_asks_and_tried_again(server, asker, book, watcher, clock):
    times: list[float] = []

    def busy(request: Request) -> None:
        times.append(clock.now())
        if len(times) < 3:
            request.reply(status=503, Retry_After="600")
        else:
            request.reply(page(1).encode())

    server.pages["/1"] = busy
    follow.add(book, server.page("/feed", feed("/1")), asker=asker, every=86_400)
    told = run_for(watcher, 3000)
    assert [step.status for step in told if step.kind == "page"] == ["waiting", "waiting", "new"]
    assert times[1] - times[0] >= 600
    assert times[2] - times[1] >= 600


def test_a_page_that_never_comes_is_given_up_after_some_tries(server, asker, book, watcher):
    server.pages["/1"] = lambda request: request.reply(status=500)
    follow.add(book, server.page("/feed", feed("/1")), asker=asker, every=10_000_000)
    told = run_for(watcher, 2_000)
    assert [step.status for step in told if step.kind == "page"] == ["waiting"] * (TRIES - 1) + ["dead"]


def test_a_list_may_name_addresses_inside_the_network_and_none_is_asked(server, asker, book, watcher):
    follow.add(book, server.page("/feed", feed("http://127.0.0.1:1/x", "http://169.254.169.254/x")), asker=asker)
    told = run_for(watcher, 100)
    assert [(step.status, step.code) for step in told if step.kind == "page"] == [("dead", AddressRefused.code)]


def test_a_list_that_breaks_is_looked_at_later_and_says_why(server, asker, book, watcher):
    url = server.page("/feed", feed("/1"))
    server.page("/1", page(1))
    follow.add(book, url, asker=asker)
    server.page("/feed", b"<html>maintenance</html>")
    run_for(watcher, 10)
    (standing,) = follow.list_all(book)
    assert (standing.followed.errors, standing.followed.code) == (1, ListInvalid.code)
    server.page("/feed", feed("/1"))
    run_for(watcher, 100)
    (standing,) = follow.list_all(book)
    assert (standing.followed.errors, standing.followed.code, standing.done) == (0, None, 1)


def test_the_feed_of_a_site_is_found_and_removed_with_what_waits(server, asker, book, watcher):
    home = server.page("/", '<link rel="alternate" type="application/rss+xml" href="/feed">')
    server.page("/feed", feed("/1"))
    assert follow.add(book, home, asker=asker) == [server.url("/feed")]
    assert follow.remove(book, server.url("/feed"), asker=asker) == 1
    assert run_for(watcher, 100) == []
    with pytest.raises(EntryUnknown):
        follow.remove(book, server.url("/feed"), asker=asker)


def test_a_job_of_a_worker_that_died_is_taken_when_its_lease_is_over(server, asker, book, watcher, clock):
    server.page("/1", page(1))
    follow.add(book, server.page("/feed", feed("/1")), asker=asker)
    with writing(book.engine) as connection:
        assert take_job(connection, owner="gone", now=clock.now(), seconds=LEASE) is not None
        assert take_job(connection, owner="other", now=clock.now(), seconds=LEASE) is None
    assert run_for(watcher, LEASE - 10) == []
    assert [step.status for step in run_for(watcher, 100)] == ["looked", "new"]


def test_a_reply_that_is_kept_is_read_without_asking_again(server, asker, book, watcher, monkeypatch):
    server.page("/1", page(1))
    follow.add(book, server.page("/feed", feed("/1")), asker=asker)
    watcher.step()
    with monkeypatch.context() as patched:
        patched.setattr("riwaya.collect.watch.read_capture", _killed)
        asker.clock.sleep(10)
        with pytest.raises(KeyboardInterrupt):
            watcher.step()
    assert len(book.documents()) == 0
    told = run_for(Watcher(ledger=book, asker=asker), LEASE + 10)
    assert [step.status for step in told if step.kind == "page"] == ["new"]
    assert server.hits["/1"] == 1
    (kept,) = book.claims()
    assert len(find_captures(book.engine, kept.claim.id)) == 1


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
