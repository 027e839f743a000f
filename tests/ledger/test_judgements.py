"""What people say of claims and events is kept, holds, and outlasts new versions of the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from riwaya.errors import EntryUnknown, JudgementInvalid
from riwaya.ledger import identity
from riwaya.ledger.events import Clusterer, Reach
from riwaya.ledger.store import Ledger
from riwaya.model.event import Event, ToldClaim
from riwaya.model.ids import content_id
from tests.ledger.counted import check_counts
from tests.ledger.pages import AMBUSH, HINTS, STRIKE


@pytest.fixture
def kept(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    return ledger


@pytest.fixture
def next_version(monkeypatch):
    """Make everything after this the work of another version of the packs."""

    def upgrade() -> None:
        monkeypatch.setattr(identity, "packs_digest", lambda: "f" * 64)

    return upgrade


def killing(ledger: Ledger):
    return next(one for one in ledger.claims(measure="killed"))


def test_a_verdict_is_seen_on_the_claim_with_who_and_why_in_its_history(kept):
    claim = killing(kept)
    made = kept.judge(claim.id[:12], "accept", why="the words say so", who="mariam")
    assert killing(kept).verdict == "accepted"
    last = kept.history(claim.id)[-1]
    assert (last.who, last.id) == ("mariam", made.id)
    assert "the words say so" in last.what


def test_a_rejected_claim_leaves_its_event_and_is_shown_on_request_only(kept):
    claim = killing(kept)
    kept.judge(claim.id, "reject", why="figurative")
    assert claim.id not in {one.id for one in kept.claims()}
    assert [one.id for one in kept.claims(verdict="rejected")] == [claim.id]
    assert claim.id not in {told.claim.id for event in kept.events() for told in event.claims}
    kept.judge(claim.id, "reset", why="I was wrong")
    assert killing(kept).event_id == claim.event_id
    assert killing(kept).verdict is None


def test_a_correction_sets_the_reading_and_never_the_words(kept):
    claim = killing(kept)
    kept.judge(claim.id, "correct", why="counted anew", settings={"figure.1.high": "15", "subtype": "ambush"})
    kept.judge(claim.id, "correct", why="and by day", settings={"place.name": "Kidal, outside"})
    after = killing(kept)
    assert (after.claim.figures[0].high, after.claim.subtype) == (15, "ambush")
    assert after.claim.place.place.name == "Kidal, outside"
    assert after.claim.span == claim.claim.span
    there = [
        one.id for one in kept.claims() if one.claim.place and one.claim.place.place.id == after.claim.place.place.id
    ]
    assert claim.id in there
    assert sorted(one.id for one in kept.claims(place="outside")) == sorted(there)
    told = [told.claim for told in kept.event(claim.id).claims if told.claim.id == claim.id]
    assert told == [after.claim]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"color": "red"},
        {"type": "WAR"},
        {"figure.9.low": "3"},
        {"figure.1.low": "many"},
        {"start": "soon"},
        {"agent.x": "jnim"},
    ],
)
def test_a_correction_that_cannot_be_is_refused_and_leaves_nothing(kept, settings):
    before = kept.digests()
    with pytest.raises(JudgementInvalid):
        kept.judge(killing(kept).id, "correct", why="no", settings=settings)
    assert kept.digests() == before


@pytest.mark.parametrize(("who", "why"), [("", "because"), ("mariam", " ")])
def test_a_judgement_needs_a_judge_and_a_reason(kept, who, why):
    kept.who = who
    with pytest.raises(JudgementInvalid):
        kept.judge(killing(kept).id, "accept", why=why)


def test_what_is_unknown_cannot_be_judged(kept):
    with pytest.raises(EntryUnknown):
        kept.judge("clm_0000000000000000", "accept", why="no")
    with pytest.raises(JudgementInvalid):
        kept.judge(killing(kept).id, "applaud", why="no")


def test_judgements_carry_over_to_the_same_words_when_the_engine_is_another(kept, next_version):
    accepted, corrected, rejected = (one.id for one in list(kept.claims())[:3])
    kept.judge(accepted, "accept", why="right")
    kept.judge(corrected, "correct", why="right", settings={"subtype": "corrected"})
    kept.judge(rejected, "reject", why="wrong")
    next_version()
    assert kept.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS).status == "reread"
    now = {one.id: one for verdict in (None, "rejected") for one in kept.claims(verdict=verdict)}
    assert (now[accepted].verdict, now[corrected].verdict, now[rejected].verdict) == (
        "accepted",
        "corrected",
        "rejected",
    )
    assert now[corrected].claim.subtype == "corrected"
    assert rejected not in {told.claim.id for event in kept.events() for told in event.claims}
    assert sum("read from" in turn.what for turn in kept.history(accepted)) == 2


def test_judgements_carry_over_to_a_new_version_of_the_page_with_the_same_words(kept):
    claim = killing(kept)
    kept.judge(claim.id, "accept", why="right")
    kept.ingest_text(AMBUSH + "\nوعاد الهدوء إلى المنطقة.\n", name="ambush.txt", hints=HINTS)
    after = killing(kept)
    assert after.id != claim.id
    assert (after.words, after.verdict) == (claim.words, "accepted")
    with pytest.raises(EntryUnknown, match="superseded"):
        kept.judge(claim.id, "reject", why="too late")


def test_an_engine_that_is_another_supersedes_and_its_old_claims_stay_in_the_history(kept, next_version):
    first = {one.id for one in kept.claims()}
    next_version()
    kept.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    assert {one.id for one in kept.claims()} == first
    assert len({one.kept.engine for one in kept.claims()}) == 1
    assert len(kept.view.documents(superseded=True)) == 2 * len(kept.documents())
    assert kept.verify().damages == ()


def by_type(claims: Iterable[ToldClaim]) -> list[Event]:
    """A stage that puts all claims of one type together."""
    groups: dict[str, list[ToldClaim]] = {}
    for told in claims:
        if told.claim.type != "STATE":
            groups.setdefault(told.claim.type, []).append(replace(told, why=("the same type",)))
    return [
        Event(
            id=content_id("evt", key),
            type=key,
            subtype=None,
            claims=tuple(sorted(group, key=lambda told: (told.document_id, told.claim.span, told.claim.id))),
        )
        for key, group in sorted(groups.items())
    ]


BY_TYPE = Clusterer(find_events=by_type, reach=Reach(days=60))


@pytest.fixture
def grouped(home):
    with Ledger(home.ledger(), who="tester", clusterer=BY_TYPE) as opened:
        opened.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
        opened.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
        yield opened
        check_counts(opened)


def members(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(told.claim.id for told in event.claims) for event in ledger.events()}


def test_events_can_be_merged_and_the_merge_outlasts_a_new_version(grouped, next_version):
    first, second = list(grouped.events())[:2]
    made = grouped.merge(first.id, second.id, why="one operation", who="mariam")
    together = frozenset(told.claim.id for event in (first, second) for told in event.claims)
    assert together in members(grouped)
    assert len(made.events) == 1
    assert any("judged" in why for told in grouped.event(made.events[0]).claims for why in told.why)
    next_version()
    grouped.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    assert together in members(grouped)
    grouped.rebuild()
    assert together in members(grouped)
    assert "one operation" in " ".join(turn.what for turn in grouped.history(made.events[0]))


def test_an_event_can_be_split_and_its_parts_do_not_grow_together_again(grouped):
    event = max(grouped.events(), key=lambda one: len(one.claims))
    assert len(event.claims) > 1
    parted = event.claims[0].claim.id
    made = grouped.split(event.id, [parted], why="another attack")
    assert len(made.events) == 2
    assert frozenset([parted]) in members(grouped)
    grouped.rebuild()
    assert frozenset([parted]) in members(grouped)


def test_a_split_names_some_of_the_claims(grouped):
    event = max(grouped.events(), key=lambda one: len(one.claims))
    everything = [told.claim.id for told in event.claims]
    for claims in ([], everything):
        with pytest.raises(JudgementInvalid):
            grouped.split(event.id, claims, why="no")
    with pytest.raises(JudgementInvalid):
        grouped.merge(event.id, why="alone")


def test_what_is_made_anew_is_what_was_kept_up_to_date(grouped):
    grouped.judge(grouped.claims()[0].id, "reject", why="wrong")
    grouped.judge(grouped.claims()[1].id, "correct", why="other", settings={"subtype": "corrected"})
    grouped.ingest_text(STRIKE + "\nوقتل ثلاثة جنود.\n", name="strike.txt", hints=HINTS)
    before = (grouped.events().to_dicts(), members(grouped), grouped.claims().to_dicts(), grouped.sources().to_dicts())
    grouped.rebuild()
    after = (grouped.events().to_dicts(), members(grouped), grouped.claims().to_dicts(), grouped.sources().to_dicts())
    assert after == before


def test_the_order_of_arrival_changes_no_event(grouped, home):
    with Ledger(home.ledger(), who="tester", clusterer=BY_TYPE) as other:
        other.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
        other.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
        assert members(other) == members(grouped)
        assert [event.id for event in other.events()] == [event.id for event in grouped.events()]
