"""The lint finds each kind of flaw, says where, and finds none in the installed packs."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.errors import PackError
from riwaya.lang import lint, lint_examples
from riwaya.lang.lint import Problem, lint_pack, lint_packs, pack_stats
from riwaya.lang.lint_problem import PackFile
from riwaya.lang.lint_words import told_tags

VERB = {"past": "قصف", "present": "يقصف", "type": "ASSAULT"}
NOUN = {"text": "حارس", "plural": "حراس", "kind": "civilians", "en": "guards"}
RULE = {"id": "r", "source": "s", "match": ["a"], "no_match": ["b"]}


def make_pack(name: str = "events", *, head: str = "", **tables: Any) -> PackFile:
    return PackFile("ar", name, {"source": "a grammar", **tables}, head)


def found(name: str = "events", **tables: Any) -> list[str]:
    return [str(problem) for problem in lint_pack(make_pack(name, **tables))]


def test_the_installed_packs_are_in_order() -> None:
    assert [str(problem) for problem in lint_packs()] == []


def test_a_problem_names_file_entry_and_message() -> None:
    assert str(Problem("ar/events.toml", "verb قصف", "no type")) == "ar/events.toml: verb قصف: no type"
    assert str(Problem("ar/events.toml", "", "no source")) == "ar/events.toml: no source"


def test_sound_entries_have_no_finding() -> None:
    assert found(verb=[VERB | {"tags": "weak"}], noun=[{"text": "قصف", "type": "ASSAULT"}]) == []
    assert found("people", noun=[NOUN | {"tags": "civilian victim"}]) == []


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ({"colour": "red"}, "unknown key colour"),
        ({"type": ""}, "no type"),
        ({"type": "ATTACK"}, "type ATTACK is not known"),
        ({"measure": "deads"}, "measure deads is not known"),
        ({"subject": "victim"}, "subject victim is not known"),
        ({"tags": "weak loud"}, "tag loud is one that no grammar asks for"),
        ({"masdar": "قصفـ"}, "has a tatweel"),
        ({"masdar": "قَصف"}, "has vowel signs"),
        ({"masdar": "قصف\u200f"}, "has an invisible control"),
        ({"masdar": "\u202bقصف"}, "has an invisible control"),
        ({"masdar": "تکفیر"}, "has ARABIC LETTER KEHEH"),
        ({"masdar": "ﻗﺼﻒ"}, "has presentation forms"),
        ({"masdar": "قصفa"}, "mixes alphabets in a word"),
        ({"masdar": "قصف  دك"}, "has odd blanks"),
        ({"masdar": "\u0627\u0653ذى"}, "is not in Unicode form NFC"),
    ],
)
def test_a_flaw_of_an_entry_is_found_and_said_where(over: dict[str, str], message: str) -> None:
    problems = found(verb=[VERB | over])
    assert len([p for p in problems if message in p]) == 1, problems
    assert problems[0].startswith("ar/events.toml: verb قصف: ")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([NOUN, NOUN], "the id stands twice"),
        ([NOUN, NOUN | {"text": "خفير"}], "«حراس» is a form of حارس already"),
        ([NOUN | {"text": "نقطة تفتيش"}, NOUN | {"text": "نقطة التفتيش"}], "«نقطه تفتيش» is a form of نقطة تفتيش"),
        ([NOUN | {"kind": "choir"}], "kind choir is not known"),
    ],
)
def test_two_entries_may_not_share_a_form(rows: list[dict[str, str]], message: str) -> None:
    problems = found("people", noun=rows)
    assert any(message in p for p in problems), problems


def test_a_verb_and_its_masdar_as_a_noun_may_share_their_spelling() -> None:
    assert found(verb=[VERB], noun=[{"text": "قصف", "type": "ASSAULT"}]) == []


def test_a_file_without_source_and_a_table_that_nobody_reads_are_found() -> None:
    pack = PackFile("ar", "people", {"choir": [{"text": "جوقة"}]})
    assert [str(p) for p in lint_pack(pack)] == [
        "ar/people.toml: no source",
        "ar/people.toml: choir: no reader knows this table or key",
    ]


@pytest.mark.parametrize("key", ["source", "match", "no_match"])
def test_a_rule_without_source_or_examples_is_found(key: str) -> None:
    empty: object = "" if key == "source" else []
    assert len(found("timex", rule=[RULE | {key: empty}])) == 1
    assert found("timex", rule=[RULE]) == []


def test_the_sentences_of_rules_may_be_spelt_as_newspapers_spell() -> None:
    assert found("timex", rule=[RULE | {"match": [{"text": "خلال الساعات الـ24", "quote": "الـ24"}]}]) == []
    assert len(found("people", adjective=[{"text": "أمـني", "en": "security"}])) == 1


def test_a_word_twice_in_a_list_is_found() -> None:
    assert found("grammar", fire=["نار", "رصاص", "نار"]) == ["ar/grammar.toml: fire: «نار» stands twice"]


def test_the_head_of_a_file_may_name_tags() -> None:
    head = "# Words.\n# tags   loud: heard far · not-loud:\n#        quiet: not heard\n# type     PLOVER\n"
    assert told_tags(head) == {"loud", "not-loud"}
    assert told_tags("# Words without such a line\n") == frozenset()
    assert lint_pack(make_pack(verb=[VERB | {"tags": "loud"}], head=head)) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "ar.speech.قال: no example"),
        ([{"id": "ar.speech.غنج", "match": ["ا"], "no_match": ["ب"]}], "ar.speech.غنج: there is no such entry"),
        ([{"id": "ar.speech.قال", "match": [], "no_match": ["ب"]}], "ar.speech.قال: no match"),
        ([{"id": "ar.speech.قال", "match": ["وقالوا"]}], "ar.speech.قال: no no_match"),
        ([{"id": "ar.speech.قال", "match": ["جلس الشيخ"]}], "ar.speech.قال: no form of it stands in «جلس الشيخ»"),
    ],
)
def test_examples_that_lack_or_do_not_fit_are_found(rows: list[Any], message: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(lint_examples, "load_table", lambda *_: {"example": rows})
    lint_examples.load_examples.cache_clear()
    try:
        assert f"ar/examples/speech.toml: {message}" in map(str, lint_examples.lint_examples("ar", "speech"))
    finally:
        lint_examples.load_examples.cache_clear()


def test_an_example_twice_or_with_an_unknown_key_is_found() -> None:
    pack = PackFile("ar", "examples/speech", {"example": [{"id": "a"}, {"id": "a", "why": "so"}]})
    assert [p.message for p in lint_examples.lint_example_rows(pack)] == [
        "unknown key why",
        "the id stands twice in this table",
    ]


def test_a_file_that_is_no_toml_is_one_problem_and_the_rest_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    def load_table(name: str, language: str = "ar") -> dict[str, Any]:
        if name == "events":
            raise PackError("events.toml is no TOML.")
        return {"source": "s"}

    monkeypatch.setattr(lint, "load_table", load_table)
    monkeypatch.setattr(lint, "lint_world", lambda: ["actors/a.toml: actor rayah: no kind"])
    problems = lint_packs()
    assert Problem("ar/events.toml", "", "events.toml is no TOML.") in problems
    assert Problem("world/actors/a.toml", "", "actor rayah: no kind") in problems


def test_every_part_of_the_packs_is_counted() -> None:
    counts = dict(pack_stats())
    for name in ("ar speech verb", "ar people noun", "ar written forms", "ar examples events", "fr layout rule"):
        assert counts[name] > 0, name
    for name in ("world actor", "world outlet", "world country", "world places"):
        assert counts[name] > 100, name
