"""What a reader of an HTML page sees of it: hidden elements out, and the rest in lines.

Both are told to libxml2 at once, as a path and as a stylesheet: a page has thousands of elements, and asking each of them here took
more time than finding the article did (docs/performance.md).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any, cast

_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "select", "button", "head")
_UNSEEN_CLASSES = ("hidden", "d-none", "sr-only", "visually-hidden", "screen-reader-text")
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
    for element in [*tree.iter(*_UNSEEN), *cast("list[Any]", _unseen_path()(tree))]:
        if element.tag in _KEPT or element.getparent() is None:
            continue
        style = element.get("style")
        if _is_told_unseen(element) or (style and _UNSEEN_STYLE.search(style)):
            element.drop_tree()


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


def _is_told_unseen(element: Any) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return not set(_UNSEEN_CLASSES).isdisjoint((element.get("class") or "").split())


@cache
def _unseen_path() -> Any:
    """Give a path to all whose attributes may make them unseen; a style says so only once it is read.

    Asking each element for its name here as well takes twice as long as all else: `iter` finds elements by their names.
    """
    classes = " or ".join(f"contains(@class, '{one}')" for one in _UNSEEN_CLASSES)
    path = f"//*[@hidden or @style or (@class and ({classes}))]"
    return cast("Any", import_module("lxml.etree")).XPath(path)


@cache
def _sheet() -> Any:
    etree = cast("Any", import_module("lxml.etree"))
    return etree.XSLT(etree.XML(_SHEET.encode()))
