"""Tables as CSV: UTF-8 without a mark, a header, commas, quotes where needed, one line feed after each row, empty for nothing."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.job import Job

_BATCH = 2_000
_BLOCK = 1 << 20
"""Bytes that are passed on at a time."""


def write_csv(job: Job, to: BinaryIO) -> None:
    """Write the rows of a job, a batch at a time."""
    columns = job.shape.columns
    for text in iter_csv([one.name for one in columns], iter_rows(columns, job.items())):
        to.write(text.encode("utf8", "replace"))


def iter_rows(columns: Sequence[Column], items: Iterator[Any]) -> Iterator[list[Any]]:
    """Give the cells of each item as they are written: days and truth values as text, None as it is."""
    row = make_row(columns)
    yield from map(row, items)


def make_row(columns: Sequence[Column]) -> Callable[[Any], list[Any]]:
    """Give what makes the cells of one item, as `iter_rows` gives them."""
    values = [_written(one) for one in columns]
    return lambda item: [value(item) for value in values]


def _written(column: Column) -> Callable[[Any], Any]:
    value = column.value
    if column.kind == "date":
        return lambda item: _day(value(item))
    if column.kind == "boolean":
        return lambda item: _truth(value(item))
    return value


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def _truth(value: bool | None) -> str | None:
    return None if value is None else "True" if value else "False"


def iter_csv(header: Sequence[str], rows: Iterator[list[Any]]) -> Iterator[str]:
    """Give the text of a table in batches; the first begins with the header. NUL, which most readers of CSV refuse, is left out."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(header)
    for number, row in enumerate(rows, 1):
        writer.writerow(row)
        if number % _BATCH == 0:
            yield held.getvalue().replace("\0", "")
            held.seek(0)
            held.truncate()
    yield held.getvalue().replace("\0", "")


class TableFile:
    """A table of CSV that rows are handed to, for several tables made in one go: in memory a batch, the rest on disk."""

    def __init__(self, header: Sequence[str]) -> None:
        """Begin with the header."""
        self._file = tempfile.TemporaryFile()  # closed when it is passed on
        self._held = io.StringIO(newline="")
        self._writer = csv.writer(self._held, lineterminator="\n")
        self.rows = 0
        """How many were handed to it."""
        self._writer.writerow(header)

    def add(self, cells: Sequence[Any]) -> None:
        """Take one row."""
        self._writer.writerow(cells)
        self.rows += 1
        if self.rows % _BATCH == 0:
            self._put()

    def _put(self) -> None:
        self._file.write(self._held.getvalue().replace("\0", "").encode("utf8", "replace"))
        self._held.seek(0)
        self._held.truncate()

    def pass_on(self, to: BinaryIO) -> None:
        """Write the whole table and forget it."""
        self._put()
        self._file.seek(0)
        with self._file:
            shutil.copyfileobj(self._file, to, _BLOCK)
