"""The ways by which words reach us: recipients, publishers, relays of relays, colons, what a paper heard."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claim_of(text: str, trigger: str) -> Claim:
    return next(c for c in read(text).claims if trigger in c.trigger.of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأكد أحد الوجهاء في اتصال هاتفي مع وكالة رويترز أن حارسا قتل.", ["وكالة رويترز", "أحد الوجهاء"]),
        ("وقال المتحدث متحدثا إلى وكالة رويترز إن حارسا قتل.", ["وكالة رويترز", "المتحدث"]),
        ("وأعلن الجيش في شريط أوردته وكالة رويترز أن حارسا قتل.", ["وكالة رويترز", "الجيش"]),
        ("وأفاد تقرير داخلي للأمم المتحدة اطلعت عليه رويترز بأن حارسا قتل.", ["رويترز", "لأمم المتحدة"]),
        ("وأعلنت الحركة أن حارسا قتل، وذلك عبر وكالة رويترز.", ["وكالة رويترز", "الحركة"]),
        ("ونقلت رويترز عن عمدة سابق، عن طبيب في البلدة، أن حارسا قتل.", ["رويترز", "عمدة سابق", "طبيب"]),
        ("وقتل حارس في البلدة، حسب قناة محلية نقلت عن مصدر طبي.", ["قناة محلية", "مصدر طبي"]),
        ("وقتل حارس في البلدة، بحسب بيان للجيش أوردته وكالة رويترز.", ["وكالة رويترز", "لجيش"]),
        ("أما صحيفة الحياة فذكرت، نقلا عن ضابط في الجيش، أن حارسا قتل.", ["صحيفة الحياة", "ضابط"]),
        ("مصدر أمني: مقتل حارس في هجوم على البلدة.", ["مصدر أمني"]),
        ("وعلمت «الوادي» من مصادر طبية أن حارسا قتل في البلدة.", ["مصادر طبية"]),
        ("وقالت البلدية في بيان تلقت وكالة رويترز نسخة منه إن حارسا قتل.", ["وكالة رويترز", "البلدية"]),
        ("وقالت الحكومة في بيان حصلت رويترز على نسخة منه إن حارسا قتل.", ["رويترز", "الحكومة"]),
        ("وقالت الحكومة في وثيقة اطلعت وكالة رويترز عليها إن حارسا قتل.", ["الحكومة"]),
        ("وقال العمدة، بحسب ما ذكرت وكالة رويترز، إن حارسا قتل.", ["وكالة رويترز", "العمدة"]),
        ("وردا على أسئلة وكالة رويترز، قال ضابط إن حارسا قتل.", ["وكالة رويترز", "ضابط"]),
        ("وقتل حارس في السهل. بحسب مصادر قبلية.", ["مصادر قبلية"]),
        ("وأكد ضابط للأناضول أن حارسا قتل.", ["أناضول", "ضابط"]),
        ("وقال ضابط لبي بي سي إن حارسا قتل.", ["بي بي سي", "ضابط"]),
        ("وقال وجهاء تحدثت إليهم وكالة رويترز إن حارسا قتل.", ["وكالة رويترز", "وجهاء"]),
        ("ونقل إمام الجامع عن ناجين أن حارسا قتل.", ["إمام الجامع", "ناجين"]),
        ("وقتل حارس، حسبما ذكرت مواقع محلية قريبة من الفصيل نقلا عن طبيب.", ["مواقع محلية", "طبيب"]),
        ("وقتل حارس، وفق ما أفاد به المكتب الإعلامي للشرطة وكالة رويترز.", ["وكالة رويترز", "المكتب الإعلامي"]),
        ("وقتل حارس، حسب ما صرح به ناطق باسم الشرطة البلدية لوكالة رويترز.", ["وكالة رويترز", "ناطق باسم الشرطة"]),
    ],
)
def test_the_way_is_the_chain(text: str, expected: list[str]) -> None:
    chain = [link.span.of(text) for link in claim_of(text, "قتل").chain]
    assert len(chain) == len(expected)
    assert all(part in whole for whole, part in zip(chain, expected, strict=True)), chain


@pytest.mark.parametrize(
    "text",
    [
        "وكتب المتحدث عبر تلغرام أن حارسا قتل في البلدة.",
        "وقال المتحدث عبر منصة «إكس» إن حارسا قتل في البلدة.",
        "وقال المتحدث للصحافة إن حارسا قتل في البلدة.",
    ],
)
def test_a_platform_or_the_press_at_large_is_no_relay(text: str) -> None:
    assert len(claim_of(text, "قتل").chain) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("وقتل حارس، وفقا لضباط في الشرطة، حيث انفجرت شاحنة، في حين هوجم المخفر.", "انفجرت", "ضباط"),
        ("وقالت البلدية إن الجسر سليم. نأسف لمقتل حارسين وإصابة تاجر». وأضافت أن الطريق مفتوح.", "إصابة", "البلدية"),
        ("وقالت البعثة في تقريرها إن الجسر سليم. وقتل حارس في السهل بحسب الوثيقة.", "قتل", "البعثة"),
        ("وأفادت البعثة عن مقتل حارس، وكان الملثمون قد هاجموا النزل، ودخلوا المخفر، بحسب الشرطة.", "هاجموا", "الشرطة"),
    ],
)
def test_a_telling_goes_on_where_the_text_plainly_does(text: str, trigger: str, expected: str) -> None:
    assert [link.span.of(text) for link in claim_of(text, trigger).chain] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت البلدية إن الجسر سليم. وقتل حارس في السهل، كما أفادت مصادر لـ»الوادي» أمس.",
        "وقالت البلدية إن الجسر سليم. وقتل حارس في السهل.",
    ],
)
def test_the_papers_own_sentence_behind_a_telling_stays_its_own(text: str) -> None:
    assert "البلدية" not in [link.span.of(text) for link in claim_of(text, "قتل").chain]


@pytest.mark.parametrize(
    "teller",
    [
        "وذكر أحد السكان، ويدعى كريم، أن",
        "غير أن زعيما محليا تحدث شريطة التكتم على هويته قال إن",
        "وقالت أرملة من الحي، طلبت حجب اسمها، إن",
    ],
)
def test_who_hides_a_name_still_speaks(teller: str) -> None:
    [claim] = [c for c in read(f"{teller} المسلحين خطفوا تاجرا.").claims]
    assert len(claim.chain) == 1


def test_an_explanation_goes_on_with_the_telling_before_it() -> None:
    text = "وقالت الوزارة إن عدد القتلى انخفض هذا الشهر. فقد قتل ستة جنود خلال الأسابيع الماضية."
    last = read(text).claims[-1]
    assert [link.span.of(text) for link in last.chain] == ["الوزارة"]


def test_a_spokesman_with_a_body_of_his_own_is_not_who_spoke_before() -> None:
    text = "وقال المتحدث باسم التحالف إن القافلة وصلت. وزعم المتحدث العسكري للحركة أن حارسا قتل."
    [link] = claim_of(text, "قتل").chain
    assert text.index("للحركة") > link.span.start > text.index("وصلت")


def test_the_informants_of_a_paper_are_not_the_paper() -> None:
    text = 'وأفادت مصادر "الرياض" بمقتل ثلاثة حراس في البلدة.'
    claim = next(c for c in read(text, outlet="Al-Riyadh").claims if c.chain)
    assert "مصادر" in claim.chain[0].span.of(text)


def test_a_quotation_goes_on_over_its_sentences() -> None:
    text = 'وقال العمدة إن "القرية كانت هادئة طوال الليل. ثم قتل المسلحون سبعة حراس عند الجسر".'
    assert [link.span.of(text) for link in claim_of(text, "قتل").chain] == ["العمدة"]


def test_the_sources_are_those_of_some_sentences_ago() -> None:
    text = (
        "وقالت مصادر طبية إن جريحا نقل إلى المشفى. وقال الحاكم إن السوق أغلق. وأكد الوزير أن الجسر سليم. "
        "وقال القائد إن الطريق آمن. وأكد العمدة أن الماء مقطوع. وذكرت المصادر أن حارسا قتل في الليل."
    )
    assert [link.span.of(text) for link in claim_of(text, "قتل").chain] == ["مصادر طبية"]


def test_quoted_words_that_begin_with_a_verb_are_no_name() -> None:
    text = "وقال كريم ناصر المتحدث باسم القوات الجوية «قصف سلاح الجو مواقع المتمردين في الوادي»."
    assert len(claim_of(text, "قصف").chain) == 1


def test_speech_without_marks_is_the_speakers_and_goes_on_with_we() -> None:
    text = (
        "وقال العميد سالم الراوي في تصريح لـ «الضفاف» القوات قتلت حارسا عند التل. "
        "ونسيطر حاليا على الجسر القديم بالكامل."
    )
    for trigger in ("قتلت", "ونسيطر"):
        assert [link.source.kind for link in claim_of(text, trigger).chain] == ["person"]


def test_one_source_without_a_name_is_told_in_the_singular() -> None:
    text = "وقال مصدر أمني إن حارسا قتل. وقال شهود عيان إن تاجرا خطف."
    assert [claim_of(text, word).chain[0].source.name for word in ("قتل", "خطف")] == [
        "a security source",
        "eyewitnesses",
    ]
