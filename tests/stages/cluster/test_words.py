"""The words about claims, looked up by place."""

from __future__ import annotations

import pytest

from riwaya.stages.cluster.words import Words

TEXT = "عاد الرعاة حين هطل المطر، في حين بقي الصيادون بينما غرق قارب"
PHRASES = {"بينما": frozenset({""}), "حين": frozenset({"في"})}


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, len(TEXT), "بينما"),
        (0, TEXT.index("بقي"), "في حين"),
        (0, TEXT.index("المطر"), None),
        (TEXT.index("حين بقي"), TEXT.index("بقي"), None),
    ],
)
def test_the_last_of_some_phrases_is_found_where_it_begins(start: int, end: int, found: str | None):
    words = Words(TEXT, 0, len(TEXT))
    assert words.last_of(PHRASES, start, end) == (None if found is None else TEXT.index(found))
