"""Step `extract`: a shard → its pages with all their claims, as Parquet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from riwaya.batch.language import find_page_language
from riwaya.batch.manifest import Row, row_path, write_row
from riwaya.batch.plan import Shard, asdict_hints
from riwaya.batch.reading import Bad, Item, iter_items
from riwaya.batch.repeats import page_facts
from riwaya.batch.tables import TableWriter
from riwaya.config import Settings
from riwaya.errors import RiwayaError, WorkerDiffers, as_riwaya_error
from riwaya.ledger import identity
from riwaya.ledger.codec import from_json, to_json
from riwaya.ledger.identity import find_engine
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints
from riwaya.pipeline import analyze

STEP = "extract"
PAGES = {
    "page": "text", "order": "text", "series": "text", "sha256": "text", "name": "text", "source": "text", "place": "text",
    "url": "text", "outlet": "text", "published": "text", "language": "text", "captured": "text", "host": "text",
    "sketch": "ints", "facts": "text", "documents": "texts", "claims": "int", "text": "text", "raw": "bytes",
    "analysis": "text",
}  # fmt: skip
"""Columns of `pages`. ``published``, ``outlet`` and ``language`` are what came with the page; what was read of it stands in
``analysis``, JSON of `riwaya.model.analysis.Analysis` without the text, which is in ``text``."""
FAILURES = {"shard": "text", "name": "text", "code": "text", "message": "text", "advice": "text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How pages are read: the same for all shards."""

    engine: str
    """Identity of what reads (`riwaya.ledger.identity.find_engine`): each worker sees that it is the same."""
    languages: tuple[str, ...] = ("ar",)
    """Of pages that are read; empty reads all."""
    max_bytes: int = 20_000_000
    plugins: bool = True

    @property
    def about(self) -> str:
        """Say all that decides what comes out."""
        return f"{self.engine} {','.join(self.languages)} {self.max_bytes}"


@dataclass(slots=True)
class _Counts:
    languages: Counter[str] = field(default_factory=Counter[str])
    codes: Counter[str] = field(default_factory=Counter[str])
    seen: int = 0
    bytes: int = 0
    claims: int = 0
    documents: int = 0


def check_engine(reading: Reading) -> None:
    """See that this worker reads as whoever started the batch.

    Raises:
        WorkerDiffers: It does not.
    """
    here = find_engine(plugins=reading.plugins).id
    if here != reading.engine:
        raise WorkerDiffers(f"The batch was started by {reading.engine}; this worker is {here}.")


def extract_shard(folder: str, shard: Shard, reading: Reading) -> Row:
    """Read the pages of a shard, and write them with their claims.

    Args:
        folder: Of the batch.
        shard: What to read.
        reading: How.

    Returns:
        The row of the manifest, which is on disk when this returns. A page that cannot be read is a row of failure; so
        is the shard where it cannot be read, or not to its end: ``status`` is then ``broken``.

    Raises:
        WorkerDiffers: This worker is another version.
    """
    check_engine(reading)
    out = Path(folder)
    counts = _Counts()
    status = "done"
    with ExitStack() as stack:
        pages = stack.enter_context(TableWriter(out / "pages", PAGES, rows=100))
        failures = stack.enter_context(TableWriter(out / "failures", FAILURES))
        try:
            for found in iter_items(shard, max_bytes=reading.max_bytes):
                counts.seen += 1
                made = _read_item(found, reading, counts)
                if isinstance(made, Bad):
                    failures.append(_failure(shard, made.name, made.error, counts))
                elif made is not None:
                    pages.append(made)
        except RiwayaError as error:
            status = "broken"
            failures.append(_failure(shard, shard.name, error, counts))
    row: Row = {
        "step": STEP,
        "key": shard.key,
        "shard": shard.to_row() | {"pages": len(shard.pages)},
        "status": status,
        "seen": counts.seen,
        "bytes": counts.bytes,
        "languages": dict(sorted(counts.languages.items())),
        "failures": dict(sorted(counts.codes.items())),
        "pages": pages.count,
        "documents": counts.documents,
        "claims": counts.claims,
        "files": {"pages": pages.name, "failures": failures.name},
    }
    write_row(row_path(out, STEP, shard.key), row)
    return row


def load_analysis(row: Mapping[str, Any]) -> Analysis:
    """Give what was read of a page, from its row of `pages`."""
    read = from_json(Analysis, row["analysis"])
    text = str(row["text"])
    articles = tuple(replace(one, document=replace(one.document, text=text)) for one in read.articles)
    return replace(read, page=replace(read.page, text=text), articles=articles)


def _read_item(found: Item | Bad, reading: Reading, counts: _Counts) -> Row | Bad | None:
    """Give the row of a page; None for one in a language that is not asked for."""
    if isinstance(found, Bad):
        return found
    counts.bytes += len(found.raw)
    told = found.arrival.hints.language or find_page_language(found.raw)
    counts.languages[told] += 1
    if reading.languages and told not in reading.languages:
        return None
    settings = Settings(max_bytes=reading.max_bytes, plugins=reading.plugins)
    arrival = found.arrival
    try:
        analysis = analyze(found.raw, name=arrival.name, hints=arrival.hints, settings=settings)
        row = _row(found, analysis)
    except Exception as error:  # noqa: BLE001 - one bad page must not stop the others
        return Bad(name=arrival.name, error=as_riwaya_error(error))
    counts.documents += len(analysis.articles)
    counts.claims += len(analysis.claims)
    return row


def _row(found: Item, analysis: Analysis) -> Row:
    arrival = found.arrival
    text = analysis.page.text
    text.encode("utf8")  # a lone surrogate is a failure of this page, not of its shard
    page = identity.page_id(analysis.page.sha256, arrival.hints)
    host, sketch, facts = page_facts(analysis, arrival)
    return {
        "page": page,
        "order": f"{found.at}|{arrival.hints.published or ''}|{page}",
        "series": identity.url_key(arrival.hints) or arrival.place or page,
        "sha256": analysis.page.sha256,
        "name": arrival.name,
        "source": arrival.source,
        "place": arrival.place,
        **asdict_hints(arrival.hints),
        "captured": found.at or None,
        "host": host,
        "sketch": list(sketch),
        "facts": facts,
        "documents": [one.document.id for one in analysis.articles],
        "claims": len(analysis.claims),
        "text": text,
        "raw": found.raw,
        "analysis": to_json(_without_text(analysis)),
    }


def _without_text(analysis: Analysis) -> Analysis:
    articles = tuple(replace(one, document=replace(one.document, text="")) for one in analysis.articles)
    return replace(analysis, page=replace(analysis.page, text=""), articles=articles)


def _failure(shard: Shard, name: str, error: RiwayaError, counts: _Counts) -> Row:
    counts.codes[error.code] += 1
    return {
        "shard": shard.name, "name": name, "code": error.code, "message": error.message, "advice": error.advice,
    }  # fmt: skip


def hints_of(row: Mapping[str, Any]) -> Hints:
    """Give what came with a page, from its row of `pages`."""
    return Hints(published=row["published"], outlet=row["outlet"], url=row["url"], language=row["language"])
