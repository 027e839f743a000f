"""`riwaya schema`: the JSON Schema of a public form."""

from __future__ import annotations

import click

from riwaya.cli.output import write_json


@click.command("schema")
@click.argument("name", type=click.Choice(["analysis", "claims", "events"]))
def command(*, name: str) -> None:
    """Print the JSON Schema of a public form."""
    from riwaya.forms.schema import build_schema

    write_json(build_schema(name))
