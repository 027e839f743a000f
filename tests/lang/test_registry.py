"""Names of actors, outlets and countries in a text."""

from __future__ import annotations

import pytest

from riwaya.lang.normalize import fold_letters
from riwaya.lang.registry import Demonym, Hit, Name, Registry, load_registry
from riwaya.lang.tokens import tokenize
from riwaya.model.actor import Actor

GROUP = Actor(id="rayah", name="Rayah Group", kind="militant-group")
WING = Actor(id="rayah-youth", name="Rayah Youth", kind="militia")


def make_name(alias: str, actor: Actor = GROUP, *, weak: bool = False) -> Name:
    return Name(tuple(fold_letters(alias).split()), actor, "actor", weak)


def forms(text: str) -> list[str]:
    return [token.form for token in tokenize(text)]


def hits(text: str, *names: Name, at: int = 0) -> list[Hit]:
    return list(Registry(names, {}).find(forms(text), at))


def test_a_name_is_found_with_the_tokens_it_takes() -> None:
    (hit,) = hits("جماعة الراية الخضراء", make_name("جماعة الراية"))
    assert (hit.name.actor, hit.size, hit.conjunction, hit.preposition) == (GROUP, 2, "", "")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("جماعة «الراية» المسلحة", 3),
        ('جماعة "الراية" المسلحة', 3),
        ("جماعة (الراية) المسلحة", 3),
        ("جماعة - الراية", 3),
    ],
)
def test_quotation_marks_inside_a_name_are_looked_through_and_counted(text: str, size: int) -> None:
    (hit,) = hits(text, make_name("جماعة الراية"))
    assert hit.size == size
    assert forms(text)[hit.size - 1] == "الرايه"


def test_a_full_stop_inside_ends_the_name() -> None:
    assert hits("جماعة. الراية", make_name("جماعة الراية")) == []
    assert hits("جماعة", make_name("جماعة الراية")) == []


@pytest.mark.parametrize(
    ("text", "conjunction", "preposition"),
    [
        ("وجماعة الراية", "و", ""),
        ("فجماعة الراية", "ف", ""),
        ("لجماعة الراية", "", "ل"),
        ("وبجماعة الراية", "و", "ب"),
    ],
)
def test_clitics_before_a_name_are_told(text: str, conjunction: str, preposition: str) -> None:
    (hit,) = hits(text, make_name("جماعة الراية"))
    assert (hit.conjunction, hit.preposition) == (conjunction, preposition)


def test_the_article_after_lam_is_found_again() -> None:
    (hit,) = hits("للراية", make_name("الراية"))
    assert hit.preposition == "ل"


def test_the_longest_name_comes_first_and_strong_before_weak() -> None:
    found = hits(
        "شباب الراية في الجبل", make_name("شباب"), make_name("شباب الراية", WING), make_name("شباب الراية", weak=True)
    )
    assert [(hit.name.actor.id, hit.size, hit.name.weak) for hit in found] == [
        ("rayah-youth", 2, False),
        ("rayah", 2, True),
        ("rayah", 1, False),
    ]


def test_weak_names_say_so_in_the_installed_registry() -> None:
    found = list(load_registry().find(forms("المرابطون"), 0))
    assert found
    assert all(hit.name.weak for hit in found if hit.name.actor.id == "al-mourabitoun")


def test_the_installed_registry_finds_actors_outlets_and_countries() -> None:
    for text, id_, kind in (
        ("جماعة «نصرة الإسلام والمسلمين»", "jnim", "actor"),
        ("وكالة «رويترز»", "reuters", "outlet"),
        ("بوتان", "bt-government", "country"),
    ):
        words = forms(text)
        found = [h for at in range(len(words)) for h in load_registry().find(words, at)]
        assert (id_, kind) in {(h.name.actor.id, h.name.kind) for h in found}, text


def test_nobody_is_found_in_plain_words() -> None:
    assert [h for at in range(4) for h in load_registry().find(forms("جلس العجوز تحت الشجرة"), at)] == []


@pytest.mark.parametrize("word", ["مالي", "المالي", "المالية", "ماليين", "للماليين", "الماليون", "ماليتان", "ماليا"])
def test_a_nationality_is_known_in_every_form(word: str) -> None:
    told = load_registry().demonym(fold_letters(word))
    assert told is not None
    assert told.country is not None
    assert (told.country.iso, told.adjective) == ("ML", "Malian")


def test_a_word_that_is_no_nationality_tells_nothing() -> None:
    assert load_registry().demonym("جبلي") is None
    assert Registry([], {"جبلي": Demonym(None, "Jabali")}).demonym("الجبلي") == Demonym(None, "Jabali")


def test_two_countries_are_asked_for_alike() -> None:
    for word, iso in (("يوناني", "GR"), ("برتغالي", "PT"), ("تشيلي", "CL"), ("نيبالي", "NP")):
        told = load_registry().demonym(word)
        assert told is not None
        assert told.country is not None
        assert told.country.iso == iso


def test_a_scan_gives_at_each_word_what_a_look_at_that_word_gives() -> None:
    words = forms("قالت وكالة «رويترز» إن بوتان ونيبال و15 من جماعة الراية شاركوا، والجيش المالي أيضا")
    registry = load_registry()
    scanned = registry.scan(words)
    for at, form in enumerate(words):
        expected = list(registry.find(words, at)) if form[0].isalpha() else []
        assert list(scanned.get(at, ())) == expected
    assert list(scanned) == sorted(scanned)


def test_what_a_word_can_begin_is_kept_per_word_not_per_place() -> None:
    registry = Registry([make_name("جماعة الراية"), make_name("جماعة الراية الخضراء", WING)], {})
    longer, shorter = forms("جماعة الراية الخضراء"), forms("جماعة الراية الحمراء")
    for _ in range(2):
        assert [h.size for h in registry.find(longer, 0)] == [3, 2]
        assert [h.size for h in registry.find(shorter, 0)] == [2]
        assert list(registry.find(forms("جماعة"), 0)) == []


def test_two_registries_keep_apart_what_they_remember() -> None:
    assert [h.name.actor for h in hits("الراية", make_name("الراية"))] == [GROUP]
    assert [h.name.actor for h in hits("الراية", make_name("الراية", WING))] == [WING]
    assert hits("الراية") == []
