"""The documents on a page: articles and teasers, in page order."""

from __future__ import annotations

from riwaya.lang.lexicon import READ_LANGUAGES
from riwaya.model.document import Document, Hints, Outlet, Page, Warning
from riwaya.model.ids import content_id
from riwaya.model.span import Span
from riwaya.model.timex import Published
from riwaya.stages.acquire.blocks import Block, split_blocks
from riwaya.stages.acquire.body import Body, cut_start, is_timed_entry, read_body
from riwaya.stages.acquire.cards import Card, find_cards
from riwaya.stages.acquire.header import Head, read_head
from riwaya.stages.acquire.language import find_language
from riwaya.stages.acquire.published import date_article, date_by_words, parse_published

_SECOND_ARTICLE_WORDS = 40
"""A second article is one only when there is this much of it; less is a remark at the foot."""
_ENTRY_WORDS = 10
"""An entry of a running page is led in by its clock time, and may be short."""


def find_documents(page: Page, hints: Hints) -> list[Document]:
    """Give the articles and teasers of a page in the order of its text; empty where it holds none.

    A body runs from the first word of its first sentence, the dateline left out, to its last mark. Furniture inside it
    (lists of links, captions, paragraphs printed a second time) is in ``skips``. What the hints say holds for the page's first
    article; a second article and the teasers have the date that their own words give, or none.

    Args:
        page: What `read_page` gave.
        hints: What the caller knows; it goes before what the page says of itself.

    Raises:
        DateInvalid: ``hints.published`` is no ISO date.
    """
    given = parse_published(hints.published)
    blocks = split_blocks(page.text)
    found: list[Document] = []
    low, articles = 0, 0
    while low < len(blocks):
        head = read_head(blocks, low, page.text, title=page.title)
        if head is None:
            break
        title = head.title.of(page.text) if head.title else page.title
        body = read_body(blocks, head.first, page.text, title=title)
        least = _ENTRY_WORDS if is_timed_entry(blocks, low) else _SECOND_ARTICLE_WORDS
        if body is None or (articles and len(body.span.of(page.text).split()) < least):
            break
        language = _language(page, hints, body.span)
        published = date_article(page, head.dated, body.span, language, given=given, is_first=articles == 0)
        found.append(_article(page, hints, head, body, language, published))
        articles += 1
        if body.is_last:
            break
        low = _read_cards(page, hints, blocks, body.next, found)
    return found


def explain_documents(page: Page, documents: list[Document]) -> tuple[Warning, ...]:
    """Give what a reader should know of the documents found: none, a language without a pack, no date."""
    if not documents:
        return (Warning(code="W101", message="No article was found on the page."),)
    found: list[Warning] = []
    for document in documents:
        if document.language not in READ_LANGUAGES:
            message = f"The document at {document.body.start} is in a language that is not read: {document.language}."
            found.append(Warning(code="W103", message=message))
        if document.role == "article" and document.published.start is None:
            message = f"The document at {document.body.start} has no date: {document.published.why}."
            found.append(Warning(code="W107", message=message))
    return tuple(found)


def _read_cards(page: Page, hints: Hints, blocks: list[Block], at: int, found: list[Document]) -> int:
    """Append the teasers that follow an article and give the block after them."""
    rule = blocks[at].rule if at < len(blocks) else None
    if rule is None or rule.effect != "related":
        return at
    cards = find_cards(blocks, at, page.text)
    for card in cards:
        found.append(_teaser(page, hints, card, blocks))
    return cards[-1].last + 1 if cards else len(blocks)


def _article(page: Page, hints: Hints, head: Head, body: Body, language: str, published: Published) -> Document:
    return Document(
        id=content_id("doc", page.sha256, body.span.start, body.span.end),
        page_name=page.name,
        text=page.text,
        role="article",
        language=language,
        body=body.span,
        title=head.title,
        byline=_byline(page, hints, head),
        dateline=next(
            (o.dateline for o in (head.prefix, head.origin) if o is not None and o.dateline is not None), None
        ),
        outlet=_outlet(page, hints),
        published=published,
        skips=tuple(sorted(body.skips)),
        subheads=tuple(body.subheads),
    )


def _byline(page: Page, hints: Hints, head: Head) -> Span | None:
    """Give who wrote it; an outlet that signs with its own name is no byline."""
    found = next((o.byline for o in (head.prefix, head.origin) if o is not None and o.byline is not None), None)
    outlet = _outlet(page, hints)
    if found is None or (outlet is not None and found.of(page.text).lower() in outlet.name.lower()):
        return None
    return found


def _teaser(page: Page, hints: Hints, card: Card, blocks: list[Block]) -> Document:
    block = next(b for b in blocks if b.span.start == card.body.start)
    body = Span(cut_start(block, page.text, title=None), card.body.end)
    language = _language(page, hints, body)
    return Document(
        id=content_id("doc", page.sha256, body.start, body.end),
        page_name=page.name,
        text=page.text,
        role="teaser",
        language=language,
        body=body,
        title=card.title,
        section=card.section,
        byline=card.origin.byline,
        dateline=card.origin.dateline,
        outlet=_outlet(page, hints),
        published=date_by_words(page, body, language),
    )


def _language(page: Page, hints: Hints, body: Span) -> str:
    """Take the caller's word; then the script, which outvotes metadata that page templates often get wrong."""
    if hints.language:
        return hints.language
    found = find_language(body.of(page.text))
    return page.metadata.language or found if found == "und" else found


def _outlet(page: Page, hints: Hints) -> Outlet | None:
    name = hints.outlet or page.metadata.outlet
    return Outlet(id=None, name=name) if name else None
