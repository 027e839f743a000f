"""What reading one page gives: its documents, each with its claims."""

from __future__ import annotations

from riwaya.model.claim import Claim
from riwaya.model.document import Document, Page, Warning
from riwaya.model.record import record


@record
class Article:
    """One document of the page with the claims read from it, in text order."""

    document: Document
    claims: tuple[Claim, ...]


@record
class Analysis:
    """Everything read from one page, in page order."""

    page: Page
    articles: tuple[Article, ...]
    warnings: tuple[Warning, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of all documents, in page order."""
        return tuple(claim for article in self.articles for claim in article.claims)
