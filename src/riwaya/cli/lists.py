"""A plain table: one line a row, columns as wide as their words, the last ones cut where the terminal ends."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_LEAST = 72


def render_list(heads: Sequence[str], rows: Sequence[Sequence[str]], *, width: int, numbers: Sequence[int] = ()) -> str:
    """Give the table as text; only its heads for no row.

    Args:
        heads: Of the columns.
        rows: Cells.
        width: Columns of the terminal.
        numbers: Which columns are set to the right.
    """
    console = Console(
        file=StringIO(), width=max(width, _LEAST), force_terminal=False, no_color=True, legacy_windows=False,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number in numbers else "left", overflow="ellipsis")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    file = console.file
    assert isinstance(file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().strip("\n").splitlines())
