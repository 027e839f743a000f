"""The loaders of packs/world, national bodies, outlets by name, the checks, the index."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
from pathlib import Path
from typing import Any

import pytest

from riwaya.errors import PackError, PackMissing
from riwaya.lang import world_rows
from riwaya.lang.world import country_body, find_outlet, load_actors, load_countries, load_outlets, load_peoples
from riwaya.lang.world_bodies import body_name
from riwaya.lang.world_build import build_index
from riwaya.lang.world_letters import describe_letters
from riwaya.lang.world_lint import lint_rows
from riwaya.lang.world_rows import INDEX, WorldRows, digest_of, index_of, iter_sources, parse_rows, world_folder
from riwaya.model.country import Country

COUNTRIES = {country.iso: country for country in load_countries()}


def make_country(**over: Any) -> Country:
    """Give a country that is on no map."""
    given: dict[str, Any] = {"iso": "QQ", "iso3": "QQQ", "name": "Suhulia", "fr": "Souhoulie", "lat": 1.0, "lon": 2.0}
    return Country(**given | {"radius_km": 100, "adjective": "Suhulian", "people_en": "Suhulians"} | over)


def make_rows(**tables: list[dict[str, Any]]) -> WorldRows:
    """Give rows that lint finds nothing in, with some tables replaced."""
    given: dict[str, list[dict[str, Any]]] = {
        "kind": [{"id": "rebel-group"}],
        "country": [{"iso": "QQ", "iso3": "QQQ", "name": "S", "fr": "S", "lat": 1.0, "lon": 2.0, "radius_km": 100}],
        "actor": [{"id": "rayah", "name": "Rayah", "kind": "rebel-group", "ar": ["جماعة الراية"], "countries": ["QQ"]}],
    }
    rows = given | tables
    return WorldRows(rows, {name: ["made.toml"] * len(table) for name, table in rows.items()}, {}, "")


def test_every_table_loads_once_and_is_not_empty() -> None:
    for load in (load_actors, load_countries, load_peoples, load_outlets):
        assert load()
        assert load() is load()


@pytest.mark.parametrize(
    ("iso", "body", "id_", "name"),
    [
        ("BT", "government", "bt-government", "Government of Bhutan"),
        ("US", "government", "us-government", "Government of the United States"),
        ("BT", "armed-forces", "bt-armed-forces", "Bhutanese Armed Forces"),
        ("US", "armed-forces", "us-armed-forces", "United States Armed Forces"),
        ("ES", "ministry-of-foreign-affairs", "es-ministry-of-foreign-affairs", "Spanish Ministry of Foreign Affairs"),
        ("BT", "ministry-of-interior", "bt-ministry-of-interior", "Bhutanese Ministry of Interior"),
        ("UY", "people", "uy-people", "Uruguayans"),
        ("JP", "people", "jp-people", "Japanese people"),
        ("PT", "security-forces", "pt-security-forces", "Portuguese security forces"),
    ],
)
def test_a_national_body_is_named_by_grammar(iso: str, body: str, id_: str, name: str) -> None:
    actor = country_body(COUNTRIES[iso], body)
    assert actor.name == name
    assert actor.id is not None
    assert actor.id == id_ or any(entry.id == actor.id for entry in load_actors())


def test_a_body_with_a_name_of_its_own_has_that_name() -> None:
    assert country_body(COUNTRIES["IL"], "armed-forces").name == "Israel Defense Forces"
    assert country_body(COUNTRIES["US"], "ministry-of-defence").name == "United States Department of Defense"


def test_a_body_that_the_registry_knows_is_the_registry_entry() -> None:
    for entry in load_actors():
        for iso in entry.countries:
            if entry.name == body_name(COUNTRIES[iso], "armed-forces"):
                assert country_body(COUNTRIES[iso], "armed-forces").name == entry.name
                assert country_body(COUNTRIES[iso], "armed-forces").id in {e.id for e in load_actors()}


def test_two_countries_have_the_same_bodies_under_their_own_names() -> None:
    first, second = make_country(), make_country(iso="QX", name="Jabalia", adjective="Jabalian", people_en="Jabalians")
    for body in ("government", "armed-forces", "police", "ministry-of-health", "embassy", "people", "president"):
        here, there = country_body(first, body), country_body(second, body)
        assert here.kind == there.kind
        assert here.name.replace("Suhulia", "Jabalia") == there.name


def test_a_country_without_adjective_lends_its_name() -> None:
    assert body_name(make_country(adjective="", people_en=""), "police") == "Suhulia Police"
    assert body_name(make_country(people_en=""), "people") == "people of Suhulia"


def test_a_body_that_nobody_has_is_an_error_of_the_pack() -> None:
    with pytest.raises(PackMissing, match=r"RW201.*ministry-of-magic"):
        country_body(COUNTRIES["ML"], "ministry-of-magic")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("فرانس برس", "Agence France-Presse"),
        ("(أ.ف.ب)", "Agence France-Presse"),
        ("ا ف ب", "Agence France-Presse"),
        ("afp", "Agence France-Presse"),
        ("REUTERS", "Reuters"),
        ("وكالة «رويترز» للأنباء", "Reuters"),
        ("وكالة الأنباء الألمانية (د ب أ)", "Deutsche Presse-Agentur"),
        ("أسوشيتدبرس", "Associated Press"),
        ("Washington Post", "The Washington Post"),
        ("el pais", "El País"),
        ("«الشرق الأوسط»", "Asharq Al-Awsat"),
        ("صحيفة عكاظ", "Okaz"),
        ("الوطن السورية", "Al-Watan (Syria)"),
        ("صحيفة «الوطن» العمانية", "Al-Watan (Oman)"),
        ("https://aawsat.com/node/1", "Asharq Al-Awsat"),
        ("www.alriyadh.com", "Al-Riyadh"),
        ("arabic.cnn.com", "CNN Arabic"),
        ("edition.cnn.com/world", "CNN"),
        ("https://www.bbc.com/arabic/middleeast", "BBC Arabic"),
        ("https://www.bbc.com/arabicfood", "BBC"),
        ("وكالة أعماق", "Amaq News Agency"),
        ("الجزيرة السعودية", "Al-Jazirah (Saudi)"),
    ],
)
def test_an_outlet_is_found_by_any_name(name: str, outlet: str) -> None:
    found = find_outlet(name)
    assert found is not None
    assert found.name == outlet


@pytest.mark.parametrize("name", ["", "صحيفة", "صحيفة الوطن", "وكالة السهول", "nobody.example", "The"])
def test_no_outlet_is_made_up(name: str) -> None:
    assert find_outlet(name) is None


def test_every_outlet_is_found_by_its_own_name_and_id() -> None:
    for outlet in load_outlets():
        assert find_outlet(outlet.name) == outlet
        assert find_outlet(outlet.id) == outlet


def test_an_outlet_as_the_link_of_a_chain_keeps_its_name() -> None:
    found = find_outlet("Reuters")
    assert found is not None
    assert dataclasses.astuple(found.actor()) == ("reuters", "Reuters", "news-agency")


def test_sound_rows_have_no_finding() -> None:
    assert lint_rows(make_rows()) == []


@pytest.mark.parametrize(
    ("over", "finding"),
    [
        ({"colour": "red"}, "unknown key colour"),
        ({"name": ""}, "no name"),
        ({"ar": "الراية"}, "ar is str"),
        ({"id": "Al Rayah"}, "is not made of"),
        ({"ar": ["الرّاية"]}, "vowel signs"),
        ({"ar": ["الرايـة"]}, "tatweel"),
        ({"ar": ["الراية\u200f"]}, "invisible control"),
        ({"ar": ["الراکة"]}, "ARABIC LETTER KEHEH"),
        ({"ar": ["الراية  الخضراء"]}, "odd blanks"),
        ({"ar": ["راية", "رايه"]}, "stands twice"),
        ({"en": ["الراية"]}, "not Latin"),
        ({"en": ["Rаyah"]}, "not Latin"),
        ({"parent": "nobody"}, "parent nobody is no actor"),
        ({"countries": ["ZZ"]}, "ZZ is no country"),
        ({"kind": "choir"}, "kind choir is not known"),
        ({"since": "March 2014"}, "neither a year"),
    ],
)
def test_a_flaw_is_found_and_said_where(over: dict[str, Any], finding: str) -> None:
    sound = {"id": "rayah", "name": "Rayah", "kind": "rebel-group", "ar": ["جماعة الراية"], "countries": ["QQ"]}
    found = lint_rows(make_rows(actor=[sound | over]))
    assert len(found) == 1
    assert found[0].startswith("made.toml: actor ")
    assert finding in found[0]


def test_one_id_or_one_name_for_two_is_found() -> None:
    actor = {"id": "rayah", "name": "Rayah", "kind": "rebel-group", "ar": ["جماعة الراية"]}
    assert any("the id stands in" in line for line in lint_rows(make_rows(actor=[actor, actor])))
    other = actor | {"id": "other"}
    assert lint_rows(make_rows(actor=[actor, other])) == ["made.toml: actor other: ar 'جماعة الراية' is rayah already"]


def test_an_outlet_with_the_name_of_an_actor_is_found() -> None:
    outlet = {"id": "rayah-press", "name": "Rayah Press", "kind": "newspaper", "ar": ["جماعة الراية"]}
    assert lint_rows(make_rows(outlet=[outlet])) == [
        "made.toml: outlet rayah-press: ar 'جماعة الراية' is rayah already"
    ]


def test_arabic_and_latin_may_share_a_name_but_no_word() -> None:
    assert list(describe_letters("شبكة CNN", arabic=True)) == []
    assert list(describe_letters("شبكةCNN", arabic=True)) == ["mixes alphabets in a word"]


def test_the_index_holds_what_the_toml_says() -> None:
    folder = Path(str(world_folder()))
    built = (folder / INDEX).read_text(encoding="utf-8")
    same = hashlib.sha256(built.encode()).digest() == hashlib.sha256(build_index().encode()).digest()
    assert same, "run `python -m riwaya.lang.world_build`"


def test_an_old_index_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "actors").mkdir()
    for name, content in {"countries.toml": "", "outlets.toml": "", "kinds.toml": "", "actors/a.toml": ""}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / INDEX).write_text(index_of(parse_rows(iter_sources(tmp_path))), encoding="utf-8")
    (tmp_path / "actors" / "a.toml").write_text('[[actor]]\nid = "rayah"\n', encoding="utf-8")
    monkeypatch.setattr(world_rows, "world_folder", lambda: tmp_path)
    world_rows.load_rows.cache_clear()
    try:
        assert [row["id"] for row in world_rows.load_rows().rows["actor"]] == ["rayah"]
        fresh = index_of(parse_rows(iter_sources(tmp_path)))
        (tmp_path / INDEX).write_text(fresh.replace("rayah", "rayaa"), encoding="utf-8")
        world_rows.load_rows.cache_clear()
        assert [row["id"] for row in world_rows.load_rows().rows["actor"]] == ["rayaa"]
    finally:
        world_rows.load_rows.cache_clear()


def test_the_digest_sees_names_and_bytes() -> None:
    assert digest_of([("a", b"1")]) != digest_of([("b", b"1")])
    assert digest_of([("a", b"1"), ("b", b"")]) != digest_of([("a", b""), ("b", b"1")])


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"packs/world/actors/x\.toml is no TOML"):
        parse_rows([("actors/x.toml", b"[[actor")])
    with pytest.raises(PackMissing, match="RW201"):
        iter_sources(tmp_path)


def test_a_row_with_an_unknown_key_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    records = importlib.import_module("riwaya.lang.world_records")
    monkeypatch.setattr(records, "load_rows", lambda: make_rows(actor=[{"id": "rayah", "name": "R", "colour": "red"}]))
    with pytest.raises(PackError, match=r"actor rayah lacks \['kind'\] and has unknown \['colour'\]"):
        records.load_actors.__wrapped__()
