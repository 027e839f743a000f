from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster import find_events, tell_claims
from tests.make import make_analysis, make_claim, make_told
from tests.stages.cluster.telling import DAY, Line, tell

RAID = Line(words="قتل خمسة جنود في هجوم على بلدة الألف", head="قتل", subtype="kill", day=DAY, place="Alif", killed=5,
            agents=["red"], targets=["blue"])  # fmt: skip
COUNTER = Line(words="أعلنت القيادة مصرع خمسة من رجالها خلال الغارة", head="مصرع", subtype="kill", day=DAY, place="Alif",
               killed=5, agents=["red"], targets=["blue"])  # fmt: skip


def ids(events: list[Event]) -> list[list[str]]:
    return sorted(sorted(told.claim.id for told in event.claims) for event in events)


def test_a_claim_alone_is_an_event_with_its_type_time_and_place():
    told = make_told()
    [event] = find_events([told])
    assert [one.claim for one in event.claims] == [told.claim]
    assert event.claims[0].why == ("told first in its document",)
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
    assert event.title is not None
    assert event.title.en == "Ambush"


def test_two_papers_that_tell_of_one_attack_share_an_event_and_say_why():
    [event] = find_events([*tell("one", RAID), *tell("two", COUNTER)])
    assert {told.document_name for told in event.claims} == {"one.txt", "two.txt"}
    for told in event.claims:
        assert any(why.startswith("linked +") for why in told.why)
        assert "place +2.0" in told.why
        assert "days +1.5" in told.why


def test_another_day_or_another_town_is_another_event():
    later = dataclasses.replace(COUNTER, day=DAY + timedelta(days=5))
    elsewhere = dataclasses.replace(COUNTER, place="Jim")
    assert len(find_events([*tell("one", RAID), *tell("two", later)])) == 2
    assert len(find_events([*tell("one", RAID), *tell("two", elsewhere)])) == 2


def test_two_attacks_that_a_paper_tells_apart_stay_apart_where_another_tells_of_both():
    second = dataclasses.replace(RAID, words="وفي حادث منفصل انفجرت عبوة في سوق بلدة الألف فقتلت تسعة", head="انفجرت", subtype="bombing",
                                 killed=9, agents=[], targets=[])  # fmt: skip
    events = find_events([*tell("one", RAID, second), *tell("two", COUNTER, second)])
    assert len(events) == 2
    assert all(len({told.document_id for told in event.claims}) == 2 for event in events)


def test_a_claim_given_twice_counts_once():
    told = tell("one", RAID)
    [event] = find_events([*told, *told])
    assert len(event.claims) == 1


def test_the_same_words_in_two_papers_are_a_copy():
    words = "وقال الناطق باسم القوات إن مسلحين هاجموا عند الفجر قافلة تموين قرب الجسر القديم وأحرقوا أربع شاحنات ثم فروا شرقا"
    line = Line(words=words, head="هاجموا", day=DAY, place="Alif")
    events = find_events([*tell("one", line), *tell("two", line)])
    [event] = events
    [copies] = event.copies
    assert len(copies.document_ids) == 2
    assert copies.resemblance == 1.0


def test_what_is_told_in_other_words_is_no_copy():
    [event] = find_events([*tell("one", RAID), *tell("two", COUNTER)])
    assert event.copies == ()


@given(st.permutations(range(6)))
def test_the_order_of_claims_changes_nothing(order: list[int]):
    told: list[ToldClaim] = [*tell("one", RAID, COUNTER), *tell("two", COUNTER), *tell("three", RAID, COUNTER, COUNTER)]
    assert len(told) == len(order)
    assert find_events(told[number] for number in order) == find_events(told)


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
