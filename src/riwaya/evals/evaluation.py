"""Evaluate: read every annotated page, or take readings made before, and score them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol

from riwaya.errors import InputError, RiwayaError, SpanInvalid
from riwaya.evals.answers import NOTHING, Answer, answer_from_json, answer_of
from riwaya.evals.corpus import GoldPage, LonelyGold, iter_gold_pages
from riwaya.evals.report import EvalReport, build_report
from riwaya.evals.score import DocumentScore, score_document
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints


class Analyse(Protocol):
    """A reader: bytes of a page to its analysis."""

    def __call__(self, source: bytes, /, *, name: str, hints: Hints) -> Analysis:
        """Read one page."""
        ...


def evaluate(
    gold_dir: Path, text_dir: Path, *, analyse: Analyse | None = None, only: Collection[str] | None = None
) -> EvalReport:
    """Read every annotated page with what its index says of it, and score the readings.

    A page that ends in a coded error counts as missed whole and stands under ``failed``.

    Args:
        gold_dir: Annotations, ``<id>.yaml`` or ``<id>.json``.
        text_dir: Pages, ``<id>.txt`` at any depth, with ``index.tsv``.
        analyse: The reader; the pipeline when None.
        only: Ids of the documents to take; all when None.

    Raises:
        GoldInvalid: A file is no annotation.
        DocumentMissing: A folder is not there.
    """
    read = analyse or _pipeline()

    def answer(page: GoldPage) -> Answer:
        return answer_of(read(page.path.read_bytes(), name=page.path.name, hints=page.hints))

    return _score_pages(gold_dir, text_dir, answer, only)


def score_analyses(
    gold_dir: Path, text_dir: Path, analysis_dir: Path, *, only: Collection[str] | None = None
) -> EvalReport:
    """Score readings that were printed as JSON before, one ``<id>.json`` per page.

    A page without one counts as missed whole; so does one whose file holds no analysis, and then it stands under
    ``failed``. Arguments and errors are those of `evaluate`.
    """

    def answer(page: GoldPage) -> Answer:
        path = analysis_dir / f"{page.gold_path.stem}.json"
        if not path.exists():
            return NOTHING
        try:
            return answer_from_json(json.loads(path.read_text(encoding="utf8")))
        except SpanInvalid:
            raise
        except (ValueError, AttributeError, TypeError) as error:
            raise InputError(f"{path.name} is no analysis: {error}") from error

    return _score_pages(gold_dir, text_dir, answer, only)


def _score_pages(
    gold_dir: Path, text_dir: Path, answer: Callable[[GoldPage], Answer], only: Collection[str] | None
) -> EvalReport:
    scores: list[DocumentScore] = []
    problems: list[str] = []
    failed: list[str] = []
    for page in iter_gold_pages(gold_dir, text_dir, only):
        if isinstance(page, LonelyGold):
            problems.append(f"no text for {page.gold_path.name}")
            continue
        problems += [f"{page.gold_path.name}: {problem}" for problem in page.gold.problems]
        try:
            given = answer(page)
        except RiwayaError as error:
            failed.append(f"{page.gold.id}: {error}")
            given = NOTHING
        scores.append(score_document(page.gold, given, page.text))
    return build_report(scores, problems, failed)


def _pipeline() -> Analyse:
    from riwaya.pipeline import analyze  # here, so that scoring printed readings loads no reader

    return analyze
