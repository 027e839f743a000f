"""What a server sent: the reply of one fetch."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

Headers = tuple[tuple[str, str], ...]
"""Names and values as sent, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply that was taken whole."""

    asked: str
    """The address that was asked first."""
    url: str
    """The address that gave the page, after redirects."""
    status: int
    headers: Headers
    body: bytes = field(repr=False)
    """Unpacked; empty where nothing changed."""
    wire_size: int
    """Bytes of the body as they came."""
    at: str
    """When the last byte came; UTC, ISO 8601."""
    hops: tuple[str, ...] = ()
    """Addresses that led on, in order."""

    @property
    def is_unchanged(self) -> bool:
        """Say whether the server said that nothing changed since the last fetch."""
        return self.status == 304

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the body."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def content_type(self) -> str:
        """Give the media type, lower case, without its parameters; empty where none is told."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """Give the encoding that the server names; None where it names none."""
        for part in (self.header("content-type") or "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'").lower() or None
        return None

    def header(self, name: str) -> str | None:
        """Give the first header of a name, whatever its letter case; None where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """By what a server knows whether we hold its newest version."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> list[tuple[str, str]]:
        """Give the headers of a conditional request; none where nothing is known."""
        told = [("If-None-Match", self.etag), ("If-Modified-Since", self.modified)]
        return [(name, value) for name, value in told if value]


def validators_of(reply: Reply) -> Validators:
    """Give what the next request for the same address can be made conditional on."""
    return Validators(etag=reply.header("etag"), modified=reply.header("last-modified"))
