"""Load a table of a language pack: numbers, hedges, time words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from riwaya.errors import PackError, PackMissing
from riwaya.lang.normalize import fold_letters

Entry = dict[str, Any]


@cache
def load_table(name: str, language: str = "ar") -> Entry:
    """Give one pack file as the tables it holds.

    Raises:
        PackMissing: The installation has no such file.
        PackError: The file is no TOML.
    """
    path = resources.files("riwaya") / "packs" / language / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PackMissing(f"There is no pack file {language}/{name}.toml.") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{language}/{name}.toml is no TOML: {error}.") from error


def entries(name: str, table: str, language: str = "ar") -> list[Entry]:
    """Give the entries of one table in the order of the file; a missing table is an error of the pack.

    Raises:
        PackError: The file has no such table.
    """
    found = load_table(name, language).get(table)
    if not isinstance(found, list):
        raise PackError(f"{language}/{name}.toml has no table {table}.")
    return list(found)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def folded_forms(entry: Entry) -> tuple[str, ...]:
    """Give the spellings of an entry, folded, without repeats, in the order written."""
    return tuple(dict.fromkeys(fold_letters(str(entry["forms"])).split()))
