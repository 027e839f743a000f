"""Folding, and the way back from every folded letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.normalize import fold, fold_all, fold_letters

SIGNS = "\u064b\u0650\u0651\u0640\u200f\u202b\u200d\ufeff"
TEXT = st.text(alphabet=st.sampled_from("ابتةىئؤأإآٱکی ٠١۲3،.«»\n" + SIGNS + "ﻻﷲﻗaé"), max_size=40)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُصيبَ", "اصيب"),
        ("إصابة", "اصابه"),
        ("مستشفى", "مستشفي"),
        ("مسؤول مسئول", "مسوول مسيول"),
        ("الـ٢٤", "ال24"),
        ("۱۲٫۵", "12.5"),
        ("ﻻ", "لا"),
        ("\u202bقال\u202c", "قال"),
        ("“نص”", '"نص"'),
        ("\u00a0", " "),
    ],
)
def test_spellings_of_one_word_fold_to_one(written: str, folded: str) -> None:
    assert fold_letters(written) == folded
    assert fold(written).text == folded


@given(TEXT | st.text(max_size=30))
def test_both_ways_of_folding_agree_and_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert once == fold_letters(text)
    assert fold_letters(once) == once


@given(TEXT | st.text(max_size=30))
def test_every_folded_stretch_comes_from_the_original_stretch_that_it_names(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        for end in range(start + 1, min(start + 6, len(folded.text)) + 1):
            span = folded.span(start, end)
            assert 0 <= span.start < span.end <= len(text)
            assert folded.text[start:end] in fold_letters(text[span.start : span.end])


@given(TEXT)
def test_spans_keep_their_order(text: str) -> None:
    folded = fold(text)
    starts = [folded.span(i, i + 1).start for i in range(len(folded.text))]
    assert starts == sorted(starts)


def test_an_empty_stretch_is_empty_in_the_original_too() -> None:
    for text in ("قال", "قَال"):
        span = fold(text).span(1, 1)
        assert span.start == span.end


def test_words_folded_at_once_are_those_folded_one_by_one() -> None:
    words = ["أُسامة", "ﷲ", "", "على", "إلى ٣"]
    assert fold_all(words) == [fold_letters(word) for word in words]
    assert fold_all([]) == []


@pytest.mark.parametrize("text", ["قالت الشرطة إن رجلا قتل.", "قُتل رجـل ثم فر آخر", "\ufefb يعلم أحد\u200f شيئا"])
def test_what_is_cut_out_of_a_folded_text_is_what_folding_the_cut_gives(text: str) -> None:
    whole = fold(text)
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            cut = whole.cut(start, end)
            assert cut is None or cut == fold(text[start:end])
