"""What holds for every request, whatever it asks for: hosts, origins, sizes, times, and the headers of every answer.

Pure ASGI, so that streams stay streams.
"""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.errors import CrossOrigin, HostUnknown, RequestTooLarge, RequestTooSlow, RiwayaError
from riwaya.serve.problems import answer_problem
from riwaya.serve.settings import DeskSettings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""Nothing inline, nothing from elsewhere, no frame around it."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",  # a click must not tell a party's site who reads it
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


class Guard:
    """Refuse what no page should ever see, and put the headers on every answer."""

    def __init__(self, app: ASGIApp, settings: DeskSettings) -> None:
        """Take what lies inside, and the settings of the desk."""
        self._app = app
        self._settings = settings
        self._hosts = settings.hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "private, no-cache")
                if self._settings.is_secure:
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
            await send(message)

        refused = self._refuse(scope)
        if refused is not None:
            await answer_problem(refused)(scope, receive, send_with_headers)
            return
        await self._app(scope, receive, send_with_headers)

    def _refuse(self, scope: Scope) -> RiwayaError | None:
        headers = Headers(scope=scope)
        if host_name(headers.get("host", "")) not in self._hosts:
            # Else a name of an attacker that points here would make his page ours (DNS rebinding).
            return HostUnknown("This desk is not known under that name.")
        if scope["method"] in _SAFE or "authorization" in headers:
            return None  # a token is sent by a program on purpose, never by a browser on its own
        return None if self._is_own(headers) else CrossOrigin("The request comes from a page of another site.")

    def _is_own(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = headers.get("origin")
        if origin is None:
            return False
        own = self._settings.public_url
        if own is not None and origin.rstrip("/") == own.rstrip("/"):
            return True
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


class Limits:
    """Bound how large a request is and how long it takes to arrive."""

    def __init__(self, app: ASGIApp, settings: DeskSettings) -> None:
        """Take what lies inside, and the settings of the desk."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, its body counted as it comes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._settings.max_body
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said[:18]) > most:
            await self._refuse(RequestTooLarge(f"A request has {most} bytes at most."), scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        until = loop.time() + self._settings.read_seconds
        came = 0
        is_whole = False
        has_begun = False

        async def receive_counted() -> Message:
            nonlocal came, is_whole
            if is_whole:
                return await receive()  # only whether the client goes away
            try:
                message = await asyncio.wait_for(receive(), max(0.0, until - loop.time()))
            except TimeoutError as error:
                raise RequestTooSlow("The request did not arrive in time.") from error
            came += len(message.get("body", b""))
            is_whole = not message.get("more_body", False)
            if came > most:
                raise RequestTooLarge(f"A request has {most} bytes at most.")
            return message

        async def send_noting(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive_counted, send_noting)
        except (RequestTooLarge, RequestTooSlow) as error:
            if not has_begun:
                await self._refuse(error, scope, receive, send)

    async def _refuse(self, error: RiwayaError, scope: Scope, receive: Receive, send: Send) -> None:
        answer: Response = answer_problem(error)
        answer.headers["Connection"] = "close"  # what is still coming is not read
        await answer(scope, receive, send)


def host_name(host: str) -> str:
    """Give the name out of a Host header, without port, lower case."""
    name, colon, port = host.rpartition(":")
    if colon and port.isdecimal() and (name.startswith("[") or ":" not in name):
        return name.lower()
    return host.lower()
