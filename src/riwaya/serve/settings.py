"""What whoever runs the desk may set."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from riwaya.config import Settings, load_settings
from riwaya.errors import ConfigError
from riwaya.serve.pages.boundaries import FIRST_BOUNDARIES

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_OVERHEAD = 1_000_000
"""Bytes of a request beside the pages that it carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """Settings of one desk; built once, passed in."""

    ledger: str
    """File or database URL."""
    host: str = "127.0.0.1"
    """What to listen on."""
    port: int = 8765
    public_url: str | None = None
    """How others reach the desk, as behind a proxy: ``https://desk.example.org``. Cookies are then for TLS only."""
    is_behind_proxy: bool = False
    """Whether the proxy's word is taken for where a request comes from."""
    read_seconds: float = 20.0
    """For how long a request may take to arrive."""
    answer_seconds: float = 30.0
    """For how long an answer that is not a stream may take, and one question to the database."""
    export_seconds: float = 600.0
    """For how long an export may read the ledger."""
    exports: int = 2
    """Exports that are made at once; one more is told to come back."""
    threads: int = 8
    """Requests that are worked on at once; the others wait their turn."""
    boundaries: str = FIRST_BOUNDARIES
    """Which borders maps draw, or ``none``."""
    riwaya: Settings = field(default_factory=load_settings)

    def __post_init__(self) -> None:
        """Refuse a public address that is none.

        Raises:
            ConfigError: It has no scheme or host, or a path.
        """
        if self.public_url is not None:
            parts = urlsplit(self.public_url)
            if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
                raise ConfigError(f"{self.public_url!r} is no address.", hint="Write it as https://desk.example.org.")

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches the desk."""
        return self.host in LOOPBACK or self.host.startswith("127.")

    @property
    def is_secure(self) -> bool:
        """Whether the desk is reached through TLS only."""
        return self.public_url is not None and self.public_url.startswith("https://")

    @property
    def hosts(self) -> frozenset[str]:
        """Names under which requests may come, without port, lower case."""
        named = {*LOOPBACK, "[::1]"} if self.is_loopback else {self.host.lower(), *LOOPBACK}
        if self.public_url is not None:
            named.add((urlsplit(self.public_url).hostname or "").lower())
        return frozenset(named)

    @property
    def max_body(self) -> int:
        """Largest request, in bytes."""
        return self.riwaya.max_bytes + _OVERHEAD
