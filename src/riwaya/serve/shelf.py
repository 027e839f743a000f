"""What was read of one state of the ledger is kept for whoever asks again before it changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast

from sqlalchemy import Engine, select

from riwaya.ledger.engine import reading
from riwaya.ledger.schema import audit

_Record = TypeVar("_Record")
MOST = 200
"""Records kept at once."""


class Shelf:
    """Records of the newest state, the last used kept longest. Safe in threads."""

    def __init__(self, most: int = MOST) -> None:
        """Begin empty."""
        self._most = most
        self._lock = threading.Lock()
        self._head = 0
        self._kept: OrderedDict[tuple[object, ...], object] = OrderedDict()

    def get(self, head: int, key: tuple[object, ...], make: Callable[[], _Record]) -> _Record:
        """Give a record of the state ``head``; ``make`` reads it where it is not kept.

        What was read of an older state is let go. A record that is made while the ledger moves on is given and not kept.
        """
        with self._lock:
            if head > self._head:
                self._kept.clear()
                self._head = head
            if head == self._head and key in self._kept:
                self._kept.move_to_end(key)
                return cast("_Record", self._kept[key])
        made = make()
        with self._lock:
            if head == self._head:
                self._kept[key] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made


def find_head(engine: Engine) -> int:
    """Give the number of the ledger's newest transaction: it grows with everything that is kept or judged."""
    with reading(engine) as connection:
        return int(connection.execute(_HEAD).scalar() or 0)


_HEAD: Any = select(audit.c.seq).order_by(audit.c.seq.desc()).limit(1)
