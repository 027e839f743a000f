"""Counts with their hedges and bounds, and numbers that are no counts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lang.counts import count_starts
from riwaya.lang.timex_pack import entries
from riwaya.lang.tokens import tokenize
from riwaya.model.timex import Published
from riwaya.stages.annotate.quantities import find_quantities
from riwaya.stages.annotate.times import find_times

DAY = Published(start=date(2020, 5, 14), end=date(2020, 5, 14), basis="given", why="test")
HEDGES = entries("hedges", "hedge")
EXAMPLES = [(h["id"], e) for h in HEDGES for e in h["match"]]
COUNTEREXAMPLES = [(h["id"], e) for h in HEDGES for e in h["no_match"]]


def find(text: str):
    tokens = tokenize(text)
    return find_quantities(tokens, text, times=find_times(tokens, published=DAY))


def bounds(text: str):
    return [(q.span.of(text), q.low, q.high, q.about) for q in find(text)]


def quoted(example):
    (quantity,) = [q for q in find(example["text"]) if q.span.of(example["text"]) == example["number"]]
    expected = (example.get("low"), example.get("high"), example.get("about", False))
    return quantity, expected


@pytest.mark.parametrize(("hedge", "example"), EXAMPLES, ids=[f"{h}:{e['text']}" for h, e in EXAMPLES])
def test_a_hedge_sets_the_bounds_of_its_own_examples(hedge, example):
    quantity, expected = quoted(example)
    assert (quantity.low, quantity.high, quantity.about) == expected
    assert hedge in quantity.why.split("+")
    assert all(quantity.full.contains(span) for span in quantity.hedges)


@pytest.mark.parametrize(("hedge", "example"), COUNTEREXAMPLES, ids=[f"{h}:{e['text']}" for h, e in COUNTEREXAMPLES])
def test_a_hedge_leaves_its_counterexamples_alone(hedge, example):
    quantity, expected = quoted(example)
    assert (quantity.low, quantity.high, quantity.about) == expected
    assert hedge not in quantity.why.split("+")


def test_every_hedge_has_an_id_a_source_and_an_example():
    ids = [hedge["id"] for hedge in HEDGES]
    assert len(ids) == len(set(ids))
    assert all(hedge["source"] and hedge["match"] for hedge in HEDGES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 20 جنديا", ("20", 20, 20)),
        ("قتل خمسة عشر جنديا", ("خمسة عشر", 15, 15)),
        ("شرد القتال 15 ألف شخص", ("15 ألف", 15_000, 15_000)),
        ("خرج الثلاثة سالمين", ("الثلاثة", 3, 3)),
        ("أسر عشرات المسلحين", ("عشرات", 20, 99)),
        ("سقطوا بالعشرات", ("بالعشرات", 20, 99)),
        ("نزح المئات", ("المئات", 200, 999)),
        ("نزح آلاف السكان", ("آلاف", 2000, 9999)),
        ("نزح عشرات الآلاف", ("عشرات الآلاف", 20_000, 99_999)),
        ("نزح مئات الآلاف", ("مئات الآلاف", 200_000, 999_999)),
        ("قتل عدد من الحراس", ("عدد", 2, None)),
        ("قتل عدد كبير منهم", ("عدد", 2, None)),
        ("فر العديد من السجناء", ("العديد", 2, None)),
        ("قصفت عدة قرى", ("عدة", 2, None)),
        ("بقي بضعة حراس", ("بضعة", 2, None)),
        ("وأصيب آخرون بحروق", ("آخرون", 2, None)),
        ("وأصيب شرطيين آخرين اثنين", ("اثنين", 2, 2)),
        ("أصيب الكثيرون في السوق", ("الكثيرون", 2, None)),
        ("قتل بضع عشرات من الحراس", ("بضع عشرات", 20, 99)),
        ("نزحت مئات عدة من الأسر", ("مئات عدة", 200, 999)),
        ("قتل عدد لم يحدد بعد من الحراس", ("عدد", 2, None)),
        ("وأصيب آخرون مساء أول من أمس", ("آخرون", 2, None)),
        ("وأصيب العشرات اليوم", ("العشرات", 20, 99)),
        ("وقتل ستون الأسبوع الماضي", ("ستون", 60, 60)),
    ],
)
def test_a_count_is_read_with_its_bounds(text, expected):
    ((words, low, high, about),) = bounds(text)
    assert (words, low, high) == expected
    assert not about


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("قتل بين 10 و15 مسلحا", 10, 15),
        ("قتل من 10 إلى 15 مسلحا", 10, 15),
        ("قتل 10-15 مسلحا", 10, 15),
        ("ينتشر بين 12 و15 ألف جندي", 12_000, 15_000),
        ("قتل أربعة أو خمسة جنود", 4, 5),
        ("لم يقل عدد الجرحى عن 20", 20, None),
        ("لا يتجاوز عدد الأسرى 40", None, 40),
        ("قتل ما ينوف على أربعين حارسا", 41, None),
        ("قتل ستون حارسا في أقل تقدير", 60, None),
    ],
)
def test_two_numbers_make_one_range(text, low, high):
    ((_, found_low, found_high, _),) = bounds(text)
    assert (found_low, found_high) == (low, high)


def test_a_rise_is_two_counts():
    assert [(low, high) for _, low, high, _ in bounds("ارتفع عدد الضحايا من 10 إلى 15")] == [(10, 10), (15, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "هاجموا مقر اللواء 17 مشاة",
        "عقد اتفاق مينسك 2 هناك",
        "شاب عن 15 عاما",
        "شاب في العشرين من عمره",
        "استمر القصف 20 دقيقة",
        "تبعد القرية 45 كيلومترا",
        "مدفع عيار 152 ملم",
        "سيطروا على 60 في المئة من المدينة",
        "سيطروا على 60% من المدينة",
        "سيطروا على 60 بالمئة من المدينة",
        "دفعوا 3 ملايين دولار فدية",
        "بدأ القصف الساعة 8:30 صباحا",
        "وقع الهجوم في 12 أيار",
        "تأسس التنظيم عام 1987",
        "قرار مجلس الأمن رقم 1701",
        "شنت طائرات إف-16 الغارة",
        "بلغ عدد القتلى",
        "نزحوا منذ عشرات السنين",
        "غابوا عدة أيام",
        "وصل في الحادية عشرة",
        "المادة (35) من الدستور",
    ],
)
def test_numbers_that_count_nobody_and_nothing_are_left_out(text):
    assert bounds(text) == []


def test_at_least_may_stand_words_later_but_not_beyond_the_clause():
    text = "قتل 20 من عناصر «الفرقة» الأولى على الأقل"
    (quantity,) = find(text)
    assert (quantity.low, quantity.high) == (20, None)
    assert quantity.full.of(text) == text.removeprefix("قتل ")
    assert quantity.span.of(text) == "20"
    assert bounds("قتل 20 جنديا.\nعلى الأقل هكذا قيل")[0][1:3] == (20, 20)


def test_at_least_belongs_to_the_nearest_number():
    assert [(low, high) for _, low, high, _ in bounds("قتل 20 جنديا وعشرة مدنيين على الأقل")] == [(20, 20), (10, None)]
    assert [(low, high) for _, low, high, _ in bounds("قتل 20 جنديا على الأقل ومئة مدني")] == [(20, None), (100, 100)]
    assert [(low, high) for _, low, high, _ in bounds("جرح 20 وقتل على الأقل 40 مدنيا")] == [(20, 20), (40, None)]


def test_others_of_a_counted_group_are_not_counted_again():
    assert [words for words, *_ in bounds("قتل جندي وأصيب 15 آخرين")] == ["15"]


def test_numbers_inside_the_stretch_of_an_event_still_count():
    assert [words for words, *_ in bounds("فروا منذ أن قتل المهاجمون 30 قرويا يوم السبت")] == ["30"]


def test_a_text_without_counts_has_none():
    assert find("عبرت القافلة الجسر") == []
    assert find("") == []


WORDS = st.sampled_from(
    sorted({*count_starts(), "على", "الأقل", "نحو", "من", "أكثر", "بين", "و", "-", "12", "(", ")", "%", "شخصا"})
)


@given(st.lists(WORDS, max_size=14))
def test_any_row_of_count_words_gives_counts_in_order_within_the_text(words):
    text = " ".join(words)
    quantities = find_quantities(tokenize(text), text)
    starts = [q.span.start for q in quantities]
    assert starts == sorted(starts)
    for q in quantities:
        assert q.full.contains(q.span) or q.full.overlaps(q.span)
        assert q.full.end <= len(text)
        assert q.low is None or q.low >= 0
        assert q.low is None or q.high is None or q.low <= q.high
