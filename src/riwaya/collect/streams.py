"""A connection whose every byte comes within the time of its fetch.

The time limits of a client count each wait apart, so that a server which sends a byte a second is never too late. Here
one deadline holds for the name, the connection, the handshake, the headers and the body together.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore

_DEADLINE: ContextVar[float | None] = ContextVar("riwaya_fetch_deadline", default=None)


@contextmanager
def within(seconds: float, *, clock: Callable[[], float] = time.monotonic) -> Generator[None]:
    """Bound everything that is read or written in the block, on this thread."""
    token = _DEADLINE.set(clock() + seconds)
    try:
        yield
    finally:
        _DEADLINE.reset(token)


def left(timeout: float | None, *, late: type[Exception] = httpcore.ReadTimeout) -> float | None:
    """Give how long the next step may take: what it asks for, and never past the deadline.

    Raises:
        httpcore.TimeoutException: The deadline is past.
    """
    deadline = _DEADLINE.get()
    if deadline is None:
        return timeout
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise late("the time of the fetch is over")
    return remaining if timeout is None else min(timeout, remaining)


class BoundedStream(httpcore.NetworkStream):
    """A stream that knows the deadline of the fetch it serves."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        """Wrap a stream."""
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Give the next bytes; none at the end."""
        return self._inner.read(max_bytes, left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, left(timeout, late=httpcore.WriteTimeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Give the same connection, encrypted."""
        return BoundedStream(self._inner.start_tls(ssl_context, server_hostname, left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        """Give a fact of the connection, such as the address of the other side."""
        return self._inner.get_extra_info(info)
