"""The pages of a shard, one after the other, each with what is known about it; what cannot be read is said."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from riwaya.batch.places import open_file
from riwaya.batch.plan import Shard
from riwaya.batch.tables import column_names, iter_group, row_group_sizes
from riwaya.collect.archives import Broken, iter_pages
from riwaya.errors import BatchInputInvalid, DocumentTooLarge, RiwayaError
from riwaya.inputs import Input, read_bytes
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.intake import make_arrival
from riwaya.model.document import Hints

_TEXTS = ("html", "text", "content", "body", "maintext")
_FACTS: Mapping[str, tuple[str, ...]] = {
    "published": ("published", "date", "date_publish"),
    "outlet": ("outlet", "source_name", "publisher"),
    "url": ("url", "link", "source_url"),
    "language": ("language", "lang"),
    "name": ("name", "file", "id"),
    "at": ("captured", "fetched", "crawled", "date_download"),
}
"""Names of columns that say the same, ours first; the others are those of common dumps of news."""
_GROUP_TIMES = 25
"""A group of rows may be as large as so many of the largest pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A page that was found."""

    raw: bytes = field(repr=False)
    arrival: Arrival
    at: str = ""
    """When it was fetched; UTC, ISO 8601; empty where nothing tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """Something that should be a page and is not."""

    name: str
    error: RiwayaError


def iter_items(shard: Shard, *, max_bytes: int) -> Iterator[Item | Bad]:
    """Give the pages of a shard in its order.

    Args:
        shard: From `riwaya.batch.plan`.
        max_bytes: Largest page; a larger one is bad, and is never held in memory.

    Raises:
        RiwayaError: The file cannot be read, or not further; what stands before was given.
    """
    readers = {"warc": _iter_archive, "jsonl": _iter_lines, "parquet": _iter_table, "pages": _iter_files}
    return readers[shard.kind](shard, max_bytes)


def _iter_archive(shard: Shard, max_bytes: int) -> Iterator[Item | Bad]:
    with open_file(shard.places[0]) as stream:
        for found in iter_pages(stream, shard.name, max_bytes=max_bytes):
            if isinstance(found, Broken):
                yield Bad(name=found.url, error=found.error)
            else:
                # As `riwaya ingest` takes the reply of an address: its name is the address, its source the host.
                hints = Hints(url=found.url)
                arrival = make_arrival(Input(name=found.url, path=None, hints=hints), found.url.split("/")[2])
                yield Item(raw=found.body, arrival=arrival, at=found.at)


def _iter_files(shard: Shard, max_bytes: int) -> Iterator[Item | Bad]:
    for place, (name, folder, facts) in zip(shard.places, shard.pages, strict=True):
        source = Input(name=name, path=Path(place), hints=Hints(**facts), folder=folder)
        try:
            yield Item(raw=read_bytes(source, max_bytes=max_bytes), arrival=make_arrival(source, None))
        except RiwayaError as error:
            yield Bad(name=name, error=error)


def _iter_lines(shard: Shard, max_bytes: int) -> Iterator[Item | Bad]:
    """Give the lines that start within the shard's bytes; the line that runs over its end belongs to it."""
    place = shard.places[0]
    file = place.rpartition("/")[2]
    with open_file(place) as raw:
        lines = cast("IO[bytes]", gzip.open(raw)) if place.lower().endswith(".gz") else raw
        at = shard.start
        if at:
            lines.seek(at - 1)
            at += _skip(lines) - 1  # a line that starts here ends the one before, right here
        try:
            while shard.end is None or at < shard.end:
                line = lines.readline(2 * max_bytes + 2)
                if not line:
                    return
                name = f"{file}@{at}"
                at += len(line)
                if not line.endswith(b"\n") and len(line) > 2 * max_bytes:
                    at += _skip(lines)
                    yield Bad(name=name, error=DocumentTooLarge(f"{name} is larger than {max_bytes:,} bytes."))
                elif line.strip():
                    yield _read_line(line, name, file, max_bytes)
        except (OSError, EOFError, zlib.error) as error:
            raise BatchInputInvalid(f"{file} cannot be read after {at:,} bytes: {error}.") from error


def _skip(lines: IO[bytes]) -> int:
    """Pass over the rest of a line, and give how many bytes it had."""
    gone = 0
    while piece := lines.readline(1 << 16):
        gone += len(piece)
        if piece.endswith(b"\n"):
            break
    return gone


def _read_line(line: bytes, name: str, file: str, max_bytes: int) -> Item | Bad:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Bad(name=name, error=BatchInputInvalid(f"{name} is no JSON: {error}."))
    if not isinstance(row, dict):
        return Bad(name=name, error=BatchInputInvalid(f"{name} is no JSON object."))
    return _read_row(cast("dict[str, Any]", row), name, file, max_bytes)


def _iter_table(shard: Shard, max_bytes: int) -> Iterator[Item | Bad]:
    place = shard.places[0]
    file = place.rpartition("/")[2]
    columns = [name for name in ("raw", *_TEXTS, *(one for names in _FACTS.values() for one in names))]
    opened: Any = place if "://" not in place else open_file(place)
    names = column_names(opened)
    if not any(name in names for name in ("raw", *_TEXTS)):
        raise BatchInputInvalid(f"{file} has no column of pages.", hint=f"Call it one of: raw, {', '.join(_TEXTS)}.")
    sizes = row_group_sizes(opened)
    for group in range(shard.start, len(sizes) if shard.end is None else shard.end):
        if sizes[group] > _GROUP_TIMES * max_bytes:
            wide = DocumentTooLarge(
                f"Row group {group} of {file} has {sizes[group]:,} bytes.", hint="Write it in smaller groups of rows."
            )
            yield Bad(name=f"{file}@{group}", error=wide)
            continue
        for at, row in enumerate(iter_group(opened, group, columns)):
            yield _read_row(row, f"{file}@{group}.{at}", file, max_bytes)


def _read_row(row: Mapping[str, Any], name: str, file: str, max_bytes: int) -> Item | Bad:
    raw = row.get("raw")
    if not isinstance(raw, bytes):
        text = next((value for key in _TEXTS if isinstance(value := row.get(key), str) and value), None)
        if text is None:
            wanted = ", ".join(_TEXTS)
            return Bad(name=name, error=BatchInputInvalid(f"{name} holds no text.", hint=f"Give one of: {wanted}."))
        raw = text.encode("utf8", "surrogatepass")
    if len(raw) > max_bytes:
        return Bad(name=name, error=DocumentTooLarge(f"{name} is larger than {max_bytes:,} bytes."))
    facts = {fact: _fact(row, names) for fact, names in _FACTS.items()}
    hints = Hints(published=facts["published"], outlet=facts["outlet"], url=facts["url"], language=facts["language"])
    called = facts["name"] or facts["url"] or name
    arrival = make_arrival(Input(name=called, path=None, hints=hints), file)
    return Item(raw=raw, arrival=arrival, at=facts["at"] or "")


def _fact(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = row.get(name)
        if value is not None and str(value).strip():
            return value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
    return None
