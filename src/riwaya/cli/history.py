"""`riwaya history`: how something came to be as it is."""

from __future__ import annotations

import click

from riwaya.cli.bidi import clean_words, isolate_runs
from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_json, write_text


@click.command("history")
@click.argument("name", metavar="ID")
@with_ledger
@click.option("--json", "is_json", is_flag=True, help="Print a line of JSON for each.")
def command(*, name: str, ledger: str | None, is_json: bool) -> None:
    """Print what happened to a claim, document, page, event or failed page, oldest first.

    Versions of the page, readings by newer versions of Riwaya, and judgements with who and why.
    """
    with open_ledger(ledger) as opened:
        found = opened.history(name)
    for turn in found.to_dicts():
        if is_json:
            write_json(turn, is_line=True)
            continue
        read = f" (Riwaya {turn['engine']})" if turn["engine"] else ""
        words = isolate_runs(clean_words(f"{turn['what']}{read}"))
        write_text(f"{str(turn['at'])[:19]}  {clean_words(str(turn['who']))}  {turn['id']}\n  {words}\n")
