"""Where a site keeps its lists: links in its page, its robots.txt, and the places where they usually lie."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from riwaya.collect.addresses import canonical_url, join_url
from riwaya.collect.feeds import looks_like_feed, parse_feed
from riwaya.collect.fetcher import Fetcher
from riwaya.collect.lists import MAX_ENTRIES, Entry, Listing, unique_entries
from riwaya.collect.reply import Reply
from riwaya.collect.robots import Robots
from riwaya.collect.sitemaps import looks_like_sitemap, parse_sitemap
from riwaya.errors import AddressRefused, FetchError, ListInvalid

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_USUAL = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/sitemap-news.xml",
    "/news-sitemap.xml",
    "/sitemap.xml",
)
_MAX_GUESSES = 8


def parse_list(reply: Reply) -> Listing:
    """Give what a list names: a feed, a sitemap, or the links of a page to other pages of its site.

    Raises:
        ListInvalid: It begins like a feed or sitemap and is none.
    """
    if looks_like_feed(reply.body):
        return parse_feed(reply.body, reply.url)
    if looks_like_sitemap(reply.body):
        return parse_sitemap(reply.body, reply.url)
    entries, is_cut = unique_entries(reply.url, _iter_links(reply))
    if not entries:
        raise ListInvalid(f"{reply.url} is neither feed nor sitemap, and links to nothing on its site.", url=reply.url)
    return Listing(kind="page", entries=entries, is_cut=is_cut)


def find_lists(fetcher: Fetcher, robots: Robots, reply: Reply) -> list[str]:
    """Give the feeds and sitemaps of a site, best first: those that its page names, its robots.txt, the usual places.

    Args:
        fetcher: Asks.
        robots: What the site asks of us.
        reply: The page that a person gave.

    Returns:
        Addresses; empty where the site has no list that we can find. A place that does not answer is passed over.
    """
    named = list(_iter_named(reply))
    if named:
        return named
    address = fetcher.parse(reply.url)
    told = [*robots.sitemaps(address), *(f"{address.origin}{path}" for path in _USUAL)]
    found: list[str] = []
    for url in dict.fromkeys(told[:_MAX_GUESSES]):
        try:
            target = fetcher.parse(url)
            robots.check(target)
            answer = fetcher.fetch(target.url)
        except FetchError:
            continue
        if looks_like_feed(answer.body) or looks_like_sitemap(answer.body):
            found.append(answer.url)
            break
    return found


def _iter_named(reply: Reply) -> Iterator[str]:
    seen: set[str] = set()
    for link in _iter_elements(reply, "link"):
        kind, relation = (link.get("type") or "").lower(), (link.get("rel") or "").lower().split()
        if "alternate" in relation and kind in _FEED_TYPES:
            url = join_url(reply.url, link.get("href") or "")
            if url and url not in seen and "comments" not in url:
                seen.add(url)
                yield url


def _iter_links(reply: Reply) -> Iterator[Entry]:
    """Give the links of a page to its own site whose text is long enough for a headline."""
    site = _site(reply.url)
    count = 0
    for link in _iter_elements(reply, "a"):
        url = join_url(reply.url, link.get("href") or "")
        title = " ".join("".join(link.itertext()).split())
        if url is None or len(title) < 20 or _site(url) != site or url == reply.url:
            continue
        count += 1
        if count > MAX_ENTRIES + 1:
            return
        yield Entry(url=url, title=title[:500])


def _iter_elements(reply: Reply, name: str) -> Iterator[html.HtmlElement]:
    if not reply.body.strip():
        return
    try:
        parser = html.HTMLParser(encoding=reply.charset or None, huge_tree=False)
    except LookupError:  # a charset that nobody knows
        parser = html.HTMLParser(huge_tree=False)
    try:
        root = html.document_fromstring(reply.body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    yield from root.iter(name)


def _site(url: str) -> str:
    try:
        return canonical_url(url).split("/")[2].removeprefix("www.")
    except AddressRefused:
        return ""
