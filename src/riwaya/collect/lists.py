"""What feeds and sitemaps have in common: entries, each an address with what the list says about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.collect.addresses import canonical_url, join_url
from riwaya.errors import AddressRefused

MAX_ENTRIES = 10_000
"""Addresses taken from one list; what stands after them is left out, and said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An address that a list names."""

    url: str
    published: str | None = None
    """ISO date or time; None where the list says none that can be read."""
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list that was read."""

    kind: str
    """feed, sitemap, index (of sitemaps) or page."""
    entries: tuple[Entry, ...]
    """In the order of the list, each address once."""
    more: tuple[str, ...] = ()
    """Lists that it names in turn."""
    title: str | None = None
    is_cut: bool = False
    """Whether it named more than `MAX_ENTRIES`."""


def unique_entries(base: str, told: Iterable[Entry]) -> tuple[tuple[Entry, ...], bool]:
    """Give entries with whole addresses in their one spelling, each once, and whether there were too many."""
    found: dict[str, Entry] = {}
    for entry in told:
        joined = join_url(base, entry.url)
        if joined is None:
            continue
        try:
            url = canonical_url(joined)
        except AddressRefused:
            continue
        if url in found:
            continue
        if len(found) >= MAX_ENTRIES:
            return tuple(found.values()), True
        found[url] = Entry(url=url, published=entry.published, title=entry.title, language=entry.language)
    return tuple(found.values()), False
