"""The rows of packs/world as they are written: from TOML, or from the index built out of the same TOML."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, cast

from riwaya.errors import PackError, PackMissing

Row = dict[str, Any]
"""One table of TOML: key to string, number, truth value, list or table."""

TABLES = ("actor", "country", "people", "body", "outlet", "kind")
FILES = ("countries.toml", "kinds.toml", "outlets.toml")
LISTS = ("heads_ar", "heads_en")
INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class WorldRows:
    """All rows, by table, each table in the order of file names and then of the file."""

    rows: Mapping[str, Sequence[Row]]
    files: Mapping[str, Sequence[str]]
    """For each row of a table the file it stands in; empty when read from the index."""
    lists: Mapping[str, Sequence[str]]
    """Plain lists at the head of a file, by key."""
    digest: str
    """SHA-256 over the names and bytes of the TOML files."""


def world_folder() -> Traversable:
    """Give the folder of the installed world packs."""
    return resources.files("riwaya") / "packs" / "world"


def iter_sources(folder: Traversable) -> list[tuple[str, bytes]]:
    """Give (name, bytes) of each TOML file of the world packs, the tables first, then the actors by file name.

    Raises:
        PackMissing: The installation has no world packs.
    """
    try:
        inner = [f"actors/{f.name}" for f in (folder / "actors").iterdir() if f.name.endswith(".toml")]
        return [(name, (folder / name).read_bytes()) for name in (*FILES, *sorted(inner))]
    except FileNotFoundError as error:
        raise PackMissing(f"The world packs are not whole: {error}.") from error


def digest_of(sources: Sequence[tuple[str, bytes]]) -> str:
    """Give the SHA-256 that says whether an index was built from these files."""
    total = hashlib.sha256()
    for name, content in sources:
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def parse_rows(sources: Sequence[tuple[str, bytes]]) -> WorldRows:
    """Give the rows of the TOML files.

    Raises:
        PackError: A file is no TOML in UTF-8.
    """
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    files: dict[str, list[str]] = {table: [] for table in TABLES}
    lists: dict[str, list[str]] = {}
    for name, content in sources:
        try:
            read = tomllib.loads(content.decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise PackError(f"packs/world/{name} is no TOML: {error}.") from error
        for key, value in read.items():
            if key in LISTS:
                lists[key] = [str(item) for item in value]
            elif not _is_table(value):
                raise PackError(f"packs/world/{name}: {key} is no list of tables.")
            else:
                rows.setdefault(key, []).extend(cast("list[Row]", value))
                files.setdefault(key, []).extend([name] * len(value))
    return WorldRows(rows, files, lists, digest_of(sources))


def _is_table(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in cast("list[object]", value))


def index_of(world: WorldRows) -> str:
    """Give the index of some rows as JSON, one row to a line, so that changes can be reviewed."""
    parts = [f'"digest": {json.dumps(world.digest)}', f'"lists": {json.dumps(world.lists, ensure_ascii=False)}']
    for table, rows in world.rows.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        parts.append(f'"{table}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


@cache
def load_rows() -> WorldRows:
    """Give all rows of the installed world packs.

    The index is read where it was built from the very files that are installed, else the files themselves:
    an old index is slow, never wrong.

    Raises:
        PackMissing: The installation has no world packs.
        PackError: A file is no TOML.
    """
    folder = world_folder()
    sources = iter_sources(folder)
    try:
        read = json.loads((folder / INDEX).read_bytes())
    except (FileNotFoundError, ValueError):
        return parse_rows(sources)
    digest = digest_of(sources)
    if read.pop("digest", None) != digest:
        return parse_rows(sources)
    return WorldRows({t: rows for t, rows in read.items() if t != "lists"}, {}, read["lists"], digest)
