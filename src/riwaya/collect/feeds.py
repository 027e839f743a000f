"""What an RSS or Atom feed names."""

from __future__ import annotations

import time
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast

import feedparser  # pyright: ignore[reportMissingTypeStubs]

from riwaya.collect.lists import Entry, Listing, unique_entries
from riwaya.errors import ListInvalid

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_MAX_TITLE = 500


def looks_like_feed(raw: bytes) -> bool:
    """Say whether bytes begin like a feed."""
    head = raw[:2_000].lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def parse_feed(raw: bytes, base: str) -> Listing:
    """Give what a feed names, newest as the feed has it.

    A date that cannot be read, or lies before 1990 or a day ahead of now, is left out: the entry stays.

    Args:
        raw: The feed.
        base: Its address.

    Raises:
        ListInvalid: It is no feed, or declares entities of its own (a bomb).
    """
    if b"<!ENTITY" in raw or b"<!entity" in raw:
        raise ListInvalid(f"{base} declares entities of its own, which no feed needs.", url=base)
    told: Any = cast("Any", feedparser).parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not told.get("version"):
        raise ListInvalid(f"{base} is no feed.", url=base)
    language = _text(told.feed.get("language"))
    entries, is_cut = unique_entries(base, _iter_entries(told.entries, language))
    return Listing(kind="feed", entries=entries, title=_text(told.feed.get("title")), is_cut=is_cut)


def _iter_entries(items: list[Any], language: str | None) -> Iterator[Entry]:
    for item in items:
        link = _text(item.get("link")) or _permanent(item)
        if link:
            yield Entry(url=link, published=_when(item), title=_text(item.get("title")), language=language)


def _permanent(item: Any) -> str | None:
    told = _text(item.get("id"))
    return told if told and told.startswith(("http://", "https://")) else None


def _when(item: Any) -> str | None:
    for name in ("published_parsed", "updated_parsed"):
        # `in` first: asked for one date, feedparser may give the other with a warning.
        parsed: time.struct_time | None = item[name] if name in item.keys() else None
        if parsed is None:
            continue
        try:
            at = datetime.fromtimestamp(timegm(parsed), UTC)
        except (ValueError, OverflowError, OSError):
            continue
        if _EARLIEST <= at and at.timestamp() <= time.time() + 86_400:
            return at.isoformat(timespec="minutes")
    return None


def _text(value: object) -> str | None:
    return " ".join(value.split())[:_MAX_TITLE] or None if isinstance(value, str) else None
