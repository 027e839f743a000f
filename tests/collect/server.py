"""A real server on loopback that behaves as it is told: byte by byte, well or badly."""

from __future__ import annotations

import socket
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

Behaviour = Callable[["Request"], None]


@dataclass
class Request:
    """What a client asked, and the way to answer it."""

    path: str
    headers: Mapping[str, str]
    socket: socket.socket
    server: Server
    ended: bool = False

    def send(self, raw: bytes) -> None:
        self.socket.sendall(raw)

    def reply(
        self, body: bytes = b"", *, status: int = 200, kind: str = "text/html; charset=utf-8", **more: str
    ) -> None:
        lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
        self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    def wait(self, seconds: float) -> bool:
        """Wait, and say whether the server still runs."""
        return not self.server.stopping.wait(seconds)


@dataclass
class Server:
    """Paths and what happens there; what was asked is counted."""

    pages: dict[str, Behaviour] = field(default_factory=dict)
    port: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    asked: list[Request] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return self.base + path

    def page(self, path: str, body: bytes | str, **more: str) -> str:
        raw = body.encode() if isinstance(body, str) else body
        kind = more.pop("kind", "text/html; charset=utf-8")
        self.pages[path] = lambda request: request.reply(raw, kind=kind, **more)
        return self.url(path)


@contextmanager
def serving(server: Server | None = None) -> Iterator[Server]:
    """Run a server on a free port of loopback until the block ends."""
    told = server or Server()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.settimeout(20)
            raw = b""
            while b"\r\n\r\n" not in raw and len(raw) < 65_536:
                piece = self.request.recv(65_536)
                if not piece:
                    return
                raw += piece
            first, *lines = raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            path = first.split(" ")[1]
            request = Request(path=path, headers=headers, socket=self.request, server=told)
            told.hits[path] += 1
            told.asked.append(request)
            behaviour = told.pages.get(path) or told.pages.get(path.partition("?")[0]) or told.pages.get("*")
            try:
                if behaviour is None:
                    request.reply(b"not here", status=404)
                else:
                    behaviour(request)
            except OSError:
                request.ended = True  # the client went away, as it should from a bad server

    class Threads(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, request: object, client_address: object) -> None:
            """Stay quiet: a client that leaves is no fault here."""

    with Threads(("127.0.0.1", 0), Handler) as running:
        told.port = running.server_address[1]
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            told.stopping.set()
            running.shutdown()
            thread.join(5)


def drip(request: Request) -> None:
    """Send a header, then a byte every twentieth of a second, for as long as somebody listens."""
    request.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    end = time.monotonic() + 15
    while time.monotonic() < end and request.wait(0.05):
        request.send(b"a")


def drip_headers(request: Request) -> None:
    """Send a status line, then a header a letter at a time."""
    request.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    end = time.monotonic() + 15
    while time.monotonic() < end and request.wait(0.05):
        request.send(b"a")


def endless(request: Request) -> None:
    """Send without end."""
    request.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    end = time.monotonic() + 15
    while time.monotonic() < end:
        request.send(b"a" * 65_536)


def silent(request: Request) -> None:
    """Never answer."""
    request.wait(15)
