"""Measure the reader against pages that people annotated, and hold the figures it reached.

The figures are those of `docs/reference/evaluation.md`. PyYAML is needed here and nowhere else in the package.
"""

from __future__ import annotations

from riwaya.evals.evaluation import evaluate, score_analyses
from riwaya.evals.gold import GoldDocument, load_gold
from riwaya.evals.report import EvalReport, render_report, report_json

__all__ = ["EvalReport", "GoldDocument", "evaluate", "load_gold", "render_report", "report_json", "score_analyses"]
