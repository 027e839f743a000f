"""`riwaya follow`: which sources are followed, and how that goes."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.lists import render_list
from riwaya.cli.options import with_form, with_width
from riwaya.cli.output import write_json, write_text

if TYPE_CHECKING:
    from riwaya.collect.follow import Standing


@click.group("follow")
def command() -> None:
    """Say which feeds, sitemaps and sites are followed; `riwaya watch` follows them."""


@command.command("add")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@with_ledger
@click.option("--outlet", metavar="NAME", help="Who publishes there.")
@click.option("--language", metavar="CODE", help="Language of the pages: ar, en or fr.")
@click.option(
    "--every", type=click.FloatRange(1, 10_080), default=30, show_default=True, help="Minutes between two looks."
)
def add_command(
    *, urls: tuple[str, ...], ledger: str | None, outlet: str | None, language: str | None, every: float
) -> None:
    """Follow feeds, sitemaps, or whatever lists a site has: give any page of it."""
    from riwaya.collect.opening import open_asker

    with open_ledger(ledger, create=True) as opened, open_asker(opened.settings) as asker:
        from riwaya.collect import follow

        for url in urls:
            for found in follow.add(opened, url, asker=asker, every=every * 60, outlet=outlet, language=language):
                write_text(f"{found}\n")
    click.echo("`riwaya watch` follows them.", err=True)


@command.command("remove")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@with_ledger
def remove_command(*, urls: tuple[str, ...], ledger: str | None) -> None:
    """Follow a list no longer, nor those that it names; what was read of it stays."""
    from riwaya.collect.opening import open_asker

    with open_ledger(ledger) as opened, open_asker(opened.settings) as asker:
        from riwaya.collect import follow

        for url in urls:
            write_text(f"{url}\t{follow.remove(opened, url, asker=asker)}\n")


@command.command("list")
@with_ledger
@with_width
@with_form("table", "jsonl", help="Lines for people, or of JSON.")
def list_command(*, ledger: str | None, width: int | None, form: str) -> None:
    """List what is followed: last look, errors, pages read, waiting and given up."""
    from riwaya.collect import follow

    with open_ledger(ledger) as opened:
        found = follow.list_all(opened)
    if form == "jsonl":
        for one in found:
            write_json(
                {**asdict(one.followed), "waiting": one.waiting, "done": one.done, "dead": one.dead}, is_line=True
            )
        return
    heads = ("list", "kind", "last look", "read", "waiting", "given up", "trouble")
    columns = width or shutil.get_terminal_size().columns
    write_text(render_list(heads, [_row(one) for one in found], width=columns, numbers=(3, 4, 5)))


@command.command("dead")
@with_ledger
@click.option("--retry", is_flag=True, help="Let them wait again, for `riwaya watch` to try.")
@with_form("table", "jsonl", help="Lines for people, or of JSON.")
def dead_command(*, ledger: str | None, retry: bool, form: str) -> None:
    """List the pages that were given up, each with the reason, or let them wait again."""
    from riwaya.collect.clock import SystemClock
    from riwaya.ledger.engine import reading, writing
    from riwaya.ledger.jobs import find_dead, revive

    with open_ledger(ledger) as opened:
        if retry:
            with writing(opened.engine) as connection:
                click.echo(f"{revive(connection, now=SystemClock().now())} wait again.", err=True)
            return
        with reading(opened.engine) as connection:
            found = find_dead(connection)
    for one in found:
        if form == "jsonl":
            write_json(asdict(one), is_line=True)
        else:
            write_text(f"{one.url}\n  {one.code}: {one.message}  ({one.attempts} tries)\n")
    click.echo(f"{len(found)} given up", err=True)


def _row(one: Standing) -> tuple[str, ...]:
    from riwaya.collect.clock import iso

    told = one.followed
    looked = iso(told.looked_at)[:16].replace("T", " ") if told.looked_at else "never"
    trouble = f"{told.code} ({told.errors} times)" if told.code else ""
    return (told.url, told.kind or "?", looked, str(one.done), str(one.waiting), str(one.dead), trouble)
