"""What is put forward, and what is only asked, unheard of or the means of something else."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


def test_who_is_taken_after_a_killing_is_another_happening() -> None:
    assert triggers("قتل المهاجمون ستة حراس وخطفوا أربع فتيات من القرية مساء السبت.") == ["قتل", "وخطفوا"]


def test_two_who_were_killed_and_two_who_were_taken_are_one_happening() -> None:
    assert triggers("قتل جنديان وأسر اثنان في مواجهات قرب السد.") == ["قتل"]


@pytest.mark.parametrize("text", ["كيف بدأت المواجهات في المدينة؟", "لماذا هاجم المسلحون القافلة وسط الصحراء؟"])
def test_a_question_puts_nothing_forward(text: str) -> None:
    assert triggers(f"هدأت الأوضاع في البلدة مع حلول المساء.\n\n{text}") == []


@pytest.mark.parametrize("unheard", ["ولم ترد أنباء عن إصابات", "ولم ترد أي معلومات عن خسائر بشرية"])
def test_that_nothing_is_known_is_no_claim(unheard: str) -> None:
    assert triggers(f"قصفت طائرات مجهولة مستودعا في الميناء، {unheard} حتى الآن.") == ["قصفت"]


def test_suspected_gunmen_stay_in_their_clause() -> None:
    text = "قتل عشرون شخصا في كمين نصبه مسلحون يشتبه بأنهم متطرفون لقافلة تموين قرب السد."
    [claim] = read(text).claims
    assert claim.span.of(text).startswith("قتل عشرون")
    assert "لقافلة تموين" in claim.span.of(text)


def test_who_dies_of_wounds_was_killed_and_who_dies_of_illness_was_not() -> None:
    assert triggers("توفي الشاب سالم متأثرا بإصابته برصاص القناصة في المدينة.") == ["توفي"]
    assert triggers("توفي الشيخ سالم بعد مرض طويل في المدينة.") == []


def test_a_short_jussive_counts_only_after_its_particle() -> None:
    [claim] = read("قتل ثلاثة تجار في كمين نصبه مسلحون قرب السد.").claims
    assert [f.measure for f in claim.figures] == ["killed"]


def test_who_takes_responsibility_names_the_claim() -> None:
    assert triggers("وأعلنت جماعة متطرفة مسؤوليتها عن الهجوم على المستودع.") == ["مسؤوليتها"]


def test_what_went_before_is_told_apart() -> None:
    assert triggers("استعاد الجيش المدينة بعد طرد المسلحين من الميناء.") == ["استعاد", "طرد"]


def test_a_harm_with_a_cause_of_its_own_is_another_happening() -> None:
    text = "استهدفت سيارة مفخخة ثكنة عند الجسر القديم، وقتل أربعة جنود في كمين قرب السد."
    assert triggers(text) == ["استهدفت", "وقتل"]


def test_a_plan_is_a_threat_and_not_yet_the_deed() -> None:
    [claim] = read("كانت الخلية المسلحة تعتزم تنفيذ هجمات في العاصمة.").claims
    assert claim.type == "THREATEN"


def test_no_fewer_than_dismisses_nobody() -> None:
    assert triggers("قتل ما لا يقل عن ثلاثة حراس في هجوم على المستودع.") == ["قتل"]


def test_a_joined_deed_after_a_refusal_is_a_claim_of_its_own() -> None:
    assert triggers("رفض المحاصرون الاستسلام وأطلقوا النار على رجال الشرطة.") == ["رفض", "وأطلقوا"]


def test_who_escaped_a_murder_tells_of_it() -> None:
    assert triggers("ونجا مرشح من الاغتيال يوم الخميس في المدينة.") == ["الاغتيال"]


def test_another_of_its_kind_is_another_happening() -> None:
    assert triggers("هز انفجار كبير الميناء، أعقبته انفجارات أخرى في الضاحية.") == ["انفجار", "انفجارات"]


@pytest.mark.parametrize(
    "text",
    [
        "وحشدت الكتيبة رجالها لفك الحصار عن الثكنة القديمة.",
        "وصلت التعزيزات إلى الجسر وتهدف إلى تحرير الميناء من المسلحين.",
        "ونشر الجيش قواته في الوادي لشن هجوم على المسلحين.",
    ],
)
def test_what_is_meant_to_be_done_is_not_told(text: str) -> None:
    assert not {"الحصار", "تحرير", "هجوم"} & set(triggers(text))


def test_a_plan_keeps_the_deed_that_is_planned() -> None:
    [claim] = read("وقال الناطق إن الجماعة تخطط لشن هجوم على الميناء.").claims
    assert claim.type == "THREATEN"


def test_any_and_every_deed_is_none() -> None:
    assert triggers("والحامية هي الدرع الذي يقي القرى من أي هجوم للمسلحين.") == []
    [claim] = read("ونفى قائد الحامية وقوع أي هجوم للمسلحين على القرى.").claims
    assert (claim.trigger.of("ونفى قائد الحامية وقوع أي هجوم للمسلحين على القرى."), claim.polarity) == (
        "هجوم",
        "denied",
    )


def test_what_a_beast_does_is_no_conflict() -> None:
    assert triggers("هاجم تمساح صيادا عند البحيرة وقتله.") == []
    assert triggers("قتل الجنود صيادا كان يراقب تمساحا عند البحيرة.") == ["قتل"]


def test_an_operation_of_abduction_is_the_abduction() -> None:
    assert triggers("وتبنت الجماعة عملية اختطاف السائقين الثلاثة.") == ["اختطاف"]
    assert triggers("ونفذت الجماعة عملية واسعة قرب السد.") == ["عملية"]


@pytest.mark.parametrize(
    "text",
    [
        "وعبر شيوخ الوادي عن وقوفهم مع حاكم الإقليم.",
        "وأكدت وزارة الخارجية وقوف البلاد حكومة وشعبا إلى جانب تشاد.",
        "وقال النقيب: «نحن نقف صفا واحدا خلف الحرس».",
        "وأعربت تونس عن تضامنها مع تشاد.",
    ],
)
def test_taking_sides_in_words_is_support(text: str) -> None:
    assert "SUPPORT" in [claim.type for claim in read(text).claims]


@pytest.mark.parametrize("text", ["وقف الحرب مع المتمردين مطلب القبائل.", "ووقفت الشاحنة عند الجسر ساعة."])
def test_a_halt_is_no_support(text: str) -> None:
    assert "SUPPORT" not in [claim.type for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوالي إن النيابة تحقق حاليا في ملابسات الحريق.",
        "وقالت النيابة إن الشرطة تحقق بشأن الحريق.",
    ],
)
def test_an_inquiry_accuses_whatever_is_asked_about(text: str) -> None:
    assert [claim.type for claim in read(text).claims] == ["ACCUSE"]


def test_whoever_attains_something_asks_about_nothing() -> None:
    assert "ACCUSE" not in [claim.type for claim in read("حققت الكتيبة تقدما كبيرا في الوادي.").claims]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("وخرج مئات الطلاب في تظاهرات وسط المدينة.", "PROTEST"),
        ("وقام الطلاب بتنظيم مظاهرة أمام المحكمة.", "PROTEST"),
        ("وسلم الحرس زوجة القائد إلى الشرطة.", "COOPERATE"),
        ("وتحطمت مروحية عسكرية عند البحيرة.", "STATE"),
        ("وقتل خمسة جنود في تحطم مروحية عند البحيرة.", "STATE"),
        ("وأعلنت الحركة أنها غادرت البلدة دون قتال.", "RETREAT"),
    ],
)
def test_words_that_their_company_makes_a_happening(text: str, type_: str) -> None:
    assert [claim.type for claim in read(text).claims] == [type_]


@pytest.mark.parametrize(
    "text",
    ["وخرج الطلاب من قاعة الدرس ظهرا.", "وسلم التاجر الدواء إلى وزارة الصحة.", "وسلمت الشرطة الطلاب جوائزهم."],
)
def test_words_of_every_day_are_no_happening(text: str) -> None:
    assert [claim.type for claim in read(text).claims] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ورفع المسلحون الحصار عن البلدة.", ["ورفع"]),
        ("وتبادل الطرفان أربعين أسيرا عند الجسر.", ["وتبادل"]),
        ("ومنع المسلحون دخول قافلة الأدوية إلى البلدة.", ["ومنع"]),
        ("وأحبط الحراس محاولة تسلل عند السياج.", ["وأحبط"]),
    ],
)
def test_what_is_lifted_exchanged_kept_off_or_thwarted_is_not_told_beside(text: str, told: list[str]) -> None:
    assert triggers(text) == told


def test_a_siege_that_goes_on_is_told() -> None:
    assert triggers("وشدد المسلحون الحصار على البلدة.") != []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ورد حراس السد على مصادر النيران.", ["ورد"]),
        ("وعثر الحراس على مخزن أسلحة خلف التلال.", ["وعثر"]),
        ("ولا يزال سبعة حراس في عداد المفقودين.", ["في عداد المفقودين"]),
        ("وقال الوالي إن ضباطا تورطوا في تهريب السلاح.", ["تورطوا"]),
        ("ورد مدير المدرسة على أسئلة الطلاب.", []),
        ("وعثر الطلاب على دفتر قديم خلف المدرسة.", []),
    ],
)
def test_answered_fire_arsenals_the_missing_and_the_implicated_are_told(text: str, told: list[str]) -> None:
    assert triggers(text) == told


def test_who_denies_a_part_in_a_deed_denies_the_deed() -> None:
    [claim] = read("نفى الوالي تورطه في مقتل البائع.").claims
    assert (claim.type, claim.polarity) == ("ASSAULT", "denied")


def test_a_weapon_is_found_behind_the_words_that_tell_when() -> None:
    text = "ألقت طائرة مروحية عند منتصف ليل الخميس - الجمعة ثلاثة براميل متفجرة على مخبز القرية."
    assert triggers(text) == ["ألقت"]
    assert triggers("ألقى المدير ظهر الاثنين كلمة طويلة أمام طلاب المدرسة الجديدة في القرية عن براميل الزيت.") == []


def test_a_position_that_was_hit_is_not_taken_up() -> None:
    assert triggers("استهدف الفصيل تمركزا لحرس الحدود غرب التلة.") == ["استهدف"]
    assert triggers("تمركز حرس الحدود غرب التلة مساء الأحد.") == ["تمركز"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وقعت سلسلة من الهجمات حول السد.", "الهجمات"),
        ("عقد الفصيلان جولة جديدة من المفاوضات.", "المفاوضات"),
    ],
)
def test_some_of_a_kind_are_told_for_the_first_time(text: str, trigger: str) -> None:
    assert trigger in triggers(text)


def test_that_nobody_claims_a_deed_is_no_claim_of_it() -> None:
    assert triggers("ولم تعلن بعد جماعة مسؤوليتها عن الهجوم.") == []
    assert triggers("وأعلن فصيل الوادي مسؤوليته عن الهجوم.") != []


@pytest.mark.parametrize("text", ["وعملت الفرق على نقل المصابين إلى المشفى.", "وساعد الرعاة في إجلاء الجرحى."])
def test_who_is_carried_off_was_hurt_before(text: str) -> None:
    assert not {"المصابين", "الجرحى"} & set(triggers(text))


def test_whom_somebody_forces_to_flee_is_told() -> None:
    assert "النزوح" in triggers("وأجبرت المعارك 500 أسرة على النزوح من السد.")


@pytest.mark.parametrize("text", ["أعلن الحرس عن القضاء على مهرب.", "وأفاد الوالي بالقضاء على 20 مسلحا قرب السد."])
def test_who_was_done_away_with_is_told_behind_a_preposition(text: str) -> None:
    assert [trigger for trigger in triggers(text) if "القضاء" in trigger]


@pytest.mark.parametrize("text", ["وتحدث الوالي عن القضاء على الجهل.", "وهم عازمون على القضاء على المهربين."])
def test_a_vice_or_those_one_is_bent_on_are_not(text: str) -> None:
    assert not [trigger for trigger in triggers(text) if "القضاء" in trigger]


@pytest.mark.parametrize("text", ["ونفى الحرس الخبر، ونفى أسر أي حارس.", "وأكد أسر راعيين قرب السد."])
def test_a_capture_spelt_like_families_is_one_behind_a_masculine_verb_of_telling(text: str) -> None:
    assert triggers(text) == ["أسر"]


def test_families_tell_by_a_feminine_verb() -> None:
    assert "أسر" not in triggers("ونفت أسر الرعاة الخبر، وقالت إن حارسا قتل.")


@pytest.mark.parametrize(
    "text",
    [
        "وانفجرت عبوة قرب الجسر ولم تحدث إصابات.",
        "سقطت ثلاث قذائف على الحي ولم تقع إصابات.",
        "وانفجرت قنبلة في السوق دون أن تسفر عن إصابات.",
        "أطلق صاروخ على البلدة من دون وقوع إصابات.",
    ],
)
def test_that_nobody_was_hurt_is_no_claim_and_no_figure(text: str) -> None:
    [claim] = read(text).claims
    assert (claim.polarity, claim.figures) == ("affirmed", ())


@pytest.mark.parametrize(
    "text", ["ويزيد نقص الدواء من تدهور حالة الجرحى.", "تراوحت أعمار القتلى بين 8 أعوام و78 عاما."]
)
def test_how_the_hurt_are_tells_of_no_harm(text: str) -> None:
    assert read(text).claims == ()


def test_who_is_taken_at_the_end_of_a_fight_is_told_by_itself() -> None:
    claims = read("انتهت المواجهات بدحر المهربين من البلدة وأسر 11 من رجالهم.").claims
    assert [[(f.measure, f.low) for f in claim.figures] for claim in claims] == [[], [("captured", 11)]]


def test_what_is_agreed_on_behind_an_aside_is_told_by_the_verb() -> None:
    text = "اتفقت البلدية والنقابة، أمس (السبت)، في مسقط على وقف لإطلاق النار مدته شهران."
    assert triggers(text) == ["اتفقت"]
