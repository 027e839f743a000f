"""Everyday sentences of war news, each of one construction that papers use all the time. The sentences are our own."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def only(text: str) -> Claim:
    (claim,) = analyze(text).claims
    return claim


def words(text: str, role: str) -> list[str]:
    return [one.span.of(text) for one in getattr(only(text), role)]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("نفى الجيش سقوط البلدة.", "COERCE"),
        ("سقط معسكر للجيش بيد المسلحين.", "COERCE"),
        ("سقطت قذائف هاون على السوق.", "ASSAULT"),
        ("أرسلت الحكومة تعزيزات عسكرية إلى الجنوب.", "MOBILIZE"),
        ("انشق عشرات الجنود عن الجيش.", "RETREAT"),
        ("استخدم الجيش ذخائر عنقودية في القصبة.", "ASSAULT"),
        ("أفرجت الجماعة عن عشرة رهائن.", "CONCEDE"),
        ("سلم ثلاثون متمردا أنفسهم إلى اللواء.", "RETREAT"),
        ("ألقى عشرات المقاتلين أسلحتهم عند مدخل البلدة.", "RETREAT"),
        ("أعلن مجلس الإقليم النفير العام في أربع مديريات.", "MOBILIZE"),
        ("نشرت أنقرة بطاريات دفاع جوي قرب الحدود.", "MOBILIZE"),
        ("وصلت تعزيزات كبيرة إلى ضواحي البلدة.", "MOBILIZE"),
        ("قضى خمسة عمال اختناقا داخل النفق.", "ASSAULT"),
        ("قضت محكمة عسكرية بإعدام أربعة ضباط.", "COERCE"),
        ("أغلقت الجزائر حدودها مع جارتها.", "COERCE"),
        ("فرقت الشرطة متظاهرين أمام البرلمان.", "COERCE"),
        ("لا تزال القرية تحت سيطرة المتمردين.", "STATE"),
        ("قصفت المدفعية قرى تحت سيطرة المتمردين.", "ASSAULT"),
        ("بحث وزير الخارجية مع نظيره المصري الوضع في ليبيا.", "CONSULT"),
        ("استقبل رئيس المجلس وفدا من قبائل الجنوب.", "CONSULT"),
        ("نجا قائد الشرطة من محاولة اغتيال في السوق.", "ASSAULT"),
        ("اعتقلت الشرطة أربعة أشخاص متهمين بالانتماء إلى الخلية.", "COERCE"),
        ("وشدد المبعوث، أمام المجلس، على ضرورة وقف القتال.", "REQUEST"),
        ("أكد الوزير ضرورة محاسبة المسؤولين عن قتل المدنيين.", "REQUEST"),
        ("دين الضابط بتهمة قتل ثلاثة متظاهرين.", "COERCE"),
        ("برأت المحكمة الجندي من تهمة القتل.", "CONCEDE"),
        ("وجهت النيابة إلى أربعة رجال تهمة التمرد.", "ACCUSE"),
        ("أمهلت الحكومة المتمردين ثلاثة أيام لمغادرة المدينة.", "THREATEN"),
        ("استعاد الجيش السيطرة على ثلاث قرى.", "COERCE"),
        ("استرد المقاتلون الجسر بعد ليلتين.", "COERCE"),
        ("عقد مجلس الأمن جلسة طارئة لبحث الهجوم.", "CONSULT"),
        ("أدخل الجيش دبابات إلى الحي القديم.", "MOBILIZE"),
    ],
)
def test_what_happened_is_one_claim_of_its_type(text: str, type: str) -> None:
    assert only(text).type == type


@pytest.mark.parametrize(
    "text",
    [
        "سقطت قذائف هاون على أحياء تحت سيطرة الجيش.",
        "سقط ثلاثة قتلى في قرية تحت سيطرة المتمردين.",
    ],
)
def test_what_falls_on_a_place_does_not_take_it(text: str) -> None:
    assert analyze(text).claims[0].type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("طالب مجلس محافظة الوادي الحكومة المركزية بوقف القصف.", ["مجلس محافظة الوادي"], ["الحكومة المركزية"]),
        ("أغلق المسلحون الطرق المؤدية إلى المدينة.", ["المسلحون"], []),
        ("اتهمت الوزارة المتمردين بقصف السوق.", ["الوزارة"], ["المتمردين"]),
        ("زرع المسلحون ألغاما على الطريق.", ["المسلحون"], []),
        ("اندلعت اشتباكات بين مقاتلين وقوات الاحتلال الإسرائيلي.", ["مقاتلين"], ["قوات الاحتلال الإسرائيلي"]),
        ("جرت محاصرة 300 حوثي في الوادي.", [], ["حوثي"]),
        ("قطعت السلطات الاتصالات عن الإقليم.", ["السلطات"], ["الاتصالات"]),
        ("اتهمت منظمات حقوقية الجيش المالي بارتكاب مجازر.", ["منظمات حقوقية"], ["الجيش المالي"]),
        ("طرد السكان المسلحين من القرية.", ["السكان"], ["المسلحين"]),
        ("استهدفت مسيرة مجهولة مستودعا للوقود.", [], ["مستودعا"]),
        ("شنت المقاتلات غارات على ثكنة الكتيبة وعلى بيت الحاكم.", ["المقاتلات"], ["ثكنة الكتيبة", "بيت الحاكم"]),
        ("تمكنت المقاومة من أسر سبعة من الميليشيات.", ["المقاومة"], ["الميليشيات"]),
        ("ناشد الأهالي الحكومة التدخل لفك الحصار.", ["الأهالي"], ["الحكومة"]),
        ("أحكمت المقاومة سيطرتها على الجبل.", ["المقاومة"], []),
        ("منعت الميليشيا الأسر من مغادرة المدينة.", ["الميليشيا"], ["الأسر"]),
        ("لحقت الهزائم بالمتمردين في كل الجبهات.", [], ["المتمردين"]),
        ("وروى ناج أن المسلحين جمعوا الرجال وأطلقوا عليهم النار.", ["المسلحين"], ["الرجال"]),
        ("قتلت القوات المعادية للحركة عشرين مسلحا.", ["القوات المعادية"], ["مسلحا"]),
        ("وتبادلت الجماعة وحلفاؤها إطلاق نيران المدفعية.", ["الجماعة", "حلفاؤها"], []),
        ("يقول سكان إن الميليشيا تمنع وصول الغذاء إلى البلدة.", ["الميليشيا"], []),
        ("أطاح ضباط بالرئيس.", ["ضباط"], ["الرئيس"]),
        ("أفرجت الحركة عن جنديين.", ["الحركة"], ["جنديين"]),
        ("أعلنت الجماعة قنص جندي قرب السد.", ["الجماعة"], ["جندي"]),
        ("أطلق مستوطنون النار على راع شرق البلدة.", ["مستوطنون"], ["راع"]),
        ("قتل جنديان في تفجيرين انتحاريين قرب السوق.", [], ["جنديان"]),
        ("دخلت قوات الأمن جامعة النيل فجرا.", ["قوات الأمن"], ["جامعة النيل"]),
        ("قتل أمس بنيران القوات النظامية أربعة فلاحين.", ["القوات النظامية"], ["فلاحين"]),
        ("رفض رئيس اللجنة الجلوس مع المتمردين.", ["رئيس اللجنة"], []),
        ("توعد الناطق باسم الحركة بالرد على القصف.", ["الناطق باسم الحركة"], []),
        ("نجا قائد الشرطة من محاولة اغتيال في السوق.", [], ["قائد الشرطة"]),
        ("فرض الاتحاد الأفريقي عقوبات على قادة في الميليشيا.", ["الاتحاد الأفريقي"], ["قادة"]),
    ],
)
def test_a_phrase_ends_where_agreement_ends(text: str, agents: list[str], targets: list[str]) -> None:
    assert words(text, "agents") == agents
    assert words(text, "targets") == targets


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ارتفعت حصيلة القتلى إلى 50.", [("killed", 50)]),
        ("أفرجت الجماعة عن عشرة رهائن.", [("freed", 10)]),
        ("أفرجت الحركة عن جنديين.", [("freed", 2)]),
        ("أطلق الجيش سراح عشرات المعتقلين.", [("freed", 20)]),
        ("عثر على جثة الناشط قرب النهر.", [("killed", 1)]),
        ("وقال ناشط إن القوات أعدمت أسرى قرب الجسر.", [("executed", 2)]),
        ("تمكنت القوات من تحرير ثلاث مديريات.", []),
        ("قضى خمسة عمال اختناقا داخل النفق.", [("killed", 5)]),
        ("أعلنت الوزارة أن سالم حميد، أحد أبرز قادة الخلية، قتل في الغارة.", [("killed", 1)]),
        ("قضت القوات على ثلاثين مسلحا في التلال.", [("killed", 30)]),
        ("قضت محكمة عسكرية بإعدام أربعة ضباط.", [("other", 4)]),
        ("وعثر على رفات عشرين شخصا قرب البئر.", [("killed", 20)]),
        ("اعترفت وزارة الدفاع بفقدان مروحية فوق الصحراء.", []),
        ("أدى التفجير إلى مقتل سبعة مدنيين وجندي من تشاد.", [("killed", 7), ("killed", 1)]),
    ],
)
def test_who_is_counted(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.low) for one in only(text).figures] == figures


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقال اثنان من سكان القرية إن القصف قتل سبعة مدنيين.", "residents"),
        ("وأفاد ثلاثة من المسؤولين الأمنيين بأن الهجوم أوقع 12 قتيلا.", "security official"),
        ("وكان الرئيس الفرنسي، إيمانويل ماكرون، قد ندد بقصف الأحياء السكنية.", "Emmanuel Macron"),
    ],
)
def test_who_speaks(text: str, source: str) -> None:
    assert [link.source.name for link in only(text).chain] == [source]


def test_two_at_least_are_open_above() -> None:
    (figure,) = only("لقي جنديان على الأقل مصرعهما في انفجار لغم.").figures
    assert (figure.low, figure.high) == (2, None)


def test_arrests_beside_deaths_are_told_apart() -> None:
    text = "أعلنت الوزارة مقتل ستة مسلحين، بالإضافة إلى اعتقال تسعة آخرين."
    assert [[(f.measure, f.low) for f in claim.figures] for claim in analyze(text).claims] == [
        [("killed", 6)],
        [("arrested", 9)],
    ]


def test_a_verb_that_goes_on_has_the_subject_before_its_verb() -> None:
    text = "قال الوزير إن قوات الأمن دخلت كلية الهندسة واشتبكت مع مسلحي الجماعة في باحتها."
    assert [[one.span.of(text) for one in claim.agents] for claim in analyze(text).claims] == [["قوات الأمن"]] * 2


def test_what_went_before_with_victims_is_no_part_of_what_followed() -> None:
    text = "سيطرت المعارضة على حاجز عسكري بعد اشتباكات أسفرت عن مقتل عشرة جنود."
    assert [[f.low for f in claim.figures] for claim in analyze(text).claims] == [[], [10]]


def test_a_name_with_a_word_of_telling_in_it_tells_nothing() -> None:
    assert only("وقع الانفجار عند مدرسة علي بن أبي طالب مساء.").type == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "نفت الجماعة أي صلة لها بالهجوم على السوق.",
        "نفى الحاكم تورطه في مقتل الصحافي.",
        "نفى المتحدث صحة الأنباء عن انقلاب في العاصمة.",
        "قالت الحكومة إن لا صحة لسقوط المدينة.",
        "أكد القائد عدم وجود قوات أجنبية في القاعدة.",
        "وأكد المتحدث أن القوات لم تحاول هذا العام اعتراض القافلة.",
        "انتهى اليوم من دون أن يتمكن الجيش من طرد المسلحين.",
    ],
)
def test_what_is_said_not_to_be_so_is_denied(text: str) -> None:
    assert only(text).polarity == "denied"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("ونسبت الوكالة إلى مصدر عسكري القول إن الطائرة أسقطت.", ["agency", "a military source"]),
        ("أعلن التنظيم في بيان مسؤوليته عن الهجوم على الثكنة.", ["organisation"]),
        ("وبحسب ما نقلته وكالة رويترز عن شهود، فقد أطلق الجنود النار على الحشد.", ["Reuters", "witnesses"]),
    ],
)
def test_through_whom_it_is_told(text: str, chain: list[str]) -> None:
    assert [link.source.name for link in only(text).chain] == chain


def test_who_announces_a_capture_made_it() -> None:
    assert words("أعلن المتمردون أسر عشرين جنديا.", "agents") == ["المتمردون"]


def test_a_toll_may_stand_far_behind_its_name() -> None:
    (figure,) = only("وصلت حصيلة القتلى منذ بداية الحرب إلى أكثر من خمسين ألفا.").figures
    assert (figure.measure, figure.low) == ("killed", 50001)


def test_who_helps_does_it_too() -> None:
    text = "تمكنت قوة أمنية، وبمساندة الشرطة، من قتل ستة مسلحين."
    assert words(text, "agents") == ["قوة أمنية", "الشرطة"]


def test_who_is_named_before_an_office_is_the_source() -> None:
    (claim,) = analyze("وأكد فالح الدوري عضو مجلس المحافظة أن القوات دخلت القاعدة.").claims
    assert claim.chain[0].source.name == "فالح الدوري"


def test_a_list_that_somebody_announced_tells_no_more() -> None:
    text = "قتل في الهجوم رجل على القائمة التي أعلنت عنها الوزارة في مايو، وأصيب جندي في انفجار آخر."
    assert [one.chain for one in analyze(text).claims] == [()] * len(analyze(text).claims)


def test_who_repels_an_attack_kills_those_who_attack() -> None:
    text = "قال المتحدث إن الجنود صدوا هجوما للحركة وقتلوا 30 مسلحا."
    assert words(text, "agents") == ["الجنود"]
    assert [(one.measure, one.low) for one in only(text).figures] == [("killed", 30)]


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("أعلنت السلطات في البلدة حالة التأهب على إثر الهجمات.", "MOBILIZE", "السلطات"),
        ("أعلن الرئيس حالة الطوارئ في ثلاث ولايات.", "COERCE", "الرئيس"),
        ("أعلنت البلدية حظر التجول.", "COERCE", "البلدية"),
    ],
)
def test_who_declares_a_state_of_things_makes_it_so(text: str, type: str, who: str) -> None:
    claim = next(one for one in analyze(text).claims if one.type == type)
    assert ([one.span.of(text) for one in claim.agents], claim.chain) == ([who], ())


def test_a_town_is_the_object_of_those_who_take_it() -> None:
    text = "استعادت القوات المدينة بعد سقوطها في يد التنظيم."
    assert [one.span.of(text) for one in analyze(text).claims[0].agents] == ["القوات"]
    assert [one.type for one in analyze(text).claims] == ["COERCE", "COERCE"]


def test_dawn_is_no_explosion() -> None:
    assert [one.type for one in analyze("قتل جنديان فجر اليوم في كمين.").claims] == ["ASSAULT"]


def test_who_is_against_somebody_is_not_of_them() -> None:
    (claim,) = analyze("وذكر ضباط من القوات المناوئة للحوثيين أن القصف تجدد أمس.").claims
    assert "Houthi" not in claim.chain[0].source.name


def test_how_many_they_are_is_not_how_many_were_taken() -> None:
    assert [f.low for f in only("أعلن المرصد أن تسعة من الجنود ال61 خطفوا أمس.").figures] == [9]


def test_words_that_are_quoted_are_no_part_of_who_says_them() -> None:
    (claim,) = analyze('وانتقد الحاكم "التهرب من الخدمة العسكرية".').claims
    assert claim.chain[0].span.of('وانتقد الحاكم "التهرب من الخدمة العسكرية".') == "الحاكم"


def test_a_place_is_no_part_of_a_word_that_begins_with_like() -> None:
    text = "وقال الرئيس إن القوات صدت هجوما وكسرت المعايير كلها."
    assert [one.place for one in analyze(text).claims] == [None] * len(analyze(text).claims)
