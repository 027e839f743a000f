"""Attacks through the words of documents: whatever a page says, in whatever field, becomes no markup."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints
from tests.serve.conftest import PASSWORD
from tests.serve.desks import running_desk

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
    for bad in HOSTILE:
        wording = f"{bad} جماعة"
        seen = browser.get_json(f"/aliases?words={quote(wording)}")["asked"]["etag"]
        given = {"wording": wording, "actor": "jnim", "why": bad, "etag": seen}
        assert browser.post("/aliases", given).status == 303
    paths = ["/", "/review", f"/search?words={quote('كمين')}", f"/search?words={quote('كمين')}&kind=claims", "/audit"]
    paths += [f"/search?words={quote(bad + 'x')}" for bad in HOSTILE]
    paths += [f"/documents/{one}" for one in documents] + [f"/events/{one}" for one in events]
    paths += [f"/claims/{one.id}" for one in claims] + [f"/actors/{quote(one)}" for one in actors]
    # Words that people took for an actor are words of a document too, and so is what they marked.
    for bad in HOSTILE:
        paths += [f"/aliases?words={quote(bad + ' جماعة')}", f"/documents/{documents[0]}/mark?words={quote(bad)}"]
    paths += ["/aliases", "/followed"]
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
