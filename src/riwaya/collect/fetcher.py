"""One address to one reply, or to a coded error; nothing else of Riwaya asks the network.

Redirects are followed by hand, each hop checked like the first. No cookie is kept, no proxy of the environment used,
no password sent.
"""

from __future__ import annotations

import ssl
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import httpcore

from riwaya import __version__
from riwaya.collect.addresses import Address, join_url, parse_address
from riwaya.collect.guard import GuardedBackend, Resolver, resolve_host
from riwaya.collect.reply import Headers, Reply, Validators
from riwaya.collect.streams import within
from riwaya.collect.unpack import ACCEPTED, read_body
from riwaya.errors import (
    FetchError,
    FetchTimeout,
    HostUnreachable,
    RedirectsRefused,
    ReplyBroken,
    StatusRefused,
)

AGENT = f"Riwaya/{__version__}"
"""Our name, in requests and for robots.txt."""
_LEADS_ON = frozenset((301, 302, 303, 307, 308))
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one fetch."""

    seconds: float = 30.0
    """From the name to the last byte, redirects included."""
    wait: float = 15.0
    """For any one step."""
    max_bytes: int = 20_000_000
    max_hops: int = 5


class Fetcher:
    """Asks for pages; close it, or use it in a `with` block. One may serve several threads."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        allowed: Collection[str] = (),
        resolver: Resolver = resolve_host,
        trust: ssl.SSLContext | None = None,
        agent: str = AGENT,
    ) -> None:
        """Keep the rules.

        Args:
            limits: Bounds of a fetch.
            allowed: Machines inside one's own network and other ports that may be asked, as ``host:port``.
            resolver: Finds the addresses of a name.
            trust: Whose certificates are believed; the usual ones when left out.
            agent: How we name ourselves.
        """
        self.limits = limits or Limits()
        self.agent = agent
        self._allowed = frozenset(allowed)
        self._backend = GuardedBackend(allowed=self._allowed, resolver=resolver)
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust, max_connections=20, max_keepalive_connections=5, network_backend=self._backend
        )

    def __enter__(self) -> Self:
        """Give the fetcher itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
        self._backend.close()

    def parse(self, url: str) -> Address:
        """Give an address that may be asked.

        Raises:
            AddressRefused: It may not.
        """
        return parse_address(url, allowed=self._allowed)

    def fetch(self, url: str, *, known: Validators | None = None, max_bytes: int | None = None) -> Reply:
        """Give what stands at an address.

        Args:
            url: What to ask.
            known: Of the last fetch; the reply then may be that nothing changed (`Reply.is_unchanged`).
            max_bytes: A closer bound than the fetcher's own.

        Returns:
            A reply of status 200 to 299, or 304 where `known` was given.

        Raises:
            AddressRefused: It, or where it leads, is not asked.
            FetchTimeout: It took longer than its time.
            FetchTooLarge: It is larger than the bound.
            RedirectsRefused: It leads on too often, in a circle, or nowhere.
            HostUnreachable: No name, no answer, no safe connection.
            StatusRefused: Another status; `context` holds it, and `retry_after` as sent.
            ReplyBroken: The reply breaks off or is no HTTP.
        """
        asked = self.parse(url).url
        room = min(max_bytes or self.limits.max_bytes, self.limits.max_bytes)
        hops: list[str] = []
        at = asked
        with within(self.limits.seconds):
            while True:
                status, headers, body, came = self._ask(at, known or Validators(), room)
                if status not in _LEADS_ON:
                    break
                hops.append(at)
                at = self._next(at, headers)
                if at in hops or len(hops) > self.limits.max_hops:
                    raise RedirectsRefused(f"{asked} leads on {len(hops)} times, at last to {at}.", url=asked)
        told = datetime.now(UTC).isoformat(timespec="microseconds")
        reply = Reply(
            asked=asked, url=at, status=status, headers=headers, body=body, wire_size=came, at=told, hops=tuple(hops)
        )
        if not (200 <= status < 300 or (status == 304 and known is not None)):
            after = reply.header("retry-after")
            raise StatusRefused(f"{at} answered {status}.", url=at, status=status, retry_after=after)
        return reply

    def _next(self, at: str, headers: Headers) -> str:
        told = next((value for name, value in headers if name.lower() == "location"), "")
        url = join_url(at, told) if told else None
        if url is None:
            raise RedirectsRefused(f"{at} leads on to {told[:80]!r}, which is no page.", url=at)
        return self.parse(url).url

    def _ask(self, url: str, known: Validators, room: int) -> tuple[int, Headers, bytes, int]:
        asked = [
            ("User-Agent", self.agent),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", ACCEPTED),
            ("Accept-Language", "ar,en;q=0.8,fr;q=0.7,*;q=0.5"),
            *known.headers(),
        ]
        wait = self.limits.wait
        timeouts = {"connect": wait, "read": wait, "write": wait, "pool": wait}
        try:
            with self._pool.stream("GET", url, headers=asked, extensions={"timeout": timeouts}) as response:
                headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
                if response.status in _LEADS_ON or response.status == 304:
                    return response.status, headers, b"", 0
                coding = next((value for name, value in headers if name.lower() == "content-encoding"), "")
                body, came = read_body(response.iter_stream(), coding, max_bytes=room)
                return response.status, headers, body, came
        except FetchError:
            raise
        except httpcore.TimeoutException as error:
            raise FetchTimeout(f"{url} took too long.", url=url) from error
        except httpcore.RemoteProtocolError as error:
            raise ReplyBroken(f"{url} sent no whole reply: {error}.", url=url) from error
        except (httpcore.NetworkError, ssl.SSLError, OSError) as error:
            raise HostUnreachable(f"{url} cannot be reached: {error}.", url=url) from error
