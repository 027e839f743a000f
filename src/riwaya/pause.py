"""Keep Python from looking for garbage while a page is read or a batch of pages is kept: what is made then holds no cycles."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock


class _Pause:
    """How many are inside, of all threads, and whether garbage was looked for before the first came."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._was_on = False

    def begin(self) -> None:
        with self._lock:
            if not self._inside:
                self._was_on = gc.isenabled()
                gc.disable()
            self._inside += 1

    def end(self) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside and self._was_on:
                gc.enable()


_PAUSE = _Pause()


@contextmanager
def collection_paused() -> Generator[None]:
    """Let nothing be collected inside; when the last of all threads is out, it is as it was.

    A batch makes some hundred thousand records that live until it ends and hold no cycle, and each full collection walks
    through all of them. What has no cycle is freed as ever; a batch is bounded, and so is what waits.
    """
    _PAUSE.begin()
    try:
        yield
    finally:
        _PAUSE.end()


@contextmanager
def collection_paused_for_a_page() -> Generator[None]:
    """Let nothing be collected inside, at most until another thread that came first is out.

    So threads that read one page after the other never keep it paused between them for longer than a page.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
