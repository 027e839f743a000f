from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.collect.discovery import find_lists, parse_list
from riwaya.collect.feeds import parse_feed
from riwaya.collect.fetcher import Fetcher, Limits
from riwaya.collect.lists import MAX_ENTRIES
from riwaya.collect.reply import Reply
from riwaya.collect.robots import Robots
from riwaya.collect.sitemaps import looks_like_sitemap, parse_sitemap
from riwaya.errors import ListInvalid
from tests.collect.server import serving
from tests.collect.test_robots import Hands

BASE = "https://paper.example/rss"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة</title><language>ar</language>
<item><title>هجوم على قافلة</title><link>/a?utm_source=rss</link><pubDate>Mon, 01 Jan 2024 10:00:00 +0300</pubDate></item>
<item><title>نفي</title><link>https://paper.example/b</link><pubDate>the day after</pubDate></item>
<item><title>مستقبل</title><link>https://paper.example/c</link><pubDate>Mon, 01 Jan 2099 10:00:00 GMT</pubDate></item>
<item><title>بلا رابط</title></item>
<item><title>مكرر</title><link>https://paper.example/a</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>ت</title>
<link href="https://paper.example/z"/><updated>2024-02-03T04:05:06Z</updated></entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://paper.example/n1</loc><news:news><news:publication><news:name>x</news:name><news:language>ar</news:language>
</news:publication><news:publication_date>2024-05-06T07:08:09+00:00</news:publication_date><news:title>عنوان</news:title>
</news:news></url><url><loc>https://paper.example/n2</loc><lastmod>2024-01-01</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/s1.xml</loc></sitemap>
<sitemap><loc>/s2.xml.gz</loc></sitemap></sitemapindex>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>"""


def reply(body: str | bytes, url: str = "https://paper.example/") -> Reply:
    raw = body.encode() if isinstance(body, str) else body
    return Reply(
        asked=url, url=url, status=200, headers=(("Content-Type", "text/html"),), body=raw, wire_size=len(raw), at=""
    )


def test_a_feed_gives_each_address_once_with_what_it_says():
    listing = parse_feed(FEED.encode(), BASE)
    assert [entry.url for entry in listing.entries] == [
        "https://paper.example/a",
        "https://paper.example/b",
        "https://paper.example/c",
    ]
    assert (listing.entries[0].published, listing.entries[0].title) == ("2024-01-01T07:00+00:00", "هجوم على قافلة")
    assert (listing.entries[0].language, listing.title) == ("ar", "صحيفة")


def test_a_date_that_cannot_be_is_left_out_and_the_entry_stays():
    assert [entry.published for entry in parse_feed(FEED.encode(), BASE).entries[1:]] == [None, None]


def test_atom_is_read_too():
    assert [(one.url, one.published) for one in parse_feed(ATOM.encode(), BASE).entries] == [
        ("https://paper.example/z", "2024-02-03T04:05+00:00")
    ]


def test_a_feed_that_breaks_off_gives_what_stands_before():
    cut = FEED[: FEED.index("<item><title>مستقبل")]
    assert len(parse_feed(cut.encode(), BASE).entries) == 2


@pytest.mark.parametrize("raw", [b"", b"<html><p>x</p></html>", b"\x00\x01\x02", b"{}"])
def test_what_is_no_feed_is_refused(raw):
    with pytest.raises(ListInvalid):
        parse_feed(raw, BASE)


def test_a_bomb_of_entities_is_refused_in_feed_and_sitemap():
    with pytest.raises(ListInvalid):
        parse_feed((BOMB + FEED.partition("?>")[2].replace("هجوم", "&d;")).encode(), BASE)
    told = (BOMB + NEWS.replace("n1", "&d;")).encode()
    assert all(len(entry.url) < 200 for entry in parse_sitemap(told, BASE).entries)


def test_entities_that_name_files_are_never_opened(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://leaked.example/")
    told = f'<!DOCTYPE u [<!ENTITY x SYSTEM "file://{secret}">]>' + NEWS.replace("https://paper.example/n1", "&x;")
    assert "leaked" not in str(parse_sitemap(told.encode(), BASE))


def test_a_news_sitemap_gives_days_of_articles_and_not_of_files():
    listing = parse_sitemap(NEWS.encode(), BASE)
    assert [(one.url, one.published, one.language) for one in listing.entries] == [
        ("https://paper.example/n1", "2024-05-06T07:08:09+00:00", "ar"),
        ("https://paper.example/n2", None, None),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_an_index_names_sitemaps(packed):
    raw = gzip.compress(INDEX.encode(), mtime=0) if packed else INDEX.encode()
    assert looks_like_sitemap(raw)
    listing = parse_sitemap(raw, "https://paper.example/sitemap.xml")
    assert (listing.kind, listing.more) == (
        "index",
        ("https://paper.example/s1.xml", "https://paper.example/s2.xml.gz"),
    )


def test_a_plain_list_of_addresses_is_a_sitemap():
    listing = parse_sitemap(b"https://paper.example/1\nhttps://paper.example/2\n", BASE)
    assert [one.url for one in listing.entries] == ["https://paper.example/1", "https://paper.example/2"]


def test_a_sitemap_that_breaks_off_gives_what_stands_before():
    assert len(parse_sitemap(NEWS[: NEWS.index("lastmod")].encode(), BASE).entries) == 1


@pytest.mark.parametrize("raw", [b"", b"<a/>", b"<urlset", b"plain words", gzip.compress(b"\0" * 60_000_000, mtime=0)])
def test_what_is_no_sitemap_is_refused(raw):
    with pytest.raises(ListInvalid):
        parse_sitemap(raw, BASE)


def test_ten_thousand_links_are_taken_and_the_rest_is_said_to_be_left():
    many = "".join(f"<url><loc>https://paper.example/{number}</loc></url>" for number in range(MAX_ENTRIES + 5))
    listing = parse_sitemap(f"<urlset>{many}</urlset>".encode(), BASE)
    assert (len(listing.entries), listing.is_cut) == (MAX_ENTRIES, True)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_refused(raw):
    for told in (raw, b"<rss version='2.0'>" + raw, b"<urlset>" + raw, b"<html>" + raw):
        try:
            parse_list(reply(told))
        except ListInvalid:
            continue


def test_a_page_gives_its_headlines_on_its_own_site():
    page = """<a href="/one">الجيش يعلن السيطرة على المدينة</a><a href="/one#c">الجيش يعلن السيطرة على المدينة</a>
    <a href="https://other.example/x">خبر طويل في موقع آخر بعيد</a><a href="/about">من نحن</a>"""
    assert [one.url for one in parse_list(reply(page)).entries] == ["https://paper.example/one"]


@pytest.fixture
def site():
    with serving() as server, Fetcher(limits=Limits(seconds=2), allowed=(server.place,)) as fetcher:
        yield server, fetcher, Robots(fetcher, Hands())


def test_the_feed_that_a_page_names_is_found(site):
    server, fetcher, robots = site
    page = server.page("/", '<link rel="alternate" type="application/rss+xml" href="/news.rss"><p>x</p>')
    assert find_lists(fetcher, robots, fetcher.fetch(page)) == [server.url("/news.rss")]


def test_the_sitemap_of_robots_or_a_usual_place_is_found(site):
    server, fetcher, robots = site
    page = server.page("/", "<p>no links</p>")
    server.page("/sitemap.xml", NEWS, kind="application/xml")
    assert find_lists(fetcher, robots, fetcher.fetch(page)) == [server.url("/sitemap.xml")]
    assert len(server.hits) < 12


def test_a_site_without_lists_gives_none(site):
    server, fetcher, robots = site
    assert find_lists(fetcher, robots, fetcher.fetch(server.page("/", "<p>x</p>"))) == []
