"""Naming actors and adding missed claims through the API and the forms: who may, what is kept, two at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from riwaya.ledger.store import Ledger
from tests.serve.client import Client
from tests.serve.conftest import PASSWORD
from tests.serve.desks import RunningDesk, running_desk

API = "/api/v1"
WORDS = "«مرصد الافتراض»"
MISSED = "ولم يعدل هذا الرقم"


@pytest.fixture(scope="module")
def written(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk that these tests write into."""
    path = shutil.copyfile(sample_ledger, tmp_path_factory.mktemp("added") / "added.db")
    with running_desk(path) as one:
        yield one


@pytest.fixture(scope="module")
def one(written: RunningDesk) -> Client:
    return written.signed_in("reviewer", PASSWORD)


@pytest.fixture(scope="module")
def other(written: RunningDesk) -> Client:
    return written.signed_in("editor", PASSWORD)


def _send(client: Client, path: str, body: dict[str, Any], etag: str | None) -> Any:
    headers = {"Origin": client.origin, **({"If-Match": etag} if etag else {})}
    return client.send("POST", f"{API}{path}", data=body, headers=headers)


def _document(client: Client) -> dict[str, Any]:
    listed = client.get_json("/documents")["documents"]
    name = next(one["id"] for one in listed if one["name"].startswith("06-"))
    return client.get_json(f"/documents/{name}")


def test_a_wording_is_taken_for_an_actor_and_the_second_of_two_sees_both_versions(written, one, other):
    path = f"/aliases?words={quote(WORDS)}"
    asked = one.get_json(path)
    seen = asked["asked"]["etag"]
    assert asked["claims"]
    body = {"wording": WORDS, "actor": "airwars", "why": "the same house"}
    assert written.signed_in("reader", PASSWORD).get(f"{API}{path}").status == 403
    assert _send(one, "/aliases", body, None).status == 428
    made = _send(one, "/aliases", body, seen)
    assert (made.status, made.json["judgement"]["who"], made.json["alias"]["actor"]["id"]) == (
        201,
        "reviewer",
        "airwars",
    )
    assert one.get_json(f"{API}/claims?actor=airwars")["items"]
    assert one.get_json("/actors/airwars")["aliases"][0]["said"] == WORDS
    late = _send(other, "/aliases", {**body, "actor": "jnim", "why": "no, that one"}, seen)
    assert late.status == 412
    form = {"wording": WORDS, "actor": "jnim", "why": "no, that one", "etag": seen}
    page = other.post("/aliases", form)
    assert page.status == 412
    assert "the same house" in page.text
    assert "no, that one" in page.text
    back = other.post(
        "/aliases", {"wording": WORDS, "actor": "", "why": "unproven", "etag": made.json["alias"]["etag"]}
    )
    assert back.status == 303
    assert not one.get_json(f"{API}/claims?actor=airwars")["items"]
    with Ledger(written.ledger, create=False) as ledger:
        assert ledger.verify().damages == ()


def test_a_missed_claim_is_added_and_the_second_of_two_sees_both_versions(written, one, other):
    before = _document(one)
    claim = {
        "quote": {"text": MISSED},
        "trigger": {"text": "يعدل"},
        "type": "STATE",
        "chain": [{"source": {"name": "observatory", "quote": {"text": "المرصد"}, "kind": "monitor"}}],
    }
    path = f"/documents/{before['id']}/claims"
    assert _send(one, path, {"claim": claim, "why": "missed"}, None).status == 428
    made = _send(one, path, {"claim": claim, "why": "missed"}, before["etag"])
    assert made.status == 201, made.text
    added = made.json["claim"]
    assert (added["verdict"], added["words"], added["judgement"]["who"]) == ("added", MISSED, "reviewer")
    after = _document(one)
    assert [each["claim"]["id"] for each in after["claims"] if each["verdict"] == "added"] == [added["claim"]["id"]]
    assert one.get_json(f"{API}/claims?verdict=added")["items"]
    start = after["text"].index("وتعتذر الوكالة لمشتركيها")
    form = {
        "start": str(start),
        "words": "وتعتذر الوكالة لمشتركيها",
        "trigger": "وتعتذر",
        "type": "CONCEDE",
        "source.words": "الوكالة",
        "why": "an apology",
    }
    late = other.post(path, {**form, "etag": before["etag"]})
    assert late.status == 412
    assert MISSED in late.text
    assert "an apology" in late.text
    kept = other.post(path, {**form, "etag": after["etag"]})
    assert kept.status == 303, kept.text
    assert kept.location.startswith(f"/documents/{before['id']}#clm_")
    undone = {"kind": "reset", "why": "no claim", "etag": added["etag"]}
    assert one.post(f"/claims/{added['claim']['id']}/judge", undone).status == 303
    assert one.get_json(f"/claims/{added['claim']['id']}")["verdict"] == "rejected"
    wrong = {**claim, "quote": {"text": "كلمات لم يقلها أحد"}}
    refused = _send(one, path, {"claim": wrong, "why": "made up"}, _document(one)["etag"])
    assert (refused.status, refused.json["code"]) == (422, "RW501")


def test_marked_words_are_whole_words_of_the_text(one):
    page = _document(one)
    start = page["text"].index("المرصد أن ثلاثة")
    form = one.get_json(f"/documents/{page['id']}/mark?start={start + 2}&end={start + 12}")
    assert form["words"] == "المرصد أن ثلاثة"
    assert form["speakers"]
    typed = one.get_json(f"/documents/{page['id']}/mark?words={quote(MISSED)}")
    assert typed["words"] == MISSED
    assert one.get(f"/documents/{page['id']}/mark?words={quote('لم يقلها أحد قط')}").status == 422
