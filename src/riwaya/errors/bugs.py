"""Our own mistakes (RW9xx)."""

from __future__ import annotations

from riwaya.errors.base import RiwayaError


class InternalError(RiwayaError):
    """A bug in Riwaya."""

    code, hint = "RW900", "Please report this with the input that caused it."


def as_riwaya_error(error: Exception) -> RiwayaError:
    """Give the error itself when it has a code, else RW900 with what it was."""
    if isinstance(error, RiwayaError):
        return error
    said = " ".join(str(error).split())[:200]
    return InternalError(f"{type(error).__name__}: {said or 'no message'}.")
