"""Replies out of the ledger into a web archive, for a court, an archive or a colleague."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import IO
from uuid import UUID

from riwaya import __version__
from riwaya.ledger.captures import Capture

_CODED = ("content-encoding", "transfer-encoding", "content-length")
"""Headers of the wire: the body is kept unpacked, so that they stay under another name."""
_LINE = "\r\n"


def write_warc(captures: Iterable[Capture], sink: IO[bytes], *, is_packed: bool = True) -> int:
    """Write replies as WARC/1.1 and give how many; the same replies give the same bytes.

    Each record holds the page unpacked, its address, the time it came, its digests, and the redirects that led to it.
    Headers that speak of the packing are kept under ``X-Archive-Orig-…``, as crawlers do.

    Args:
        captures: With their bodies.
        sink: Where to.
        is_packed: Each record a member of gzip, as readers of archives expect.

    Source: The WARC Format 1.1, ISO 28500:2017.
    """
    count = 0
    for one in captures:
        raw = _record(one)
        count += 1
        sink.write(gzip.compress(raw, mtime=0) if is_packed else raw)
    return count


def _record(one: Capture) -> bytes:
    head = _LINE.join((f"HTTP/1.1 {one.status} ", *(f"{name}: {value}" for name, value in _headers(one)), "", ""))
    block = head.encode("latin-1", "replace") + one.body
    about = [
        ("WARC-Type", "response"),
        ("WARC-Target-URI", one.url),
        ("WARC-Date", datetime.fromisoformat(one.at).strftime("%Y-%m-%dT%H:%M:%S.%fZ")),
        ("WARC-Record-ID", f"<urn:uuid:{UUID(bytes=hashlib.sha256(one.id.encode()).digest()[:16])}>"),
        ("WARC-Block-Digest", _digest(block)),
        ("WARC-Payload-Digest", _digest(one.body)),
        ("X-Riwaya-Capture", one.id),
        ("X-Riwaya-SHA256", one.raw_digest),
        ("X-Riwaya-Version", __version__),
        *((("X-Riwaya-Redirects", " ".join(one.hops)),) if one.hops else ()),
        *((("X-Riwaya-Archive", one.origin.replace("\r", " ").replace("\n", " ")),) if one.origin != "web" else ()),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(block))),
    ]
    lines = _LINE.join(("WARC/1.1", *(f"{name}: {value}" for name, value in about), "", ""))
    return lines.encode() + block + b"\r\n\r\n"


def _headers(one: Capture) -> list[tuple[str, str]]:
    kept = [(f"X-Archive-Orig-{name}" if name.lower() in _CODED else name, value) for name, value in one.headers]
    return [*kept, ("Content-Length", str(len(one.body)))]


def _digest(raw: bytes) -> str:
    # Archives name digests by SHA-1 in base 32, by habit; ours by SHA-256 stands beside it.
    return "sha1:" + base64.b32encode(hashlib.sha1(raw, usedforsecurity=False).digest()).decode()
