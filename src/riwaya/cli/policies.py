"""`riwaya policies`: the declared ways of making numbers of accounts, with their rules and limits."""

from __future__ import annotations

import click

from riwaya.cli.bidi import isolate_runs, wrap_words
from riwaya.cli.options import with_form, with_width
from riwaya.cli.output import terminal_width, write_json, write_text

_INDENT = "   "


@click.command("policies")
@click.option(
    "--language",
    type=click.Choice(["ar", "en", "fr"]),
    default="en",
    show_default=True,
    help="Language of the rules.",
)
@with_form("table", "json", help="Text or JSON.")
@with_width
def command(*, language: str, form: str, width: int | None) -> None:
    """Print the policies by which the accounts of an event are made into numbers: what each does and cannot tell."""
    from riwaya.stages.reconcile import load_policies

    policies = load_policies()
    if form == "json":
        rows = [
            {
                "id": one.id,
                "takes_actor": one.takes_actor,
                "source": one.source,
                **{
                    field: {code: getattr(getattr(one, field), code) for code in ("ar", "en", "fr")}
                    for field in ("name", "rule", "limits")
                },
            }
            for one in policies
        ]
        write_json({"policies": rows})
        return
    cells = (width or terminal_width()) - len(_INDENT)
    lines: list[str] = []
    for one in policies:
        name, rule, limits = (getattr(words, language) for words in (one.name, one.rule, one.limits))
        lines.append(f"━━ {one.id}{' ACTOR' if one.takes_actor else ''}: {isolate_runs(name)}")
        for text in (rule, limits, one.source):
            lines += [_INDENT + isolate_runs(line) for line in wrap_words(text, cells)]
            lines.append("")
    write_text("\n".join(lines).rstrip("\n") + "\n")
