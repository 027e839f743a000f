"""Pair annotations with their pages, and with what the index beside the pages says of them."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from riwaya.errors import DocumentMissing
from riwaya.evals.gold import GoldDocument, load_gold
from riwaya.model.document import Hints


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """One annotated page and where it lies."""

    gold: GoldDocument
    gold_path: Path
    path: Path
    text: str
    hints: Hints
    """Publication date, outlet, address and language of the index; empty where it has no row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LonelyGold:
    """An annotation without a page."""

    gold_path: Path


def iter_gold_pages(
    gold_dir: Path, text_dir: Path, only: Collection[str] | None = None
) -> Iterator[GoldPage | LonelyGold]:
    """Give every annotation of a folder with its page, sorted by file.

    Args:
        gold_dir: Holds ``<id>.yaml`` or ``<id>.json``; folders in it are not searched.
        text_dir: Holds ``<id>.txt`` at any depth, and ``index.tsv`` files with the columns id, lang, outlet,
            date and url. A ``~`` before a date is dropped.
        only: Ids to keep; all when None.

    Raises:
        DocumentMissing: One of the folders is not there.
        GoldInvalid: A file is no annotation.
    """
    for folder in (gold_dir, text_dir):
        if not folder.is_dir():
            raise DocumentMissing(f"no folder {folder}")
    texts = {path.stem: path for path in sorted(text_dir.rglob("*.txt"))}
    index = _read_index(text_dir)
    for gold_path in sorted([*gold_dir.glob("*.yaml"), *gold_dir.glob("*.json")]):
        if only is not None and gold_path.stem not in only:
            continue
        path = texts.get(gold_path.stem)
        if path is None:
            yield LonelyGold(gold_path=gold_path)
            continue
        text = path.read_text(encoding="utf8")
        gold = load_gold(gold_path, text)
        hints = _hints(index.get(gold_path.stem), gold)
        yield GoldPage(gold=gold, gold_path=gold_path, path=path, text=text, hints=hints)


def _read_index(text_dir: Path) -> dict[str, dict[str, str]]:
    index: dict[str, dict[str, str]] = {}
    for path in sorted(text_dir.rglob("index.tsv")):
        with path.open(encoding="utf8", newline="") as rows:
            index.update({row["id"]: row for row in csv.DictReader(rows, delimiter="\t")})
    return index


def _hints(row: dict[str, str] | None, gold: GoldDocument) -> Hints:
    """Give what the index says. A row without a full date takes the annotated one; no row gives no hint."""
    if row is None:
        return Hints()
    published = (row.get("date") or "").removeprefix("~")
    if len(published) != len("2024-07-30"):
        published = gold.articles[0].published if gold.articles else ""
    return Hints(
        published=published or None,
        outlet=row.get("outlet") or None,
        url=row.get("url") or None,
        language=row.get("lang") or None,
    )
