"""The result of an evaluation, and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.evals.score import DocumentScore
from riwaya.evals.strata import StratumRow, rows_of
from riwaya.evals.tally import Figures, figures_of, merge


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFigures:
    """The figures of one document."""

    id: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class EvalReport:
    """How well a set of documents was read."""

    figures: Figures
    """Over all documents, in the scorer's order; None where there was nothing to measure."""
    documents: tuple[DocumentFigures, ...]
    """The same for each document, in the order of their names."""
    strata: tuple[StratumRow, ...]
    errors: tuple[str, ...]
    """One line for each thing missed, spurious or wrong, in document order."""
    problems: tuple[str, ...] = ()
    """Where gold does not fit its text, or has none; such parts are not scored."""
    failed: tuple[str, ...] = ()
    """Documents that could not be read, with the error; all their claims count as missed."""


def build_report(scores: Sequence[DocumentScore], problems: Sequence[str], failed: Sequence[str]) -> EvalReport:
    """Sum up the scores of documents, in their order."""
    return EvalReport(
        figures=figures_of(merge(score.tally for score in scores)),
        documents=tuple(DocumentFigures(id=score.id, figures=figures_of(score.tally)) for score in scores),
        strata=rows_of(merge(score.strata for score in scores)),
        errors=tuple(line for score in scores for line in score.errors),
        problems=tuple(problems),
        failed=tuple(failed),
    )


def render_report(report: EvalReport, *, errors: bool = False, documents: bool = False) -> str:
    """Give the report as plain text.

    Args:
        report: What to print.
        errors: Also list everything missed, spurious or wrong.
        documents: Also give a line per document.
    """
    lines = [f"{name:24} {value}" for name, value in report.figures.items()]
    lines += ["", f"{'stratum':32} {'gold':>6} {'found':>6} {'right':>6} {'accuracy':>9}"]
    lines += [f"{s.name:32} {s.gold:6} {s.found:6} {s.right:6} {s.accuracy!s:>9}" for s in report.strata]
    if documents:
        lines += ["", f"{'document':32} {'claims':>6} {'claim_f1':>9} {'chain':>7} {'fully':>7}"]
        lines += [_document_line(document) for document in report.documents]
    lines += [f"problem: {line}" for line in report.problems]
    lines += [f"failed: {line}" for line in report.failed]
    if errors:
        lines += ["", *report.errors]
    return "\n".join(lines)


def report_json(report: EvalReport) -> dict[str, Any]:
    """Give the report as plain values for JSON."""
    return {
        "schema": "riwaya.eval/1",
        "figures": report.figures,
        "strata": [
            {"name": s.name, "gold": s.gold, "found": s.found, "right": s.right, "accuracy": s.accuracy}
            for s in report.strata
        ],
        "documents": [{"id": document.id, "figures": document.figures} for document in report.documents],
        "errors": list(report.errors),
        "problems": list(report.problems),
        "failed": list(report.failed),
    }


def _document_line(document: DocumentFigures) -> str:
    f = document.figures
    return (
        f"{document.id:32} {f['claims']!s:>6} {f['claim_f1']!s:>9} {f['chain_accuracy']!s:>7} {f['fully_right']!s:>7}"
    )
