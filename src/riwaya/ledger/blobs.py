"""Bytes by their digest: pages as they came, and the texts that were read from them.

The same bytes are kept once. A plain page in UTF-8 is its own text, so that its text costs nothing more.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from riwaya.errors import LedgerDamaged
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.schema import blob

_LEVEL = 1
"""Of zlib: the quickest; a higher one saves a tenth of the room for three times the time."""
_AT_ONCE = 100
"""Texts that are asked for in one question."""
_CONTENT = select(blob.c.coding, blob.c.content).where(blob.c.digest == bindparam("digest"))


def digest_bytes(raw: bytes) -> str:
    """Give the name under which bytes are kept."""
    return hashlib.sha256(raw).hexdigest()


def text_bytes(text: str) -> bytes:
    """Give the bytes of a text: UTF-8, lone surrogates as they are."""
    return text.encode("utf8", "surrogatepass")


def keep(connection: Connection, raw: bytes, digest: str) -> str:
    """Keep bytes under their digest, unless they are kept already, and give it back."""
    keep_all(connection, {digest: raw})
    return digest


def keep_all(connection: Connection, told: Mapping[str, bytes]) -> None:
    """Keep bytes by their digests, apart from those that are kept already."""
    digests = list(told)
    for at in range(0, len(digests), _AT_ONCE):
        some = digests[at : at + _AT_ONCE]
        known = set(connection.execute(select(blob.c.digest).where(blob.c.digest.in_(some))).scalars())
        insert_rows(connection, blob, [_row(digest, told[digest]) for digest in some if digest not in known])


def _row(digest: str, raw: bytes) -> dict[str, Any]:
    packed = zlib.compress(raw, _LEVEL)
    coding, content = ("zlib", packed) if len(packed) < len(raw) else ("plain", raw)
    return {"digest": digest, "size": len(raw), "coding": coding, "content": content}


def load(connection: Connection, digest: str) -> bytes:
    """Give the bytes of a digest.

    Raises:
        LedgerDamaged: They are not there, or are not those bytes any more.
    """
    return _check(digest, connection.execute(_CONTENT, {"digest": digest}).first())


def load_text(connection: Connection, digest: str) -> str:
    """Give the text of a digest.

    Raises:
        LedgerDamaged: As for `load`.
    """
    return load(connection, digest).decode("utf8", "surrogatepass")


def load_texts(connection: Connection, digests: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the texts of some digests, each with its digest, some at a time: a question for each takes longer than its text.

    Raises:
        LedgerDamaged: As for `load`.
    """
    for at in range(0, len(digests), _AT_ONCE):
        some = digests[at : at + _AT_ONCE]
        query = select(blob.c.digest, blob.c.coding, blob.c.content).where(blob.c.digest.in_(some))
        rows = {row.digest: row for row in connection.execute(query)}
        for digest in some:
            yield digest, _check(digest, rows.get(digest)).decode("utf8", "surrogatepass")


def _check(digest: str, row: Any) -> bytes:
    """Give the bytes of a row, unpacked; an error where they are not those of the digest."""
    raw = None if row is None else unpack(row.coding, row.content)
    if raw is None or digest_bytes(raw) != digest:
        raise LedgerDamaged(f"The bytes {digest[:16]} are {'missing' if row is None else 'damaged'}.", digest=digest)
    return raw


def unpack(coding: str, content: bytes) -> bytes | None:
    """Give bytes as they were; None where they cannot be unpacked."""
    if coding == "plain":
        return content
    try:
        return zlib.decompress(content)
    except zlib.error:
        return None
