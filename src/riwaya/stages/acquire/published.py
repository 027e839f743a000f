"""When a document came out: given, from metadata, from the page's head, or inferred from its own words."""

from __future__ import annotations

from datetime import date, datetime

from riwaya.errors import DateInvalid
from riwaya.model.document import Page
from riwaya.model.span import Span
from riwaya.model.timex import Published
from riwaya.stages.acquire.header_date import HeaderDate


def parse_published(value: str | None) -> date | None:
    """Read an ISO date or date-time as its day; None stays None.

    Raises:
        DateInvalid: It is neither.
    """
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise DateInvalid(f"{value!r} is no ISO date.") from error


def date_article(page: Page, dated: HeaderDate | None, body: Span, *, given: date | None, is_first: bool) -> Published:
    """Give the date of an article, from the surest source that has one."""
    if is_first and given is not None:
        return Published(start=given, end=given, basis="given", why="the caller said so")
    if is_first and page.metadata.published is not None:
        day = date.fromisoformat(page.metadata.published)
        return Published(start=day, end=day, basis="metadata", why="the metadata of the page")
    if dated is not None:
        return Published(start=dated.day, end=dated.day, basis="metadata", why="the date line above the text")
    return Published(start=None, end=None, basis="unknown", why="nothing tells")


def date_teaser(page: Page, body: Span) -> Published:
    """Give the date that a teaser's own words tell; it never takes the date of the article beside it."""
    return Published(start=None, end=None, basis="unknown", why="a card tells no date")
