"""Two papers that print the same bytes: in either order the same events and accounts, other ids for one of the two."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from riwaya.ledger.accounts import reconcile_events
from riwaya.ledger.store import Ledger
from tests.ledger.pages import AMBUSH, HINTS, STRIKE

PAPERS = ("Morning Paper", "Evening Paper")


def keep(path: Path, papers: tuple[str, ...]) -> tuple[object, object, set[str], set[str]]:
    """Give the events by who prints which words, what their accounts say, and the ids of documents and claims."""
    with Ledger(str(path), who="tester") as ledger:
        ledger.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
        for paper in papers:
            ledger.ingest_text(AMBUSH, name=f"{paper}.txt", hints=replace(HINTS, outlet=paper))
        claims = ledger.claims()
        events: dict[str | None, set[tuple[str, str, int, int]]] = {}
        for one in claims:
            outlet = one.kept.document.outlet
            words = (outlet.name if outlet else "", one.claim.type, one.claim.span.start, one.claim.span.end)
            events.setdefault(one.event_id, set()).add(words)
        everything = list(ledger.events())
        said = sorted(
            (len(found.accounts), len(found.origins), sorted(f"{one.kind}: {one.on}" for one in found.relations))
            for found in reconcile_events(ledger.view, everything)
        )
        documents = {one.document.id for one in ledger.documents()}
        return sorted(map(sorted, events.values())), said, documents, {one.claim.id for one in claims}


def test_two_papers_with_the_same_bytes_give_the_same_events_in_either_order(tmp_path: Path) -> None:
    events, said, documents, claims = keep(tmp_path / "one.db", PAPERS)
    others, also_said, other_documents, other_claims = keep(tmp_path / "other.db", PAPERS[::-1])
    assert events == others
    assert said == also_said
    assert len(documents) == len(other_documents) == 3
    # The first paper has the ids that reading gives everywhere, the second has its own: decision 0407.
    assert len(documents & other_documents) == 2
    assert len(claims) == len(other_claims)
    assert claims != other_claims
