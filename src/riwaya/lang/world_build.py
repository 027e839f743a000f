"""Build the index of the world packs: ``python -m riwaya.lang.world_build [--check]``.

JSON is read ten times faster than TOML (docs/decisions/0201). The index is committed beside the TOML and
carries its digest: whoever changes the TOML runs this; who forgets is slower, not wrong, and a test says so.
"""

from __future__ import annotations

import sys
from pathlib import Path

from riwaya.lang.world_rows import INDEX, index_of, iter_sources, parse_rows, world_folder


def build_index() -> str:
    """Give the index of the installed world packs.

    Raises:
        PackError: A file of the packs is no TOML.
    """
    return index_of(parse_rows(iter_sources(world_folder())))


def main(arguments: list[str]) -> int:
    """Write the index, or with ``--check`` say whether it is that of the TOML; give the exit code."""
    path = Path(str(world_folder())) / INDEX
    built = build_index()
    if "--check" in arguments:
        fresh = path.exists() and path.read_text(encoding="utf-8") == built
        sys.stdout.write(f"{INDEX} is {'fresh' if fresh else 'old: run python -m riwaya.lang.world_build'}\n")
        return 0 if fresh else 1
    path.write_text(built, encoding="utf-8")
    sys.stdout.write(f"{INDEX}: {len(built.encode())} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
