"""What is followed: found from an address that a person gives, added, listed, removed."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.collect.discovery import find_lists, parse_list
from riwaya.collect.urls import Asker
from riwaya.errors import FetchError, ListInvalid
from riwaya.ledger.engine import reading, writing
from riwaya.ledger.followed import Followed, add_followed, followed_key, list_followed, remove_followed
from riwaya.ledger.jobs import add_jobs, count_jobs, make_row
from riwaya.ledger.store import Ledger

EVERY = 1800.0
"""Seconds between two looks at a list."""
LEAST = 60.0
"""No list is looked at more often, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A list that is followed, with what became of its pages."""

    followed: Followed
    waiting: int
    """Pages not yet read."""
    done: int
    dead: int
    """Pages that were given up."""


def add(
    ledger: Ledger,
    url: str,
    *,
    asker: Asker,
    every: float = EVERY,
    outlet: str | None = None,
    language: str | None = None,
    who: str | None = None,
) -> list[str]:
    """Follow a feed, a sitemap, or the lists of the site that an address belongs to.

    Args:
        ledger: Whose followed list.
        url: Of a feed, a sitemap, or any page of a site.
        asker: Asks the web.
        every: Seconds between two looks, at least `LEAST`.
        outlet: Who publishes there.
        language: In which language.
        who: Who wants it; whoever opened the ledger when left out.

    Returns:
        The addresses that are followed now because of this, those followed before included.

    Raises:
        FetchError: The address does not answer, or may not be asked.
        ListInvalid: There is no list, and the page links to nothing on its own site.
    """
    found = [asker.fetcher.parse(one) for one in _find(url, asker)]
    now = asker.clock.now()
    with writing(ledger.engine) as connection:
        for one in found:
            add_followed(
                connection,
                one.url,
                now=now,
                who=who or ledger.who,
                every=max(LEAST, every),
                outlet=outlet,
                language=language,
            )
            add_jobs(connection, [make_row("list", one.url, one.host, due=now, followed=followed_key(one.url))])
    return [one.url for one in found]


def _find(url: str, asker: Asker) -> list[str]:
    """Give the lists that an address names: itself, those of its site, or the page with its links."""
    address = asker.fetcher.parse(url)
    asker.robots.check(address)
    reply = asker.fetcher.fetch(address.url)
    try:
        is_page = parse_list(reply).kind == "page"
    except ListInvalid:
        lists = find_lists(asker.fetcher, asker.robots, reply)
        if not lists:
            raise
        return lists
    return [reply.url] if not is_page else find_lists(asker.fetcher, asker.robots, reply) or [reply.url]


def remove(ledger: Ledger, url: str, *, asker: Asker) -> int:
    """Follow a list no longer, nor those that it names; give how many. What was read stays.

    Raises:
        EntryUnknown: It is not followed.
    """
    try:
        spelled = asker.fetcher.parse(url).url
    except FetchError:
        spelled = url
    with writing(ledger.engine) as connection:
        return remove_followed(connection, spelled)


def list_all(ledger: Ledger) -> list[Standing]:
    """Give what is followed, by address, with what became of its pages; empty where nothing is."""
    with reading(ledger.engine) as connection:
        found: list[Standing] = []
        for one in list_followed(connection):
            counts = count_jobs(connection, followed=one.key)
            waiting = counts.get("waiting", 0) + counts.get("fetched", 0)
            found.append(
                Standing(followed=one, waiting=waiting, done=counts.get("done", 0), dead=counts.get("dead", 0))
            )
        return found
