"""Write measured accuracy into the README: `python -m tools.figures REPORT.json "what was measured"`.

REPORT.json is what `riwaya eval GOLD TEXTS --json REPORT.json` writes. The block between ``<!-- figures -->`` and
``<!-- /figures -->`` is replaced, and nothing else.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.docs_code import ROOT
from tools.docs_tables import table

README = ROOT / "README.md"
_BLOCK = re.compile(r"(?s)(<!-- figures -->\n).*?(<!-- /figures -->)")
SAYS = {
    "article_recall": "Articles and teasers cut out of the page with the right borders",
    "claim_precision": "Of the claims it read, how many a person annotated too",
    "claim_recall": "Of the claims a person annotated, how many it read",
    "claim_f1": "Both together (F1)",
    "type_accuracy": "Right type of happening",
    "originator_accuracy": "Right originator, where a source is named",
    "sourced_chain_accuracy": "Whole chain right, where a source is named",
    "nested_chain_accuracy": "Whole chain right, where somebody relays somebody",
    "figure_f1": "Casualty and people counts: number, bounds and measure right (F1)",
    "participant_f1": "Who did it, to whom (F1)",
    "time_accuracy": "First and last day right, where the text says when",
    "place_accuracy": "Point near enough, where the text says where",
    "denial_f1": "Denials (F1)",
    "doubt_f1": "Hedged and unknown claims (F1)",
    "fully_right": "Claims that a coder could copy unchanged: chain, figures, time, place and denial all right",
}
"""What each figure means to a coder, in the order of the table; docs/reference/evaluation.md defines them."""


def fill_figures(page: str, report: Mapping[str, Any], measured_on: str) -> str:
    """Give the page with the table of a report between its marks.

    Raises:
        ValueError: The page has no such marks, or the report is no `riwaya.eval/1`.
    """
    if report.get("schema") != "riwaya.eval/1":
        raise ValueError("not a report of `riwaya eval --json`")
    if not _BLOCK.search(page):
        raise ValueError("no <!-- figures --> ... <!-- /figures --> in the page")
    return _BLOCK.sub(lambda found: found[1] + _text(report, measured_on) + found[2], page)


def _text(report: Mapping[str, Any], measured_on: str) -> str:
    figures = report["figures"]
    rows = [(says, _percent(figures[name]), f"`{name}`") for name, says in SAYS.items() if name in figures]
    failed = len(report.get("failed", ()))
    unread = f" {failed} pages could not be read; their claims count as missed." if failed else ""
    return (
        f"Measured on {measured_on}: {figures.get('documents')} pages, {figures.get('claims')} counted claims.{unread}\n\n"
        + table(("what", "measured", "name"), rows)
    )


def _percent(value: float | None) -> str:
    return "nothing to measure" if value is None else f"{100 * value:.1f} %"


def main(arguments: list[str]) -> int:
    """Fill the README."""
    if len(arguments) != 2:
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    report = json.loads(Path(arguments[0]).read_text(encoding="utf8"))
    README.write_text(fill_figures(README.read_text(encoding="utf8"), report, arguments[1]), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
