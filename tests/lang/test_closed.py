"""The closed words of one document: found once, and alike whatever was read or asked for before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.closed import ClosedWords, closed_words
from riwaya.lang.grammar import load_grammar
from riwaya.lang.normalize import fold_letters
from riwaya.lang.tokens import tokenize
from riwaya.model.placing import Placing

GRAMMAR = load_grammar("ar")
LETTERS = "ابتثجح"
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=12)
SETS = st.frozensets(st.sampled_from(LETTERS), max_size=4)


def placing(text: str) -> Placing:
    return Placing(tokenize(text))


def naive(words: frozenset[str], forms: list[str]) -> list[int]:
    return [at for at, form in enumerate(forms) if form in words]


@given(st.lists(st.tuples(TEXTS, st.lists(SETS, max_size=4)), max_size=4))
def test_words_are_found_alike_whatever_other_documents_asked_for(rows: list[tuple[list[str], list[frozenset[str]]]]):
    documents = [(forms, ClosedWords(GRAMMAR, placing(" ".join(forms)))) for forms, _ in rows]
    asked = [words for _, sets in rows for words in sets]
    for words in asked:  # all documents are open at once, and each set is new to some of them
        for forms, known in documents:
            assert list(known.words_in(words, 0, len(forms))) == naive(words, forms)
    for forms, _ in rows:
        anew = ClosedWords(GRAMMAR, placing(" ".join(forms)))
        assert [list(anew.words_in(words, 0, len(forms))) for words in asked] == [naive(w, forms) for w in asked]


def test_a_range_cuts_what_stands_in_it() -> None:
    known = ClosedWords(GRAMMAR, placing("ا ب ا ب ا"))
    assert list(known.words_in(frozenset("ا"), 1, 4)) == [2]
    assert list(known.words_in(frozenset("ج"), 0, 5)) == []


@pytest.mark.parametrize(
    "text", ["وفقا لمصدر طبي نقلا عن شهود", "لم يصل، مما أدى إلى جرح اثنين بينهم طفل", "قرية هادئة"]
)
def test_phrases_stand_where_the_grammar_finds_them(text: str) -> None:
    at_once = ClosedWords(GRAMMAR, placing(text))
    forms = placing(text).forms
    for name in ("according", "negators", "results", "including", "that"):
        sizes = [GRAMMAR[name].at(forms, at) for at in range(len(forms))]
        assert [at_once.phrase(name, at) for at in range(len(forms))] == sizes
        assert list(at_once.phrases_in(name, 0, len(forms))) == [at for at, size in enumerate(sizes) if size]


def test_two_sides_are_no_part_of_somebody() -> None:
    forms = fold_letters("اشتباكات بينها وبين الجيش").split()
    assert ClosedWords(GRAMMAR, placing("اشتباكات بينها وبين الجيش")).phrase("including", forms.index("بينها")) == 0


def test_both_readers_of_a_document_share_its_closed_words() -> None:
    one, other = placing("ا ب"), placing("ا ب")
    assert closed_words(GRAMMAR, one) is closed_words(GRAMMAR, one)
    assert closed_words(GRAMMAR, one) is not closed_words(GRAMMAR, other)
