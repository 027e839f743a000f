from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from riwaya.cli.bidi import PDI, RLI, clean_words, isolate, shorten, wrap_words

TEXTS = st.text(st.sampled_from("نار دار abc 12\n\t«»َ😀"), max_size=60)


@pytest.mark.parametrize("text", ["نار", "50 عنصرا", "a نار"])
def test_right_to_left_words_are_isolated(text):
    assert isolate(text) == f"{RLI}{text}{PDI}"


@pytest.mark.parametrize("text", ["", "fire", "50"])
def test_other_words_are_left(text):
    assert isolate(text) == text


def test_controls_and_direction_marks_are_taken_out():
    assert clean_words(" نا\u200eر \x1b[1m\r\n دار\ud800 ") == "نار [1m دار"


@given(TEXTS, st.integers(2, 30))
def test_lines_fit_and_no_letter_is_lost(text, cells):
    lines = wrap_words(text, cells)
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(4, 30))
def test_what_is_cut_fits_and_says_so(text, cells):
    words = clean_words(text)
    short = shorten(words, cells)
    assert cell_len(short) <= cells
    assert short == words or short.endswith("…")
