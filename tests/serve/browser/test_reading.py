"""What a reader does, in Arabic and in English: from the overview to the words behind a figure."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.serve.browser.places import Places
from tests.serve.browser.visit import SHOTS, Visitor
from tests.serve.desks import RunningDesk

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
SCRIPT_BUDGET = 120_000
"""Bytes of script that the page of an event may load before anybody looks at its map."""


@LANGUAGES
def test_map_and_timeline_filter_each_other_and_the_list_through_the_address(visitor: Visitor, language: str):
    with visitor.visit(language=language) as visit:
        page = visit.open("/")
        before = page.locator(".events > li").count()
        bars = page.locator("svg[data-timeline] a")
        bars.nth(bars.count() - 1).click()
        page.wait_for_url(re.compile(r"since=\d{4}-\d\d-\d\d&until="))
        listed = page.locator(".events > li")
        assert 0 < listed.count() < before
        places = page.locator("#map-rows li")
        visit.draw_maps()
        page.locator("details:has(#map-rows) summary").click()
        places.first.locator("a").click()
        page.wait_for_url(re.compile("place="))
        assert "since=" in page.url
        assert 0 < page.locator(".events > li").count() <= listed.count()
        visit.shoot(f"story-filtered-{language}")
        page.locator(".chosen a", has_text="×").first.click()
        page.wait_for_url(lambda url: "place=" not in url)
        assert "since=" in page.url


@LANGUAGES
def test_words_are_found_in_any_spelling(visitor: Visitor, language: str):
    with visitor.visit(language=language) as visit:
        page = visit.open("/")
        page.fill("input[type=search]", "قوات")
        page.press("input[type=search]", "Enter")
        page.wait_for_url(re.compile("/search"))
        hits = page.locator("mark.hit").all_inner_texts()
        assert any(hit.startswith("القوات") for hit in hits)
        page.locator(".events h2 a").first.click()
        page.wait_for_url(re.compile("/documents/"))


@LANGUAGES
def test_a_figure_leads_to_its_words(visitor: Visitor, places: Places, language: str):
    with visitor.visit(language=language) as visit:
        page = visit.open(f"/events/{places.event}")
        cell = page.locator("table.accounts td:not(.none) a.said").first
        words = cell.inner_text().strip("«»")
        cell.click()
        page.wait_for_url(re.compile(r"/documents/.*#clm_"))
        page.wait_for_selector("[data-document][data-ready]")
        expect(page.locator("[data-card][data-on]")).to_have_count(1)
        marked = " ".join(page.locator("mark[data-on]").all_inner_texts())
        assert words.split()[0] in marked
        expect(page.locator("mark[data-on]").first).to_be_in_viewport()
        visit.shoot(f"story-words-{language}", whole=False)


@LANGUAGES
def test_pointing_at_a_claim_shows_its_card_and_the_keyboard_does_too(visitor: Visitor, places: Places, language: str):
    with visitor.visit(language=language) as visit:
        page = visit.open(f"/documents/{places.document}")
        page.wait_for_selector("[data-document][data-ready]")
        text = page.locator("article.text")
        assert text.get_attribute("dir") == "rtl"
        assert text.get_attribute("lang") == "ar"
        mark = page.locator("mark[id]").nth(1)
        mark.hover()
        own = (mark.get_attribute("data-claims") or "").split()[0]
        expect(page.locator(f"[data-card='{own}'][data-on]")).to_be_visible()
        card = page.locator(f"[data-card='{own}']")
        assert card.locator("dl dt").count() >= 2
        card.locator("summary").click()
        assert card.locator(".why li").count() >= 1
        page.mouse.move(0, 0)
        other = page.locator("mark[id] a").first
        other.focus()
        named = (page.locator("mark[id]").first.get_attribute("data-claims") or "").split()[0]
        expect(page.locator(f"[data-card='{named}'][data-on]")).to_have_count(1)


@LANGUAGES
def test_actors_and_places_are_one_click_away(visitor: Visitor, places: Places, language: str):
    with visitor.visit(language=language) as visit:
        page = visit.open(f"/events/{places.event}")
        page.locator("table.accounts th .who a[href='/actors/jnim']").first.click()
        page.wait_for_url(re.compile("/actors/jnim"))
        assert page.locator("table tbody tr").count() >= 1
        visit.shoot(f"story-actor-{language}")
        assert visit.find_violations() == []


def test_the_event_page_is_light_until_its_map_is_looked_at(visitor: Visitor, places: Places):
    with visitor.visit() as visit:
        # Asked of the browser itself once all is there: listening to answers races with the page that goes on.
        page = visit.open(f"/events/{places.event}")
        page.wait_for_load_state("networkidle")
        sizes: dict[str, int] = page.evaluate(
            "Object.fromEntries(performance.getEntriesByType('resource')"
            ".filter(entry => entry.name.includes('.js')).map(entry => [entry.name, entry.decodedBodySize]))"
        )
        assert not any("/map" in url for url in sizes)
        assert 0 < sum(sizes.values()) < SCRIPT_BUDGET


def test_where_webgl_is_missing_the_map_is_drawn_as_svg(visitor: Visitor, flat_browser: Browser):
    with visitor.visit(language="ar", browser=flat_browser) as visit:
        page = visit.open("/")
        visit.draw_maps()
        assert page.locator("[data-map]").get_attribute("data-drawn") == "svg"
        assert page.locator(".map-svg .area").count() > 3
        assert page.locator(".map-svg .label").first.text_content()
        visit.shoot("overview-without-webgl-ar")


def test_with_webgl_the_map_is_drawn_on_a_canvas_and_areas_are_areas(visitor: Visitor, places: Places):
    with visitor.visit(language="ar") as visit:
        page = visit.open(f"/events/{places.event}")
        visit.draw_maps()
        assert page.locator("[data-map]").get_attribute("data-drawn") == "gl"
        assert float(page.locator("#map-rows [data-km]").get_attribute("data-km") or 0) > 1


PLAIN = [
    "/",
    "/events/{event}",
    "/documents/{document}",
    "/actors/jnim",
    "/search?words=الجيش",
    "/review",
    "/sources",
    "/documents",
    "/failures",
]


@LANGUAGES
def test_everything_is_readable_without_a_script(visitor: Visitor, places: Places, language: str):
    with visitor.visit(language=language, scripts=False) as visit:
        for address in PLAIN:
            page = visit.open(address.format(**vars(places)))
            assert page.locator("h1").count() == 1, address
            assert len(page.locator("main").inner_text()) > 40, address
        page = visit.open(f"/documents/{places.document}#{places.claim}")
        # The words that the address names stand out by the style sheet alone.
        named = page.locator(f"[id='{places.claim}']")
        assert named.count() == 1
        page = visit.open(f"/events/{places.event}")
        assert page.locator("table.accounts tbody tr").count() > 5


def test_an_event_makes_a_sheet_of_paper(visitor: Visitor, places: Places):
    with visitor.visit(language="ar") as visit:
        page = visit.open(f"/events/{places.event}")
        visit.draw_maps()
        SHOTS.mkdir(parents=True, exist_ok=True)
        made = page.pdf(path=SHOTS / "event-sheet-ar.pdf", format="A4", print_background=True)
        assert made.startswith(b"%PDF")
        page.emulate_media(media="print")
        assert not page.locator("header.head").is_visible()
        assert page.locator(".sheet-only").is_visible()
        assert page.locator("#claims ~ form li .said").first.is_visible()
        assert not page.locator("#why-split").is_visible()
        visit.shoot("event-print-ar")


def test_a_printed_link_signs_in_once(browser: Browser, own_desk: RunningDesk):
    context = browser.new_context()
    page = context.new_page()
    page.goto(own_desk.link)
    page.locator("main button").click()
    page.wait_for_selector(".events")
    assert page.locator(".nav a").count() >= 4
    again = browser.new_context()
    other = again.new_page()
    other.goto(own_desk.link)
    other.locator("main button").click()
    expect(other.locator("[role=alert]")).to_be_visible()
    context.close()
    again.close()
