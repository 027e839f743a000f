"""Denied, hedged, unknown: in sentences of our own."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claim_of(text: str, trigger: str) -> Claim:
    return next(c for c in read(text).claims if trigger in c.trigger.of(text))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("ونفى الجيش الاتهامات الموجهة إليه بقتل خمسة مدنيين.", "بقتل"),
        ("ونفت الوزارة، من جانبها، ما تردد بشأن مقتل قائدها.", "مقتل"),
        ("ولم تحاول القوات حتى الآن قصف القرية.", "قصف"),
        ("وأكد الحاكم عدم صحة الأنباء عن مقتل حراس.", "مقتل"),
        ("وقال الحاكم إنه لا يوجد دليل على أن المهربين قصفوا القرية.", "قصفوا"),
        ("وقال الحاكم «لا مؤشرات لدينا إلى أن القصف متعمد».", "القصف"),
        ("وقال الحاكم إنه ليس هناك ما يشير إلى أن المهربين قصفوا القرية.", "قصفوا"),
        ("ووصف الحاكم نبأ مقتل الرهائن بأنه «محض افتراء».", "مقتل"),
        ("وقال الحاكم إن هذا لا يعني أن المعارك انتهت.", "المعارك"),
        ("وأعلن الجيش أن الوحدات لن تهاجم وتقصف البلدة.", "وتقصف"),
        ("واستبعد التحقيق فرضية العمل التخريبي.", "التخريبي"),
        ("وعجز المهربون عن استعادة الجسر.", "استعادة"),
        ("وكانت الوحدات عاجزة عن دخول الوادي.", "دخول"),
        ("ولم تفلح المحاولات في اقتحام المخزن.", "اقتحام"),
    ],
)
def test_denied(text: str, trigger: str) -> None:
    assert claim_of(text, trigger).polarity == "denied"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("واستهدفت المليشيا معبرا حدوديا بخمس قذائف لم تسفر عن إصابات.", "استهدفت"),
        ("وقصفت الطائرات مواقع في البلدة، دون أنباء عن خسائر بشرية.", "قصفت"),
        ("ونفى الوزير أن يكون الوفد الذي قصف المعبر جزءا من الجيش.", "قصف"),
        ("وقال الشيخ إن هؤلاء لا يعرفون سوى القتل.", "القتل"),
        ("وحال الجيش دون وصول المساعدات إلى القرية المحاصرة.", "المحاصرة"),
        ("وقال الحاكم إن البلدة لا تزال تحت القصف.", "القصف"),
        ("وفشلت الوحدة في بلوغ التل بعد أن نصب المسلحون كمينا لها.", "كمين"),
        ("وكان الملثمون الذين لم تعرف وجوههم هاجموا المخفر.", "هاجموا"),
        ("ولم يسفر القصف عن سقوط ضحايا.", "القصف"),
        ("ولم يؤد الانفجار إلى إصابات.", "الانفجار"),
    ],
)
def test_affirmed(text: str, trigger: str) -> None:
    assert all(c.polarity == "affirmed" for c in read(text).claims if trigger in c.trigger.of(text))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقتل ثلاثة رجال في قصف نفذته طائرة يعتقد أنها أمريكية.", "قتل"),
        ("وقالت الشرطة إن حارسا قتل في الكمين، إلا أن ذلك لم يؤكد رسميا.", "قتل"),
        ("وترددت معلومات أولية عن مقتل عشرة جنود في الكمين.", "مقتل"),
        ("والمعلومات الأولية تشير إلى مقتل قائد الفوج.", "مقتل"),
        ("وقال الطبيب إنه من المعتقد أن طائرة حربية قصفت السوق.", "قصفت"),
        ("وقال الطبيب إن الحصيلة قد تتجاوز 20 قتيلا.", "قتيل"),
        ("وعدد القتلى مرشح للارتفاع.", "القتلى"),
        ("ويخشى سكان الوادي اندلاع مواجهات.", "مواجهات"),
        ("ويخشى أن يكون عشرات البحارة قد قتلوا.", "قتلوا"),
    ],
)
def test_hedged(text: str, trigger: str) -> None:
    assert claim_of(text, trigger).certainty == "hedged"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقال الناطق إن الوزارة لا يمكنها حتى الآن أن تؤكد أن القائد قتل.", "قتل"),
        ("ولم يتضح ما إذا كان القتلى من المدنيين.", "القتلى"),
        ("ولم تؤكد الوزارة مقتل القائد.", "مقتل"),
    ],
)
def test_unknown(text: str, trigger: str) -> None:
    claim = claim_of(text, trigger)
    assert (claim.certainty, claim.polarity) == ("unknown", "affirmed")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("ونصب عدد غير معروف من المسلحين كمينا لدورية.", "كمين"),
        ("وقال الحاكم إن مسلحين يشتبه بأنهم متشددون قتلوا ستة أطفال.", "قتلوا"),
        ("وقدرت البعثة أن ستة آلاف أسرة نزحت من القرى.", "نزحت"),
        ("وقصفت الطائرات مزارع البلدة ولم ترد أنباء عن إصابات.", "قصفت"),
        ("وقال الحاكم إن عدد القتلى قد تجاوز المائة.", "القتلى"),
        ("ونفى الحاكم أن يكون الجيش قد قصف السوق.", "قصف"),
        ("وكان أبو صخر الذي يعتقد أنه يدير شبكة تهريب قتل في غارة.", "قتل"),
        ("وكان المهاجمون الذين لم تعرف هويتهم اقتحموا نزلا قرب الميناء.", "اقتحموا"),
        ("ولم يتضح إن كان الموقوفون من الفصيل الذي هاجم المخفر.", "هاجم"),
        ("وقتل ملثمون المرشح عن الوادي في سوق البلدة.", "قتل"),
        ("وتوقع تجار انهيار السوق جراء استمرار قصف الميناء.", "قصف"),
        ("وقد يتوقف العمل جراء قصف الميناء.", "قصف"),
        ("ومن المرجح أن السوق أغلق بعد مقتل التاجر.", "مقتل"),
        ("ورجح الحاكم أن يكون الهجوم ردا على اغتيال قائد الفصيل.", "اغتيال"),
        ("وقال الحاكم إن صخرا قتل في كمين، حيث سيؤدي غيابه إلى مقتل أنصاره.", "قتل"),
    ],
)
def test_stated(text: str, trigger: str) -> None:
    assert claim_of(text, trigger).certainty == "stated"


def test_who_finds_it_unlikely_denies_with_a_hedge() -> None:
    claim = claim_of("واستبعد مصدر غربي مقتل القائد في الغارة.", "مقتل")
    assert (claim.polarity, claim.certainty) == ("denied", "hedged")


def test_who_dismisses_a_theory_denies_without_one() -> None:
    claim = claim_of("واستبعد مصدر غربي فرضية مقتل القائد في الغارة.", "مقتل")
    assert (claim.polarity, claim.certainty) == ("denied", "stated")


def test_what_is_not_known_of_people_leaves_the_deed_certain() -> None:
    text = "وقالت البلدية إن الجرحى عالقون لا يعرف عددهم في الأحياء البعيدة بسبب استمرار القصف."
    assert all((claim.polarity, claim.certainty) == ("affirmed", "stated") for claim in read(text).claims)


def test_what_goes_on_is_not_denied() -> None:
    assert claim_of("وقال الحارس إن ثلاثة رعاة لا زالوا في عداد المفقودين.", "في عداد").polarity == "affirmed"


def test_a_comma_ends_what_a_negation_governs() -> None:
    text = "لم يتركوا شيخا ولا طفلا، كانوا يقصفون السوق."
    (claim,) = [c for c in read(text).claims if c.trigger.of(text) == "يقصفون"]
    assert claim.polarity == "affirmed"


@pytest.mark.parametrize(
    "text", ["ولم يتضح عدد الضحايا.", "ولم يعرف حجم الخسائر البشرية.", "وسقطت القذيفة دون معرفة الخسائر البشرية."]
)
def test_a_toll_that_nobody_knows_is_denied_by_nobody(text: str) -> None:
    assert not any(claim.polarity == "denied" for claim in read(text).claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقال الناطق إن حراسه لم يكن لهم دور في التفجير.", "التفجير"),
        ("تبرأت كتائب النسور من تفجير الجسر.", "تفجير"),
    ],
)
def test_who_had_no_part_in_a_deed_denies_it(text: str, trigger: str) -> None:
    assert [c.polarity for c in read(text).claims if c.trigger.of(text) == trigger] == ["denied"]


def test_who_had_no_part_may_condemn() -> None:
    text = "وقال الناطق إن حراسه لم يكن لهم دور في التفجير والكتيبة تدين الهجمات."
    assert [c.polarity for c in read(text).claims if c.type == "ACCUSE"] == ["affirmed"]


def test_that_nobody_comments_denies_nothing() -> None:
    text = "ولم يصدر أي تعليق من الحرس على مقتل الراعي."
    claims = {c.trigger.of(text): c.polarity for c in read(text).claims}
    assert claims["مقتل"] == "affirmed"
