"""Step `choose`: which pages stand, and which documents need ids of their own.

The same as a ledger does when it takes the pages in their order (when they were fetched, what came with them as their
date, their id), so that the order of shards changes nothing: the same page twice is one; of a series the newest version
holds; a page whose bytes another series brought first names its documents anew. A repeat within one outlet is left out
(`riwaya.batch.repeats`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.batch.manifest import Row, row_path, write_row
from riwaya.batch.repeats import Told, find_repeats, pack
from riwaya.batch.tables import iter_rows

STEP = "choose"
STANDS, SAME, OLDER, REPEATS = "stands", "same", "older", "repeats"
_COLUMNS = ("page", "order", "series", "sha256", "host", "sketch", "facts", "documents")


@dataclass(slots=True)
class Met:
    """A page where it was met first."""

    shard: int
    at: int
    page: str
    order: str
    series: str
    sha256: str
    host: str
    told: Told
    documents: Sequence[str]
    status: str = STANDS
    of: str | None = None
    """The page that stands for it."""


def choose_pages(folder: str, key: str, tables: Sequence[tuple[str, str]], *, keep_repeats: bool) -> Row:
    """Decide over the pages of all shards.

    Args:
        folder: Of the batch.
        key: Of this task.
        tables: Shard key and file of `pages` of each shard.
        keep_repeats: Whether repeats within one outlet stand too.

    Returns:
        The row: how many of each status. For each shard a row ``standing`` says of each page that does not simply stand
        what it is, by its place in the file; and of each that takes ids of its own, which documents.
    """
    out = Path(folder)
    doubles: dict[int, dict[int, str]] = {}
    first = _find_first(out, tables, doubles)
    met = sorted(first.values(), key=lambda one: one.order)
    _find_newest(met)
    if not keep_repeats:
        _find_repeats(met)
    renamed = _find_renamed(met)
    counts: dict[str, int] = {SAME: sum(map(len, doubles.values()))}
    decided: list[dict[int, list[str | None]]] = [{} for _ in tables]
    for shard, theirs in doubles.items():
        decided[shard].update({at: [SAME, page] for at, page in theirs.items()})
    for one in met:
        counts[one.status] = counts.get(one.status, 0) + 1
        if one.status != STANDS:
            decided[one.shard][one.at] = [one.status, one.of]
    own: list[dict[int, list[str]]] = [{} for _ in tables]
    for one, names in renamed:
        own[one.shard][one.at] = names
    for (shard, _), rows, names in zip(tables, decided, own, strict=True):
        standing = {"key": key, "pages": {str(at): told for at, told in sorted(rows.items())}}
        write_row(standing_path(out, shard), standing | {"own": {str(at): ids for at, ids in sorted(names.items())}})
    row: Row = {"step": STEP, "key": key, "pages": dict(sorted(counts.items())), "renamed": len(renamed)}
    write_row(row_path(out, STEP, key), row)
    return row


def standing_path(folder: Path, shard: str) -> Path:
    """Give where it is said which pages of a shard stand."""
    return row_path(folder, "standing", shard)


def _find_first(out: Path, tables: Sequence[tuple[str, str]], doubles: dict[int, dict[int, str]]) -> dict[str, Met]:
    """Give each page where it was met first; the same page met again goes to ``doubles``."""
    found: dict[str, Met] = {}
    for shard, (_, file) in enumerate(tables):
        for at, row in enumerate(iter_rows(out / "pages" / file, _COLUMNS, rows=2_000)):
            told = Told(order=row["order"], page=row["page"], facts=row["facts"], packed=pack(row["sketch"]))
            one = Met(
                shard=shard, at=at, page=row["page"], order=row["order"], series=row["series"], sha256=row["sha256"],
                host=row["host"], told=told, documents=row["documents"],
            )  # fmt: skip
            before = found.get(one.page)
            if before is None or one.order < before.order:
                found[one.page] = one
            if before is not None:
                gone = before if found[one.page] is one else one
                doubles.setdefault(gone.shard, {})[gone.at] = one.page
    return found


def _find_newest(met: Iterable[Met]) -> None:
    newest: dict[str, Met] = {}
    for one in met:
        before = newest.get(one.series)
        if before is not None:
            before.status, before.of = OLDER, one.page
        newest[one.series] = one


def _find_repeats(met: Iterable[Met]) -> None:
    outlets: dict[str, list[Met]] = {}
    for one in met:
        if one.status == STANDS and one.host and one.told.packed:
            outlets.setdefault(one.host, []).append(one)
    for theirs in outlets.values():
        kept = find_repeats([one.told for one in theirs])
        for one in theirs:
            if one.page in kept:
                one.status, one.of = REPEATS, kept[one.page]


def _find_renamed(met: Iterable[Met]) -> list[tuple[Met, list[str]]]:
    """Give the pages of which a ledger would name documents anew, with the ids that are taken."""
    by_bytes: dict[str, list[Met]] = {}
    for one in met:
        if one.status != REPEATS:
            by_bytes.setdefault(one.sha256, []).append(one)
    found: list[tuple[Met, list[str]]] = []
    for theirs in by_bytes.values():
        if len(theirs) < 2:
            continue
        holders: dict[str, set[str]] = {}
        for one in theirs:
            taken = [name for name in one.documents if holders.get(name, set()) - {one.series}]
            if taken:
                found.append((one, taken))
            for name in one.documents:
                if name not in taken:
                    holders.setdefault(name, set()).add(one.series)
    return found
