"""What an HTML page says of itself: title, date, outlet, address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any, cast

from riwaya.model.document import Hints
from riwaya.stages.acquire.header_date import find_header_date

_MAX_NODES = 5000
_MAX_VALUE = 500
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_DATE_NAMES = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
               "pubdate", "publishdate", "publish-date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
               "dc.date.created", "article.published", "date")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; None where the page does not say."""

    hints: Hints
    title: str | None = None
    author: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Give what the page says of itself: JSON-LD first, then Open Graph, meta elements and the markup.

    Args:
        tree: The root element that lxml parsed, scripts still in it.

    Source: schema.org NewsArticle (headline, datePublished, publisher, inLanguage); the Open Graph protocol
        (og:title, og:site_name, og:url, og:locale, article:published_time); Dublin Core meta names.
    """
    linked = _read_json_ld(tree)
    meta = _read_meta(tree)
    published = _first_date([linked.get("datePublished"), *(meta.get(n) for n in _DATE_NAMES), *_time_elements(tree)])
    language = linked.get("inLanguage") or _attribute(tree, "//html/@lang") or meta.get("og:locale")
    return Metadata(
        hints=Hints(
            published=published,
            outlet=linked.get("publisher") or meta.get("og:site_name") or meta.get("application-name"),
            url=_attribute(tree, "//link[@rel='canonical']/@href") or meta.get("og:url") or linked.get("url"),
            language=_language(language),
        ),
        title=linked.get("headline") or meta.get("og:title") or _heading(tree),
        author=linked.get("author") or meta.get("author"),
    )


def _attribute(tree: Any, path: str) -> str | None:
    values = cast("list[object]", tree.xpath(path))
    return _clean(values[0]) if values else None


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())[:_MAX_VALUE]
    return words or None


def _heading(tree: Any) -> str | None:
    for path in ("//h1", "//title"):
        for element in cast("list[Any]", tree.xpath(path)):
            words = _clean(element.text_content())
            if words:
                return words
    return None


def _read_meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in cast("list[Any]", tree.xpath("//meta[@content]")):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = _clean(element.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _time_elements(tree: Any) -> Iterator[str | None]:
    for element in cast("list[Any]", tree.xpath("//time[@datetime][@itemprop='datePublished' or @pubdate]")):
        yield _clean(element.get("datetime"))


def _read_json_ld(tree: Any) -> dict[str, str]:
    """Take the fields of the first article, then what is missing from any other node."""
    found: dict[str, str] = {}
    nodes = list(_nodes(tree))
    for node in [n for n in nodes if _is_article(n)] or [n for n in nodes if "datePublished" in n]:
        for key in ("headline", "datePublished", "inLanguage", "url"):
            value = _clean(node.get(key))
            if value:
                found.setdefault(key, value)
        for key in ("publisher", "author"):
            value = _name(node.get(key))
            if value:
                found.setdefault(key, value)
    return found


def _is_article(node: Mapping[str, object]) -> bool:
    return any("article" in str(kind).lower() for kind in _as_list(node.get("@type")))


def _as_list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _name(value: object) -> str | None:
    for item in _as_list(value):
        if isinstance(item, dict):
            item = cast("dict[str, object]", item).get("name")
        words = _clean(item)
        if words:
            return words
    return None


def _nodes(tree: Any) -> Iterator[dict[str, object]]:
    """Walk all JSON-LD objects without recursion, at most `_MAX_NODES`."""
    left = _MAX_NODES
    for script in cast("list[Any]", tree.xpath("//script[@type='application/ld+json']")):
        try:
            stack: list[object] = [json.loads(script.text_content(), strict=False)]
        except (ValueError, RecursionError):  # a broken block says nothing; the page still has its text
            continue
        while stack and left:
            left -= 1
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(reversed(cast("list[object]", item)))
            elif isinstance(item, dict):
                node = cast("dict[str, object]", item)
                yield node
                stack.extend(reversed(list(node.values())))


def _first_date(values: list[str | None]) -> str | None:
    for value in values:
        day = _iso_day(value) if value else None
        if day is not None:
            return day.isoformat()
    return None


def _iso_day(value: str) -> date | None:
    """Read a day as written there; the hour and its zone do not move it."""
    hit = _ISO.search(value)
    if hit:
        year, month, day = (int(part) for part in hit.groups() if part is not None)
        try:
            return date(year, month, day)
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(value).date()
    except ValueError:
        found = find_header_date(value)
        return found.day if found else None


def _language(value: str | None) -> str | None:
    hit = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", value or "")
    return hit[0].lower() if hit else None
