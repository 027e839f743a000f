"""Who says it, through whom: chains in sentences of our own."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from tests.news import read


def claim_of(text: str, trigger: str) -> Claim:
    return next(c for c in read(text).claims if trigger in c.trigger.of(text))


def chain(text: str, trigger: str) -> list[str]:
    return [link.span.of(text) for link in claim_of(text, trigger).chain]


def test_the_main_speaker_goes_on_not_who_is_told_about() -> None:
    text = "وقال وزير الداخلية إن مصادر محلية أكدت مقتل حارس. وأضاف أن الشرطة اعتقلت ثلاثة رجال."
    assert chain(text, "اعتقلت") == ["وزير الداخلية"]


def test_who_goes_on_agrees_with_the_verb_in_gender() -> None:
    text = "وقالت الوزارة إن جنديا قتل في كمين. وأكد الحاكم أن الطريق مغلق. وأضافت أن المسلحين خطفوا تاجرا."
    assert chain(text, "خطفوا") == ["الوزارة"]


@pytest.mark.parametrize(
    "teller",
    [
        "وقال المسؤول الأمني، الذي لم يكشف عن اسمه، إن",
        "وقال المسؤول الأمني، طلب عدم ذكر اسمه، إن",
        "وقال المسؤول الأمني، الذي يزور البلدة منذ أيام، إن",
        "وقال المسؤول الأمني في وقت سابق إن",
    ],
)
def test_what_is_inserted_between_speaker_and_words_is_stepped_over(teller: str) -> None:
    assert chain(f"{teller} خمسة جنود قتلوا في هجوم.", "قتلوا") == ["المسؤول الأمني"]


@pytest.mark.parametrize(
    ("teller", "author"),
    [
        ("وقال بيان للجيش إن", "للجيش"),
        ("وقال بيان صادر عن قيادة الجيش إن", "قيادة الجيش"),
        ("وأفاد تقرير أصدرته الشرطة بأن", "الشرطة"),
        ("وقالت تصريحات مسؤولين محليين إن", "مسؤولين محليين"),
    ],
)
def test_a_statement_is_its_authors(teller: str, author: str) -> None:
    [link] = claim_of(f"{teller} المسلحين قتلوا تاجرا.", "قتلوا").chain
    assert author.endswith(link.span.of(f"{teller} المسلحين قتلوا تاجرا."))


def test_the_statement_points_back_to_who_spoke_in_one() -> None:
    text = "وقالت الحكومة في بيان إن جنديا قتل. وأوضح الحاكم أن السوق فتح أبوابه. وأضاف البيان أن المسلحين خطفوا تاجرا."
    assert chain(text, "خطفوا") == ["الحكومة"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لكن وسائل إعلام محلية نقلت عن طبيب قوله إن جنديا قتل.", ["وسائل إعلام محلية", "طبيب"]),
        ("وتناقلت وسائل إعلام محلية أن جنديا قتل في البلدة.", ["وسائل إعلام محلية"]),
        ("قتل جندي في البلدة، وفقا لما أفادت به مصادر طبية.", ["مصادر طبية"]),
        ("قتل جندي في البلدة، بحسب ما أفاد مسؤول محلي وكالة فرانس برس.", ["وكالة فرانس برس", "مسؤول محلي"]),
    ],
)
def test_relays_and_recipients_stand_before_the_originator(text: str, expected: list[str]) -> None:
    assert chain(text, "قتل") == expected


@pytest.mark.parametrize(
    "phrase",
    ["وفقا للقانون", "بحسب تقدير أولي", "حسب وصفه", "بحسب الاتفاق"],
)
def test_a_law_an_estimate_or_a_wording_is_no_source(phrase: str) -> None:
    assert chain(f"قتل جندي في البلدة {phrase}.", "قتل") == []


def test_what_is_condemned_does_not_condemn() -> None:
    text = 'وأعلنت عائلة الحارس أن ابنها قتل، ودانت "العمل الشائن" الذي أودى به.'
    assert chain(text, "ودانت") == ["عائلة الحارس"]


@pytest.mark.parametrize("words", ["قبل طلب الدعم الجوي", "ليس له طلب سوى الهدوء"])
def test_a_request_as_a_noun_is_no_call(words: str) -> None:
    assert not [c for c in read(f"وقال الحاكم إن القائد تردد {words} في البلدة.").claims if c.type == "REQUEST"]


def test_we_are_who_is_quoted() -> None:
    text = "وأضاف المتحدث في مؤتمر صحفي بالعاصمة: «نقدر أن نحو ألف شخص تشردوا بسبب القتال»."
    assert chain(text, "تشردوا") == ["المتحدث"]


def test_a_participle_behind_a_comma_is_the_main_speakers_and_not_denied() -> None:
    text = "ونفى الرئيس أن يكون الجيش قصف القرية، متهما المتمردين بخطف عشرة مدنيين."
    denied, accused = claim_of(text, "قصف"), claim_of(text, "متهما")
    assert (denied.polarity, accused.polarity) == ("denied", "affirmed")
    assert [link.span.of(text) for link in accused.chain] == ["الرئيس"]


def test_a_silent_verb_still_says_who_speaks() -> None:
    text = "وكشف قائد الكتيبة عن طبيعة النجاح الأخير، مؤكدا أن جنوده قتلوا سبعة مسلحين."
    assert chain(text, "قتلوا") == ["قائد الكتيبة"]


def test_who_is_told_is_not_who_tells() -> None:
    text = "وقالت وزارة الدفاع إن رئيس الأركان أبلغ الوزير أن 30 جنديا قتلوا."
    assert chain(text, "قتلوا")[-1] == "رئيس الأركان"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وجاء في بيان للجيش أن ثلاثة جنود قتلوا.", "جيش"),
        ("وورد في تقرير المنظمة أن ثلاثة جنود قتلوا.", "المنظمة"),
        ("وقال الجيش إن المعركة انتهت. وجاء في بيانه أن ثلاثة جنود قتلوا.", "الجيش"),
    ],
)
def test_what_stands_in_a_statement_is_its_authors(text: str, expected: str) -> None:
    [link] = claim_of(text, "قتلوا").chain
    assert link.span.of(text).endswith(expected)


def test_who_did_not_claim_an_attack_is_not_its_source() -> None:
    text = "ولم تعلن الحركة مسؤوليتها عن هجوم أوقع 15 قتيلا."
    assert all(c.chain == () for c in read(text).claims)


def test_a_pronoun_before_the_verb_is_who_spoke_before() -> None:
    text = "وقالت هيئة الأركان في بيان إن القافلة نجت. ولم يذكر البيان تفاصيل الحادث، لكنه قال إن 11 مسلحا قتلوا."
    assert chain(text, "قتلوا") == ["هيئة الأركان"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "أعلنت جبهة الوادي مسؤوليتها عن الكمين، بعد يوم واحد من إعلان جماعة الظل أنها هي التي نفذت الهجوم.",
            "الهجوم",
            ["جماعة الظل"],
        ),
        ("صححت وكالة «البرق» حصيلة سابقة، وقالت إن تسعة جنود قتلوا في الكمين.", "قتلوا", ["وكالة «البرق»"]),
        ("وقال ممرض في مستوصف البلدة إن ستة رجال قتلوا.", "قتلوا", ["ممرض في مستوصف البلدة"]),
        ("توقع محللون انهيار الهدنة في البلاد.", "انهيار", ["محللون"]),
        ("أكد الوزير استمرار الاشتباكات في المدينة.", "الاشتباكات", ["الوزير"]),
        ("وأبانت المصادر أن المسلحين خطفوا تاجرا.", "خطفوا", ["المصادر"]),
        ("أعلن عدد من الأطباء مقتل ستة رجال.", "مقتل", ["عدد من الأطباء"]),
    ],
)
def test_who_is_the_source(text: str, trigger: str, expected: list[str]) -> None:
    assert chain(text, trigger) == expected


def test_a_site_that_tells_is_no_position() -> None:
    claim = claim_of("ذكر موقع «الخبر» الإلكتروني أن ستة جنود قتلوا.", "قتلوا")
    assert [link.source.kind for link in claim.chain] == ["news-site"]


def test_the_publisher_is_no_link_under_its_short_name() -> None:
    hints = Hints(outlet="مرصد الوادي لحقوق الإنسان")
    text = "عنوان\n\nروى ثلاثة شهود للمرصد أن مسلحين خطفوا تاجرا. وأحصى المرصد مقتل ستة رجال."
    claims = analyze(text, hints=hints).claims
    assert [[link.span.of(text) for link in c.chain] for c in claims] == [["ثلاثة شهود"], []]
