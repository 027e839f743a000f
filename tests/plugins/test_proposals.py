from __future__ import annotations

import dataclasses
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.errors import ProposalRejected
from riwaya.model.proposal import (
    Proposal,
    ProposedActor,
    ProposedFigure,
    ProposedLink,
    ProposedPlace,
    ProposedTime,
    Quote,
)
from riwaya.model.span import Span
from riwaya.plugins.hookspecs import hookimpl
from riwaya.plugins.manager import Plugins
from riwaya.plugins.proposals import add_proposals, check_proposal
from tests.make import BRIGADE, GROUP, TEXT, make_claim, make_document, make_span

WORDS = "قتلت 20 على الأقل من عناصر فرقة الجبل قرب بلدة عين الرمل"


def make_actor(words="جماعة الراية", **over):
    return ProposedActor(**({"name": "Rayah Group", "quote": Quote(text=words)} | over))


def make_proposal(**over):
    """Give a proposal of the claim of SENTENCE with every field filled."""
    victims = make_actor("عناصر فرقة الجبل", name="Jabal Brigade")
    values = {
        "quote": Quote(text=WORDS),
        "trigger": Quote(text="قتلت"),
        "type": "ASSAULT",
        "subtype": "ambush",
        "chain": (ProposedLink(source=make_actor(), verb=Quote(text="قولها"), stance="assert", channel="statement"),),
        "agents": (make_actor(),),
        "targets": (victims,),
        "figures": (ProposedFigure(measure="killed", quote=Quote(text="20 على الأقل"), low=20, high=None, of=victims),),
        "time": ProposedTime(quote=Quote(text="مساء السبت"), start=date(2024, 7, 27), end=date(2024, 7, 27)),
        "place": ProposedPlace(quote=Quote(text="عين الرمل"), name="Ayn al-Raml", relation="near"),
        "why": ("model x",),
    }
    return Proposal(**(values | over))


def make_reader(*proposals):
    return SimpleNamespace(riwaya_propose_claims=hookimpl(lambda document: proposals))


def test_a_proposal_whose_words_all_stand_in_the_text_becomes_a_claim():
    claim = check_proposal(make_document(), make_proposal(), reader="other")
    assert claim.span == make_span(WORDS)
    assert claim.trigger == make_span("قتلت")
    assert claim.chain[0].span == make_span("جماعة الراية")
    assert claim.figures[0].of_span == make_span("عناصر فرقة الجبل")
    assert (claim.time.value, claim.place.place.relation) == ("2024-07-27/2024-07-27", "near")
    assert claim.why == ("reader:other", "model x")
    assert claim.id.startswith("clm_")


def test_a_mapping_does_as_well_as_a_record():
    document = make_document()
    as_mapping = dataclasses.asdict(make_proposal()) | {
        "time": {"quote": {"text": "السبت"}, "start": "2024-07-27", "end": None}
    }
    claim = check_proposal(document, as_mapping, reader="other")
    assert claim.time.start == date(2024, 7, 27)
    assert claim.id == check_proposal(document, make_proposal(), reader="other").id


@pytest.mark.parametrize(
    "over",
    [
        {"quote": Quote(text="قتلت 30 على الأقل")},
        {"trigger": Quote(text="هاجمت")},
        {"trigger": Quote(text="نقلت")},
        {"agents": (make_actor("جماعه الرايه"),)},
        {"chain": (ProposedLink(source=make_actor("وكالة النهر")),)},
        {"chain": (ProposedLink(source=make_actor(), verb=Quote(text="زعمها")),)},
        {"figures": (ProposedFigure(measure="killed", quote=Quote(text="عشرون"), low=20, high=20),)},
        {"time": ProposedTime(quote=Quote(text="الأحد"), start=None, end=None)},
        {"place": ProposedPlace(quote=Quote(text="عين الماء"), name="Ayn al-Ma")},
        {"quote": Quote(text="")},
        {"quote": Quote(text=WORDS, start=3)},
        {"quote": Quote(text=WORDS, start=-5)},
    ],
)
def test_words_that_are_not_there_letter_for_letter_are_rejected(over):
    with pytest.raises(ProposalRejected, match="Reader other: "):
        check_proposal(make_document(), make_proposal(**over), reader="other")


@pytest.mark.parametrize(
    "over",
    [
        {"type": "BATTLE"},
        {"polarity": "maybe"},
        {"certainty": "sure"},
        {"chain": (ProposedLink(source=make_actor(), stance="happy"),)},
        {"agents": (make_actor(name=" "),)},
        {"figures": (ProposedFigure(measure="killed", quote=Quote(text="20"), low=30, high=20),)},
        {"figures": (ProposedFigure(measure="killed", quote=Quote(text="20"), low=None, high=None),)},
        {"figures": (ProposedFigure(measure="eaten", quote=Quote(text="20"), low=20, high=20),)},
        {"time": ProposedTime(quote=Quote(text="السبت"), start=date(2024, 8, 1), end=date(2024, 7, 1))},
        {"place": ProposedPlace(quote=Quote(text="عين الرمل"), name="Ayn al-Raml", lat=95.0, lon=1.0)},
        {"place": ProposedPlace(quote=Quote(text="عين الرمل"), name="Ayn al-Raml", lat=float("nan"), lon=1.0)},
        {"place": ProposedPlace(quote=Quote(text="عين الرمل"), name="Ayn al-Raml", lat=5.0)},
    ],
)
def test_values_that_cannot_be_are_rejected(over):
    with pytest.raises(ProposalRejected, match="Reader other: "):
        check_proposal(make_document(), make_proposal(**over), reader="other")


@pytest.mark.parametrize("proposed", [None, 5, "claim", {}, {"quote": "words"}, {"type": "ASSAULT"}])
def test_what_is_no_proposal_at_all_is_rejected(proposed):
    with pytest.raises(ProposalRejected, match="this is no proposal"):
        check_proposal(make_document(), proposed, reader="other")


def test_words_in_a_caption_or_a_related_link_are_no_claim():
    document = make_document(skips=(make_span(WORDS),))
    with pytest.raises(ProposalRejected, match="does not stand in the document"):
        check_proposal(document, make_proposal(), reader="other")


def test_words_outside_the_document_on_the_same_page_are_no_claim():
    body = make_document().body
    document = make_document(body=Span(body.start, body.start + 40))
    with pytest.raises(ProposalRejected):
        check_proposal(document, make_proposal(), reader="other")


def test_words_that_stand_twice_need_their_start():
    twice = f"{TEXT}\n{TEXT}"
    document = make_document(twice)
    with pytest.raises(ProposalRejected, match="stands 2 times"):
        check_proposal(document, make_proposal(), reader="other")
    second = twice.rindex(WORDS)
    claim = check_proposal(document, make_proposal(quote=Quote(text=WORDS, start=second)), reader="other")
    assert claim.span.start == second
    assert claim.trigger.start == second
    assert claim.chain[0].span.start > twice.index(WORDS)


def test_an_id_that_the_registry_does_not_know_is_rejected():
    known = {"rayah-group": GROUP}.get
    claim = check_proposal(
        make_document(), make_proposal(agents=(make_actor(id="rayah-group"),)), reader="other", find_actor=known
    )
    assert claim.agents[0].actor == GROUP
    with pytest.raises(ProposalRejected, match="no actor has the id 'invented'"):
        check_proposal(
            make_document(), make_proposal(agents=(make_actor(id="invented"),)), reader="other", find_actor=known
        )


def test_accepted_proposals_stand_among_the_claims_in_text_order_and_rejected_ones_become_warnings():
    late = make_claim(trigger=make_span("بلدة"), span=make_span("بلدة عين الرمل"))
    plugins = Plugins([("reader", make_reader(make_proposal(), make_proposal(type="BATTLE"), {"bad": 1}))])
    claims, warnings = add_proposals(make_document(), [late], plugins)
    assert [claim.trigger for claim in claims] == [make_span("قتلت"), late.trigger]
    assert [warning.code for warning in warnings] == ["RW701", "RW701"]
    assert warnings[0].message.startswith("Reader reader: 'BATTLE' is no type")


def test_a_proposal_of_a_claim_that_is_there_adds_nothing():
    own = make_claim()
    plugins = Plugins([("reader", make_reader(make_proposal()))])
    assert add_proposals(make_document(), [own], plugins) == ([own], [])


def test_a_denial_is_not_the_affirmed_claim():
    plugins = Plugins([("reader", make_reader(make_proposal(polarity="denied")))])
    claims, _ = add_proposals(make_document(), [make_claim()], plugins)
    assert {claim.polarity for claim in claims} == {"affirmed", "denied"}


def test_a_reader_that_fails_is_a_warning():
    def fails(document):
        raise RuntimeError("no model")

    plugins = Plugins([("reader", SimpleNamespace(riwaya_propose_claims=hookimpl(fails)))])
    claims, [warning] = add_proposals(make_document(), [make_claim()], plugins)
    assert len(claims) == 1
    assert (warning.code, "no model" in warning.message) == ("RW700", True)


_WORDS_OR_NOISE = st.one_of(
    st.sampled_from(TEXT.split()), st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30)).map(lambda s: TEXT[s[0] : s[0] + s[1]]), st.text(max_size=8)
)  # fmt: skip


@given(words=_WORDS_OR_NOISE, trigger=_WORDS_OR_NOISE, source=_WORDS_OR_NOISE, start=st.none() | st.integers(-3, 200))
def test_whatever_a_reader_writes_only_words_of_the_text_get_in(words, trigger, source, start):
    proposal = Proposal(
        quote=Quote(text=words, start=start),
        trigger=Quote(text=trigger),
        type="ASSAULT",
        chain=(ProposedLink(source=ProposedActor(name=BRIGADE.name, quote=Quote(text=source))),),
    )
    try:
        claim = check_proposal(make_document(), proposal, reader="other")
    except ProposalRejected:
        return
    assert claim.span.of(TEXT) == words
    assert claim.trigger.of(TEXT) == trigger
    assert claim.chain[0].span.of(TEXT) == source
    assert claim.span.contains(claim.trigger)
