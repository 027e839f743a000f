"""The commands as a person uses them, against a real server on loopback."""

from __future__ import annotations

import json

import pytest

from riwaya.cli.running import run
from riwaya.collect.archives import iter_pages
from riwaya.ledger.store import Ledger
from tests.collect.test_urls import PAGE
from tests.collect.test_watch import feed
from tests.collect.warcs import Record, make_warc


@pytest.fixture(autouse=True)
def allowed(server, monkeypatch):
    monkeypatch.setenv("RIWAYA_FETCH_ALLOW", server.place)
    monkeypatch.setenv("RIWAYA_FETCH_SECONDS", "3")


def lines(capsys) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_address_is_ingested_and_its_evidence_written_out(server, tmp_path, capsys):
    book = str(tmp_path / "book.db")
    assert (
        run(["ingest", "--ledger", book, "--published", "2031-03-13", "--format", "jsonl", server.page("/a", PAGE)])
        == 0
    )
    (told,) = lines(capsys)
    with Ledger(book) as opened:
        claim = opened.claims()[0].claim.id
    target = tmp_path / "proof.warc.gz"
    assert run(["capture", "--ledger", book, claim, "-o", str(target), "--format", "jsonl"]) == 0
    (shown,) = lines(capsys)
    assert shown["url"] == told["name"] == server.url("/a")
    with target.open("rb") as stream:
        (page,) = iter_pages(stream, "proof", max_bytes=100_000)
    assert page.body == PAGE.encode()
    assert run(["capture", "--ledger", book, claim, "-o", str(target)]) != 0


def test_an_address_that_gives_nothing_is_a_failure_with_its_code(server, tmp_path, capsys):
    book = str(tmp_path / "book.db")
    assert run(["ingest", "--ledger", book, server.url("/none")]) == 65
    assert run(["failures", "--ledger", book, "--format", "jsonl"]) == 0
    assert "RW127" in capsys.readouterr().out


def test_an_archive_is_ingested_beside_files(tmp_path, capsys):
    book, archive, page = str(tmp_path / "book.db"), tmp_path / "crawl.warc.gz", tmp_path / "b.html"
    archive.write_bytes(make_warc([Record("https://a.example/1", PAGE.encode()), Record("https://a.example/2", b"")]))
    page.write_text(PAGE.replace("14", "15"))
    assert (
        run(["ingest", "--ledger", book, "--published", "2031-03-13", "--format", "jsonl", str(archive), str(page)])
        == 0
    )
    assert [one["status"] for one in lines(capsys)] == ["new", "new"]
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(b"no archive")
    assert (
        run(["ingest", "--ledger", book, "--published", "2031-03-13", "--format", "jsonl", str(broken), str(archive)])
        == 65
    )
    assert [one["status"] for one in lines(capsys)] == ["failed", "same"]


def test_a_source_is_followed_watched_listed_and_removed(server, tmp_path, capsys):
    book = str(tmp_path / "book.db")
    server.page("/1", PAGE)
    url = server.page("/feed", feed("/1", "/gone"))
    assert run(["follow", "add", "--ledger", book, "--outlet", "صحيفة التجربة", url]) == 0
    assert capsys.readouterr().out == f"{url}\n"
    assert run(["watch", "--ledger", book, "--once", "--format", "jsonl"]) == 0
    assert sorted((str(step["kind"]), str(step["status"])) for step in lines(capsys)) == [
        ("list", "looked"),
        ("page", "dead"),
        ("page", "new"),
    ]
    assert run(["follow", "list", "--ledger", book, "--format", "jsonl"]) == 0
    (standing,) = lines(capsys)
    assert (standing["url"], standing["done"], standing["dead"], standing["named"]) == (url, 1, 1, 2)
    assert run(["follow", "list", "--ledger", book, "--width", "100"]) == 0
    assert "given up" in capsys.readouterr().out
    assert run(["follow", "dead", "--ledger", book, "--format", "jsonl"]) == 0
    assert [one["code"] for one in lines(capsys)] == ["RW127"]
    assert run(["follow", "dead", "--ledger", book, "--retry"]) == 0
    assert run(["follow", "remove", "--ledger", book, url]) == 0
    assert run(["follow", "remove", "--ledger", book, url]) == 75


def test_a_backup_carries_what_is_followed(server, tmp_path):
    book, copy = str(tmp_path / "book.db"), str(tmp_path / "copy.db")
    server.page("/1", PAGE)
    url = server.page("/feed", feed("/1"))
    assert run(["follow", "add", "--ledger", book, url]) == 0
    assert run(["watch", "--ledger", book, "--once"]) == 0
    assert run(["backup", "--ledger", book, str(tmp_path / "saved.db")]) == 0
    assert run(["restore", "--ledger", copy, str(tmp_path / "saved.db")]) == 0
    assert run(["follow", "list", "--ledger", copy]) == 0
    with Ledger(book) as one, Ledger(copy) as other:
        assert one.digests() == other.digests()
        assert other.verify().damages == ()
