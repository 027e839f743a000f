"""What one sentence tells of two happenings, and what belongs to one; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def claims(text: str) -> tuple[Claim, ...]:
    """Give the claims of a text, in order."""
    return analyze(text).claims


def heads(text: str) -> list[str]:
    """Give the words that name the claims of a text, in order."""
    return [claim.trigger.of(text) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أطلق الحراس النار على السيارة قبل أن يقوم سائقها بإلقاء قنبلة على الحاجز.", ["أطلق", "بإلقاء"]),
        ("نجحت الشرطة في القبض على السائقين، ليتم القبض على عشرين شخصا.", ["القبض", "القبض"]),
        ("يحاصر الجيش البلدة التي تعرضت أطرافها لغارات.", ["يحاصر", "غارات"]),
        ("طلب القائد تعزيزات بعد يومين من هجوم نفذه مهربون على الحاجز.", ["طلب", "هجوم"]),
    ],
)
def test_two_happenings_of_one_sentence_are_two_claims(text: str, expected: list[str]) -> None:
    found = heads(text)
    assert len(found) == len(expected)
    assert all(found[at].endswith(word) for at, word in enumerate(expected))


@pytest.mark.parametrize(
    "text",
    [
        "تبادل الطرفان القصف أمس، في أعنف مواجهة بينهما منذ أشهر.",
        "لم تعرف الجهة التي قصفت القرية.",
        "قتل عشرة مسلحين وأسر ثلاثة في مواجهات مع حرس الحدود.",
    ],
)
def test_one_happening_told_twice_is_one_claim(text: str) -> None:
    assert len(heads(text)) == 1


def test_a_stop_without_a_space_behind_it_ends_a_sentence() -> None:
    text = "قتل ثمانية مدنيين في القصف على الحي .أما في الريف فقد قتل خمسة مسلحين."
    assert [[f.low for f in one.figures] for one in claims(text)] == [[8], [5]]


def test_a_name_with_dots_ends_no_sentence() -> None:
    text = "قال موقع الخبر.كوم إن سبعة جنود قتلوا في كمين قرب النهر."
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("قال القائد إن الجيش سيهاجم مواقع المسلحين قرب النهر.", "THREATEN"),
        ("قال القائد إن الجيش سوف يقصف مواقع المسلحين.", "THREATEN"),
        ("قال القائد إن الجيش سيقوم بمهاجمة مواقع المسلحين.", "THREATEN"),
        ("قال القائد إن الجيش هاجم مواقع المسلحين قرب النهر.", "ASSAULT"),
        ("أكد الوزير على ضرورة انسحاب المسلحين من القرى.", "REQUEST"),
        ("لا بد من انسحاب المسلحين من القرى.", "REQUEST"),
        ("انسحب المسلحون من القرى أمس.", "RETREAT"),
        ("نفذت الشرطة حملة اعتقالات في الضاحية.", "COERCE"),
        ("علقت الحركة عملياتها العسكرية في الجنوب.", "RETREAT"),
    ],
)
def test_tense_and_duty_make_another_type(text: str, type_: str) -> None:
    assert claims(text)[0].type == type_


def test_what_must_be_is_not_denied() -> None:
    assert claims("لا بد من دعم الجيش للمدنيين في القرى.")[0].polarity == "affirmed"


def test_a_threat_is_no_doubt() -> None:
    assert claims("قال القائد إن الجيش سيهاجم مواقع المسلحين.")[0].certainty == "stated"


def test_between_two_sides_is_no_verb() -> None:
    text = "ارتفع عدد القتلى جراء الاشتباكات بين الحرس ومهربين مسلحين إلى خمسة."
    assert [f.low for one in claims(text) for f in one.figures] == [5]


def test_what_is_only_heard_of_is_told_by_itself() -> None:
    text = "قصفت المدفعية الثكنة القديمة، وأنباء عن سقوط جرحى بين الحراس."
    assert heads(text) == ["قصفت", "جرحى"]
    assert not claims(text)[0].span.of(text).rstrip().endswith("وأنباء")


def test_an_advance_and_what_was_taken_by_it_are_two() -> None:
    assert heads("وأعلن الناطق تقدم المتمردين وسيطرتهم على التلة.") == ["تقدم", "وسيطرتهم"]


def test_a_deed_that_is_condemned_with_its_facts_is_told_beside() -> None:
    text = "ونددت النقابة بالكمين الذي أوقع أمس تسعة قتلى قرب السد."
    assert heads(text) == ["ونددت", "بالكمين"]
    assert [f.low for f in claims(text)[1].figures] == [9]
    assert heads("ونددت النقابة بالكمين عند السد.") == ["ونددت"]


def test_how_a_happening_compares_is_none_of_its_words() -> None:
    text = "قتل تسعة حراس في كمين قرب السد، في أسوأ حادث يشهده الوادي."
    assert [claim.span.of(text) for claim in claims(text)] == ["قتل تسعة حراس في كمين قرب السد"]


def test_what_kind_of_deed_it_was_is_nobody() -> None:
    text = "ورد المقاتلون على الهجوم الإرهابي الذي استهدف القافلة عند السد."
    assert heads(text).count("الهجوم") == 1
    assert "استهدف" not in heads(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل حارس وأصيب أربعة في انفجار شاحنة فجر الأربعاء، بينما لقي العقيد سامر الفهدي من حرس الحدود مصرعه ليلا إثر إطلاق النار عليه، وقتل سائق بانفجار قنبلة في سوق.",
            [[("killed", 1), ("wounded", 4)], [("killed", 1)], [("killed", 1)]],
        ),
        ("لقي حارسان مصرعهما في تفجير قرب مدرسة، ضمن موجة هجمات شهدها الريف.", [[("killed", 2)], []]),
        ("حصد تفجيران عشرات القتلى، سقط معظمهم في هجوم استهدف قافلة.", [[("killed", 20)], []]),
        (
            "أعلن الجيش مقتل أحد جنوده قرب السد، بالإضافة إلى مقتل مهرب في ضربة جوية.",
            [[("killed", 1)], [("killed", 1)]],
        ),
        ("قتل جندي في تبادل لإطلاق النار أمس، بعد شهرين على هجوم نفذه المهربون.", [[("killed", 1)], []]),
        (
            "كان التفجير الثاني قرب السد، بعدما قتل أربعة عمال وجرح ستة في انفجار سيارة.",
            [[], [("killed", 4), ("wounded", 6)]],
        ),
        (
            "قتل حارسان خلال اشتباكات نشبت أثناء قيام الشرطة باعتقال سامر الفهدي.",
            [[("killed", 2)], [("arrested", 1)]],
        ),
    ],
)
def test_each_of_several_happenings_has_its_own_figures(text: str, expected: list[list[tuple[str, int]]]) -> None:
    assert [[(f.measure, f.low) for f in one.figures] for one in claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "أسفرت مواجهات عن مقتل ثلاثة مهربين، فيما جرح العشرات.",
        "قتل ثمانية مهربين وأصيب عشرة فيما قتل شرطي وأصيب اثنان في المواجهات.",
        "مقتل ثلاثة جنود بالإضافة إلى إصابة سبعة في هجوم على ثكنة.",
        "قتل ثلاثة جنود في هجوم بعد منتصف الليل.",
    ],
)
def test_the_harm_of_one_fight_is_told_together(text: str) -> None:
    assert len(heads(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل 12 عاملا في انفجار هز مخزنا، وهجوم شنه مهربون على مخفر.",
            ["قتل 12 عاملا في انفجار هز مخزنا", "وهجوم شنه مهربون على مخفر"],
        ),
        (
            "سيطر الحرس على التلة، بعد يومين من معركة خاضها قرب السد.",
            ["سيطر الحرس على التلة", "بعد يومين من معركة خاضها قرب السد"],
        ),
        (
            "أعلن الجيش مقتل أحد جنوده قرب السد، بالإضافة إلى مقتل مهرب في ضربة جوية.",
            ["مقتل أحد جنوده قرب السد", "مقتل مهرب في ضربة جوية"],
        ),
    ],
)
def test_what_is_told_apart_has_words_of_its_own(text: str, expected: list[str]) -> None:
    assert [one.span.of(text) for one in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "أضاف الحاكم أن الطبيب سامر الفهدي، الذي كان يعمل لحساب بلدية السد، لقي مصرعه خلال الاشتباكات.",
            "الطبيب سامر الفهدي، الذي كان يعمل لحساب بلدية السد، لقي مصرعه خلال الاشتباكات",
        ),
        (
            "قال الحاكم إن الحارس سامر الفهدي، الذي وصل أمس، أصيب بطلق ناري.",
            "الحارس سامر الفهدي، الذي وصل أمس، أصيب بطلق ناري",
        ),
    ],
)
def test_who_suffers_stands_before_an_inserted_clause(text: str, span: str) -> None:
    (only,) = claims(text)
    assert only.span.of(text) == span
    assert [(f.low, "الفهدي" in f.span.of(text)) for f in only.figures] == [(1, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قصفت الطائرات السد دون أنباء عن جرحى، كذلك استهدف المسلحون ثكنة قرب النهر.",
            ["قصفت", "استهدف"],
        ),
        ("شهدت القرى هجمات متفرقة، فقد قتل راعيان في كمين عند البئر.", ["هجمات", "قتل"]),
    ],
)
def test_what_goes_on_behind_a_comma_is_told_by_itself(text: str, expected: list[str]) -> None:
    assert heads(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "خطف مهربون 30 راعيا في واحدة من أكبر عمليات الخطف في الإقليم.",
        "وقع الفصيلان اتفاقا عند السد.",
    ],
)
def test_what_sums_up_or_is_signed_is_no_second_claim(text: str) -> None:
    assert len(heads(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل 55 راعيا بتفجيرات في ديالى، بالإضافة إلى 28 آخرين قتلوا في بغداد.",
            [[("killed", 55)], [("killed", 28)]],
        ),
        ("قالت الشرطة إن شخصين قتلا قبل أن يقتل المسلح نفسه.", [[("killed", 2)], [("killed", 1)]]),
        (
            "حصيلة قتلى القصف بالهاون على أحياء قديمة في تلك البلدة بلغت 57 قتيلا بينما جرح أكثر من 100 غيرهم.",
            [[("killed", 57), ("wounded", 101)]],
        ),
        ("تريث الحرس في اقتحام الثكنة بسبب وجود ما يناهز 200 من المعتقلين.", [[]]),
        ("بدأت البلدية تحقيقا في ملابسات مقتل الراعي.", [[]]),
        ("نشرت الفرقة مئات الحراس وربما الآلاف منهم.", [[("other", 200), ("other", 2000)]]),
        ("وصل 216 لاجئا إلى الميناء عبر البحر.", [[("displaced", 216)]]),
        ("وقال إن آلافا من الشبان سافروا إلى الجبهة للقتال في صفوف التنظيم.", [[("other", 2000)]]),
    ],
)
def test_each_happening_keeps_those_it_counts(text: str, expected: list[list[tuple[str, int]]]) -> None:
    assert [[(f.measure, f.low) for f in claim.figures] for claim in claims(text)] == expected
