"""Bodies in bounds: taken from the wire and unpacked, never more than is read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from riwaya.errors import FetchTooLarge, ReplyBroken

ACCEPTED = "gzip, deflate"
"""What we can unpack piece by piece within a bound."""
_STEP = 64 * 1024


def read_body(chunks: Iterable[bytes], coding: str, *, max_bytes: int, is_whole: bool = True) -> tuple[bytes, int]:
    """Give a body unpacked, and how many bytes came for it.

    Args:
        chunks: As they come from the wire.
        coding: The header Content-Encoding.
        max_bytes: Bound of both, packed and unpacked.
        is_whole: Whether a body that breaks off is broken; else what came of it is given.

    Raises:
        FetchTooLarge: One of both is larger than the bound; nothing more is taken.
        ReplyBroken: It is packed in a way that was not asked for, or cannot be unpacked.
    """
    codings = [one.strip().lower() for one in coding.split(",") if one.strip().lower() not in ("", "identity")]
    if len(codings) > 1 or (codings and codings[0] not in ("gzip", "x-gzip", "deflate")):
        raise ReplyBroken(f"The page is packed as {coding[:40]!r}, which was not asked for.")
    unpacker = _Unpacker(codings[0], max_bytes) if codings else None
    came = 0
    parts: list[bytes] = []
    for chunk in chunks:
        came += len(chunk)
        if came > max_bytes:
            raise FetchTooLarge(f"More than {max_bytes:,} bytes came.")
        parts.append(unpacker.feed(chunk) if unpacker else chunk)
    if unpacker and is_whole:
        unpacker.end()
    return b"".join(parts), came


class _Unpacker:
    """One packed body; a bomb goes off in steps, and is stopped at the bound."""

    def __init__(self, coding: str, max_bytes: int) -> None:
        self._is_deflate = coding == "deflate"
        self._inner = zlib.decompressobj(zlib.MAX_WBITS if self._is_deflate else zlib.MAX_WBITS | 16)
        self._room = max_bytes
        self._began = False

    def feed(self, chunk: bytes) -> bytes:
        made: list[bytes] = []
        while chunk and not self._inner.eof:
            try:
                piece = self._inner.decompress(chunk, _STEP)
            except zlib.error as error:
                if self._began or not self._is_deflate:
                    raise ReplyBroken(f"The page cannot be unpacked: {error}.") from error
                # Some servers send deflate without its wrapping.
                self._is_deflate, self._inner = False, zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            self._began = True
            self._take(len(piece))
            made.append(piece)
            chunk = self._inner.unconsumed_tail
        return b"".join(made)

    def end(self) -> None:
        if self._began and not self._inner.eof:
            raise ReplyBroken("The packed page breaks off.")

    def _take(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise FetchTooLarge("The page unpacks to more than is read.")
