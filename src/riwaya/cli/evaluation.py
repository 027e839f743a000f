"""`riwaya eval`: how well annotated pages are read."""

from __future__ import annotations

from pathlib import Path

import click

from riwaya.cli.output import json_text, write_file, write_text
from riwaya.errors import InputError

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("eval")
@click.argument("gold", type=_FOLDER)
@click.argument("texts", type=_FOLDER)
@click.option("--errors", is_flag=True, help="Also list everything missed, spurious or wrong.")
@click.option("--documents", is_flag=True, help="Also give a line for each document.")
@click.option("--json", "json_path", type=click.Path(dir_okay=False, path_type=Path), help="Write the report there.")
@click.pass_context
def command(
    ctx: click.Context, *, gold: Path, texts: Path, errors: bool, documents: bool, json_path: Path | None
) -> None:
    """Read the pages in TEXTS that GOLD annotates and print how well that went."""
    from riwaya.evals import evaluate, render_report, report_json

    report = evaluate(gold, texts)
    write_text(render_report(report, errors=errors, documents=documents) + "\n")
    if json_path is not None:
        write_file(json_path, json_text(report_json(report)) + "\n")
        click.echo(f"Wrote {json_path}", err=True)
    ctx.exit(InputError.exit_code if report.failed else 0)
