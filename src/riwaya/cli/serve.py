"""`riwaya serve`: the ledger in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from riwaya.cli.ledgers import with_ledger
from riwaya.errors import DeskMissing

if TYPE_CHECKING:
    from riwaya.serve.desk import Desk
    from riwaya.serve.settings import DeskSettings


@click.command("serve")
@with_ledger
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="What to listen on; others than this machine only with accounts.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 for any that is free.")
@click.option(
    "--public-url", metavar="URL", help="How others reach the desk, as behind a proxy: https://desk.example.org."
)
@click.option(
    "--behind-proxy", is_flag=True, help="Take the word of a proxy on this machine for where requests come from."
)
@click.option(
    "--boundaries",
    default="natural-earth-50m",
    show_default=True,
    metavar="SET",
    help="Borders that maps draw: natural-earth-50m, natural-earth-110m, or none.",
)
@click.option(
    "--sample", is_flag=True, help="First read the sample pages into the ledger, which is made where there is none."
)
def command(
    *,
    ledger: str | None,
    host: str,
    port: int,
    public_url: str | None,
    behind_proxy: bool,
    boundaries: str,
    sample: bool,
) -> None:
    """Open the desk: the ledger in a browser, and the API under /api/v1.

    The address is printed with a link by which you sign in once. It listens on this machine only, unless told
    otherwise; for others there must be accounts (`riwaya people add`). Stop it with Ctrl-C.
    """
    try:
        from riwaya.serve.server import build_server
        from riwaya.serve.settings import DeskSettings
    except ModuleNotFoundError as error:
        raise DeskMissing(f"The packages of the desk are not installed: {error.name}.") from error
    from riwaya.config import load_settings

    riwaya = load_settings()
    address = ledger or riwaya.database_url
    if sample:
        _fill(address)
    settings = DeskSettings(
        ledger=address,
        host=host,
        port=port or _free_port(host),
        public_url=public_url,
        is_behind_proxy=behind_proxy,
        boundaries=boundaries,
        riwaya=riwaya,
    )
    server, desk = build_server(settings)
    _greet(settings, desk)
    server.run()


def _fill(address: str) -> None:
    from riwaya.cli.demo import open_samples
    from riwaya.ledger.store import Ledger

    with open_samples() as folder, Ledger(address) as opened:
        report = opened.ingest(folder, metadata=folder / "index.tsv", label="samples")
    click.echo(f"{len(report.outcomes)} sample pages, {report.claims} new claims", err=True)


def _free_port(host: str) -> int:
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as one:
        one.bind((host, 0))
        return int(one.getsockname()[1])


def _greet(settings: DeskSettings, desk: Desk) -> None:
    from riwaya.people.accounts import first_administrator
    from riwaya.people.sign_in import make_link

    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    base = settings.public_url or f"http://{shown}:{settings.port}"
    click.echo(f"Riwaya's desk: {base}  (Ctrl-C stops it)", err=True)
    if settings.is_loopback and settings.public_url is None:
        who = first_administrator(desk.engine, desk.ledger.who)
        link = make_link(desk.engine, who.name, by=desk.ledger.who)
        click.echo(f"Sign in once, within the hour, as {who.name}:", err=True)
        click.echo(f"{base}/sign-in/link/{link}")
