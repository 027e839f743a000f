"""Ids that come from content: the same input gives the same ids on any machine."""

from __future__ import annotations

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Give ``prefix_`` and 16 hex digits of a hash over the parts.

    The parts are encoded with their lengths, so that ("a", "bc") and ("ab", "c") differ.

    Args:
        prefix: Three letters that say what it identifies: ``doc``, ``clm``, ``evt``.
        parts: Values whose ``str`` is stable; their order counts.
    """
    told = bytearray()
    for part in parts:
        raw = str(part).encode("utf8", "surrogatepass")
        told += b"%d:%b" % (len(raw), raw)
    return f"{prefix}_{hashlib.sha256(told).hexdigest()[:16]}"
