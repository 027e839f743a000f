"""The commands by name; the module of one is imported when it is called or listed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from riwaya import __version__


@dataclass(slots=True)
class Options:
    """What holds for every command."""

    debug: bool = False


class LazyGroup(click.Group):
    """A group whose commands are named by ``module`` in a table."""

    def __init__(self, *, modules: dict[str, str], **settings: Any) -> None:
        """Keep the table of commands: name to module, whose variable ``command`` is the command."""
        super().__init__(**settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of the table, which is the order of a person's work."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None for names that are none."""
        module = self._modules.get(cmd_name)
        return import_module(f"riwaya.cli.{module}").command if module else None


@click.group(
    "riwaya",
    cls=LazyGroup,
    modules={
        "analyze": "analyze",
        "explain": "explain",
        "ingest": "ingest",
        "follow": "follow",
        "watch": "watch",
        "capture": "capture",
        "batch": "batches",
        "claims": "claims",
        "events": "events",
        "event": "event",
        "policies": "policies",
        "sources": "sources",
        "export": "export",
        "trace": "trace",
        "verify-export": "verify_export",
        "compare": "compare",
        "report": "report",
        "judge": "judge",
        "serve": "serve",
        "people": "people",
        "history": "history",
        "failures": "failures",
        "backup": "backup",
        "restore": "restore",
        "verify": "verify",
        "db": "database",
        "demo": "demo",
        "schema": "schema",
        "eval": "evaluation",
        "gold": "gold",
        "packs": "packs",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error that is a bug.")
@click.version_option(__version__, prog_name="riwaya", message="%(prog)s %(version)s")
@click.pass_obj
def commands(options: Options, *, debug: bool) -> None:
    """Read conflict news, Arabic first, into attributed claims: who says, through whom, what happened."""
    options.debug = debug
