"""Events kept up to date as documents come and go are those of a run over everything."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model.event import Event, ToldClaim
from riwaya.stages.cluster import find_changed_events, find_events, find_keys, lay_out, matching
from tests.stages.cluster.telling import DAY, TOWNS, Line, tell

HEADS = {"attack": "هجوم", "kill": "قتل", "clash": "اشتباك", "bombing": "انفجار"}


class MemoryShelf:
    """A shelf of dicts."""

    def __init__(self) -> None:
        self.documents: dict[str, list[ToldClaim]] = {}
        self.events: dict[str, Event] = {}
        self.keys: set[tuple[str, str]] = set()

    def _all(self) -> list[ToldClaim]:
        return [one for claims in self.documents.values() for one in claims]

    def find_sharing(self, keys: Collection[str]) -> Collection[str]:
        return {claim_id for claim_id, key in self.keys if key in keys}

    def find_together(self, claim_ids: Collection[str]) -> Collection[str]:
        mates = [{told.claim.id for told in event.claims} for event in self.events.values()]
        return {one for group in mates if group & set(claim_ids) for one in group}

    def load_documents(self, claim_ids: Collection[str]) -> Sequence[ToldClaim]:
        wanted = {one.document_id for one in self._all() if one.claim.id in claim_ids}
        return [one for document in sorted(wanted) for one in self.documents[document]]

    def lay_out(self, document: Sequence[ToldClaim]) -> list[Any]:
        return lay_out(document)

    def keep_keys(self, claims: Sequence[ToldClaim], keys: Sequence[tuple[str, str]]) -> None:
        assert sorted(keys) == sorted(find_keys(claims))
        self.keys |= set(keys)

    def find_hot(self, keys: Collection[str]) -> Collection[str]:
        counts: dict[str, int] = {}
        for _, key in self.keys:
            counts[key] = counts.get(key, 0) + 1
        return {key for key in keys if counts.get(key, 0) > matching.MOST}

    def put(self, claims: Sequence[ToldClaim]) -> None:
        self.documents[claims[0].document_id] = list(claims)
        self._change(claims, [])

    def remove(self, document: str) -> None:
        gone = [one.claim.id for one in self.documents.pop(document)]
        hot = self.find_hot({key for claim_id, key in self.keys if claim_id in gone})
        self.keys = {(claim_id, key) for claim_id, key in self.keys if claim_id not in gone}
        left = set(self.find_together(gone)) - set(gone)
        self.events = {k: e for k, e in self.events.items() if not any(t.claim.id in gone for t in e.claims)}
        self._change([], left, hot)

    def _change(self, entered: Sequence[ToldClaim], left: Collection[str], hot: Collection[str] = ()) -> None:
        changed, asked = find_changed_events(self, entered, left, hot)
        for name in [name for name, e in self.events.items() if any(t.claim.id in asked for t in e.claims)]:
            del self.events[name]
        self.events |= {event.id: event for event in changed}


@st.composite
def lines(draw: st.DrawFn) -> Line:
    subtype = draw(st.sampled_from(sorted(HEADS)))
    head = draw(st.sampled_from(["", "ال"])) + HEADS[subtype]
    where = draw(st.sampled_from([None, *sorted(TOWNS)]))
    when = draw(st.sampled_from([None, 0, 0, 1, 9]))
    parties = draw(st.sampled_from([[], ["red"], ["blue"], ["red", "blue"]]))
    return Line(
        words=f"{draw(st.sampled_from(['ثم', 'وقد', 'من جهة أخرى']))} {head} رجال كثيرون عند النهر",
        head=head,
        subtype=subtype,
        place=where,
        day=None if when is None else DAY + timedelta(days=when),
        agents=parties[:1],
        targets=parties[1:],
        killed=draw(st.sampled_from([None, None, 7, 12])),
    )


def stories() -> Any:
    return st.lists(st.tuples(st.integers(0, 5), st.lists(lines(), max_size=4)), min_size=1, max_size=9)


@given(stories())
def test_any_sequence_of_comings_and_goings_gives_the_events_of_a_run_over_everything(story):
    shelf = MemoryShelf()
    for number, told in story:
        name = f"doc-{number}"
        kept = [one for one in shelf.documents if one == document_id(name)]
        for old in kept:
            shelf.remove(old)
        if told:
            shelf.put(tell(name, *told, told_on=DAY + timedelta(days=1)))
    whole = find_events(one for claims in shelf.documents.values() for one in claims)
    assert sorted(shelf.events.values(), key=lambda e: e.id) == sorted(whole, key=lambda e: e.id)


def document_id(name: str) -> str:
    return tell(name, Line(words="هجوم", head="هجوم"))[0].document_id


def test_the_search_does_join_documents():
    line = Line(words="قتل سبعة في هجوم عند النهر", head="قتل", subtype="kill", place="Alif", day=DAY, killed=7,
                agents=["red"])  # fmt: skip
    shelf = MemoryShelf()
    for number in range(3):
        shelf.put(tell(f"doc-{number}", line))
    [event] = shelf.events.values()
    assert len(event.claims) == 3
    shelf.remove(document_id("doc-1"))
    [event] = shelf.events.values()
    assert len(event.claims) == 2


def test_only_what_is_linked_is_looked_at():
    near = Line(words="قتل سبعة في هجوم عند النهر", head="قتل", place="Alif", day=DAY, killed=7, agents=["red"])
    other = Line(words="قتل سبعة في هجوم عند البحر", head="قتل", place="Alif", day=DAY, killed=90, agents=["blue"])
    far = Line(words="قتل سبعة في هجوم عند البحر", head="قتل", place="Dal", day=DAY)
    shelf = MemoryShelf()
    for name, line in (("far", far), ("other", other), ("near", near)):
        shelf.put(tell(name, line))
    came = tell("new", near)
    shelf.documents[came[0].document_id] = came
    _, asked = find_changed_events(shelf, came)
    assert {one.document_name for one in shelf.load_documents(asked)} == {"near.txt", "new.txt"}


@given(stories(), st.integers(1, 3))
def test_a_key_that_passes_its_bound_or_falls_back_leaves_the_events_of_a_run_over_everything(story, bound):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "MOST", bound)
        shelf = MemoryShelf()
        for number, told in story:
            name = f"doc-{number}"
            if document_id(name) in shelf.documents:
                shelf.remove(document_id(name))
            if told:
                shelf.put(tell(name, *told, told_on=DAY + timedelta(days=1)))
            whole = find_events(one for claims in shelf.documents.values() for one in claims)
            assert sorted(shelf.events.values(), key=lambda e: e.id) == sorted(whole, key=lambda e: e.id)


def test_documents_part_where_their_keys_pass_the_bound_and_meet_again_where_they_fall_back(monkeypatch):
    monkeypatch.setattr(matching, "MOST", 2)
    line = Line(words="قتل سبعة في هجوم عند النهر", head="قتل", subtype="kill", place="Alif", day=DAY, killed=7,
                agents=["red"])  # fmt: skip
    shelf = MemoryShelf()
    for number in range(2):
        shelf.put(tell(f"doc-{number}", line))
    assert len(shelf.events) == 1
    shelf.put(tell("doc-2", line))
    assert len(shelf.events) == 3
    shelf.remove(document_id("doc-0"))
    assert len(shelf.events) == 1
