"""HTML to text: scripts and hidden words out, furniture out, paragraphs kept."""

from __future__ import annotations

import html
import logging
import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, cast

from riwaya.model.document import Hints, Warning
from riwaya.stages.acquire.header_date import find_date_line
from riwaya.stages.acquire.metadata import Metadata, read_metadata
from riwaya.stages.acquire.visible import clean_lines, drop_asides, drop_unseen, read_lines

_HEAD = re.compile(r"\s*\ufeff?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|\?xml[^>]{0,200}\?>\s*<(?:!doctype|html)|"
                   r"html|head|body|article|main|section|div|p|meta|title|script|h1)(?=[\s>/])", re.IGNORECASE | re.DOTALL)  # fmt: skip
_LATE = re.compile(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_XML = re.compile(r"^\s*\ufeff?\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_MAX_ELEMENTS = 60_000
"""Above it the extractor, which weighs every element against its neighbours, is left out."""
_ENOUGH = 500
"""Letters of an article below which the slower extractors are asked too."""

# The extractor warns of every page that holds no article; the page's own warnings say that better than lines on stderr.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class HtmlText:
    """The text of an HTML page and what the page says of itself."""

    text: str
    title: str | None
    metadata: Hints
    warnings: tuple[Warning, ...] = ()


def is_html(text: str) -> bool:
    """Say whether ``text`` is markup rather than prose that mentions some."""
    return _HEAD.match(text, 0, 8192) is not None or _LATE.search(text, 0, 2048) is not None


def read_html(text: str) -> HtmlText:
    """Give title, paragraphs and metadata of a page; broken markup gives what can be read, never an error.

    The text is the title, the author where one is named, and the paragraphs, with an empty line between them.
    """
    tree = _parse(text)
    if tree is None:
        return _read_flat(text)
    about = read_metadata(tree)
    drop_unseen(tree)
    # Lines are for pages that tell no date and for those of which nothing is found; the extractor changes the tree.
    lines = read_lines(tree) if about.hints.published is None else None
    drop_asides(tree)
    paragraphs, warnings = _extract(tree)
    if lines is None:
        lines = paragraphs if len(paragraphs) > 1 else _lines_of(text)
    if not lines:  # nested deeper than the parser goes, or nothing but tags
        return _read_flat(text)
    if len(paragraphs) == 1 and len(lines) > 2:
        paragraphs = [line for line in lines if line in paragraphs[0]] or paragraphs
    if not paragraphs:
        paragraphs = lines
        warnings += (Warning(code="W104", message="No article was recognised in the markup; all its text was read."),)
    return HtmlText(_compose(about, paragraphs), about.title, _date_from_lines(about.hints, lines), warnings)


def _lines_of(text: str) -> list[str]:
    tree = _parse(text)
    if tree is None:
        return []
    drop_unseen(tree)
    return read_lines(tree)


def _parse(text: str) -> Any | None:
    etree, lxml_html = cast("Any", import_module("lxml.etree")), cast("Any", import_module("lxml.html"))
    source = _XML.sub("", text).replace("\x00", "")
    try:
        parser = etree.HTMLParser(recover=True, remove_comments=True, remove_pis=True, encoding="utf-8")
        # The class of every element told at once: lxml.html asks Python for it, element by element.
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement))
        tree = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # nothing that the parser takes for a document
        return None
    # The parser cuts what is nested deeper than libxml2 allows; a tree that lost most of its text is no use.
    return tree if len(cast("str", tree.text_content())) * 50 >= len(source) or len(source) < 5000 else None


def _extract(tree: Any) -> tuple[list[str], tuple[Warning, ...]]:
    """Give the paragraphs that trafilatura holds for the article, or none."""
    if cast("float", tree.xpath("count(//*)")) > _MAX_ELEMENTS:
        return [], (
            Warning(code="W105", message=f"The page has over {_MAX_ELEMENTS} elements; read without extractor."),
        )
    import trafilatura

    try:
        text = trafilatura.extract(tree, options=_extractor(fast=True))
        if len(text or "") < _ENOUGH:  # a short page, or one that its rules do not know: others may know it
            text = trafilatura.extract(tree, options=_extractor(fast=False))
    except Exception as error:  # noqa: BLE001  # third-party code on hostile markup: the text is still read, and it is said
        return [], (Warning(code="W106", message=f"The extractor failed ({type(error).__name__}); all text was read."),)
    return [line for line in clean_lines((text or "").split("\n")) if line], ()


@cache
def _extractor(*, fast: bool) -> Any:
    """Give how trafilatura is asked: told once, as it reads its own configuration for each page otherwise."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="txt", fast=fast, comments=False, tables=False)


def _compose(about: Metadata, paragraphs: list[str]) -> str:
    opening = " ".join(paragraphs[:3])
    author = about.author if about.author and len(about.author.split()) <= 6 and "://" not in about.author else None
    head = [words for words in (about.title, author) if words and words not in opening]
    return "\n\n".join([*head, *paragraphs])


def _date_from_lines(hints: Hints, lines: list[str]) -> Hints:
    """Fill in the date from a line of the page that is nothing but a date, where no metadata has one."""
    if hints.published is not None:
        return hints
    found = next((d for d in map(find_date_line, lines) if d is not None), None)
    if found is None:
        return hints
    return Hints(published=found.day.isoformat(), outlet=hints.outlet, url=hints.url, language=hints.language)


def _read_flat(text: str) -> HtmlText:
    """Read markup that no parser takes: scripts and tags cut by pattern, one pass each."""
    visible = re.sub(
        r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", " ", text, flags=re.IGNORECASE | re.DOTALL
    )
    broken = re.sub(r"<(?:/?(?:p|div|br|li|h[1-6]|tr|section|article)\b)[^<>]*>", "\n", visible, flags=re.IGNORECASE)
    plain = html.unescape(re.sub(r"<[^<>]*>", "", broken)).replace("\x00", "")
    lines = [line for line in clean_lines(plain.split("\n")) if line]
    warning = Warning(code="W104", message="The markup could not be parsed; its tags were cut away.")
    return HtmlText("\n\n".join(lines), None, _date_from_lines(Hints(), lines), (warning,))
