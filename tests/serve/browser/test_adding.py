"""What a person adds, in Arabic and in English: a name for an actor, a claim that was missed, a list to follow."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from riwaya.ledger.engine import writing
from riwaya.ledger.followed import add_followed, note_look
from riwaya.ledger.store import Ledger
from tests.serve.browser.places import Places, find_places
from tests.serve.browser.visit import NARROW, Visitor
from tests.serve.conftest import PASSWORD
from tests.serve.desks import RunningDesk, running_desk

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
WORDS = "«مرصد الافتراض»"
ACTOR = {"ar": "airwars", "en": "acled"}
MISSED = {"ar": "ولم يعدل هذا الرقم", "en": "وليس 14 كما ورد في تقاريرها الأولى"}
FEED = "https://news.example.org/feed.xml"


@pytest.fixture(scope="module")
def written(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk that these tests write into, with a list that is followed."""
    path = shutil.copyfile(sample_ledger, tmp_path_factory.mktemp("added") / "added.db")
    with Ledger(path, create=False) as ledger, writing(ledger.engine) as connection:
        add_followed(
            connection, FEED, now=1_900_000_000.0, who="noor", every=1800.0, outlet="جريدة الأفق", language="ar"
        )
        values = {"kind": "feed", "looked_at": 1_900_003_600.0, "errors": 2, "code": "RW123", "named": 31}
        key = connection.exec_driver_sql("SELECT key FROM followed").scalar_one()
        note_look(connection, str(key), message="It did not come within its time.", **values)
    with running_desk(path) as one:
        yield one


@pytest.fixture(scope="module")
def first(browser: Browser, written: RunningDesk) -> Visitor:
    return Visitor(browser, written.signed_in("administrator", PASSWORD))


@pytest.fixture(scope="module")
def written_places(first: Visitor) -> Places:
    return find_places(first.client)


@LANGUAGES
def test_an_actor_is_named_and_the_name_taken_back(first: Visitor, written_places: Places, language: str):
    actor = ACTOR[language]
    with first.visit(language=language) as visit:
        page = visit.open(f"/documents/{written_places.document}")
        page.locator(".unknown a", has_text="مرصد الافتراض").first.click()
        page.wait_for_url(re.compile("/aliases"))
        assert visit.find_violations() == []
        visit.shoot(f"story-name-{language}")
        page.locator("#name-actor").press_sequentially(actor)
        page.locator("#name-why").fill("its own site says so")
        page.locator("#name-why").press("Enter")
        page.wait_for_url(re.compile("/documents/"))
        # Every claim with the words has the actor, and says who named it.
        expect(page.locator(f".chain a[href='/actors/{actor}']").first).to_be_attached()
        page = visit.open(f"/actors/{actor}")
        expect(page.locator("#aliases")).to_contain_text("administrator")
        visit.shoot(f"story-named-{language}")
        assert visit.find_violations() == []
        page.locator("#aliases summary").click()
        page.locator("#back-1-why").fill("unproven")
        page.locator("#back-1-why").press("Enter")
        page.wait_for_url(re.compile("/aliases"))
        expect(page.locator("#name-actor")).to_be_visible()
    assert first.client.get_json(f"/api/v1/claims?actor={actor}")["items"] == []


def _mark_by_pointer(page: Page, words: str) -> None:
    """Select words of the text as a pointer does."""
    page.evaluate(
        """words => {
          const text = document.querySelector("[data-text]");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
          }
          throw new Error("the words stand in no one piece");
        }""",
        words,
    )


@LANGUAGES
def test_a_missed_claim_is_marked_in_the_text_and_goes_again(first: Visitor, written_places: Places, language: str):
    missed = MISSED[language]
    with first.visit(language=language) as visit:
        page = visit.open(f"/documents/{written_places.document}")
        page.wait_for_selector("[data-document][data-ready]")
        _mark_by_pointer(page, missed)
        expect(page.locator("#marked")).to_have_value(missed)
        visit.shoot(f"story-marking-{language}", whole=False)
        page.locator("[data-marking] button").click()
        page.wait_for_url(re.compile(r"/mark\?start="))
        expect(page.locator(".marked mark")).to_have_text(missed)
        assert visit.find_violations() == []
        page.select_option("#type", "STATE")
        page.fill("#source-words", "الوكالة")
        page.fill("#why", "the reader passed over it")
        visit.shoot(f"story-mark-{language}")
        page.locator(".marked button.main").click()
        page.wait_for_url(re.compile(r"/documents/[^#]*#clm_"))
        name = page.url.rsplit("#", 1)[1]
        expect(page.locator(f"[data-card='{name}'] .tag.info")).to_be_visible()
        expect(page.locator(f"mark[data-claims~='{name}']").first).to_be_visible()
        assert visit.find_violations() == []
        visit.shoot(f"story-added-{language}", whole=False)
        page = visit.open(f"/claims/{name}")
        page.keyboard.press("z")
        page.keyboard.type("I mistook it")
        page.keyboard.press("Enter")
        expect(page.locator(".item .tag.contested").first).to_be_visible()
    assert first.client.get_json(f"/claims/{name}")["verdict"] == "rejected"


def test_words_are_marked_with_the_keyboard_alone_and_without_a_script(first: Visitor, written_places: Places):
    address = f"/documents/{written_places.document}"
    with first.visit(language="ar", width=NARROW) as visit:
        page = visit.open(address)
        page.wait_for_selector("[data-document][data-ready]")
        page.locator("[data-text]").focus()
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
        for _ in range(3):
            page.keyboard.press("Shift+ArrowLeft")
        expect(page.locator("#marked")).not_to_have_value("")
        said = page.locator("#marked").input_value()
        assert len(said.split()) >= 2
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/mark\?start="))
        expect(page.locator(".marked mark")).to_contain_text(said.split()[0])
        visit.shoot("story-mark-ar-390")
        assert visit.overflow() <= 0
    with first.visit(scripts=False) as visit:
        page = visit.open(address)
        page.fill("#marked", MISSED["en"])
        page.locator("[data-marking] button").click()
        page.wait_for_url(re.compile("/mark"))
        expect(page.locator(".marked mark")).to_have_text(MISSED["en"])


@LANGUAGES
def test_what_is_followed_is_seen_and_taken_out(first: Visitor, language: str):
    with first.visit(language=language, width=NARROW if language == "ar" else 1440) as visit:
        page = visit.open("/followed")
        expect(page.locator(".followed li")).to_have_count(1)
        expect(page.locator(".followed li")).to_contain_text("RW123")
        expect(page.locator(".followed li")).to_contain_text("31")
        assert visit.find_violations() == []
        assert visit.overflow() <= 0
        visit.shoot(f"story-followed-{language}")
        if language == "en":
            page.locator(".followed button").click()
            expect(page.locator(".followed .empty")).to_be_visible()
            assert first.client.get_json("/followed")["lists"] == []
