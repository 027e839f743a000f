"""Keys of place names."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.names import name_key, other_key, sound_key, sounds_close, spelling_fit


def test_spellings_of_one_name_share_a_key() -> None:
    assert name_key("مأرب") == name_key("مارب")
    assert name_key("صعدة") == name_key("صعده")
    assert name_key("بوبو-ديولاسو") == name_key("بوبو ديولاسو")


def test_the_other_key_adds_or_takes_the_article() -> None:
    assert other_key("الموصل") == "موصل"
    assert other_key("موصل") == "الموصل"


@pytest.mark.parametrize(
    ("written", "name", "fit"),
    [
        ("اربيل", "أربيل", 2),
        ("أربيل", "أربيل", 2),
        ("إطار", "أطار", 0),
        ("حديثه", "حديثة", 1),
        ("درعاً", "درعا", 0),
        ("وأبين", "أبين", 2),
    ],
)
def test_letters_that_folding_hides_tell_names_from_words(written: str, name: str, fit: int) -> None:
    assert spelling_fit(written, name) == fit


@pytest.mark.parametrize(("a", "b"), [("غارديز", "كرديز"), ("باداخشان", "بدخشان"), ("لاغار", "لوغر")])
def test_foreign_names_spelled_by_different_papers_sound_alike(a: str, b: str) -> None:
    assert sound_key(name_key(a)) == sound_key(name_key(b)) is not None


def test_too_short_a_name_has_no_sound_key() -> None:
    assert sound_key(name_key("غاو")) is None


def test_names_of_one_sound_are_one_name_only_where_few_letters_differ() -> None:
    assert sounds_close(name_key("غارديز"), name_key("كرديز"))
    assert sounds_close(name_key("كتف"), name_key("كتاف"))
    assert not sounds_close(name_key("الغاصبية"), name_key("كسب"))
    assert not sounds_close(name_key("برمال"), name_key("بروملي"))
