"""`riwaya analyze`: pages to claims."""

from __future__ import annotations

from pathlib import Path

import click

from riwaya.cli.batch import read_all
from riwaya.cli.options import with_hints, with_width
from riwaya.config import load_settings
from riwaya.inputs import find_inputs
from riwaya.model.document import Hints


@click.command("analyze")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|-|FOLDER...")
@with_hints
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    help="table; json: one object, for several pages a line each; jsonl. A folder is jsonl unless told.",
)
@with_width
@click.pass_context
def command(ctx: click.Context, *, sources: tuple[str, ...], form: str | None, width: int | None, hints: Hints) -> None:
    """Read pages (plain text or HTML) and print their claims.

    A folder is read whole; an index.tsv in it (file, published, outlet, url, language) says what pages may not.
    """
    settings = load_settings()
    inputs = find_inputs(sources, hints)
    is_many = len(inputs) > 1 or any(source != "-" and Path(source).is_dir() for source in sources)
    chosen = form or ("jsonl" if is_many else "table")
    if is_many and chosen == "json":
        chosen = "jsonl"
    ctx.exit(read_all(inputs, settings, form=chosen, width=width, is_many=is_many, debug=ctx.obj.debug))
