"""Cut inputs into shards: pieces of some minutes of work that do not depend on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from riwaya.batch.places import Stamp, find_files, kind_of
from riwaya.batch.tables import row_group_sizes
from riwaya.errors import BatchInputUnknown, RiwayaError
from riwaya.inputs import find_inputs
from riwaya.model.document import Hints
from riwaya.model.ids import content_id

SHARD_BYTES = 8_000_000
"""Of texts in one shard, unpacked; an archive or a packed file is one shard, whatever its size."""
_PAGES = 500
"""Files of single pages in one shard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A piece of the input."""

    key: str
    """The same for the same piece of unchanged files, read by the same engine in the same way."""
    kind: str
    """warc, jsonl, parquet or pages."""
    name: str
    """What to call it."""
    places: tuple[str, ...]
    """Files, one but for pages."""
    start: int = 0
    """First byte (jsonl) or row group (parquet)."""
    end: int | None = None
    """Behind the last; None is to the end."""
    pages: tuple[tuple[str, str, dict[str, str | None]], ...] = ()
    """Of single pages: name, folder, and what is known of each, by the files' order."""
    bytes: int = 0

    def to_row(self) -> dict[str, Any]:
        """Give it as plain values."""
        return asdict(self)


def plan_shards(patterns: Sequence[str], *, about: str, shard_bytes: int = SHARD_BYTES) -> list[Shard]:
    """Give the shards of all files that patterns name, by key order of their files; a file named twice counts once.

    Args:
        patterns: Files, folders, or patterns with ``*``, ``?`` and ``**``.
        about: What reads them and how, as one text: it is part of the keys.
        shard_bytes: About how much of a file that can be cut goes into one shard.

    Raises:
        BatchInputMissing: A pattern names no file.
        BatchInputUnknown: A file is of a kind, or lies where, it cannot be read.
    """
    made: dict[str, Shard] = {}
    for pattern in patterns:
        files = find_files(pattern)
        folder = Path(pattern) if "://" not in pattern and Path(pattern).is_dir() else None
        for one in _cut(files, folder, about, shard_bytes):
            made.setdefault(one.key, one)
    return sorted(made.values(), key=lambda one: (one.places, one.start))


def _cut(files: Iterable[Stamp], folder: Path | None, about: str, shard_bytes: int) -> Iterator[Shard]:
    for kind, theirs in groupby(sorted(files, key=lambda one: (kind_of(one[0]), one[0])), lambda one: kind_of(one[0])):
        if kind == "pages":
            yield from _cut_pages(list(theirs), folder, about, shard_bytes)
            continue
        for stamp in theirs:
            for start, end in _stretches(kind, stamp, shard_bytes):
                yield _shard(kind, [stamp], about, start=start, end=end)


def _stretches(kind: str, stamp: Stamp, shard_bytes: int) -> Iterator[tuple[int, int | None]]:
    place, size, _ = stamp
    if kind == "jsonl" and not place.lower().endswith(".gz") and "://" not in place:
        cuts = list(range(0, max(size, 1), shard_bytes))
        yield from ((at, at + shard_bytes if at + shard_bytes < size else None) for at in cuts)
    elif kind == "parquet" and "://" not in place:
        yield from _row_groups(place, shard_bytes)
    else:
        yield 0, None


def _row_groups(place: str, shard_bytes: int) -> Iterator[tuple[int, int | None]]:
    try:
        sizes = row_group_sizes(place)
    except RiwayaError:
        yield 0, None  # the shard will say what is wrong
        return
    start, held = 0, 0
    for at, size in enumerate(sizes):
        if held and held + size > shard_bytes:
            yield start, at
            start, held = at, 0
        held += size
    yield start, len(sizes)


def _cut_pages(files: Sequence[Stamp], folder: Path | None, about: str, shard_bytes: int) -> Iterator[Shard]:
    if any("://" in place for place, _, _ in files):
        raise BatchInputUnknown("Single pages are read of this machine's own files only.")
    names = [str(folder)] if folder is not None else [place for place, _, _ in files]
    inputs = {str(one.path.resolve()): one for one in find_inputs(names, Hints()) if one.path is not None}
    waiting: list[tuple[Stamp, tuple[str, str, dict[str, str | None]]]] = []
    held = 0
    for stamp in files:
        one = inputs[stamp[0]]
        waiting.append((stamp, (one.name, one.folder, asdict_hints(one.hints))))
        held += stamp[1]
        if held >= shard_bytes or len(waiting) >= _PAGES:
            yield _page_shard(waiting, about)
            waiting, held = [], 0
    if waiting:
        yield _page_shard(waiting, about)


def _page_shard(waiting: Sequence[tuple[Stamp, tuple[str, str, dict[str, str | None]]]], about: str) -> Shard:
    return _shard("pages", [stamp for stamp, _ in waiting], about, pages=tuple(page for _, page in waiting))


def asdict_hints(hints: Hints) -> dict[str, str | None]:
    """Give what is known of a page as plain values."""
    return {"published": hints.published, "outlet": hints.outlet, "url": hints.url, "language": hints.language}


def _shard(
    kind: str,
    stamps: Sequence[Stamp],
    about: str,
    *,
    start: int = 0,
    end: int | None = None,
    pages: tuple[tuple[str, str, dict[str, str | None]], ...] = (),
) -> Shard:
    places = tuple(place for place, _, _ in stamps)
    told = [part for stamp in stamps for part in stamp]
    key = content_id("shd", kind, about, start, "" if end is None else end, *told, *(str(one) for one in pages))
    name = places[0].rpartition("/")[2]
    if len(places) > 1:
        name += f" and {len(places) - 1} more"
    elif start or end is not None:
        name += f" from {start:,}"
    size = sum(size for _, size, _ in stamps)
    return Shard(
        key=key.removeprefix("shd_"), kind=kind, name=name, places=places, start=start, end=end, pages=pages, bytes=size
    )
