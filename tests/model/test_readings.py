from __future__ import annotations

from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.normalize import fold_letters
from riwaya.model.word import FACTS, NO_READINGS, Readings

AR = load_lexicon("ar")


def read(word: str) -> Readings:
    return Readings(AR.readings(fold_letters(word)))


def test_readings_are_the_tuple_of_them() -> None:
    assert read("قالت") == AR.readings("قالت")
    assert len(NO_READINGS) == 0
    assert not NO_READINGS


def test_a_verb_of_telling_is_told_apart_from_its_noun() -> None:
    assert read("قالت").telling
    assert read("قالت").only_finite
    assert not read("تصريح").telling
    assert read("تصريح").tells == any(r.lexeme.table == "speech" for r in read("تصريح"))


def test_a_noun_of_happening_is_told_apart_from_its_verb() -> None:
    assert read("هجوم").happening_noun
    assert read("هجوم").happens
    assert not read("هجوم").only_finite
    assert read("استهدفت").happens
    assert not read("استهدفت").happening_noun


def test_particles_are_told() -> None:
    assert read("واستهدفت").joined_verb
    assert not read("استهدفت").joined_verb
    assert read("بهجوم").under_preposition
    assert not read("هجوم").under_preposition


def test_who_is_counted_is_no_uncounted_happening() -> None:
    assert read("هجوم").uncounted_event
    assert not read("مقتل").uncounted_event
    assert not NO_READINGS.uncounted_event


def test_facts_are_the_fields_that_hold() -> None:
    for word in ("قالت", "واستهدفت", "هجوم", "نشرته", "قرية"):
        assert read(word).facts == tuple(fact for fact in FACTS if getattr(read(word), fact))
    assert NO_READINGS.facts == ()
