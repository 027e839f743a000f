"""The bar on a terminal: only where somebody looks at it and the data goes elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager


@contextmanager
def progress(what: str, total: int, *, beside_data: bool = False) -> Generator[Callable[[], None]]:
    """Give what is called after each step; a bar on stderr shows how far it is.

    Args:
        what: What is done, as the bar says it.
        total: Steps.
        beside_data: Show it although stdout is a terminal too: the command prints its data at the end.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not beside_data):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=beside_data) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
