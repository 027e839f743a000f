"""The closed words of the grammar, asked for at a place in a sentence."""

from __future__ import annotations

import pytest

from riwaya.lang.grammar import PhraseSet, load_grammar
from riwaya.lang.normalize import fold_letters
from riwaya.lang.tokens import tokenize
from riwaya.model.placing import Placing

GRAMMAR = load_grammar("ar")


def forms(text: str) -> list[str]:
    return fold_letters(text).split()


@pytest.mark.parametrize(
    ("name", "text", "size"),
    [
        ("that", "أنه عاد", 1),
        ("that", "عاد أنه", 0),
        ("negators", "لم يصل", 1),
        ("according", "وفقا لمصدر طبي", 1),
        ("according", "وفقا للشرطة", 1),
        ("according", "وفقا وعدلا", 0),
        ("according", "نقلا عن شهود", 2),
        ("according", "ونقلا عن شهود", 2),
        ("according", "على حد قول الشيخ", 3),
        ("contrast", "في غضون ذلك قصف", 3),
        ("results", "مما أدى إلى مقتل", 3),
        ("as_told", "وفق ما قال", 2),
    ],
)
def test_a_phrase_is_found_with_the_words_it_takes(name: str, text: str, size: int) -> None:
    assert GRAMMAR[name].at(forms(text), 0) == size


def test_the_longest_phrase_wins() -> None:
    phrases = PhraseSet(["ما أدى", "ما أدى إلى", "ما"])
    assert phrases.at(forms("ما أدى إلى سقوط"), 0) == 3
    assert phrases.at(forms("ما أدى ذلك"), 0) == 2
    assert phrases.at(forms("ما سقط"), 0) == 1


def test_a_phrase_that_the_text_breaks_off_is_none() -> None:
    assert PhraseSet(["نقلا عن"]).at(forms("نقلا"), 0) == 0
    assert PhraseSet(["وفقا ل"]).at(forms("وفقا"), 0) == 0


def test_a_single_word_is_known_and_a_part_of_a_phrase_is_not() -> None:
    phrases = PhraseSet(["لكن", "في المقابل"])
    assert phrases.has("لكن")
    assert not phrases.has("في")
    assert not phrases.has("بل")


def test_channels_have_names_and_words() -> None:
    channels = dict(GRAMMAR.channels)
    assert channels["statement"].at(forms("بيان مصور"), 0) == 1
    assert channels["press-conference"].at(forms("مؤتمر صحفي"), 0) == 2


def test_a_list_that_the_pack_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        GRAMMAR["choir"]


def test_finding_all_phrases_gives_what_asking_at_each_word_gives() -> None:
    placing = Placing(tokenize("وقال المصدر إنه لم يصل أحد، ونقلا عن شهود مما أدى إلى مقتل رجل وفقا للشرطة"))
    words = placing.forms
    for name, phrases in GRAMMAR.lists.items():
        asked = {at: size for at in range(len(words)) if (size := phrases.at(words, at))}
        opening = [form for form in placing.distinct if name in GRAMMAR.opened_by.get(form, ())]
        assert list(phrases.find(placing, opening).items()) == list(asked.items()), name


def test_a_phrase_that_itself_begins_with_waw_is_tried_before_the_joined_one() -> None:
    phrases = PhraseSet(["وفق ما", "فق"])
    assert phrases.at(forms("وفق ما"), 0) == 2
    assert phrases.at(forms("وفق سوى"), 0) == 1


@pytest.mark.parametrize("text", ["بيان", "وبيان", "ببيان"])
def test_channels_are_known_with_a_particle_before_them(text: str) -> None:
    told = GRAMMAR.channel_at(forms("بيان"), 0)
    assert told is not None
    assert GRAMMAR.channel_at(forms(text), 0) == told


def test_other_words_name_no_channel() -> None:
    assert GRAMMAR.channel_at(forms("شجرة"), 0) is None
