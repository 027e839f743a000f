from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from riwaya.collect.fetcher import Fetcher, Limits
from riwaya.collect.reply import Validators, validators_of
from riwaya.errors import (
    AddressRefused,
    FetchTimeout,
    FetchTooLarge,
    HostUnreachable,
    RedirectsRefused,
    ReplyBroken,
    StatusRefused,
)
from tests.collect import server as hostile
from tests.collect.server import Request, Server, serving

LIMITS = Limits(seconds=1.5, wait=1.0, max_bytes=200_000, max_hops=4)
PAGE = "<p>أعلنت جماعة أنها هاجمت قافلة.</p>"


@pytest.fixture
def server():
    with serving() as running:
        yield running


@pytest.fixture
def fetcher(server):
    with Fetcher(limits=LIMITS, allowed=(server.place,)) as made:
        yield made


def leads(request: Request, where: str, status: int = 302) -> None:
    request.reply(status=status, Location=where)


def test_a_page_comes_with_its_status_headers_digest_and_time(server, fetcher):
    reply = fetcher.fetch(server.page("/a", PAGE, ETag='"v1"', Last_Modified="Mon, 01 Jan 2024 10:00:00 GMT"))
    assert (reply.status, reply.body.decode(), reply.content_type, reply.charset) == (200, PAGE, "text/html", "utf-8")
    assert reply.at.endswith("+00:00")
    assert len(reply.digest) == 64
    assert validators_of(reply) == Validators(etag='"v1"', modified="Mon, 01 Jan 2024 10:00:00 GMT")


def test_we_name_ourselves_and_carry_no_cookie(server, fetcher):
    server.page("/a", PAGE, Set_Cookie="a=b")
    fetcher.fetch(server.url("/a"))
    fetcher.fetch(server.url("/a"))
    assert server.asked[1].headers["user-agent"].startswith("Riwaya/")
    assert "cookie" not in server.asked[1].headers


def test_what_did_not_change_is_not_sent_again(server, fetcher):
    def page(request: Request) -> None:
        if request.headers.get("if-none-match") == '"v1"':
            request.send(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
        else:
            request.reply(PAGE.encode(), ETag='"v1"')

    server.pages["/a"] = page
    first = fetcher.fetch(server.url("/a"))
    again = fetcher.fetch(server.url("/a"), known=validators_of(first))
    assert (again.is_unchanged, again.body) == (True, b"")


@pytest.mark.parametrize("behaviour", [hostile.drip, hostile.drip_headers, hostile.silent])
def test_a_slow_server_is_left_when_the_time_is_over(server, fetcher, behaviour):
    server.pages["/slow"] = behaviour
    with pytest.raises(FetchTimeout):
        fetcher.fetch(server.url("/slow"))


def test_an_endless_page_is_left_at_the_bound(server, fetcher):
    server.pages["/endless"] = hostile.endless
    with pytest.raises(FetchTooLarge):
        fetcher.fetch(server.url("/endless"))


def test_a_bomb_is_stopped_at_the_bound_and_takes_little_memory(server, fetcher):
    bomb = gzip.compress(b"\0" * 50_000_000, mtime=0)
    server.page("/bomb", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        with pytest.raises(FetchTooLarge):
            fetcher.fetch(server.url("/bomb"))
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE.encode(), mtime=0)),
        ("deflate", zlib.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode())[2:-4]),
        ("identity", PAGE.encode()),
    ],
)
def test_packed_pages_are_unpacked(server, fetcher, coding, packed):
    reply = fetcher.fetch(server.page("/packed", packed, Content_Encoding=coding))
    assert (reply.body.decode(), reply.wire_size) == (PAGE, len(packed))


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE.encode(), mtime=0)[:-9]),
        ("gzip", b"no gzip at all"),
        ("br", b"x"),
        ("gzip, gzip", b"x"),
    ],
)
def test_what_cannot_be_unpacked_is_a_broken_reply(server, fetcher, coding, packed):
    with pytest.raises(ReplyBroken):
        fetcher.fetch(server.page("/packed", packed, Content_Encoding=coding))


def test_a_page_shorter_than_its_length_is_a_broken_reply(server, fetcher):
    server.pages["/short"] = lambda request: request.send(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc")
    with pytest.raises(ReplyBroken):
        fetcher.fetch(server.url("/short"))


@pytest.mark.parametrize("raw", [b"", b"no http\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n"])
def test_what_is_no_http_is_a_broken_reply(server, fetcher, raw):
    server.pages["/raw"] = lambda request: request.send(raw)
    with pytest.raises((ReplyBroken, HostUnreachable)):
        fetcher.fetch(server.url("/raw"))


def test_redirects_are_followed_and_kept(server, fetcher):
    server.pages["/a"] = lambda request: leads(request, "b?x=1", 301)
    server.pages["/b"] = lambda request: leads(request, "/c")
    server.page("/c", PAGE)
    reply = fetcher.fetch(server.url("/a"))
    assert (reply.asked, reply.url) == (server.url("/a"), server.url("/c"))
    assert reply.hops == (server.url("/a"), server.url("/b?x=1"))


def test_a_circle_of_redirects_ends(server, fetcher):
    server.pages["/a"] = lambda request: leads(request, "/b")
    server.pages["/b"] = lambda request: leads(request, "/a")
    with pytest.raises(RedirectsRefused):
        fetcher.fetch(server.url("/a"))
    assert server.hits["/a"] == 1


def test_a_long_way_of_redirects_ends(server, fetcher):
    server.pages["*"] = lambda request: leads(request, request.path + "x")
    with pytest.raises(RedirectsRefused):
        fetcher.fetch(server.url("/a"))
    assert sum(server.hits.values()) == LIMITS.max_hops + 1


@pytest.mark.parametrize("where", ["", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/"])
def test_a_redirect_to_no_page_is_refused(server, fetcher, where):
    server.pages["/a"] = lambda request: leads(request, where)
    with pytest.raises((RedirectsRefused, AddressRefused)):
        fetcher.fetch(server.url("/a"))


INSIDE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/",
    "http://10.0.0.8/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://100.64.0.1/",
    "http://[fd00::1]/",
    "http://２１３０７０６４３３/",
    "http://①②⑦.⓪.⓪.①/",
]


@pytest.mark.parametrize("url", INSIDE)
def test_no_machine_inside_a_network_is_asked_in_any_spelling(fetcher, url):
    with pytest.raises((AddressRefused, HostUnreachable)):
        fetcher.fetch(url)


@pytest.mark.parametrize("url", INSIDE)
def test_a_redirect_does_not_lead_inside_either(server, fetcher, url):
    server.pages["/a"] = lambda request: leads(request, url.encode().decode("latin-1"))
    with pytest.raises((AddressRefused, HostUnreachable, RedirectsRefused)):
        fetcher.fetch(server.url("/a"))


def test_a_redirect_to_another_port_of_the_allowed_machine_is_refused(server, fetcher):
    with serving() as other:
        other.page("/secret", PAGE)
        server.pages["/a"] = lambda request: leads(request, other.url("/secret"))
        with pytest.raises(AddressRefused):
            fetcher.fetch(server.url("/a"))
        assert not other.hits


def test_a_name_that_answers_with_an_inside_address_is_refused_also_beside_public_ones():
    with (
        Fetcher(limits=LIMITS, resolver=lambda _host, _port: ["93.184.216.34", "127.0.0.1"]) as fetcher,
        pytest.raises(AddressRefused),
    ):
        fetcher.fetch("http://two-faces.example/")


def test_a_name_that_answers_otherwise_the_second_time_is_not_asked_a_second_time(server):
    """The address that was checked is the one connected to: a rebinding name never comes to its second answer."""
    answers = iter((["203.0.113.7"], ["127.0.0.1"]))
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    with Fetcher(limits=LIMITS, resolver=resolver) as fetcher:
        with pytest.raises((AddressRefused, HostUnreachable, FetchTimeout)):
            fetcher.fetch("http://rebinding.example/")
        assert asked == ["rebinding.example"]
        with pytest.raises(AddressRefused):
            fetcher.fetch("http://rebinding.example/")
    assert not server.hits


def test_a_name_server_that_never_answers_is_left(server):
    import threading

    release = threading.Event()

    def resolver(_host: str, _port: int) -> list[str]:
        release.wait(10)
        return []

    with Fetcher(limits=LIMITS, resolver=resolver) as fetcher, pytest.raises(FetchTimeout):
        fetcher.fetch("http://slow-name.example/")
    release.set()


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/a", "http://", "http://a:b@example.org/", "http://example.org:22/",
     "http://exa mple.org/", "http://example.org/\r\nX: y", "http://example.org\\@127.0.0.1/", "http://example.org:99999/",
     "http://" + "a" * 3000 + ".org/"],
)  # fmt: skip
def test_an_address_that_is_no_page_is_refused_before_anything_is_asked(fetcher, url):
    with pytest.raises(AddressRefused):
        fetcher.fetch(url)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 500, 503])
def test_another_status_is_an_error_that_holds_it(server, fetcher, status):
    server.pages["/a"] = lambda request: request.reply(b"no", status=status, Retry_After="120")
    with pytest.raises(StatusRefused) as caught:
        fetcher.fetch(server.url("/a"))
    assert (caught.value.context["status"], caught.value.context["retry_after"]) == (status, "120")


def test_an_unasked_304_is_no_page(server, fetcher):
    server.pages["/a"] = lambda request: request.send(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
    with pytest.raises(StatusRefused):
        fetcher.fetch(server.url("/a"))


def test_broken_tls_is_never_overlooked(server):
    with (
        Fetcher(limits=LIMITS, allowed=(server.place,)) as fetcher,
        pytest.raises((HostUnreachable, ReplyBroken, FetchTimeout)),
    ):
        fetcher.fetch(f"https://127.0.0.1:{server.port}/")


def test_nobody_at_home_is_unreachable():
    with Server_closed() as place, Fetcher(limits=LIMITS, allowed=(place,)) as fetcher:
        with pytest.raises(HostUnreachable):
            fetcher.fetch(f"http://{place}/")


class Server_closed:  # noqa: N801 - reads as a place
    """A port at which nobody listens any more."""

    def __enter__(self) -> str:
        with serving(Server()) as gone:
            return gone.place

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""
