from __future__ import annotations

import json

import jsonschema
import pytest

from riwaya.forms.events import events_form, one_event_form
from riwaya.forms.schema import build_schema
from riwaya.model.account import Reconciliation
from riwaya.stages.reconcile import reconcile, reduce_accounts
from tests.stages.reconcile.pairs import TABLE, event_of, kinship

PROMISED = {
    "id", "type", "subtype", "title", "time", "place", "sides", "claims", "accounts", "relations", "independent_origins",
    "toll", "history",
}  # fmt: skip
"""Fields of an event in the contract; more may come, none may go."""
PROMISED_OF_ACCOUNT = {
    "originator", "stance", "claims", "first_told", "last_told", "relays", "documents", "toll", "denies", "admits",
}  # fmt: skip
SCHEMA = build_schema("events")


def found(*lines: str) -> Reconciliation:
    return reconcile(event_of(*lines), kinship=kinship())


def ambush() -> Reconciliation:
    return found(
        "group: kill by group to corps+army | killed 50 of corps; killed 10 of army",
        "bloggers: kill to corps | killed 20.. of corps",
        "state: denies identity to corps",
        "agency: @13 kill to army | killed 14 of army; including killed 2 of children // @16 kill to army | killed 9 of army",
    )


@pytest.mark.parametrize("pair", TABLE["pair"], ids=[pair["what"] for pair in TABLE["pair"]])
def test_every_pair_prints_in_the_public_form(pair) -> None:
    one = found(pair["a"], pair["b"])
    for policy in ("range-of-accounts", "acled-conservative", "ucdp", "airwars"):
        form = json.loads(json.dumps(events_form([(one, reduce_accounts(one, policy))])))
        jsonschema.validate(form, SCHEMA)


def test_an_event_has_every_promised_field() -> None:
    one = ambush()
    form = one_event_form(one, reduce_accounts(one))
    assert form.keys() >= PROMISED
    assert form["schema"] == "riwaya.events/1"
    for account in form["accounts"]:
        assert account.keys() >= PROMISED_OF_ACCOUNT
    assert form["claims"][0].keys() >= {"id", "document", "span", "trigger", "why"}
    assert form["relations"][0].keys() == {"between", "on", "kind", "why", "claims"}
    assert form["history"][0].keys() >= {"on", "what", "claims"}


def test_the_words_of_every_claim_are_those_of_its_page() -> None:
    one = ambush()
    texts = {told.claim.id: told.text for told in one.event.claims}
    for claim in one_event_form(one, reduce_accounts(one))["claims"]:
        span = claim["span"]
        assert texts[claim["id"]][span["start"] : span["end"]] == span["text"]


def test_what_an_account_said_before_stays_beside_what_it_says_now() -> None:
    one = ambush()
    form = one_event_form(one, reduce_accounts(one))
    [agency] = [account for account in form["accounts"] if account["originator"]["id"] == "agency"]
    assert [(toll["low"], toll.get("part", False)) for toll in agency["toll"]] == [(9, False), (2, True)]
    assert [toll["low"] for toll in agency["toll_before"]] == [14]


def test_the_toll_of_a_policy_stands_by_measure_with_its_reason_and_claims() -> None:
    one = ambush()
    toll = one_event_form(one, reduce_accounts(one))["toll"]
    assert toll["policy"] == "range-of-accounts"
    by_side = {cell["side"]["actor"]["id"]: cell for cell in toll.get("killed", []) if cell["side"]}
    assert (by_side["corps"]["low"], by_side["corps"]["high"]) == (20, 50)
    assert all(cell["why"] and cell["claims"] for cell in by_side.values())
    totals = one_event_form(one, reduce_accounts(one, "ucdp"))["toll"].get("totals", {})
    assert {"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "low", "high"} == set(totals)


def test_the_schema_describes_every_field_and_closes_the_lists_of_words() -> None:
    defs = SCHEMA["$defs"]
    assert set(defs["RelationForm"]["properties"]["kind"]["enum"]) == {
        "same", "compatible", "number-conflict", "responsibility-dispute", "identity-dispute", "denial", "admission",
        "silence",
    }  # fmt: skip
    assert SCHEMA["$id"] == "urn:riwaya.events:1"
    assert "perpetrator" in defs["AccountForm"]["properties"]["stance"]["enum"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "riwaya.events/2", "events": []}, SCHEMA)
