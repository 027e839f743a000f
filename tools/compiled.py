"""Build the wheel whose rules are machine code, unpacked: `python -m tools.compiled [FOLDER]` prints where it lies.

The environment to work in never holds it: a rule that somebody just changed would go on as it was compiled. With
``PYTHONPATH`` set to the folder the same programs run on it (`make bench` does so).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "out" / "compiled"
PAGES = (ROOT / "src" / "riwaya" / "samples" / "pages", ROOT / "evals" / "styles" / "pages")
"""What both have to read alike: pages that the project wrote, in many styles."""
Readings = tuple[tuple[int, str], ...]
_BOUND = 1500
"""Seconds; one core takes two to four minutes."""


def find_obstacle() -> str | None:
    """Say what this machine lacks to compile, in words; None where nothing."""
    if not any(map(shutil.which, ("cc", "gcc", "clang"))):
        return "no C compiler (Debian: apt install gcc)"
    if not (Path(sysconfig.get_paths()["include"]) / "Python.h").is_file():
        return "no Python.h (Debian: apt install python3-dev)"
    return None


def build_compiled(folder: Path = FOLDER) -> Path:
    """Give the folder with the compiled package; built only where the source is not what it was built from.

    What was built is kept only where it reads the pages of the project to the same claims and events as the source does.

    Raises:
        RuntimeError: It cannot be built, with the end of what the compiler said; or it reads otherwise.
    """
    stamp, told = folder / "built-from", _digest_source()
    if stamp.is_file() and stamp.read_text(encoding="utf8") == told:
        return folder
    obstacle = find_obstacle()
    if obstacle is not None:
        raise RuntimeError(f"the rules cannot be compiled here: {obstacle}")
    shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory() as name:
        work = Path(name)
        with zipfile.ZipFile(_build_wheel(work)) as packed:
            packed.extractall(work / "package")
        check_alike(read_pages(ROOT / "src", work), read_pages(work / "package", work))
        if _digest_source() != told:
            raise RuntimeError("the source was changed while it was compiled: once more")
        shutil.move(work / "package", folder)
    stamp.write_text(told, encoding="utf8")
    return folder


def check_alike(source: Readings, compiled: Readings) -> None:
    """Hold what two builds gave against each other.

    Raises:
        RuntimeError: The source itself reads a page of the project not at all, or the other build reads one otherwise.
    """
    if any(code for code, _ in source):
        raise RuntimeError(
            "the source does not read every page of the project: nothing to hold the compiled rules against"
        )
    if compiled != source:
        raise RuntimeError("the compiled rules read the pages of the project otherwise than their source does")


def _build_wheel(into: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(into)]
    env = os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=_BOUND)
    if ran.returncode:
        raise RuntimeError((ran.stdout + ran.stderr)[-3000:])
    return next(into.glob("*.whl"))


def read_pages(package: Path, work: Path) -> Readings:
    """Give what became of the pages of the project, read by the package in a folder: a line each, their claims and events as JSON.

    With each the exit code of the command that gave it; ``work`` holds the ledger meanwhile.
    """
    ledger = work / "pages.db"
    ledger.unlink(missing_ok=True)
    keep = [("ingest", "--metadata", str(pages / "index.tsv"), str(pages)) for pages in PAGES]
    asked = (*keep, ("claims", "--format", "json"), ("events", "--format", "json"))
    env = os.environ | {"PYTHONPATH": str(package)}
    ran = [
        subprocess.run(
            [sys.executable, "-m", "riwaya", *words, "--ledger", str(ledger)],
            env=env, capture_output=True, text=True, check=False, timeout=_BOUND,
        )
        for words in asked
    ]  # fmt: skip
    return tuple((one.returncode, one.stdout) for one in ran)


def _digest_source() -> str:
    """Give a digest of the source, of what it is built with, and of the Python that it is built for."""
    digest = hashlib.sha256(f"{sys.version} {sysconfig.get_platform()}".encode())
    paths = [ROOT / "pyproject.toml", ROOT / "requirements" / "dev.txt", *(ROOT / "src").rglob("*.*")]
    for path in sorted(p for p in paths if p.is_file() and "__pycache__" not in p.parts):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> int:
    """Build where needed and print the folder; what hinders goes to stderr."""
    try:
        folder = build_compiled(*map(Path, sys.argv[1:2]))
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
