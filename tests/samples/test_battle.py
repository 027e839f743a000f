"""Page 18: the days of fighting and the ambush on the way out of it, told in one article by seven voices."""

from __future__ import annotations

import pytest

from riwaya.inputs import find_inputs
from riwaya.model.account import Account, Reconciliation
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from riwaya.stages.cluster import find_events, tell_claims
from riwaya.stages.reconcile import reconcile, side_key
from tests.samples.test_series import PAGES

JNIM, FRONT, CORPS = "jnim", "fla", "africa-corps"
ARMY, STATE = "ml-armed-forces", "ml-government"


@pytest.fixture(scope="module")
def found() -> dict[str | None, Reconciliation]:
    """The events of the page whose days lie in the year it was told in, by subtype."""
    [source] = [one for one in find_inputs([str(PAGES)], Hints()) if one.name.startswith("18-")]
    assert source.path
    told = tell_claims([analyze(source.path.read_bytes(), name=source.name, hints=source.hints)])
    events = [one for one in find_events(told) if one.time is not None and str(one.time.start) > "2031"]
    return {event.subtype: reconcile(event, told) for event in events}


def tolls(account: Account) -> list[tuple[str, str | None, int | None, int | None]]:
    return [
        (toll.measure, side_key(toll.side) if toll.side else None, toll.low, toll.high)
        for toll in account.tolls
        if not toll.is_part
    ]


def kinds(found: Reconciliation, *between: str) -> set[tuple[str, str]]:
    return {(one.kind, one.on) for one in found.relations if set(one.between) == set(between)}


def test_there_are_two_happenings_with_their_days(found: dict[str | None, Reconciliation]) -> None:
    times = {subtype: one.event.time for subtype, one in found.items()}
    assert {subtype: (str(time.start), str(time.end)) for subtype, time in times.items() if time} == {
        "ambush": ("2031-12-11", "2031-12-11"), "clash": ("2031-12-07", "2031-12-11"),
    }  # fmt: skip


def test_who_tells_of_each(found: dict[str | None, Reconciliation]) -> None:
    assert {one.id for one in found["ambush"].accounts if one.originator.kind != "outlet"} == {
        JNIM, ARMY, STATE, "russian-bloggers", "security-sources",
    }  # fmt: skip
    assert {one.id for one in found["clash"].accounts if one.originator.kind != "outlet"} == {FRONT, CORPS, ARMY, STATE}


def test_each_tolls_of_each(found: dict[str | None, Reconciliation]) -> None:
    ambush, battle = found["ambush"], found["clash"]
    assert tolls(ambush.account(JNIM)) == [("killed", CORPS, 31, 31), ("killed", ARMY, 6, 6)]
    assert tolls(ambush.account("russian-bloggers")) == [("killed", CORPS, 12, None)]
    assert tolls(ambush.account(ARMY)) == [("killed_or_wounded", ARMY, 1, None)]
    assert tolls(battle.account(CORPS)) == [("killed_or_wounded", CORPS, 1, None)]
    assert [toll[2:] for toll in tolls(battle.account(FRONT))] == [(20, 99)]


def test_who_was_there_is_disputed_and_losses_are_admitted(found: dict[str | None, Reconciliation]) -> None:
    ambush, battle = found["ambush"], found["clash"]
    assert kinds(ambush, STATE, JNIM) == {("identity-dispute", f"identity of {CORPS}")}
    assert kinds(battle, STATE, CORPS) == {("identity-dispute", f"identity of {CORPS}")}
    assert kinds(ambush, ARMY, JNIM) == {("admission", f"killed of {ARMY}")}
    assert len(battle.account(CORPS).admits) == 1
