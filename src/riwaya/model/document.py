"""Pages and the documents on them."""

from __future__ import annotations

from dataclasses import field

from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.model.timex import Published


@record
class Hints:
    """What the caller knows about a page; None where they do not."""

    published: str | None = None
    """ISO date or date-time."""
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


@record
class Outlet:
    """Who publishes."""

    id: str | None
    name: str


@record
class Warning:
    """Something a reader of the result should know; no error."""

    code: str
    message: str


@record
class Page:
    """One input, decoded and, where it was HTML, reduced to text."""

    name: str
    sha256: str
    """Of the raw bytes."""
    text: str
    """What all spans point into; never changed."""
    is_html: bool
    encoding: str
    metadata: Hints = field(default_factory=Hints)
    """What the page says of itself."""
    title: str | None = None
    """Title from metadata, where the text does not hold it."""
    warnings: tuple[Warning, ...] = ()


@record
class Document:
    """One article or teaser on a page. All spans point into ``text``, the text of the whole page."""

    id: str
    page_name: str
    text: str
    role: str
    """article or teaser."""
    language: str
    body: Span
    title: Span | None = None
    section: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    outlet: Outlet | None = None
    published: Published = field(
        default_factory=lambda: Published(start=None, end=None, basis="unknown", why="nothing tells")
    )
    skips: tuple[Span, ...] = ()
    """Furniture inside the body: related links, captions, repeated passages. No claim is read there."""
    subheads: tuple[Span, ...] = ()
    """Headings inside the body."""
