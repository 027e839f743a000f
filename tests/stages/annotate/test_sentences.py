"""Sentences end somewhere, also where nobody wrote an end."""

from __future__ import annotations

import pytest

from riwaya.lang.timexes import find_time_expressions
from riwaya.lang.tokens import tokenize
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from riwaya.stages.annotate.words import find_sentences

HINTS = Hints(published="2024-03-05", language="ar")


def test_endless_sentences_are_cut_at_a_comma_and_nothing_is_lost() -> None:
    text = " ".join(["كلمة"] * 300 + ["،"] + ["كلمة"] * 350)
    sentences = find_sentences(tokenize(text), text)
    assert sentences == ((0, 301), (301, 651))


def test_endless_words_without_a_comma_are_cut_too() -> None:
    text = " ".join(["كلمة"] * 1000)
    sentences = find_sentences(tokenize(text), text)
    assert [start for start, _ in sentences[1:]] == [end for _, end in sentences[:-1]]
    assert sentences[-1][1] == 1000
    assert max(end - start for start, end in sentences) <= 400


def test_sentences_of_usual_length_are_left_whole() -> None:
    text = " ".join(["كلمة"] * 399 + ["."])
    assert find_sentences(tokenize(text), text) == ((0, 400),)


@pytest.mark.parametrize("word", ["منذ", "ومنذ", "بعد", "خلال", "قبل", "بين", "قتل", "أكد أن قصف"])
def test_a_word_said_a_thousand_times_is_read_to_the_end(word: str) -> None:
    page = f"{word} " * 1200
    find_time_expressions(tokenize(page))
    assert analyze(page, hints=HINTS).page.text.strip() == page.strip()
