"""The pictures of docs/desk-tour.md: made by visiting the desk, kept beside the other screenshots.

`make desk-pictures` copies them into the documentation.
"""

from __future__ import annotations

import pytest

from tests.serve.browser.places import Places
from tests.serve.browser.visit import ROOT, SHOTS, Visitor

TOUR = {
    "desk-overview": ("en", "/"),
    "desk-event": ("ar", "/events/{event}"),
    "desk-document": ("en", "/documents/{document}#{claim}"),
    "desk-mark": ("ar", "/documents/{document}/mark?words=ولم يعدل هذا الرقم"),
}


@pytest.mark.parametrize("name", TOUR)
def test_the_tour_shows_what_the_desk_shows(visitor: Visitor, places: Places, name: str):
    language, address = TOUR[name]
    with visitor.visit(language=language, width=1180, height=760) as visit:
        page = visit.open(address.format(**vars(places)))
        visit.draw_maps()
        page.evaluate("window.scrollTo(0, 0)")
        SHOTS.mkdir(parents=True, exist_ok=True)
        made = page.screenshot(path=SHOTS / f"{name}.jpg", type="jpeg", quality=68, caret="initial")
        assert 10_000 < len(made) < 200_000
    assert f"images/{name}.jpg" in (ROOT / "docs" / "desk-tour.md").read_text(encoding="utf8")
