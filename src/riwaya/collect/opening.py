"""The fetcher as the settings want it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from riwaya.config import Settings
from riwaya.errors import ConfigError

if TYPE_CHECKING:
    from riwaya.collect.urls import Asker


@contextmanager
def open_asker(settings: Settings) -> Generator[Asker]:
    """Give what asks the web, closed after the block.

    Raises:
        ConfigError: What collecting needs is not installed.
    """
    try:
        from riwaya.collect.fetcher import Fetcher, Limits
        from riwaya.collect.urls import Asker
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"{error.name} is not installed.", hint="Install it: pip install 'riwaya[collect]'."
        ) from error
    limits = Limits(seconds=float(settings.fetch_seconds), max_bytes=settings.max_bytes)
    with Fetcher(limits=limits, allowed=settings.fetch_allow) as fetcher:
        yield Asker(fetcher)
