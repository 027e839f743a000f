from __future__ import annotations

import dataclasses
from datetime import date

from riwaya.model.actor import Actor, Participant
from riwaya.model.event import Event
from riwaya.stages.reconcile import find_accounts, reconcile
from tests.make import BRIGADE, GROUP, make_chain, make_claim, make_span, make_told


def make_event(*told):
    return Event(id="evt_1", type="ASSAULT", subtype="ambush", claims=told or (make_told(),))


def test_the_originator_is_the_last_of_the_chain_and_the_others_are_relays():
    [account] = find_accounts(make_event())
    assert account.originator == GROUP
    assert [[relay.id for relay in path] for path in account.relays] == [["suhul-agency"]]
    assert account.stance == "perpetrator"


def test_ten_outlets_that_relay_one_statement_are_one_origin():
    told = [make_told(document_id=f"doc_{number}") for number in range(10)]
    found = reconcile(make_event(*told))
    assert found.independent_origins == 1
    assert found.accounts[0].documents == 10


def test_an_outlet_in_its_own_voice_is_its_own_originator():
    [account] = find_accounts(make_event(make_told(make_claim(chain=()))))
    assert (account.originator.id, account.stance) == ("sada-al-sahil", "observer")
    [nameless] = find_accounts(make_event(make_told(make_claim(chain=()), outlet=None)))
    assert nameless.originator.name == "page.txt"


def test_the_words_of_a_toll_are_kept():
    [toll] = find_accounts(make_event())[0].tolls
    assert (toll.measure, toll.low, toll.high, toll.words) == ("killed", 20, None, ("20 على الأقل",))


def test_a_denial_never_adds_to_a_toll():
    denial = make_claim(id="clm_no", polarity="denied")
    [account] = find_accounts(make_event(make_told(denial)))
    assert account.tolls == ()
    assert account.denies == ("clm_no",)


def test_a_target_that_speaks_is_a_victim_and_an_unnamed_official_anonymous():
    known = dataclasses.replace(BRIGADE, id="jabal-brigade")
    link = dataclasses.replace(make_chain()[1], source=known)
    target = Participant(actor=known, span=make_span("عناصر فرقة الجبل"))
    [account] = find_accounts(make_event(make_told(make_claim(chain=(link,), agents=(), targets=(target,)))))
    assert account.stance == "victim"
    unnamed = dataclasses.replace(link, source=Actor(id=None, name="security source", kind="anonymous"))
    [account] = find_accounts(make_event(make_told(make_claim(chain=(unnamed,)))))
    assert account.stance == "anonymous"


def test_accounts_come_in_the_order_in_which_they_were_first_told():
    later = make_told(make_claim(id="clm_own", chain=()), told_on=date(2024, 7, 28))
    found = find_accounts(make_event(later, make_told()))
    assert [account.originator.name for account in found] == ["Rayah Group", "Sada al-Sahil"]
    assert [account.first_told_on for account in found] == [date(2024, 7, 27), date(2024, 7, 28)]
