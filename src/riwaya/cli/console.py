"""A console that prints into text, for a terminal or without its codes."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

MIN_WIDTH = 72
"""A narrower terminal breaks the lines itself: columns of single letters help nobody."""


def make_console(width: int, *, has_color: bool) -> Console:
    """Give a console of a width that prints into memory."""
    return Console(
        file=StringIO(),
        width=max(width, MIN_WIDTH),
        force_terminal=has_color,
        no_color=not has_color,
        color_system="standard" if has_color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def printed(console: Console) -> str:
    """Give what was printed, without spaces at the ends of lines."""
    file = console.file
    assert isinstance(file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
