"""What a site asks of programs: its robots.txt, read as RFC 9309 has it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from protego import Protego

from riwaya.collect.addresses import Address
from riwaya.collect.clock import Clock
from riwaya.collect.fetcher import Fetcher
from riwaya.errors import AddressRefused, FetchError, RobotsForbid, StatusRefused

KEPT_SECONDS = 24 * 3600.0
"""How long a robots.txt holds before it is asked for again."""
UNREACHED_SECONDS = 900.0
"""How long a site whose robots.txt cannot be had is left alone."""
MAX_BYTES = 500 * 1024
"""What is read of a robots.txt; RFC 9309 asks for at least this."""
MAX_DELAY = 60.0
"""Longest pause between two requests that a site may ask for, in seconds."""
_MAX_SITES = 5_000
_ALL = "User-agent: *\nAllow: /\n"
_NOTHING = "User-agent: *\nDisallow: /\n"


@dataclass(frozen=True, slots=True)
class _Rules:
    read: Protego
    until: float


class Robots:
    """The rules of every site that was asked, each kept for a day."""

    def __init__(self, fetcher: Fetcher, clock: Clock) -> None:
        """Keep who fetches and who tells the time."""
        self._fetcher = fetcher
        self._clock = clock
        self._rules: OrderedDict[str, _Rules] = OrderedDict()

    def check(self, address: Address) -> None:
        """See that an address may be read.

        A site without a robots.txt (4xx) allows everything; one that cannot tell now (5xx, no answer) allows nothing for
        a quarter of an hour.

        Raises:
            RobotsForbid: The site asks programs to stay away, or cannot tell now.
            AddressRefused: It is a machine inside a network.
        """
        if not self._of(address).can_fetch(address.url, self._fetcher.agent):
            raise RobotsForbid(f"{address.host} asks programs not to read {address.url}.", url=address.url)

    def delay(self, address: Address) -> float | None:
        """Give the pause that a site asks for, in seconds, at most `MAX_DELAY`; None where it asks for none."""
        told = self._of(address).crawl_delay(self._fetcher.agent)
        return None if told is None else min(float(told), MAX_DELAY)

    def sitemaps(self, address: Address) -> tuple[str, ...]:
        """Give the addresses of the sitemaps that a site names, in order; none where it names none."""
        return tuple(dict.fromkeys(self._of(address).sitemaps))

    def _of(self, address: Address) -> Protego:
        known = self._rules.get(address.origin)
        if known is None or known.until <= self._clock.now():
            known = self._ask(address)
            self._rules[address.origin] = known
            if len(self._rules) > _MAX_SITES:
                self._rules.popitem(last=False)
        return known.read

    def _ask(self, address: Address) -> _Rules:
        text, holds = _NOTHING, UNREACHED_SECONDS
        try:
            reply = self._fetcher.fetch(f"{address.origin}/robots.txt", max_bytes=MAX_BYTES)
            text, holds = reply.body.decode("utf8", "replace"), KEPT_SECONDS
        except StatusRefused as error:
            status = error.context.get("status")
            if isinstance(status, int) and 400 <= status < 500 and status != 429:
                text, holds = _ALL, KEPT_SECONDS
        except AddressRefused:
            raise
        except FetchError:
            pass  # it cannot tell now: nothing is allowed for a while
        return _Rules(Protego.parse(text), self._clock.now() + holds)
