"""Web archives of our own making, good ones and odd ones, byte for byte."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HTML: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass
class Record:
    url: str
    body: bytes
    kind: str = "response"
    status: str = "200 OK"
    headers: Sequence[tuple[str, str]] = HTML
    media: str = "application/http; msgtype=response"


def make_warc(records: Iterable[Record], *, packed: bool = True) -> bytes:
    """Give an archive, each record a member of gzip where it is packed."""
    raws = [_record(one) for one in records]
    return b"".join(gzip.compress(raw, mtime=0) if packed else raw for raw in raws)


def _record(one: Record) -> bytes:
    block = one.body
    if one.kind in ("response", "revisit"):
        head = "".join(f"{name}: {value}\r\n" for name, value in one.headers)
        block = f"HTTP/1.1 {one.status}\r\n{head}\r\n".encode() + one.body
    about = f"WARC/1.0\r\nWARC-Type: {one.kind}\r\nWARC-Target-URI: {one.url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
    about += f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {one.media}\r\n"
    return f"{about}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
