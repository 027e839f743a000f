"""Small vocabularies of adjectives and fields of government."""

from __future__ import annotations

import pytest

from riwaya.lang.describe import (
    Portfolio,
    adjectives,
    bare,
    has_circumstance_shape,
    has_verb_shape,
    portfolios,
)


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


@pytest.mark.parametrize("form", ["اتصلت", "اندلعت", "استقالت", "تعثرت", "ينتحر", "يستقبل", "يهتفون"])
def test_verbs_of_derived_stems_are_known_by_their_form(form: str) -> None:
    assert has_verb_shape(form)


@pytest.mark.parametrize("form", ["تكريت", "يناير", "يتيم", "يمنيون", "اتصالات", "تنظيم", "ياسين"])
def test_nouns_and_names_have_the_form_of_no_verb(form: str) -> None:
    assert not has_verb_shape(form)


@pytest.mark.parametrize(
    ("form", "tells_how"), [("مطالبا", True), ("متلقيا", True), ("مانديلا", False), ("ماريا", False)]
)
def test_participles_in_the_accusative_tell_how(form: str, tells_how: bool) -> None:
    assert has_circumstance_shape(form) is tells_how
