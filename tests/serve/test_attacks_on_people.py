"""Attacks on accounts: roles, scopes, what belongs to another, sessions, guessing, the second factor."""

from __future__ import annotations

import time
from pathlib import Path

from riwaya.ledger.store import Ledger
from riwaya.people.accounts import close_account, get_person
from riwaya.people.sessions import list_sessions
from tests.serve.conftest import PASSWORD
from tests.serve.tokens import new_token


def test_each_role_and_each_scope_may_do_its_own_and_no_more(own_desk):
    name = _claim(own_desk.ledger)
    pages = {"/": 0, "/review": 1, "/people": 3, "/audit": 3}
    for at, role in enumerate(("reader", "reviewer", "editor", "administrator")):
        browser = own_desk.signed_in(role, PASSWORD)
        for path, least in pages.items():
            assert browser.get(path).status == (200 if at >= least else 403), (role, path)
        may_ingest = browser.send("POST", "/api/v1/ingest", data={}, headers={"Origin": browser.origin}).status
        assert may_ingest == (422 if at >= 2 else 403), role
        # What is not there is told only to those who may ask: 404 and 422 say that the door was passed.
        assert browser.post("/followed/remove", {"url": "https://example.org/"}).status == (404 if at >= 2 else 403), (
            role
        )
        named = browser.post("/aliases", {"wording": "x", "actor": "nobody", "why": "x", "etag": '"*"'}).status
        assert named == (422 if at >= 1 else 403), role
        added = browser.post("/documents/doc_00000000/claims", {"type": "STATE", "why": "x", "etag": '"*"'}).status
        assert added == (404 if at >= 1 else 403), role
        assert browser.post("/people", {"name": f"x{at}", "role": "reader"}).status == (200 if at == 3 else 403)
    tag = own_desk.signed_in("reader", PASSWORD).get(f"/api/v1/claims/{name}").headers["etag"]
    for scopes, expected in ((("read",), 403), (("correct",), 201)):
        program = own_desk.bearer(new_token(own_desk.ledger, "administrator", *scopes))
        path = f"/api/v1/claims/{name}/judgements"
        came = program.send("POST", path, data={"kind": "accept", "why": "x"}, headers={"If-Match": tag})
        assert came.status == expected, (scopes, came.text)
    only_ingest = own_desk.bearer(new_token(own_desk.ledger, "administrator", "ingest"))
    assert only_ingest.get("/api/v1/events").status == 403
    assert only_ingest.send("POST", "/account/tokens", form={"name": "x", "scope": "admin"}).status == 403


def test_nobody_reaches_what_belongs_to_another(own_desk):
    reader, editor = own_desk.signed_in("reader", PASSWORD), own_desk.signed_in("editor", PASSWORD)
    made = reader.post("/account/tokens", {"name": "mine", "scope": "read", "days": "1"})
    assert made.status == 200
    token = reader.get_json("/account")["tokens"][0]["id"]
    session = reader.get_json("/account")["session"]
    for path in (f"/account/tokens/{token}/revoke", f"/account/sessions/{session}/end"):
        assert editor.post(path).status == 404, path
    assert reader.get("/").status == 200
    assert token not in editor.get("/account", headers={"Accept": "application/json"}).text
    assert reader.post(f"/account/tokens/{token}/revoke").status == 303
    administrator = own_desk.signed_in("administrator", PASSWORD)
    assert administrator.post(f"/account/sessions/{session}/end").status == 303
    assert reader.get("/").status == 303


def test_a_token_is_kept_as_a_digest_ends_and_falls_with_its_person(own_desk):
    key = new_token(own_desk.ledger, "editor", "read")
    program = own_desk.bearer(key)
    assert program.get("/api/v1/me").json["scopes"] == ["read"]
    assert own_desk.bearer(key[:-1] + ("a" if key[-1] != "a" else "b")).get("/api/v1/me").status == 401
    for part in Path(own_desk.ledger).parent.glob("own.db*"):
        assert key.encode() not in part.read_bytes()
    with Ledger(own_desk.ledger, create=False) as ledger:
        from sqlalchemy import text

        from riwaya.ledger.engine import writing

        with writing(ledger.engine) as connection:
            connection.execute(text("UPDATE token SET until = '2020-01-01T00:00:00.000000+00:00'"))
    assert program.get("/api/v1/me").status == 401
    other = own_desk.bearer(new_token(own_desk.ledger, "editor", "read"))
    assert other.get("/api/v1/me").status == 200
    with Ledger(own_desk.ledger, create=False) as ledger:
        close_account(ledger.engine, "editor", by="tester")
    assert other.get("/api/v1/me").status == 401


# --- sessions and passwords


def test_a_session_that_was_there_before_is_not_the_one_after(own_desk):
    browser = own_desk.client()
    browser.cookies["riwaya_session"] = "chosen-by-an-attacker"
    assert browser.post("/sign-in", {"name": "reader", "password": PASSWORD}).status == 303
    first = browser.cookies["riwaya_session"]
    assert first != "chosen-by-an-attacker"
    assert browser.post("/sign-in", {"name": "reader", "password": PASSWORD}).status == 303
    assert browser.cookies["riwaya_session"] != first
    thief = own_desk.client()
    thief.cookies["riwaya_session"] = first
    assert thief.get("/").status == 303  # the one before ended when the person signed in anew
    with Ledger(own_desk.ledger, create=False) as ledger:
        assert len(list_sessions(ledger.engine, get_person(ledger.engine, "reader").id)) == 1


def test_guessing_is_bounded_for_a_name_and_for_an_address(own_desk):
    browser = own_desk.client()
    for _ in range(5):
        assert browser.post("/sign-in", {"name": "reader", "password": "wrong"}).status == 401
    shut = browser.post("/sign-in", {"name": "reader", "password": PASSWORD})
    assert shut.status == 429
    assert int(shut.headers["retry-after"]) > 60
    for at in range(15):
        assert browser.post("/sign-in", {"name": f"n{at}", "password": "wrong"}).status == 401
    assert browser.post("/sign-in", {"name": "editor", "password": PASSWORD}).status == 429
    spoofed = browser.post("/sign-in", {"name": "editor", "password": PASSWORD}, headers={"X-Forwarded-For": "9.9.9.9"})
    assert spoofed.status == 429


def test_a_second_factor_is_asked_for_and_a_code_is_good_once(own_desk):
    import pyotp

    browser = own_desk.signed_in("reviewer", PASSWORD)
    page = browser.post("/account/code", headers={"Accept": "application/json"}, form={})
    secret = page.json["new_code"]["secret"]
    code = pyotp.TOTP(secret)
    assert browser.post("/account/code/confirm", {"code": "000000"}).status == 422
    assert browser.post("/account/code/confirm", {"code": code.at(time.time())}).status == 303
    other = own_desk.client()
    assert other.post("/sign-in", {"name": "reviewer", "password": PASSWORD}).status == 401
    # The code of the next half minute: a clock that runs on between the two requests spoils neither.
    given = {"name": "reviewer", "password": PASSWORD, "code": code.at(time.time() + 30)}
    assert other.post("/sign-in", given).status == 303
    assert own_desk.client().post("/sign-in", given).status == 401


def _claim(ledger: str) -> str:
    with Ledger(ledger, create=False) as opened:
        return opened.claims(limit=1)[0].id
