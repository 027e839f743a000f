"""What to call an error that has no code of its own."""

from __future__ import annotations

from riwaya.errors import InternalError, RiwayaError


def as_riwaya_error(error: Exception) -> RiwayaError:
    """Give the error itself when it has a code, else RW900 with what it was."""
    if isinstance(error, RiwayaError):
        return error
    said = " ".join(str(error).split())[:200]
    return InternalError(f"{type(error).__name__}: {said or 'no message'}.")
