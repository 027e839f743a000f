"""What is weighed in brief says the same of who can be linked as what is weighed in full."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import combinations
from random import Random

import pytest

from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from riwaya.stages.cluster import group_by_document, lay_out, tell_claims
from riwaya.stages.cluster.copies import score_copy
from riwaya.stages.cluster.linking import LINK, score_link
from riwaya.stages.cluster.profile import Profile

PAGES = files("riwaya") / "samples" / "pages"
HINTS = Hints(published="2024-07-30", outlet=None, url=None, language="ar")


@cache
def profiles() -> list[Profile]:
    """The strands of pages, and of the same pages with some of their words changed."""
    texts = [page.read_text(encoding="utf8") for page in PAGES.iterdir() if page.name.endswith(".txt")][:8]
    texts += [text.replace("جنود", "مسلحين").replace("قتل", "أصيب").replace(".", "!") for text in texts]
    told = tell_claims(analyze(text.encode(), name=f"{at}.txt", hints=HINTS) for at, text in enumerate(texts))
    return [profile for document in group_by_document(told) for profile, _ in lay_out(document)]


def test_who_can_be_linked_is_linked_with_the_same_reasons():
    linked = 0
    for one, other in combinations(profiles(), 2):
        if one.strand.document_id == other.strand.document_id:
            continue
        full, brief = score_link(one, other), score_link(one, other, in_full=False)
        assert (full.total >= LINK) == (brief.total >= LINK)
        if full.total >= LINK:
            linked += 1
            assert brief == full
    assert linked


@pytest.mark.parametrize("seed", range(20))
def test_resemblance_is_that_of_the_smallest_hashes_of_both(seed):
    dice = Random(seed)
    pool = dice.sample(range(1000), 60)
    one, other = (tuple(sorted(dice.sample(pool, dice.randint(8, 32)))) for _ in range(2))
    smallest = sorted({*one, *other})[:32]
    expected = len({*one} & {*other} & {*smallest}) / len(smallest)
    assert score_copy(one, other) == score_copy(other, one) == expected
    for least in (0.2, 0.5, 0.9):
        assert score_copy(one, other, least) == (expected if expected >= least else 0.0)
    assert score_copy(one, one) == 1.0
    assert score_copy(one, ()) == 0.0
