"""`riwaya demo`: read the sample pages that come with Riwaya."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

import click

from riwaya.cli.batch import read_one
from riwaya.cli.options import with_width
from riwaya.cli.output import json_text, terminal_width, write_file, write_text
from riwaya.config import load_settings
from riwaya.inputs import find_inputs
from riwaya.model.document import Hints


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out/demo"),
    show_default=True,
    help="Where to write the JSON.",
)
@with_width
def command(*, out: Path, width: int | None) -> None:
    """Read the sample pages, print their claims and write the JSON of each."""
    from riwaya.cli.table import render_analysis
    from riwaya.forms.analysis import analysis_form

    settings = load_settings()
    pages = claims = 0
    with open_samples() as folder:
        for source in find_inputs([str(folder)], Hints()):
            analysis = read_one(source, settings)
            write_text(render_analysis(analysis, width=width or terminal_width(), has_color=sys.stdout.isatty()))
            write_file(out / f"{Path(source.name).stem}.json", json_text(analysis_form(analysis)) + "\n")
            pages, claims = pages + 1, claims + len(analysis.claims)
    write_text(f"{claims} claims on {pages} sample pages. The JSON of each page is in {out}/*.json\n")


def open_samples() -> AbstractContextManager[Path]:
    """Give the folder of the sample pages, unpacked where the package lies in an archive."""
    return as_file(files("riwaya") / "samples" / "pages")
