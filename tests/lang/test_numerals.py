"""Numbers written in digits, words and both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.numerals import number_words, read_number, read_ordinal
from riwaya.lang.timex_pack import entries
from riwaya.lang.tokens import tokenize

WRITTEN = {
    "20": 20,
    "٢٠": 20,
    "1,300": 1300,
    "1.300": 1300,
    "1،300": 1300,
    "30 000": 30_000,
    "2.5 مليون": 2_500_000,
    "1,7 مليون": 1_700_000,
    "15 ألف": 15_000,
    "15 ألفا و300": 15_300,
    "صفر": 0,
    "ثلاثة": 3,
    "ثلاث": 3,
    "عشرة": 10,
    "أحد عشر": 11,
    "إحدى عشرة": 11,
    "اثني عشر ألفا": 12_000,
    "خمسة عشر": 15,
    "عشرون": 20,
    "عشرين": 20,
    "خمسة وعشرين": 25,
    "مئة": 100,
    "مائة": 100,
    "مئتين": 200,
    "ثلاثمئة": 300,
    "ثلاثمائة وخمسة وعشرين": 325,
    "ثلاث مئة": 300,
    "ألف وخمسمئة": 1500,
    "ألفين": 2000,
    "خمسة آلاف": 5000,
    "مئة ألف": 100_000,
    "مليونان ومئتا ألف": 2_200_000,
    "نصف مليون": 500_000,
    "مليون ونصف المليون": 1_500_000,
    "تسعمئة وتسعة وتسعين مليونا": 999_000_000,
}


@pytest.mark.parametrize(("words", "value"), WRITTEN.items(), ids=list(WRITTEN))
def test_a_number_is_read_whole(words, value):
    tokens = tokenize(words)
    read = read_number(tokens, 0)
    assert read is not None
    assert (read.value, read.consumed) == (value, len(tokens))


@pytest.mark.parametrize(
    ("words", "value", "particle"),
    [("بثلاثة", 3, "ب"), ("والثلاثة", 3, "و"), ("لعشرين", 20, "ل"), ("للثلاثة", 3, "ل"), ("الثلاثة والعشرين", 23, "")],
)
def test_particles_written_onto_a_number_do_not_hide_it(words, value, particle):
    read = read_number(tokenize(words), 0)
    assert read is not None
    assert (read.value, read.conjunction + read.preposition) == (value, particle)


@pytest.mark.parametrize("words", ["أحد", "إحدى", "آلاف", "نصف", "قرية", "ثالث", "كميات"])
def test_what_is_no_number_by_itself_is_not_read(words):
    assert read_number(tokenize(words), 0) is None


@pytest.mark.parametrize(("words", "value"), [("خمسة وستة", 5), ("أحد العشرة", None), ("عشرين وثلاثين", 20)])
def test_numbers_that_do_not_make_one_stay_apart(words, value):
    read = read_number(tokenize(words), 0)
    assert (read.value if read else None) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("الأول", 1), ("الثالثة", 3), ("الحادي عشر", 11), ("الثاني عشر", 12), ("الخامس والعشرين", 25), ("العاشر", 10)],
)
def test_ordinals_are_read_apart_from_numbers(words, value):
    read = read_ordinal(tokenize(words), 0)
    assert read is not None
    assert read.value == value


@given(st.integers(min_value=0, max_value=10**9))
def test_any_whole_number_in_digits_is_its_own_value(value):
    read = read_number(tokenize(str(value)), 0)
    assert read is not None
    assert read.value == value


@given(st.lists(st.sampled_from(sorted(number_words())), min_size=1, max_size=8))
def test_any_row_of_number_words_is_read_within_its_words(words):
    tokens = tokenize(" ".join(words))
    read = read_number(tokens, 0)
    assert read is None or (0 < read.end <= len(tokens) and read.value >= 0)


@pytest.mark.parametrize("table", ["number", "ordinal", "vague", "unit", "numbered"])
def test_every_entry_of_the_pack_has_an_id_of_its_own(table):
    ids = [entry["id"] for entry in entries("numbers", table)]
    assert len(ids) == len(set(ids))
    assert all(str(entry["forms"]).split() for entry in entries("numbers", table))
