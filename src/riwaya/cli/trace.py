"""`riwaya trace`: from a cell of an export to its claims, their words and the rule that chose them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_width
from riwaya.cli.output import terminal_width, write_json, write_text
from riwaya.cli.wanting import read_external, with_ids

if TYPE_CHECKING:
    from riwaya.export.column import Rest
    from riwaya.export.tracing import Trace

_INDENT = "   "
_BESIDE = 60
"""Letters of the text shown on each side of the words."""


@click.command("trace")
@click.argument("cell", metavar="CELL")
@with_ledger
@click.option("--policy", metavar="NAME", help="The policy of the export; that of its manifest when left out.")
@with_ids
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="text or JSON."
)
@with_width
def command(
    *, cell: str, ledger: str | None, policy: str | None, external: Path | None, form: str, width: int | None
) -> None:
    """Print what a cell of an export rests on: the step of the rule, and the claims with their words.

    CELL is SHAPE:ROW:COLUMN (ucdp-ged:evt_0123456789abcdef:best), or FILE:ROW:COLUMN of a file with its manifest. ROW is
    the row's key, the id of its event or claim or the beginning of that, or its place in the file: '#1' is the first row.
    """
    from riwaya.export.tracing import parse_cell, trace_cell

    asked = parse_cell(cell, policy=policy, external=read_external(external))
    with open_ledger(ledger) as opened:
        found = trace_cell(opened.view, asked)
    if form == "json":
        write_json(trace_form(found))
    else:
        write_text(_render(found, width or terminal_width()))


def trace_form(found: Trace) -> dict[str, Any]:
    """Give a trace as JSON."""
    return {
        "schema": "riwaya.trace/1",
        "shape": found.shape.name,
        "row": found.row,
        "column": found.column.name,
        "meaning": found.column.meaning,
        "value": _plain(found.value),
        "policy": found.policy,
        "rule": found.basis.rule,
        "words": [_rest_form(rest) for rest in found.basis.rests],
    }


def _rest_form(rest: Rest) -> dict[str, Any]:
    kept = rest.claim.kept
    return {
        "claim": rest.claim.id,
        "what": rest.what,
        "span": {"start": rest.span.start, "end": rest.span.end, "text": rest.words},
        "document": kept.document.id,
        "file": kept.name,
        "url": kept.url,
        "outlet": kept.document.outlet.name if kept.document.outlet else None,
        "page_digest": kept.raw_digest,
    }


def _written(value: Any) -> str:
    """Give a value as the export writes it: objects and lists as JSON."""
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (dict, list)) else str(_plain(value))


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, date) else value


def _render(found: Trace, width: int) -> str:
    from riwaya.cli.bidi import clean_words, isolate_runs, wrap_words
    from riwaya.stages.reconcile import find_policy

    cells = width - len(_INDENT)
    held = "empty" if found.value is None else clean_words(_written(found.value))
    lines = [
        isolate_runs(line)
        for line in wrap_words(f"━━ {found.shape.name} · {found.row} · {found.column.name} = {held}", width)
    ]
    told = [found.column.meaning, f"Rule: {found.basis.rule}"]
    if found.policy:
        policy, _ = find_policy(found.policy)
        told.append(f"Policy {found.policy}: {policy.rule.en}")
    for words in told:
        lines += [_INDENT + isolate_runs(line) for line in wrap_words(clean_words(words), cells)]
    for rest in found.basis.rests:
        lines.append("")
        lines += [_INDENT + isolate_runs(line) for line in wrap_words(clean_words(_say_where(rest)), cells)]
        lines += [_INDENT * 2 + isolate_runs(line) for line in wrap_words(_in_context(rest), cells - len(_INDENT))]
    if not found.basis.rests:
        lines += ["", f"{_INDENT}It rests on no words of a page."]
    return "\n".join(lines) + "\n"


def _say_where(rest: Rest) -> str:
    kept = rest.claim.kept
    outlet = kept.document.outlet.name if kept.document.outlet else ""
    day = kept.document.published.start
    chain = " ← ".join(link.source.name for link in rest.claim.claim.chain)
    parts = (
        rest.claim.id,
        rest.what,
        chain and f"told by {chain}",
        kept.name,
        outlet,
        day.isoformat() if day else "",
        kept.url,
    )
    return " · ".join(part for part in parts if part)


def _in_context(rest: Rest) -> str:
    from riwaya.cli.bidi import clean_words

    text, span, claim = rest.claim.text, rest.span, rest.claim.claim.span
    if span == claim:
        return f"«{clean_words(span.of(text))}»"
    start, end = max(claim.start, span.start - _BESIDE), min(max(claim.end, span.end), span.end + _BESIDE)
    before, after = clean_words(text[min(start, span.start) : span.start]), clean_words(text[span.end : end])
    return f"{before} «{clean_words(span.of(text))}» {after}".strip()
