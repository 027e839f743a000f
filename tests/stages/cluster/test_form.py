from __future__ import annotations

import dataclasses
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from riwaya.stages.cluster import find_events, tell_claims
from tests.make import make_analysis, make_claim, make_told


def test_a_claim_alone_is_an_event_with_its_type_time_and_place():
    told = make_told()
    [event] = find_events([told])
    assert event.claims == (told,)
    assert (event.type, event.subtype) == ("ASSAULT", "ambush")
    assert event.time is not None
    assert event.time.start == date(2024, 7, 27)
    assert event.place is not None
    assert event.place.name == "Ayn al-Raml"
    assert event.id.startswith("evt_")


def test_a_state_is_no_event():
    assert find_events([make_told(make_claim(type="STATE", subtype=None))]) == []


def test_nothing_gives_nothing():
    assert find_events([]) == []


def test_a_claim_without_day_or_place_is_an_event_without():
    claim = make_claim()
    assert claim.time
    unanchored = dataclasses.replace(claim, time=dataclasses.replace(claim.time, start=None, end=None), place=None)
    [event] = find_events([make_told(unanchored)])
    assert (event.time, event.place) == (None, None)


@given(st.permutations(range(5)))
def test_the_order_of_documents_changes_nothing(order):
    told = [make_told(document_id=f"doc_{number}") for number in range(5)]
    assert find_events(told[number] for number in order) == find_events(told)


def test_a_claim_is_told_when_its_originator_spoke_else_when_its_document_came_out():
    spoken = make_claim()
    own_voice = make_claim(id="clm_own", chain=())
    told = tell_claims([make_analysis(spoken, own_voice)])
    assert [one.told_on for one in told] == [date(2024, 7, 27), date(2024, 7, 30)]
    assert told[0].document_name == "page.txt"
    assert told[0].claim.span.of(told[0].text).startswith("قتلت")
