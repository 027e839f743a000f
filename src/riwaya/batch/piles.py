"""Values of our own steps in one file, given back by number: what one step hands to the next on a shared disk.

They are pickles, written and read by the same version of Riwaya on the machines of one run: whoever may write into the
folder of a batch may do what its workers may do. What the run gives in the end is Parquet and JSON.
"""

from __future__ import annotations

import mmap
import os
import pickle
from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Generic, Self, TypeVar, cast

from riwaya.batch.manifest import new_file

_T = TypeVar("_T")
_WORD = 8


class PileWriter:
    """Writes values; the file gets its name when it is closed."""

    def __init__(self, folder: Path) -> None:
        """Keep where to."""
        self._making = new_file(folder, ".pile")
        self._made = self._making.__enter__()
        self._file: IO[bytes] = self._made.path.open("wb")
        self._ends = array("Q", [0])
        self.name = ""

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write where each value ends, and give the file its name."""
        if kind is None:
            self._file.write(self._ends.tobytes() + array("Q", [len(self._ends)]).tobytes())
        self._file.close()
        self._making.__exit__(kind, error, trace)
        self.name = self._made.name

    def __len__(self) -> int:
        """Give how many values it holds."""
        return len(self._ends) - 1

    def append(self, value: object) -> int:
        """Put a value on top, and give its number, from 0."""
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.write(packed)
        self._ends.append(self._ends[-1] + len(packed))
        return len(self._ends) - 2


class Pile(Generic[_T]):
    """A file of values, read one at a time: where each ends is in memory, the values are not.

    A mapped file would count as memory of the worker for as long as it is open, though the system may take it back.
    """

    def __init__(self, path: Path) -> None:
        """Open it."""
        self._file = path.open("rb", buffering=0)
        size = os.fstat(self._file.fileno()).st_size
        (count,) = array("Q", self._read(size - _WORD, size))
        self._ends = array("Q", self._read(size - _WORD * (count + 1), size - _WORD))

    def __len__(self) -> int:
        """Give how many values it holds."""
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> _T:
        """Give a value by its number."""
        # Written by a worker of this run; see above.
        return cast("_T", pickle.loads(self._read(self._ends[number], self._ends[number + 1])))

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _read(self, start: int, end: int) -> bytes:
        found = os.pread(self._file.fileno(), end - start, start)
        while len(found) < end - start:  # a network disk may give less than it was asked for
            more = os.pread(self._file.fileno(), end - start - len(found), start + len(found))
            if not more:
                raise EOFError(f"{self._file.name} ends before byte {end}")
            found += more
        return found


class Piles(Generic[_T]):
    """The piles of all shards as one list; few files are open, and few values in memory, at a time."""

    def __init__(
        self, paths: Sequence[Path], bases: Sequence[int], *, at_hand: int = 4_000, open_files: int = 64
    ) -> None:
        """Take the file of each shard, and the number of its first value in the whole."""
        self._paths, self._bases = paths, bases
        self._open: OrderedDict[int, Pile[_T]] = OrderedDict()
        self._hand: OrderedDict[int, _T] = OrderedDict()
        self._most, self._files = at_hand, open_files

    def __getitem__(self, number: int) -> _T:
        """Give a value by its number in the whole."""
        if number in self._hand:
            self._hand.move_to_end(number)
            return self._hand[number]
        shard = shard_of(self._bases, number)
        value = self._pile(shard)[number - self._bases[shard]]
        self._hand[number] = value
        if len(self._hand) > self._most:
            self._hand.popitem(last=False)
        return value

    def close(self) -> None:
        """Give the files back."""
        while self._open:
            self._open.popitem()[1].close()

    def _pile(self, shard: int) -> Pile[_T]:
        if shard not in self._open:
            if len(self._open) >= self._files:
                self._open.popitem(last=False)[1].close()
            self._open[shard] = Pile(self._paths[shard])
        self._open.move_to_end(shard)
        return self._open[shard]


class Numbers:
    """A file of whole numbers of 64 bits, not in memory; used with `bisect` where they are sorted."""

    def __init__(self, path: Path) -> None:
        """Open it; an empty file holds none."""
        self._map: mmap.mmap | None = None
        self._view = memoryview(b"").cast("Q")
        with path.open("rb") as file:
            if path.stat().st_size:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self._view = memoryview(self._map).cast("Q")

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._view)

    def __getitem__(self, at: int) -> int:
        """Give one."""
        return self._view[at]

    def between(self, start: int, end: int) -> Iterator[int]:
        """Give those at some places, in order."""
        return iter(self._view[start:end])

    def array(self, start: int, end: int) -> array[int]:
        """Give those at some places, in memory."""
        return array("Q", self._view[start:end].tobytes())

    def close(self) -> None:
        """Give the file back."""
        self._view.release()
        if self._map is not None:
            self._map.close()


def write_numbers(folder: Path, parts: Iterator[array[int]] | Sequence[array[int]]) -> str:
    """Write whole numbers one part after the other, and give the file's name."""
    with new_file(folder, ".u64") as made, made.path.open("wb") as file:
        for part in parts:
            part.tofile(file)
    return made.name


def shard_of(bases: Sequence[int], number: int) -> int:
    """Give which shard holds a number, by the first number of each shard."""
    low, high = 0, len(bases)
    while high - low > 1:
        middle = (low + high) // 2
        if bases[middle] <= number:
            low = middle
        else:
            high = middle
    return low
