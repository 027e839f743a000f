"""An event says the same whatever the order in which its claims came."""

from __future__ import annotations

import dataclasses
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.forms.events import one_event_form
from riwaya.model.account import Reconciliation
from riwaya.model.event import Event
from riwaya.stages.reconcile import load_policies, reconcile, reduce_accounts
from tests.stages.reconcile.pairs import TABLE, event_of, kinship

LINES = sorted({line for pair in TABLE["pair"] for line in (pair["a"], pair["b"])})
KIN = kinship()


def printed(event: Event) -> list[str]:
    found = reconcile(event, kinship=KIN)
    return [
        json.dumps(one_event_form(found, reduce_accounts(found, name)), sort_keys=True) for name in policy_names(found)
    ]


def policy_names(found: Reconciliation) -> list[str]:
    actor = found.accounts[0].id
    return [f"{one.id} {actor}" if one.takes_actor else one.id for one in load_policies()]


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=7, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(lines, random) -> None:
    event = event_of(*lines)
    shuffled = list(event.claims)
    random.shuffle(shuffled)
    assert printed(dataclasses.replace(event, claims=tuple(shuffled))) == printed(event)


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=5, unique=True))
def test_every_claim_stands_in_one_account_and_every_account_in_one_origin(lines) -> None:
    found = reconcile(event_of(*lines), kinship=KIN)
    claims = [claim for account in found.accounts for claim in account.claim_ids]
    assert sorted(claims) == sorted(told.claim.id for told in found.event.claims)
    accounts = [account for origin in found.origins for account in origin.accounts]
    assert sorted(accounts) == sorted(account.id for account in found.accounts)
    assert 1 <= found.independent_origins <= len(found.accounts)


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=5, unique=True))
def test_every_number_of_a_policy_names_claims_of_the_event_and_its_reason(lines) -> None:
    found = reconcile(event_of(*lines), kinship=KIN)
    known = {told.claim.id for told in found.event.claims}
    for name in policy_names(found):
        for cell in reduce_accounts(found, name).cells:
            assert cell.why
            assert cell.claim_ids
            assert set(cell.claim_ids) <= known
            assert cell.low is None or cell.high is None or cell.low <= cell.high
