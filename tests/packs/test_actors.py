"""What must hold of every actor in packs/world/actors and of the kinds that they have."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from riwaya.lang.normalize import fold_letters
from riwaya.lang.tokens import tokenize
from riwaya.lang.world import country_body, load_actors, load_countries
from riwaya.lang.world_lint import lint_rows
from riwaya.lang.world_rows import iter_sources, load_rows, parse_rows, world_folder
from riwaya.model.actor import ActorEntry

ACTORS = {actor.id: actor for actor in load_actors()}
KINDS = {str(row["id"]): row for row in load_rows().rows["kind"]}
PEOPLE = frozenset(kind for kind, row in KINDS.items() if row["body"] == "person")
ARMED = frozenset(
    "armed-forces militant-group rebel-group separatist-group militia self-defence-group private-military".split()
)
REGIONS = {
    "Sahel": "ML NE BF MR",
    "Lake Chad": "NG TD CM",
    "Sudan": "SD SS",
    "Libya": "LY",
    "Egypt": "EG",
    "Somalia": "SO",
    "Yemen": "YE",
    "Syria": "SY",
    "Iraq": "IQ",
    "Palestine and Israel": "PS IL",
    "Lebanon": "LB",
    "Turkey": "TR",
    "Afghanistan": "AF",
    "Pakistan": "PK",
    "Ukraine and Russia": "UA RU",
}
"""The regions that issue 2 names, as the countries that they are made of."""


def folded(*names: str) -> set[str]:
    """Give names as the reader compares them."""
    return {fold_letters(name) for name in names}


def test_lint_finds_nothing_in_actors_and_kinds() -> None:
    found = lint_rows(parse_rows(iter_sources(world_folder())))
    assert [line for line in found if line.startswith(("actors/", "kinds.toml"))] == []


def test_there_are_more_actors_than_the_issue_asks_for() -> None:
    assert len(ACTORS) >= 600
    assert len(ACTORS) == len(load_actors())
    organised = [actor for actor in ACTORS.values() if actor.kind not in PEOPLE]
    assert len(organised) >= 600


def test_every_file_of_actors_holds_nothing_but_actors() -> None:
    for name, content in iter_sources(world_folder()):
        if name.startswith("actors/"):
            assert list(tomllib.loads(content.decode("utf-8"))) == ["actor"], name


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_fighters_speakers_and_statesmen(region: str) -> None:
    here = {iso for iso in REGIONS[region].split()}
    found = [actor for actor in ACTORS.values() if here & set(actor.countries)]
    kinds = Counter(actor.kind for actor in found)
    assert len(found) >= 25
    assert sum(kinds[kind] for kind in ARMED) >= 5
    assert sum(kinds[kind] for kind in PEOPLE) >= 8


def test_every_actor_has_a_full_arabic_name() -> None:
    assert [actor.id for actor in ACTORS.values() if not actor.ar] == []


def test_short_names_are_never_full_names_of_the_same_actor() -> None:
    for actor in ACTORS.values():
        assert not folded(*actor.ar, *actor.hostile_ar) & folded(*actor.ar_weak), actor.id


def test_no_full_name_stands_for_two_actors() -> None:
    taken: dict[str, str] = {}
    for actor in ACTORS.values():
        for name in folded(*actor.ar, *actor.hostile_ar):
            assert taken.setdefault(name, actor.id) == actor.id, f"{name}: {taken[name]} and {actor.id}"


def test_a_full_name_that_is_a_country_belongs_to_a_body_of_that_country() -> None:
    taken = {fold_letters(name): c.iso for c in load_countries() for name in (*c.ar, *c.capital_ar)}
    for actor in ACTORS.values():
        for name in folded(*actor.ar) & taken.keys():
            assert taken[name] in actor.countries, actor.id
            assert actor.kind == "government", actor.id


def test_no_english_name_means_two_actors() -> None:
    counts = Counter(actor.name.casefold() for actor in ACTORS.values())
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_name_is_too_short_to_be_found_or_split_like_a_sentence() -> None:
    for actor in ACTORS.values():
        for name in (*actor.ar, *actor.ar_weak, *actor.hostile_ar):
            assert len(name.replace(" ", "")) >= 3, f"{actor.id}: {name}"
            assert all(
                token.is_word or token.form in "-./" or token.form.isdigit() for token in tokenize(fold_letters(name))
            ), name


def test_every_kind_is_described_in_three_languages() -> None:
    for id_, row in KINDS.items():
        assert row.keys() == {"id", "en", "ar", "fr", "body"}, id_
        assert row["body"] in {"organisation", "person", "people"}, id_
    assert {actor.kind for actor in ACTORS.values()} <= KINDS.keys()


def test_nobody_is_their_own_parent_however_far_up() -> None:
    for actor in ACTORS.values():
        above: list[str] = []
        step: ActorEntry = actor
        while step.parent is not None:
            assert step.parent not in (actor.id, *above), actor.id
            above.append(step.parent)
            step = ACTORS[step.parent]


def test_nothing_ends_before_it_begins() -> None:
    for actor in ACTORS.values():
        if actor.since and actor.until:
            assert actor.since[:4] <= actor.until[:4], actor.id


def test_external_ids_are_wellformed_and_used_once() -> None:
    pairs = [pair for actor in ACTORS.values() for pair in actor.external]
    assert len(pairs) == len(set(pairs))
    for scheme, id_ in pairs:
        if scheme == "wikidata":
            assert id_[0] == "Q", id_
            assert id_[1:].isdigit(), id_


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("داعش", "islamic-state"),
        ("تنظيم الدولة الإسلامية في العراق والشام", "islamic-state"),
        ("تنظيم القاعدة", "al-qaeda"),
        ("تنظيم القاعدة في بلاد المغرب الإسلامي", "aqim"),
        ("مجموعة فاغنر", "wagner-group"),
        ("واجنر", "wagner-group"),
        ("الفيلق الإفريقي", "africa-corps"),
        ("جماعة نصرة الإسلام والمسلمين", "jnim"),
        ("قوات الدعم السريع", "rsf"),
        ("حركة الشباب", "al-shabaab"),
        ("بوكو حرام", "boko-haram"),
        ("هيومان رايتس ووتش", "human-rights-watch"),
        ("هيومن رايتس واتش", "human-rights-watch"),
        ("الامم المتحدة", "united-nations"),
        ("الأونروا", "unrwa"),
        ("اليونيفيل", "unifil"),
        ("البنتاجون", "pentagon"),
        ("القيادة العسكرية الأمريكية في إفريقيا", "africom"),
        ("التحالف الدولي ضد داعش", "us-led-coalition"),
        ("مجموعة سايت", "site-intelligence-group"),
        ("القوة المختلطة متعددة الجنسيات", "mnjtf"),
        ("المحكمة الجنائية الدولية", "icc"),
        ("بان كي مون", "ban-ki-moon"),
    ],
)
def test_the_names_that_newspapers_use_lead_to_the_actor(name: str, id_: str) -> None:
    assert [a.id for a in ACTORS.values() if fold_letters(name) in folded(*a.ar)] == [id_]


@pytest.mark.parametrize("name", ["القاعدة", "المنظمة الدولية", "قوات التحالف", "المرتزقة الروس", "بوش", "القرشي"])
def test_names_that_are_also_ordinary_words_are_weak(name: str) -> None:
    assert not any(fold_letters(name) in folded(*a.ar, *a.hostile_ar) for a in ACTORS.values())
    assert any(fold_letters(name) in folded(*a.ar_weak) for a in ACTORS.values())


def test_the_coalition_for_legitimacy_is_the_saudi_one_unless_the_egyptian_is_named() -> None:
    name = fold_letters("تحالف دعم الشرعية")
    saudi, egyptian = ACTORS["saudi-led-coalition"], ACTORS["anti-coup-alliance"]
    assert name in folded(*saudi.ar, *saudi.ar_weak)
    assert name in folded(*egyptian.ar_weak)


@pytest.mark.parametrize(
    ("iso", "body", "id_"),
    [
        ("US", "ministry-of-defence", "pentagon"),
        ("US", "ministry-of-foreign-affairs", "us-state-department"),
        ("US", "parliament", "us-congress"),
        ("FR", "president", "elysee"),
        ("GB", "ministry-of-foreign-affairs", "british-foreign-office"),
        ("US", "government", "us-government"),
    ],
)
def test_a_body_of_a_country_and_its_own_name_are_one_actor(iso: str, body: str, id_: str) -> None:
    country = next(c for c in load_countries() if c.iso == iso)
    assert country_body(country, body).id == id_
