"""The tables of the shapes, which are data: `src/riwaya/export/tables/*.toml`.

They are no packs: a changed table changes what is written of a ledger, never what is read from a page.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from riwaya.errors import PackError, PackMissing


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """Give one table.

    Raises:
        PackMissing: There is none of that name.
        PackError: It is no TOML.
    """
    try:
        return tomllib.loads((_folder() / f"{name}.toml").read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise PackMissing(f"There is no table {name!r} of exports.") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"export/tables/{name}.toml: {error}.") from error


@cache
def tables_digest() -> str:
    """Give the digest over all tables: every file's name and bytes."""
    digest = hashlib.sha256()
    for path in sorted(_folder().iterdir(), key=lambda one: one.name):
        if path.name.endswith(".toml"):
            raw = path.read_bytes()
            digest.update(f"{len(path.name)}:{path.name}{len(raw)}:".encode())
            digest.update(raw)
    return digest.hexdigest()


def _folder() -> Any:
    return files("riwaya") / "export" / "tables"
