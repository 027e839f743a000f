"""Run what the documentation shows: every command, every Python block, every file it lets a reader write.

In a page, in order, in one folder that starts with the sample pages where a checkout has them:

- ```` ```console ````: lines that start with ``$ `` are commands (``> `` goes on with the line before); what follows is what
  they print. `make docs` writes it anew; a line ``...`` stands for whatever was left out.
- ```` ```python ````: a whole program.
- ``<!-- file: NAME -->`` before a block: the block is saved under that name.
- ``<!-- expect: WORDS -->`` before a block: it must print these words.
- ``<!-- lines: N -->`` before a console block: at most so many lines of each command's output are shown.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.docs_code import ROOT

_BLOCK = re.compile(
    r"(?ms)^(?P<marks>(?:<!-- (?:file|expect|lines): [^\n]*-->\n+)*)```(?P<kind>\w+)\n(?P<body>.*?)^```$"
)
_MARK = re.compile(r"<!-- (file|expect|lines): (.*?) -->")
TIMEOUT = 120
"""Seconds; a command of the documentation that takes longer hangs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One fenced block of a page."""

    kind: str
    body: str
    start: int
    """Offset of the body in the page."""
    marks: tuple[tuple[str, str], ...] = ()

    def all_of(self, mark: str) -> list[str]:
        """Give what the marks of one name say."""
        return [said for name, said in self.marks if name == mark]

    @property
    def commands(self) -> list[str]:
        """Commands of a console block, each with the lines it goes on over."""
        found: list[str] = []
        for line in self.body.splitlines():
            if line.startswith("$ "):
                found.append(line[2:])
            elif line.startswith("> ") and found:
                found[-1] += f"\n{line[2:]}"
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One command or program, run."""

    command: str
    status: int
    output: str
    """What it printed, messages included."""


def iter_blocks(page: str) -> Iterator[Block]:
    """Give the fenced blocks of a page, in order."""
    for found in _BLOCK.finditer(page):
        marks = tuple((mark[1], mark[2]) for mark in _MARK.finditer(found["marks"]))
        yield Block(kind=found["kind"], body=found["body"], start=found.start("body"), marks=marks)


class Session:
    """A reader at their terminal, who follows a page from top to bottom."""

    def __init__(self, folder: Path) -> None:
        """Put the sample pages and a `riwaya` command into a new folder."""
        self.folder = folder
        self.home = folder / "home"
        (self.home / "src" / "riwaya").mkdir(parents=True)
        (self.home / "src" / "riwaya" / "samples").symlink_to(ROOT / "src" / "riwaya" / "samples")
        self.here = self.home
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        for name, words in {"riwaya": '-m riwaya "$@"', "python": '"$@"'}.items():
            script = bin_folder / name
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}\n', encoding="utf8")
            script.chmod(0o755)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("RIWAYA_")},
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONIOENCODING": "utf8",
            "PYTHONWARNINGS": "error",
            "COLUMNS": "110",
        }

    def run(self, block: Block) -> list[Run]:
        """Do what a block asks for; nothing for one that is only shown."""
        for name in block.all_of("file"):
            path = self.here / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf8")
        if block.kind == "python":
            program = self.folder / "block.py"
            program.write_text(block.body, encoding="utf8")
            return [self._shell(f'python "{program}"', block.body)]
        if block.kind == "console":
            return [self._shell(command, command) for command in block.commands]
        return []

    def _shell(self, line: str, command: str) -> Run:
        # Where the command left the reader, and the variables it set, hold for the next one.
        kept = self.folder / "kept"
        script = f"{line}\nstatus=$?\ndeclare -p CLAIM > '{kept}' 2>/dev/null; pwd > '{kept}.here'; exit $status"
        before = kept.read_text(encoding="utf8") if kept.exists() else ""
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", f"{before}\n{script}"],
            cwd=self.here,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=TIMEOUT,
        )
        self.here = Path(Path(f"{kept}.here").read_text(encoding="utf8").strip())
        return Run(command=command, status=done.returncode, output=done.stdout.decode("utf8", "replace"))
