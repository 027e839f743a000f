"""A shape: one form in which the ledger is given out. Each is one module of `riwaya.export.shapes` with one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from riwaya.export.column import Column
from riwaya.export.job import Job


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why a claim or an event has no row in a shape."""

    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One form of giving out."""

    name: str
    title: str
    """What it is, on one line."""
    row: str
    """What one row, or one object, is."""
    over: Literal["claims", "events", "both"]
    """What of the ledger is gone through; both by a shape of several tables."""
    columns: tuple[Column, ...]
    expand: Callable[[Any], Iterator[Any]]
    """From one claim or one `Happening` to what its rows are made of; a `LeftOut` where it has none."""
    key: str
    """Name of the column that names a row: `riwaya trace` finds it by that."""
    write: Callable[[Job, BinaryIO], None]
    suffix: str
    media_type: str
    source: str
    """Whose codebook it follows."""
    limits: str
    """What it must not be taken for."""
    methods: tuple[str, ...] = ()
    """Methods of policies that fit; any where empty."""
    policy: str | None = None
    """The policy that is used where none is named; None for shapes in which no number is chosen."""
    extra: str | None = None
    """The extra of Riwaya that has to be installed."""
    carries: bool = False
    """Whether it is a form of file that carries the table of another shape, which `--table` names."""
    table: str = ""
    """Name of the shape whose table it carries."""
    is_text: bool = True
    """Whether it may be written to a terminal."""
    row_name: Callable[[Any], str] | None = None
    """What names a row, where its key alone does not."""

    def name_row(self, item: Any) -> str:
        """Give what names a row."""
        if self.row_name is not None:
            return self.row_name(item)
        return str(next(one for one in self.columns if one.name == self.key).value(item))

    def column(self, name: str) -> Column | None:
        """Give a column by its name; None where there is none."""
        return next((one for one in self.columns if one.name == name), None)
