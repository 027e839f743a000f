"""Run a command and turn whatever happens into an exit status and, at most, one sentence."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from riwaya.cli.commands import Options, commands
from riwaya.errors import as_riwaya_error

INTERRUPTED = 130
"""128 and the number of the signal, as shells have it."""
PIPE_CLOSED = 141


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit status: 0, 2 for wrong usage, else the error table's."""
    options = Options()
    try:
        status: object = commands.main(list(arguments), prog_name="riwaya", standalone_mode=False, obj=options)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough; the interpreter must not try to flush into the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the last stop: nobody should meet a traceback
        known = as_riwaya_error(error)
        if options.debug:
            traceback.print_exception(error)
        click.echo(str(known), err=True)
        return known.exit_code
    return status if isinstance(status, int) else 0
