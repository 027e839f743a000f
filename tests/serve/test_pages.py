"""Every page is a page and JSON, says of which state it is, and asks the same of both."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from riwaya.ledger.keys import actor_key, place_key
from riwaya.ledger.store import Ledger
from tests.serve.conftest import PASSWORD


@pytest.fixture(scope="module")
def addresses(sample_ledger) -> list[str]:
    """Pages of every kind, with and without filters."""
    with Ledger(sample_ledger, create=False) as ledger:
        claim = next(one for one in ledger.claims() if one.event_id and one.claim.chain and one.claim.place)
        source = claim.claim.chain[-1].source
        key = actor_key(source)
        place = place_key(claim.claim.place.place)
        return [
            "/",
            "/?contested=on&order=contested&limit=3",
            "/?since=2031-03-01&until=2031-03-31&type=ASSAULT&measure=killed",
            f"/?actor={quote(key)}",
            f"/events/{claim.event_id}",
            f"/events/{claim.event_id}?policy=ucdp",
            f"/documents/{claim.kept.document.id}",
            f"/claims/{claim.id}",
            f"/actors/{quote(key)}",
            f"/places/{quote(place)}",
            "/search",
            f"/search?words={quote('كمين')}",
            f"/search?words={quote('كمين')}&kind=claims",
            "/account",
        ]


def test_every_page_is_also_json(reader, addresses):
    for address in addresses:
        page = reader.get(address, headers={"Accept": "text/html"})
        assert page.status == 200, (address, page.text[:500])
        assert page.headers["content-type"].startswith("text/html")
        assert reader.get_json(address)
        joined = "&" if "?" in address else "?"
        assert reader.get(f"{address}{joined}format=json").json == reader.get_json(address)


def test_what_did_not_change_is_not_sent_again(reader, addresses):
    for address in addresses[:3]:
        first = reader.get(address)
        again = reader.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status, again.body) == (304, b"")


def test_a_page_changes_its_tag_with_the_ledger(own_desk):
    browser = own_desk.signed_in("editor", PASSWORD)
    tag = browser.get("/").headers["etag"]
    with Ledger(own_desk.ledger, create=False) as ledger:
        one = ledger.claims(limit=1)[0]
        ledger.judge(one.id, "accept", why="read right", who="tester")
    again = browser.get("/", headers={"If-None-Match": tag})
    assert again.status == 200
    assert again.headers["etag"] != tag


def test_a_filter_that_cannot_be_is_told_and_not_guessed(reader):
    for query in (
        "since=yesterday",
        "limit=0",
        "limit=100000",
        "type=NONSENSE",
        "order=x",
        "after=zzz",
        "measure=cups",
    ):
        came = reader.get(f"/?{query}", headers={"Accept": "application/json"})
        assert (came.status, came.json["code"]) == (422, "RW810"), query
    assert reader.get("/?since=&type=&actor=").status == 200  # a form sends empty fields


def test_the_list_is_given_page_by_page_without_gap_or_double(reader):
    whole = [one["id"] for one in reader.get_json("/?limit=200")["events"]]
    found, after = [], ""
    while True:
        page = reader.get_json(f"/?limit=3{after}")
        found += [one["id"] for one in page["events"]]
        if page["next"] is None:
            break
        after = f"&after={quote(page['next'])}"
    assert found == whole
    assert len(whole) > 10


def test_the_queue_is_for_those_who_judge_and_says_why_each_claim_waits(reader, desk):
    assert reader.get("/review").status == 403
    reviewer = desk.signed_in("reviewer", PASSWORD)
    assert reviewer.get("/review").status == 200
    for about in ("all", "contested", "actors", "places", "evidence"):
        page = reviewer.get_json(f"/review?about={about}")
        assert all(one["reasons"] and one["claim"]["verdict"] is None for one in page["waiting"])
        weights = [one["weight"] for one in page["waiting"]]
        assert weights == sorted(weights, reverse=True)
    assert reviewer.get_json("/review?about=contested")["waiting"]


def test_an_id_that_is_none_is_not_found(reader):
    for address in ("/events/evt_0000", "/documents/doc_0000", "/claims/clm_0000", "/actors/nobody", "/places/none"):
        assert reader.get(address, headers={"Accept": "application/json"}).status == 404, address
