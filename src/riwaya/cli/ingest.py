"""`riwaya ingest`: pages into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_form, with_hints
from riwaya.cli.output import write_json, write_text
from riwaya.cli.progress import progress
from riwaya.errors import InputError
from riwaya.inputs import find_inputs, is_archive
from riwaya.model.document import Hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from riwaya.ledger.records import Outcome, Report
    from riwaya.ledger.store import Ledger


@click.command("ingest")
@click.argument("sources", nargs=-1, metavar="FILE|-|FOLDER|URL...")
@with_ledger
@click.option(
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.tsv",
    help="Table of what pages may not say: file (its name within the folder), published, outlet, url, language.",
)
@click.option("--label", metavar="NAME", help="What to call the source; under one label a file's name is one page.")
@click.option(
    "--from-batch",
    "batch",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Take the pages and claims of a `riwaya batch run`; nothing is read again.",
)
@with_hints
@with_form("table", "jsonl", help="A line of tabs, or of JSON, for each page.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    ledger: str | None,
    metadata: Path | None,
    label: str | None,
    batch: Path | None,
    form: str,
    hints: Hints,
) -> None:
    """Read pages and keep them in the ledger with all their claims; what is kept already is not read again.

    Pages are files, the pages of a folder, web archives (.warc, .warc.gz), and addresses: of those and of archives the
    reply is kept too, as evidence (`riwaya capture`).

    The ledger is made where there is none. A page that cannot be read is a failure: `riwaya failures` says what to do.
    Stopped at any moment, the same command goes on where it was.
    """
    if batch is not None:
        if sources:
            raise click.UsageError("--from-batch takes no other pages.")
        _load(batch, ledger, form)
        return
    if not sources:
        raise click.UsageError("Name pages, or a batch with --from-batch.")
    urls = [one for one in sources if one.startswith(("http://", "https://"))]
    archives = [Path(one) for one in sources if one not in urls and is_archive(one)]
    files = [one for one in sources if one not in urls and not is_archive(one)]
    inputs = find_inputs(files, hints, metadata=metadata)
    with (
        open_ledger(ledger, create=True) as opened,
        progress("Reading", len(inputs) + len(urls), beside_data=True) as step,
    ):

        def tick(outcome: Outcome) -> None:
            step()
            write_outcome(outcome, form)

        report = opened.ingest_inputs(inputs, label=label, tick=tick)
        if urls or archives:
            report = report.plus(_collect(opened, urls, archives, hints, tick))
        say_report(report, opened.address)
    ctx.exit(InputError.exit_code if report.failures else 0)


def _load(batch: Path, ledger: str | None, form: str) -> None:
    from riwaya.batch.loading import count_pages, load_batch

    many = count_pages(batch)
    with open_ledger(ledger, create=True) as opened, progress("Keeping", many, beside_data=True) as step:
        loaded = load_batch(opened, batch, tick=lambda outcome: (step(), write_outcome(outcome, form))[0])
        say_counts(loaded.pages, loaded.claims, opened.address)
    if loaded.repeats:
        click.echo(f"{loaded.repeats} that repeat another page of their outlet stayed out.", err=True)


def _collect(
    ledger: Ledger, urls: list[str], archives: list[Path], hints: Hints, tick: Callable[[Outcome], None]
) -> Report:
    from riwaya.collect.opening import open_asker

    with open_asker(ledger.settings) as asker:
        from riwaya.collect.intake import ingest_archives
        from riwaya.collect.urls import ingest_urls

        report = ingest_archives(ledger, archives, hints, tick=tick)
        return report.plus(ingest_urls(ledger, urls, hints, asker=asker, tick=tick))


def write_outcome(outcome: Outcome, form: str) -> None:
    """Print what became of one page: name, status, documents, claims; or one JSON object."""
    if form == "jsonl":
        write_json(asdict(outcome), is_line=True)
        return
    write_text(f"{outcome.name}\t{outcome.status}\t{outcome.documents}\t{outcome.claims}\n")
    if outcome.status == "failed":
        click.echo(f"{outcome.name}\t{outcome.code}\t{outcome.message}", err=True)


def say_report(report: Report, where: str) -> None:
    """Say on stderr what was done in all."""
    say_counts(Counter(one.status for one in report.outcomes), report.claims, where)


def say_counts(pages: Mapping[str, int], claims: int, where: str) -> None:
    """Say on stderr how many pages ended in which status."""
    told = [f"{pages.get('new', 0)} new"]
    told += [
        f"{count} {words}"
        for status, words in (
            ("changed", "in a new version"),
            ("reread", "read anew"),
            ("restored", "restored"),
            ("same", "already there"),
            ("older", "older than what is there"),
            ("failed", "failed (see `riwaya failures`)"),
        )
        if (count := pages.get(status, 0))
    ]
    many = sum(pages.values())
    click.echo(f"{many} {'page' if many == 1 else 'pages'}: {', '.join(told)}; {claims} claims. {where}", err=True)
