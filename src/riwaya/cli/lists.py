"""A plain table: one line a row, columns as wide as their words, the last ones cut where the terminal ends."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from riwaya.cli.console import make_console, printed


def render_list(heads: Sequence[str], rows: Sequence[Sequence[str]], *, width: int, numbers: Sequence[int] = ()) -> str:
    """Give the table as text; only its heads for no row.

    Args:
        heads: Of the columns.
        rows: Cells.
        width: Columns of the terminal.
        numbers: Which columns are set to the right.
    """
    console = make_console(width, has_color=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number in numbers else "left", overflow="ellipsis")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    return printed(console)
