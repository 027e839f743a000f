"""Words through their clitics, and the letters that decide between two readings of one folded spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.errors import PackError, PackMissing
from riwaya.lang.lexicon import Lexicon, iter_splits, load_lexicon, read_table
from riwaya.lang.normalize import fold_letters
from riwaya.lang.tokens import tokenize
from riwaya.model.word import Reading
from riwaya.stages.annotate.words import read_words

AR = load_lexicon("ar")
LETTERS = "ابتجدرسفقكلمنهوي"


def readings(word: str) -> tuple[Reading, ...]:
    return AR.readings(fold_letters(word))


def read(sentence: str) -> dict[str, set[tuple[str, str]]]:
    """Give (dictionary form, shape) of the readings of each word, by the word as written."""
    tokens = tokenize(sentence)
    found, _ = read_words(tokens, sentence, AR)
    return {
        sentence[t.start : t.end]: {(r.lexeme.id.split(".", 2)[2], r.sense.shape) for r in rs}
        for t, rs in zip(tokens, found, strict=True)
    }


@pytest.mark.parametrize(
    ("word", "id_", "clitics"),
    [
        ("ولجنودها", "ar.people.جندي", ("و", "ل", False, "ها")),
        ("وبالغارات", "ar.events.غارة", ("و", "ب", True, "")),
        ("فقتلوه", "ar.events.قتل", ("ف", "", False, "ه")),
        ("للمسلحين", "ar.people.مسلح", ("", "ل", True, "")),
        ("للجنة", "ar.people.لجنة", ("", "ل", True, "")),
        ("سيعلنون", "ar.speech.أعلن", ("", "س", False, "")),
        ("وسيقصفها", "ar.events.قصف", ("و", "س", False, "ها")),
        ("كالمرتزقة", "ar.people.مرتزق", ("", "ك", True, "")),
        ("بهجومهم", "ar.events.هجوم", ("", "ب", False, "هم")),
        ("وخطفوا", "ar.events.خطف", ("و", "", False, "")),
        ("زعمت", "ar.speech.زعم", ("", "", False, "")),
        ("ونفت", "ar.speech.نفى", ("و", "", False, "")),
        ("وتبنته", "ar.speech.تبنى", ("و", "", False, "ه")),
        ("قولها", "ar.speech.قال", ("", "", False, "ها")),
    ],
)
def test_a_word_is_found_through_its_clitics(word: str, id_: str, clitics: tuple[str, str, bool, str]) -> None:
    assert (id_, clitics) in {
        (r.lexeme.id, (r.conjunction, r.preposition, r.definite, r.pronoun)) for r in readings(word)
    }


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("يقصفي", "ar.events.قصف"),  # no «ي» after a finite verb
        ("سقصف", "ar.events.قصف"),  # «س» only before a present
        ("بيقصف", "ar.events.قصف"),  # no preposition before a finite verb
        ("القصفها", "ar.events.قصف"),  # no article with a pronoun
        ("اليعلن", "ar.speech.أعلن"),
    ],
)
def test_clitics_that_grammar_forbids_are_not_cut_off(word: str, id_: str) -> None:
    assert id_ not in {r.lexeme.id for r in readings(word)}


def test_an_unknown_word_has_no_reading() -> None:
    assert readings("زقزقة") == ()


def test_the_reading_with_the_fewest_clitics_comes_first() -> None:
    first = readings("وصفت")[0]
    assert (first.lexeme.id, first.conjunction) == ("ar.speech.وصف", "")


def test_a_passive_that_is_spelt_apart_says_so() -> None:
    assert {r.sense.shape for r in readings("أصيب")} == {"passive-past"}
    assert {r.sense.shape for r in readings("اغتيلت")} == {"passive-past"}


@pytest.mark.parametrize(
    ("sentence", "word", "yes", "no"),
    [
        ("وأعلن المشفى إصابة خمسة", "إصابة", ("أصاب", "masdar"), ("أصاب", "past")),
        ("أصابه القناص في كتفه", "أصابه", ("أصاب", "past"), ("أصاب", "masdar")),
        ("القرية تابعة للبلدية", "تابعة", None, ("تابع", "past")),
        ("وتابعه الحراس بالرصاص", "وتابعه", ("تابع", "past"), None),
    ],
)
def test_letters_that_folding_hides_decide(sentence, word, yes, no) -> None:
    found = read(sentence)[word]
    assert yes is None or yes in found
    assert no not in found


@pytest.mark.parametrize(
    ("sentence", "word", "yes", "no"),
    [
        ("سقطوا في قصف الميناء", "قصف", "masdar", "past"),
        ("وقد قصف الجيش الميناء", "قصف", "past", "masdar"),
        ("لم يقتل أحد", "يقتل", "present", "past"),
    ],
)
def test_neighbours_decide_between_noun_and_verb(sentence: str, word: str, yes: str, no: str) -> None:
    shapes = {shape for _, shape in read(sentence)[word]}
    assert yes in shapes
    assert no not in shapes


def test_a_word_that_begins_with_waw_of_its_own_is_not_cut() -> None:
    assert all(not r.conjunction for rs in [read_words(tokenize("وقود"), "وقود", AR)[0][0]] for r in rs)


def test_words_inside_a_name_tell_of_no_happening() -> None:
    text = "حزب التقدم"
    tokens = tokenize(text)
    free, _ = read_words(tokens, text, AR)
    named, _ = read_words(tokens, text, AR, named=frozenset({1}))
    assert {r.lexeme.table for r in free[1]} >= {"events"}
    assert {r.lexeme.table for r in named[1]}.isdisjoint({"events", "speech", "verbs"})


@pytest.mark.parametrize(
    ("sentence", "id_", "size"),
    [
        ("وقف إطلاق النار", "ar.events.وقف-إطلاق-النار", 3),
        ("عملية عسكرية واسعة", "ar.events.عملية-عسكرية", 2),
        ("العملية العسكرية", "ar.events.عملية-عسكرية", 2),
        ("نقاط تفتيش", "ar.people.نقطة-تفتيش", 2),
    ],
)
def test_several_words_that_are_one_entry_are_read_as_one(sentence: str, id_: str, size: int) -> None:
    tokens = tokenize(sentence)
    found, sizes = read_words(tokens, sentence, AR)
    assert [r.lexeme.id for r in found[0]] == [id_]
    assert sizes[0] == size


def test_every_entry_can_be_read_in_its_dictionary_form() -> None:
    lost = []
    for lexeme in AR.lexemes:
        word = lexeme.id.split(".", 2)[2].partition("/")[0]
        word += "ت" if "never-bare" in lexeme.tags else ""  # «قبل» is another word, «قبلت» is not
        if "-" not in word and lexeme.id not in {r.lexeme.id for r in readings(word)}:
            lost.append(lexeme.id)
    assert lost == []


@given(st.text(alphabet=LETTERS, min_size=1, max_size=9))
def test_the_uncut_word_comes_first_and_cuts_add_up(form: str) -> None:
    splits = list(iter_splits(form))
    assert splits[0] == ("", "", False, form, "")
    for conjunction, preposition, definite, core, pronoun in splits:
        assert form.startswith(conjunction + preposition)
        assert form.endswith(pronoun)
        assert len(core) > 0
        assert len(conjunction + preposition + core + pronoun) + 2 * definite <= len(form) + 2


@given(st.text(alphabet=LETTERS, min_size=1, max_size=8))
def test_looking_a_word_up_twice_gives_the_same(form: str) -> None:
    assert AR.readings(form) == AR.readings(form)


def test_an_unknown_key_or_an_entry_without_a_word_does_not_load() -> None:
    with pytest.raises(PackError, match=r"RW200.*unknown key 'colour'"):
        Lexicon({"events": {"noun": [{"text": "قصف", "colour": "red"}]}})
    with pytest.raises(PackError, match="without past or text"):
        Lexicon({"events": {"noun": [{"type": "ASSAULT"}]}})


def test_a_table_that_is_not_there_is_a_coded_error() -> None:
    with pytest.raises(PackMissing, match="RW201"):
        read_table("ar", "choir")


def test_a_word_is_kept_as_written_not_only_as_folded() -> None:
    first, second = read("وصلت إصابة واحدة")["إصابة"], read("رآه وقد أصابه")["أصابه"]
    assert first != second
    assert read("وصلت إصابة واحدة")["إصابة"] == first


def test_the_same_word_beside_other_words_is_read_anew() -> None:
    after_a_preposition, after_a_particle = read("بعد قتل الرجل")["قتل"], read("وقد قتل الرجل")["قتل"]
    assert after_a_preposition != after_a_particle
    assert read("بعد قتل الرجل")["قتل"] == after_a_preposition


def test_two_lexicons_keep_apart_what_they_remember() -> None:
    small = Lexicon({"events": {"noun": [{"text": "قصف", "type": "ASSAULT"}]}})
    tokens = tokenize("قصف وزير")
    assert [len(found) for found in read_words(tokens, "قصف وزير", small)[0]] == [1, 0]
    assert all(read_words(tokens, "قصف وزير", AR)[0])
