"""Pages of the layouts that news sites print, in sentences of our own."""

from __future__ import annotations

from riwaya.model.document import Document, Hints, Page
from riwaya.stages.acquire import find_documents, read_page

TITLE = "مسلحون يهاجمون مخفر النخيل شرق البلاد"
FIRST = "هاجم مسلحون مخفر النخيل فجرا وقتلوا أربعة من عناصره، كما روى ضابط في البلدة."
SECOND = "وأكد الضابط أن المهاجمين انسحبوا نحو التلال القريبة بعد وصول التعزيزات."
THIRD = "ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى ساعة متأخرة من الليل."
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def make_page(text: str | bytes) -> Page:
    """Read a page of these words."""
    return read_page(text, name="page.txt", max_bytes=5_000_000)


def read(text: str | bytes, **hints: str) -> list[Document]:
    """Give the documents on a page of these words."""
    return find_documents(make_page(text), Hints(**hints))


def words(document: Document, part: str) -> str | None:
    """Give the words of a span of a document."""
    span = getattr(document, part)
    return None if span is None else span.of(document.text)
