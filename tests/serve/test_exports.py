"""Exports from the desk: what the command writes, for the filters of the pages, withheld unless it is asked for."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import threading
import zipfile
from dataclasses import fields
from urllib.parse import quote

import pytest

from riwaya.cli.export import command as export_command
from riwaya.export import NAMES, Options, Wanted, find_shape, verify_export, write
from riwaya.export.filters import FILTERS
from riwaya.ledger.store import Ledger
from riwaya.serve.api.exporting import WAIT, ExportQuery
from tests.serve.desks import running_desk
from tests.serve.tokens import new_token

EXPORT = "/api/v1/export"


@pytest.fixture(scope="module")
def program(desk):
    return desk.bearer(new_token(desk.ledger, "reader"))


def written(desk, shape: str, *, redact: str | None = None, policy: str | None = None, **wanted) -> bytes:
    made = io.BytesIO()
    with Ledger(desk.ledger, create=False) as ledger:
        options = Options(redaction=redact)
        write(ledger.view, shape, made, policy=policy, wanted=Wanted(**wanted), options=options)
    return made.getvalue()


def rows(came) -> list[dict[str, str]]:
    assert came.status == 200, came.text
    return list(csv.DictReader(io.StringIO(came.body.decode("utf-8-sig"))))


@pytest.mark.parametrize("shape", NAMES)
def test_every_shape_is_what_the_command_writes_with_its_type_name_and_digest(desk, program, shape):
    came = program.get(f"{EXPORT}/{shape}?redact=none")
    assert came.status == 200, came.text
    found = find_shape(shape)
    assert came.body == written(desk, shape)
    assert came.headers["content-type"].partition(";")[0] == found.media_type
    assert came.headers["content-disposition"] == f'attachment; filename="riwaya-{found.table or shape}{found.suffix}"'
    assert int(came.headers["content-length"]) == len(came.body)
    digest = base64.b64encode(hashlib.sha256(came.body).digest()).decode()
    assert came.headers["repr-digest"] == f"sha-256=:{digest}:"


def test_nothing_is_withheld_unless_a_profile_is_named_as_by_the_command(desk, program):
    whole = program.get(f"{EXPORT}/claims")
    assert whole.body == written(desk, "claims") == program.get(f"{EXPORT}/claims?redact=none").body
    for profile in ("public", "private-persons"):
        named = program.get(f"{EXPORT}/claims?redact={profile}")
        assert named.body == written(desk, "claims", redact=profile)
        assert named.body != whole.body


def test_command_and_api_have_the_filters_of_the_one_list():
    names = [one.name for one in FILTERS]
    assert set(names) == {one.name for one in fields(Wanted)}
    params = {one.name: one for one in export_command.params}
    assert {name for name in names if name not in params} == set()
    for one in FILTERS:
        is_multiple = one.name == "ids"
        assert ExportQuery.model_fields["id" if is_multiple else one.name].description == one.meaning
        assert params[one.name].help == one.meaning
        assert params[one.name].opts == ["--id" if is_multiple else f"--{one.name}"]
    rest = set(ExportQuery.model_fields) - {"policy", "redact", "table", "manifest"}
    assert rest == {*names, "id"} - {"ids"}


def test_the_filters_of_the_pages_narrow_events(program):
    whole = {one["event_id"] for one in rows(program.get(f"{EXPORT}/accounts?redact=none"))}
    for query in ("contested=true", "type=ASSAULT", "measure=killed", "place=ML", "type=ASSAULT&contested=true"):
        listed = {one["id"] for one in program.get_json(f"/api/v1/events?limit=200&{query}")["items"]}
        told = {one["event_id"] for one in rows(program.get(f"{EXPORT}/accounts?redact=none&{query}"))}
        assert told == listed & whole, query
        assert told, query
        assert told < whole, query


def test_the_filters_of_the_pages_narrow_claims(program):
    whole = program.get_json("/api/v1/claims?limit=200")["items"]
    one = next(c for c in whole if c["figures"] and c["event"] and c["chain"])
    for asked in (
        f"event={one['event']}",
        f"document={one['document']['id']}",
        f"source={one['chain'][0]['source']['id'] or one['chain'][0]['source']['name']}",
        f"words={one['trigger']['text']}",
        "verdict=open&type=ASSAULT",
    ):
        query = quote(asked, safe="=&:")
        listed = {each["id"] for each in program.get_json(f"/api/v1/claims?limit=200&{query}")["items"]}
        told = {each["claim_id"] for each in rows(program.get(f"{EXPORT}/claims?redact=none&{query}"))}
        assert told == listed, query
        assert one["id"] in told or query.startswith("verdict"), query


def test_claims_by_id_are_those_and_no_others(program):
    ids = [one["id"] for one in program.get_json("/api/v1/claims?limit=3")["items"]]
    query = "&".join(f"id={id_}" for id_ in ids)
    assert {one["claim_id"] for one in rows(program.get(f"{EXPORT}/claims?{query}"))} == set(ids)


def test_a_manifest_tells_what_was_asked_and_is_that_of_the_file(program):
    asked = "ucdp-ged?place=ML&policy=ucdp&redact=public"
    file = program.get(f"{EXPORT}/{asked}")
    made = program.get(f"{EXPORT}/{asked}&manifest=true")
    assert made.headers["content-type"] == "application/json"
    assert made.headers["content-disposition"].endswith('.csv.manifest.json"')
    assert made.json["file"]["sha256"] == hashlib.sha256(file.body).hexdigest()
    assert made.json["file"]["name"] in file.headers["content-disposition"]
    assert made.json["filters"] == {"place": "ML"}
    assert made.json["redaction"]["profile"] == "public"


def test_a_file_from_the_desk_is_proved_by_the_command(desk, program, tmp_path):
    asked = "accounts?contested=true&redact=none"
    manifest = program.get(f"{EXPORT}/{asked}&manifest=true")
    path = tmp_path / manifest.json["file"]["name"]
    path.write_bytes(program.get(f"{EXPORT}/{asked}").body)
    path.with_name(f"{path.name}.manifest.json").write_bytes(manifest.body)
    with Ledger(desk.ledger, create=False) as ledger:
        checked = verify_export(path, ledger.view)
    assert (checked.problems, checked.is_remade) == ((), True)


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("nothing", 422, "RW810"),
        ("claims?policy=ucdp", 422, "RW601"),
        ("ucdp-ged?policy=no-such-policy", 422, None),
        ("claims?contested=true", 422, "RW601"),
        ("accounts?words=%D9%82%D8%AA%D9%84", 422, "RW601"),
        ("datapackage?contested=true", 422, "RW601"),
        ("claims?table=accounts", 422, "RW601"),
        ("claims?redact=some", 422, "RW810"),
        ("claims?limit=0", 422, "RW810"),
        ("accounts?event=evt_ffffffffffffffff", 404, "RW410"),
    ],
)
def test_what_cannot_be_given_is_a_problem_and_no_file(program, query, status, code):
    came = program.get(f"{EXPORT}/{query}")
    assert came.status == status, came.text
    assert came.headers["content-type"] == "application/problem+json"
    assert code is None or came.json["code"] == code
    assert "content-disposition" not in came.headers


def test_exports_are_for_those_who_may_read(desk):
    assert desk.client().get(f"{EXPORT}/claims").status == 401
    other = desk.bearer(new_token(desk.ledger, "administrator", "ingest"))
    assert other.get(f"{EXPORT}/claims").status == 403


def test_the_page_of_an_event_gives_the_event_in_every_shape(reader, program):
    name = program.get_json("/api/v1/events?order=contested&limit=1")["items"][0]["id"]
    page = reader.get(f"/events/{name}").text
    links = re.findall(rf'href="({EXPORT}/[^"]+)"', page)
    assert len(links) == 2 * len(NAMES)
    for link in (one.replace("&amp;", "&") for one in links):
        came = reader.get(link)
        assert came.status == 200, (link, came.text)
        assert came.headers["content-disposition"].startswith(f'attachment; filename="{name}-')
        is_whole = link.endswith("&redact=none")
        if "/accounts?" in link or "/claims?" in link:
            told = rows(came)
            assert {one["event_id"] for one in told} == {name}
            assert ("█" in came.text or "withheld" in came.text) is not is_whole
        elif "/datapackage?" in link:
            assert zipfile.ZipFile(io.BytesIO(came.body)).testzip() is None


def test_a_name_of_a_file_is_never_made_of_what_a_stranger_says(program):
    came = program.get(f"{EXPORT}/claims?event=x%22%2F..%2Fy")
    assert '"' not in came.headers.get("content-disposition", "")
    assert came.status == 404


def test_one_export_too_many_is_told_to_come_back(own_ledger):
    with running_desk(own_ledger) as desk:
        program = desk.bearer(new_token(desk.ledger, "reader"))
        found: list[tuple[int, str]] = []

        def ask() -> None:
            came = program.get(f"{EXPORT}/datapackage")
            found.append((came.status, came.headers.get("retry-after", "")))

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert {status for status, _ in found} <= {200, 429}
        assert (200, "") in found
        assert all(wait == str(WAIT) for status, wait in found if status == 429)
        assert any(status == 429 for status, _ in found)
        assert program.get(f"{EXPORT}/claims?limit=1").status == 200
