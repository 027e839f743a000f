"""Lines in which a desk names its writers, and questions as titles and headings."""

from __future__ import annotations

from riwaya.model.document import Hints
from riwaya.stages.acquire import find_documents, read_page

BODY = "قتل ثلاثة حراس في هجوم على مستودع قرب الميناء مساء الأحد، بحسب ما قال مسؤول محلي في المدينة."
MORE = "وأضاف المسؤول أن الشرطة أغلقت الطرق المؤدية إلى الميناء وبدأت البحث عن المهاجمين في الجبال القريبة."


def body_of(text: str) -> tuple[str, list[str]]:
    page = read_page(text, name="page", max_bytes=100_000)
    [document] = find_documents(page, Hints(language="ar"))
    return document.body.of(text), [s.of(text) for s in document.subheads]


def test_the_credit_of_the_desk_is_no_text() -> None:
    body, _ = body_of(
        f"هجوم على مستودع الميناء\n\n{BODY}\n\n{MORE}\n\n(إعداد سالم الفلاني للنشرة العربية - تحرير هند المثالية)\n"
    )
    assert body == f"{BODY}\n\n{MORE}"


def test_a_question_above_a_paragraph_is_a_heading() -> None:
    _, subheads = body_of(f"هجوم على مستودع الميناء\n\n{BODY}\n\nهل تعود الحركة إلى الميناء؟\n\n{MORE}\n")
    assert subheads == ["هل تعود الحركة إلى الميناء؟"]


def test_a_question_above_a_caption_is_the_title() -> None:
    body, _ = body_of(
        f"ما الذي جرى عند مستودع الميناء ومن يقف خلف الهجوم؟\nصدر الصورة، صور مثالية\n\n{BODY}\n\n{MORE}\n"
    )
    assert body == f"{BODY}\n\n{MORE}"
