"""Lines and paragraphs of a page, with their place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from statistics import median

from riwaya.lang.normalize import Folded, fold
from riwaya.model.record import record, replace
from riwaya.model.span import Span
from riwaya.stages.acquire.layout import LayoutRule, load_layout

_LINES = re.compile(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]|[ \t\u00a0\u2000-\u200a\u3000]{3,}")
"""Flattened pages put wide gaps where the lines were."""
_PARAGRAPHS = re.compile(r"(?:\r?\n[ \t]*){2,}|\r?\n[ \t]{2,}")
_EDGE = re.compile(r"(?:[\s\u00a0\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]|&nbsp;)+")
_BACK_EDGE = re.compile(r"(?:[\s\u00a0\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]|&nbsp;){1,4000}$")
_ENDS = re.compile(r"[.!?؟…][\s\"'”’»)\]]*$")
_CLOSED = re.compile(r"[\"”»]$")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.{0,6000}?\n---[ \t]*\r?\n", re.DOTALL)
_LONGEST_FURNITURE = 800


@record(kw_only=False)
class Block:
    """One line or paragraph, its outer spaces left out."""

    span: Span
    text: str
    folded: str
    moved: bool
    """Folding dropped or split letters, so that those of ``folded`` stand at other places than those of ``text``."""
    words: int
    ends: bool
    """It closes with a full stop or its like."""
    closed: bool
    """It closes with a quotation mark only."""
    rule: LayoutRule | None
    """The furniture that the whole of it is."""
    is_caption: bool

    def fold_from(self, start: int) -> Folded:
        """Give the text of the block from a place in the page on, folded: cut out of ``folded`` where that can be."""
        at = start - self.span.start
        return fold(self.text[at:]) if self.moved else Folded(self.folded[at:], None)

    @property
    def is_text(self) -> bool:
        """It is no furniture and no caption."""
        return self.rule is None and not self.is_caption

    @property
    def is_paragraph(self) -> bool:
        """It reads like running text rather than like a heading."""
        if not self.is_text:
            return False
        return (self.ends and self.words >= 6) or (self.closed and self.words >= 15) or self.words >= 25


def split_blocks(text: str) -> list[Block]:
    """Give the blocks of ``text`` in order; none for an empty one.

    A block ends at a line end or at a gap of three spaces. Text that was wrapped at a fixed width is split at empty or
    indented lines instead. YAML front matter at the start is left out.
    """
    whole = fold(
        text
    )  # once for the page: folding block by block takes as many passes over 40 letters as there are blocks
    front = _FRONT_MATTER.match(text)
    at = front.end() if front else 0
    boundary = _PARAGRAPHS if _is_wrapped(text[at : at + 20000]) else _LINES
    found: list[Block] = []
    for gap in boundary.finditer(text, at):
        _append(found, text, whole, at, gap.start())
        at = gap.end()
    _append(found, text, whole, at, len(text))
    return found


def trim(text: str, start: int, end: int) -> Span:
    """Give ``[start, end)`` without spaces, byte-order marks and direction marks at its ends."""
    lead = _EDGE.match(text, start, end)
    start = lead.end() if lead else start
    while start < end:
        tail = _BACK_EDGE.search(text, max(start, end - 64), end)
        if tail is None:
            break
        end = tail.start()
    return Span(start, max(start, end))


def _append(found: list[Block], text: str, whole: Folded, start: int, end: int) -> None:
    span = trim(text, start, end)
    if span.start >= span.end:
        return
    folded = whole.cut(span.start, span.end) or fold(span.of(text))
    block = _block(span, span.of(text), folded.text, moved=folded.offsets is not None)
    if found and block.rule is not None and block.rule.effect == "credit" and found[-1].words <= 60:
        found[-1] = replace(found[-1], is_caption=True)
    found.append(block)


def _block(span: Span, text: str, folded: str, *, moved: bool) -> Block:
    return Block(
        span=span,
        text=text,
        folded=folded,
        moved=moved,
        words=len(text.split()),
        ends=_ENDS.search(text[-12:]) is not None,
        closed=_CLOSED.search(text[-2:]) is not None,
        rule=_furniture(folded.strip()),
        is_caption=_caption().search(folded[-60:]) is not None and len(folded) < 500,
    )


def _furniture(folded: str) -> LayoutRule | None:
    if len(folded) > _LONGEST_FURNITURE:
        return None
    return next((r for r in load_layout().scoped("block") if r.pattern.fullmatch(folded)), None)


@lru_cache(maxsize=1)
def _caption() -> re.Pattern[str]:
    """A credit in parentheses at the end, with no full stop before it."""
    return re.compile(rf"[^.!?؟…\s]\s*\((?:[^()]{{0,24}}?)(?:{load_layout().credit})[^()]{{0,24}}\)\s*$", re.IGNORECASE)


def _is_wrapped(text: str) -> bool:
    """Say whether the lines were cut at a fixed width: alike in length, most of them ending inside a sentence."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < 6 or "\n\n" not in text.replace("\r", ""):
        return False
    middle = median(map(len, lines))
    alike = sum(1 for line in lines if 0.6 * middle <= len(line) <= 1.3 * middle)
    ending = sum(1 for line in lines if _ENDS.search(line[-6:]))
    return 45 <= middle <= 100 and alike * 10 >= len(lines) * 7 and ending * 10 <= len(lines) * 4
