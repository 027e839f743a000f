"""The ledger's events are those that the stage finds in all claims at once, whatever came first and whatever went."""

from __future__ import annotations

from itertools import islice, permutations

import pytest
from sqlalchemy import select

from riwaya.inputs import Input
from riwaya.ledger.engine import reading
from riwaya.ledger.intake import make_arrival
from riwaya.ledger.schema import DERIVED
from riwaya.ledger.store import Ledger
from riwaya.ledger.writer import Told, Writer
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from riwaya.stages.cluster import find_events
from tests.ledger.counted import check_counts
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
        check_counts(opened)


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


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """What holds, but for when it was kept and in which order names and words were entered."""
    tables = [table for table in DERIVED if table.name not in ("open_failure",)]
    with reading(ledger.engine) as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables}


@pytest.mark.parametrize("sizes", [(1,) * 9, (9,), (2, 3, 4), (8, 1)], ids=str)
def test_pages_kept_together_leave_what_each_alone_leaves(home, sizes):
    later = Hints(published="2031-03-14", outlet="Other", language="ar")
    told = [(text, name, HINTS) for name, text in PAGES.items()]
    told += [(text, f"again-{name}", later) for name, text in PAGES.items()]
    # A page that is superseded twice, the second time by what it held first under other facts.
    told += [(STRIKE, "retold.txt", HINTS), (RETOLD, "ambush.txt", later), (AMBUSH, "strike.txt", later)]
    with Ledger(home.ledger(), who="tester") as alone, Ledger(home.ledger(), who="tester") as together:
        for text, name, hints in told:
            alone.ingest_text(text, name=name, hints=hints)
        waiting = iter(told)
        for size in sizes:
            run = together.new_run("ingest")
            pages = [
                Told(
                    text.encode(),
                    analyze(text, name=name, hints=hints),
                    make_arrival(Input(name=name, path=None, hints=hints), ""),
                )
                for text, name, hints in islice(waiting, size)
            ]
            Writer(together.engine, together.clusterer, run).keep_all(pages)
        assert rows(together) == rows(alone)
        assert members(together) == whole(together)
        assert together.verify().damages == ()
        before = rows(together)
        together.rebuild()
        after = rows(together)
        assert {name: found for name, found in after.items() if name not in NAMES} == {
            name: found for name, found in before.items() if name not in NAMES
        }
        assert all(set(after[name]) <= set(before[name]) for name in NAMES)


NAMES = ("named", "name_term")
"""They stay when the last claim that has them goes."""
