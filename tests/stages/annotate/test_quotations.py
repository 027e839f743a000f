"""Marks that look alike at both ends: which opens, which closes."""

from __future__ import annotations

import pytest

from riwaya.lang.tokens import tokenize
from riwaya.stages.annotate.quotations import QUOTATION_MARKS, find_quotes


def quotes_of(text: str) -> list[str]:
    tokens = tokenize(text)
    marks = [token.index for token in tokens if token.form in QUOTATION_MARKS]
    return [text[tokens[a].start : tokens[b - 1].end] for a, b in find_quotes(tokens, text, marks)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('قال "غادرنا القرية" ثم سكت', ["غادرنا القرية"]),
        ('قال "غادرنا "دار السلام" ليلا" ثم سكت', ['غادرنا "دار السلام" ليلا', "دار السلام"]),
        ("قال :”إن الغارة “الليلية” دمرت الجسر”.", ["إن الغارة “الليلية” دمرت الجسر", "الليلية"]),
        ("قال «زرنا «سوق النهر» أمس» ومضى", ["زرنا «سوق النهر» أمس", "سوق النهر"]),
        ('قال "نسمي العملية ب"الرعد" منذ عام" ومضى', ['نسمي العملية ب"الرعد" منذ عام', "الرعد"]),
        ('في "السوق"و"الميدان" ناس', ["السوق", "الميدان"]),
    ],
)
def test_a_quotation_may_stand_inside_another(text: str, quotes: list[str]) -> None:
    assert quotes_of(text) == quotes


def test_what_never_closes_is_no_quotation_and_spoils_none_behind_it() -> None:
    assert quotes_of('قال "غادرنا القرية ومررنا بحي "الورود" ليلا') == ["الورود"]


def test_marks_of_two_paragraphs_do_not_belong_together() -> None:
    assert quotes_of('قال "غادرنا القرية\n\nثم قال "عدنا إليها" أمس') == ["عدنا إليها"]
