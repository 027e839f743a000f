"""Keys of place names."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.names import name_key, other_key, sound_key, spelling_fit


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
