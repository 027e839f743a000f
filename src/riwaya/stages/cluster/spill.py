"""Values put aside in a temporary file, and given back by number."""

from __future__ import annotations

import pickle
from array import array
from collections import OrderedDict
from tempfile import TemporaryFile
from types import TracebackType
from typing import Generic, TypeVar

_T = TypeVar("_T")
_AT_HAND = 4_000
"""Values kept in memory; who is compared was told at about the same time, and was put aside at about the same time."""


class Spill(Generic[_T]):
    """A list that lies in a file without a name, which goes with the process; only the places of its values are in memory."""

    def __init__(self, at_hand: int = _AT_HAND) -> None:
        """Begin with no value; ``at_hand`` of those asked for last stay in memory."""
        self._file = TemporaryFile(prefix="riwaya-")
        self._ends = array("Q", [0])
        self._most = at_hand
        self._hand: OrderedDict[int, _T] = OrderedDict()
        self._is_reading = False

    def __enter__(self) -> Spill[_T]:
        """Give itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Give the file back to the system."""
        self._file.close()

    def __len__(self) -> int:
        """Give how many values were put aside."""
        return len(self._ends) - 1

    def append(self, value: _T) -> None:
        """Put a value aside; all are put aside before the first is asked for."""
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.write(packed)
        self._ends.append(self._ends[-1] + len(packed))

    def __getitem__(self, number: int) -> _T:
        """Give a value by its number, counted from 0."""
        value = self._hand.pop(number, None)
        if value is None:
            self._file.seek(self._ends[number])
            # Written by this process into a file that nobody else can open.
            value = pickle.loads(self._file.read(self._ends[number + 1] - self._ends[number]))
            if len(self._hand) >= self._most:
                self._hand.popitem(last=False)
        self._hand[number] = value
        return value
