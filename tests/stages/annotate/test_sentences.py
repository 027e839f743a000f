"""Sentences end somewhere, also where nobody wrote an end."""

from __future__ import annotations

import pytest

from riwaya.lang.timexes import find_time_expressions
from riwaya.lang.tokens import tokenize
from riwaya.model.document import Hints
from riwaya.model.placing import Placing
from riwaya.pipeline import analyze
from riwaya.stages.annotate.words import SENTENCE_MARKS, find_sentences

HINTS = Hints(published="2024-03-05", language="ar")


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    tokens = tokenize(text)
    marks = [token.index for token in tokens if token.form in SENTENCE_MARKS]
    return find_sentences(tokens, Placing(tokens).lines(text), marks)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("وصل الوفد. غادر الوفد.", [3, 6]),
        ("قال م. سامي شيئا.", [6]),
        ("قال «نعم.» ثم مضى", [5, 7]),
        ("قال «نعم.» ،ثم مضى", [8]),
        ("توقف ... ثم مضى", [6]),
        ("هاجموا (...) وفروا", [7]),
        ("هاجموا (...) نأسف", [6, 7]),
        ("عنوان\n\nوصل الوفد\nمساء", [1, 3, 4]),
        ("بلغ 3.هنا", [4]),
        ("متى؟ لا أحد؛ يعلم", [2, 5, 6]),
        ("", []),
    ],
)
def test_sentences_end_at_marks_with_a_space_behind_and_at_line_ends(text: str, ends: list[int]) -> None:
    assert [end for _, end in sentences_of(text)] == ends


def test_endless_sentences_are_cut_at_a_comma_and_nothing_is_lost() -> None:
    text = " ".join(["كلمة"] * 300 + ["،"] + ["كلمة"] * 350)
    sentences = sentences_of(text)
    assert sentences == ((0, 301), (301, 651))


def test_endless_words_without_a_comma_are_cut_too() -> None:
    text = " ".join(["كلمة"] * 1000)
    sentences = sentences_of(text)
    assert [start for start, _ in sentences[1:]] == [end for _, end in sentences[:-1]]
    assert sentences[-1][1] == 1000
    assert max(end - start for start, end in sentences) <= 400


def test_sentences_of_usual_length_are_left_whole() -> None:
    text = " ".join(["كلمة"] * 399 + ["."])
    assert sentences_of(text) == ((0, 400),)


@pytest.mark.parametrize("word", ["منذ", "ومنذ", "بعد", "خلال", "قبل", "بين", "قتل", "أكد أن قصف"])
def test_a_word_said_a_thousand_times_is_read_to_the_end(word: str) -> None:
    page = f"{word} " * 1200
    find_time_expressions(tokenize(page))
    assert analyze(page, hints=HINTS).page.text.strip() == page.strip()
