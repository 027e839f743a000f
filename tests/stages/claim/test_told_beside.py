"""Deeds told beside others: behind a relative clause, with who did them, in two verbs, or laid at somebody's door."""

from __future__ import annotations

import pytest

from tests.news import read


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفي البلدة التي اشتدت فيها المعارك، سيطرت القوات على الجسر.", ("COERCE", "سيطرت")),
        ("وهددت الحركة بإنهاء الهدنة إثر الغارات التي شنها الطيران على مواقعها.", ("ASSAULT", "الغارات")),
        ("وهبطت طائرة في القاعدة بعد أسبوع من تحريرها من المتمردين.", ("COERCE", "تحريرها")),
        ("وخطف المسلحون تاجرا وأعدموه قرب الجسر.", ("ASSAULT", "وأعدموه")),
        ("وقتل المسلحون حارسين، وخطفوا ثالثا.", ("COERCE", "وخطفوا")),
        ("ونسبت السلطات الهجوم إلى المتمردين.", ("ACCUSE", "ونسبت")),
        ("وقال المتحدث إن سفينة تحمل مساعدات غذائية رست في الميناء.", ("AID", "رست")),
        ("وأوضح المصدر أن الجيش يعد العدة لاقتحام البلدة.", ("MOBILIZE", "يعد")),
        ("ويتوقع المراقبون انهيار الهدنة في البلاد.", ("REJECT", "انهيار")),
    ],
)
def test_each_deed_is_told(text: str, expected: tuple[str, str]) -> None:
    assert expected in told(text)


def test_what_is_laid_at_a_door_is_told_once() -> None:
    assert len(told("ونسبت قيادة الأركان الهجوم إلى جماعة مسلحة.")) == 1


def test_a_raid_and_its_dead_stay_one() -> None:
    assert len(told("وهاجم المسلحون القرية وقتلوا ستة رعاة.")) == 1


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("وأضافت الوكالة أن السلطات جمدت أموالهم في المصارف.", "SANCTION"),
        ("وأكد المصدر أن التنظيم بات يتحصن في بيوت متباعدة حول البلدة.", "STATE"),
        ("وقال الجيش إن أربعين صاروخا أجنبيا سقط في جنوب البلاد.", "ASSAULT"),
    ],
)
def test_a_weak_word_names_what_is_said(text: str, type_: str) -> None:
    assert type_ in [claim.type for claim in read(text).claims]


def test_who_are_looked_for_were_hurt_before() -> None:
    assert "ASSAULT" not in [claim.type for claim in read("وأكد أن أعمال البحث عن الضحايا جارية في البلدة.").claims]
