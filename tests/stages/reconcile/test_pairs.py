"""The table of pairs: every relation that must come out, and no other."""

from __future__ import annotations

from collections import Counter

import pytest

from riwaya.model.account import RELATION_KINDS
from riwaya.stages.reconcile import CONTESTED, count_disputes, reconcile
from tests.stages.reconcile.pairs import TABLE, event_of, kinship

PAIRS = TABLE["pair"]
KIN = kinship()


def relations(first: str, second: str) -> list[str]:
    return sorted(f"{one.kind}: {one.on}" for one in reconcile(event_of(first, second), kinship=KIN).relations)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_a_pair_of_accounts(pair) -> None:
    assert relations(pair["a"], pair["b"]) == sorted(pair["expect"])


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_a_pair_stands_the_same_in_the_other_order(pair) -> None:
    assert relations(pair["b"], pair["a"]) == sorted(pair["expect"])


def test_the_table_covers_every_kind_many_times() -> None:
    kinds = Counter(expected.partition(":")[0] for pair in PAIRS for expected in pair["expect"])
    assert len(PAIRS) >= 150
    assert set(kinds) == set(RELATION_KINDS)
    assert min(kinds.values()) >= 5
    assert sum(not pair["expect"] for pair in PAIRS) >= 15


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_every_relation_names_its_reason_and_claims_of_the_event(pair) -> None:
    found = reconcile(event_of(pair["a"], pair["b"]), kinship=KIN)
    known = {told.claim.id for told in found.event.claims}
    for relation in found.relations:
        assert relation.why
        assert relation.claim_ids
        assert set(relation.claim_ids) <= known
        assert set(relation.between) == {account.id for account in found.accounts}


def test_what_contests_an_event_is_counted_without_laying_its_accounts_side_by_side() -> None:
    contested = 0
    for pair in PAIRS:
        event = event_of(pair["a"], pair["b"])
        expected = sum(one.partition(":")[0] in CONTESTED for one in pair["expect"])
        assert count_disputes(event, kinship=KIN) == expected, pair["what"]
        contested += bool(expected)
    assert contested >= 40
