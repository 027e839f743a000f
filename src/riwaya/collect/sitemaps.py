"""What a sitemap names: pages, news pages with their dates, or other sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from riwaya.collect.lists import MAX_ENTRIES, Entry, Listing, unique_entries
from riwaya.collect.unpack import read_body
from riwaya.errors import FetchTooLarge, ListInvalid, ReplyBroken

MAX_BYTES = 50_000_000
"""Of a sitemap unpacked, as the protocol has it."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_GZIP = b"\x1f\x8b"


def looks_like_sitemap(raw: bytes) -> bool:
    """Say whether bytes begin like a sitemap, packed ones included."""
    try:
        head = raw[:2_000] if raw[:2] != _GZIP else _unpacked(raw[:4_000], "", is_whole=False)
    except ListInvalid:
        return False
    return b"<urlset" in head or b"<sitemapindex" in head


def parse_sitemap(raw: bytes, base: str) -> Listing:
    """Give what a sitemap names, in its order.

    Args:
        raw: XML, packed by gzip or not, or plain text with an address a line.
        base: Its address.

    Raises:
        ListInvalid: It is none, or unpacks to more than `MAX_BYTES`. One that breaks off gives what stands before.
    """
    told = _unpacked(raw, base) if raw[:2] == _GZIP else raw
    if len(told) > MAX_BYTES:
        raise ListInvalid(f"{base} is larger than a sitemap may be.", url=base)
    if not told.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _plain(told, base)
    root, pages, lists = _read(told, base)
    if root not in ("urlset", "sitemapindex"):
        raise ListInvalid(f"{base} is no sitemap.", url=base)
    entries, is_cut = unique_entries(base, pages)
    more, _ = unique_entries(base, lists)
    kind = "index" if root == "sitemapindex" else "sitemap"
    return Listing(kind=kind, entries=entries, more=tuple(one.url for one in more), is_cut=is_cut)


def _plain(raw: bytes, base: str) -> Listing:
    lines = raw.decode("utf8", "replace").split()
    if not lines or not all(line.startswith(("http://", "https://")) for line in lines[:20]):
        raise ListInvalid(f"{base} is no sitemap.", url=base)
    entries, is_cut = unique_entries(base, (Entry(url=line) for line in lines))
    return Listing(kind="sitemap", entries=entries, is_cut=is_cut)


def _read(raw: bytes, base: str) -> tuple[str, list[Entry], list[Entry]]:
    """Give the name of the root, the pages and the sitemaps; entities are never resolved, nothing is loaded."""
    # lxml's pull parser feeds piece by piece, so that a list of any length takes little memory and one that breaks off still gives.
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    root = ""
    pages: list[Entry] = []
    lists: list[Entry] = []
    try:
        for at in range(0, len(raw), 65_536):
            parser.feed(raw[at : at + 65_536])
            for event, element in parser.read_events():
                name = etree.QName(element).localname
                if event == "start":
                    root = root or name
                elif name in ("url", "sitemap"):
                    (pages if name == "url" else lists).extend(_entry(element))
                    _forget(element)
            if len(pages) > MAX_ENTRIES or len(lists) > MAX_ENTRIES:
                break
    except etree.XMLSyntaxError as error:
        if not (pages or lists):
            raise ListInvalid(f"{base} is no sitemap: {error.msg}.", url=base) from error
    return root, pages, lists


def _entry(element: etree._Element) -> Iterator[Entry]:  # pyright: ignore[reportPrivateUsage]
    told: dict[str, str] = {}
    for child in element.iter():
        if isinstance(child.tag, str) and child.text:
            told.setdefault(etree.QName(child).localname, child.text.strip())
    if told.get("loc"):
        # A date of the news extension is the day of the article; lastmod only that of the file.
        day = _DATE.fullmatch(told.get("publication_date", ""))
        yield Entry(
            url=told["loc"],
            published=day.group() if day else None,
            title=told.get("title"),
            language=(told.get("language") or "")[:2].lower() or None,
        )


def _forget(element: etree._Element) -> None:  # pyright: ignore[reportPrivateUsage]
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _unpacked(raw: bytes, base: str, *, is_whole: bool = True) -> bytes:
    try:
        return read_body([raw], "gzip", max_bytes=MAX_BYTES, is_whole=is_whole)[0]
    except (ReplyBroken, FetchTooLarge) as error:
        raise ListInvalid(f"{base} cannot be unpacked: {error.message}", url=base) from error
