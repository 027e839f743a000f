"""`riwaya batch`: archives of the web on many cores or many machines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.output import write_json, write_text
from riwaya.errors import InputError

if TYPE_CHECKING:
    from riwaya.batch.engines import Engine


@click.group("batch")
def command() -> None:
    """Read archives of the web on many cores or machines; `riwaya ingest --from-batch` takes the result into a ledger."""


@command.command("run")
@click.option(
    "--input",
    "inputs",
    multiple=True,
    required=True,
    metavar="PATTERN",
    help="Files, a folder, or a pattern with * and **: WARC, JSONL, Parquet, text, HTML. May be given several times.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="Where the result goes; on a cluster a place that all workers see.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or a Dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of a running Dask cluster: tcp://host:8786.")
@click.option("--workers", type=click.IntRange(1, 512), metavar="N", help="Processes; as many as cores when left out.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("ar",),
    show_default=True,
    metavar="CODE",
    help="Pages in other languages are passed over; `all` reads everything.",
)
@click.option("--keep-repeats", is_flag=True, help="Keep pages that repeat another of the same outlet.")
@click.option("--keep-steps", is_flag=True, help="Keep what the steps handed on, to look at.")
@click.option(
    "--shard-size",
    type=click.IntRange(10_000),
    default=8_000_000,
    show_default=True,
    metavar="BYTES",
    help="About how much of a file that can be cut is one piece of work.",
)
@click.pass_context
def run(
    ctx: click.Context,
    *,
    inputs: tuple[str, ...],
    output: Path,
    engine: str,
    scheduler: str | None,
    workers: int | None,
    languages: tuple[str, ...],
    keep_repeats: bool,
    keep_steps: bool,
    shard_size: int,
) -> None:
    """Read pages into claims, group them into events, and write both as Parquet with a manifest.

    Stopped at any moment, also by a machine that dies, the same command goes on where it was.
    """
    from riwaya.batch.extract import Reading
    from riwaya.batch.running import run_batch
    from riwaya.cli.batch_progress import batch_progress
    from riwaya.config import load_settings
    from riwaya.ledger.identity import find_engine

    settings = load_settings()
    reading = Reading(
        engine=find_engine(plugins=settings.plugins).id,
        languages=() if "all" in languages else languages,
        max_bytes=settings.max_bytes,
        plugins=settings.plugins,
    )
    runner = _start(engine, scheduler, workers)
    try:
        with batch_progress() as tell:
            result = run_batch(
                inputs,
                output,
                runner,
                reading=reading,
                shard_bytes=shard_size,
                keep_repeats=keep_repeats,
                keep_steps=keep_steps,
                tell=tell,
            )
    finally:
        runner.close()
    if result.done_before:
        click.echo(f"{result.done_before} of {len(result.row['shards'])} shards had been read before.", err=True)
    _say(result.row, output)
    ctx.exit(InputError.exit_code if result.broken or result.row["failures"] else 0)


@command.command("show")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("--failures", is_flag=True, help="List what could not be read, a line for each.")
@click.option("--json", "is_json", is_flag=True, help="The whole manifest as JSON.")
def show(*, folder: Path, failures: bool, is_json: bool) -> None:
    """Show what a batch gave: pages, claims, events, digests, or what could not be read."""
    from riwaya.batch.manifest import RESULT, open_folder, read_row
    from riwaya.errors import BatchFolderInvalid

    open_folder(folder, create=False)
    row = read_row(folder / RESULT)
    if row is None:
        raise BatchFolderInvalid(f"{folder} holds a batch that did not come to its end.")
    if failures:
        from riwaya.batch.tables import iter_rows

        for name in dict.fromkeys(row["tables"]["failures"]):
            for one in iter_rows(folder / "failures" / name):
                write_text(f"{one['shard']}\t{one['name']}\t{one['code']}\t{one['message']}\n")
    elif is_json:
        write_json(row)
    else:
        _say(row, folder)


def _start(engine: str, scheduler: str | None, workers: int | None) -> Engine:
    import os

    many = workers or len(os.sched_getaffinity(0))
    if engine == "dask" or scheduler is not None:
        from riwaya.batch.dask_engine import DaskEngine

        return DaskEngine(scheduler, workers=many)
    from riwaya.batch.engines import LocalEngine, SerialEngine

    return LocalEngine(many) if many > 1 else SerialEngine()


def _say(row: dict[str, Any], folder: Path) -> None:
    pages = row["pages"]
    told = [
        ("shards", len(row["shards"])),
        ("broken", row["broken"]),
        ("pages seen", row["seen"]),
        ("pages kept", pages.get("stands", 0)),
        ("  older versions", pages.get("older", 0)),
        ("  met twice", pages.get("same", 0)),
        ("  repeats of one outlet", pages.get("repeats", 0)),
        ("claims", row["claims"]),
        ("events", row["events"]),
        ("failures", sum(row["failures"].values())),
    ]
    write_text("".join(f"{name}\t{count}\n" for name, count in told))
    for name, digest in row["digests"].items():
        write_text(f"digest of {name}\t{digest}\n")
    click.echo(str(folder / "manifest.json"), err=True)
