"""Attacks on a desk that really runs: other sites, other names, words that ask the database, paths that lead out."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.serve.conftest import PASSWORD

UNSAFE = [
    "/sign-out",
    "/sign-in",
    "/sign-in/link",
    "/account/password",
    "/account/tokens",
    "/people",
    "/claims/clm_0/judge",
    "/aliases",
    "/documents/doc_0/claims",
    "/followed",
    "/followed/remove",
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
