"""People told by their nation alone; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze, annotate_document
from riwaya.stages.annotate.nationals import WHY


def nationals(text: str) -> list[tuple[str, str]]:
    """Give the words and the number of those told by their nation."""
    document = analyze(text).articles[0].document
    return [(m.span.of(text), m.number) for m in annotate_document(document).mentions if m.why == WHY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أصيب كينيون في انفجار قرب الجسر.", [("كينيون", "pl")]),
        ("اعتقلت شرطة الميناء أوغنديا قرب الرصيف.", [("أوغنديا", "sg")]),
        ("احتجز الحرس سبعة أوغنديين في الوادي.", [("أوغنديين", "pl")]),
        ("أطلق الحراس الرصاص على فنلنديين في السوق.", [("فنلنديين", "pl")]),
        ("وقال إن أوغنديا طعن الحارس.", [("أوغنديا", "sg")]),
        ("قتل مغربي وكيني في انفجار لغم.", [("مغربي", "sg"), ("كيني", "sg")]),
        ("سقط جرحى بينهم كيني.", [("كيني", "sg")]),
        ("خطف مسلحون فنلنديا عند السد.", [("فنلنديا", "sg")]),
        ("وأخلى الأوغنديون القاعدة أمس.", [("الأوغنديون", "pl")]),
    ],
)
def test_nationals(text: str, expected: list[tuple[str, str]]) -> None:
    assert nationals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وقع قصف كيني قرب الجسر.",
        "كنا ننتظر دعما عربيا، وطلبنا دعم عربي للمستشفى.",
        "قتل جندي كيني في الوادي.",
        "قال الوزير إن على الكينيين تجنب السفر إلى الوادي.",
        "دعمت الحكومة النظام الكيني والأوغندي.",
        "هاجمت قوات كينية موقعا في الوادي.",
    ],
)
def test_adjectives_are_nobody(text: str) -> None:
    assert nationals(text) == []


def test_who_else_of_a_nation_is_joined_to_soldiers() -> None:
    assert nationals("مقتل عدد من الجنود الكينيين والأوغنديين في الوادي.") == [("الأوغنديين", "pl")]
