"""One input, read: decoded, and reduced to text where it was HTML."""

from __future__ import annotations

import hashlib

from riwaya.errors import DocumentTooLarge
from riwaya.model.document import Page, Warning
from riwaya.stages.acquire.decode import Decoded, decode, mend_letters
from riwaya.stages.acquire.markup import is_html, read_html


def read_page(raw: bytes | str, *, name: str, max_bytes: int) -> Page:
    """Give the page that ``raw`` holds.

    Plain text is kept exactly as decoded, Windows line ends and a UTF-8 byte-order mark included, because every offset counts
    in it. HTML becomes the text that the reader produces; its metadata goes into ``metadata`` and ``title``.

    Args:
        raw: The bytes of a file, or text that is already decoded.
        name: What the input is called in results.
        max_bytes: Upper bound; text is counted in UTF-8.

    Returns:
        The page. Its text is empty where there was none; ``warnings`` then says so.

    Raises:
        DocumentTooLarge: The input is over ``max_bytes``.
        DocumentBinary: The bytes are not text in an encoding that Riwaya reads.
    """
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    if len(data) > max_bytes:
        raise DocumentTooLarge(f"{name} has {len(data)} bytes; the bound is {max_bytes}.", name=name, bytes=len(data))
    read = decode(raw) if isinstance(raw, bytes) else mend_letters(raw)
    sha256 = hashlib.sha256(data).hexdigest()
    warnings = _decode_warnings(read)
    if not is_html(read.text):
        return Page(name=name, sha256=sha256, text=read.text, is_html=False, encoding=read.encoding, warnings=warnings)
    html = read_html(read.text)
    return Page(
        name=name,
        sha256=sha256,
        text=html.text,
        is_html=True,
        encoding=read.encoding,
        metadata=html.metadata,
        title=html.title,
        warnings=warnings + html.warnings,
    )


def _decode_warnings(read: Decoded) -> tuple[Warning, ...]:
    if not read.replaced:
        return ()
    message = f"{read.replaced} letters could not be read as {read.encoding} and stand as U+FFFD."
    return (Warning(code="W102", message=message),)
