"""Articles and teasers are found on pages of every common layout, bodies to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.acquire.pages import BODY, FIRST, SECOND, THIRD, TITLE, read, words

NB = "\u00a0"


@pytest.mark.parametrize(
    ("origin", "byline", "dateline"),
    [
        ("الخرطوم - أ ف ب", "أ ف ب", "الخرطوم"),
        (f"الخرطوم{NB}- (ا ف ب):", "ا ف ب", "الخرطوم"),
        ("الخرطوم، نيالا - أ. ف. ب.، رويترز", "أ. ف. ب.، رويترز", "الخرطوم، نيالا"),
        ("الخرطوم- د ب أ", "د ب أ", "الخرطوم"),
        ("واو (جنوب السودان) - رويترز:", "رويترز", "واو (جنوب السودان)"),
        ("الخرطوم - لندن: «الشرق الأوسط»", "«الشرق الأوسط»", "الخرطوم - لندن"),
        ("غزة ـ «الشرق الأوسط»", "«الشرق الأوسط»", "غزة"),
        ("نيويورك: ليلى حداد", "ليلى حداد", "نيويورك"),
        ("دمشق - سانا", "سانا", "دمشق"),
        ("صنعاء - وكالات:", "وكالات", "صنعاء"),
        (f"{NB}سامر النجار (صنعاء)", "سامر النجار", "صنعاء"),
        ("&nbsp;سامر النجار (صنعاء), وكالات (عدن)", "سامر النجار", "صنعاء"),
        ("رويترز", "رويترز", None),
        ("كتب: سامر النجار", "سامر النجار", None),
        ("ليلى حداد", "ليلى حداد", None),
    ],
)
def test_a_line_of_origin_is_no_part_of_the_body(origin: str, byline: str, dateline: str | None) -> None:
    (found,) = read(f"{TITLE}\n\n{origin}\n\n{NB * 4}{BODY} \n")
    assert words(found, "title") == TITLE
    assert words(found, "body") == BODY
    assert (words(found, "byline"), words(found, "dateline")) == (byline, dateline)


@pytest.mark.parametrize(
    "prefix",
    [
        "الخرطوم، السودان (CNN) -- ",
        "(CNN)--  ",
        "الخرطوم (رويترز) - ",
        "الخرطوم - وكالات: ",
        "الخرطوم- د ب أ ",
        "غزة ـ «الشرق الأوسط»: ",
        "شارك من خلال تويتر فيسبوك واتساب اكتب رأيك ",
        "نيالا 3 أغسطس 2015 (شينخوا) ",
        "نيالا، 3 أغسطس ((شينخوا)) ",
        "نابلس 14-5-2024 وفا- ",
    ],
)
def test_a_dateline_before_the_first_sentence_is_cut(prefix: str) -> None:
    (found,) = read(f"{TITLE}\n\n{prefix}{BODY}")
    assert words(found, "body") == BODY


@pytest.mark.parametrize(
    ("prefix", "rest"),
    [
        ("KHARTOUM (AP) — ", "Gunmen killed four guards at a post in the east, an officer said."),
        ("KHARTOUM, July 30 (Reuters) - ", "Gunmen killed four guards at a post in the east, an officer said."),
        ("Wed 05 Apr 2017 ", "Gunmen killed four guards at a post in the east, an officer said."),
        ("Nyala (AFP) – ", "Des hommes armés ont tué quatre gardes dans l'est, selon un officier."),
    ],
)
def test_english_and_french_datelines_are_cut(prefix: str, rest: str) -> None:
    (found,) = read(f"Attack on a post in the east\n\n{prefix}{rest}")
    assert words(found, "body") == rest


@pytest.mark.parametrize("tail", [" - REUTERS", " (With Reuters and AFP) "])
def test_the_agency_after_the_last_sentence_is_cut(tail: str) -> None:
    body = "Gunmen killed four guards at a post in the east, an officer said."
    (found,) = read(f"Attack on a post in the east\n\n{body}{tail}")
    assert words(found, "body") == body


@pytest.mark.parametrize(
    "foot",
    [
        "\n\nاقرأ أيضا: لقاء مع حاكم الإقليم\n",
        "\n\nاقرأ أيضا\nلقاء مع حاكم الإقليم\nهدنة في الشمال\n",
        "\n\n(أ ف ب)\n",
        "\n\nالمصدر: وكالات\n",
        "\n\nالكلمات المفتاحية: هجوم\n",
        "\n\nالأكثر قراءة\n\nلقاء مع حاكم الإقليم في قصره القديم صباح الغد\n\nجميع الحقوق محفوظة\n",
        "\n\nترحب صحيفة السهول بالنقاش المفيد، وتنصح بقراءة شروط النشر قبل إرسال أي تعليق إلى المحررين.\n\nالتعليقات\n",
        " مقالات أخرى للكاتبهدنة في الشمالعام من الجفاف",
        "\n\nwriter@example.org\n\nللتواصل أرسل رسالة نصية إلى 12345",
        " ( لمزيد من التفاصيل ) \n",
        "\n\nفيسبوك تويتر واتساب\n",
        "\n \n \n" + NB * 3,
    ],
)
def test_the_foot_of_a_page_is_no_part_of_the_body(foot: str) -> None:
    (found,) = read(f"{TITLE}\n\nالخرطوم - رويترز\n\n{BODY}{foot}")
    assert words(found, "body") == BODY


def test_a_flattened_page_with_wide_gaps_and_links_inside() -> None:
    links = "روابط ذات علاقة    هدنة في الشمال بعد حصار    لقاء مع حاكم الإقليم"
    head = f"          SahelNews.com - {TITLE}   \n        الأحد، 07 آذار/مارس 2021، آخر تحديث 09:00 (GMT+0400)    {TITLE}        عنصر يحرس البوابة"
    lead = f"         \n          نيالا، السودان (CNN) -- {FIRST}   {SECOND} \n          {links}     "
    (found,) = read(f"{head}{lead}{THIRD} \n")
    assert words(found, "title") == TITLE
    body = words(found, "body") or ""
    assert body.startswith(FIRST)
    assert body.endswith(THIRD)
    assert [s.of(found.text) for s in found.skips] == [p for p in links.split("    ")]
    assert str(found.published.day) == "2021-03-07"


def test_paragraphs_printed_a_second_time_are_skipped() -> None:
    (found,) = read(f"{TITLE}\n\nالخرطوم - رويترز\n\n{BODY}\n\nفقد {SECOND[1:]}\n\n{THIRD}")
    assert [s.of(found.text) for s in found.skips] == [f"فقد {SECOND[1:]}", THIRD]
    assert (words(found, "body") or "").startswith(FIRST)


def test_headings_inside_a_body_are_told_apart() -> None:
    (found,) = read(f"{TITLE}\n\nالخرطوم - رويترز\n\n{FIRST}\n\nانسحاب نحو التلال\n\n{SECOND}\n{THIRD}")
    assert [s.of(found.text) for s in found.subheads] == ["انسحاب نحو التلال"]


def test_a_caption_with_its_credit_is_skipped() -> None:
    (found,) = read(f"{TITLE}\n\nالخرطوم - رويترز\n\n{FIRST}\n\nحارس قرب البوابة الشرقية (رويترز)\n\n{SECOND}")
    assert [s.of(found.text) for s in found.skips] == ["حارس قرب البوابة الشرقية (رويترز)"]


OTHER = "عودة المدارس في إقليم السهل"
CARD = (
    "أفريقيا تلاميذ أمام مدرسة أعيد فتحها (متداولة)\n\n{title}\n\n"
    "فتحت المدارس أبوابها في إقليم السهل بعد عام من القتال، وعاد إليها نصف التلاميذ.\n\nسامر النجار (نيالا)\n"
)
SECOND_BODY = "\n\n".join(
    [
        "دعا وجهاء إقليم السهل إلى هدنة جديدة بين القبائل المتقاتلة، واقترحوا لقاء في المدينة القديمة الأسبوع القادم.",
        "ورحبت إحدى القبائل بالدعوة، فيما طلبت الأخرى ضمانات من الحاكم قبل أن ترسل وفدها إلى اللقاء المقترح.",
        "ويعاني سكان الإقليم نقصا في الغذاء والدواء منذ أن أغلقت الطرق المؤدية إلى الميناء.",
    ]
)


def make_cards_page() -> str:
    caption = "حارس قرب البوابة الشرقية (رويترز)"
    head = f"{TITLE}\n\n{caption}\n{caption}\nTT\n\n{TITLE}\n\n{caption}\n{caption}\n\n"
    other = f"وجهاء السهل يدعون إلى هدنة\n\n{caption}\nTT\n\nوجهاء السهل يدعون إلى هدنة\n\n{caption}\n\n{SECOND_BODY}"
    cards = CARD.format(title=OTHER) + CARD.format(title="لماذا تأخرت عودة المدارس إلى إقليم السهل؟").replace(
        "فتحت", "بدأت"
    )
    return f"{head}{BODY}\n\n\nمقالات ذات صلة\n\n{OTHER}\n\n{cards}\n{other}"


def test_a_page_of_article_cards_and_a_second_article() -> None:
    found = read(make_cards_page(), published="2020-05-06")
    assert [d.role for d in found] == ["article", "teaser", "teaser", "article"]
    assert words(found[0], "body") == BODY
    assert words(found[3], "body") == SECOND_BODY
    assert words(found[3], "title") == "وجهاء السهل يدعون إلى هدنة"
    card = found[1]
    assert [words(card, p) for p in ("title", "section", "byline", "dateline")] == [
        OTHER,
        "أفريقيا",
        "سامر النجار",
        "نيالا",
    ]
    assert (words(card, "body") or "").startswith("فتحت المدارس")
    assert words(found[2], "title") == "لماذا تأخرت عودة المدارس إلى إقليم السهل؟"


def test_the_given_date_is_that_of_the_first_article_alone() -> None:
    bases = [d.published.basis for d in read(make_cards_page(), published="2020-05-06")]
    assert bases == ["given", "unknown", "unknown", "unknown"]


def test_menus_before_the_title_are_passed() -> None:
    menu = "\n\n".join(["الصفحة الرئيسية", "العالم", "رياضة", "اقتصاد وأعمال", "الطبعة: العربية"])
    (found,) = read(f"{TITLE} - SahelNews.com\n\n{menu}\n\n{TITLE}\nالأحد 7 مارس 2021\n\n{BODY}")
    assert (words(found, "title"), words(found, "body")) == (TITLE, BODY)


@pytest.mark.parametrize("text", [FIRST, BODY, FIRST.rstrip("."), "قتل حارسان في هجوم على مخفر"])
def test_text_without_a_title_is_all_body(text: str) -> None:
    (found,) = read(text)
    assert words(found, "body") == text
    assert found.title is None


def test_a_page_without_full_stops_is_read_all_the_same() -> None:
    lines = [
        f"قال ساكن في الحي رقم {n} إن مسلحين دخلوا البيوت ليلا وأخذوا معهم الطعام والدواء وما وجدوا" for n in range(6)
    ]
    (found,) = read("\n".join([TITLE, *lines]))
    assert words(found, "body") == "\n".join(lines)


def test_a_list_of_headlines_is_no_article() -> None:
    assert read("\n".join(f"خبر عن القتال في الناحية رقم {n}" for n in range(20))) == []


def test_text_wrapped_at_a_fixed_width_keeps_its_paragraphs() -> None:
    lines = [
        "GUNMEN ATTACKED A POST IN THE EASTERN HILLS AND KILLED FOUR OF ITS",
        "GUARDS, THE NEWSPAPER OF THE PROVINCE REPORTED ON THE SAME",
    ]
    text = "\n\n".join(
        "\n".join([*lines, "AFTERNOON IN ITS SECOND EDITION, WITH NO WORD ON WHO HAD DONE IT."]) for _ in "ab"
    )
    (found,) = read("THE FIRST\n" + text)
    assert (words(found, "body") or "").startswith("THE FIRST\nGUNMEN")


def test_offsets_count_the_mark_and_windows_line_ends() -> None:
    raw = f"\ufeff{TITLE}\r\n\r\nالخرطوم - رويترز\r\n\r\n{FIRST}\r\n{SECOND}\r\n".encode()
    (found,) = read(raw)
    assert words(found, "title") == TITLE
    assert words(found, "body") == f"{FIRST}\r\n{SECOND}"


def test_hints_name_outlet_and_language() -> None:
    (found,) = read(f"{TITLE}\n\n{BODY}", outlet="Sahel News", language="ar")
    assert found.outlet is not None
    assert (found.outlet.id, found.outlet.name, found.language) == (None, "Sahel News", "ar")


def test_ids_depend_on_nothing_but_the_page() -> None:
    text = make_cards_page()
    ids = [d.id for d in read(text)]
    assert ids == [d.id for d in read(text, outlet="other")]
    assert len(set(ids)) == len(ids)
    assert all(i.startswith("doc_") for i in ids)


LINES = st.sampled_from(
    [TITLE, FIRST, SECOND, THIRD, "TT", "مقالات ذات صلة", "الخرطوم - رويترز", "سامر النجار (صنعاء)", "الأحد 7 مارس 2021", "***",
     "التعليقات", "", " ", "(CNN) -- ", "؟", "حارس قرب البوابة (رويترز)", "شارك من خلال تويتر فيسبوك", "\ufeff", "عنوان قصير"]
)  # fmt: skip


@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "    ", "\r\n"]))
def test_spans_lie_in_the_text_in_order_whatever_the_page(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    end = 0
    for document in read(text):
        assert document.text == text
        assert end <= document.body.start < document.body.end <= len(text)
        end = document.body.end
        assert document.body.of(text) == document.body.of(text).strip()
        assert all(document.body.contains(s) for s in (*document.skips, *document.subheads))
        for part in ("title", "section", "byline", "dateline"):
            assert words(document, part) is None or words(document, part)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for document in read(text):
        assert 0 <= document.body.start < document.body.end <= len(document.text)
