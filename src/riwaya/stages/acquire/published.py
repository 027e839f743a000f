"""When a document came out: given, from metadata, from the page's head, or inferred from its own words."""

from __future__ import annotations

from datetime import date, datetime

from riwaya.errors import DateInvalid
from riwaya.model.document import Page
from riwaya.model.span import Span
from riwaya.model.timex import Published
from riwaya.stages.acquire.header_date import HeaderDate
from riwaya.stages.acquire.inference import infer_published


def parse_published(value: str | None) -> date | None:
    """Read an ISO date or date-time as its day, as written there; None stays None.

    Raises:
        DateInvalid: It is neither.
    """
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise DateInvalid(f"{value!r} is no ISO date.") from error


def date_article(
    page: Page, dated: HeaderDate | None, body: Span, language: str, *, given: date | None, is_first: bool
) -> Published:
    """Give the date of an article, from the surest source that has one.

    Args:
        page: The page; its metadata speaks of its first article.
        dated: A date line in the article's own head.
        body: The body, from which a date may be inferred.
        language: Of the body.
        given: What the caller said, of the first article.
        is_first: It is the first article of the page.
    """
    if is_first and given is not None:
        return _one_day(given, "given", "the caller said so")
    if is_first and page.metadata.published is not None:
        return _one_day(date.fromisoformat(page.metadata.published), "metadata", "the metadata of the page")
    if dated is not None:
        return _one_day(dated.day, "metadata", "the date line above the text, which may tell the last change")
    return date_by_words(page, body, language)


def date_by_words(page: Page, body: Span, language: str) -> Published:
    """Give the date that a body's own words tell; a teaser never takes the date of the article beside it."""
    if language != "ar":
        return Published(start=None, end=None, basis="unknown", why="the page names no date")
    return infer_published(page.text, body)


def _one_day(day: date, basis: str, why: str) -> Published:
    return Published(start=day, end=day, basis=basis, why=why)
