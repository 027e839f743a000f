"""The seed's first article, annotated by hand, as accounts: the ambush and the days of fighting."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.stages.reconcile import reconcile, reduce_accounts, side_key
from tests.stages.reconcile.gold import gold_event, tell_gold

JNIM, WAGNER, CSP = "jnim", "wagner-group", "csp-psd"
ARMY, STATE = "ml-armed-forces", "ml-government"
BLOGGERS, SOURCES = "russian-military-bloggers", "two-security-sources"
PAPER = "asharq-al-awsat"


@pytest.fixture(scope="module")
def ambush(shared: Path) -> Reconciliation:
    return _event(shared, "tinzaouatine-convoy-ambush")


@pytest.fixture(scope="module")
def battle(shared: Path) -> Reconciliation:
    return _event(shared, "tinzaouatine-battle")


def _event(shared: Path, id_: str) -> Reconciliation:
    told = tell_gold(shared / "gold" / "seed.yaml", shared / "corpus" / "seed" / "seed.txt")
    return reconcile(gold_event(id_, told, shared / "gold" / "events" / "dev.yaml", "seed"), told.values())


def tolls(account: Account) -> list[tuple[str, str | None, int | None, int | None]]:
    return [_toll(toll) for toll in account.tolls if not toll.is_part]


def _toll(toll: Toll) -> tuple[str, str | None, int | None, int | None]:
    return toll.measure, side_key(toll.side) if toll.side else None, toll.low, toll.high


def kinds(found: Reconciliation, *between: str) -> set[tuple[str, str]]:
    return {(one.kind, one.on) for one in found.relations if set(one.between) == set(between)}


def test_six_accounts_tell_of_the_ambush(ambush: Reconciliation) -> None:
    assert {one.id for one in ambush.accounts} == {JNIM, ARMY, STATE, BLOGGERS, SOURCES, PAPER}


def test_the_days_of_fighting_have_the_framework_wagner_and_the_army(battle: Reconciliation) -> None:
    assert {one.id for one in battle.accounts} == {CSP, WAGNER, ARMY, STATE, PAPER}


def test_the_toll_table_is_as_the_text_has_it(ambush: Reconciliation, battle: Reconciliation) -> None:
    assert tolls(ambush.account(JNIM)) == [("killed", ARMY, 10, 10), ("killed", WAGNER, 50, 50)]
    assert tolls(ambush.account(BLOGGERS)) == [("killed", WAGNER, 20, None)]
    assert tolls(ambush.account(ARMY)) == [("killed_or_wounded", ARMY, 1, None)]
    assert tolls(ambush.account(SOURCES)) == []
    [toll] = battle.account(CSP).tolls
    assert (toll.measure, toll.low, toll.high, toll.words) == ("killed_or_wounded", 20, 99, ("عشرات",))
    assert tolls(battle.account(WAGNER)) == [("killed_or_wounded", WAGNER, 1, None)]


def test_the_chain_of_the_group_has_both_its_paths(ambush: Reconciliation) -> None:
    paths = {tuple(relay.id for relay in path) for path in ambush.account(JNIM).relays}
    assert paths == {("reuters", "site-intelligence-group"), ("site-intelligence-group",)}


def test_fifty_and_at_least_twenty_can_both_be_right(ambush: Reconciliation) -> None:
    assert ("compatible", f"killed of {WAGNER}") in kinds(ambush, JNIM, BLOGGERS)
    [reason] = [one.why for one in ambush.relations if one.on == f"killed of {WAGNER}"]
    assert reason == "50 is within at least 20"


def test_the_denial_of_mali_is_a_dispute_about_identity(ambush: Reconciliation, battle: Reconciliation) -> None:
    dispute = ("identity-dispute", f"identity of {WAGNER}")
    assert kinds(ambush, STATE, JNIM) == {dispute}
    assert dispute in kinds(ambush, STATE, BLOGGERS)
    assert dispute in kinds(battle, STATE, WAGNER)
    assert ambush.account(STATE).denies == ("c05",)


def test_the_army_and_wagner_admit_losses_without_a_figure(ambush: Reconciliation, battle: Reconciliation) -> None:
    assert ambush.account(ARMY).admits == ("c18",)
    assert battle.account(WAGNER).admits == ("c07",)
    assert ("admission", f"killed of {ARMY}") in kinds(ambush, ARMY, JNIM)
    [why] = [one.why for one in ambush.relations if one.kind == "admission"]
    assert "gives no figure" in why


def test_who_stands_where(ambush: Reconciliation) -> None:
    stances = {one.id: one.stance for one in ambush.accounts}
    assert stances == {
        JNIM: "perpetrator", ARMY: "victim", STATE: "party", BLOGGERS: "anonymous", SOURCES: "anonymous",
        PAPER: "observer",
    }  # fmt: skip


def test_behind_both_happenings_stand_six_independent_origins(ambush: Reconciliation, battle: Reconciliation) -> None:
    own = [{a, s} for a, s in ((ARMY, STATE), (JNIM, PAPER), (CSP, PAPER))]
    assert {frozenset(one.accounts) for one in ambush.origins} == {
        frozenset(own[0]), frozenset(own[1]), frozenset({BLOGGERS}), frozenset({SOURCES})
    }  # fmt: skip
    assert {frozenset(one.accounts) for one in battle.origins} == {
        frozenset(own[0]), frozenset(own[2]), frozenset({WAGNER})
    }  # fmt: skip


def test_the_policies_on_the_ambush(ambush: Reconciliation) -> None:
    def cells(policy: str) -> set[tuple[str | None, int | None, int | None]]:
        return {(one.side.id if one.side else None, one.low, one.high) for one in reduce_accounts(ambush, policy).cells}

    assert cells("range-of-accounts") == {(ARMY, 10, 10), (WAGNER, 20, 50)}
    assert reduce_accounts(ambush, "acled-conservative").totals == (("fatalities", 30),)
    ucdp = dict(reduce_accounts(ambush, "ucdp").totals)
    assert (ucdp["deaths_a"], ucdp["best"], ucdp["low"], ucdp["high"]) == (60, 60, 30, 60)
