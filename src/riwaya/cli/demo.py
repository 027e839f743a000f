"""`riwaya demo`: read the sample pages that come with Riwaya."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from riwaya.cli.batch import read_one
from riwaya.cli.options import with_width
from riwaya.cli.output import json_text, terminal_width, write_file, write_text
from riwaya.config import load_settings
from riwaya.inputs import find_inputs
from riwaya.model.document import Hints

if TYPE_CHECKING:
    from riwaya.model.account import Reconciliation
    from riwaya.model.analysis import Analysis


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
    """Read the sample pages, print their claims, and lay the accounts of the ambush on them side by side."""
    from riwaya.cli.table import render_analysis
    from riwaya.forms.analysis import analysis_form

    settings = load_settings()
    cells = width or terminal_width()
    told: list[Analysis] = []
    claims = 0
    with open_samples() as folder:
        for source in find_inputs([str(folder)], Hints()):
            analysis = read_one(source, settings)
            write_text(render_analysis(analysis, width=cells, has_color=sys.stdout.isatty()))
            write_file(out / f"{Path(source.name).stem}.json", json_text(analysis_form(analysis)) + "\n")
            told.append(analysis)
            claims += len(analysis.claims)
    _show_accounts(told, out=out, width=cells)
    write_text(f"\n{claims} claims on {len(told)} sample pages. The JSON of each page is in {out}/*.json\n")


def _show_accounts(told: list[Analysis], *, out: Path, width: int) -> None:
    """Print the happening that stands on most pages, as `riwaya event` does, and write its JSON."""
    from riwaya.cli.event_text import render_accounts
    from riwaya.forms.events import one_event_form
    from riwaya.stages.cluster import find_events, tell_claims
    from riwaya.stages.reconcile import reconcile, reduce_accounts

    claims = tell_claims(told)
    found = [reconcile(event, claims) for event in find_events(claims) if event.type == "ASSAULT"]
    if not found:
        return
    most = max(found, key=lambda one: (len(_pages(one)), len(one.accounts), one.event.id))
    reduced = reduce_accounts(most)
    write_text("\nOne happening on several of these pages, and what each originator says of it:\n\n")
    write_text(render_accounts(most, reduced, width=width, has_color=sys.stdout.isatty()))
    write_text("\n   The same of your own pages: riwaya ingest, riwaya events, riwaya event ID.\n")
    write_file(out / "events" / f"{most.event.id}.json", json_text(one_event_form(most, reduced)) + "\n")


def _pages(found: Reconciliation) -> set[str]:
    return {told.document_name for told in found.event.claims}


def open_samples() -> AbstractContextManager[Path]:
    """Give the folder of the sample pages, unpacked where the package lies in an archive."""
    return as_file(files("riwaya") / "samples" / "pages")
