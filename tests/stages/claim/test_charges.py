"""Deeds of which somebody is only charged, and deeds to come; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def types(text: str) -> list[str]:
    """Give the types of the claims of a text, in order."""
    return [claim.type for claim in analyze(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت الشرطة إن المشتبه به على صلة بتفجير السوق.",
        "وأعلن الحرس أن السائق له علاقة بعدد من الهجمات في الوادي.",
        "قال السكان إن المهربين يرتكبون جرائم بحق الإنسانية.",
        "وقال الوزير إن ما يحدث جرائم حرب تقوم بها العصابة.",
        "ألقيت مسؤولية الهجوم على الفصيل.",
        "وحمل الرئيس جاره تبعات هذا الاعتداء.",
    ],
)
def test_of_what_somebody_is_charged_is_an_accusation(text: str) -> None:
    assert types(text) == ["ACCUSE"]


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث إن الحرس سيشن هجمات على مواقع المهربين.",
        "وقال القائد إنه سيواصل قصف مواقع الجماعة.",
        "وقال الخاطفون إنهم سيعدمون الرهينة خلال يومين.",
        "تعرض الشاهد للتهديد بقتله من الجماعة.",
    ],
)
def test_violence_to_come_is_a_threat_without_victims(text: str) -> None:
    [claim] = analyze(text).claims
    assert (claim.type, claim.figures) == ("THREATEN", ())


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("القلعة باتت بالكامل تحت سيطرة الحراس.", "STATE"),
        ("وأصبحت البلدة تحت سيطرة الجيش.", "COERCE"),
        ("قتل عاملان إثر انهيار نفق عند الحدود.", "STATE"),
        ("وقتل خمسة جنود في أبريل الماضي، بعد تحطم مروحيتهم عند السد.", "STATE"),
        ("أعلنت الأمم المتحدة إجلاء موظفيها من البلدة.", "RETREAT"),
        ("بدأت المحكمة أول جلسة لمحاكمة 12 متهما.", "COERCE"),
        ("انتهك المتمردون وقف إطلاق النار.", "ASSAULT"),
        ("طردت الحكومة السفير أمس.", "SANCTION"),
        ("طردت القوات المسلحين من البلدة.", "COERCE"),
        ("أوصل الهلال الأحمر مساعدات إلى البلدة.", "AID"),
        ("بايعت الجماعة التنظيم في مارس.", "STATE"),
    ],
)
def test_what_a_word_is_of_tells_its_type(text: str, type_: str) -> None:
    assert types(text) == [type_]


def test_leaders_and_nations_are_counted() -> None:
    [claim] = analyze("فرضت الحكومة عقوبات على ثلاثة قادة في الجماعة.").claims
    assert [(f.measure, f.low) for f in claim.figures] == [("other", 3)]
    [claim] = analyze("تظاهر آلاف اليمنيين ضد الغارات.").claims
    assert [(f.measure, f.low) for f in claim.figures] == [("other", 2000)]
