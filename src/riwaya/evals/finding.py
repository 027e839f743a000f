"""Find annotated words on the page: by the words themselves, or by offsets kept from an earlier finding."""

from __future__ import annotations

import hashlib
from typing import Any, Protocol

from riwaya.model.span import Span


class Finder(Protocol):
    """What turns an annotated item into a span, noting what it cannot find."""

    text: str
    problems: list[str]

    def find(
        self, item: dict[str, Any], words: str, offsets: str, what: str, *, near: int | None, within: Span | None = None
    ) -> Span | None:
        """Give the span of an item, or None with a problem noted.

        Args:
            item: The annotated mapping.
            words: The key under which it keeps its words.
            offsets: The key under which it keeps its offsets, once compiled.
            what: How to name it in a problem.
            near: Of several places with the same words, the nearest to this offset is meant; the first when None.
            within: A place inside this stretch goes before any other.
        """
        ...

    def article(self, item: dict[str, Any], what: str, after: int) -> tuple[Span | None, Span | None]:
        """Give the body and the title of an article, preferring a body that starts at ``after`` or later."""
        ...

    def words(self, item: dict[str, Any], span: Span | None) -> str:
        """Give the words of an annotated item."""
        ...


class QuoteFinder:
    """Finds words by looking for them, letter for letter."""

    def __init__(self, text: str) -> None:
        """Look in ``text``."""
        self.text = text
        self.problems: list[str] = []

    def find(
        self, item: dict[str, Any], words: str, offsets: str, what: str, *, near: int | None, within: Span | None = None
    ) -> Span | None:
        """Give the place of ``item[words]`` that is meant; see `Finder.find`."""
        quote = str(item[words])
        places = self._places(quote)
        if within is not None:
            places = [at for at in places if within.contains(Span(at, at + len(quote)))] or places
        if not places:
            self.problems.append(f"{what}: not in the text: {quote!r}")
            return None
        start = places[0] if near is None else min(places, key=lambda at: abs(at - near))
        return Span(start, start + len(quote))

    def article(self, item: dict[str, Any], what: str, after: int) -> tuple[Span | None, Span | None]:
        """Give the stretch from the first to the last annotated words, and the title nearest to it."""
        first, last = str(item["starts"]), str(item["ends"])
        starts = self._places(first)
        if not starts:
            self.problems.append(f"{what}: starts not in the text: {first!r}")
            return None, None
        start = next((at for at in starts if at >= after), starts[0])
        end = self.text.find(last, start)
        if end < 0:
            self.problems.append(f"{what}: ends not in the text after its start: {last!r}")
            return None, None
        title = self.find(item, "title", "title_span", f"{what} title", near=start) if item.get("title") else None
        return Span(start, end + len(last)), title

    def words(self, item: dict[str, Any], span: Span | None) -> str:
        """Give the annotated quote; see `Finder.words`."""
        return str(item["quote"])

    def _places(self, quote: str) -> list[int]:
        places: list[int] = []
        at = self.text.find(quote)
        while at >= 0:
            places.append(at)
            at = self.text.find(quote, at + 1)
        return places


class OffsetFinder:
    """Takes the offsets that were kept, after checking that the text is the one that was annotated."""

    def __init__(self, text: str, sha256: str) -> None:
        """Point into ``text``, whose digest should be ``sha256``."""
        self.text = text
        self.problems: list[str] = []
        if hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest() != sha256:
            self.problems.append("the text is not the one that was annotated")

    def find(
        self, item: dict[str, Any], words: str, offsets: str, what: str, *, near: int | None, within: Span | None = None
    ) -> Span | None:
        """Give the kept offsets; see `Finder.find`."""
        return _kept(item, offsets)

    def article(self, item: dict[str, Any], what: str, after: int) -> tuple[Span | None, Span | None]:
        """Give the kept body and title; see `Finder.article`."""
        return _kept(item, "body"), _kept(item, "title_span")

    def words(self, item: dict[str, Any], span: Span | None) -> str:
        """Give the letters at the kept offsets; see `Finder.words`."""
        return span.of(self.text) if span else str(item.get("quote", ""))


def _kept(item: dict[str, Any], key: str) -> Span | None:
    offsets = item.get(key)
    return None if offsets is None else Span(*offsets)
