"""What a reviewer does, keyboard first, in Arabic and in English; and two reviewers at once."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.browser.places import Places, find_places
from tests.serve.browser.visit import Visitor
from tests.serve.conftest import PASSWORD
from tests.serve.desks import RunningDesk, running_desk

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])


@pytest.fixture(scope="module")
def written(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk that these tests write into."""
    path = shutil.copyfile(sample_ledger, tmp_path_factory.mktemp("written") / "written.db")
    with running_desk(path) as one:
        yield one


@pytest.fixture(scope="module")
def first(browser: Browser, written: RunningDesk) -> Visitor:
    return Visitor(browser, written.signed_in("administrator", PASSWORD))


@pytest.fixture(scope="module")
def second(browser: Browser, written: RunningDesk) -> Visitor:
    return Visitor(browser, written.signed_in("reviewer", PASSWORD))


@pytest.fixture(scope="module")
def written_places(first: Visitor) -> Places:
    return find_places(first.client)


def _chosen(page: Page) -> str:
    return page.locator("[data-item][data-at]").get_attribute("id") or ""


@LANGUAGES
def test_the_queue_is_worked_by_keys(first: Visitor, language: str):
    with first.visit(language=language) as visit:
        page = visit.open("/review")
        page.keyboard.press("j")
        one = _chosen(page)
        page.keyboard.press("j")
        assert _chosen(page) != one
        page.keyboard.press("k")
        assert _chosen(page) == one
        claim = one.removeprefix("item-")
        page.keyboard.press("a")
        expect(page.locator(".item[data-done]")).to_have_count(1)
        expect(page.locator("[data-item][data-at]")).to_have_count(1)
        assert _chosen(page) != one
        assert first.client.get_json(f"/claims/{claim}")["verdict"] == "accepted"
        # The next one is rejected, with a reason.
        other = _chosen(page).removeprefix("item-")
        page.keyboard.press("r")
        page.keyboard.type("a headline of another page")
        page.keyboard.press("Enter")
        expect(page.locator(".item[data-done]")).to_have_count(2)
        judged = first.client.get_json(f"/claims/{other}")
        assert (judged["verdict"], judged["judgement"]["why"]) == ("rejected", "a headline of another page")
        visit.shoot(f"story-review-{language}")
        assert visit.find_violations() == []


@LANGUAGES
def test_a_field_is_corrected_and_the_correction_taken_back(first: Visitor, written_places: Places, language: str):
    address = f"/claims/{written_places.claim}"
    with first.visit(language=language) as visit:
        page = visit.open(address)
        page.keyboard.press("c")
        low = page.locator("input[name='set.figure.1.low']")
        before = int(low.input_value())
        low.fill(str(before + 3))
        page.locator("input[name='set.figure.1.high']").fill(str(before + 3))
        page.locator(".item form:has(input[value=correct]) input[name=why]").fill("the text says more")
        visit.shoot(f"story-correct-{language}")
        page.locator(".item form:has(input[value=correct]) button[type=submit]").click()
        expect(page.locator(".item .figure").first).to_contain_text(str(before + 3))
        kept = first.client.get_json(address)
        assert kept["verdict"] == "corrected"
        assert set(json.loads(kept["judgement"]["change"])) == {"figure.1.low", "figure.1.high"}
        page = visit.open(address)
        page.keyboard.press("z")
        page.keyboard.type("I mistook the page")
        page.keyboard.press("Enter")
        expect(page.locator(".item .figure").first).to_contain_text(str(before))
        assert first.client.get_json(address)["verdict"] is None


@LANGUAGES
def test_of_two_reviewers_the_second_sees_both_versions(
    first: Visitor, second: Visitor, written_places: Places, language: str
):
    told = first.client.get_json(f"/documents/{written_places.document}")["claims"]
    claim = next(one["claim"]["id"] for one in told if one["verdict"] is None)
    address = f"/claims/{claim}"
    with first.visit(language=language) as mine, second.visit(language=language) as theirs:
        page, other = mine.open(address), theirs.open(address)
        page.keyboard.press("a")
        expect(page.locator(".item[data-done]")).to_have_count(1)
        other.keyboard.press("r")
        other.keyboard.type("I read it otherwise")
        other.keyboard.press("Enter")
        expect(other.locator("[data-conflict]")).to_be_visible()
        assert "administrator" in other.locator(".versions").inner_text()
        assert "I read it otherwise" in other.locator(".versions").inner_text()
        assert first.client.get_json(address)["verdict"] == "accepted"
        theirs.shoot(f"story-conflict-{language}")
        assert theirs.find_violations() == []
        theirs.complaints.clear()  # the browser notes the 409 that this is about
        other.locator("[data-conflict] button.main").click()
        expect(other.locator("[data-conflict]")).to_have_count(0)
        assert first.client.get_json(address)["verdict"] == "rejected"


def test_an_event_is_split_and_merged_again(first: Visitor, written_places: Places):
    with first.visit(language="ar") as visit:
        page = visit.open(f"/events/{written_places.event}")
        boxes = page.locator("input[name=claim]")
        boxes.nth(0).check()
        page.fill("#why-split", "another day")
        page.locator("form[action$='/split'] button").click()
        page.wait_for_url(re.compile("/events/evt_"))
        made = page.url.rsplit("/", 1)[1]
        events = {one["id"] for one in first.client.get_json("/?limit=200")["events"]}
        assert made in events
        log = first.client.get_json("/audit")["lines"]
        assert log[0]["action"] == "split"
        assert log[0]["who"] == "administrator"


def test_a_judgement_needs_no_script(first: Visitor, written_places: Places):
    told = first.client.get_json("/review")["waiting"]
    claim = told[-1]["claim"]["claim"]["id"]
    with first.visit(scripts=False) as visit:
        page = visit.open("/review")
        page.locator(f"#item-{claim} form:has(input[value=accept]) button").click()
        page.wait_for_url(re.compile("/review"))
    assert first.client.get_json(f"/claims/{claim}")["verdict"] == "accepted"


@LANGUAGES
def test_accounts_tokens_and_a_second_factor(first: Visitor, language: str):
    with first.visit(language=language) as visit:
        page = visit.open("/account")
        page.fill("#token-name", f"nightly {language}")
        page.locator("form[action='/account/tokens'] button").click()
        key = page.locator("code.secret").inner_text()
        assert key.startswith("rwy_")
        assert visit.find_violations() == []
        page = visit.open("/account")
        assert key not in page.content()
        page.locator("form[action='/account/code'] button").click()
        assert len(page.locator("code.secret").inner_text()) >= 16
        page = visit.open("/people")
        page.fill("#new-name", f"guest-{language}")
        page.locator("form[action='/people'] button").click()
        assert "/sign-in/link/" in page.locator("code.secret").inner_text()
        page = visit.open("/audit")
        assert f"guest-{language}" in page.content() or page.locator("tbody tr").count() > 2
