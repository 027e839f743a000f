"""`riwaya export`: give the ledger out in a shape."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_text
from riwaya.cli.progress import progress
from riwaya.cli.wanting import read_external, read_wanted, with_filters, with_ids, with_redaction

if TYPE_CHECKING:
    from riwaya.export.manifest import Manifest

_MOST_REASONS = 6
_NOTHING_WITHHELD = "nothing withheld: before you publish it, see --redact"


@click.command("export")
@click.argument("shape", required=False)
@with_ledger
@click.option("--policy", metavar="NAME", help="How the accounts are made into numbers; the shape's own when left out.")
@with_filters()
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where to write it, its manifest beside it; standard output without a manifest when left out.")  # fmt: skip
@with_ids
@with_redaction
@click.option("--numeric-inter", is_flag=True, help="Shape acled: kinds of actors as numbers.")
@click.option("--table", metavar="SHAPE", help="Shapes parquet and xlsx: whose table they carry.")
@click.option("--at", metavar="TIME", help="Time of the manifest; that of the ledger's newest record when left out.")
@click.option("--codebook", is_flag=True, help="Print the codebook of the shape, write nothing.")
@click.option(
    "--list", "is_list", is_flag=True, help="List shapes, policies that fit them, redaction profiles, schemes of ids."
)
def command(
    *, shape: str | None, ledger: str | None, out: Path | None, codebook: bool, is_list: bool, **told: Any
) -> None:
    """Write the ledger in SHAPE: a table that your own code reads, every cell traceable (`riwaya trace`).

    Without SHAPE, or with --list, the shapes are listed.
    """
    if is_list or shape is None:
        from riwaya.cli.export_list import list_exports

        write_text(list_exports())
        return
    if codebook:
        from riwaya.export.codebook import shape_codebook
        from riwaya.export.registry import find_shape

        write_text(shape_codebook(find_shape(shape, told["table"])))
        return
    _export(shape, ledger, out, told)


def _export(shape: str, ledger: str | None, out: Path | None, told: dict[str, Any]) -> None:
    from riwaya.errors import ExportInvalid
    from riwaya.export import Options, find_shape, write, write_file
    from riwaya.export.redaction import read_profile

    found = find_shape(shape, told["table"])
    wanted = read_wanted(told)
    options = Options(
        external=read_external(told["external"]),
        numeric_inter=told["numeric_inter"],
        redaction=read_profile(told["redact"]),
        at=told["at"],
    )
    if out is None and not found.is_text and sys.stdout.isatty():
        raise ExportInvalid(f"{shape} is no text for a terminal.", hint=f"Name a file: -o {shape}{found.suffix}.")
    with open_ledger(ledger) as opened, Bar(f"exporting {shape}") as bar:
        if out is None:
            made = write(opened.view, shape, sys.stdout.buffer, policy=told["policy"], wanted=wanted, options=options,
                         progress=bar.start)  # fmt: skip
        else:
            made = write_file(opened.view, shape, out, policy=told["policy"], wanted=wanted, options=options,
                              progress=bar.start)  # fmt: skip
    sys.stdout.buffer.flush()
    _say(made, out)


def _say(made: Manifest, out: Path | None) -> None:
    rows = made.rows
    lines = [f"{rows:,} {'row' if rows == 1 else 'rows'} of {made.content['shape']}" + (f" in {out}" if out else "")]
    redaction = made.content["redaction"]
    lines.append(f"withheld by the profile {redaction['profile']}" if redaction else _NOTHING_WITHHELD)
    reasons = list(made.left_out.items())
    if reasons:
        lines.append(f"{sum(made.left_out.values()):,} left out (the manifest names them):")
        lines += [f"   {many:,} {why}" for why, many in reasons[:_MOST_REASONS]]
    if len(reasons) > _MOST_REASONS:
        lines.append(f"   … and {len(reasons) - _MOST_REASONS} other reasons")
    click.echo("\n".join(lines), err=True)


class Bar:
    """A bar that starts when it is known how much there is to do."""

    def __init__(self, what: str) -> None:
        """Take what the bar says."""
        self._what = what
        self._stack = ExitStack()

    def __enter__(self) -> Bar:
        """Give itself."""
        return self

    def __exit__(self, *details: Any) -> None:
        """Take the bar away."""
        self._stack.__exit__(*details)

    def start(self, total: int) -> Callable[[], None]:
        """Show it; what it gives goes one step on."""
        opened: AbstractContextManager[Callable[[], None]] = progress(self._what, total)
        return self._stack.enter_context(opened)
