"""Whom a source phrase names: bodies and offices of every kind, whoever made known what is cited, the relay before whom it quotes."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claim_of(text: str, trigger: str = "قتل") -> Claim:
    return next(c for c in reversed(read(text).claims) if trigger in c.trigger.of(text))


def chain_of(text: str, trigger: str = "قتل") -> list[str]:
    return [link.span.of(text) for link in claim_of(text, trigger).chain]


@pytest.mark.parametrize(
    "source",
    [
        "حاكم الولاية", "المدعي العام", "الأركان العامة", "لجان المقاومة", "فرق الإنقاذ", "الإدارة المحلية", "شركة أمنية",
        "كبير المفاوضين", "آمر اللواء", "الإعلام الحربي", "إعلام محلي", "وسائل إعلامية محلية", "مبادرة محلية",
    ],
)  # fmt: skip
def test_bodies_and_offices_behind_the_phrase_are_sources(source: str) -> None:
    assert chain_of(f"وقتل حارس قرب السد، بحسب {source}.") == [source]


def test_media_in_the_name_of_a_body_are_no_source_of_their_own() -> None:
    text = "وأوضح معهد البحوث والإعلام الزراعي في تقرير أن حارسا قتل."
    assert not chain_of(text)[-1].startswith("الإعلام")


@pytest.mark.parametrize("phrase", ["بحسب الاتفاق", "وفق القانون", "حسب المواصفات", "بحسب الخطة المرسومة"])
def test_norms_behind_the_phrase_are_none(phrase: str) -> None:
    assert chain_of(f"وقتل حارس قرب السد، {phrase}.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقتل حارس، وفقا للأرقام الأولية التي أعلنتها مصادر طبية.", ["مصادر طبية"]),
        ("وبحسب خبر عاجل أوردته وكالة رويترز، فإن حارسا قتل.", ["وكالة رويترز"]),
        ("وقتل حارس، بحسب ما ورد في تقرير للبلدية.", ["للبلدية"]),
        ("وقتل حارس، بحسب ما جاء في بيان للبلدية.", ["للبلدية"]),
        ("وقتل حارس، وفق ما أعلنته وكالة رويترز، نقلا عن وجهاء محليين.", ["وكالة رويترز", "وجهاء محليين"]),
        ("وقتل حارس، حسبما علمت وكالة رويترز الثلاثاء من مصادر طبية.", ["وكالة رويترز", "مصادر طبية"]),
        ("وقتل حارس، وفقا لما ذكره -اليوم الثلاثاء- مجلس القبيلة.", ["مجلس القبيلة"]),
        ("وقالت مصادر طبية إن راعيا جرح. ووفقا لهذه المصادر، قتل حارس.", ["مصادر طبية"]),
        ("وكشف الوالي أن راعيا جرح. فقد قتل حارس قرب السد، بحسب الشرطة.", ["الشرطة"]),
        ("وترتب على ذلك، حسب قرار الاتهام، قتل حارس.", ["قرار الاتهام"]),
        ("ونجم عن ذلك، وفق مصدر طبي، مقتل حارس.", ["مصدر طبي"]),
        ("وجاء في لائحة الاتهام أن المهربين قتلوا حارسا.", ["لائحة الاتهام"]),
        ("وأعلن المهربون أنهم جرحوا راعيا، في وقت قالت فيه البلدية إن حارسا قتل.", ["البلدية"]),
        (
            "وقال الوالي في تسجيل بثه موقع «المنارة» ولم يتسن لرويترز التأكد منه إن حارسا قتل.",
            ["موقع «المنارة»", "الوالي"],
        ),
        ("ونفى متحدث باسم الشرطة صحة التقارير التي تحدثت عن مقتل حارس.", ["متحدث باسم الشرطة"]),
        ("ونفت وزارة الدفاع الأنباء عن مقتل حارس.", ["وزارة الدفاع"]),
    ],
)
def test_whoever_made_known_what_is_cited_is_the_source(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وجرح ثلاثة تجار قرب السد، بحسب ما ذكر ضابط في الدرك، مضيفا أن حارسا قتل.", ["ضابط في الدرك"]),
        ("وجرح راع قرب السد، وفق ما أعلن العقيد سامر الحلو، الذي أوضح أن حارسا قتل.", ["العقيد سامر الحلو"]),
        ("وجرح راع قرب السد، بحسب سامر الحلو، السكرتير الصحفي للوالي، الذي أضاف أن حارسا قتل.", ["سامر الحلو"]),
    ],
)
def test_whom_the_phrase_names_goes_on_behind_a_participle_or_a_relative(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


def test_a_phrase_behind_a_quotation_covers_all_of_it() -> None:
    text = "ونقل تلفزيون الوادي عن الوالي: «هاجم مهربون المخفر»، بحسب موقع السهل الإخباري."
    assert chain_of(text, "هاجم")[0] == "موقع السهل الإخباري"


def test_a_source_behind_a_closing_mark_and_a_comma_is_no_name_of_the_noun_before_it() -> None:
    text = 'وقال ضابط إن "المهربين هاجموا القاعدة"، بحسب وكالة "رويترز".'
    assert len(chain_of(text, "هاجموا")) == 2


def test_a_body_and_its_voice_are_one_link() -> None:
    text = "ونددت بعثة الأمم المتحدة بالهجوم على السد، وفقا لما ذكره المتحدث باسم البعثة."
    assert chain_of(text, "نددت") == ["بعثة الأمم المتحدة"]
    other = "ونددت بعثة الأمم المتحدة بالهجوم على السد، وفقا لما ذكره المتحدث باسم الوالي."
    assert len(chain_of(other, "نددت")) == 2


@pytest.mark.parametrize("written", ["بحسب علي الحلو", "وفق علي الحلو"])
def test_ali_is_a_name_where_the_page_writes_the_preposition_otherwise(written: str) -> None:
    assert chain_of(f"وأطلق مهربون النار على السد. وقتل حارس، {written}.") == ["علي الحلو"]
    assert chain_of(f"وأطلق مهربون النار قرب السد. وقتل حارس، {written}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "وأفاد رئيس البلدية بأن حارسا قتل، كما حذر السلطات من وجود مهربين في المنطقة.",
        "وأدان الاتحاد مقتل الراعي، كما ذكر مدير المحطة، سامر الحلو، أن حارسا قتل عند السد.",
    ],
)
def test_as_before_a_telling_of_its_own_is_no_aside(text: str) -> None:
    assert len(chain_of(text)) == 1


@pytest.mark.parametrize("toll", ["حصيلة موقتة", "حصيلة «موقتة»"])
def test_a_toll_in_a_telling_names_nobody(toll: str) -> None:
    assert chain_of(f"وقال ضابط إن حارسا قتل وفق {toll}.") == ["ضابط"]


@pytest.mark.parametrize(
    ("onward", "trigger"),
    [
        ("ما رفع عدد القتلى إلى ثلاثين", "القتلى"),
        ("مما رفع عدد القتلى كثيرا", "القتلى"),
        ("الأمر الذي رفع عدد القتلى إلى ثلاثين", "القتلى"),
        ("لترتفع حصيلة القتلى إلى ثلاثين", "القتلى"),
        ("حيث خطفوا راعيا", "خطفوا"),
        ("قبل أن يخطفوا راعيا", "يخطفوا"),
    ],
)
def test_what_hangs_on_what_was_told_is_told_by_the_same(onward: str, trigger: str) -> None:
    assert chain_of(f"وهاجم مسلحون مخفر السد، وفق مصادر طبية، {onward}.", trigger) == ["مصادر طبية"]


def test_a_clause_of_its_own_behind_the_source_is_the_papers() -> None:
    assert chain_of("وهاجم مسلحون مخفر السد، وفق مصادر طبية، وقتل راع قرب الجسر.") == []
    assert chain_of("وهاجم مسلحون مخفر السد، وفق مصادر طبية، فيما قتل راع قرب الجسر.") == []


@pytest.mark.parametrize(
    "norm", ["وفقا لميثاق المدينة", "وفق توجيهات الوالي", "طبقا للقانون الدولي", "وفقا لاتفاقية السهل"]
)
def test_what_things_are_done_by_tells_nothing(norm: str) -> None:
    text = f"وقتل حارس قرب السد، وأوقفت البلدية ثلاثة مهربين {norm}."
    assert all(not c.chain for c in read(text).claims)


def test_the_latest_count_belongs_to_who_made_it() -> None:
    text = "وقتل حارس قرب السد، وفق أحدث إحصائية للبلدية."
    claim = next(c for c in read(text).claims if "قتل" in c.trigger.of(text))
    assert "بلدية" in claim.chain[-1].span.of(text)


@pytest.mark.parametrize("aside", ["، بحسب الشرطة،", " – بحسب الشرطة –"])
def test_the_deed_in_which_it_happened_is_told_by_the_source_between(aside: str) -> None:
    (claim,) = read(text := f"وقتل ثلاثة رعاة{aside} في هجوم على السوق.").claims
    assert [link.span.of(text) for link in claim.chain] == ["الشرطة"]
    assert [p.span.of(text) for p in claim.targets] == ["رعاة", "السوق"]
