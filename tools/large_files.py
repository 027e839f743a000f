"""Refuse files that do not belong into a repository of text: run by pre-commit with the staged paths."""

from __future__ import annotations

import sys
from pathlib import Path

MAX_BYTES = 6_000_000
"""The gazetteer is the largest file that belongs here."""


def main(paths: list[str]) -> int:
    """Name every file over the bound; 1 when there is one."""
    large = [path for path in paths if Path(path).stat().st_size > MAX_BYTES]
    sys.stderr.writelines(f"{path} is larger than {MAX_BYTES:,} bytes\n" for path in large)
    return bool(large)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
