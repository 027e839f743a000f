"""What must hold of every country and people in packs/world/countries.toml."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import load_countries, load_peoples
from riwaya.lang.world_lint import lint_rows
from riwaya.lang.world_rows import iter_sources, parse_rows, world_folder
from riwaya.model.country import Country

COUNTRIES = {country.iso: country for country in load_countries()}
UNPEOPLED = {"UM", "AQ", "TF", "GS", "HM", "BV", "GG", "NU", "CK", "IM", "JE"}
"""Territories whose adjective no newspaper writes in Arabic."""


def forms(country: Country) -> set[str]:
    """Give every folded form of a country's adjective."""
    return {fold_letters(form) for form in (*country.ar_m, *country.ar_f, *country.ar_pl)}


def test_lint_finds_nothing() -> None:
    found = lint_rows(parse_rows(iter_sources(world_folder())))
    assert [line for line in found if line.startswith("countries.toml")] == []


def test_the_world_is_covered() -> None:
    assert len(COUNTRIES) >= 245
    for country in COUNTRIES.values():
        assert re.fullmatch(r"[A-Z]{2}", country.iso)
        assert re.fullmatch(r"[A-Z]{3}", country.iso3)
        assert country.ar
        assert country.regions
        assert not country.name.startswith("the ")


def test_every_country_has_its_adjective_in_four_forms() -> None:
    for country in COUNTRIES.values():
        if country.iso in UNPEOPLED:
            continue
        assert country.adjective, country.iso
        assert country.people_en, country.iso
        assert len(country.ar_m) == len(country.ar_f) > 0, country.iso
        assert len(country.ar_pl) >= 2, country.iso
        assert all(form.endswith("ي") for form in country.ar_m)
        assert all(form.endswith("ية") for form in country.ar_f)


def test_coordinates_and_reach_are_on_the_earth() -> None:
    for country in COUNTRIES.values():
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
        assert 100 <= country.radius_km <= 3000


def test_forms_called_ambiguous_are_forms_of_the_country() -> None:
    for country in COUNTRIES.values():
        own = forms(country) | {fold_letters(name) for name in (*country.ar, *country.capital_ar)}
        assert {fold_letters(form) for form in country.ambiguous_ar} <= own, country.iso


def test_no_adjective_means_two_countries() -> None:
    rows = sorted((form, country.iso) for country in COUNTRIES.values() for form in forms(country))
    assert [(one, other) for one, other in pairwise(rows) if one[0] == other[0] and one[1] != other[1]] == []


def test_a_capital_shared_with_a_country_is_called_ambiguous() -> None:
    named = {fold_letters(name): country.iso for country in COUNTRIES.values() for name in country.ar}
    for country in COUNTRIES.values():
        for capital in map(fold_letters, country.capital_ar):
            if named.get(capital, country.iso) != country.iso:
                assert capital in map(fold_letters, country.ambiguous_ar), country.iso


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("سوريا", "SY"),
        ("سورية", "SY"),
        ("أميركا", "US"),
        ("أمريكا", "US"),
        ("الولايات المتحدة الأميركية", "US"),
        ("روسيا الاتحادية", "RU"),
        ("بينين", "BJ"),
        ("بوركينافاسو", "BF"),
        ("كوت ديفوار", "CI"),
        ("الكونغو الديمقراطية", "CD"),
        ("جنوب السودان", "SS"),
        ("أفريقيا الوسطى", "CF"),
        ("كوسوفو", "XK"),
    ],
)
def test_newspaper_names_of_countries_are_known(word: str, iso: str) -> None:
    assert fold_letters(word) in map(fold_letters, COUNTRIES[iso].ar)


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("ماليين", "ML"),
        ("نيجيريون", "NG"),
        ("نيجرية", "NE"),
        ("أتراك", "TR"),
        ("روس", "RU"),
        ("أمريكيين", "US"),
        ("أميركية", "US"),
        ("أسباني", "ES"),
        ("أسبان", "ES"),
        ("أفغان", "AF"),
        ("كوريين شماليين", "KP"),
        ("جنوب سودانيين", "SS"),
        ("إماراتية", "AE"),
        ("بوركينيين", "BF"),
    ],
)
def test_newspaper_adjectives_are_known(word: str, iso: str) -> None:
    assert fold_letters(word) in forms(COUNTRIES[iso])


def test_a_capital_stands_for_its_government() -> None:
    for capital, iso in {"أنقرة": "TR", "باماكو": "ML", "تل أبيب": "IL", "واشنطن": "US", "كابول": "AF"}.items():
        assert capital in COUNTRIES[iso].capital_ar


def test_peoples_are_no_countries_and_have_forms_or_a_name() -> None:
    taken = {form for country in COUNTRIES.values() for form in forms(country)}
    for people in load_peoples():
        assert people.forms or people.ar_names, people.id
        assert people.adjective
        shared = {fold_letters(form) for form in people.ar_m} & taken
        assert shared <= {fold_letters("أرمني")}, people.id


@pytest.mark.parametrize(
    "word", ["كردية", "أكراد", "عربي", "طوارق", "شيعي", "دروز", "غربيون", "أممية", "دولي", "أوروبيين"]
)
def test_peoples_and_regions_are_known(word: str) -> None:
    assert any(fold_letters(word) in map(fold_letters, people.forms) for people in load_peoples())


def test_what_enemies_say_is_marked_and_told_neutrally() -> None:
    hostile = {people.id: people for people in load_peoples() if people.hostile}
    assert hostile["zionist"].adjective == "Israeli"
    assert hostile["safavid"].adjective == "Iranian"
    assert all(not set(country.hostile_ar) & set(country.ar) for country in COUNTRIES.values())
