"""The invented ambush: which claims of the sample pages come together, and which stay apart."""

from __future__ import annotations

import pytest

from riwaya.inputs import find_inputs
from riwaya.model.document import Hints
from riwaya.model.event import Event
from riwaya.pipeline import analyze
from riwaya.stages.cluster import find_events, tell_claims
from tests.samples.test_series import PAGES


@pytest.fixture(scope="module")
def events() -> list[Event]:
    sources = [one for one in find_inputs([str(PAGES)], Hints()) if one.path is not None]
    return find_events(tell_claims(analyze(s.path.read_bytes(), name=s.name, hints=s.hints) for s in sources))


def event_of(events: list[Event], page: str, words: str) -> Event:
    """The event of the shortest claim of a page that holds some words."""
    held = [
        (len(told.claim.span.of(told.text)), number)
        for number, event in enumerate(events)
        for told in event.claims
        if told.document_name.startswith(page) and words in told.claim.span.of(told.text)
    ]
    assert held, f"no claim of page {page} says «{words}»"
    return events[min(held)[1]]


def test_the_groups_claim_and_the_fronts_are_of_one_ambush(events) -> None:
    ambush = event_of(events, "01", "قتلت 14")
    assert event_of(events, "05", "استهدف قافلة") is ambush
    assert (ambush.type, ambush.subtype) == ("ASSAULT", "ambush")
    assert ambush.time is not None
    assert str(ambush.time.start) == str(ambush.time.end) == "2031-03-11"


def test_the_ministrys_denial_is_of_the_ambush(events) -> None:
    assert event_of(events, "03", "مقتل أي من هؤلاء") is event_of(events, "01", "قتلت 14")


def test_the_copy_of_a_page_is_known_as_one(events) -> None:
    copied = event_of(events, "06", "صححت")
    assert event_of(events, "07", "صححت") is copied
    assert [len(group.document_ids) for group in copied.copies] == [2]


def test_what_happened_elsewhere_stays_apart(events) -> None:
    ambush = event_of(events, "01", "قتلت 14")
    assert all(told.document_name[:2] <= "07" for told in ambush.claims)


def test_every_claim_but_those_of_a_state_stands_in_one_event(events) -> None:
    ids = [told.claim.id for event in events for told in event.claims]
    assert len(ids) == len(set(ids)) > 100
    assert all(told.claim.type != "STATE" and told.why for event in events for told in event.claims)
