"""The best plain name for somebody whom the registry does not know."""

from __future__ import annotations

import pytest

from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.naming import compose_actor
from riwaya.lang.normalize import fold_letters
from riwaya.model.actor import Actor
from riwaya.model.word import Lexeme

PEOPLE = {lexeme.id.split(".", 2)[2]: lexeme for lexeme in load_lexicon("ar").lexemes if lexeme.table == "people"}
GROUP = Actor(id="rayah", name="Rayah Group", kind="militant-group")
SHEIKH = Actor(id="sheikh-salim", name="Sheikh Salim", kind="person")


def compose(
    head: str, words: str = "", *, number: str = "pl", named: tuple[Actor, ...] = (), lexeme: Lexeme | None = None
) -> tuple[str | None, str, str, str | None]:
    """Give id, name, kind and country of a head with the words after it."""
    actor, country = compose_actor(
        lexeme or PEOPLE[head],
        number,
        named,
        [None] * len(named),
        fold_letters(words).split(),
        f"{head} {words}".strip(),
    )
    return actor.id, actor.name, actor.kind, country


@pytest.mark.parametrize(
    ("head", "words", "id_", "name"),
    [
        ("جندي", "ماليين", "ml-armed-forces", "Malian Armed Forces"),
        ("جيش", "البرتغالي", "pt-armed-forces", "Portuguese Armed Forces"),
        ("حكومة", "البوتانية", "bt-government", "Government of Bhutan"),
        ("شرطة", "النيبالية", "np-police", "Nepalese Police"),
        ("وزارة", "الداخلية البوتانية", "bt-ministry-of-interior", "Bhutanese Ministry of Interior"),
    ],
)
def test_a_nationality_makes_a_national_body(head: str, words: str, id_: str, name: str) -> None:
    found = compose(head, words)
    assert found[:2] == (id_, name)
    assert found[3] == id_[:2].upper()


@pytest.mark.parametrize("head", ["عنصر", "مقاتل", "قوة", "جماعة", "فرد"])
def test_members_and_forces_of_a_named_group_are_the_group(head: str) -> None:
    assert compose(head, "الراية", named=(GROUP,))[:2] == ("rayah", "Rayah Group")


def test_a_spokesman_is_one_of_the_group_and_not_the_group() -> None:
    assert compose("متحدث", "باسم الراية", number="sg", named=(GROUP,))[:3] == (
        None,
        "spokesman of Rayah Group",
        "person",
    )


def test_a_person_named_with_an_office_is_that_person() -> None:
    assert compose("زعيم", "الراية سالم", number="sg", named=(GROUP, SHEIKH))[0] == "sheikh-salim"


@pytest.mark.parametrize(
    ("head", "words", "number", "name", "kind"),
    [
        ("مدني", "", "pl", "civilians", "civilians"),
        ("مصدر", "أمنية", "pl", "security sources", "anonymous"),
        ("مصدر", "طبية محلية", "pl", "local medical sources", "anonymous"),
        ("مسلح", "مجهولون", "pl", "unidentified gunmen", "fighters"),
        ("مسلح", "", "sg", "a gunman", "fighters"),
        ("جندي", "", "sg", "a soldier", "armed-forces"),
        ("وزارة", "الدفاع", "sg", "Ministry of Defence", "ministry"),
        ("شاهد", "", "pl", "witnesses", "anonymous"),
    ],
)
def test_head_and_adjectives_are_put_into_english(head: str, words: str, number: str, name: str, kind: str) -> None:
    assert compose(head, words, number=number)[:3] == (None, name, kind)


def test_a_head_without_english_keeps_the_words_of_the_text() -> None:
    lexeme = Lexeme(id="ar.people.خفير", table="people", pos="noun", kind=None)
    assert compose("خفير", "القلعة", lexeme=lexeme)[:3] == (None, "خفير القلعة", "unknown")


def test_an_adjective_said_twice_is_named_once() -> None:
    assert compose("مصدر", "أمنية أمنية")[1] == "security sources"


@pytest.mark.parametrize(
    ("head", "words", "id_"),
    [
        ("عنصر", "القوات السودانية", "sd-armed-forces"),
        ("عنصر", "الشرطة النيبالية", "np-police"),
        ("مقاتل", "الحكومة البوتانية", "bt-government"),
        ("عنصر", "الجيش المالي", "ml-armed-forces"),
    ],
)
def test_members_of_a_national_force_are_that_force(head, words, id_) -> None:
    assert compose(head, words)[0] == id_


def test_the_army_of_one_country_is_not_that_of_another_whose_name_is_only_the_army() -> None:
    idf = Actor(id="idf", name="Israel Defense Forces", kind="armed-forces")
    words = fold_letters("الجيش المالي").split()
    actor, _ = compose_actor(PEOPLE["عنصر"], "pl", (idf,), ["IL"], words, "عناصر الجيش المالي")
    assert actor.id == "ml-armed-forces"
    words = fold_letters("الجيش الإسرائيلي").split()
    actor, _ = compose_actor(PEOPLE["عنصر"], "pl", (idf,), ["IL"], words, "عناصر الجيش الإسرائيلي")
    assert actor.id == "idf"


_STATE = Actor(id="state", name="Government of Nepal", kind="government")


@pytest.mark.parametrize(
    ("head", "words", "id_"),
    [("جيش", "نيبال", "np-armed-forces"), ("شرطة", "نيبال", "np-police"), ("شرطة", "كاتماندو", "state")],
)
def test_a_force_of_a_country_is_no_government(head: str, words: str, id_: str) -> None:
    """A capital behind the noun tells of a town, and stays what it was."""
    actor, country = compose_actor(
        PEOPLE[head], "sg", (_STATE,), ["NP"], fold_letters(words).split(), f"{head} {words}"
    )
    assert (actor.id, country) == (id_, "NP")
