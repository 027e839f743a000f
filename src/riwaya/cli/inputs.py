"""What to read: files, standard input, or the pages of a folder, each with what is known about it."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.errors import DocumentMissing, DocumentTooLarge, InputError
from riwaya.model.document import Hints

PAGE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
"""What is read of a folder; a file that is named is read whatever it is called."""
INDEX_NAME = "index.tsv"
"""Table beside the pages of a folder: file, published, outlet, url, language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One page to read."""

    name: str
    path: Path | None
    """None is standard input."""
    hints: Hints


def find_inputs(names: Sequence[str], given: Hints) -> list[Input]:
    """Find the pages that arguments name, in the order given, a folder's sorted by path.

    Args:
        names: Files, ``-``, or folders, which are searched to any depth.
        given: Options of the command; they win over a folder's index.

    Raises:
        InputError: A folder holds no page, or its index cannot be read.
    """
    found: list[Input] = []
    for name in names:
        path = Path(name)
        if name == "-":
            found.append(Input(name="-", path=None, hints=given))
        elif path.is_dir():
            found += _find_pages(path, given)
        else:
            found.append(Input(name=path.name, path=path, hints=given))
    return found


def read_bytes(source: Input, *, max_bytes: int) -> bytes:
    """Read a page, never more than the bound.

    Raises:
        DocumentMissing: It does not exist or cannot be opened.
        DocumentTooLarge: It holds more than ``max_bytes``.
    """
    try:
        if source.path is None:
            raw = sys.stdin.buffer.read(max_bytes + 1)
        else:
            with source.path.open("rb") as file:
                raw = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentMissing(f"{source.path or source.name} cannot be read: {reason}.") from error
    if len(raw) > max_bytes:
        raise DocumentTooLarge(f"{source.path or source.name} is larger than {max_bytes:,} bytes.")
    return raw


def _find_pages(folder: Path, given: Hints) -> list[Input]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PAGE_SUFFIXES and path.is_file())
    if not paths:
        raise InputError(f"{folder} holds no page.", hint=f"Pages end in {', '.join(PAGE_SUFFIXES)}.")
    rows = dict(_iter_rows(folder / INDEX_NAME))
    inputs: list[Input] = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        row = rows.get(name, Hints())
        hints = Hints(
            published=given.published or row.published,
            outlet=given.outlet or row.outlet,
            url=given.url or row.url,
            language=given.language or row.language,
        )
        inputs.append(Input(name=name, path=path, hints=hints))
    return inputs


def _iter_rows(index: Path) -> Iterator[tuple[str, Hints]]:
    if not index.is_file():
        return
    try:
        with index.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                known = {key: row.get(key) or None for key in ("published", "outlet", "url", "language")}
                if row.get("file"):
                    yield row["file"], Hints(**known)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{index} cannot be read: {error}.", hint="Save it as UTF-8, cells parted by tabs.") from error
