"""Score events: do claims of one happening come together, and only those?

    python -m riwaya.evals.events EVENTS.yaml GOLD TEXTS [--json OUT.json] [--errors] [--only ID ...]

Reads the annotated pages, finds their events in memory, and counts B-cubed over the claims of annotated events that were
read, as `score/events.py` does from what `riwaya events` prints.

Source:
    Bagga and Baldwin, Entity-based cross-document coreferencing using the vector space model (1998).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from riwaya.evals.answers import answer_of
from riwaya.evals.corpus import GoldPage, iter_gold_pages
from riwaya.evals.match import align_claims
from riwaya.model.analysis import Analysis
from riwaya.model.event import Event
from riwaya.pipeline import analyze
from riwaya.stages.cluster import find_events, tell_claims

Pair = tuple[str, Hashable]
"""Annotated event and found event of one claim."""


def b_cubed(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Give precision and recall over claims; (0, 0) where there are none.

    Of a claim, precision is the share of those found with it that belong with it, recall the share of those that belong
    with it that were found with it.
    """
    gold: dict[str, set[int]] = defaultdict(set)
    found: dict[Hashable, set[int]] = defaultdict(set)
    for number, (happening, event) in enumerate(pairs):
        gold[happening].add(number)
        found[event].add(number)
    if not pairs:
        return 0.0, 0.0
    shared = [(len(gold[g] & found[f]), len(found[f]), len(gold[g])) for g, f in pairs]
    return (
        sum(both / size for both, size, _ in shared) / len(pairs),
        sum(both / size for both, _, size in shared) / len(pairs),
    )


def score_events(pairs: Sequence[Pair], wanted: int) -> dict[str, float]:
    """Give the figures of `score/events.py`: precision, recall and F1 of B-cubed, F1 of every claim alone, coverage."""
    precision, recall = b_cubed(pairs)
    alone = b_cubed([(happening, number) for number, (happening, _) in enumerate(pairs)])
    return {
        "gold_claims": wanted,
        "coverage": round(len(pairs) / wanted, 4) if wanted else 0.0,
        "b3_precision": round(precision, 4),
        "b3_recall": round(recall, 4),
        "b3_f1": _f1(precision, recall),
        "every_claim_alone_b3_f1": _f1(*alone),
    }


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def pair_claims(
    pages: Iterable[tuple[GoldPage, Analysis]], events: Iterable[Event], happenings: Mapping[str, str]
) -> tuple[list[Pair], int]:
    """Pair every annotated claim of a happening with the event in which its reading stands.

    Args:
        pages: Annotated pages with their readings.
        events: Found over all of them.
        happenings: Annotated event by ``<document>:<claim id>``.

    Returns:
        The pairs, and how many annotated claims there were to pair.
    """
    event_of = {told.claim.id: event.id for event in events for told in event.claims}
    pairs: list[Pair] = []
    wanted = 0
    for page, analysis in pages:
        gold = [one for one in page.gold.claims if one.span and f"{page.gold.id}:{one.id}" in happenings]
        wanted += len(gold)
        read = [one for one in analysis.claims if one.id in event_of]
        answers = answer_of(analysis).claims
        standing = [answer for answer, one in zip(answers, analysis.claims, strict=True) if one.id in event_of]
        for claim_id, place in sorted(align_claims(gold, standing).items()):
            pairs.append((happenings[f"{page.gold.id}:{claim_id}"], event_of[read[place].id]))
    return pairs, wanted


def events_json(events: Iterable[Event]) -> dict[str, Any]:
    """Give what the scorer needs of the public form `riwaya.events/1`."""
    return {
        "schema": "riwaya.events/1",
        "events": [
            {
                "id": event.id,
                "type": event.type,
                "subtype": event.subtype,
                "title": {"ar": event.title.ar, "en": event.title.en, "fr": event.title.fr} if event.title else None,
                "claims": [
                    {
                        "id": told.claim.id,
                        "document": {"id": told.document_id, "name": told.document_name},
                        "span": {"start": told.claim.span.start, "end": told.claim.span.end},
                        "trigger": {"start": told.claim.trigger.start, "end": told.claim.trigger.end},
                        "why": list(told.why),
                    }
                    for told in event.claims
                ],
            }
            for event in events
        ],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; write the events where asked."""
    ask = argparse.ArgumentParser(prog="python -m riwaya.evals.events", description="Score events against gold.")
    for name in ("events", "gold", "texts"):
        ask.add_argument(name, type=Path)
    ask.add_argument("--json", type=Path, help="write the events found here")
    ask.add_argument("--only", nargs="*", help="ids of documents to count over; all are read")
    args = ask.parse_args(arguments)
    listed = yaml.safe_load(args.events.read_text(encoding="utf8"))
    happenings = {claim: event["id"] for event in listed for claim in event["claims"]}
    pages = [
        (page, analyze(page.path.read_bytes(), name=page.path.name, hints=page.hints))
        for page in iter_gold_pages(args.gold, args.texts)
        if isinstance(page, GoldPage)
    ]
    events = find_events(tell_claims(analysis for _, analysis in pages))
    if args.json:
        args.json.write_text(json.dumps(events_json(events), ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    counted = [one for one in pages if not args.only or one[0].gold.id in args.only]
    for name, value in score_events(*pair_claims(counted, events, happenings)).items():
        sys.stdout.write(f"{name:24} {value}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
