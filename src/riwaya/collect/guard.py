"""The only door to the network: it connects to public machines, whatever a name, a spelling or a redirect says.

The address that is checked is the address that is connected to: a name is looked up once, every answer is checked, and
the connection goes to the answer, not to the name. A name that answers differently the next time (DNS rebinding) gains
nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LookupLate
from typing import Any

import httpcore

from riwaya.collect.streams import BoundedStream, left
from riwaya.errors import AddressRefused, FetchTimeout, HostUnreachable

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host, as texts; raises OSError where it has none."""
LOOKUP_SECONDS = 10.0
"""How long the name server may take."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_EMBEDDED = (_NAT64, ipaddress.ip_network("::/96"))
"""IPv6 ranges whose last four bytes are an IPv4 address."""


def is_public(address: str) -> bool:
    """Say whether an address is one of the open internet, also when it is an IPv4 address in IPv6 dress."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is None and any(parsed in network for network in _EMBEDDED):
            inner = ipaddress.IPv4Address(parsed.packed[-4:])
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Give every address of a host, as the system finds them.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Connections that are let through: public addresses, and the exceptions that the administrator names."""

    def __init__(self, *, allowed: Collection[str] = (), resolver: Resolver = resolve_host) -> None:
        """Keep the rules.

        Args:
            allowed: Exceptions, as ``host:port``, for machines inside one's own network.
            resolver: Finds the addresses of a name.
        """
        self._allowed = frozenset(allowed)
        self._resolver = resolver
        self._sockets = httpcore.SyncBackend()
        self._lookups = ThreadPoolExecutor(max_workers=4, thread_name_prefix="riwaya-lookup")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host that may be asked.

        Raises:
            AddressRefused: One of its addresses is not public, and it is no exception.
            HostUnreachable: It has no address, or none answers.
            FetchTimeout: The name server is late.
        """
        addresses = self._look_up(host, port, timeout)
        if f"{host}:{port}" not in self._allowed:
            inside = [one for one in addresses if not is_public(one)]
            if inside:
                raise AddressRefused(f"{host} is a machine inside a network ({inside[0]}).", host=host)
        failed: Exception | None = None
        for address in addresses:
            try:
                return BoundedStream(
                    self._sockets.connect_tcp(address, port, left(timeout), local_address, socket_options)
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise HostUnreachable(f"{host} does not answer on port {port}: {failed}.", host=host)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: a page never lies behind a socket of this machine.

        Raises:
            AddressRefused: Always.
        """
        raise AddressRefused("Sockets of this machine are not asked.")

    def close(self) -> None:
        """Let go of the threads that look names up."""
        self._lookups.shutdown(wait=False, cancel_futures=True)

    def _look_up(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        waiting = self._lookups.submit(self._resolver, host, port)
        try:
            addresses = waiting.result(left(LOOKUP_SECONDS if timeout is None else min(timeout, LOOKUP_SECONDS)))
        except LookupLate as error:
            waiting.cancel()
            raise FetchTimeout(f"The name of {host} was not found in time.", host=host) from error
        except (OSError, UnicodeError) as error:
            raise HostUnreachable(f"{host} has no address: {error}.", host=host) from error
        if not addresses:
            raise HostUnreachable(f"{host} has no address.", host=host)
        return addresses
