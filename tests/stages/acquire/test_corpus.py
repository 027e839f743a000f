"""Real pages of four newspapers, where the corpus is at hand: one article each, nearly all of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.model.document import Hints
from riwaya.stages.acquire import find_documents, read_page

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "unannotated" / "ar"
TEXTS = sorted(CORPUS.glob("*.txt"))


@pytest.mark.skipif(not TEXTS, reason="the corpus of unannotated pages is not beside the repository")
def test_every_real_page_is_one_article_that_fills_most_of_it() -> None:
    odd: list[str] = []
    for path in TEXTS:
        page = read_page(path.read_bytes(), name=path.name, max_bytes=1_000_000)
        found = find_documents(page, Hints())
        share = sum(d.body.end - d.body.start for d in found) / len(page.text)
        if (
            [d.role for d in found] != ["article"]
            or share < 0.75
            or found[0].language != "ar"
            or found[0].title is None
        ):
            odd.append(path.name)
    assert odd == []
