"""Attacks on a desk that really runs: what must not happen does not."""

from __future__ import annotations

import socket
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest

from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints
from riwaya.people.accounts import close_account, get_person
from riwaya.people.sessions import list_sessions
from tests.serve.conftest import PASSWORD
from tests.serve.desks import running_desk
from tests.serve.tokens import new_token

UNSAFE = [
    "/sign-out",
    "/sign-in",
    "/sign-in/link",
    "/account/password",
    "/account/tokens",
    "/people",
    "/claims/clm_0/judge",
]
SCRIPT = "<script>alert(1)</script>"
HOSTILE = [
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "\u202etxt.exe\u2066",
    "</title></textarea></style><b>",
]


# --- another site's page


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://127.0.0.1.evil.example"},
    ],
    ids=str,
)
def test_a_form_of_another_site_changes_nothing(reader, path, headers):
    came = reader.post(path, {"name": "x", "why": "x"}, headers=headers)
    assert came.status == 403
    assert came.json["code"] == "RW805"


def test_a_name_that_points_here_is_not_this_desk(reader, desk):
    for host in ("evil.example", f"evil.example:{desk.port}", "127.0.0.1.evil.example", "localhost.evil.example", ""):
        came = reader.get("/", headers={"Host": host})
        assert came.status in (400, 421), host
    assert reader.get("/", headers={"Host": f"localhost:{desk.port}"}).status == 200


def test_a_cookie_beside_a_wrong_token_counts_for_nothing(reader):
    came = reader.get(
        "/",
        headers={
            "Authorization": "Bearer rwy_x",
            "Accept": "application/json",
            "Cookie": f"riwaya_session={reader.cookies['riwaya_session']}",
        },
    )
    assert came.status == 401


# --- what every answer carries


def test_every_answer_forbids_frames_scripts_from_elsewhere_and_guessing(reader):
    for path in ("/", "/sign-in", "/no/such", "/api/v1/events", "/static/none", "/healthz"):
        headers = reader.get(path).headers
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers
    cookie = reader.post("/sign-in", {"name": "reader", "password": PASSWORD}).set_cookies[0].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


# --- words of a document


class _Reading(HTMLParser):
    """Tags and attributes of a page, as a browser's parser has them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory):
    """A ledger whose pages carry markup in every field that comes from outside."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    from riwaya.people.accounts import add_person

    with Ledger(path, who="tester") as ledger:
        add_person(ledger.engine, "administrator", "administrator", by="tester", password=PASSWORD)
        for at, bad in enumerate(HOSTILE):
            text = (
                f"{bad} مقتل 9 جنود في كمين {bad}\n\nأعلنت جماعة «{bad}» أنها قتلت {9 + at} جنديا في كمين قرب مدينة غاو يوم الثلاثاء {bad}. "
                f"وقال {bad} أحمد العلي {bad} إن 3 جنود قتلوا في «{bad}».\n"
            )
            hints = Hints(published="2031-03-13", outlet=f"صحيفة {bad}", url=f"https://example.org/{quote(bad)}")
            ledger.ingest_text(text, name=f"{bad[:40]}{at}.txt".replace("/", "_"), hints=hints, label=bad)
    with running_desk(path) as one:
        yield one


def test_no_word_of_a_document_becomes_markup(hostile_desk):
    browser = hostile_desk.signed_in("administrator", PASSWORD)
    with Ledger(hostile_desk.ledger, create=False) as ledger:
        claims = ledger.claims()
        documents = [one.document.id for one in ledger.documents()]
        events = sorted({one.event_id for one in claims if one.event_id})
        actors = sorted({key for one in claims for key in _actors(one)})
    assert len(claims) >= len(HOSTILE)
    paths = ["/", "/review", f"/search?words={quote('كمين')}", f"/search?words={quote('كمين')}&kind=claims", "/audit"]
    paths += [f"/search?words={quote(bad + 'x')}" for bad in HOSTILE]
    paths += [f"/documents/{one}" for one in documents] + [f"/events/{one}" for one in events]
    paths += [f"/claims/{one.id}" for one in claims] + [f"/actors/{quote(one)}" for one in actors]
    paths += [f"/outlets/{quote(one.kept.document.outlet.name, safe='')}" for one in claims if one.kept.document.outlet]
    for path in dict.fromkeys(paths):
        came = browser.get(path, headers={"Accept": "text/html"})
        if came.status in (404, 422):
            continue  # a name that no page has; the error page is looked at all the same
        assert came.status == 200, (path, came.text[:300])
        _check(came.text, path)


def _actors(one):
    from riwaya.ledger.keys import actor_key

    claim = one.claim
    return [actor_key(link.source) for link in claim.chain] + [actor_key(each.actor) for each in claim.agents]


def _check(page: str, path: str) -> None:
    parsed = _Reading()
    parsed.feed(page)
    assert SCRIPT not in page, path
    assert not [name for name, _ in parsed.attributes if name.startswith("on")], path
    assert "svg/onload" not in parsed.tags, path
    for name, value in parsed.attributes:
        if name in ("href", "src", "action", "formaction"):
            assert not value.strip().lower().startswith(("javascript:", "data:text", "vbscript:")), (path, value)
    for img in [value for name, value in parsed.attributes if name == "src"]:
        assert img != "x", path


# --- injection and traversal


@pytest.mark.parametrize(
    "words",
    [
        "' OR 1=1 --",
        '"; DROP TABLE claim; --',
        'x" OR "y',
        "NEAR(a b)",
        "terms:a*",
        "a) UNION SELECT 1 --",
        "%",
        "_",
        "\\",
        "a:*&!b",
        "{a b}:c",
        "^a",
    ],
)
def test_no_word_becomes_a_question_to_the_database(reader, words):
    before = reader.get_json("/api/v1/counts")
    whole = len(reader.get_json("/api/v1/claims?limit=200")["items"])
    for name in ("words", "actor", "place", "source", "outlet", "document"):
        came = reader.get(f"/api/v1/claims?limit=200&{name}={quote(words)}")
        assert came.status in (200, 404, 422), (name, came.text)
        if came.status == 200:
            assert len(came.json["items"]) < whole, name
    assert reader.get(f"/api/v1/search?words={quote(words)}").status in (200, 422)
    assert reader.get(f"/api/v1/actors/{quote(words, safe='')}").status == 404
    assert reader.get_json("/api/v1/counts") == before


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/built/../../app.py", "/static//etc/passwd",
        "/static/%2fetc%2fpasswd", "/documents/../../etc/passwd", "/documents/..%2f..%2fetc%2fpasswd", "/actors/../../../etc/passwd",
        "/static/..\\app.py", "/static/%00",
    ],
)  # fmt: skip
def test_no_address_leads_out_of_the_desk(reader, path):
    came = reader.get(path)
    assert came.status in (400, 404)
    assert b"root:" not in came.body
    assert b"import " not in came.body


# --- who may do what


def test_each_role_and_each_scope_may_do_its_own_and_no_more(own_desk):
    name = _claim(own_desk.ledger)
    pages = {"/": 0, "/review": 1, "/people": 3, "/audit": 3}
    for at, role in enumerate(("reader", "reviewer", "editor", "administrator")):
        browser = own_desk.signed_in(role, PASSWORD)
        for path, least in pages.items():
            assert browser.get(path).status == (200 if at >= least else 403), (role, path)
        may_ingest = browser.send("POST", "/api/v1/ingest", data={}, headers={"Origin": browser.origin}).status
        assert may_ingest == (422 if at >= 2 else 403), role
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
    now = time.time()
    assert browser.post("/account/code/confirm", {"code": "000000"}).status == 422
    assert browser.post("/account/code/confirm", {"code": code.at(now - 30)}).status == 303
    other = own_desk.client()
    assert other.post("/sign-in", {"name": "reviewer", "password": PASSWORD}).status == 401
    given = {"name": "reviewer", "password": PASSWORD, "code": code.at(now)}
    assert other.post("/sign-in", given).status == 303
    assert own_desk.client().post("/sign-in", given).status == 401


# --- size and time


def test_what_is_too_large_is_refused_before_it_is_read(own_ledger):
    with running_desk(own_ledger, environment={"RIWAYA_MAX_BYTES": "1000000"}) as desk:
        program = desk.bearer(new_token(desk.ledger, "editor", "ingest"))
        said = program.send(
            "POST",
            "/api/v1/ingest",
            body=b"x" * 100,
            headers={"Content-Length": "99999999999", "Content-Type": "application/json"},
        )
        assert (said.status, said.json["code"]) == (413, "RW807")
        chunks = b"".join(b"10000\r\n" + b"x" * 65536 + b"\r\n" for _ in range(40)) + b"0\r\n\r\n"
        answer = _raw(desk.port, _head(desk, "POST", "/api/v1/ingest", "Transfer-Encoding: chunked") + chunks)
        assert answer.startswith(b"HTTP/1.1 413"), answer[:200]
        assert program.get("/healthz").status == 200
        assert _raw(desk.port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n").startswith(
            b"HTTP/1.1 4"
        )


def test_a_client_that_dawdles_is_shut_out_and_holds_nobody_up(own_desk):
    slow = [socket.create_connection(("127.0.0.1", own_desk.port), timeout=60) for _ in range(30)]
    for one in slow:
        one.sendall(b"GET / HTTP/1.1\r\nHost: 127")
    assert own_desk.client().get("/healthz").status == 200
    body = socket.create_connection(("127.0.0.1", own_desk.port), timeout=60)
    body.sendall(
        f"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:{own_desk.port}\r\nOrigin: http://127.0.0.1:{own_desk.port}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=".encode()
    )
    assert all(one.recv(100) == b"" for one in slow)  # shut without an answer
    assert body.recv(100).startswith(b"HTTP/1.1 408")
    for one in (*slow, body):
        one.close()


def _claim(ledger: str) -> str:
    with Ledger(ledger, create=False) as opened:
        return opened.claims(limit=1)[0].id


def _head(desk, method: str, path: str, *headers: str) -> bytes:
    key = new_token(desk.ledger, "editor", "ingest")
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{desk.port}",
        f"Authorization: Bearer {key}",
        "Content-Type: application/json",
        *headers,
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _raw(port: int, sent: bytes) -> bytes:
    """Send bytes and give what comes back until the server shuts, or a while."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as one:
        try:
            one.sendall(sent)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it would not read on, which is the point
        came = b""
        try:
            while part := one.recv(65536):
                came += part
        except (TimeoutError, ConnectionResetError):
            pass
        return came
