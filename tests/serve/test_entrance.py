"""Signing in: by link once, by password, with bounds; who is not signed in sees nothing."""

from __future__ import annotations

from riwaya.cli.running import run
from tests.serve.conftest import PASSWORD
from tests.serve.desks import free_port


def test_a_stranger_is_led_to_the_sign_in_and_a_program_is_told(desk):
    stranger = desk.client()
    assert (stranger.get("/").status, stranger.get("/").location) == (303, "/sign-in")
    assert stranger.get("/?a=1").location == "/sign-in?next=%2F%3Fa%3D1"
    told = stranger.get("/", headers={"Accept": "application/json"})
    assert told.status == 401
    assert told.headers["content-type"] == "application/problem+json"
    assert told.headers["www-authenticate"].startswith("Bearer")
    assert told.json["code"] == "RW802"
    assert told.json["hint"]


def test_the_printed_link_lets_in_once_and_only_by_its_button(own_desk):
    browser = own_desk.client()
    path = own_desk.link.removeprefix(browser.origin)
    for _ in range(2):  # a look ahead spends nothing
        assert browser.get(path).status == 200
    secret = path.rsplit("/", 1)[1]
    came = browser.post("/sign-in/link", {"secret": secret})
    assert (came.status, came.location) == (303, "/")
    assert browser.get("/").status == 200
    again = own_desk.client().post("/sign-in/link", {"secret": secret})
    assert again.status == 401
    assert "RW803" in again.text


def test_a_password_lets_in_and_a_wrong_one_says_the_same_for_everybody(desk):
    browser = desk.client()
    wrong = browser.post("/sign-in", {"name": "reader", "password": "not this one, surely"})
    nobody = browser.post("/sign-in", {"name": "nobody", "password": "not this one, surely"})
    assert (wrong.status, nobody.status) == (401, 401)
    assert wrong.text.replace("reader", "") == nobody.text.replace("nobody", "")
    assert desk.signed_in("reader", PASSWORD).get("/").status == 200


def test_signing_out_ends_the_session_on_the_server(own_desk):
    browser = own_desk.signed_in("reader", PASSWORD)
    stolen = dict(browser.cookies)
    assert browser.post("/sign-out").status == 303
    thief = own_desk.client()
    thief.cookies = stolen
    assert thief.get("/").status == 303


def test_where_to_go_after_signing_in_is_never_another_site(desk):
    for path in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"):
        came = desk.client().post("/sign-in", {"name": "reader", "password": PASSWORD, "next": path})
        assert (came.status, came.location) == (303, "/")
    came = desk.client().post("/sign-in", {"name": "reader", "password": PASSWORD, "next": "/search?words=x"})
    assert came.location == "/search?words=x"


def test_a_desk_for_others_is_refused_while_nobody_can_sign_in(tmp_path, capsys):
    from riwaya.ledger.store import Ledger

    path = tmp_path / "empty.db"
    Ledger(path).close()
    assert run(["serve", "--ledger", str(path), "--host", "0.0.0.0", "--port", str(free_port())]) == 78
    assert "RW801" in capsys.readouterr().err
    assert run(["serve", "--ledger", str(tmp_path / "none.db"), "--port", str(free_port())]) == 75


def test_a_page_that_is_none_is_an_error_of_the_table(reader):
    page = reader.get("/no/such/page")
    assert page.status == 404
    assert "RW811" in page.text
    assert reader.send("PUT", "/", headers={"Origin": reader.origin}).status == 405
