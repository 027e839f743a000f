"""Words spelt like a word of happening, told apart by form and company; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "ويؤدي الجنود الخدمة في الثكنة عاما كاملا.",
        "ونزل الجنود من الحافلة التي أقلت المسافرين إلى السوق.",
        "وحملت الطائرة العسكرية خياما للنازحين.",
        "وقال الجندي للصحافيين إن المطر توقف عند الظهر.",
        "وكانت الثكنة هادئة، فقد نام الجنود مبكرين.",
        "وزارت اللجنة أسر الضحايا في مساكنهم.",
        "ولم يبد الجنود رأيا في الطعام.",
        "وينتظر مطلق النار حكم القاضي.",
        "وحضر الحفل فيصل بن مرزوق قائد الحرس.",
    ],
)
def test_another_word_is_no_trigger(text: str) -> None:
    assert not {"يؤدي", "أقلت", "وحملت", "توقف", "فقد", "أسر", "يبد", "مطلق", "فيصل"} & {
        word.removeprefix("و") if word not in ("وحملت",) else word for word in triggers(text)
    }


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("قالت الشرطة إن السم قد يودي بحياة كثيرين من السكان.", "يودي"),
        ("فقد الجيش عشرين جنديا عند السد.", "فقد"),
        ("وأسر المقاتلون ثلاثة جنود عند الجسر.", "وأسر"),
        ("وأطلق ملثمون النار على الحافلة.", "وأطلق"),
        ("وتوقف الشرطة المشتبه بهم عند الحاجز كل ليلة.", "وتوقف"),
    ],
)
def test_the_word_itself_is_one(text: str, trigger: str) -> None:
    assert trigger in triggers(text)


def test_a_particle_before_a_verb_of_telling_hides_no_act() -> None:
    text = "فقد أدانت بلدية السد الهجوم على الحافلة."
    assert [(claim.type, claim.trigger.of(text)) for claim in read(text).claims] == [("ACCUSE", "أدانت")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وتصاعدت سحب الدخان فوق ثكنة الجيش.", "سحب"),
        ("وقالت مساعدة الوزير إن الجيش في الثكنة.", "مساعدة"),
        ("وأبدى الجنود رأيهم، وأبدت القيادة ارتياحها.", "وأبدت"),
        ("ونشر موقع اجتماعي صورة ضابط في الجيش.", "اجتماعي"),
        ("وطبق الجيش أحكام القانون في الثكنة.", "أحكام"),
        ("وعاد الجنود إلى المدينة المحاصرة.", "المحاصرة"),
        ("وهتف الجنود ضد الأقوال المدمرة.", "المدمرة"),
        ("واعتقل الاحتلال راعيين عند السد.", "الاحتلال"),
        ("ورفض ضابط الجيش التعليق على النبأ.", "التعليق"),
    ],
)
def test_a_neighbour_tells_another_word_apart(text: str, word: str) -> None:
    assert word not in triggers(text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وأعلنت القيادة سحب كتيبتين من الجيش.", "سحب"),
        ("وقرر المجلس تعليق عضوية الجزيرة.", "تعليق"),
        ("واعتقل الاحتلال راعيين عند السد.", "واعتقل"),
        ("ومنيت كتيبة الجيش بخسائر فادحة.", "ومنيت"),
    ],
)
def test_the_word_itself_stays_one(text: str, trigger: str) -> None:
    assert trigger in triggers(text)


def test_that_no_comment_comes_is_a_state() -> None:
    text = "ولم يصدر تعليق من قيادة الجيش على الغارة."
    assert ("STATE", "denied") in [(claim.type, claim.polarity) for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وحضر الحفل سالم وياسر قائدا الحرس.",
        "وانتشل جهاز دعم الاستقرار السيارات من النهر.",
        "وتمت السيطرة على الحريق في ثكنة الجيش.",
        "ودرس الجندي الإخراج في معهد الجيش.",
    ],
)
def test_a_name_or_another_sense_is_no_happening(text: str) -> None:
    assert not {"وياسر", "دعم", "السيطرة", "الإخراج"} & set(triggers(text))


def test_a_place_is_brought_under_control() -> None:
    assert "السيطرة" in triggers("وتمت السيطرة على الثكنة بعد قتال عنيف مع الجيش.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وعاد الأهالي إلى المخيم لتفقد أكواخهم بعد رحيل الجيش.", "لتفقد"),
        ("وقال الجيش إن الطائرة تحطمت ولم يسقط قتلى.", "يسقط"),
        ("وفي أحدث خرق لاتفاق الهدنة، قصف الجيش الثكنة.", "الهدنة"),
    ],
)
def test_a_look_a_toll_and_a_breach_are_read_as_such(text: str, word: str) -> None:
    assert word not in triggers(text)
