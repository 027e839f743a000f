"""A made-up news page for tests of the whole reader, and what holds for every reading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from riwaya.forms.analysis import analysis_form
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints
from riwaya.pipeline import analyze

HINTS = Hints(published="2024-07-30", outlet="The Valley Post", language="ar")
TITLE = "الجيش المالي يعلن مقتل مسلحين في كمين شمال البلاد"
SENTENCES = (
    "أعلن الجيش المالي، يوم الاثنين، أن قواته قتلت 14 مسلحا في كمين قرب مدينة غاو شمال مالي.",
    "وقالت وكالة «رويترز» إن متحدثا باسم «جماعة نصرة الإسلام والمسلمين» أكد أن مقاتليها قتلوا 20 جنديا على الأقل يوم السبت 27 يوليو (تموز).",
    "ونفت وزارة الدفاع المالية مقتل 20 جنديا، وأكدت إصابة ثلاثة جنود فقط.",
    "وأفاد شهود عيان بأن طائرة مسيرة قصفت سوقا في منطقة كيدال، ما أدى إلى مقتل نحو سبعة مدنيين وإصابة عشرات آخرين.",
    "واتهمت الحكومة المالية مجموعات مسلحة باختطاف أربعة معلمين في وسط البلاد.",
    "وأضاف المصدر الأمني أن عدد النازحين تجاوز ألفي شخص منذ مطلع العام.",
    "وحذرت الأمم المتحدة من هجمات جديدة على قوافل الإغاثة.",
)
BODY = "\n\n".join(" ".join(SENTENCES[at : at + 2]) for at in range(0, len(SENTENCES), 2))
PAGE = f"{TITLE}\n\n{BODY}\n"


def read(source: str | bytes, **options: Any) -> Analysis:
    """Read a page with the hints of the made-up paper and check that every span is sound."""
    hints = Hints(**{"published": HINTS.published, "outlet": HINTS.outlet, "language": HINTS.language, **options})
    analysis = analyze(source, name="page", hints=hints)
    assert_sound(analysis)
    return analysis


FigureRow = tuple[str, int | None, int | None]
"""Measure, lower and upper bound of a figure."""


def figures(text: str) -> list[FigureRow]:
    """Give the figures of all claims of a text, in order, each once."""
    rows = [(f.span.start, (f.measure, f.low, f.high)) for c in analyze(text).claims for f in c.figures]
    return [row for _, row in sorted(set(rows))]


def assert_sound(analysis: Analysis) -> None:
    """Every span of the printed form lies in the text and is its words; every claim lies in its article."""
    text = analysis.page.text
    printed = json.loads(json.dumps(analysis_form(analysis), ensure_ascii=False))
    for span in _spans(printed):
        assert 0 <= span["start"] <= span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["text"]
    for article in analysis.articles:
        for claim in article.claims:
            assert claim.span.start < claim.span.end
            assert claim.span.contains(claim.trigger)
            assert article.document.body.contains(claim.span)


def _spans(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for item in node:
            yield from _spans(item)
