"""Write what the commands of the documentation print now under them: `python -m tools.docs_outputs`, or `make docs`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tools.docs_blocks import Block, Run, Session, iter_blocks
from tools.docs_code import ROOT

PAGES = ("docs/tutorial.md", "docs/add-words.md", "docs/ledger.md")
_DEFAULT_LINES = 12


def fill_page(page: str, folder: Path) -> str:
    """Give the page with the output of each command in place of what stood there.

    Raises:
        RuntimeError: A command failed.
    """
    session = Session(folder)
    made: list[tuple[Block, str]] = []
    for block in iter_blocks(page):
        runs = session.run(block)
        failed = [run for run in runs if run.status]
        if failed:
            raise RuntimeError(f"{failed[0].command} gave {failed[0].status}:\n{failed[0].output}")
        if block.kind == "console":
            most = int(next(iter(block.all_of("lines")), _DEFAULT_LINES))
            made.append((block, "".join(_shown(run, most) for run in runs)))
    for block, body in reversed(made):
        page = page[: block.start] + body + page[block.start + len(block.body) :]
    return page


def _shown(run: Run, most: int) -> str:
    lines = [line.rstrip() for line in run.output.rstrip().splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    if len(lines) > most:
        lines = [*lines[:most], "..."]
    command = run.command.replace("\n", "\n> ")
    return "".join(f"{line}\n" for line in (f"$ {command}", *lines))


def main() -> int:
    """Fill every page that shows output."""
    for name in PAGES:
        path = ROOT / name
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(fill_page(path.read_text(encoding="utf8"), Path(folder)), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
