"""What was done, a row of JSON for each task: whoever starts again does the rest.

A file is written under a name that nobody reads and renamed when it is whole, its row after it: a task is done when
its row is there. Files bear the digest of their content, so that a task that was done twice leaves one file.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast
from uuid import uuid4

from riwaya.errors import BatchFolderInvalid, BatchFolderTaken

RUN, RESULT, ROWS = "run.json", "manifest.json", "rows"
TABLES = ("pages", "claims", "events", "failures")
"""Folders of what a batch gives; `steps` holds what its steps hand on, and goes at the end."""
STEPS = "steps"
_FORMAT = "riwaya.batch/1"
_CHUNK = 1 << 20

Row = dict[str, Any]


def open_folder(folder: Path, *, create: bool) -> None:
    """See that a folder is one of a batch; make it where it may be made.

    Raises:
        BatchFolderTaken: It holds something else.
        BatchFolderInvalid: It is none, and none may be made.
    """
    told = read_row(folder / RUN)
    if told is not None and told.get("format") == _FORMAT:
        return
    if not create:
        raise BatchFolderInvalid(f"{folder} holds no batch.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BatchFolderTaken(f"{folder} holds something that is no batch.")
    for name in (*TABLES, ROWS, STEPS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_row(folder / RUN, {"format": _FORMAT})


def row_path(folder: Path, step: str, key: str) -> Path:
    """Give where the row of a task lies."""
    return folder / ROWS / f"{step}-{key}.json"


def read_row(path: Path) -> Row | None:
    """Give a row; None where the task is not done, or the row was cut off."""
    try:
        found: Any = json.loads(path.read_text(encoding="utf8"))
    except (OSError, ValueError):
        return None
    return cast("Row", found) if isinstance(found, dict) else None


def write_row(path: Path, row: Mapping[str, Any]) -> None:
    """Write a row, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _renamed(path) as (file, _):
        file.write(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n")


@contextmanager
def new_file(folder: Path, suffix: str) -> Generator[NewFile]:
    """Give a file to write to, which gets its name, the digest of its content, when all went well."""
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{uuid4().hex}.part"
    made = NewFile(temporary)
    try:
        yield made
        made.name = digest_file(temporary)[:32] + suffix
        temporary.replace(folder / made.name)
    finally:
        temporary.unlink(missing_ok=True)


class NewFile:
    """A file on its way."""

    def __init__(self, path: Path) -> None:
        """Keep where it is written."""
        self.path = path
        self.name = ""
        """Set when it is whole."""


def digest_file(path: Path) -> str:
    """Give the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def sum_digests(rows: Iterable[bytes], start: str = "0") -> str:
    """Give one digest of rows in any order: the sum of the SHA-256 of each, modulo 2^256, in hex.

    Sums of parts add up to the sum of the whole (`add_digests`), so that nobody has to sort or hold all rows. It tells
    results apart; against somebody who forges rows it does not protect.
    """
    total = int(start, 16)
    for row in rows:
        total += int.from_bytes(hashlib.sha256(row).digest(), "big")
    return f"{total % _ROUND:064x}"


def add_digests(parts: Iterable[str]) -> str:
    """Give the digest of the whole from those of its parts."""
    return f"{sum(int(one, 16) for one in parts) % _ROUND:064x}"


_ROUND = 1 << 256


@contextmanager
def _renamed(path: Path) -> Generator[tuple[IO[bytes], Path]]:
    temporary = path.with_name(f".{uuid4().hex}.part")
    try:
        with temporary.open("wb") as file:
            yield file, temporary
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
