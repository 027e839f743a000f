"""The API: the forms that are public, filters, pages of lists, judging, taking in, streams."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest

from riwaya.forms.schema import build_schema
from riwaya.ledger.store import Ledger
from tests.serve.tokens import new_token

PAGE = "أعلن الجيش المالي مقتل 9 من جنوده في كمين قرب مدينة غاو يوم الثلاثاء."


@pytest.fixture(scope="module")
def program(desk):
    return desk.bearer(new_token(desk.ledger, "reader"))


def test_an_event_has_the_public_form_and_the_state_to_judge_on(program):
    from jsonschema import Draft202012Validator

    schema = Draft202012Validator(build_schema("events"))
    for line in program.get_json("/api/v1/events?limit=5")["items"]:
        came = program.get(f"/api/v1/events/{line['id']}")
        schema.validate({"schema": "riwaya.events/1", "events": [came.json]})
        assert came.headers["etag"].startswith('"st_')


def test_claims_have_the_public_form_and_every_filter_narrows(program):
    from jsonschema import Draft202012Validator

    whole = program.get_json("/api/v1/claims?limit=200")["items"]
    Draft202012Validator(build_schema("claims")).validate({"schema": "riwaya.claims/1", "claims": whole})
    one = next(c for c in whole if c["place"] and c["figures"] and c["chain"] and c["event"] and c["place"]["id"])
    asked = {
        "type": one["type"],
        "measure": one["figures"][0]["measure"],
        "place": one["place"]["id"],
        "source": one["chain"][0]["source"]["id"] or one["chain"][0]["source"]["name"],
        "event": one["event"],
        "document": one["document"]["id"],
        "words": one["trigger"]["text"],
    }
    for name, value in asked.items():
        found = program.get_json(f"/api/v1/claims?limit=200&{name}={quote(value)}")["items"]
        ids = [each["id"] for each in found]
        assert one["id"] in ids, name
        assert len(ids) < len(whole), name


def test_a_stream_gives_every_record_once_a_line_each(program):
    lines = program.get("/api/v1/stream/claims").text.splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert sorted(ids) == sorted(one["id"] for one in program.get_json("/api/v1/claims?limit=200")["items"])
    events = program.get("/api/v1/stream/events?contested=true").text.splitlines()
    assert events
    assert all(json.loads(line)["accounts"] for line in events)


def test_a_judgement_wants_the_state_that_was_looked_at(own_desk):
    program = own_desk.bearer(new_token(own_desk.ledger, "reviewer", "read", "correct"))
    name = program.get_json("/api/v1/claims?limit=1")["items"][0]["id"]
    path = f"/api/v1/claims/{name}/judgements"
    tag = program.get(f"/api/v1/claims/{name}").headers["etag"]
    given = {"kind": "accept", "why": "read right"}
    assert program.send("POST", path, data=given).status == 428
    made = program.send("POST", path, data=given, headers={"If-Match": tag})
    assert made.status == 201
    assert made.json["judgement"]["who"] == "reviewer"
    late = program.send("POST", path, data={"kind": "reject", "why": "no"}, headers={"If-Match": tag})
    assert (late.status, late.json["code"]) == (412, "RW502")
    assert late.json["conflict"]["theirs"]["kind"] == "accept"
    again = program.send("POST", path, data={"kind": "reject", "why": "no"}, headers={"If-Match": made.headers["etag"]})
    assert again.status == 201


def test_events_are_joined_and_parted_on_the_state_that_was_looked_at(own_desk):
    program = own_desk.bearer(new_token(own_desk.ledger, "editor", "read", "correct"))
    items = program.get_json("/api/v1/events?limit=2&type=ASSAULT")["items"]
    seen = [{"id": one["id"], "etag": program.get(f"/api/v1/events/{one['id']}").headers["etag"]} for one in items]
    made = program.send("POST", "/api/v1/events/merge", data={"events": seen, "why": "one happening"})
    assert made.status == 201, made.text
    joined = made.json["event"]
    assert program.send("POST", "/api/v1/events/merge", data={"events": seen, "why": "again"}).status in (409, 412)
    event = program.get(f"/api/v1/events/{joined}")
    one = event.json["claims"][0]["id"]
    parted = program.send(
        "POST",
        f"/api/v1/events/{joined}/split",
        data={"claims": [one], "why": "another day"},
        headers={"If-Match": event.headers["etag"]},
    )
    assert parted.status == 201, parted.text
    assert program.get_json(f"/api/v1/claims/{one}")["event"] != parted.json["event"]


def _multipart(name: str, body: bytes) -> tuple[bytes, dict[str, str]]:
    head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode()
    label = b'\r\n--x\r\nContent-Disposition: form-data; name="label"\r\n\r\nwire\r\n--x--\r\n'
    return head + body + label, {"Content-Type": "multipart/form-data; boundary=x"}


def test_pages_come_in_three_ways_and_twice_is_once(own_desk):
    program = own_desk.bearer(new_token(own_desk.ledger, "editor", "read", "ingest"))
    page = {"name": "a.txt", "text": PAGE, "published": "2031-03-13"}
    first = program.send("POST", "/api/v1/ingest", data={"pages": [page], "label": "wire"})
    assert [one["status"] for one in first.json["outcomes"]] == ["new"], first.text
    again = json.dumps({**page, "text": None, "content": base64.b64encode(PAGE.encode()).decode()}).encode()
    lines = program.send(
        "POST",
        "/api/v1/ingest?label=wire",
        body=again + b"\n\n" + json.dumps({"name": "b.txt", "text": "x"}).encode(),
        headers={"Content-Type": "application/x-ndjson", "Accept": "application/x-ndjson"},
    )
    assert [json.loads(line)["status"] for line in lines.text.splitlines()] == ["same", "new"]
    body, headers = _multipart("../../etc/a.txt", PAGE.replace("9", "11").encode())
    files = program.send("POST", "/api/v1/ingest", body=body, headers=headers)
    assert [(one["name"], one["status"]) for one in files.json["outcomes"]] == [("a.txt", "changed")]
    with Ledger(own_desk.ledger, create=False) as ledger:
        assert {turn.who for turn in ledger.history(ledger.claims(document="a.txt")[0].id)} == {"editor"}


def test_a_page_that_cannot_be_read_is_a_failure_and_stops_no_other(own_desk):
    program = own_desk.bearer(new_token(own_desk.ledger, "editor", "read", "ingest"))
    bad = {"name": "bad.bin", "content": base64.b64encode(bytes(range(256)) * 9).decode()}
    came = program.send("POST", "/api/v1/ingest", data={"pages": [bad, {"name": "a.txt", "text": PAGE}]})
    assert [one["status"] for one in came.json["outcomes"]] == ["failed", "new"]
    assert [one["name"] for one in program.get_json("/api/v1/failures")] == ["bad.bin"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b'{"pages": []}', "application/json"),
        (b'{"pages": [{"name": "a"}]}', "application/json"),
        (b'{"pages": [{"name": "a", "content": "%%%"}]}', "application/json"),
        (b'{"pages": [{"name": "a\\u0000", "text": "x"}]}', "application/json"),
        (b"\n", "application/x-ndjson"),
        (b"pages", "text/plain"),
    ],
)
def test_a_body_that_is_none_is_refused_and_nothing_is_kept(desk, body, kind):
    program = desk.bearer(new_token(desk.ledger, "editor", "read", "ingest"))
    before = program.get_json("/api/v1/counts")
    came = program.send("POST", "/api/v1/ingest", body=body, headers={"Content-Type": kind})
    assert (came.status, came.headers["content-type"]) == (422, "application/problem+json")
    assert program.get_json("/api/v1/counts") == before
