from __future__ import annotations

import pytest

from riwaya.batch.language import find_page_language
from tests.batch.papers import html_of, make_papers

ARABIC = make_papers(1)[0]
ENGLISH = (
    "<html><head><title>Market report</title></head><body><p>" + "The price of wheat was higher in the town. " * 40
)
PERSIAN = "وزیر امور خارجه گفت که گفتگوها در پایتخت پیگیری می‌شود و چند کشور دیگر نیز به آن پیوسته‌اند. " * 6


def test_arabic_is_known_as_text_and_as_html():
    assert find_page_language(ARABIC.text.encode()) == "ar"
    assert find_page_language(html_of(ARABIC).encode()) == "ar"


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-16-le", "iso8859-6"])
def test_arabic_is_known_in_other_encodings(encoding):
    assert find_page_language(html_of(ARABIC).replace("«", '"').replace("»", '"').encode(encoding)) == "ar"


def test_an_arabic_article_under_foreign_menus_is_read():
    menus = "<nav>" + "<a href='/x'>Subscribe to the newsletter and to all of our channels today</a>" * 60 + "</nav>"
    assert find_page_language(html_of(ARABIC).replace("<nav>", menus + "<nav>").encode()) == "ar"


def test_letters_written_as_numbers_count():
    numbered = "".join(f"&#{ord(letter)};" if letter > "\u0600" else letter for letter in ARABIC.text)
    assert find_page_language(f"<html><body><p>{numbered}</p></body></html>".encode()) == "ar"


def test_others_are_passed_over():
    assert find_page_language(ENGLISH.encode()) == "other"
    assert find_page_language((ENGLISH + "<a>العربية</a>").encode()) == "other"
    assert find_page_language((ENGLISH + "<p>" + ARABIC.text[:60]).encode()) == "en"
    assert find_page_language(PERSIAN.encode()) == "fa"
    assert find_page_language((ENGLISH + PERSIAN).encode()) == "fa"
    assert find_page_language(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40) in ("und", "other")
    assert find_page_language(b"") == "other"
