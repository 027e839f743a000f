"""Running pages: entries under clock times are articles of their own; datelines that name any paper."""

from __future__ import annotations

import pytest

from riwaya.model.document import Hints
from riwaya.stages.acquire import find_documents, read_page

ENTRIES = (
    (
        "21:05",
        "إصابة عاملين في حريق الميناء",
        "أصيب عاملان في حريق شب في مستودع داخل الميناء مساء الاثنين، بحسب ما ذكر الدفاع المدني.",
    ),
    (
        "19:30",
        "عودة الكهرباء إلى الأحياء الشرقية",
        "عادت الكهرباء إلى الأحياء الشرقية بعد انقطاع دام يومين، وفق ما أعلنت البلدية في بيان.",
    ),
)


def bodies(text: str) -> list[str]:
    page = read_page(text, name="page", max_bytes=100_000)
    return [document.body.of(text) for document in find_documents(page, Hints(language="ar"))]


def test_each_entry_under_a_clock_time_is_an_article() -> None:
    page = "أخبار الوادي لحظة بلحظة\n\n" + "\n\n".join("\n".join(entry) for entry in ENTRIES)
    assert bodies(page) == [paragraph for _, _, paragraph in ENTRIES]


@pytest.mark.parametrize("dateline", ["عين الرمل، الوادي (صدى الوادي) -- ", "عين الرمل - «صدى الوادي»: "])
def test_a_dateline_may_name_any_paper(dateline: str) -> None:
    assert bodies(f"حريق في الميناء\n\n{dateline}{ENTRIES[0][2]}\n\n{ENTRIES[1][2]}")[0].startswith("أصيب عاملان")
