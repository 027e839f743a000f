"""Tolls and first findings: words that sum up or hint, behind which nobody stands."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.lang.discourse import bare_noun
from riwaya.model.attribution import Frame
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.attribute.sources import Source

_TOLLS = frozenset("حصيله احصاء تعداد محصله".split())
_FINDINGS = frozenset(
    "عناصر معلومات معلوماته معلوماتها معلوماتهم معلوماتنا بيانات معطيات نتايج موشرات دلايل شواهد تقديرات تقديراته تقديراتها تقديراتنا "
    "تحقيقات ابحاث تحريات قراين".split()
)
_BEFORE = frozenset("اخر احدث اول".split())
_FIRST = frozenset(
    "اولي اوليه اولي مبدييه موقته جديده اخيره سابقه نهاييه ميدانيه متوفره متاحه متداوله رسميه غير".split()
)


def sums_up(reader: Reader, source: Source) -> bool:
    """Say whether the source is a toll and nothing else («وفق آخر حصيلة»): it names nobody who tells.

    A toll that belongs to somebody («حصيلة الوزارة») is theirs.

    Source: annotation guideline, chain: who told it; a number is no teller.
    """
    return _is_only(reader, source, _TOLLS)


def only_hints(reader: Reader, source: Source, at: int, found: Iterable[Frame]) -> bool:
    """Say whether a speaker only cites what is known («قال إن المعطيات الأولى تدل على أن»): the speaker still tells it."""
    if not _is_only(reader, source, _TOLLS | _FINDINGS):
        return False
    return reader.quote_over.get(at) is not None or any(f.act is None and f.start <= at < f.end for f in found)


def speaks_for_teller(reader: Reader, source: Source, found: Iterable[Frame]) -> bool:
    """«نددت بعثة …، وفقا للمتحدث باسم البعثة»: a body and its voice are one link; the body has told it already."""
    if source.mention is None or "spokesman" not in source.mention.tags:
        return False
    words = {reader.forms[k].removeprefix("ال") for k in range(source.first + 1, source.last + 1)}
    heads = (reader.mention_at.get(f.links[-1].span.start) for f in found if f.links)
    return any(
        m is not None and m.last > m.first and reader.forms[m.first].removeprefix(m.conjunction) in words for m in heads
    )


def _is_only(reader: Reader, source: Source, nouns: frozenset[str]) -> bool:
    k = source.first
    if reader.forms[k] in _BEFORE and k < len(reader.forms) - 1:
        k += 1
    if bare_noun(reader.forms[k]) not in nouns:
        return False
    behind = (j for j in range(k + 1, source.last + 1) if reader.tokens[j].is_word)
    return all(bare_noun(reader.forms[j]) in _FIRST for j in behind)
