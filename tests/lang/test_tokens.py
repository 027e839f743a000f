"""Tokens: words, numbers, marks, each in its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.normalize import fold_letters
from riwaya.lang.tokens import find_forms, tokenize
from riwaya.model.span import Span


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("قُتل 15حوثياً.", ["قتل", "15", "حوثيا", "."]),
        ("«فرقة الجبل»", ["«", "فرقه", "الجبل", "»"]),
        ("٢٫٥ مليون", ["2.5", "مليون"]),
        ("1,200 نازح", ["1,200", "نازح"]),
        ("ليل السبت-الأحد", ["ليل", "السبت", "-", "الاحد"]),
        ("الـ24", ["ال", "24"]),
        ("أ.ف.ب", ["ا", ".", "ف", ".", "ب"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_numbers_and_marks_are_parted(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokenize(text)] == forms


def test_a_token_knows_what_it_is() -> None:
    word, number, mark = tokenize("قتل 20.")
    assert (word.is_word, word.is_number) == (True, False)
    assert (number.is_word, number.is_number) == (False, True)
    assert (mark.is_word, mark.is_number) == (False, False)


def test_vowel_signs_belong_to_the_word_they_stand_on() -> None:
    text = "قُتِلَ رجلٌ"
    assert next(text[t.start : t.end] for t in tokenize(text)).startswith("قُتِل")
    assert [t.form for t in tokenize(text)] == ["قتل", "رجل"]


def test_a_stretch_is_read_with_the_offsets_of_the_whole() -> None:
    text = "قال الشيخ إن الطريق مفتوح"
    span = Span(text.index("إن"), len(text))
    inner = tokenize(text, span)
    assert [text[t.start : t.end] for t in inner] == ["إن", "الطريق", "مفتوح"]
    assert [t.index for t in inner] == [0, 1, 2]


@given(
    st.text(alphabet=st.sampled_from("ابةىأقت 12٣.,،«»-\n_\u064e\u0640\u200fax"), max_size=50) | st.text(max_size=40)
)
def test_tokens_stand_in_order_do_not_overlap_and_hold_all_but_blanks(text: str) -> None:
    tokens = tokenize(text)
    assert [t.index for t in tokens] == list(range(len(tokens)))
    at = 0
    for token in tokens:
        assert at <= token.start < token.end <= len(text)
        assert token.form in fold_letters(text[token.start : token.end])
        assert not fold_letters(text[at : token.start]).strip()
        at = token.end
    assert not fold_letters(text[at:]).strip()


@given(st.text(alphabet=st.one_of(st.sampled_from("ابتةىءآؤئـً 1٢.,_-«éAaß中ǅ"), st.characters()), max_size=40))
def test_naming_the_letters_of_arabic_first_parts_words_alike(text: str) -> None:
    plain = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_)")
    assert find_forms(text) == plain.findall(fold_letters(text))
