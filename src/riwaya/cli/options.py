"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from riwaya.model.document import Hints

_HINTS = (
    click.option("--published", metavar="DATE", help="When it came out: 2024-07-30, or with a time."),
    click.option("--outlet", metavar="NAME", help="Who published it."),
    click.option("--url", metavar="URL", help="Where it was published."),
    click.option("--language", metavar="CODE", help="Language of the text: ar, en or fr."),
)


def with_hints(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a page may not say of itself; the command gets them as ``hints``."""

    def wrapped(
        *args: object, published: str | None, outlet: str | None, url: str | None, language: str | None, **rest: object
    ) -> object:
        hints = Hints(published=published, outlet=outlet, url=url, language=language)
        return command(*args, hints=hints, **rest)

    wrapped.__doc__ = command.__doc__
    wrapped.__name__ = command.__name__
    for option in reversed(_HINTS):
        option(wrapped)
    wrapped.__click_params__ = [  # type: ignore[attr-defined]
        *getattr(wrapped, "__click_params__", []),
        *getattr(command, "__click_params__", []),
    ]
    return wrapped


with_width = click.option(
    "--width", type=click.IntRange(40, 400), metavar="COLUMNS", help="Width of the table; else the terminal's."
)

with_policy = click.option(
    "--policy",
    metavar="NAME",
    default="range-of-accounts",
    show_default=True,
    help="How the accounts are made into numbers; `riwaya policies` lists them.",
)


def with_form(*forms: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # click's own name
    """Add ``--format``: one of ``forms``, the first unless told; the command gets it as ``form``."""
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=help)
