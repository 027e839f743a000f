"""What reading one page gives: its documents, each with its claims."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.claim import Claim
from riwaya.model.document import Document, Page, Warning


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document of the page with the claims read from it, in text order."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything read from one page, in page order."""

    page: Page
    articles: tuple[Article, ...]
    warnings: tuple[Warning, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of all documents, in page order."""
        return tuple(claim for article in self.articles for claim in article.claims)
