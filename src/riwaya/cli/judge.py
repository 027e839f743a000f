"""`riwaya judge`: what a person says of a claim or of events."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_json, write_text
from riwaya.errors import JudgementInvalid

if TYPE_CHECKING:
    from riwaya.ledger.judgements import Judgement


def _with_judge(function: Any) -> Any:
    for option in (
        click.option("--json", "is_json", is_flag=True, help="Print the judgement as JSON."),
        click.option("--why", required=True, metavar="WORDS", help="For what reason."),
        click.option("--by", "who", metavar="NAME", help="Who judges; else RIWAYA_USER, else the user of this system."),
        with_ledger,
    ):
        function = option(function)
    return function


@click.group("judge")
def command() -> None:
    """Say what a person judges of a claim or of events; it is put beside what was read, with who and why.

    A judgement holds for the words of a claim: a newer version of Riwaya that reads the same words finds it again.
    """


@command.command("accept")
@click.argument("claim", metavar="CLAIM-ID")
@_with_judge
def accept(*, claim: str, **options: Any) -> None:
    """Say that a claim is read right."""
    _judge(claim, "accept", options)


@command.command("reject")
@click.argument("claim", metavar="CLAIM-ID")
@_with_judge
def reject(*, claim: str, **options: Any) -> None:
    """Say that a claim is none: it leaves its event and is shown only on request."""
    _judge(claim, "reject", options)


@command.command("reset")
@click.argument("claim", metavar="CLAIM-ID")
@_with_judge
def reset(*, claim: str, **options: Any) -> None:
    """Take back what was said of a claim: it holds as it was read. All judgements stay in its history."""
    _judge(claim, "reset", options)


@command.command("correct")
@click.argument("claim", metavar="CLAIM-ID")
@click.option(
    "--set",
    "settings",
    multiple=True,
    required=True,
    metavar="FIELD=VALUE",
    help="type, subtype, polarity, certainty, start, end, place.id|name|lat|lon, figure.N.measure|low|high|of, agent.N, "
    "target.N, source.N; N counts from 1, an actor is ID or ID:NAME, an empty value unsets.",
)
@_with_judge
def correct(*, claim: str, settings: tuple[str, ...], **options: Any) -> None:
    """Say how the words of a claim are to be read; the words themselves never change."""
    parted = [one.partition("=") for one in settings]
    if not all(name and sign for name, sign, _ in parted):
        raise JudgementInvalid("A setting has no name or no «=».", hint="Write --set field=value.")
    _judge(claim, "correct", options, {name.strip(): value for name, _, value in parted})


@command.command("merge")
@click.argument("events", nargs=-1, required=True, metavar="EVENT-ID EVENT-ID...")
@_with_judge
def merge(*, events: tuple[str, ...], ledger: str | None, who: str | None, why: str, is_json: bool) -> None:
    """Say that several events are one happening."""
    with open_ledger(ledger) as opened:
        _print(opened.merge(*events, who=who, why=why), is_json=is_json)


@command.command("split")
@click.argument("event", metavar="EVENT-ID")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM-ID...")
@_with_judge
def split(*, event: str, claims: tuple[str, ...], ledger: str | None, who: str | None, why: str, is_json: bool) -> None:
    """Say that some claims of an event speak of another happening than its others."""
    with open_ledger(ledger) as opened:
        _print(opened.split(event, claims, who=who, why=why), is_json=is_json)


def _judge(claim: str, kind: str, options: dict[str, Any], settings: dict[str, str] | None = None) -> None:
    with open_ledger(options["ledger"]) as opened:
        made = opened.judge(claim, kind, who=options["who"], why=options["why"], settings=settings)
    _print(made, is_json=options["is_json"])


def _print(made: Judgement, *, is_json: bool) -> None:
    if is_json:
        write_json(asdict(made))
        return
    write_text(f"{made.id}\t{made.kind}\t{made.subject}\t{' '.join(made.events)}\n")
