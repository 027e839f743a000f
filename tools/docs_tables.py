"""Pages of the reference that are one table or a few: commands, errors, settings, vocabularies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from importlib import import_module
from inspect import getdoc

import click

from riwaya import config, errors
from riwaya.cli.commands import commands
from riwaya.lang.lexicon import read_table
from riwaya.model.account import ACCOUNT_STANCES, RELATION_KINDS, TURNS
from riwaya.model.attribution import STANCES
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES
from riwaya.model.provenance import Reason
from riwaya.model.reduction import GRADES
from tools.docs_code import one_line

WIDTH = 100


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Give a Markdown table; bars inside cells are escaped."""
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    lines += [f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def cli_page() -> str:
    """Every command with its help."""
    parts = ["# Commands\n", "`riwaya COMMAND --help` prints the same.\n"]
    for path, command in iter_commands():
        parts.append(f"## `{path}`\n\n```text\n{_help(path, command)}\n```\n")
    parts.append(
        "## Exit status\n\n0 is success, 2 wrong usage, 130 interrupted; everything else is in the [error table](errors.md). Data goes to "
        "standard output, messages to standard error. Of several pages each that fails is one line there, `name, code, reason`, parted by tabs; "
        "the others are read all the same, and the exit status is the highest.\n"
    )
    return "\n".join(parts)


def iter_commands(command: click.Command = commands, path: str = "riwaya") -> Iterator[tuple[str, click.Command]]:
    """Give every command with the words that call it, groups before their members."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            member = command.get_command(context, name)
            if member is not None:
                yield from iter_commands(member, f"{path} {name}")


def _help(path: str, command: click.Command) -> str:
    context = click.Context(
        command, info_name=path, terminal_width=WIDTH, max_content_width=WIDTH, **commands.context_settings
    )
    return "\n".join(line.rstrip() for line in command.get_help(context).rstrip().splitlines())


def errors_page() -> str:
    """Every error class."""
    families = (errors.__doc__ or "").split("\n\n")
    rows = [
        (
            f"`{one.code}`",
            f"`{one.__name__}`",
            _builtins(one),
            one_line(getdoc(one) or ""),
            one.hint,
            one.http_status,
            one.exit_code,
        )
        for one in iter_errors()
    ]
    return (
        "# Errors\n\nWhat a text does not say is a value, never an error. What is wrong is one of these: a line on standard error with a code, a "
        "sentence on what happened and one on what to do. Never a traceback (`riwaya --debug` shows it, for a bug report).\n\n"
        f"{next(part for part in families if part.startswith('| codes'))}\n\n"
        "In Python all of them are `riwaya.RiwayaError`; most are also the builtin that they specialise. `error.code`, `error.message`, "
        "`error.advice` and `error.context` hold the parts.\n\n"
        + table(("code", "class", "also", "what happened", "what to do", "HTTP", "exit"), rows)
    )  # fmt: skip


def iter_errors() -> Iterator[type[errors.RiwayaError]]:
    """Give every error class by code; the root is left out, because RW900 has a class of its own."""
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.RiwayaError)]
    yield from sorted((one for one in found if one is not errors.RiwayaError), key=lambda one: one.code)


def _builtins(one: type[errors.RiwayaError]) -> str:
    plain = [base.__name__ for base in one.__mro__ if base.__module__ == "builtins"]
    return ", ".join(f"`{name}`" for name in plain if name not in ("Exception", "BaseException", "object", "OSError"))


def settings_page() -> str:
    """Every setting."""
    said = next(part for part in (config.__doc__ or "").split("\n\n") if part.startswith("| variable"))
    names = ", ".join(f"`{field.name}`" for field in fields(config.Settings))
    return (
        "# Settings\n\nSettings are environment variables; nothing is read from files. An empty variable counts as not set, and a value that "
        "cannot be used is an error (RW300), not a default.\n\n"
        f"{said.strip()}\n\n"
        f"In Python they are the fields of `riwaya.Settings` ({names}), built once by `riwaya.config.load_settings` and passed in. "
        "`HYPOTHESIS_PROFILE=long` belongs to the tests, `COLUMNS` (the width of the table) to the terminal.\n"
    )


def vocabularies_page() -> str:
    """Every closed list of words that a field may hold."""
    events = read_table("ar", "events")
    speech = read_table("ar", "speech")
    counted: Counter[str] = Counter()
    finer: dict[str, set[str]] = {}
    for row in (*events["verb"], *events["noun"], *speech["verb"]):
        if kind := row.get("type"):
            counted[kind] += 1
            finer.setdefault(kind, set()).update({row["subtype"]} if row.get("subtype") else set())
    hedged = "The meaning of each word, with examples, is in the [guideline](../guideline.md)."
    return "\n".join(
        [
            "# Vocabularies\n",
            f"Fields of the output that hold one word of a closed list. Lists grow, words are never renamed. {hedged}\n",
            "## Types of happening\n",
            "The sixteen types of [PLOVER](https://github.com/openeventdata/PLOVER), and STATE.\n",
            table(
                ("`type`", "subtypes that the Arabic words lead to", "Arabic words"),
                [(f"`{one}`", ", ".join(sorted(finer.get(one, ()))) or "–", counted[one]) for one in EVENT_TYPES],
            ),
            "## Measures\n",
            _bullets(MEASURES),
            "## Stances\n\nHow the teller stands to what is told, from the word of telling.\n",
            _bullets(STANCES),
            "## Polarity and certainty\n",
            _bullets(("affirmed", "denied")),
            _bullets(("stated", "hedged", "unknown")),
            "## Where an account stands in an event\n",
            _bullets(ACCOUNT_STANCES),
            "## Relations between accounts\n",
            _bullets(RELATION_KINDS),
            "## Turns in the history of an event\n",
            _bullets(TURNS),
            "## Grades of civilian harm (policy `airwars`)\n",
            _bullets(GRADES),
            f"## Why there is no value\n\n{one_line(getdoc(Reason) or '')}\n",
            _bullets(tuple(Reason)),
        ]
    )


def _bullets(words: Sequence[str]) -> str:
    return " · ".join(f"`{word}`" for word in words) + "\n"


def find_hooks() -> list[str]:
    """Give the names of the plugin hooks, in order."""
    hookspecs = import_module("riwaya.plugins.hookspecs")
    return [name for name in vars(hookspecs) if re.match("riwaya_", name)]
