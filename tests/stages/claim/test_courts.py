"""What courts do, and what they only say; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def told(text: str) -> list[tuple[str, str, int]]:
    """Give words, type and length of chain of the claims of a text."""
    return [(one.trigger.of(text), one.type, len(one.chain)) for one in analyze(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أدانت محكمة نمساوية الاثنين ثلاثة حراس بتهمة التزوير.", [("أدانت", "COERCE", 0)]),
        (
            "أدانت المحكمة زيدان البري بتهمة التهريب وحكمت عليه بالسجن ستة أعوام.",
            [("أدانت", "COERCE", 0), ("وحكمت", "COERCE", 0)],
        ),
        ("أدين البري بتزوير جوازات السفر.", [("أدين", "COERCE", 0)]),
        ("أدانت المحكمة حارسين، وبرأت سبعة آخرين.", [("أدانت", "COERCE", 0), ("وبرأت", "CONCEDE", 0)]),
        ("تمت تبرئة الحراس السبعة.", [("تبرئة", "CONCEDE", 0)]),
        ("قضت محكمة الاستئناف بسجنه عشرين عاما.", [("قضت", "COERCE", 0)]),
        ("قضت محكمة الاستئناف بسجن ثلاثة متهمين عشرة أعوام.", [("قضت", "COERCE", 0)]),
    ],
)
def test_a_court_does_what_it_judges(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", ["أدانت الوزارة الهجوم على القافلة.", "أدانت المحكمة الدولية الهجوم على القافلة.", "برأ الله الناس."]
)
def test_who_condemns_a_deed_speaks(text: str) -> None:
    assert all(type_ == "ACCUSE" and links == 1 for _, type_, links in told(text))


@pytest.mark.parametrize(
    ("text", "many"), [("أدانت المحكمة حارسين، وبرأت سبعة آخرين.", 7), ("تمت تبرئة الحراس السبعة.", 7)]
)
def test_those_judged_are_counted(text: str, many: int) -> None:
    assert [(f.measure, f.low) for f in analyze(text).claims[-1].figures] == [("other", many)]


def test_of_what_somebody_is_convicted_is_not_told() -> None:
    text = "قضت محكمة الاستئناف بسجن حارسين لتورطهما في تفجير المخزن."
    assert [word for word, _, _ in told(text)] == ["قضت"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قضت محكمة في البلدة بإعدام 12 متهما وسجن 20 آخرين.", [("other", 12), ("arrested", 20)]),
        ("قضت محكمة البلدة بسجن ستة ضباط عشر سنوات.", [("arrested", 6)]),
        (
            "أصدر القاضي قرارا بإعدام ثلاثة وسجن خمسة وبراءة اثنين من أفراد العصابة.",
            [("other", 3), ("arrested", 5), ("freed", 2)],
        ),
        ("وسجنت الشرطة 20 راعيا.", [("arrested", 20)]),
    ],
)
def test_each_penalty_has_its_measure(text: str, expected: list[tuple[str, int]]) -> None:
    [claim] = analyze(text).claims
    assert [(f.measure, f.low) for f in claim.figures] == expected
