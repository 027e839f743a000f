"""`riwaya packs`: check and count the knowledge of the languages."""

from __future__ import annotations

import click

from riwaya.cli.output import write_text
from riwaya.errors import PackError


@click.group("packs")
def command() -> None:
    """Check and count the language packs."""


@command.command("lint")
@click.pass_context
def lint(ctx: click.Context) -> None:
    """Check every pack: unknown keys, double ids, look-alike letters, examples that fail."""
    from riwaya.lang.lint import lint_packs

    problems = lint_packs()
    for problem in problems:
        write_text(f"{problem}\n")
    click.echo(f"{len(problems)} problems" if problems else "The packs are in order.", err=True)
    ctx.exit(PackError.exit_code if problems else 0)


@command.command("stats")
def stats() -> None:
    """Count what the packs hold."""
    from riwaya.lang.lint import pack_stats

    for name, count in pack_stats():
        write_text(f"{name:40} {count:>8,}\n")
