"""What a reader of an HTML page sees of it: hidden elements out, and the rest in lines.

Lines are told to libxml2 at once, as a stylesheet: a page has thousands of elements, and walking through them here took more time
than finding the article did (docs/performance.md).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, cast

_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "select", "button", "head")
_ASIDES = ("aside", "footer", "nav")
_UNSEEN_CLASSES = frozenset(("hidden", "d-none", "sr-only", "visually-hidden", "screen-reader-text"))
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\u00a0]+")
_KEPT = {"html", "body", "main", "article"}
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "br", "tr", "td", "table", "section", "article",
           "header", "footer", "nav", "aside", "main", "figure", "figcaption", "blockquote", "pre", "hr", "body", "form")  # fmt: skip
_SHEET = f"""\
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:template match="{"|".join(_BLOCKS)}"><xsl:text>&#10;</xsl:text><xsl:apply-templates/><xsl:text>&#10;</xsl:text></xsl:template>
<xsl:template match="text()"><xsl:value-of select="translate(., '&#13;&#10;&#9;', '   ')"/></xsl:template>
</xsl:stylesheet>"""


def drop_unseen(tree: Any) -> None:
    """Take out what a reader of the page would not see; the tree is changed."""
    for element in list(tree.iter(*_UNSEEN)):
        _drop(element)
    for element in [one for one in tree.iter() if _is_told_unseen(one)]:
        if element.tag not in _KEPT:
            _drop(element)


def drop_asides(tree: Any) -> None:
    """Take out what stands beside the article by its own name, where most of the page is elsewhere; the tree is changed.

    The extractor does the same, but copies the tree several times before and weighs every element of it.
    """
    most = len(cast("str", tree.text_content())) / 2
    for element in list(tree.iter(*_ASIDES)):
        if len(cast("str", element.text_content())) < most:  # an element that was never closed may hold the article
            _drop(element)


def read_lines(tree: Any) -> list[str]:
    """Give the visible text in its order, one line per block element, none empty; empty where libxml2 cannot read the tree."""
    etree = cast("Any", import_module("lxml.etree"))
    try:
        text = str(_sheet()(tree))
    except etree.XSLTError:  # nested deeper than a stylesheet goes
        return []
    return [line for line in clean_lines([line for line in text.split("\n") if line and not line.isspace()]) if line]


def clean_lines(lines: list[str]) -> list[str]:
    """Give the lines with single spaces in them and none around them."""
    return [_SPACES.sub(" ", line).strip(" \ufeff\u200b\r\t") for line in lines]


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_told_unseen(element: Any) -> bool:
    style, classes = element.get("style"), element.get("class")
    return (
        (classes is not None and _names_unseen(classes))
        or (style is not None and _UNSEEN_STYLE.search(style) is not None)
        or element.get("hidden") is not None
    )


@lru_cache(maxsize=4096)
def _names_unseen(classes: str) -> bool:
    return not _UNSEEN_CLASSES.isdisjoint(classes.split())


@cache
def _sheet() -> Any:
    etree = cast("Any", import_module("lxml.etree"))
    return etree.XSLT(etree.XML(_SHEET.encode()))
