from __future__ import annotations

import gzip
import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as Oracle

from riwaya.collect.archives import Broken, iter_pages
from riwaya.collect.evidence import make_capture
from riwaya.collect.reply import Reply
from riwaya.collect.warc import write_warc
from riwaya.errors import ArchiveInvalid, DocumentTooLarge, ReplyBroken
from tests.collect.warcs import HTML, Record, make_warc

PAGE = "<p>قال السكان إن القصف أصاب السوق.</p>".encode()
ROOM = 100_000


def read(raw: bytes) -> list[Reply | Broken]:
    return list(iter_pages(BytesIO(raw), "test.warc.gz", max_bytes=ROOM))


@pytest.mark.parametrize("packed", [True, False])
def test_pages_come_in_order_with_address_time_and_headers(packed):
    raw = make_warc(
        [Record("https://a.example/1", PAGE), Record("https://a.example/2?utm_source=x", PAGE)], packed=packed
    )
    found = read(raw)
    assert [one.url for one in found] == ["https://a.example/1", "https://a.example/2"]
    assert isinstance(found[0], Reply)
    assert (found[0].body, found[0].at, found[0].content_type) == (PAGE, "2024-01-01T00:00:00+00:00", "text/html")


def test_packed_and_chunked_bodies_are_unpacked_and_those_kept_unpacked_left_as_they_are():
    coded = [*HTML, ("Content-Encoding", "gzip")]
    found = read(
        make_warc(
            [
                Record("https://a.example/1", gzip.compress(PAGE, mtime=0), headers=coded),
                Record("https://a.example/2", PAGE, headers=coded),
                Record(
                    "https://a.example/3", b"3\r\nabc\r\n0\r\n\r\n", headers=[*HTML, ("Transfer-Encoding", "chunked")]
                ),
                Record("https://a.example/4", b"no chunks", headers=[*HTML, ("Transfer-Encoding", "chunked")]),
            ]
        )
    )
    assert [one.body for one in found if isinstance(one, Reply)] == [PAGE, PAGE, b"abc", b"no chunks"]


def test_a_resource_is_a_page_and_what_is_no_page_is_passed_over():
    found = read(
        make_warc(
            [
                Record("dns:a.example", b"1.2.3.4", kind="resource", media="text/dns"),
                Record("https://a.example/r", PAGE, kind="resource", media="text/html"),
                Record("https://a.example/v", b"", kind="revisit"),
                Record("https://a.example/n", b"no", status="404 Not Found"),
                Record("https://a.example/i", b"\x89PNG", headers=[("Content-Type", "image/png")]),
                Record("https://a.example/e", b""),
                Record("https://a.example/q", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
            ]
        )
    )
    assert [one.url for one in found] == ["https://a.example/r"]


@pytest.mark.parametrize("body", [gzip.compress(b"\0" * 3_000_000, mtime=0), b"\0" * 200_000])
def test_a_page_that_is_too_large_is_broken_and_the_next_one_is_read(body):
    headers = [*HTML, ("Content-Encoding", "gzip")] if body[:2] == b"\x1f\x8b" else HTML
    found = read(make_warc([Record("https://a.example/1", body, headers=headers), Record("https://a.example/2", PAGE)]))
    assert isinstance(found[0], Broken)
    assert found[0].error.code in (DocumentTooLarge.code, "RW124")
    assert found[1].url == "https://a.example/2"


def test_a_record_of_a_hundred_megabytes_takes_little_memory():
    raw = make_warc([Record("https://a.example/1", b"a" * 100_000_000), Record("https://a.example/2", PAGE)])
    tracemalloc.start()
    try:
        found = read(raw)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert [type(one) for one in found] == [Broken, Reply]


def test_a_body_that_cannot_be_unpacked_is_broken_and_the_next_one_is_read():
    headers = [*HTML, ("Content-Encoding", "gzip")]
    cut = gzip.compress(PAGE, mtime=0)[:-9]
    found = read(make_warc([Record("https://a.example/1", cut, headers=headers), Record("https://a.example/2", PAGE)]))
    assert isinstance(found[0], Broken)
    assert found[0].error.code == ReplyBroken.code
    assert found[1].url == "https://a.example/2"


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_gives_what_stands_before(packed):
    raw = make_warc([Record("https://a.example/1", PAGE), Record("https://a.example/2", PAGE * 50)], packed=packed)
    found: list[Reply | Broken] = []
    try:
        for one in iter_pages(BytesIO(raw[:-60]), "cut", max_bytes=ROOM):
            found.append(one)
    except ArchiveInvalid:
        assert len(found) == 1
    else:
        assert [type(one) for one in found] == [Reply, Broken]


@pytest.mark.parametrize("raw", [b"", b"no archive at all" * 100, gzip.compress(b"nothing of the kind" * 100, mtime=0)])
def test_what_is_no_archive_is_refused(raw):
    with pytest.raises(ArchiveInvalid):
        read(raw)


@given(st.binary(max_size=200), st.integers(0, 600))
def test_any_damage_gives_pages_or_a_coded_error(noise, at):
    raw = make_warc([Record("https://a.example/1", PAGE), Record("https://a.example/2", PAGE)], packed=False)
    for told in (noise, raw[:at] + noise + raw[at + len(noise) :]):
        try:
            read(told)
        except ArchiveInvalid:
            continue


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_bodies_keep_their_bytes_whatever_their_encoding(encoding):
    body = "<p>نفى الجيش ذلك.</p>".encode(encoding)
    (found,) = read(make_warc([Record("https://a.example/1", body)]))
    assert isinstance(found, Reply)
    assert found.body == body


def test_what_is_written_is_read_back_by_us_and_by_another_reader_and_is_the_same_each_time():
    reply = Reply(
        asked="https://a.example/old", url="https://a.example/1", status=200, body=PAGE, wire_size=20, hops=("https://a.example/old",),
        headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")), at="2024-01-01T10:11:12.000013+00:00",
    )  # fmt: skip
    written = []
    for _ in range(2):
        sink = BytesIO()
        assert write_warc([make_capture(reply)], sink) == 1
        written.append(sink.getvalue())
    assert written[0] == written[1]
    (back,) = read(written[0])
    assert isinstance(back, Reply)
    assert (back.url, back.body, back.at) == (reply.url, PAGE, reply.at)
    oracle = Oracle(BytesIO(written[0]), check_digests=True)
    record = next(oracle)
    assert record.rec_headers.get_header("X-Riwaya-SHA256") == reply.digest
    assert record.rec_headers.get_header("X-Riwaya-Redirects") == "https://a.example/old"
    assert record.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert record.content_stream().read() == PAGE
    assert record.digest_checker.passed is True
