"""Who speaks without a name: how they stay unnamed is no telling and no source, wherever it stands."""

from __future__ import annotations

import pytest

from tests.news import read


def chain_of(text: str) -> list[str]:
    claim = next(c for c in reversed(read(text).claims) if "قتل" in c.trigger.of(text))
    return [link.span.of(text) for link in claim.chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال راع لوكالة رويترز رافضا كشف هويته «قتل المهربون حارسا قرب السد».", ["وكالة رويترز", "راع"]),
        ("وقال راع لرويترز، لم يشأ كشف اسمه إن المهربين قتلوا حارسا.", ["رويترز", "راع"]),
        ("وقال ضابط مفضلا عدم إعلان هويته إن المهربين قتلوا حارسا.", ["ضابط"]),
        ("وقال ضابط شريطة عدم ذكر اسمه إن المهربين قتلوا حارسا.", ["ضابط"]),
        ("لكن مدير المستوصف، الذي طلب عدم ذكر اسمه لدواع أمنية، قال إن المهربين قتلوا حارسا.", ["مدير المستوصف"]),
        ("وقال راع لرويترز رافضا كشف هويته إن بيتا احترق. وأضاف أن حارسا قتل.", ["رويترز", "راع"]),
    ],
)
def test_whoever_hides_a_name_is_the_source_all_the_same(text: str, expected: list[str]) -> None:
    assert chain_of(text) == expected


def test_no_refusal_is_told_of_whoever_keeps_a_name_back() -> None:
    text = "وقال راع لرويترز رافضا كشف هويته «قتل المهربون حارسا قرب السد»."
    assert "REJECT" not in {c.type for c in read(text).claims}


def test_a_refusal_and_a_disclosure_of_something_else_are_told() -> None:
    text = "وقال الوالي في خطاب إن حارسا قتل، رافضا دعوة البلدية إلى الهدنة."
    assert "REJECT" in {c.type for c in read(text).claims}
    assert chain_of("وكشف الوالي أن حارسا قتل.") == ["الوالي"]


@pytest.mark.parametrize(
    "hiding", ["رفض الكشف عن اسمه لدواع أمنية", "رفض ذكر اسمه", "طلب عدم الكشف عن هويته", "فضل عدم ذكر اسمه"]
)
def test_how_somebody_hides_a_name_is_no_part_of_who_they_are(hiding: str) -> None:
    assert chain_of(f"وقال ناشط {hiding} إن حارسا قتل.") == ["ناشط"]
