"""Where a name behind an office or a relative ends; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze, annotate_document


def mentions(text: str) -> list[str]:
    """Give the words of everybody told of."""
    return [m.span.of(text) for m in annotate_document(analyze(text).articles[0].document).mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("استبعد العمدة قرضية الحريق.", "العمدة"),
        ("وتحدث العمدة متفائلاً بالصلح.", "العمدة"),
        ("وتحدث العمدة متفائلا بالصلح.", "العمدة"),
        ("وزار العمدة وأقاربهم السد.", "العمدة"),
        ("ورفض العمدة بشدة عزل الحارس.", "العمدة"),
        ("ودافع الحارس عن خاله وينتظر الآن حكما.", "خاله"),
        ("وقال سكان اتصلت بهم الإذاعة إن الجسر مغلق.", "سكان"),
        ("وتحدث أبناء صيادين وفي أيديهم شباك.", "أبناء صيادين"),
    ],
)
def test_a_word_that_is_plainly_no_name_ends_the_phrase(text: str, found: str) -> None:
    assert found in mentions(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وزار العمدة زهران بدران أمس.", "العمدة زهران بدران"),
        ("وزار العمدة وليد بدران أمس.", "العمدة وليد بدران"),
        ("وزار الشيخ حمزة بدران أمس.", "الشيخ حمزة بدران"),
    ],
)
def test_names_are_names_whatever_they_look_like(text: str, found: str) -> None:
    assert found in mentions(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قتل مسلح والده عند البئر.", "father"),
        ("قتل مسلح شقيقه عند البئر.", "brother"),
        ("قتل مسلح والدة الحارس عند البئر.", "mother"),
        ("قتل مسلح أخاه عند البئر.", "brother"),
    ],
)
def test_a_pronoun_on_kin_is_no_ending_of_the_feminine(text: str, who: str) -> None:
    assert [p.actor.name for c in analyze(text).claims for p in c.targets] == [who]


def test_who_asks_of_somebody_is_no_student() -> None:
    assert "طالب" not in "".join(mentions("وطالب من الحراس فتح الجسر."))
    assert "طالب" in "".join(mentions("واعتقلوا طالبا من المدرسة."))


def test_the_side_that_something_came_from_is_nobody() -> None:
    assert mentions("دخل الحراس المدينة من الجهة الشرقية.") == ["الحراس"]
