from __future__ import annotations

import pytest

from riwaya.lang.tokens import tokenize
from riwaya.model.placing import Placing
from riwaya.model.span import Span

TEXT = "قتل الجيش، أمس"
PLACING = Placing(tokenize(TEXT))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, (0, 1)), (4, 10, (1, 3)), (5, 6, (1, 2)), (3, 4, (1, 1)), (0, len(TEXT), (0, 4)), (len(TEXT), len(TEXT), (4, 4))],
)  # fmt: skip
def test_a_span_has_the_tokens_that_it_touches(start: int, end: int, expected: tuple[int, int]) -> None:
    assert PLACING.range_of(Span(start, end)) == expected


def test_spans_together_cover_the_tokens_of_each() -> None:
    assert PLACING.cover([Span(0, 2), Span(9, 12)]) == {0, 2, 3}
    assert PLACING.cover([]) == frozenset()


def test_lines_begin_at_the_first_token_behind_a_line_break() -> None:
    text = "\nواحد اثنان\n\n ثلاثة\nأربعة \n"
    assert Placing(tokenize(text)).lines(text) == {2, 3}
    assert Placing([]).lines("\n") == frozenset()


def test_where_words_stand_is_told_in_order_of_the_text() -> None:
    placing = Placing(tokenize("قال الجيش إن رجلا قتل وقال شاهد إن الجيش قصف"))
    assert placing.tokens_of({"قال", "ان"}) == [0, 2, 7]
    assert placing.tokens_of({"الجيش"}) == [1, 8]
    assert placing.tokens_of(frozenset()) == placing.tokens_of({"شرطه"}) == []
