"""The seed read from its first letter to its accounts: the ambush and the days of fighting, as nobody annotated them."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.event import Event
from riwaya.pipeline import analyze
from riwaya.stages.cluster import find_events, tell_claims
from riwaya.stages.reconcile import reconcile, reduce_accounts, side_key

JNIM, WAGNER, CSP = "jnim", "wagner-group", "csp-psd"
ARMY, STATE = "ml-armed-forces", "ml-government"
BLOGGERS, SOURCES = "russian-military-bloggers", "security-sources"
SPOKEN_OF = {JNIM, CSP, ARMY, STATE, WAGNER, BLOGGERS, SOURCES}


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, Reconciliation]:
    """The events of the first article by what they are: the ambush, the battle."""
    page = shared / "corpus" / "seed" / "seed.txt"
    told = tell_claims([analyze(page.read_bytes(), name=page.name)])
    events = find_events(told)
    return {what: reconcile(_with(events, words), told) for what, words in (("ambush", "50"), ("battle", "عشرات"))}


def _with(events: list[Event], counted: str) -> Event:
    """Give the event in which a party counts its enemy's dead by these words."""
    [event] = [
        event
        for event in events
        if any(figure.span.of(one.text) == counted for one in event.claims for figure in one.claim.figures)
    ]
    return event


def tolls(account: Account) -> list[tuple[str, str | None, int | None, int | None]]:
    return [_toll(toll) for toll in account.tolls if not toll.is_part]


def _toll(toll: Toll) -> tuple[str, str | None, int | None, int | None]:
    return toll.measure, side_key(toll.side) if toll.side else None, toll.low, toll.high


def kinds(found: Reconciliation, *between: str) -> set[tuple[str, str]]:
    return {(one.kind, one.on) for one in found.relations if set(one.between) == set(between)}


def voices(found: Reconciliation) -> set[str]:
    """Whose accounts there are, the paper's own left out."""
    return {one.id for one in found.accounts if one.originator.kind != "outlet"}


def test_the_two_are_two_events_and_hold_no_year_of_background(found: dict[str, Reconciliation]) -> None:
    ambush, battle = found["ambush"].event, found["battle"].event
    assert ambush.id != battle.id
    assert ambush.time is not None
    assert battle.time is not None
    assert (str(ambush.time.start), str(ambush.time.end)) == ("2024-07-27", "2024-07-27")
    assert (str(battle.time.start), str(battle.time.end)) == ("2024-07-22", "2024-07-27")
    assert {ambush.subtype, battle.subtype} == {"ambush", "clash"}
    assert all(event.place and event.place.name == "Tin Zaouatine" for event in (ambush, battle))


def test_six_accounts_tell_of_them(found: dict[str, Reconciliation]) -> None:
    assert voices(found["ambush"]) == {JNIM, ARMY, STATE, BLOGGERS, SOURCES}
    assert voices(found["battle"]) == {CSP, WAGNER, ARMY, STATE}
    assert len(found["ambush"].accounts) == 6  # with the paper's own words
    both = [origin.accounts for one in found.values() for origin in one.origins]
    named = {frozenset(set(accounts) & SPOKEN_OF) for accounts in both}
    assert named == {frozenset(one) for one in ({JNIM}, {CSP}, {ARMY, STATE}, {WAGNER}, {BLOGGERS}, {SOURCES})}


def test_the_toll_table_is_as_the_text_has_it(found: dict[str, Reconciliation]) -> None:
    ambush, battle = found["ambush"], found["battle"]
    assert tolls(ambush.account(JNIM)) == [("killed", ARMY, 10, 10), ("killed", WAGNER, 50, 50)]
    assert tolls(ambush.account(BLOGGERS)) == [("killed", WAGNER, 20, None)]
    assert tolls(ambush.account(ARMY)) == [("killed_or_wounded", ARMY, 1, None)]
    assert tolls(ambush.account(SOURCES)) == []
    [toll] = battle.account(CSP).tolls
    assert (toll.measure, toll.low, toll.high, toll.words) == ("killed_or_wounded", 20, 99, ("عشرات",))
    assert tolls(battle.account(WAGNER)) == [("killed_or_wounded", WAGNER, 1, None)]
    assert tolls(battle.account(ARMY)) == []


def test_the_group_reached_us_on_both_its_paths(found: dict[str, Reconciliation]) -> None:
    paths = {tuple(relay.id for relay in path) for path in found["ambush"].account(JNIM).relays}
    assert paths == {("reuters", "site-intelligence-group"), ("site-intelligence-group",)}


def test_the_denial_of_mali_is_a_dispute_about_identity(found: dict[str, Reconciliation]) -> None:
    dispute = ("identity-dispute", f"identity of {WAGNER}")
    assert kinds(found["ambush"], STATE, JNIM) == {dispute}
    assert dispute in kinds(found["ambush"], STATE, BLOGGERS)
    assert dispute in kinds(found["battle"], STATE, WAGNER)
    assert [one.side for one in found["ambush"].account(STATE).denials] == [WAGNER]


def test_the_losses_of_the_army_and_of_wagner_are_admissions_without_a_figure(
    found: dict[str, Reconciliation],
) -> None:
    assert len(found["ambush"].account(ARMY).admits) == 1
    assert len(found["battle"].account(WAGNER).admits) == 1
    assert kinds(found["ambush"], ARMY, JNIM) == {("admission", f"killed of {ARMY}")}
    [why] = [one.why for one in found["ambush"].relations if one.kind == "admission"]
    assert "gives no figure" in why


def test_fifty_and_at_least_twenty_can_both_be_right(found: dict[str, Reconciliation]) -> None:
    assert kinds(found["ambush"], JNIM, BLOGGERS) == {("compatible", f"killed of {WAGNER}")}
    cells = reduce_accounts(found["ambush"], "range-of-accounts").cells
    assert {(one.side.id if one.side else None, one.low, one.high) for one in cells} == {
        (ARMY, 10, 10),
        (WAGNER, 20, 50),
    }
