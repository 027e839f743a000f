"""The command line: one module per command, each loaded when it is called.

Data goes to stdout, talk to stderr. What goes wrong is a line with a code and an exit status, never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    from riwaya.cli.running import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
