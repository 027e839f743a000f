"""A page keeps its text, its hash and what went wrong with it."""

from __future__ import annotations

import hashlib

import pytest

from riwaya.errors import DocumentTooLarge
from riwaya.model.document import Hints
from riwaya.stages.acquire import explain_documents, find_documents, read_page
from tests.stages.acquire.pages import BODY, TITLE, make_page


def test_plain_text_is_the_input_as_decoded() -> None:
    raw = f"\ufeff  {TITLE}\r\n\r\n{BODY} \r\n".encode()
    page = make_page(raw)
    assert page.text == raw.decode("utf-8")
    assert page.sha256 == hashlib.sha256(raw).hexdigest()
    assert not page.is_html


def test_text_and_its_bytes_have_the_same_hash() -> None:
    assert make_page(BODY).sha256 == make_page(BODY.encode()).sha256


def test_an_input_over_the_bound_is_refused() -> None:
    with pytest.raises(DocumentTooLarge) as caught:
        read_page(BODY, name="long.txt", max_bytes=100)
    assert caught.value.code == "RW102"


def test_letters_that_cannot_be_read_are_warned_of() -> None:
    page = make_page("قتل \ud800 حارس في هجوم على البلدة.")
    assert [w.code for w in page.warnings] == ["W102"]


@pytest.mark.parametrize("text", ["", "   \n\n ", "404", "مقالات ذات صلة\nخبر أول\nخبر ثان"])
def test_a_page_without_an_article_gives_no_document_and_a_warning(text: str) -> None:
    page = make_page(text)
    found = find_documents(page, Hints())
    assert found == []
    assert [w.code for w in explain_documents(page, found)] == ["W101"]


def test_a_language_without_a_pack_is_warned_of() -> None:
    persian = "نیروهای ارتش گفتند که سه تن از سربازان در حمله به پایگاه نزدیک مرز کشته شدند و چند تن زخمی شدند."
    page = make_page(persian)
    found = find_documents(page, Hints())
    assert [d.language for d in found] == ["fa"]
    assert "W103" in {w.code for w in explain_documents(page, found)}
