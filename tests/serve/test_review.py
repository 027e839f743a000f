"""Judging through the desk: who may, what is kept, and that the second of two people overwrites nothing unseen."""

from __future__ import annotations

from riwaya.ledger.store import Ledger
from tests.serve.conftest import PASSWORD


def _first_claim(path):
    with Ledger(path, create=False) as ledger:
        return ledger.claims(type="ASSAULT", limit=1)[0].id


def test_a_reader_sees_and_does_not_judge(own_desk):
    name = _first_claim(own_desk.ledger)
    reader = own_desk.signed_in("reader", PASSWORD)
    shown = reader.get_json(f"/claims/{name}")
    came = reader.post(f"/claims/{name}/judge", {"kind": "reject", "why": "no", "etag": shown["etag"]})
    assert came.status == 403
    assert "RW804" in came.text
    assert reader.get_json(f"/claims/{name}")["verdict"] is None


def test_a_judgement_is_kept_with_who_and_why_and_undone_by_another(own_desk):
    name = _first_claim(own_desk.ledger)
    reviewer = own_desk.signed_in("reviewer", PASSWORD)
    before = reviewer.get_json(f"/claims/{name}")
    came = reviewer.post(
        f"/claims/{name}/judge",
        {"kind": "correct", "why": "the text hedges", "etag": before["etag"], "set.certainty": "hedged"},
    )
    assert (came.status, came.location) == (303, f"/claims/{name}")
    after = reviewer.get_json(f"/claims/{name}")
    assert after["claim"]["certainty"] == "hedged"
    assert (after["verdict"], after["judgement"]["who"], after["judgement"]["why"]) == (
        "corrected",
        "reviewer",
        "the text hedges",
    )
    assert after["etag"] != before["etag"]
    undone = {"kind": "reset", "why": "it does not", "etag": after["etag"]}
    assert reviewer.post(f"/claims/{name}/judge", undone).status == 303
    assert reviewer.get_json(f"/claims/{name}")["claim"] == before["claim"]
    with Ledger(own_desk.ledger, create=False) as ledger:
        kinds = [turn.what.split()[0] for turn in ledger.history(name) if turn.who == "reviewer"]
        assert kinds == ["correct", "reset"]
        assert ledger.verify().damages == ()


def test_the_second_of_two_reviewers_sees_both_versions_and_overwrites_nothing(own_desk):
    name = _first_claim(own_desk.ledger)
    one, other = own_desk.signed_in("reviewer", PASSWORD), own_desk.signed_in("editor", PASSWORD)
    seen = one.get_json(f"/claims/{name}")["etag"]
    assert other.get_json(f"/claims/{name}")["etag"] == seen
    assert one.post(f"/claims/{name}/judge", {"kind": "reject", "why": "no claim", "etag": seen}).status == 303
    late = other.post(f"/claims/{name}/judge", {"kind": "accept", "why": "well read", "etag": seen})
    assert late.status == 412
    assert "no claim" in late.text
    assert "well read" in late.text
    told = other.post(
        f"/claims/{name}/judge",
        {"kind": "accept", "why": "well read", "etag": seen},
        headers={"Accept": "application/json"},
    )
    assert told.json["theirs"]["who"] == "reviewer"
    assert told.json["yours"]["why"] == "well read"
    assert other.get_json(f"/claims/{name}")["verdict"] == "rejected"
    again = {"kind": "accept", "why": "well read", "etag": told.json["claim"]["etag"]}
    assert other.post(f"/claims/{name}/judge", again).status == 303


def test_a_judgement_that_says_not_what_it_is_about_is_refused(own_desk):
    name = _first_claim(own_desk.ledger)
    reviewer = own_desk.signed_in("reviewer", PASSWORD)
    came = reviewer.post(f"/claims/{name}/judge", {"kind": "accept", "why": "well read"})
    assert came.status == 428
    assert "RW503" in came.text


def test_a_document_shows_every_letter_once_and_every_claim_in_its_words(reader, desk):
    with Ledger(desk.ledger, create=False) as ledger:
        names = [one.document.id for one in ledger.documents()]
    for name in names:
        page = reader.get_json(f"/documents/{name}")
        text = page["text"]
        runs = [run for block in page["blocks"] for run in block["runs"]]
        assert all(text[run["start"] : run["end"]] == run["words"] for run in runs)
        shown = [at for run in runs for at in range(run["start"], run["end"])]
        assert shown == sorted(set(shown))
        assert {at for at, letter in enumerate(text) if not letter.isspace()} <= set(shown)
        for one in page["claims"]:
            inside = [run for run in runs if one["claim"]["id"] in run["claims"]]
            assert "".join("".join(run["words"].split()) for run in inside) == "".join(one["words"].split())
        assert reader.get(f"/documents/{name}").status == 200
