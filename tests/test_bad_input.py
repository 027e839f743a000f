"""Whatever comes in: a coded error, or an empty or sound reading that says what was found. Never a traceback, never a hang."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.config import Settings
from riwaya.errors import DateInvalid, DocumentBinary, DocumentTooLarge, RiwayaError
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from tests.news import BODY, HINTS, PAGE, SENTENCES, TITLE, assert_sound, read

pytestmark = pytest.mark.timeout(120)

CONTROLS = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u0640\u064b"
)
NOISE = [
    *CONTROLS,
    "\x00",
    "\x1b[2J",
    "\r",
    "\r\n",
    "\u2028",
    "\x85",
    "\ud800",
    "\udfff",
    "﷽",
    "ﻻ",
    "🙂",
    "e\u0301",
    "<",
    "&#0;",
]
MARKS = list("«»()[]\"'“”،؛؟.:-–/%،\n\t ")
PIECES = [
    *SENTENCES,
    TITLE,
    *BODY.split(),
    "20",
    "٢٠",
    "1,000,000",
    "على الأقل",
    "و",
    "أن",
    "قال",
    "منذ",
    "من",
    "إلى",
    "بين",
]
TAGS = [
    "<html>", "</html>", "<body>", "<p>", "</p>", "<div class='related'>", "</div>", "<script>", "</script>", "<style>", "<!--",
    "-->", "<h1>", "</h1>", "<table><tr><td>", "<a href='", "'>", "<meta charset=utf-16>", "<time datetime='2024-99-99'>",
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": [', "<![CDATA[", "]]>", "&nbsp;", "<p hidden>",
]  # fmt: skip


def survives(source: str | bytes) -> None:
    refused: RiwayaError | None = None
    try:
        assert_sound(analyze(source, name="fuzz", hints=HINTS))
    except RiwayaError as error:
        refused = error
    assert refused is None or (refused.code.startswith("RW1") and refused.advice)


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_coded_error_or_a_sound_reading(source: bytes) -> None:
    survives(source)


@given(st.text(st.characters(exclude_categories=()), max_size=1000))
def test_any_letters_give_a_coded_error_or_a_sound_reading(source: str) -> None:
    survives(source)


@given(st.lists(st.sampled_from(PIECES + MARKS + NOISE), max_size=80), st.sampled_from(["", " ", "\n"]))
def test_any_heap_of_news_words_gives_a_sound_reading(pieces: list[str], glue: str) -> None:
    survives(glue.join(pieces))


@given(st.lists(st.sampled_from(TAGS + PIECES + NOISE), max_size=60))
def test_any_heap_of_tags_gives_a_sound_reading(pieces: list[str]) -> None:
    survives("<html>" + " ".join(pieces))


@given(st.integers(0, len(PAGE)), st.integers(0, 60), st.sampled_from([*NOISE, *MARKS, ""]))
def test_a_page_damaged_anywhere_gives_a_sound_reading(at: int, lost: int, put: str) -> None:
    survives(PAGE[:at] + put + PAGE[at + lost :])


@given(st.integers(1, len(PAGE.encode()) - 1))
def test_a_page_cut_off_inside_a_letter_gives_a_sound_reading(at: int) -> None:
    survives(PAGE.encode()[:at])
    survives(PAGE.encode()[at:])


@given(st.lists(st.sampled_from(CONTROLS), min_size=1, max_size=3), st.integers(1, 7))
def test_invisible_letters_between_words_change_no_claim(controls: list[str], step: int) -> None:
    words = PAGE.split(" ")
    marked = " ".join(word + "".join(controls) if at % step == 0 else word for at, word in enumerate(words))
    assert [claim.type for claim in read(marked).claims] == [claim.type for claim in read(PAGE).claims]


def test_the_page_itself_has_claims_to_lose() -> None:
    assert len(read(PAGE).claims) >= 6


@pytest.mark.parametrize(
    "source", ["", b"", " \n\t \r\n", "\ufeff", b"\xef\xbb\xbf", "\u200f\u200e", "<html></html>", "..."]
)
def test_nothing_to_read_is_an_empty_result_that_says_so(source: str | bytes) -> None:
    analysis = read(source)
    assert analysis.claims == ()
    assert analysis.warnings


@pytest.mark.parametrize(
    "source",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"PK\x03\x04" + bytes(range(256)) * 20,
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        b"\x1f\x8b\x08" + bytes(range(256)) * 20,
        bytes(range(256)) * 50,
        b"\x00" * 5000,
    ],
    ids=["png", "zip", "pdf", "gzip", "every byte", "noughts"],
)
def test_binary_files_are_a_coded_error(source: bytes) -> None:
    with pytest.raises(DocumentBinary, match="RW103"):
        analyze(source, name="file", hints=HINTS)


def test_more_bytes_than_allowed_are_a_coded_error() -> None:
    bound = Settings(max_bytes=len(PAGE.encode()))
    assert analyze(PAGE.encode(), hints=HINTS, settings=bound).claims
    for source in (PAGE.encode() + b" ", PAGE + " "):
        with pytest.raises(DocumentTooLarge, match="RW102"):
            analyze(source, hints=HINTS, settings=bound)


@pytest.mark.parametrize("published", ["yesterday", "2024-13-01", "2024-02-30", "30/07/2024", "2024-07-30T99:00"])
def test_dates_that_are_none_are_a_coded_error(published: str) -> None:
    with pytest.raises(DateInvalid, match="RW105"):
        analyze(PAGE, hints=Hints(published=published))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"])
def test_the_encodings_in_use_give_the_same_claims(encoding: str) -> None:
    page = PAGE.replace("«", '"').replace("»", '"')
    found = read(page.encode(encoding))
    assert [claim.type for claim in found.claims] == [claim.type for claim in read(page).claims]


@pytest.mark.parametrize("encoding", ["mac_arabic", "cp864", "iso8859-6", "utf-7"])
def test_encodings_nobody_uses_are_an_error_or_a_sound_reading(encoding: str) -> None:
    survives(BODY.translate({ord(c): None for c in "«»"}).encode(encoding, "replace"))


def test_lone_surrogates_are_read_over() -> None:
    assert read(PAGE.replace("قتلت", "قتلت\ud800")).claims
    survives(PAGE.encode() + b"\xed\xa0\x80")


HTML = "<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
PARAGRAPHS = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))


def test_broken_html_is_read() -> None:
    broken = "<html><body><h1>" + TITLE + "<p>" + BODY.replace("\n\n", "<p><b></i></div></td>") + "<table><p></span"
    assert read(broken.encode()).claims


def test_scripts_styles_and_hidden_text_are_never_read() -> None:
    secret = "قتل الجيش 999 مدنيا في مجزرة خفية."
    hidden = (
        f"<script>var news = '{secret}';</script><style>/* {secret} */</style><!-- {secret} -->"
        f"<noscript><p>{secret}</p></noscript><template><p>{secret}</p></template>"
        f"<p hidden>{secret}</p><p style='color: red; display: none'>{secret}</p>"
        f"<div aria-hidden='true'><p>{secret}</p></div><textarea>{secret}</textarea>"
    )
    html = HTML.format(title=TITLE, body=hidden + PARAGRAPHS + hidden)
    analysis = read(html.encode())
    assert analysis.claims
    assert "999" not in "".join(claim.span.of(analysis.page.text) for claim in analysis.claims)


def test_html_without_any_text_has_no_claims_and_a_warning() -> None:
    analysis = read(b"<html><body><script>alert(1)</script><img src=x><svg></svg></body></html>")
    assert analysis.claims == ()
    assert analysis.warnings


def test_a_page_without_an_article_has_no_claims_and_a_warning() -> None:
    menu = "\n".join(["الرئيسية", "أخبار", "اقتصاد", "رياضة", "اتصل بنا", "تسجيل الدخول", "الأكثر قراءة", "تابعنا"])
    analysis = read(menu)
    assert analysis.claims == ()
    assert analysis.warnings


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Monday that its soldiers killed 14 gunmen in an ambush near the old mill.\n\nWitnesses denied it.",
        "L'armée a annoncé lundi que ses soldats ont tué 14 hommes armés dans une embuscade.\n\nDes témoins ont démenti.",
        "Ordu, pazartesi günü bir pusuda on dört silahlı kişinin öldürüldüğünü açıkladı.\n\nTanıklar bunu yalanladı.",
        "軍は月曜日、待ち伏せで武装集団の14人を殺害したと発表した。\n\n目撃者は否定した。",
        "ארגון הגג הודיע כי שלושה אנשים נהרגו במארב ליד הטחנה הישנה ביום שני בבוקר.",
        "ارتش اعلام کرد که روز دوشنبه چهارده فرد مسلح در کمینی نزدیک آسیاب کشته شدند و گروه آن را رد کرد.",
    ],
    ids=["English", "French", "Turkish", "Japanese", "Hebrew", "Persian"],
)
def test_other_languages_are_sound_and_said_to_be_unread(text: str) -> None:
    analysis = read(text, language=None)
    assert analysis.claims == ()
    assert analysis.warnings


@pytest.mark.parametrize(
    "piece",
    [
        "و", "قال إن ", "قتل ", "«", "(", "أن قال ", "، ", "\n", "\n\n", " ", "ـ", "\u064e", "9", "٩", "1,", "-", "<div>", "<p>قتل 3 جنود",
        "<!--", "&amp;", "من 3 إلى ", "الاثنين ", "منذ ", "عشرات ", "مدينة غاو ", "الجيش المالي ", TITLE + "\n", SENTENCES[0] + " ",
        "وفقا لوكالة رويترز نقلا عن ", "a", "\u202e", "\x0c",
    ],
    ids=lambda piece: repr(piece[:12]),
)  # fmt: skip
def test_no_piece_repeated_without_end_hangs_the_reader(piece: str) -> None:
    survives(piece * (20_000 // len(piece)))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["قتل ", "قال إن ", "وفقا لوكالة رويترز نقلا عن ", "منذ ", "من 3 إلى ", "مدينة غاو "])
def test_a_megabyte_without_a_full_stop_does_not_hang_the_reader(piece: str) -> None:
    survives(piece * (500_000 // len(piece)))


@pytest.mark.parametrize("size", [500_000, pytest.param(5_000_000, marks=[pytest.mark.slow, pytest.mark.timeout(300)])])
def test_long_pages_are_read_whole(size: int) -> None:
    paragraphs = [f"{SENTENCES[at % 7][:-1]} عند النقطة رقم {at}." for at in range(size // 180)]
    analysis = read("\n\n".join(paragraphs))
    assert len(analysis.claims) > size // 400
    assert analysis.claims[-1].span.end > len(analysis.page.text) - 1000
