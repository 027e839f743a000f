"""Attacks by size and by time: what is too large, and what does not come."""

from __future__ import annotations

import socket

from tests.serve.desks import running_desk
from tests.serve.tokens import new_token


def test_what_is_too_large_is_refused_before_it_is_read(own_ledger):
    with running_desk(own_ledger, environment={"RIWAYA_MAX_BYTES": "1000000"}) as desk:
        program = desk.bearer(new_token(desk.ledger, "editor", "ingest"))
        said = program.send(
            "POST",
            "/api/v1/ingest",
            body=b"x" * 100,
            headers={"Content-Length": "99999999999", "Content-Type": "application/json"},
        )
        assert (said.status, said.json["code"]) == (413, "RW807")
        chunks = b"".join(b"10000\r\n" + b"x" * 65536 + b"\r\n" for _ in range(40)) + b"0\r\n\r\n"
        answer = _raw(desk.port, _head(desk, "POST", "/api/v1/ingest", "Transfer-Encoding: chunked") + chunks)
        assert answer.startswith(b"HTTP/1.1 413"), answer[:200]
        assert program.get("/healthz").status == 200
        assert _raw(desk.port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n").startswith(
            b"HTTP/1.1 4"
        )


def test_a_client_that_dawdles_is_shut_out_and_holds_nobody_up(own_desk):
    slow = [socket.create_connection(("127.0.0.1", own_desk.port), timeout=60) for _ in range(30)]
    for one in slow:
        one.sendall(b"GET / HTTP/1.1\r\nHost: 127")
    assert own_desk.client().get("/healthz").status == 200
    body = socket.create_connection(("127.0.0.1", own_desk.port), timeout=60)
    body.sendall(
        f"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:{own_desk.port}\r\nOrigin: http://127.0.0.1:{own_desk.port}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=".encode()
    )
    assert all(one.recv(100) == b"" for one in slow)  # shut without an answer
    assert body.recv(100).startswith(b"HTTP/1.1 408")
    for one in (*slow, body):
        one.close()


def _head(desk, method: str, path: str, *headers: str) -> bytes:
    key = new_token(desk.ledger, "editor", "ingest")
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{desk.port}",
        f"Authorization: Bearer {key}",
        "Content-Type: application/json",
        *headers,
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _raw(port: int, sent: bytes) -> bytes:
    """Send bytes and give what comes back until the server shuts, or a while."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as one:
        try:
            one.sendall(sent)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it would not read on, which is the point
        came = b""
        try:
            while part := one.recv(65536):
                came += part
        except (TimeoutError, ConnectionResetError):
            pass
        return came
