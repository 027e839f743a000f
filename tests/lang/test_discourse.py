from __future__ import annotations

import pytest

from riwaya.lang.discourse import bare_noun, is_definite, load_discourse
from riwaya.lang.normalize import fold_letters


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("والهجوم", "هجوم"),
        ("للعملية", "عمليه"),
        ("بالقصف", "قصف"),
        ("وبهجوم", "هجوم"),
        ("هجوم", "هجوم"),
        ("الف", "الف"),
    ],
)
def test_a_noun_is_found_under_particles_and_article(word, bare):
    assert bare_noun(fold_letters(word)) == bare


@pytest.mark.parametrize(("word", "definite"), [("الهجوم", True), ("وللهجوم", True), ("هجوم", False), ("لهجوم", False)])
def test_the_article_makes_definite(word, definite):
    assert is_definite(word) is definite


def test_only_with_the_article_a_noun_points_back():
    words = load_discourse()
    assert words.pointing["والهجوم"] == words.pointing["بالهجوم"] == "هجوم"
    assert "هجوم" not in words.pointing
    assert words.kinds["كمين"] == "ambush"
    assert words.several <= words.kinds.keys()
    assert set(words.kinds.values()) == {"any", "explosion", "fire", "battle", "ambush", "hold", "take"}


def test_phrases_that_turn_end_in_a_blank_so_that_no_word_is_cut():
    words = load_discourse()
    assert all(opening.endswith(" ") for opening in words.turn)
    assert "وفي هجوم اخر " in words.turn


def test_weapons_with_the_article_are_all_such_weapons_and_point_at_none_told_before():
    words = load_discourse()
    assert "الصاروخ" in words.pointing
    assert "الصواريخ" not in words.pointing
    assert words.kinds["صواريخ"] == "fire"


def test_words_that_put_deeds_side_by_side_may_be_two_and_carry_and():
    words = load_discourse()
    assert words.beside["بينما"] == words.beside["وبينما"] == {""}
    assert words.beside["حين"] == {"في", "وفي", "ففي"}


def test_the_killed_are_an_outcome_told_before_and_killing_is_none():
    words = load_discourse()
    assert "القتلي" in words.tolls
    assert "القتل" not in words.tolls
