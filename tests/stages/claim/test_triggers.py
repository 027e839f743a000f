"""Words of happening that another word takes in or leaves out; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def found(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


def test_what_kind_of_operations_is_told_by_the_noun_behind() -> None:
    assert found("ويشهد الإقليم عمليات خطف يقوم بها مهربون.")[0] == ("COERCE", "خطف")


def test_what_is_prevented_over_an_aside_does_not_happen() -> None:
    assert found("ومنعت الشرطة، مساء الأحد، تنظيم مظاهرة في السوق.") == [("COERCE", "ومنعت")]


@pytest.mark.parametrize(
    "text",
    [
        "ودعت نقابة الرعاة إلى هدنة فورية، ورفع الحصار عن السد.",
        "وطالبت نقابة الرعاة بوقف القصف، وفتح الطرق، وسحب الدبابات.",
    ],
)
def test_a_list_of_what_is_called_for_is_one_call(text: str) -> None:
    assert [kind for kind, _ in found(text)] == ["REQUEST"]


def test_what_somebody_does_beside_a_call_is_told() -> None:
    assert ("ASSAULT", "وقصف") in found("ودعت نقابة الرعاة إلى هدنة فورية، وقصف الجيش السد.")


@pytest.mark.parametrize("asked", ["رافضا كشف هويته", "رافضا الكشف عن هويته", "طالبا عدم كشف هويته"])
def test_who_hides_his_name_refuses_nothing(asked: str) -> None:
    assert found(f"وقال أحد الرعاة {asked} إن المهربين هاجموا المنجم.") == [("ASSAULT", "هاجموا")]


def test_what_is_refused_is_told() -> None:
    assert found("ودان العمدة الهجوم، رافضا الانسحاب من المنجم.")[-1] == ("REJECT", "رافضا")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال ضابط إن الصاروخ سقط قرب السوق.", ["سقط"]),
        ("وقال ضابط إن ثلاثة صواريخ سقطت على القرية.", ["سقطت"]),
        ("وأطلق المسلحون صاروخا سقط في النهر.", ["وأطلق"]),
        ("ويأتي القصف غداة طرد الحرس المتمردين من البلدة.", ["طرد"]),
        ("وجاء الهجوم بعد مقتل ثلاثة رعاة.", ["مقتل"]),
        ("وأوضح أن هذه الغارة الليلية جاءت عقب سيطرة الحرس على السد.", ["سيطرة"]),
    ],
)
def test_what_falls_and_what_went_before_are_told(text: str, expected: list[str]) -> None:
    assert [c.trigger.of(text) for c in read(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ووقعت مجزرة في المخيم راح ضحيتها 20 مدنيا.", ["مجزرة"]),
        ("وأعدم التنظيم ثلاثة رجال رميا بالرصاص.", ["وأعدم"]),
        ("وقضى ثلاثة مدنيين جراء القصف.", ["وقضى"]),
    ],
)
def test_what_only_tells_how_or_how_many_is_no_happening_of_its_own(text: str, expected: list[str]) -> None:
    assert [c.trigger.of(text) for c in read(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأدى انفجار لغم أرضي إلى مقتل راع.", ["انفجار"]),
        ("وأعلنت بلدية السودان أن قصفا مدفعيا أصاب السوق وأدى إلى مقتل راع.", ["قصفا"]),
        ("وفرضت الشرطة طوقا أمنيا حول السوق.", ["طوقا"]),
    ],
)
def test_a_verb_that_is_spelt_like_a_valley_and_a_noun_like_a_dual(text: str, expected: list[str]) -> None:
    assert [c.trigger.of(text) for c in read(text).claims] == expected


def test_that_nobody_is_named_is_no_part_of_what_happened() -> None:
    text = "وأعلنت البلدية أن القصف أدى إلى مقتل راع، ولم تحدد الجهة التي أطلقت القذائف."
    (claim,) = read(text).claims
    assert claim.span.of(text) == "القصف أدى إلى مقتل راع"
