"""Whom a clause is about; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("كان سالم المرعي الذي كان يدير ورشة للسلاح قتل في غارة أمس.", "سالم المرعي"),
        ("قال الحاكم إن الضابط، الذي كان يقود الدورية، أصيب في الانفجار.", "الضابط"),
    ],
)
def test_who_is_told_of_in_a_relative_clause_suffers(text: str, who: str) -> None:
    spans = {f.span.of(text) for claim in analyze(text).claims for f in claim.figures}

    assert who in spans


@pytest.mark.parametrize(
    "text",
    [
        "فر من المعسكر الذي كان يدير ورشته قتل في غارة.",
        "كان سالم المرعي الذي يدير ورشة قتل ستة رجال في القرية.",
    ],
)
def test_who_stands_under_a_preposition_or_acts_suffers_nothing(text: str) -> None:
    figures = [f for claim in analyze(text).claims for f in claim.figures]

    assert all((f.low, f.high) == (6, 6) for f in figures)
