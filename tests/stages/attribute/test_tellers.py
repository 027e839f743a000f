"""Who tells and who does not: objects, tolls, those who are told about, those who refuse by deed."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claim_of(text: str, trigger: str) -> Claim:
    return next(c for c in read(text).claims if trigger in c.trigger.of(text))


def chain_of(text: str, trigger: str) -> list[str]:
    return [link.span.of(text) for link in claim_of(text, trigger).chain]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("قال العمدة إن الجسر سليم. وناشد من جهته الفلاحين الانضمام إلى المسيرة.", "وناشد", ["العمدة"]),
        ("قالت البلدية إن الجسر سليم. وناشدت المتبرعين إغاثة النازحين.", "وناشدت", ["البلدية"]),
        ("قالت البلدية إن الجسر سليم. وتعهدت باستمرار القتال.", "وتعهدت", ["البلدية"]),
        ("وأقيم حفل حضره ألف شخص قال خلاله العمدة سالم النوري إن حارسا قتل.", "قتل", ["العمدة سالم النوري"]),
        ("وقالت فاديا المرسي مديرة الإعلام إن حارسا قتل.", "قتل", ["فاديا المرسي مديرة الإعلام"]),
        ("وأفادت بعثة المراقبين في السهل عن وجود أحد موظفيها بين القتلى.", "القتلى", ["بعثة المراقبين"]),
        ("وقتل حارس في القصف، حسبما نشر حاكم الوادي.", "قتل", ["حاكم الوادي"]),
        ("وأعلنت العصابة في بيان نشرته على تلغرام مقتل حارس.", "مقتل", ["العصابة"]),
        ("وقالت البعثة في تقرير نصف سنوي إن حارسا قتل.", "قتل", ["البعثة"]),
    ],
)
def test_the_subject_tells_and_no_object_or_adverb(text: str, trigger: str, expected: list[str]) -> None:
    assert chain_of(text, trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وقتل حارسان في البلدة وفق آخر حصيلة.",
        "وقتل حارسان في البلدة، بحسب حصيلة أولية.",
        "ونشر الفوج آلياته بعد أن قتل حارسان عند الجسر.",
        "ويبلغ مدى الصاروخ سبعين كيلومترا ويهدد مدينة المرسى، وقتل حارسان في تجربته.",
    ],
)
def test_tolls_and_clauses_of_time_are_told_by_nobody(text: str) -> None:
    assert chain_of(text, "قتل") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقتل حارسان في البلدة، بحسب حصيلة لوزارة الصحة.", ["وزارة الصحة"]),
        ("وقتل حارسان، وفق حصيلة أعلنها مسؤولون في الشرطة لوكالة رويترز.", ["وكالة رويترز", "مسؤولون في الشرطة"]),
        ("وقال الوزير إن المعلومات الأولية تفيد بأن حارسا قتل.", ["الوزير"]),
        ("وقال الوزير: «بحسب معلوماتنا، فإن حارسا قتل».", ["الوزير"]),
        ("وأكد عدد من الوجهاء أن حارسا قتل.", ["عدد من الوجهاء"]),
        ("وقتل حارسان، وفقا لحصيلة أدلى بها العمدة سالم النوري.", ["العمدة سالم النوري"]),
        ("وقتل حارسان، وفقا لما ذكرته مفوضة الحدود سلمى النوري.", ["مفوضة الحدود سلمى النوري"]),
        ("وبحسب الأركان البولندية، قتل حارسان.", ["الأركان البولندية"]),
        ("وبحسب القانون البولندي، قتل حارسان في عملهما.", []),
    ],
)
def test_a_toll_is_its_owners_and_findings_are_told_by_who_cites_them(text: str, expected: list[str]) -> None:
    assert chain_of(text, "قتل") == expected


@pytest.mark.parametrize("verb", ["يعتبر القوة الثالثة في المجلس", "يُعتبر أقدم أحزاب السهل"])
def test_what_something_counts_as_is_said_by_nobody(verb: str) -> None:
    text = f"وهاجم حزب السهل الذي {verb} مقر البلدية وقتل حارسا."
    assert all(claim.chain == () for claim in read(text).claims)


def test_a_passive_that_its_vowel_shows_has_no_teller() -> None:
    text = "وقال العمدة سالم النوري إن الجسر سليم. كما يُتوقع نزوح الأهالي."
    assert chain_of(text, "نزوح") == []


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("وأعلنت الشرطة توقيف خلية قال الحاكم إنها هاجمت السوق.", "هاجمت", ["الشرطة", "الحاكم"]),
        ("وأعلنت الشرطة توقيف رجال قالت إنهم هاجموا السوق.", "هاجموا", ["الشرطة"]),
        ("وكان العميد قد ظهر على شاشة قناة الوادي ليعلن توقيف مهرب.", "توقيف", ["العميد"]),
        ("وبحسب الشاهدة، فقد دخل ملثمون السوق، معتبرة أن الهجوم نفذته عصابة.", "الهجوم", ["الشاهدة"]),
        ("وقالت فلورا ماير إنها لا تعتقد أن الجيش قصف السوق.", "قصف", ["فلورا ماير"]),
    ],
)
def test_who_is_told_about_does_not_tell(text: str, trigger: str, expected: list[str]) -> None:
    assert chain_of(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال القائد إن المسلحين رفضوا الاستسلام.", ["القائد"]),
        ("ورفض المسلحون الاستسلام.", []),
        ("وقال الناطق إن الحكومة رفضت الهدنة.", ["الناطق"]),
        ("ورفضت الحكومة الهدنة.", ["الحكومة"]),
        ("ورفض الناطق تأكيد مقتل القائد.", ["الناطق"]),
    ],
)
def test_who_refuses_by_deed_has_told_nobody(text: str, expected: list[str]) -> None:
    assert chain_of(text, "رفض") == expected


def test_a_verb_of_telling_behind_a_date_is_the_papers_own() -> None:
    text = "وقال الناطق إن الجسر هوجم، بعدما تحدث مكتب الحاكم عن مقتل حارسين."
    assert chain_of(text, "مقتل") == ["مكتب الحاكم"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("فقد تحدث العمدة عن «أكثر من ستين قتيلا» في السهل.", "قتيل", ["العمدة"]),
        ("وأضاف الشاهد أن ضابطا في اللواء هدد الفلاحين بالترحيل.", "هدد", ["الشاهد", "ضابط"]),
        ("وهاجمت فرقة متخصصة في رصد المواقع السوق، وقتلت حارسا.", "هاجم", []),
    ],
)
def test_the_noun_behind_that_or_about_is_read_with_what_belongs_to_it(
    text: str, trigger: str, expected: list[str]
) -> None:
    chain = chain_of(text, trigger)
    assert len(chain) == len(expected)
    assert all(part in whole for whole, part in zip(chain, expected, strict=True)), chain


def test_who_is_only_written_about_does_not_go_on() -> None:
    text = "وقال العمدة سالم النوري، مطالبا سكان السهل بموقف يذكره لهم التاريخ. وأوضح أن حارسا قتل."
    assert chain_of(text, "قتل") == ["العمدة سالم النوري"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("وذكرت رويترز أن الحرس دمر موقعا عسكريا قرب السد، قال إن مسلحين خطفوا منه راعيا.", "عسكريا"),
        ("وعاد الرعاة إلى السهل ومقرهم بريطانيا قال إن مسلحين خطفوا حارسا.", "بريطانيا"),
    ],
)
def test_an_indefinite_accusative_and_a_land_before_a_masculine_verb_tell_nothing(text: str, wrong: str) -> None:
    assert wrong not in {link.span.of(text) for claim in read(text).claims for link in claim.chain}


def test_an_indefinite_noun_right_behind_that_tells() -> None:
    assert chain_of("وذكرت رويترز أن مسؤولا قال إن حارسا قتل.", "قتل")[-1] == "مسؤولا"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقالت البلدية إن حارسا قتل، كما دعت الأطراف المتحاربة إلى وقف القصف.", "البلدية"),
        ("وقال قرناوي إن حارسا قتل، وناشد بولاتوف التدخل لوقف القصف.", "قرناوي"),
    ],
)
def test_whom_the_last_speaker_calls_on_calls_nobody(text: str, expected: str) -> None:
    claim = next(c for c in read(text).claims if c.type == "REQUEST")
    assert [link.span.of(text) for link in claim.chain] == [expected]


def test_whoever_has_somebody_to_call_on_does_call() -> None:
    text = "وقال قرناوي إن حارسا قتل، وناشدت البلدية الوالي وقف القصف."
    claim = next(c for c in read(text).claims if c.type == "REQUEST")
    assert [link.span.of(text) for link in claim.chain] == ["البلدية"]


def test_a_spokesman_behind_a_particle_speaks_and_not_his_body() -> None:
    text = "ولكن متحدثا باسم حرس السهل قال إن حارسا قتل."
    claim = next(c for c in read(text).claims if "قتل" in c.trigger.of(text))
    assert claim.chain[-1].span.of(text).startswith("متحدثا")


def test_who_is_accused_is_no_part_of_whoever_accuses() -> None:
    text = "واتهمت مصادر محلية مهربين جبليين بقتل ثلاثة رعاة."
    claim = next(c for c in read(text).claims if c.type == "ACCUSE")
    assert claim.chain[-1].span.of(text) == "مصادر محلية"


@pytest.mark.parametrize("saying", ["قائلا إن", "قائلا:"])
def test_saying_is_no_part_of_who_says(saying: str) -> None:
    assert chain_of(f"وصرح العمدة {saying} ثلاثة رعاة قتلوا.", "قتلوا") == ["العمدة"]


def test_an_agency_passes_on_what_it_heard() -> None:
    assert chain_of("وعلمت وكالة رويترز من مصادر محلية بمقتل راع.", "مقتل") == ["وكالة رويترز", "مصادر محلية"]
