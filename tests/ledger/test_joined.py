"""The ledger's events are those that the stage finds in all claims at once, whatever came first and whatever went."""

from __future__ import annotations

from itertools import permutations

import pytest

from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints
from riwaya.stages.cluster import find_events
from tests.ledger.pages import AMBUSH, HINTS, STRIKE

RETOLD = (
    "مقتل جنود في كمين\n\n"
    "أفادت مصادر أمنية بمقتل 14 جنديا ماليا في كمين نصبه مسلحون قرب كيدال يوم الثلاثاء.\n\n"
    "وقال سكان إن غارة جوية على سوق في مدينة غاو أوقعت تسعة قتلى من المدنيين يوم الأربعاء.\n"
)
PAGES = {"ambush.txt": AMBUSH, "strike.txt": STRIKE, "retold.txt": RETOLD}


def members(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(told.claim.id for told in event.claims) for event in ledger.events()}


def whole(ledger: Ledger) -> set[frozenset[str]]:
    """What one run over all that holds gives."""
    told = [kept.told() for kept in ledger.claims() if kept.verdict != "rejected"]
    return {frozenset(one.claim.id for one in event.claims) for event in find_events(told)}


@pytest.fixture
def ledger(home):
    with Ledger(home.ledger(), who="tester") as opened:
        yield opened


def fill(ledger: Ledger, names) -> None:
    for name in names:
        ledger.ingest_text(PAGES[name], name=name, hints=HINTS)


def test_two_papers_meet_in_one_event(ledger):
    fill(ledger, PAGES)
    shared = [event for event in ledger.events() if len({told.document_name for told in event.claims}) > 1]
    assert shared
    assert any(why.startswith("linked +") for told in shared[0].claims for why in told.why)


def test_any_order_of_arrival_gives_the_same_events(home):
    found = []
    for order in permutations(PAGES):
        with Ledger(home.ledger(), who="tester") as ledger:
            fill(ledger, order)
            assert members(ledger) == whole(ledger)
            found.append({(event.id, event.title, event.time, event.copies) for event in ledger.events()})
    assert all(one == found[0] for one in found)


def test_making_them_anew_changes_nothing(ledger):
    fill(ledger, PAGES)
    before = {event.id: event for event in ledger.events()}
    ledger.rebuild()
    assert {event.id: event for event in ledger.events()} == before


def test_a_page_that_is_superseded_leaves_its_events(ledger):
    fill(ledger, PAGES)
    ledger.ingest_text(STRIKE, name="retold.txt", hints=Hints(published="2031-03-14", outlet="Other", language="ar"))
    assert members(ledger) == whole(ledger)


def test_a_claim_that_is_rejected_stands_in_none_and_its_page_is_followed_anew(ledger):
    fill(ledger, PAGES)
    claim = next(one for one in ledger.claims() if one.event_id is not None)
    ledger.judge(claim.claim.id, "reject", why="no happening")
    assert all(claim.claim.id not in group for group in members(ledger))
    assert members(ledger) == whole(ledger)
