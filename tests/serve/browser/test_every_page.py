"""Every page, in Arabic and English, in both themes, on a desk and in a hand: whole, accessible, alone."""

from __future__ import annotations

import pytest

from tests.serve.browser.places import Places
from tests.serve.browser.visit import NARROW, WIDE, Visitor

PAGES = {
    "overview": "/",
    "event": "/events/{event}",
    "document": "/documents/{document}",
    "document-at-claim": "/documents/{document}#{claim}",
    "claim": "/claims/{claim}",
    "search": "/search?words=القوات",
    "search-claims": "/search?words=الجيش&kind=claims",
    "actor": "/actors/jnim",
    "place": "/places/{place}",
    "outlet": "/outlets/{outlet}",
    "documents": "/documents",
    "sources": "/sources",
    "failures": "/failures",
    "followed": "/followed",
    "names": "/aliases",
    "name": "/aliases?words=مرصد الافتراض",
    "mark": "/documents/{document}/mark?words=ولم يعدل هذا الرقم",
    "review": "/review",
    "account": "/account",
    "people": "/people",
    "audit": "/audit",
}
LOOKS = [("ar", "light", WIDE), ("en", "dark", WIDE), ("ar", "dark", NARROW), ("en", "light", NARROW)]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_every_page_is_whole_and_accessible(visitor: Visitor, places: Places, look: tuple[str, str, int]):
    language, theme, width = look
    violations: dict[str, list[str]] = {}
    wide: dict[str, int] = {}
    with visitor.visit(language=language, theme=theme, width=width) as visit:
        for name, address in PAGES.items():
            page = visit.open(address.format(**vars(places)))
            assert page.get_attribute("html", "lang") == language
            assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
            visit.draw_maps()
            visit.shoot(f"{name}-{language}-{theme}-{width}")
            violations[name] = visit.find_violations()
            wide[name] = visit.overflow()
    assert {name: found for name, found in violations.items() if found} == {}
    assert {name: by for name, by in wide.items() if by > 0} == {}


def test_french_is_a_language_of_the_desk_too(visitor: Visitor, places: Places):
    with visitor.visit(language="fr") as visit:
        page = visit.open(f"/events/{places.event}")
        assert page.get_attribute("html", "lang") == "fr"
        assert "Les versions côte à côte" in page.inner_text("main")
        assert visit.find_violations() == []
        visit.shoot("event-fr-light-1440")
