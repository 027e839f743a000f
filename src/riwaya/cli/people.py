"""`riwaya people`: who may sign in to the desk, and what they may do there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_text
from riwaya.people.records import ROLES, SCOPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from riwaya.ledger.store import Ledger
    from riwaya.people.records import Person


@click.group("people")
def command() -> None:
    """Say who may sign in to the desk, and what they may do there; each change stands in the audit."""


@command.command("list")
@with_ledger
def list_all(*, ledger: str | None) -> None:
    """Print the accounts: name, role, how they sign in, since when."""
    from riwaya.people.accounts import list_people

    with open_ledger(ledger) as opened:
        for one in list_people(opened.engine):
            write_text(_line(one))


@command.command("add")
@click.argument("name", metavar="NAME")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What the person may do.")
@click.option(
    "--password-stdin",
    is_flag=True,
    help="Take the password from standard input, a line; else it is asked for, or a link is made.",
)
@click.option(
    "--link", "by_link", is_flag=True, help="Ask for no password: print a link by which the person signs in once."
)
@with_ledger
def add(*, name: str, role: str, password_stdin: bool, by_link: bool, ledger: str | None) -> None:
    """Make an account. A reader reads, a reviewer also judges, an editor also takes pages in, an administrator also manages people."""
    from riwaya.people.accounts import add_person
    from riwaya.people.sign_in import make_link

    password = None if by_link else _ask_password(from_stdin=password_stdin)
    with open_ledger(ledger) as opened:
        made = add_person(opened.engine, name, role, by=opened.who, password=password)
        write_text(_line(made))
        if by_link:
            write_text(f"/sign-in/link/{make_link(opened.engine, made.name, by=opened.who)}\n")


@command.command("link")
@click.argument("name", metavar="NAME")
@click.option(
    "--minutes", type=click.IntRange(1, 10_080), default=60, show_default=True, help="For how long it is good."
)
@with_ledger
def link(*, name: str, minutes: int, ledger: str | None) -> None:
    """Print the path of a link by which a person signs in once, without password."""
    from riwaya.people.sign_in import make_link

    with open_ledger(ledger) as opened:
        write_text(f"/sign-in/link/{make_link(opened.engine, name, by=opened.who, minutes=minutes)}\n")


@command.command("role")
@click.argument("name", metavar="NAME")
@click.argument("role", type=click.Choice(ROLES))
@with_ledger
def role(*, name: str, role: str, ledger: str | None) -> None:
    """Give a person another role."""
    from riwaya.people.accounts import set_role

    _change(ledger, lambda opened: set_role(opened.engine, name, role, by=opened.who))


@command.command("password")
@click.argument("name", metavar="NAME")
@click.option("--password-stdin", is_flag=True, help="Take it from standard input, a line; else it is asked for.")
@with_ledger
def password(*, name: str, password_stdin: bool, ledger: str | None) -> None:
    """Set the password of a person; all sessions of that person end."""
    from riwaya.people.accounts import set_password

    given = _ask_password(from_stdin=password_stdin)
    _change(ledger, lambda opened: set_password(opened.engine, name, given, by=opened.who))


@command.command("close")
@click.argument("name", metavar="NAME")
@with_ledger
def close(*, name: str, ledger: str | None) -> None:
    """Close an account: sessions end, tokens are void; what the person did stays."""
    from riwaya.people.accounts import close_account

    _change(ledger, lambda opened: close_account(opened.engine, name, by=opened.who))


@command.command("open")
@click.argument("name", metavar="NAME")
@with_ledger
def reopen(*, name: str, ledger: str | None) -> None:
    """Open an account again that was closed."""
    from riwaya.people.accounts import open_account

    _change(ledger, lambda opened: open_account(opened.engine, name, by=opened.who))


@command.command("no-code")
@click.argument("name", metavar="NAME")
@with_ledger
def no_code(*, name: str, ledger: str | None) -> None:
    """Ask a person for no second factor any more, as when the phone was lost."""
    from riwaya.people.accounts import drop_totp

    _change(ledger, lambda opened: drop_totp(opened.engine, name, by=opened.who))


@command.command("token")
@click.argument("name", metavar="NAME")
@click.option("--for", "purpose", required=True, metavar="WORDS", help="What the token is for.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(SCOPES),
    multiple=True,
    default=("read",),
    show_default=True,
    help="What it allows; may be given again.",
)
@click.option("--days", type=click.IntRange(1, 366), default=90, show_default=True, help="For how long.")
@with_ledger
def token(*, name: str, purpose: str, scopes: tuple[str, ...], days: int, ledger: str | None) -> None:
    """Make a token by which a program acts for a person, and print it: this once."""
    from riwaya.people.tokens import make_token

    with open_ledger(ledger) as opened:
        key, _ = make_token(opened.engine, name, purpose, scopes, days=days, by=opened.who)
        write_text(f"{key}\n")


def _change(ledger: str | None, change: Callable[[Ledger], Person]) -> None:
    with open_ledger(ledger) as opened:
        write_text(_line(change(opened)))


def _line(one: Person) -> str:
    ways = " + ".join([*(["password"] if one.has_password else ["link"]), *(["code"] if one.has_totp else [])])
    state = f"closed {one.closed_at[:10]}" if one.closed_at else "open"
    return f"{one.name}\t{one.role}\t{ways}\t{one.made_at[:10]}\t{state}\n"


def _ask_password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
