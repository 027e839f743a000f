"""Read many pages: one that cannot be read becomes a row on stderr and stops no other."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from riwaya.cli.failure import as_riwaya_error
from riwaya.cli.inputs import Input, read_bytes
from riwaya.cli.output import terminal_width, write_json, write_text
from riwaya.config import Settings

if TYPE_CHECKING:
    from rich.progress import Progress

    from riwaya.model.analysis import Analysis


def read_one(source: Input, settings: Settings) -> Analysis:
    """Read one page.

    Raises:
        RiwayaError: It cannot be read.
    """
    from riwaya.pipeline import analyze

    raw = read_bytes(source, max_bytes=settings.max_bytes)
    return analyze(raw, name=source.name, hints=source.hints, settings=settings)


def read_all(
    inputs: Sequence[Input], settings: Settings, *, form: str, width: int | None, is_many: bool, debug: bool
) -> int:
    """Read pages in order and print each as it comes.

    Returns:
        Exit status: 0, or the highest of the errors' own.

    Raises:
        RiwayaError: There is one page only, and it cannot be read.
    """
    if not is_many:
        write_analysis(read_one(inputs[0], settings), form=form, width=width)
        return 0
    status = 0
    for source in _with_progress(inputs):
        try:
            analysis = read_one(source, settings)
        except Exception as error:  # noqa: BLE001 - one bad page must not stop the others
            status = max(status, _write_failure(source, error, debug=debug))
        else:
            write_analysis(analysis, form=form, width=width)
    return status


def write_analysis(analysis: Analysis, *, form: str, width: int | None) -> None:
    """Print one analysis as ``table``, ``json`` or ``jsonl``; the table's warnings go to stderr."""
    if form == "table":
        from riwaya.cli.table import render_analysis

        write_text(render_analysis(analysis, width=width or terminal_width(), has_color=sys.stdout.isatty()))
        for warning in dict.fromkeys((*analysis.page.warnings, *analysis.warnings)):
            click.echo(f"{analysis.page.name}: {warning.code}: {warning.message}", err=True)
        return
    from riwaya.forms.analysis import analysis_form

    write_json(analysis_form(analysis), is_line=form == "jsonl")


def _write_failure(source: Input, error: Exception, *, debug: bool) -> int:
    known = as_riwaya_error(error)
    if debug:
        traceback.print_exception(error)
    click.echo(f"{source.name}\t{known.code}\t{known.message}", err=True)
    return known.exit_code


def _with_progress(inputs: Sequence[Input]) -> Iterator[Input]:
    # A bar only where somebody looks at it and the data goes elsewhere: the lines on a terminal tell enough.
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from inputs
        return
    with _bar() as bar:
        yield from bar.track(inputs, description="Reading")


@contextmanager
def _bar() -> Generator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as bar:
        yield bar
