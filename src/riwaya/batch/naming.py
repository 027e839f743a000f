"""Ids of documents and claims as a ledger gives them where two would share one (`riwaya.ledger.writer`)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from riwaya.model.analysis import Analysis, Article
from riwaya.model.ids import content_id


def name_documents(analysis: Analysis, taken: Collection[str], page_id: str) -> Analysis:
    """Give documents whose ids another series took, and their claims, ids of their own; then each claim its own."""
    articles: list[Article] = []
    seen: dict[str, int] = {}
    for article in analysis.articles:
        claims = list(article.claims)
        home = article.document
        if home.id in taken:
            home = replace(home, id=content_id("doc", home.id, page_id))
            claims = [replace(one, id=content_id("clm", one.id, page_id)) for one in claims]
        for at, one in enumerate(claims):
            seen[one.id] = seen.get(one.id, 0) + 1
            if seen[one.id] > 1:
                claims[at] = replace(one, id=content_id("clm", one.id, seen[one.id]))
        articles.append(Article(document=home, claims=tuple(claims)))
    return replace(analysis, articles=tuple(articles))
