"""Tables as workbooks: the table, its sources, its codebook, and how it was made. Nothing in a cell is ever a formula."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

from riwaya import __version__
from riwaya.export.codebook import HEADER, codebook_rows
from riwaya.export.column import Column
from riwaya.export.extras import load_extra
from riwaya.export.job import Job
from riwaya.export.registry import find_shape
from riwaya.export.seen import Seen
from riwaya.export.sources import SOURCES, documents_of, source_row

_ROWS = 1_048_576
"""Of a sheet, its header included."""
_LONGEST = 32_767
"""Letters of a cell."""
_FIRST = "=+-@\t\r"
"""What a spreadsheet may take for the beginning of a formula when a cell is edited."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_STRONG = {"R": True, "AL": True, "L": False}


def write_workbook(job: Job, to: BinaryIO) -> None:
    """Write the rows of a job as sheets: the table (in parts where it is longer than a sheet), sources, codebook, about.

    Raises:
        ExportExtraMissing: XlsxWriter is not installed.
    """
    library = load_extra("xlsxwriter", "xlsx")
    with tempfile.TemporaryFile() as held:
        book = library.Workbook(held, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                       "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd"})  # fmt: skip
        book.set_properties({"title": job.shape.title, "comments": job.shape.limits, "created": _moment(job.at)})
        _Book(book).write(job)
        book.close()
        held.seek(0)
        shutil.copyfileobj(held, to)


class _Book:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "bg_color": "#E8EDF2", "text_wrap": True, "valign": "top"})
        self._formats = {
            (right, quoted): book.add_format({"reading_order": 2 if right else 1, "align": "right" if right else "left",
                                              "quote_prefix": quoted, "valign": "top"})
            for right in (False, True)
            for quoted in (False, True)
        }  # fmt: skip
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})

    def write(self, job: Job) -> None:
        columns = job.shape.columns
        table = _Sheet(self, job.shape.table or job.shape.name, [one.name for one in columns])
        sources = _Sheet(self, "sources", [name for name, _ in SOURCES])
        with Seen() as seen:
            for item in job.items():
                table.add([_cell(one, item) for one in columns])
                for kept in documents_of(item):
                    if seen.is_new(kept.document.id):
                        sources.add(source_row(kept))
        codebook = _Sheet(self, "codebook", list(HEADER))
        for row in codebook_rows(job.shape):
            codebook.add(row)
        about = _Sheet(self, "about", ["what", "said"])
        for row in _about(job):
            about.add(row)

    def new_sheet(self, name: str, header: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(name[:31])
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(header) - 1), 16)
        for at, head in enumerate(header):
            sheet.write_string(0, at, head, self._bold)
        return sheet

    def put(self, sheet: Any, row: int, at: int, value: Any) -> None:
        if value is None or value == "":
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, at, value, self._day)
        elif isinstance(value, date):
            sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), self._day)  # noqa: DTZ001 # a day has no zone
        elif isinstance(value, (int, float)):
            sheet.write_number(row, at, value)
        else:
            words = _legal(str(value))
            sheet.write_string(row, at, words, self._formats[is_right_to_left(words), words[:1] in _FIRST])


class _Sheet:
    """One table, on further sheets where the first is full."""

    def __init__(self, book: _Book, name: str, header: Sequence[str]) -> None:
        self._book, self._name, self._header = book, name, header
        self._part = 1
        self._sheet = book.new_sheet(name, header)
        self._row = 0

    def add(self, cells: Sequence[Any]) -> None:
        self._row += 1
        if self._row >= _ROWS:
            self._part += 1
            self._sheet, self._row = self._book.new_sheet(f"{self._name} {self._part}", self._header), 1
        for at, value in enumerate(cells):
            self._book.put(self._sheet, self._row, at, value)


def is_right_to_left(words: str) -> bool:
    """Say whether words begin, numbers and marks left out, with a letter that is written from right to left."""
    for letter in words:
        found = _STRONG.get(unicodedata.bidirectional(letter))
        if found is not None:
            return found
    return False


def _cell(column: Column, item: Any) -> Any:
    value = column.value(item)
    if column.kind == "datetime" and isinstance(value, str):
        return datetime.fromisoformat(value)
    return json.dumps(value, ensure_ascii=False, default=str) if column.kind == "json" and value is not None else value


def _about(job: Job) -> Iterator[tuple[str, str]]:
    table = job.shape.table
    yield "table", f"{table}: {find_shape(table).title}" if table else job.shape.title
    yield "one row is", job.shape.row
    yield "follows", job.shape.source
    yield "limits", job.shape.limits
    yield "policy", job.policy or "none"
    wanted = job.wanted.as_dict()
    yield "filters", json.dumps(wanted, ensure_ascii=False) if wanted else "none"
    yield "withheld", f"by the profile {job.options.redaction}" if job.options.redaction else "nothing"
    yield "ledger", job.state.digest
    yield "made by", f"Riwaya {__version__}"
    yield "rows", str(job.count.rows)
    for why, many in sorted(job.count.left_out.items()):
        yield f"left out: {many}", why


def _legal(words: str) -> str:
    """Leave out what XML has no form for, and what is longer than a cell."""
    return _UNFIT.sub("", words)[:_LONGEST]


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=None) if at else datetime(1980, 1, 1)  # noqa: DTZ001
