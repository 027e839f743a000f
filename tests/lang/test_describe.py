"""Small vocabularies of adjectives and fields of government."""

from __future__ import annotations

import pytest

from riwaya.lang.describe import Portfolio, adjectives, bare, portfolios


@pytest.mark.parametrize(
    ("form", "english"),
    [
        ("امني", "security"),
        ("امنيه", "security"),
        ("امنيين", "security"),
        ("طبيه", "medical"),
        ("محليون", "local"),
        ("كبير", "senior"),
        ("قبليتان", "tribal"),
    ],
)
def test_an_adjective_is_known_in_every_form(form: str, english: str) -> None:
    assert adjectives("ar")[form] == english


def test_an_adjective_that_nobody_listed_is_unknown() -> None:
    assert "ازرق" not in adjectives("ar")


def test_a_field_of_government_names_its_body_where_countries_have_one() -> None:
    assert portfolios("ar")["الداخليه"] == Portfolio("Interior", "ministry-of-interior")
    assert portfolios("ar")["النفط"].body is None
    assert portfolios("ar")["حقوق"].en == "Human Rights"


@pytest.mark.parametrize(("form", "core"), [("الامني", "امني"), ("للامن", "امن"), ("امني", "امني"), ("الم", "الم")])
def test_the_article_is_taken_off(form: str, core: str) -> None:
    assert bare(form) == core
