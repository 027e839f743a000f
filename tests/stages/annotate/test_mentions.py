"""Who is meant by the words that name somebody; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.mention import Mention
from riwaya.pipeline import analyze, annotate_document


def mentions(text: str) -> dict[str, Mention]:
    """Give the mentions of a text by their words."""
    document = analyze(text).articles[0].document
    return {m.span.of(text): m for m in annotate_document(document).mentions}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قتل ثلاثة من عناصر الجيش عند السد.", "عناصر الجيش"),
        ("هاجم المسلحون موقعا للجيش في الوادي.", "للجيش"),
    ],
)
def test_an_army_without_a_country_is_nobodys(text: str, words: str) -> None:
    assert mentions(text)[words].actor.id is None


def test_an_army_is_that_of_the_country_the_page_speaks_of() -> None:
    found = mentions("دخلت دبابات إسرائيل الوادي، وقتل ثلاثة من عناصر الجيش.")
    assert found["عناصر الجيش"].actor.id == "idf"


def test_an_army_is_that_of_the_nation_in_its_adjective() -> None:
    found = mentions("قصفت طائرات تابعة للجيش الكيني موقعا في الوادي.")
    assert found["للجيش الكيني"].actor.name == "Kenyan Armed Forces"


@pytest.mark.parametrize(
    ("text", "words", "armed"),
    [
        ("خطف رجال مسلحون طبيبا من بيته.", "رجال مسلحون", True),
        ("خطف شبان ملثمون طبيبا من بيته.", "شبان ملثمون", True),
        ("خطف رجال طوال طبيبا من بيته.", "رجال طوال", False),
    ],
)
def test_people_with_weapons_are_no_civilians(text: str, words: str, armed: bool) -> None:
    found = next(m for span, m in mentions(text).items() if span.split()[0] == words.split()[0])
    assert ("fighter" in found.tags, "civilian" in found.tags) == (armed, not armed)


def test_what_is_suspected_of_somebody_is_no_part_of_the_phrase() -> None:
    found = mentions("داهم الحرس مخابئ يشتبه في أنها للمهربين.")
    assert "مخابئ" in found
