"""`riwaya watch`: follow what is followed."""

from __future__ import annotations

import signal
from dataclasses import asdict
from types import FrameType
from typing import TYPE_CHECKING

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_form
from riwaya.cli.output import write_json, write_text

if TYPE_CHECKING:
    from riwaya.collect.watch import Step


@click.command("watch")
@with_ledger
@click.option("--once", is_flag=True, help="Stop when nothing is due.")
@click.option(
    "--minutes", type=click.FloatRange(min=0.01), metavar="N", help="Stop after so long; else when interrupted."
)
@with_form("table", "jsonl", help="Lines for people, or of JSON.")
def command(*, ledger: str | None, once: bool, minutes: float | None, form: str) -> None:
    """Follow every list of `riwaya follow`: look at it, fetch what is new, keep the reply, read it into the ledger.

    Stopped at any moment (Ctrl-C, or a kill), it goes on where it was; several may run on one ledger.
    """
    from riwaya.collect.opening import open_asker

    stopped = _Stop()
    with open_ledger(ledger) as opened, open_asker(opened.settings) as asker, stopped:
        from riwaya.collect.watch import Watcher

        watcher = Watcher(ledger=opened, asker=asker)
        count = 0

        def tell(step: Step) -> None:
            nonlocal count
            count += step.kind == "page" and step.status in ("new", "changed")
            _write(step, form)

        until = asker.clock.now() + minutes * 60 if minutes else None
        watcher.run(tell=tell, until=until, stop=lambda: stopped.asked, is_once=once)
        click.echo(f"{count} pages new or changed. {opened.address}", err=True)


class _Stop:
    """Ends the loop between two jobs when the process is asked to end; a second time ends it at once."""

    asked = False

    def __enter__(self) -> _Stop:
        self._before = {one: signal.signal(one, self._ask) for one in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


def _write(step: Step, form: str) -> None:
    if form == "jsonl":
        write_json(asdict(step), is_line=True)
        return
    write_text(f"{step.kind}\t{step.status}\t{step.count}\t{step.url}\n")
    if step.code:
        click.echo(f"{step.url}\t{step.code}\t{step.message}", err=True)
