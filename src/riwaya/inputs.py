"""What to read: files, standard input, or the pages of a folder, each with what is known about it."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from riwaya.errors import DocumentMissing, DocumentTooLarge, InputError
from riwaya.model.document import Hints

PAGE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
"""What is read of a folder; a file that is named is read whatever it is called."""
ARCHIVE_SUFFIXES = (".warc", ".warc.gz")
"""What a web archive is called."""
INDEX_NAME = "index.tsv"
"""Table beside the pages of a folder: file, published, outlet, url, language."""
_FACTS = ("published", "outlet", "url", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One page to read."""

    name: str
    path: Path | None
    """None is standard input."""
    hints: Hints
    folder: str = ""
    """Name of the folder that was given; empty for a file."""
    problem: InputError | None = None
    """Why what lies beside it cannot be used; `read_bytes` raises it."""


def is_archive(name: str) -> bool:
    """Say whether a file is named like a web archive."""
    return name.lower().endswith(ARCHIVE_SUFFIXES)


def find_inputs(names: Sequence[str], given: Hints, *, metadata: Path | None = None) -> list[Input]:
    """Find the pages that arguments name, in the order given, a folder's sorted by path.

    What is known about a page comes, the stronger first, from the options, from the table that is named, from a JSON object
    beside the page (``page.json`` or ``page.txt.json``), from the folder's own index.

    Args:
        names: Files, ``-``, or folders, which are searched to any depth.
        given: Options of the command.
        metadata: Table of facts by file name, as the index of a folder.

    Raises:
        InputError: A folder holds no page, or a table cannot be read.
    """
    table = dict(_iter_rows(metadata)) if metadata is not None else {}
    found: list[Input] = []
    for name in names:
        path = Path(name)
        if name == "-":
            found.append(Input(name="-", path=None, hints=given))
        elif path.is_dir():
            index = path / INDEX_NAME
            rows = dict(_iter_rows(index)) if index.is_file() else {}
            found += [
                _input(page, page.relative_to(path).as_posix(), (given, table), rows, path.resolve().name)
                for page in _find_pages(path)
            ]
        else:
            found.append(_input(path, path.name, (given, table), {}, ""))
    return found


def read_bytes(source: Input, *, max_bytes: int) -> bytes:
    """Read a page, never more than the bound.

    Raises:
        DocumentMissing: It does not exist or cannot be opened.
        DocumentTooLarge: It holds more than ``max_bytes``.
        InputError: What lies beside it cannot be used.
    """
    if source.problem is not None:
        raise source.problem
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


def _find_pages(folder: Path) -> list[Path]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PAGE_SUFFIXES and path.is_file())
    if not paths:
        raise InputError(f"{folder} holds no page.", hint=f"Pages end in {', '.join(PAGE_SUFFIXES)}.")
    return paths


def _input(
    path: Path, name: str, told: tuple[Hints, Mapping[str, Hints]], index: Mapping[str, Hints], folder: str
) -> Input:
    given, table = told
    problem: InputError | None = None
    beside = Hints()
    try:
        beside = _read_beside(path)
    except InputError as error:
        problem = error
    nothing = Hints()
    hints = _first_told((given, table.get(name, nothing), beside, index.get(name, nothing)))
    return Input(name=name, path=path, hints=hints, folder=folder, problem=problem)


def _first_told(told: Sequence[Hints]) -> Hints:
    facts = {fact: next((value for one in told if (value := getattr(one, fact))), None) for fact in _FACTS}
    return Hints(**facts)


def _read_beside(path: Path) -> Hints:
    """Give what a JSON object beside a page says; nothing where none lies there.

    Raises:
        InputError: It is no JSON object, or a fact is no text.
    """
    for beside in (path.with_name(path.name + ".json"), path.with_suffix(".json")):
        if beside == path or not beside.is_file():
            continue
        try:
            data: Any = json.loads(beside.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise InputError(f"{beside} cannot be read: {error}.", hint="Save it as JSON in UTF-8.") from error
        facts: dict[str, Any] = {}
        if isinstance(data, dict):
            facts = {fact: cast("dict[str, Any]", data).get(fact) for fact in _FACTS}
        if not isinstance(data, dict) or not all(value is None or isinstance(value, str) for value in facts.values()):
            raise InputError(f"{beside} is no object of texts.", hint=f"It may say {', '.join(_FACTS)}.")
        return Hints(**{fact: value or None for fact, value in facts.items()})
    return Hints()


def _iter_rows(index: Path) -> Iterator[tuple[str, Hints]]:
    try:
        with index.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                known = {fact: row.get(fact) or None for fact in _FACTS}
                if row.get("file"):
                    yield row["file"], Hints(**known)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{index} cannot be read: {error}.", hint="Save it as UTF-8, cells parted by tabs.") from error
