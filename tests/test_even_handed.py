"""Swapping two parties in a text swaps their names in events, tolls and relations, and changes nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from riwaya.forms.events import one_event_form
from riwaya.model.account import Reconciliation
from riwaya.model.event import Event
from riwaya.stages.cluster import find_events, tell_claims
from riwaya.stages.reconcile import reconcile, reduce_accounts
from tests.news import read
from tests.stages.reconcile.pairs import TABLE, event_of, kinship
from tests.test_metamorphic import FEMININE, FEMININE_TEXT, MASCULINE_TEXT, PARTIES, plain

KIN = kinship()
SWAPPED = {"group": "rival", "rival": "group", "army": "militia", "militia": "army"}


def read_event(first: str, second: str) -> dict[str, Any]:
    """All violence that a text tells of as one event, with both parties' names and ids put out of sight."""
    template = FEMININE_TEXT if first.split()[0] in FEMININE else MASCULINE_TEXT
    analysis = read("بيان عن المعارك الأخيرة\n\n" + template.format(A=first, B=second) + "\n")
    told = tell_claims([analysis])
    violent = tuple(one for one in told if one.claim.type in ("ASSAULT", "COERCE"))
    found = reconcile(Event(id="evt", type="ASSAULT", subtype=None, claims=violent), told)
    ids: dict[str, str] = {}
    for account in found.accounts:
        for mask, party in (("ألف", first), ("باء", second)):
            if plain(party) in plain(account.words):
                ids[account.id] = mask
                ids[account.originator.name] = mask
    form = one_event_form(found, reduce_accounts(found))
    return {
        "accounts": sorted(
            (
                ids.get(account["id"], account["id"]),
                account["stance"],
                len(account["claims"]),
                len(account["denies"]),
                len(account["admits"]),
                sorted(str((toll["measure"], _side(toll, ids), toll["low"], toll["high"])) for toll in account["toll"]),
            )
            for account in form["accounts"]
        ),
        "relations": sorted(
            (one["kind"], _masked(one["on"], ids), sorted(ids.get(key, key) for key in one["between"]))
            for one in form["relations"]
        ),
        "origins": form["independent_origins"],
        "turns": sorted((turn["what"], ids.get(turn["account"], turn["account"])) for turn in form["history"]),
    }


def _side(toll: Any, ids: dict[str, str]) -> str | None:
    side = toll["side"]
    return ids.get(side["actor"]["id"] or "", side["actor"]["name"]) if side else None


def _masked(words: str, ids: dict[str, str]) -> str:
    for name, mask in ids.items():
        words = words.replace(name, mask)
    return words


@pytest.mark.parametrize(("first", "second"), PARTIES)
def test_swapping_two_parties_swaps_their_names_in_accounts_and_nothing_else(first: str, second: str) -> None:
    one, other = read_event(first, second), read_event(second, first)
    assert one["accounts"]
    assert one == other


MASCULINE_PAPERS = (
    "أعلن {A} أنه قتل 12 من عناصر {B} في هجوم على قاعدة في مدينة غاو يوم الأحد.",
    "قال {B} إن {A} قتل خمسة من عناصره في هجوم على قاعدة في مدينة غاو يوم الأحد.",
)
FEMININE_PAPERS = (
    "أعلنت {A} أنها قتلت 12 من عناصر {B} في هجوم على قاعدة في مدينة غاو يوم الأحد.",
    "قالت {B} إن {A} قتلت خمسة من عناصرها في هجوم على قاعدة في مدينة غاو يوم الأحد.",
)


def read_papers(first: str, second: str) -> list[dict[str, Any]]:
    """What two papers tell of both parties, from their pages to the accounts of each event, names put out of sight."""
    pages = FEMININE_PAPERS if first.split()[0] in FEMININE else MASCULINE_PAPERS
    told = tell_claims(
        read(f"بيان عن المعارك\n\n{page.format(A=first, B=second)}\n", outlet=f"Paper {number}")
        for number, page in enumerate(pages)
    )
    names = {first: "ألف", second: "باء"}
    return [_laid_side_by_side(event, reconcile(event, told), names) for event in find_events(told)]


def _laid_side_by_side(event: Event, found: Reconciliation, names: dict[str, str]) -> dict[str, Any]:
    return {
        "heads": [plain(one.claim.trigger.of(one.text)) for one in event.claims],
        "copies": len(event.copies),
        "accounts": sorted(
            (
                _named(account.words, names),
                account.stance,
                account.documents,
                sorted(str((toll.measure, toll.low, toll.high, toll.is_part)) for toll in account.tolls),
            )
            for account in found.accounts
        ),
        "relations": sorted(one.kind for one in found.relations),
        "origins": found.independent_origins,
        "numbers": sorted(str((cell.measure, cell.low, cell.high)) for cell in reduce_accounts(found).cells),
    }


def _named(words: str, names: dict[str, str]) -> str:
    return next((mask for name, mask in names.items() if plain(name) in plain(words)), words)


@pytest.mark.parametrize(("first", "second"), PARTIES)
def test_swapping_two_parties_in_two_papers_swaps_their_names_in_events_and_nothing_else(
    first: str, second: str
) -> None:
    one, other = read_papers(first, second), read_papers(second, first)
    [event] = one
    assert len(event["accounts"]) == 2
    assert event["relations"]
    assert other == one


def swapped(line: str) -> str:
    head, mark, rest = line.partition(": ")
    words = [SWAPPED.get(head, head), mark]
    token = ""
    for letter in rest + " ":
        if letter.isalpha() or letter == "_":
            token += letter
            continue
        words += [SWAPPED.get(token, token), letter]
        token = ""
    return "".join(words).rstrip()


def relations(first: str, second: str) -> list[tuple[str, str]]:
    found = reconcile(event_of(first, second), kinship=KIN).relations
    return sorted((one.kind, one.on) for one in found)


FREE = [pair for pair in TABLE["pair"] if "state" not in pair["a"] + pair["b"] and "speaker" not in pair["a"] + pair["b"]
        and "soldiers" not in pair["a"] + pair["b"]]  # fmt: skip
"""Pairs in which nobody's place in the registry decides."""


@pytest.mark.parametrize("pair", FREE, ids=[pair["what"] for pair in FREE])
def test_a_pair_with_other_parties_in_it_stands_the_same(pair) -> None:
    expected = sorted((one.partition(": ")[0], swapped(one).partition(": ")[2]) for one in pair["expect"])
    assert relations(swapped(pair["a"]), swapped(pair["b"])) == expected


def test_the_numbers_of_a_policy_swap_with_the_names() -> None:
    lines = ("group: kill by group to army | killed 14 of army", "army: strike by army to group | killed 11 of group")
    for policy in ("range-of-accounts", "acled-conservative", "airwars"):

        def cells(*told: str, policy: str = policy) -> str:
            reduced = reduce_accounts(reconcile(event_of(*told), kinship=KIN), policy)
            return json.dumps(sorted((c.side.name if c.side else "", c.low, c.high) for c in reduced.cells))

        turned = cells(*(swapped(line) for line in lines))
        assert turned.replace("rival", "group").replace("militia", "army") == cells(*lines)
