"""Read many pages: one that cannot be read becomes a row on stderr and stops no other."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from riwaya.cli.output import terminal_width, write_json, write_text
from riwaya.cli.progress import progress
from riwaya.config import Settings
from riwaya.errors import as_riwaya_error
from riwaya.inputs import Input, read_bytes

if TYPE_CHECKING:
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
    with progress("Reading", len(inputs)) as step:
        for source in inputs:
            yield source
            step()
