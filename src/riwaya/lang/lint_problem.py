"""What the lint of the packs finds, and the files it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a pack."""

    file: str
    """``ar/events.toml``."""
    entry: str
    """Id or name of the entry; the table, or empty, where a whole table or file is meant."""
    message: str

    def __str__(self) -> str:
        """Give ``file: entry: message``."""
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a language pack as TOML gives it."""

    language: str
    name: str
    """Without ``.toml``; an examples file is ``examples/<table>``."""
    content: Row
    head: str = ""
    """The comment above the first entry."""

    @property
    def path(self) -> str:
        """Where it stands below ``packs``."""
        return f"{self.language}/{self.name}.toml"

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Give (table, entry) of every list of tables, in the order of the file."""
        for table, value in self.content.items():
            if isinstance(value, list):
                for row in cast("list[object]", value):
                    if isinstance(row, dict):
                        yield table, cast("Row", row)


def name_of(row: Row) -> str:
    """Give what an entry is called: its id, or its dictionary form."""
    return str(row.get("id") or row.get("past") or row.get("text") or row.get("feature") or "an entry without a name")
