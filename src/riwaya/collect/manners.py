"""How often a host is asked: one request at a time, a pause after each, longer after refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PAUSE = 2.0
"""Seconds between two requests to a host that asks for no other pause."""
MAX_BACK_OFF = 6 * 3600.0
"""Longest time that a host which refuses is left alone, in seconds."""
_FIRST_BACK_OFF = 30.0


@dataclass(slots=True)
class _Host:
    free_at: float = 0.0
    refusals: int = 0


@dataclass(slots=True)
class Manners:
    """When each host may be asked next."""

    pause: float = PAUSE
    _hosts: dict[str, _Host] = field(default_factory=dict[str, _Host])

    def wait(self, host: str, now: float) -> float:
        """Give how many seconds a request to a host has to wait; 0 when it may be made now."""
        known = self._hosts.get(host)
        return max(0.0, known.free_at - now) if known else 0.0

    def resting(self, now: float) -> list[str]:
        """Give the hosts that are not asked now, sorted."""
        return sorted(host for host, known in self._hosts.items() if known.free_at > now)

    def waits(self, now: float) -> list[float]:
        """Give how many seconds each host that rests still has to, in no order; empty where none does."""
        return [known.free_at - now for known in self._hosts.values() if known.free_at > now]

    def note(self, host: str, now: float, *, asked_pause: float | None = None) -> None:
        """Note a request that was answered."""
        known = self._hosts.setdefault(host, _Host())
        known.refusals = 0
        known.free_at = now + max(self.pause, asked_pause or 0.0)

    def note_refusal(self, host: str, now: float, *, retry_after: float | None = None) -> float:
        """Note that a host asked for rest (429, 503) or did not answer, and give when it may be asked again.

        Each refusal after another doubles the rest, from half a minute to `MAX_BACK_OFF`; what the host itself says is kept,
        up to the same bound.
        """
        known = self._hosts.setdefault(host, _Host())
        known.refusals += 1
        rest = back_off(known.refusals)
        known.free_at = now + min(MAX_BACK_OFF, max(rest, retry_after or 0.0))
        return known.free_at


def back_off(tries: int) -> float:
    """Give how many seconds to wait after so many tries in vain: 30, 60, 120 … up to `MAX_BACK_OFF`."""
    return min(MAX_BACK_OFF, _FIRST_BACK_OFF * 2 ** min(max(tries, 1) - 1, 20))


def parse_retry_after(told: str | None, now: float) -> float | None:
    """Give the seconds that a Retry-After header asks for, from a number or a date; None where it says nothing usable."""
    if not told:
        return None
    value = told.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.fromtimestamp(now, UTC)).total_seconds())
