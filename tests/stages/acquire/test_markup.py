"""HTML gives title, paragraphs and metadata; hostile HTML gives what can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.stages.acquire.markup import is_html, read_html
from tests.stages.acquire.pages import FIRST, SECOND, THIRD, TITLE, make_page, read, words

PARAGRAPHS = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "X"},
{"@type": ["NewsArticle"], "headline": "عنوان المقال في البيانات", "datePublished": "2021-03-04T22:10:00+03:00",
"publisher": {"name": "صدى الساحل"}, "author": [{"name": "ليلى حداد"}], "inLanguage": "ar-SA"}]}</script>"""


def make_html(head: str = "", body: str = PARAGRAPHS) -> str:
    return f"<!DOCTYPE html><html lang='ar'><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"


def test_the_body_is_read_and_the_furniture_is_not() -> None:
    furniture = "<nav><a href='/'>الرئيسية</a></nav><footer>جميع الحقوق محفوظة</footer>"
    (found,) = read(make_html(body=PARAGRAPHS + furniture))
    assert words(found, "title") == TITLE
    assert (words(found, "body") or "").split("\n\n") == [FIRST, SECOND, THIRD]


def test_json_ld_goes_before_open_graph_and_meta() -> None:
    head = LINKED + '<meta property="og:title" content="غيره"><meta property="og:site_name" content="موقع">'
    page = make_page(make_html(head))
    assert page.title == "عنوان المقال في البيانات"
    assert (page.metadata.published, page.metadata.outlet, page.metadata.language) == ("2021-03-04", "صدى الساحل", "ar")


def test_open_graph_fills_what_json_ld_leaves_out() -> None:
    head = (
        '<script type="application/ld+json">{broken</script><meta property="og:title" content="عنوان آخر">'
        '<meta property="article:published_time" content="2020-01-02T00:00:00Z"><meta property="og:site_name" content="موقع">'
        '<link rel="canonical" href="https://example.org/a">'
    )
    page = make_page(make_html(head))
    assert page.title == "عنوان آخر"
    assert page.metadata.published == "2020-01-02"
    assert page.metadata.url == "https://example.org/a"


def test_a_visible_date_line_stands_in_for_metadata() -> None:
    page = make_page(make_html(body="<div>الأحد 7 آذار/مارس 2021، آخر تحديث 10:00</div>" + PARAGRAPHS))
    assert page.metadata.published == "2021-03-07"


def test_metadata_dates_the_article() -> None:
    (found,) = read(make_html(LINKED))
    assert (str(found.published.day), found.published.basis) == ("2021-03-04", "metadata")


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var secret = 'سر دفين';</script>",
        "<style>.a{content:'سر دفين'}</style>",
        "<p hidden>سر دفين</p>",
        "<div style='color:red; display : none'>سر دفين</div>",
        "<p style='visibility:hidden'>سر دفين</p>",
        "<span class='x sr-only'>سر دفين</span>",
        "<!-- سر دفين -->",
        "<template>سر دفين</template>",
    ],
)
def test_what_the_reader_of_the_page_does_not_see_is_left_out(hidden: str) -> None:
    assert "سر دفين" not in make_page(make_html(body=f"<p>{FIRST}</p>{hidden}<p>{SECOND}</p><p>{THIRD}</p>")).text


def test_what_stands_beside_the_article_is_left_out_and_a_date_in_it_is_read() -> None:
    beside = "<p>أخبار أخرى من القسم نفسه تجدها هنا كل يوم، فتابعها.</p>" * 3
    around = f"<nav>{beside}</nav><aside>{beside}</aside><footer>الأحد 7 آذار/مارس 2021</footer>"
    page = make_page(make_html(body=PARAGRAPHS * 4 + around))
    assert THIRD in page.text
    assert "أخبار أخرى" not in page.text
    assert page.metadata.published == "2021-03-07"


@pytest.mark.parametrize("beside", ["aside", "nav", "footer"])
def test_an_element_that_was_never_closed_does_not_take_the_article_with_it(beside: str) -> None:
    page = make_page(f"<html><body><{beside}><a href='/'>الأولى</a><h1>{TITLE}</h1>" + PARAGRAPHS * 3)
    assert FIRST in page.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>" + FIRST + "<div><p" + SECOND + "<<<>> <b <i></p></html",
        "<html><body>" + "<div>" * 3000 + PARAGRAPHS + "</div>" * 3000,
        "<html><body>" + "<b><i>" * 400 + FIRST,
        "<html><body><table><tr><td>" + PARAGRAPHS,
        "<?xml version='1.0' encoding='utf-16'?><html><body>" + PARAGRAPHS + "</body></html>",
        "<html><head><meta charset='no-such-charset'></head><body>" + PARAGRAPHS,
    ],
)
def test_broken_markup_still_gives_its_words(markup: str) -> None:
    assert "هاجم مسلحون مخفر النخيل" in make_page(markup).text


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html>" + "<" * 5000, "<p>" + "<!--" * 5000, "<html><head><title>x"]
)
def test_markup_without_words_gives_no_document(markup: str) -> None:
    assert read(markup) == []


def test_a_page_of_very_many_elements_is_read_without_the_extractor() -> None:
    html = read_html("<html><body>" + "<i>x</i>" * 61_000 + PARAGRAPHS + "</body></html>")
    assert FIRST in html.text
    assert "W105" in {w.code for w in html.warnings}


def test_prose_that_mentions_markup_is_no_markup() -> None:
    assert not is_html("The <p> element holds a paragraph.")
    assert not is_html("3 < 5 and 7 > 2")
    assert is_html("\ufeff\n<!DOCTYPE html><html>")


@given(st.text(alphabet="<>/!-abpdiv &;#\"'=\nقتل", max_size=300))
def test_any_markup_is_read_without_an_error(text: str) -> None:
    html = read_html("<html>" + text)
    html.text.encode("utf-8")
