"""What must hold of every outlet in packs/world/outlets.toml."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import find_outlet, load_countries, load_outlets
from riwaya.lang.world_lint import lint_rows
from riwaya.lang.world_rows import iter_sources, parse_rows, world_folder

OUTLETS = {outlet.id: outlet for outlet in load_outlets()}
ARAB = "SA YE OM AE QA BH KW IQ SY LB JO PS EG LY TN DZ MA MR SD SO DJ".split()


def test_lint_finds_nothing() -> None:
    found = lint_rows(parse_rows(iter_sources(world_folder())))
    assert [line for line in found if line.startswith("outlets.toml")] == []


def test_every_arab_country_and_the_parties_to_wars_have_outlets() -> None:
    told = Counter(outlet.country for outlet in OUTLETS.values())
    assert len(OUTLETS) >= 260
    for iso in (*ARAB, "ML", "NE", "TD", "BF", "NG", "SS", "ET", "KE", "IL", "TR", "IR", "RU", "UA", "AF", "PK"):
        assert told[iso], iso


def test_every_outlet_has_an_arabic_name() -> None:
    assert [outlet.id for outlet in OUTLETS.values() if not outlet.ar and not outlet.ar_weak] == []


def test_no_full_name_is_a_country_or_its_capital() -> None:
    taken = {fold_letters(name) for c in load_countries() for name in (*c.ar, *c.capital_ar)}
    for outlet in OUTLETS.values():
        assert not taken & {fold_letters(name) for name in outlet.ar}, outlet.id


@pytest.mark.parametrize(
    "word",
    [
        *"فارس معا سبأ الحياة الرياض الوطن أعماق النهار الأخبار المدينة اليوم العربية الجزيرة الحدث".split(),
        *("الشرق الأوسط", "26 سبتمبر", "أخبار اليوم", "الثورة اليمنية", "الجمهورية اللبنانية"),
    ],
)
def test_ordinary_words_are_no_full_names(word: str) -> None:
    assert all(fold_letters(word) not in map(fold_letters, outlet.ar) for outlet in OUTLETS.values())


@pytest.mark.parametrize(
    "name",
    [
        "Agence France-Presse",
        "Reuters",
        "Associated Press",
        "CNN",
        "RIA Novosti",
        "Amaq News Agency",
        "The Washington Post",
        "Asharq Al-Awsat",
        "Al-Riyadh",
        "Al-Jazirah (Saudi)",
        "Okaz",
        "CNN Arabic",
        "WAFA",
    ],
)
def test_names_that_annotators_use_are_canonical(name: str) -> None:
    found = find_outlet(name)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "word",
    "رويترز تسنيم إيسنا إرنا تاس سبوتنيك إنترفاكس شينخوا كيودو يونهاب باختر سانا تويتر تلغرام لوموند هآرتس".split(),
)
def test_names_that_mean_nothing_else_stand_alone(word: str) -> None:
    assert any(fold_letters(word) in map(fold_letters, outlet.ar) for outlet in OUTLETS.values())


def test_domains_are_hosts_in_lower_case_and_belong_to_one_outlet() -> None:
    domains = Counter(domain for outlet in OUTLETS.values() for domain in outlet.domains)
    assert all(re.fullmatch(r"([a-z0-9-]+\.)+[a-z]{2,}(/[a-z]+)?", domain) for domain in domains)
    assert not [domain for domain in domains if domain.startswith("www.")]
    assert not [domain for domain, count in domains.items() if count > 1]


def test_party_media_say_whom_they_speak_for() -> None:
    silent = {o.id for o in OUTLETS.values() if o.kind == "party-media" and not o.affiliation}
    assert silent <= {"al-mustaqbal", "otv-lebanon", "nbn", "rodong", "shumukh", "al-fallujah-forum", "sabereen-news"}
