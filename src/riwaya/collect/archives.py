"""Pages out of web archives (WARC), one after the other, in memory that does not grow.

Only replies with a page count: requests, revisits (whose page stands elsewhere in the archive), name look-ups and other
records that are no HTTP are passed over. What cannot be read is said, and the rest goes on as far as the archive allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any, cast

from riwaya.collect.addresses import canonical_url
from riwaya.collect.reply import Headers, Reply
from riwaya.collect.unpack import read_body
from riwaya.errors import ArchiveInvalid, ConfigError, DocumentTooLarge, FetchError, ReplyBroken, RiwayaError

_PAGE_TYPES = frozenset(("", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml"))
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A record that should hold a page and does not give it."""

    url: str
    error: RiwayaError


def iter_pages(stream: IO[bytes], name: str, *, max_bytes: int) -> Iterator[Reply | Broken]:
    """Give the pages of an archive in its order, each as the reply that was kept, bodies unpacked.

    Args:
        stream: The archive, packed or not.
        name: What to call it.
        max_bytes: Largest page that is read; a larger one is broken.

    Raises:
        ArchiveInvalid: It is no archive, or cannot be read from some point on; what stands before was given.
        ConfigError: The reader of archives is not installed.
    """
    try:
        from fastwarc.warc import (  # pyright: ignore[reportMissingModuleSource]
            ArchiveIterator,
            WarcRecordType,
        )
    except ModuleNotFoundError as error:
        raise ConfigError("fastwarc is not installed.", hint="Install it: pip install 'riwaya[collect]'.") from error
    count = 0
    try:
        kinds = cast("Any", WarcRecordType)
        records = cast("Any", ArchiveIterator)(
            stream, record_types=kinds.any_type, parse_http=False, auto_decode="none", quirks_mode=True
        )
        for record in records:
            count += 1
            if record.record_type in (kinds.response, kinds.resource):
                found = _read(record, max_bytes)
                if found is not None:
                    yield found
    except (OSError, ValueError, EOFError) as error:
        raise ArchiveInvalid(f"{name} cannot be read after {count} records: {error}.", archive=name) from error
    if count == 0:
        raise ArchiveInvalid(f"{name} holds no record of a web archive.", archive=name)


def _read(record: Any, max_bytes: int) -> Reply | Broken | None:
    told = record.headers.get("WARC-Target-URI") or ""
    try:
        url = canonical_url(told.strip("<>"))
    except FetchError:
        return None  # dns:, urn: and the like are no pages
    headers, status = _head(record)
    kind = _header(headers, "content-type").partition(";")[0].strip().lower()
    if not 200 <= status < 300 or kind not in _PAGE_TYPES:
        return None
    promised = int(record.content_length)
    if promised > max_bytes:
        return Broken(url=url, error=DocumentTooLarge(f"{url} is larger than {max_bytes:,} bytes."))
    packed = record.reader.read()
    if len(packed) < promised:
        return Broken(url=url, error=ReplyBroken(f"The record of {url} breaks off."))
    try:
        body = _unpacked(packed, headers, max_bytes)
    except FetchError as error:
        return Broken(url=url, error=error)
    return (
        Reply(asked=url, url=url, status=status, headers=headers, body=body, wire_size=len(packed), at=_at(record))
        if body
        else None
    )


def _head(record: Any) -> tuple[Headers, int]:
    if not record.is_http:  # a resource: the page alone
        return (("Content-Type", record.headers.get("Content-Type") or ""),), 200
    record.parse_http(auto_decode="none")
    http = record.http_headers
    return tuple((str(name), str(value)) for name, value in http.astuples()), int(http.status_code or 0)


def _unpacked(packed: bytes, headers: Headers, max_bytes: int) -> bytes:
    """Give the page of a body as it was sent; many crawlers keep it unpacked and leave the headers as they were."""
    if _header(headers, "transfer-encoding").lower() == "chunked":
        packed = _unchunked(packed)
    coding = _header(headers, "content-encoding")
    if "gzip" in coding.lower() and packed[:2] != b"\x1f\x8b":
        return packed
    return read_body([packed], coding, max_bytes=max_bytes)[0]


def _unchunked(raw: bytes) -> bytes:
    """Give a body without the sizes of its pieces; as it is where it holds none."""
    parts: list[bytes] = []
    at = 0
    while match := _SIZE.match(raw, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(raw[match.end() : match.end() + size])
        at = match.end() + size + 2
    return b"".join(parts) if parts and at >= len(raw) else raw


def _header(headers: Headers, name: str) -> str:
    return next((value for key, value in headers if key.lower() == name), "")


def _at(record: Any) -> str:
    at = record.record_date
    return (at.astimezone(UTC) if isinstance(at, datetime) else datetime(1970, 1, 1, tzinfo=UTC)).isoformat()
