"""Take the result of a batch into a ledger: its pages with what was read from them, in their order, nothing read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from riwaya.batch.choose import OLDER, STANDS, standing_path
from riwaya.batch.extract import hints_of, load_analysis
from riwaya.batch.manifest import RESULT, Row, open_folder, read_row, row_path
from riwaya.batch.piles import Pile, PileWriter
from riwaya.batch.tables import iter_rows
from riwaya.errors import BatchFolderInvalid, BatchInputInvalid
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer, rebuild_events
from riwaya.ledger.records import Outcome
from riwaya.ledger.store import Ledger
from riwaya.ledger.writer import Writer

DEFERRED = 500
"""From so many pages on, events are found once at the end, and not for each page."""

Tick = Callable[[Outcome], None]


@dataclass(slots=True)
class Loaded:
    """What came of the pages of a batch."""

    pages: Counter[str] = field(default_factory=Counter[str])
    """How many ended in each status (`riwaya.ledger.records.Outcome`)."""
    claims: int = 0
    repeats: int = 0
    """Pages left out because they repeat another of their outlet."""


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one shard, and which of them are taken."""

    path: Path
    decided: dict[str, list[str | None]]

    def status(self, at: int) -> str:
        """Give what was decided over a page."""
        return str(self.decided.get(str(at), [STANDS])[0])


def count_pages(folder: Path) -> int:
    """Give how many pages of a batch `load_batch` takes.

    Raises:
        BatchFolderInvalid: The folder holds no batch that came to its end.
    """
    pages = _result(folder)["pages"]
    return int(pages.get(STANDS, 0)) + int(pages.get(OLDER, 0))


def load_batch(ledger: Ledger, folder: Path, *, tick: Tick = lambda outcome: None, deferred: int = DEFERRED) -> Loaded:
    """Keep the pages of a batch with their claims, and find the events of the ledger; what it holds already stays.

    Each page is a transaction. From ``deferred`` pages on, events are found once, when all pages are kept: a call that
    is stopped before leaves the new claims without events until the same call is made again.

    Args:
        ledger: Where to.
        folder: The output of `riwaya batch run`.
        tick: Told of each page.
        deferred: See above.

    Returns:
        What came of the pages.

    Raises:
        BatchFolderInvalid: The folder holds no batch that came to its end, or another version of Riwaya read it.
        LedgerError: The ledger cannot be written; what was kept before stays.
    """
    result = _result(folder)
    run = ledger.new_run("batch")
    if result["engine"] != run.engine.id:
        raise BatchFolderInvalid(
            f"{folder} was read by {result['engine']}, and this is {run.engine.id}.",
            hint="Run the batch again with this version, its packs and plugins, or load it with the version that read it.",
        )
    is_deferred = count_pages(folder) >= deferred
    clusterer = Clusterer(find_events=lambda claims: []) if is_deferred else ledger.clusterer
    writer = Writer(ledger.engine, clusterer, run)
    loaded = Loaded(repeats=int(result["pages"].get("repeats", 0)))
    for row in _iter_pages(_parts(folder, result)):
        outcome = _keep(writer, row)
        loaded.pages[outcome.status] += 1
        loaded.claims += outcome.claims
        tick(outcome)
    if is_deferred:
        with writing(ledger.engine) as connection:
            rebuild_events(connection, ledger.clusterer)
    return loaded


def _keep(writer: Writer, row: dict[str, Any]) -> Outcome:
    arrival = Arrival(name=row["name"], source=row["source"], place=row["place"], hints=hints_of(row))
    known = writer.find_known(row["sha256"], arrival)
    return known if known is not None else writer.keep(row["raw"], load_analysis(row), arrival)


def _result(folder: Path) -> Row:
    open_folder(folder, create=False)
    result = read_row(folder / RESULT)
    if result is None:
        raise BatchFolderInvalid(f"{folder} holds a batch that did not come to its end.")
    return result


def _parts(folder: Path, result: Row) -> list[Part]:
    parts: list[Part] = []
    for shard in result["shards"]:
        row = read_row(row_path(folder, "extract", str(shard)))
        standing = read_row(standing_path(folder, str(shard)))
        if row is None or standing is None:
            raise BatchFolderInvalid(f"{folder} lacks the rows of shard {shard}.")
        parts.append(Part(path=folder / "pages" / row["files"]["pages"], decided=standing["pages"]))
    return parts


def _iter_pages(parts: list[Part]) -> Iterator[dict[str, Any]]:
    """Give the pages to keep. Order counts only among versions of one page and among pages of the same bytes.

    So the others come as they lie; those are put aside, and come last in their order.
    """
    tied = _find_tied(parts)
    with TemporaryDirectory(prefix="riwaya-") as aside:
        with PileWriter(Path(aside)) as pile:
            orders: list[tuple[str, int]] = []
            for row in _iter_taken(parts, None):
                if row["series"] in tied or row["sha256"] in tied:
                    orders.append((row["order"], pile.append(row)))
                else:
                    yield row
        held: Pile[dict[str, Any]] = Pile(Path(aside) / pile.name)
        for _, at in sorted(orders):
            yield held[at]
        held.close()


def _find_tied(parts: list[Part]) -> set[str]:
    """Give the series and digests that more than one page has."""
    counts: Counter[str] = Counter()
    for row in _iter_taken(parts, ("series", "sha256")):
        counts.update((row["series"], row["sha256"]))
    return {name for name, count in counts.items() if count > 1}


def _iter_taken(parts: list[Part], columns: tuple[str, ...] | None) -> Iterator[dict[str, Any]]:
    for part in parts:
        if not part.path.is_file():
            raise BatchInputInvalid(f"{part.path.name} is gone from the batch.", hint="Run the batch again.")
        for at, row in enumerate(iter_rows(part.path, columns, rows=20)):
            if part.status(at) in (STANDS, OLDER):
                yield row
