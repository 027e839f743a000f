"""Sermons and essays speak of violence at length; only what names a day, a place or people is told in them."""

from __future__ import annotations

from tests.news import read

_THOUGHT = (
    "إن الفكر الضال لا يمت إلى الدين بصلة، والعلماء يعلمون الشباب أن قتل المسلم من أعظم الذنوب في الشرع. "
    "ومن منهج هذا الفكر المتطرف أن يستبيح الدماء ويفجر المساجد باسم الجهاد، والإسلام من ذلك براء. "
)
_NEWS = "وقتل مسلحون ثلاثة حراس في مقديشو يوم الأحد. "


def test_a_sermon_tells_of_nothing_but_what_it_dates_or_places() -> None:
    claims = read(_THOUGHT * 4 + _NEWS + _THOUGHT * 2).claims
    assert [claim.subtype for claim in claims] == ["kill"]


def test_a_paragraph_of_thought_in_the_news_makes_no_sermon() -> None:
    news = "وقصف الجيش مواقع المسلحين في ضواحي المدينة، ونزح مئات السكان إلى القرى المجاورة هربا من القتال. " * 12
    assert len(read(news + _THOUGHT).claims) >= 12
