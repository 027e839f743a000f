"""Run the desk: one process that listens, with bounds on every connection."""

from __future__ import annotations

import asyncio
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from riwaya.errors import BindRefused
from riwaya.people.accounts import has_administrator
from riwaya.serve.app import build_app
from riwaya.serve.desk import Desk
from riwaya.serve.settings import DeskSettings

HEAD_SECONDS = 10.0
"""For how long the head of a request may take to arrive."""
HEAD_BYTES = 32_768
"""How long it may be."""
CONNECTIONS = 400
"""How many may be open at once; more are told to come again."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that closes a connection on which no whole head of a request arrives in time.

    uvicorn bounds the wait between requests only: a client that sends a letter a minute would hold a connection for good.
    """

    cycle: RequestResponseCycle | None  # type: ignore[assignment]
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._deadline = self.loop.call_later(HEAD_SECONDS, self._close_unless_served)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        if self._deadline is not None:
            self._deadline.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Begin to wait for the next head."""
        super().on_response_complete()
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(HEAD_SECONDS, self._close_unless_served)

    def _close_unless_served(self) -> None:
        is_served = self.cycle is not None and not self.cycle.response_complete
        if not is_served and not self.transport.is_closing():
            self.transport.close()


def check_bind(settings: DeskSettings, desk: Desk) -> None:
    """See that a desk that others reach has somebody who can sign in.

    Raises:
        BindRefused: Nobody can.
    """
    is_public = not settings.is_loopback or settings.public_url is not None
    if is_public and not has_administrator(desk.engine):
        raise BindRefused(f"The desk would listen on {settings.host} for others, and there is no account.")


def build_server(settings: DeskSettings) -> tuple[uvicorn.Server, Desk]:
    """Build the server, which does not listen yet, and the desk that it serves.

    Raises:
        BindRefused: Others would reach it, and nobody can sign in.
        LedgerError: The ledger cannot be opened.
    """
    app = build_app(settings)
    desk: Desk = app.state.desk
    try:
        check_bind(settings, desk)
    except BaseException:
        desk.ledger.close()
        raise
    options: dict[str, Any] = {
        "host": settings.host,
        "port": settings.port,
        "http": PatientProtocol,
        "ws": "none",
        "log_level": "warning",
        "access_log": False,  # addresses of pages say who reads what
        "server_header": False,
        "date_header": True,
        "proxy_headers": settings.is_behind_proxy,
        "timeout_keep_alive": 15,
        "timeout_graceful_shutdown": 10,
        "limit_concurrency": CONNECTIONS,
        "h11_max_incomplete_event_size": HEAD_BYTES,
    }
    return uvicorn.Server(uvicorn.Config(app, **options)), desk
