from __future__ import annotations

from bench.floor import ENTRIES, make_dictionary, make_names, read_least, read_names

SENTENCES = [f"كلمة رقم{number} ثم كلمات أخرى كثيرة بعدها حتى يطول السطر كفاية." for number in range(50)]


def test_names_of_one_to_three_words_are_found_with_overlaps() -> None:
    names = frozenset({"جبل", "جبل عال", "نهر بعيد جدا"})
    assert read_names("صعدوا جبل عال ثم نهر بعيد جدا، جبل.".encode(), names) == 4


def test_the_bare_floor_knows_single_words_only() -> None:
    assert read_least("صعدوا جبلا عاليا".encode(), {"جبلا": 0, "جبلا عاليا": 1}) == 1


def test_both_floors_look_up_in_as_many_entries() -> None:
    names = make_names(SENTENCES)
    assert len(names) == len(make_dictionary(SENTENCES)) == ENTRIES
    assert {len(name.split()) for name in names} == {1, 2, 3}
