"""What every error is."""

from __future__ import annotations

from typing import ClassVar


class RiwayaError(Exception):
    """An error with a stable code, a sentence on what happened and one on what to do."""

    code: ClassVar[str] = "RW900"
    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 70
    hint: ClassVar[str] = "Please report this with the input that caused it."

    def __init__(self, message: str, /, *, hint: str | None = None, **context: object) -> None:
        """Keep the message, the hint (the class's own unless given) and the named facts."""
        super().__init__(message)
        self.message = message
        self.advice = hint or self.hint
        self.context = context

    def __str__(self) -> str:
        """Give the code, what happened and what to do: ``RW101: what happened. What to do.``."""
        return f"{self.code}: {self.message} {self.advice}".strip()
