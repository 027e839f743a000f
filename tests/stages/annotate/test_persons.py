"""Persons named in the words; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze, annotate_document


def persons(text: str) -> list[str]:
    """Give the words of the persons named."""
    document = analyze(text).articles[0].document
    return [m.span.of(text) for m in annotate_document(document).mentions if "named" in m.tags]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل محمد البلعاوي في القصف أمس.", ["محمد البلعاوي"]),
        ("اعتقلت الشرطة المدعو زهدي قرناوي في السوق.", ["زهدي قرناوي"]),
        ("نصب المسلحون كمينا لمحمد قرناوي أمس.", ["محمد قرناوي"]),
        ("قتل القيادي في التنظيم، هرميس بولاتوف، أمس.", ["هرميس بولاتوف"]),
        ("أدانت المحكمة الكيني سمير قرناوي أمس.", ["الكيني سمير قرناوي"]),
        ("اعتقلت الشرطة محمد قرناوي والكيني سمير بولاتوف.", ["محمد قرناوي", "الكيني سمير بولاتوف"]),
        ("اعتقلت الشرطة محمد قرناوي وزهدي بولاتوف.", ["محمد قرناوي"]),
        ("قتل أبو مجاهد في القصف.", ["أبو مجاهد"]),
        ("قتل نور الدين قرناوي في القصف.", ["نور الدين قرناوي"]),
        ("نصب المسلحون كمينا لعز الدين بولاتوف أمس.", ["عز الدين بولاتوف"]),
        ("قتل أحمد بن قرناوي أمس. ثم دفن قرناوي في البلدة.", ["أحمد بن قرناوي", "قرناوي"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    ["أضاء نور القنابل السماء.", "سقطت القذائف على حساب المدنيين.", "نشرت الصحيفة على صفحتها خبرا."],
)
def test_no_names(text: str) -> None:
    assert persons(text) == []
