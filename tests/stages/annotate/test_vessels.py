"""Drones and carriers, spelt like other words; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze, annotate_document


def vessels(text: str) -> list[str]:
    """Give the words of drones and carriers."""
    document = analyze(text).articles[0].document
    found = annotate_document(document).mentions
    return [m.span.of(text) for m in found if m.why in ("ar.people.مسيرة", "ar.people.حاملة")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استهدفت مسيرة كينية سيارة في الوادي.", ["مسيرة كينية"]),
        ("أصيب مزارع في قصف مسيرة معادية عند السد.", ["مسيرة معادية"]),
        ("ضربت صواريخ حاملة الطائرات عند الميناء.", ["حاملة الطائرات"]),
    ],
)
def test_vessels(text: str, expected: list[str]) -> None:
    assert vessels(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "خرجت مسيرة كينية في العاصمة تأييدا للرئيس.",
        "نظم الطلاب مسيرة سلمية أمس.",
        "وصلت شاحنة حاملة معها مؤنا إلى الوادي.",
    ],
)
def test_marches_and_carrying(text: str) -> None:
    assert vessels(text) == []
