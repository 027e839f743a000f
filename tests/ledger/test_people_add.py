"""What people add to what was read: names of actors whom no registry knows, and claims that were missed."""

from __future__ import annotations

import pytest

from riwaya.errors import JudgementConflict, JudgementInvalid
from riwaya.ledger import identity
from riwaya.ledger.additions import find_document_state
from riwaya.ledger.aliases import list_aliases, open_state, wording_key
from riwaya.model.document import Hints
from riwaya.model.proposal import Proposal, ProposedActor, ProposedFigure, ProposedLink, Quote

HINTS = Hints(published="2031-03-12", outlet="جريدة الساحل الجديد")
PAGE = (
    "كمين قرب كيدال\n\n"
    "قالت كتائب الفجر الأحمر إنها قتلت تسعة جنود يوم الثلاثاء في كمين قرب كيدال.\n"
    "وكان الوضع هادئا في المدينة. وأضافت مصادر أن الحصيلة عند المستشفى اثنا عشر من القتلى.\n"
)
OTHER = "كمين آخر\n\nقالت كتائب الفجر الاحمر إنها قتلت خمسة جنود يوم الأربعاء قرب كيدال.\n"
MISSED = "الحصيلة عند المستشفى اثنا عشر من القتلى"


@pytest.fixture
def kept(ledger):
    ledger.ingest_text(PAGE, name="page.txt", hints=HINTS)
    return ledger


def wording(ledger) -> str:
    """The words that name the unregistered group of the page."""
    links = ((one, kept.text) for kept in ledger.claims() for one in kept.claim.chain)
    return next(one.span.of(text) for one, text in links if one.source.id is None and one.source.kind == "militia")


def origins(ledger) -> set[str | None]:
    return {one.claim.chain[-1].source.id for one in ledger.claims() if one.claim.chain}


def missed(trigger: str = "الحصيلة") -> Proposal:
    return Proposal(
        quote=Quote(text=MISSED),
        trigger=Quote(text=trigger),
        type="ASSAULT",
        chain=(ProposedLink(source=ProposedActor(name="sources", quote=Quote(text="مصادر"), kind="anonymous")),),
        figures=(ProposedFigure(measure="killed", quote=Quote(text="اثنا عشر"), low=12, high=12),),
    )


def test_a_wording_is_taken_for_an_actor_now_and_later_and_that_is_taken_back(kept):
    said = wording(kept)
    before = [(one.id, one.claim) for one in kept.claims()]
    made = kept.name_actor(said, "jnim", why="its own site says so", who="mariam", seen=open_state(wording_key(said)))
    assert (made.kind, made.who) == ("alias", "mariam")
    assert "jnim" in origins(kept)
    mine = kept.claims(actor="jnim")
    assert mine
    assert {one.named[0].judgement.who for one in mine} == {"mariam"}
    assert kept.events(actor="jnim")
    # A page that is read later has it too, in whatever spelling, and so has a ledger that is made anew.
    kept.ingest_text(OTHER, name="other.txt", hints=HINTS)
    assert len(kept.claims(actor="jnim")) > len(mine)
    events = {one.id for one in kept.events(actor="jnim")}
    kept.rebuild()
    assert {one.id for one in kept.events(actor="jnim")} == events
    state = list_aliases(kept.engine)[wording_key(said)].state
    kept.name_actor(said, None, why="it was another group", seen=state)
    assert not kept.claims(actor="jnim")
    assert [(one.id, one.claim) for one in kept.claims() if one.kept.name == "page.txt"] == before
    assert kept.verify().damages == ()


def test_the_second_of_two_who_name_an_actor_is_told(kept):
    said = wording(kept)
    seen = open_state(wording_key(said))
    kept.name_actor(said, "jnim", why="one", who="mariam", seen=seen)
    with pytest.raises(JudgementConflict) as told:
        kept.name_actor(said, "wagner-group", why="two", who="noor", seen=seen)
    assert told.value.context["theirs"]["who"] == "mariam"
    with pytest.raises(JudgementInvalid):
        kept.name_actor(said, "jnim", why="again")
    with pytest.raises(JudgementInvalid):
        kept.name_actor(said, "nobody-at-all", why="who is that")


def test_a_missed_claim_is_a_claim_like_the_others_and_goes_again(kept):
    document = kept.documents()[0].document
    before = {one.id for one in kept.claims()}
    made = kept.add_claim(document.id, missed(), why="the reader passed over it", who="noor")
    added = kept.view.claim(made.subject)
    assert (added.verdict, added.claim.span.of(added.text)) == ("added", MISSED)
    assert added.event_id is not None
    assert added.id in {told.claim.id for event in kept.events() for told in event.claims}
    assert [one.id for one in kept.claims(verdict="added")] == [added.id]
    events = sorted(one.id for one in kept.events())
    kept.rebuild()
    assert sorted(one.id for one in kept.events()) == events
    kept.judge(added.id, "reset", why="it is said elsewhere already")
    assert {one.id for one in kept.claims()} == before
    kept.judge(added.id, "accept", why="no, it is not")
    assert {one.id for one in kept.claims()} == {*before, added.id}
    assert kept.verify().damages == ()


def test_a_missed_claim_is_there_again_when_the_page_is_read_anew(kept, monkeypatch):
    document = kept.documents()[0].document
    kept.add_claim(document.id, missed(), why="missed", who="noor")
    monkeypatch.setattr(identity, "packs_digest", lambda: "f" * 64)
    outcome = kept.ingest_text(PAGE, name="page.txt", hints=HINTS)
    assert outcome.status == "reread"
    again = kept.claims(verdict="added")
    assert [one.claim.span.of(one.text) for one in again] == [MISSED]
    longer = PAGE.replace("كمين قرب كيدال\n\n", "كمين قرب كيدال: حصيلة\n\n")
    assert kept.ingest_text(longer, name="page.txt", hints=HINTS).status == "changed"
    assert [one.claim.span.of(one.text) for one in kept.claims(verdict="added")] == [MISSED]
    gone = PAGE.replace(MISSED, "لا جديد")
    assert kept.ingest_text(gone, name="page.txt", hints=HINTS).status == "changed"
    assert not kept.claims(verdict="added")
    assert kept.verify().damages == ()


def test_what_does_not_stand_in_the_text_is_not_added_and_the_second_of_two_is_told(kept):
    document = kept.documents()[0].document
    with pytest.raises(JudgementInvalid):
        kept.add_claim(document.id, missed(trigger="انفجار"), why="wrong")
    seen = find_document_state(kept.engine, document.id)
    kept.add_claim(document.id, missed(), why="one", who="mariam", seen=seen)
    with pytest.raises(JudgementConflict) as told:
        kept.add_claim(document.id, missed(trigger="القتلى"), why="two", who="noor", seen=seen)
    assert told.value.context["theirs"]["who"] == "mariam"
    with pytest.raises(JudgementInvalid):
        kept.add_claim(document.id, missed(), why="again")
    assert find_document_state(kept.engine, "doc_0000000000") == "gone"
